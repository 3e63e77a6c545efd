"""The command-line parser: one-line errors, and argparse's messages translated."""

import argparse
import sys
from typing import TYPE_CHECKING, Final, NoReturn

from briefing.ingest.clean import on_one_line
from locales import _, mark, ngettext

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

WRONG_USE: Final = 2

# What argparse itself can say; listed so that the catalogues hold it.
ARGPARSE_WORDS: Final = (
    mark("usage: "),
    mark("options"),
    mark("positional arguments"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("expected one argument"),
    mark("expected at least one argument"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("not allowed with argument %s"),
    mark("the following arguments are required: %s"),
    mark("unrecognized arguments: %s"),
)


def speak() -> None:
    """Translate argparse's own messages; replacing names in its module is the only way."""
    vars(argparse).update({"_": _, "ngettext": ngettext})


class Parser(argparse.ArgumentParser):
    """A parser with one-line errors that say what to do."""

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Write help or an error; argparse itself would hide that it cannot be written."""
        (file or sys.stderr).write(message)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call in one line, and leave with exit code 2."""
        hint = _("See %(command)s --help.") % {"command": self.prog}
        self.exit(WRONG_USE, f"{self.prog}: {on_one_line(message)}. {hint}\n")
