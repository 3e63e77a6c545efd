"""How long drift, matrix, source map and versions take over a ledger of 100 outlets and more than 1,000 claims.

    python -m bench.coverage [--outlets 100] [--words 10000]

The reports are those of bench.ledger, each of an outlet of its own; the ledger is made before the clock runs. The two versions
of a report have so many words, of which every tenth sentence was edited.
"""

import argparse
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from bench.ledger import Sentences, known_claims, reports, sentences
from briefing.article import Article, laid_out
from briefing.compare import compare
from briefing.compare.ledger import ledger_of
from briefing.coverage.drift import drifts_of
from briefing.coverage.matrix import matrix_of
from briefing.coverage.revision import revision_of
from briefing.coverage.source_map import source_map_of
from briefing.export.drift import drift_text
from briefing.export.matrix import matrix_csv, matrix_markdown
from briefing.export.source_map import source_map_dot
from locales import catalogue
from tui.signs import UNICODE

Result = TypeVar("Result")


def timed(name: str, work: Callable[[], Result]) -> Result:
    """What the work gives; prints the seconds of the processor that it takes."""
    began = time.process_time()
    result = work()
    print(f"{name:28} {1000 * (time.process_time() - began):8.0f} ms")
    return result


def versions(words: int) -> tuple[Article, Article]:
    """Two versions of a report of so many words."""
    import random

    source = Sentences("nl", sentences()["nl"], random.Random(7))
    texts: list[str] = []
    while sum(len(text.split()) for text in texts) < words:
        texts.append(source.draw())
    edited = [f"{source.draw()[:40].rstrip('.')} {text}" if at % 10 == 0 else text for at, text in enumerate(texts)]
    older, newer = (
        Article(name, "Report", "nl", laid_out((text, "body") for text in lines), outlet="Outlet")
        for name, lines in (("1", texts), ("2", edited))
    )
    return older, newer


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--outlets", type=int, default=100)
    parser.add_argument("--words", type=int, default=10_000)
    asked = parser.parse_args()
    articles = [replace(one, outlet=f"Outlet {place}") for place, one in enumerate(reports(asked.outlets))]
    ledger = ledger_of(articles, claims=known_claims(articles))
    print(f"{len(ledger.rows)} claims, {len(articles)} outlets")
    english = catalogue("en")
    drifts = timed("drift", lambda: drifts_of(ledger))
    timed("drift as text", lambda: drift_text(ledger, drifts, english, UNICODE))
    matrix = timed("matrix", lambda: matrix_of(ledger))
    timed("only here and left out", lambda: (matrix.only_here, matrix.left_out))
    timed("matrix filtered and sorted", lambda: matrix.narrowed("de").sorted_by("date"))
    timed("matrix as Markdown", lambda: matrix_markdown(matrix, english, UNICODE))
    timed("matrix as CSV", lambda: matrix_csv(matrix, english))
    sources = timed("source map", lambda: source_map_of(ledger))
    timed("source map as DOT", lambda: source_map_dot(sources, english))
    older, newer = versions(asked.words)
    claims = known_claims([older, newer])
    comparison = timed(f"versions of {older.words} words", lambda: compare(older, newer, claims=claims))
    revision = timed("  what changed", lambda: revision_of(comparison, claims(older), claims(newer)))
    print(f"{len(revision.changes)} changes: {dict(revision.counts)}")


if __name__ == "__main__":
    main()
