"""How the time of each step grows with the text: `python -m bench.growth [STEP...] [--only PATTERN...] [--limit SECONDS]`.

Texts of many patterns, in one sentence, in sentences, in lines, in paragraphs and as HTML, at 1, 4 and 16 times a size. Prints
every step and pattern whose time grows more than 1.3 times as much as its text between the two largest sizes, or that is not
finished within the limit. Each case runs in a process of its own, which the system ends at its limit of processor time.
"""

import argparse
import gc
import multiprocessing
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil
from multiprocessing.connection import Connection
from time import perf_counter, process_time

from briefing.article import Article
from briefing.claims import claims_of
from briefing.compare import compare
from briefing.compare.ledger import ledger_of
from briefing.ingest.text import read_article
from briefing.language.sentences import sentences_of
from briefing.summary import summarise
from briefing.translate.literal.engine import translator
from briefing.translate.translation import Forgetful, translations
from store.index_terms import terms

WORDS = (
    *("zegt dat", "Jan", "Jan Smit", "de minister zegt", "volgens Reuters", "het bestuur", "zou", "niet", "en", "maar"),
    *(
        "12 maart 2021",
        "48 miljoen euro",
        "3,5 procent",
        '"Nee", zegt Jan,',
        "die",
        "die zegt",
        "ontkent dat er",
        "of niet",
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
        "date 2021",
    ),
    *("Piet Smit, de burgemeester van Delft,", "naar verluidt", "de kade van de haven van de stad", "99", "Mr."),
)
MARKS = (
    *("«", '"', "'", "(", "((", "[x](", "*a", "<!--", "url: a", "x: y", "a.b.", "...", "-", "—", ";", "a,", "é", "é́"),
    *("\u202ea", "字", "😀", "http://a.b/c"),
)
JOINED: dict[str, Callable[[str, int], str]] = {
    "one sentence": lambda unit, size: "De kade: " + f"{unit} " * (size // (len(unit) + 1)) + "dicht",
    "sentences": lambda unit, size: f"De haven is dicht, {unit} het werk gaat door. " * (size // (len(unit) + 38)),
    "paragraphs": lambda unit, size: f"Kop {unit} dicht.\n\n" * (size // (len(unit) + 12)),
    "lines": lambda unit, size: f"{unit} a\n" * (size // (len(unit) + 3)),
    "one word": lambda unit, size: f"De kade {unit.replace(' ', '') * (size // len(unit))} is dicht.",
}
GROWN = (1, 4, 16)
ALLOWED = 1.3
SHORT = 0.05
"""Seconds below which a time is too short to tell."""
ATTEMPTS = 3
"""How often a case is measured before its growth is believed; the shortest time of each size counts."""
PATIENCE = 30
"""How many times its limit of processor time a case may take by the clock, on a machine that is busy."""


@dataclass(frozen=True, slots=True)
class Case:
    """One step on the texts of one pattern."""

    step: str
    join: str
    unit: str

    def article(self, size: int) -> Article:
        """The article of so many characters."""
        return _article(self.text(size))

    def text(self, size: int) -> str:
        """The text of so many characters, with a line behind it."""
        return f"{JOINED[self.join](self.unit, size)}\n\nDe kade is weer open."


@dataclass(frozen=True, slots=True)
class Step:
    """What is timed, and how many times the size of its texts is that of the others: quick steps need long ones."""

    act: Callable[[str, Article], object]
    size: int = 1


def _article(text: str) -> Article:
    return read_article(text.encode(), name="-", language="nl")


def _other(article: Article) -> Article:
    return replace(article, id="other", outlet="Noord")


def _translate(article: Article) -> object:
    sentences = [one.text for one in sentences_of(article)]
    return translations(sentences, "nl", "en", translator(), memory=Forgetful())


STEPS: dict[str, Step] = {
    "ingest": Step(lambda text, _: _article(text), 16),
    "search": Step(lambda _text, article: terms(article.text), 8),
    "claims": Step(lambda _text, article: claims_of(article), 4),
    "translate": Step(lambda _text, article: _translate(article)),
    "summary": Step(lambda _text, article: summarise([article])),
    "compare": Step(lambda _text, article: compare(article, _other(article))),
    "ledger": Step(lambda _text, article: ledger_of([article, _other(article)])),
}


def timed(case: Case, size: int, limit: float) -> list[float]:
    """The processor time of a case at each size, in seconds, up to the first that is not finished within the limit."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_run, args=(theirs, case, size, limit))
    child.start()
    theirs.close()
    times: list[float] = []
    try:
        while len(times) < len(GROWN) and ours.poll(limit * PATIENCE):
            times.append(ours.recv())
    except EOFError:
        pass
    child.kill()
    child.join()
    return times


def _run(to: Connection, case: Case, size: int, limit: float) -> None:
    """Time the case and send each time; the system ends the process where it takes longer than its limit."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    step = STEPS[case.step]
    for by in GROWN:
        text = case.text(size * by * step.size)
        article = _article(text)
        until = ceil(process_time() + limit)
        resource.setrlimit(resource.RLIMIT_CPU, (until, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        began = process_time()
        step.act(text, article)
        to.send(process_time() - began)


def growth(times: list[float]) -> float:
    """How many times its share the time grew to the largest size; 1 where it is too short to tell."""
    before, now = times[-2:]
    return now / max(before, SHORT / 16) / (GROWN[-1] / GROWN[-2]) if now >= SHORT else 1.0


@dataclass(frozen=True, slots=True)
class Fault:
    """A case that grows too fast, or is not finished."""

    case: Case
    times: list[float]

    def __str__(self) -> str:
        """One line with its times."""
        whole = len(self.times) == len(GROWN)
        shown = ", ".join([f"{one:.3f}" for one in self.times] + ([] if whole else ["over the limit"]))
        share = f"{growth(self.times):4.1f}" if whole else "   -"
        return f"{self.case.step:9} {self.case.join:12} {self.case.unit!r:42} {share}  {shown} s"


def fault(case: Case, size: int, limit: float) -> Fault | None:
    """The fault of a case, which each of several attempts shows; `None` where it has none."""
    best: list[float] = []
    for _attempt in range(ATTEMPTS):
        times = timed(case, size, limit)
        if len(times) < len(GROWN):
            return Fault(case, times)
        best = [min(pair) for pair in zip(best, times, strict=True)] if best else times
        if growth(best) <= ALLOWED:
            return None
    return Fault(case, best)


def cases(steps: list[str], only: list[str]) -> Iterator[Case]:
    """The cases of the steps, of all patterns or of those whose unit is named."""
    for join in JOINED:
        for unit in (*WORDS, *MARKS):
            for step in steps:
                if not only or unit in only:
                    yield Case(step, join, unit)


def main() -> int:
    """Measure every step on every pattern and print those that grow too fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", nargs="*", default=list(STEPS))
    parser.add_argument("--only", nargs="+", default=[], metavar="PATTERN")
    parser.add_argument("--size", type=int, default=1500, help="characters of the smallest text")
    parser.add_argument("--limit", type=float, default=20.0, help="seconds of processor time for one text")
    asked = parser.parse_args()
    for step in asked.step:
        STEPS[step].act(text := Case(step, "sentences", "Jan").text(asked.size), _article(text))
    gc.collect()
    gc.freeze()
    began, count, found = perf_counter(), 0, 0
    for case in cases(asked.step, asked.only):
        count += 1
        if one := fault(case, asked.size, asked.limit):
            found += 1
            print(one, flush=True)
    patterns = len(JOINED) * len((*WORDS, *MARKS))
    print(f"{found} of {count} ({patterns} patterns) grow more than their share; {perf_counter() - began:.0f} s")
    return min(found, 1)


if __name__ == "__main__":
    sys.exit(main())
