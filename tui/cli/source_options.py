"""The option of commands that read reports from files."""

import argparse

from briefing.language.languages import is_code
from locales import _


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the option."""
    parser.add_argument(
        "--language",
        dest="read_in",
        type=language_code,
        metavar="CODE",
        help=_("the language of the files, as nl or en (default: told from the text)"),
    )


def language_code(word: str) -> str:
    """The word, if it is a code of a language; for argparse."""
    if not is_code(word):
        raise argparse.ArgumentTypeError(_("“%(word)s” is no language code") % {"word": word[:20]})
    return word
