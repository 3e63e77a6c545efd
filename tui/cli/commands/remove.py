"""`briefing remove`: to the trash, out of it, or for good."""

import argparse

from locales import _
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the articles and how far to go."""
    parser.add_argument("id", nargs="+", metavar="ID", help=_("the number of an article in the library"))
    parser.add_argument("--undo", action="store_true", help=_("take them out of the trash"))
    parser.add_argument("--forever", action="store_true", help=_("remove them for good, with what hangs on them"))


def run(call: Invocation) -> int:
    """Move each article, and say what hung on those that are gone for good."""
    library, asked = call.library, call.arguments
    for article in asked.id:
        with call.attempt():
            if asked.forever:
                hanging = library.articles.attachments(article)
                library.articles.remove(article)
                words = _("%(id)s is removed (notes: %(notes)s, corrections: %(corrections)s)")
                call.print(words % {"id": article, "notes": hanging.notes, "corrections": hanging.corrections})
            elif asked.undo:
                library.articles.recover(article)
            else:
                library.articles.trash(article)
    return call.exit_code
