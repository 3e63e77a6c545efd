"""`briefing remove`: move articles to the trash or back, or delete them for good."""

import argparse
from typing import TYPE_CHECKING

from briefing.ingest.clean import on_one_line
from briefing.message import NothingFoundError
from locales import _
from tui.cli.commands.list_ import print_records
from tui.cli.invocation import Invocation

if TYPE_CHECKING:
    from store import Attachments


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the articles and the options."""
    parser.add_argument("id", nargs="+", metavar="ID", help=_("the number of an article in the library"))
    parser.add_argument("--undo", action="store_true", help=_("take them out of the trash"))
    parser.add_argument(
        "--forever", action="store_true", help=_("delete them for good, with their notes and corrections")
    )
    parser.add_argument(
        "--everywhere", action="store_true", help=_("with --forever: delete them from the backups of the library too")
    )


def run(call: Invocation) -> int:
    """Move each article, or remove it for good and say what else is deleted with it."""
    if call.arguments.everywhere and not call.arguments.forever:
        return call.wrong_use(_("--everywhere goes with --forever."))
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
    gone, left = [], set[str]()
    for article in dict.fromkeys(call.arguments.id):
        with call.attempt():
            attached = _attached(call, article)
            left |= set(map(str, call.library.erasure.erase(article, everywhere=call.arguments.everywhere)))
            gone.append({"id": article, "notes": attached.notes, "corrections": attached.corrections})
    words = _("%(id)s deleted (notes: %(notes)s, corrections: %(corrections)s)")
    if left:
        said = (
            _("These files still hold what was deleted; delete them yourself, or try again later: %(files)s")
            if call.arguments.everywhere
            else _("These files still hold what was deleted; with --everywhere it is deleted from them too: %(files)s")
        )
        call.out.say(said % {"files": ", ".join(map(on_one_line, sorted(left)))})
    return call.answer(
        json=lambda: call.out.print_json({"removed": gone, "still_in": sorted(left)}),
        text=lambda: call.out.print_each(words % one for one in gone),
    )


def _attached(call: Invocation, article: str) -> "Attachments":
    """What refers to the article; nothing where only a backup may have it."""
    from store import Attachments

    try:
        return call.library.articles.attachments(article)
    except NothingFoundError:
        if not call.arguments.everywhere:
            raise
        return Attachments(0, 0, 0)
