"""`briefing ledger`: who says what in several reports, how surely, and how many sources there really are."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.claims.claim import Claim
from locales import _
from tui.cli import claim_options, source_options
from tui.cli.invocation import Invocation
from tui.signs import UNICODE

VIEWS = ("claims", "matrix", "drift")
ORDERS = ("outlets", "origins", "surest", "least-sure", "date", "text")

if TYPE_CHECKING:
    from briefing.compare.ledger import Ledger
    from briefing.compare.timeline import Event


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources, the view, and the options that narrow the claims."""
    parser.add_argument(
        "source",
        nargs="*",
        metavar="SOURCE",
        help=_("articles, files, or a dossier as dossier:NAME (default: everything in the library)"),
    )
    parser.add_argument(
        "--view",
        choices=VIEWS,
        default=VIEWS[0],
        help=_("claims with their reports, a matrix of claims by outlet, or claims over time (default: %(default)s)"),
    )
    parser.add_argument(
        "--sort",
        choices=ORDERS,
        help=_("the order of the matrix: by outlets, origins, certainty, first date or text"),
    )
    parser.add_argument("--filter", metavar="WORDS", default="", help=_("only claims of the matrix with these words"))
    source_options.arguments(parser)
    claim_options.arguments(parser)


def run(call: Invocation) -> int:
    """Write a view of the ledger."""
    asked = call.arguments
    if asked.format == "csv" and asked.view != "matrix":
        return call.wrong_use(_("Only the matrix is written as CSV: add --view matrix."))
    if asked.view != "matrix" and (asked.sort or asked.filter):
        return call.wrong_use(_("Only the matrix is sorted and filtered: add --view matrix."))
    articles = call.reports(asked.source)
    if not articles:
        return call.exit_code
    with call.out.progress(_("comparing…")) as progress:
        ledger = call.analysis.ledger(articles, progress=progress)
    passes = None
    if claim_options.is_narrowed(asked):
        claims = (entry.claim for row in ledger.rows for entry in row.entries if entry.claim)
        passes = claim_options.selection(asked, claims)
        ledger = _narrowed(ledger, passes)
    if asked.view == "matrix":
        return _matrix(call, ledger)
    if asked.view == "drift":
        return _drift(call, ledger)
    return _claims(call, ledger, narrowed=passes is not None)


def _matrix(call: Invocation, ledger: "Ledger") -> int:
    from briefing.coverage.matrix import ORDERS, matrix_of
    from briefing.export.matrix import matrix_csv, matrix_json, matrix_markdown, matrix_text

    asked, out, catalogue = call.arguments, call.out, call.catalogue
    matrix = matrix_of(ledger).narrowed(asked.filter).sorted_by(asked.sort or ORDERS[0])
    return call.answer(
        json=lambda: out.print_json(matrix_json(matrix)),
        markdown=lambda: out.print(matrix_markdown(matrix, catalogue, UNICODE).rstrip("\n")),
        csv=lambda: out.print(matrix_csv(matrix, catalogue).rstrip("\n")),
        text=lambda: out.print(matrix_text(matrix, catalogue, out.signs).rstrip("\n")),
    )


def _drift(call: Invocation, ledger: "Ledger") -> int:
    from briefing.coverage.drift import drifts_of
    from briefing.export.drift import drift_json, drift_markdown, drift_text

    out, drifts = call.out, drifts_of(ledger)
    return call.answer(
        json=lambda: out.print_json(drift_json(ledger, drifts)),
        markdown=lambda: out.print(drift_markdown(ledger, drifts, call.catalogue, UNICODE).rstrip("\n")),
        text=lambda: out.print(drift_text(ledger, drifts, call.catalogue, out.signs).rstrip("\n")),
    )


def _claims(call: Invocation, ledger: "Ledger", *, narrowed: bool) -> int:
    """The claims with their reports, and the timeline; of a narrowed ledger only the events in its claims."""
    from briefing.compare.timeline import timeline_of
    from briefing.export.ledger import ledger_json, ledger_markdown, ledger_text

    events = timeline_of(ledger.articles)
    if narrowed:
        events = _told(ledger, events)
    return call.answer(
        json=lambda: call.out.print_json(ledger_json(ledger, events)),
        markdown=lambda: call.out.print(ledger_markdown(ledger, events, call.catalogue).rstrip("\n")),
        text=lambda: call.out.print(ledger_text(ledger, events, call.catalogue).rstrip("\n")),
    )


def _narrowed(ledger: "Ledger", passes: Callable[[Claim], bool]) -> "Ledger":
    """The rows of which a claim passes."""
    rows = tuple(row for row in ledger.rows if any(entry.claim and passes(entry.claim) for entry in row.entries))
    return replace(ledger, rows=rows)


def _told(ledger: "Ledger", events: "Sequence[Event]") -> "tuple[Event, ...]":
    """The events in the passages of the ledger's claims."""
    told = [(entry.article.id, entry.passage) for row in ledger.rows for entry in row.entries]
    return tuple(
        event
        for event in events
        if any(article == event.article.id and passage.overlaps(event.passage) for article, passage in told)
    )
