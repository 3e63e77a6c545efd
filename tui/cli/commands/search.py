"""`briefing search`: full-text search of the library."""

import argparse
import sys

from briefing.ingest.clean import on_one_line
from briefing.message import NothingFoundError
from locales import _
from tui.cli.commands.list_ import facts, record_json
from tui.cli.invocation import Invocation
from tui.damaged import title_of


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the query and the order."""
    parser.add_argument(
        "query",
        nargs="+",
        metavar="QUERY",
        help=_('words, "a phrase", -without; filters: lang: outlet: tag: newer: older: unread: dossier: in: title:'),
    )
    parser.add_argument(
        "--order", choices=("rank", "date"), default="rank", help=_("best or newest first (default: %(default)s)")
    )
    parser.add_argument("--limit", type=int, default=20, metavar="N", help=_("how many at most (default: %(default)s)"))


def run(call: Invocation) -> int:
    """Write the articles found, with the matching passages."""
    asked = call.arguments
    with call.attempt():
        wait_for_index(call)
    hits = call.library.full_text.search(
        " ".join(map(_quoted, asked.query)), order=asked.order, limit=max(1, asked.limit)
    )
    width = max((len(hit.record.id) for hit in hits), default=1)

    def rows() -> None:
        for hit in hits:
            indent = " " * (width + 2)
            call.out.print(f"{hit.record.id:>{width}}  {title_of(hit.record)}\n{indent}{facts(hit.record, call)}")
            call.out.print(f"{indent}… {on_one_line(hit.snippet)} …")

    found = [
        {
            **record_json(hit.record),
            "snippet": hit.snippet,
            "highlights": [list(span) for span in hit.highlights],
            "passage": {"start": hit.passage.start, "end": hit.passage.end} if hit.passage else None,
        }
        for hit in hits
    ]
    nothing = NothingFoundError("library.nothing-found", query=" ".join(asked.query))
    return call.answer_rows(hits, nothing, json=lambda: call.out.print_json({"articles": found}), text=rows)


def wait_for_index(call: Invocation) -> None:
    """Wait until the search index is complete; a terminal is told."""
    if call.library.maintenance.index_progress() is not None and sys.stderr.isatty():
        print(_("The search index is being built; one moment."), file=sys.stderr)  # noqa: T201
    call.library.maintenance.finish_index()


def _quoted(word: str) -> str:
    """The word with a filter value that contains spaces quoted, as the shell removed the quotes."""
    if " " not in word or '"' in word:
        return word
    key, colon, value = word.partition(":")
    return f'{key}:"{value}"' if colon and key.isalpha() else word
