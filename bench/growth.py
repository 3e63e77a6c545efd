"""How the time of each step grows with the text: `python -m bench.growth [STEP...] [--size CHARACTERS] [--limit SECONDS]`.

Texts of many patterns, in one sentence, in sentences, in lines and in paragraphs, at 1, 4 and 16 times a size. Prints every
step and pattern whose time grows more than 1.3 times as much as its text between the two largest sizes that were finished, or
that is not finished within the limit.
"""

import argparse
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter, process_time
from types import FrameType

from briefing.article import Article
from briefing.claims import claims_of
from briefing.compare import compare
from briefing.compare.ledger import ledger_of
from briefing.ingest.text import read_article
from briefing.summary import summarise
from briefing.translate.literal.engine import translator
from store.index_terms import terms

UNITS = (
    *("zegt dat", "Jan", "Jan Smit", "de minister zegt", "volgens Reuters", "het bestuur", "zou", "niet", "en", "maar"),
    *(
        "12 maart 2021",
        "48 miljoen euro",
        "3,5 procent",
        "«",
        '"',
        '"Nee", zegt Jan,',
        "'",
        "(",
        "((",
        "[x](",
        "*a",
        "<!--",
    ),
    *(
        "says that",
        "John",
        "according to",
        "the minister said",
        "may have",
        "who said that",
        "which",
        "he",
        "url: a",
        "x: y",
    ),
    *(
        "date 2021",
        "die",
        "die zegt",
        "a.b.",
        "...",
        "-",
        "—",
        ";",
        "a,",
        "Mr.",
        "99",
        "é",
        "ontkent dat er",
        "of niet",
    ),
    *("Piet Smit, de burgemeester van Delft,", "naar verluidt", "de kade van de haven van de stad"),
)
JOINED: dict[str, Callable[[str, int], str]] = {
    "one sentence": lambda unit, size: "De kade: " + f"{unit} " * (size // (len(unit) + 1)) + "dicht",
    "sentences": lambda unit, size: f"De haven is dicht, {unit} het werk gaat door. " * (size // (len(unit) + 38)),
    "paragraphs": lambda unit, size: f"Kop {unit} dicht.\n\n" * (size // (len(unit) + 12)),
    "lines": lambda unit, size: f"{unit} a\n" * (size // (len(unit) + 3)),
}
GROWN = (1, 4, 16)
ALLOWED = 1.3
SHORT = 0.05
"""Seconds below which a time is too short to tell."""


class TooLongError(Exception):
    """A step took longer than its limit."""


def _article(text: str) -> Article:
    return read_article(text.encode(), name="-", language="nl")


def _other(article: Article) -> Article:
    return replace(article, id="other", outlet="Noord")


def _translate(article: Article) -> object:
    engine = translator()
    return [engine.translate([one.text], "nl", "en") for one in article.paragraphs]


STEPS: dict[str, Callable[[str, Article], object]] = {
    "ingest": lambda text, _: _article(text),
    "claims": lambda _text, article: claims_of(article),
    "search": lambda _text, article: terms(article.text),
    "translate": lambda _text, article: _translate(article),
    "summary": lambda _text, article: summarise([article]),
    "compare": lambda _text, article: compare(article, _other(article)),
    "ledger": lambda _text, article: ledger_of([article, _other(article)]),
}


def timed(act: Callable[[], object], limit: float) -> float | None:
    """The processor time of a call in seconds; `None` where it took longer than the limit by the clock."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        began = process_time()
        act()
        return process_time() - began
    except TooLongError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def measured(step: str, text_of: Callable[[int], str], size: int, limit: float) -> list[float | None]:
    """The times of a step for each size, up to the first that is not finished."""
    times: list[float | None] = []
    for by in GROWN:
        text = f"{text_of(size * by)}\n\nDe kade is weer open."
        article = _article(text)
        found = timed(lambda: STEPS[step](text, article), limit)  # noqa: B023
        times.append(found)
        if found is None:
            break
    return times


def grown(times: list[float | None], last: int) -> float:
    """How many times its share a time grew to the size at an index; 1 where it is too short to tell."""
    now, before = times[last], times[last - 1]
    if now is None or before is None or now < SHORT:
        return 1.0
    return now / max(before, SHORT / 16) / (GROWN[last] / GROWN[last - 1])


def main() -> int:
    """Measure every step on every pattern and print those that grow too fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", nargs="*", default=list(STEPS))
    parser.add_argument("--size", type=int, default=1500)
    parser.add_argument("--limit", type=float, default=20.0)
    asked = parser.parse_args()
    for step in asked.step:
        measured(step, lambda size: JOINED["sentences"]("Jan", size), asked.size, asked.limit)
    began, count, found = perf_counter(), 0, 0
    for name, join in JOINED.items():
        for unit in UNITS:
            for step in asked.step:
                count += 1
                for _again in range(3):
                    times = measured(step, lambda size: join(unit, size), asked.size, asked.limit)  # noqa: B023
                    share = grown(times, len(times) - 1)
                    if None not in times and share <= ALLOWED:
                        break
                else:
                    found += 1
                    shown = ", ".join("over the limit" if one is None else f"{one:.3f}" for one in times)
                    print(f"{step:9} {name:12} {unit!r:28} {share:4.1f}  {shown} s", flush=True)
    patterns = len(JOINED) * len(UNITS)
    print(f"{found} of {count} ({patterns} patterns) grow more than their share; {perf_counter() - began:.0f} s")
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
