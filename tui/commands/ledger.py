"""`briefing ledger`: who says what in several reports, how surely, and how many sources there really are."""

import argparse

from briefing.message import NothingFoundError
from locales import _
from tui.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources."""
    parser.add_argument(
        "source",
        nargs="*",
        metavar="SOURCE",
        help=_("articles, files, or a dossier as dossier:NAME (default: everything in the library)"),
    )


def run(call: Invocation) -> int:
    """Write the ledger and the timeline."""
    from briefing.compare.timeline import timeline_of
    from briefing.export.ledger import ledger_json, ledger_markdown, ledger_text

    asked = call.arguments.source
    articles = call.articles(asked) if asked else [call.library.article(record.id) for record in call.library.records()]
    if not articles:
        if call.exit_code:
            return call.exit_code
        raise NothingFoundError("library.nothing-listed")
    articles = list({article.id: article for article in articles}.values())
    ledger, events = call.analysis.ledger(articles), timeline_of(articles)
    return call.answer(
        json=lambda: call.print_json(ledger_json(ledger, events)),
        markdown=lambda: call.print(ledger_markdown(ledger, events, call.catalogue).rstrip("\n")),
        text=lambda: call.print(ledger_text(ledger, events, call.catalogue).rstrip("\n")),
    )
