"""The `briefing` command: finds the command that is called, and opens the app where none is.

Loads neither Textual nor the analysis before a command that needs them runs.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper

from briefing import __version__
from briefing.ingest.clean import on_one_line
from briefing.message import BriefingError, UnavailableError
from locales import LANGUAGES, _, activate, active, preferred
from tui.cli.arguments import Parser, speak
from tui.cli.commands import COMMANDS
from tui.cli.invocation import Invocation
from tui.cli.output import say

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; gives 0 done, 1 nothing found, 2 wrong use, 3 bad input, 4 not available, 70 a defect."""
    words = list(sys.argv[1:] if argv is None else argv)
    _open_streams()
    try:
        try:
            return _run(words)
        finally:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return 0
    except OSError as error:
        _drop_output()
        return _refused(BriefingError("app.system", reason=_reason(error)))
    except MemoryError:
        return _refused(BriefingError("app.memory"))
    except Exception as error:
        return _defect(error, words)


def _run(words: Sequence[str]) -> int:
    catalogue = activate(_asked_language(words))
    speak()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    arguments, run = understood(words)
    invocation = Invocation(arguments, catalogue)
    try:
        return int(run(invocation))
    except BriefingError as error:
        invocation.failed(error)
        return invocation.exit_code
    finally:
        invocation.close()


def _open_streams() -> None:
    """Open the null device where a standard stream was closed, so that no file of the library gets its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123


def _drop_output() -> None:
    """Send what is still to be written to standard output nowhere: nobody can take it."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _reason(error: OSError) -> str:
    """What the system says of an error, with the file that it is about."""
    reason = os.strerror(error.errno) if error.errno else type(error).__name__
    return f"{reason} ({on_one_line(str(error.filename))})" if error.filename else reason


def _refused(error: BriefingError) -> int:
    """Write an error of the system in one line; exit code 4."""
    say(on_one_line(active().say(error.message.code, **error.message.params)))
    return UnavailableError.exit_code


def _defect(error: Exception, words: Sequence[str]) -> int:
    """Write a report of a defect, and one line that names it."""
    from tui.cli.defect import EXIT_CODE, place, write_report

    file = write_report(error, words)
    code = "app.defect" if file else "app.defect-unwritten"
    say(on_one_line(active().say(code, place=place(error), file=str(file))))
    return EXIT_CODE


def _asked_language(words: Sequence[str]) -> str:
    """The interface's language: `--lang` (even before the call is understood), else the settings, else the locale."""
    for place, word in enumerate(words):
        value = word.partition("=")[2] if word.startswith("--lang=") else words[place + 1 : place + 2]
        if word.startswith("--lang") and word.partition("=")[0] == "--lang":
            named = value if isinstance(value, str) else "".join(value)
            return named if named in LANGUAGES else preferred()
    return _language_in_settings() or preferred()


def _language_in_settings() -> str | None:
    from tui.settings import Settings

    try:
        return Settings.read().language or None
    except BriefingError:
        return None


def _command_at(words: Sequence[str]) -> int | None:
    """The index of the first word that is neither an option nor an option's value."""
    place = 0
    while place < len(words):
        if words[place] in {"--lang", "--library", "--format"}:
            place += 2
        elif words[place].startswith("-") and words[place] != "-":
            place += 1
        else:
            return place
    return None


def understood(words: Sequence[str]) -> tuple[argparse.Namespace, "Run"]:
    """The parsed arguments and the function that runs the command they name."""
    place = _command_at(words)
    if place is not None and words[place] in COMMANDS:
        name = words[place]
        return _parsed_command(name, [*words[:place], *words[place + 1 :]])
    parser = _main_parser()
    arguments = parser.parse_args(words)
    unknown = next((word for word in arguments.source if not _may_be_source(word)), None)
    if unknown is not None:
        parser.error(_("there is no command or file called “%(name)s”") % {"name": on_one_line(unknown)})
    return arguments, import_module("tui.cli.commands.open_").run


def _may_be_source(word: str) -> bool:
    """Whether a word could name reports rather than be a mistyped command."""
    from tui.article_sources import may_be_source

    return may_be_source(word)


def _parsed_command(name: str, words: Sequence[str]) -> tuple[argparse.Namespace, "Run"]:
    """The arguments of a command; the common options may stand anywhere among them."""
    command = COMMANDS[name]
    module = import_module(f"tui.cli.commands.{command.module}")
    common = Parser(prog=f"briefing {name}", add_help=False, allow_abbrev=False)
    _common(common, command.formats)
    chosen, rest = common.parse_known_args(words)
    parser = Parser(
        prog=f"briefing {name}", description=_sentence(_(command.purpose)), add_help=False, allow_abbrev=False
    )
    module.arguments(parser)
    _common(parser, command.formats)
    parser.add_argument("-h", "--help", action="help", help=_("show this help"))
    arguments = parser.parse_args(rest, namespace=chosen)
    return arguments, module.run


def _main_parser() -> Parser:
    """The parser of `briefing` itself; its help lists the commands."""
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:<{width}}  {_(command.purpose)}" for name, command in COMMANDS.items())
    parser = Parser(
        prog="briefing",
        usage=_("briefing [SOURCE...] | briefing COMMAND ..."),
        description=_(
            "What each report claims, who says it and how surely. Without a command: opens the library, or the reports named."
        ),
        epilog="\n".join([_("commands:"), rows, "", _("Each command has its own --help.")]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument(
        "source", nargs="*", metavar="SOURCE", help=_("the number of an article, dossier:NAME, a file or a folder")
    )
    _common(parser, ())
    parser.add_argument("-h", "--help", action="help", help=_("show this help"))
    parser.add_argument("--version", action="version", version=f"briefing {__version__}", help=_("show the version"))
    return parser


def _common(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """The options that every command takes."""
    options = parser.add_argument_group(_("common options"))
    options.add_argument(
        "--library",
        metavar="DIR",
        help=_("the folder of the library (default: BRIEFING_LIBRARY, else your data folder)"),
    )
    options.add_argument("--lang", choices=LANGUAGES, help=_("the language of the interface"))
    if formats:
        options.add_argument(
            "--format", choices=formats, default=formats[0], help=_("the form of the output (default: %(default)s)")
        )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."


Run = Callable[[Invocation], int]
