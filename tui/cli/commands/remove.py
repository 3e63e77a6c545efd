"""`briefing remove`: move articles to the trash or back, or delete them for good."""

import argparse

from locales import _
from tui.cli.commands.list_ import print_records
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the articles and the options."""
    parser.add_argument("id", nargs="+", metavar="ID", help=_("the number of an article in the library"))
    parser.add_argument("--undo", action="store_true", help=_("take them out of the trash"))
    parser.add_argument(
        "--forever", action="store_true", help=_("delete them for good, with their notes and corrections")
    )


def run(call: Invocation) -> int:
    """Move each article, or remove it for good and say what else is deleted with it."""
    return _removed(call) if call.arguments.forever else _moved(call)


def _moved(call: Invocation) -> int:
    articles = call.library.articles
    move = articles.recover if call.arguments.undo else articles.trash
    moved = []
    for article in call.arguments.id:
        with call.attempt():
            move(article)
            moved.append(article)
    return call.answer(json=lambda: print_records(call, articles.records_of(moved)), text=lambda: None)


def _removed(call: Invocation) -> int:
    gone = []
    for article in call.arguments.id:
        with call.attempt():
            attached = call.library.articles.attachments(article)
            call.library.articles.remove(article)
            gone.append({"id": article, "notes": attached.notes, "corrections": attached.corrections})
    words = _("%(id)s deleted (notes: %(notes)s, corrections: %(corrections)s)")
    return call.answer(
        json=lambda: call.out.print_json({"removed": gone}),
        text=lambda: call.out.print_each(words % one for one in gone),
    )
