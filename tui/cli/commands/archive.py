"""`briefing archive`: archive articles or bring them back."""

import argparse

from locales import _
from tui.cli.commands.list_ import print_records
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the articles."""
    parser.add_argument("id", nargs="+", metavar="ID", help=_("the number of an article in the library"))
    parser.add_argument("--undo", action="store_true", help=_("bring them back"))


def run(call: Invocation) -> int:
    """Archive each article, or take it back; JSON shows them as they are now."""
    articles = call.library.articles
    move = articles.recover if call.arguments.undo else articles.archive
    moved = []
    for article in call.arguments.id:
        with call.attempt():
            move(article)
            moved.append(article)
    return call.answer(json=lambda: print_records(call, articles.records_of(moved)), text=lambda: None)
