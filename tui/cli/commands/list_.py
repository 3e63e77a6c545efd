"""`briefing list`: the articles of the library."""

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING

from briefing.message import NothingFoundError
from locales import _
from tui.cli.invocation import Invocation
from tui.cli.source_options import language_code
from tui.damaged import title_of

if TYPE_CHECKING:
    from store import ArticleRecord


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the filters."""
    parser.add_argument("--unread", action="store_true", help=_("only unread articles"))
    parser.add_argument("--outlet", help=_("only this outlet"))
    parser.add_argument("--language", type=language_code, metavar="CODE", help=_("only reports in this language"))
    parser.add_argument("--tag", help=_("only with this tag"))
    parser.add_argument(
        "--state",
        choices=("active", "archived", "trashed"),
        default="active",
        help=_("which part (default: %(default)s)"),
    )


def run(call: Invocation) -> int:
    """Write a line an article, or the records as JSON."""
    from store import ArticleFilter

    asked = call.arguments
    chosen = ArticleFilter(
        outlet=asked.outlet,
        language=asked.language,
        tags=(asked.tag,) if asked.tag else (),
        unread=True if asked.unread else None,
        state=asked.state,
    )
    records = call.library.articles.records(chosen)
    width = max((len(record.id) for record in records), default=1)

    def rows() -> None:
        for record in records:
            sign = "*" if record.unread else " "
            call.out.print(f"{record.id:>{width}} {sign} {title_of(record)}\n{' ' * (width + 3)}{facts(record, call)}")

    nothing = NothingFoundError("library.empty" if chosen == ArticleFilter() else "library.nothing-listed")
    return call.answer_rows(
        records,
        nothing,
        json=lambda: print_records(call, records),
        text=rows,
    )


def facts(record: "ArticleRecord", call: Invocation) -> str:
    """The outlet, the date, the language and the tags of an article in one line."""
    date = call.catalogue.date(record.published) if record.published else _("date unknown")
    return " · ".join(filter(None, (record.outlet, date, record.language, *(f"#{tag}" for tag in record.tags))))


def print_records(call: Invocation, records: "Iterable[ArticleRecord]") -> None:
    """Write the articles as JSON."""
    call.out.print_json({"articles": [record_json(record) for record in records]})


def record_json(record: "ArticleRecord") -> dict[str, object]:
    """What the library knows of an article, for a script."""
    return {
        "id": record.id,
        "title": record.title,
        "outlet": record.outlet,
        "language": record.language,
        "published": record.published.isoformat() if record.published else None,
        "added": record.added.isoformat(),
        "unread": record.unread,
        "tags": list(record.tags),
        "words": record.words,
        "state": record.state,
        "damaged": record.damaged,
    }
