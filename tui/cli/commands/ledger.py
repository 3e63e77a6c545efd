"""`briefing ledger`: who says what in several reports, how surely, and how many sources there really are."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.claims.claim import Claim
from briefing.message import NothingFoundError
from locales import _
from tui.cli import claim_options, source_options
from tui.cli.invocation import Invocation

if TYPE_CHECKING:
    from briefing.compare.ledger import Ledger
    from briefing.compare.timeline import Event


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources and the options that narrow the claims."""
    parser.add_argument(
        "source",
        nargs="*",
        metavar="SOURCE",
        help=_("articles, files, or a dossier as dossier:NAME (default: everything in the library)"),
    )
    source_options.arguments(parser)
    claim_options.arguments(parser)


def run(call: Invocation) -> int:
    """Write the ledger and the timeline."""
    from briefing.compare.timeline import timeline_of
    from briefing.export.ledger import ledger_json, ledger_markdown, ledger_text

    asked = call.arguments.source
    articles = (
        call.articles(asked)
        if asked
        else [call.library.articles.get(record.id) for record in call.library.articles.records()]
    )
    if not articles:
        if call.exit_code:
            return call.exit_code
        raise NothingFoundError("library.nothing-listed")
    articles = list({article.id: article for article in call.with_data(articles)}.values())
    if not articles:
        return call.exit_code
    with call.out.progress(_("comparing…")) as progress:
        ledger, events = call.analysis.ledger(articles, progress=progress), timeline_of(articles)
    if claim_options.is_narrowed(call.arguments):
        claims = (entry.claim for row in ledger.rows for entry in row.entries if entry.claim)
        ledger, events = _narrowed(ledger, events, claim_options.selection(call.arguments, claims))
    return call.answer(
        json=lambda: call.out.print_json(ledger_json(ledger, events)),
        markdown=lambda: call.out.print(ledger_markdown(ledger, events, call.catalogue).rstrip("\n")),
        text=lambda: call.out.print(ledger_text(ledger, events, call.catalogue).rstrip("\n")),
    )


def _narrowed(
    ledger: "Ledger", events: "Sequence[Event]", passes: Callable[[Claim], bool]
) -> "tuple[Ledger, tuple[Event, ...]]":
    """The rows of which a claim passes, and the events in those claims."""
    rows = tuple(row for row in ledger.rows if any(entry.claim and passes(entry.claim) for entry in row.entries))
    told = [(entry.article.id, entry.passage) for row in rows for entry in row.entries]
    return replace(ledger, rows=rows), tuple(
        event
        for event in events
        if any(article == event.article.id and passage.overlaps(event.passage) for article, passage in told)
    )
