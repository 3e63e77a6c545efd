"""Damaged and hostile texts through ingest, claims, summary, compare and translate.

    python -m bench.hostile [--count 10000] [--seed 1] [--limit SECONDS] [--seconds SECONDS]

Each text is a part of a sample report that a few mutations, chosen by the number of the text, made hostile: marks of direction,
combining marks, words of thousands of letters, runs of quotation marks, nested brackets, mixed scripts, control characters,
words and sentences said hundreds of times. Prints each text that ends in an exception, or takes more processor time than its
limit, with the number that makes it again: `--first NUMBER --count 1`.
"""

import argparse
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter
from types import FrameType
from typing import Final

from briefing.article import Article, Language
from briefing.claims import claims_of
from briefing.compare import compare
from briefing.ingest.text import read_article
from briefing.language.sentences import sentences_of
from briefing.message import BriefingError
from briefing.summary import summarise
from briefing.translate.literal.engine import translator
from briefing.translate.translation import Forgetful, translations

LANGUAGES: Final[tuple[Language, ...]] = ("nl", "en")
"""The languages as which the texts are read by turns, whatever they look like."""
SAMPLES: Final = Path(__file__).parent / "samples" / "compare"
INVISIBLE: Final = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202d\u202e\u2066\u2067\u2069\ufeff\u00ad\u061c"
COMBINING: Final = "\u0301\u0308\u0327\u0336\u20dd\u0489"
QUOTES: Final = "\"'“”‘’«»‹›„‚`"
BRACKETS: Final = ("()", "[]", "{}", "<>", "«»", "“”", "‘’")
SCRIPTS: Final = (
    "Большой мост",
    "大阪の橋",
    "ميناء",
    "γέφυρα",
    "โรงเรียน",
    "𝔟𝔯𝔲𝔤",
    "🌉👩‍👩‍👧",
    "ﬁﬂ",
    "İıſẞ",
    "١٢٣",
    "²½Ⅻ",
)
CONTROLS: Final = "\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x85\u2028\u2029\ud7ff\ue000\uffff"
LINES: Final = (
    "# ",
    "* ",
    "> ",
    "1. ",
    "title: ",
    "date: 2021-99-99",
    "---",
    "```",
    "| a | b |",
    "\t",
    "url: ",
    "<p>",
    "&#0;",
)
COMMON: Final = 50
"""One text in so many has a run of the longest kind."""
LONG: Final = 300
LONGEST: Final = 20_000

Mutation = Callable[[str, Random], str]


def _put(text: str, words: str, chance: Random) -> str:
    """The text with words at a place taken at random."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + words + text[at:]


def _sprinkled(letters: str) -> Mutation:
    """A mutation that puts one of the letters at some thirty places."""

    def sprinkle(text: str, chance: Random) -> str:
        for _place in range(30):
            text = _put(text, chance.choice(letters), chance)
        return text

    return sprinkle


def _length(chance: Random) -> int:
    """How long a run is: short most of the time."""
    return chance.randrange(1, LONGEST if chance.randrange(COMMON) == 0 else LONG)


def _huge_word(text: str, chance: Random) -> str:
    return _put(
        text,
        f" {chance.choice(['aan', 'ge', 'x', 'vol-', 'O', 'de', '1', '1.'])}" + "ab" * _length(chance) + " ",
        chance,
    )


def _run(text: str, chance: Random) -> str:
    """Runs of one mark or letter."""
    return _put(text, chance.choice(QUOTES + COMBINING + "().,;:!?-–…·*_#€%0 a\n") * _length(chance), chance)


def _nested(text: str, chance: Random) -> str:
    opening, closing = chance.choice(BRACKETS)
    depth = _length(chance)
    return _put(text, opening * depth + " zegt Jan " + closing * chance.randrange(depth + 1), chance)


def _script(text: str, chance: Random) -> str:
    for _place in range(5):
        text = _put(text, chance.choice(SCRIPTS), chance)
    return text


def _repeated(text: str, chance: Random) -> str:
    """A few words of the text many times."""
    words = text.split()
    at = chance.randrange(max(1, len(words)))
    some = " ".join(words[at : at + chance.randrange(1, 12)])
    return _put(text, f" {some}" * (_length(chance) // 3 + 1), chance)


def _cut(text: str, chance: Random) -> str:
    """The text without a part of it."""
    first, last = sorted(chance.randrange(len(text) + 1) for _end in range(2))
    return text[:first] + text[last:]


def _shuffled(text: str, chance: Random) -> str:
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def _line(text: str, chance: Random) -> str:
    for _place in range(3):
        text = _put(text, f"\n{chance.choice(LINES)}", chance)
    return text


def _in_other_case(text: str, chance: Random) -> str:
    return chance.choice((str.upper, str.swapcase, str.title, str.casefold))(text)


def _in_one_line(text: str, chance: Random) -> str:
    return text.replace("\n", " ").replace(".", chance.choice((",", ";", "", " en")))


MUTATIONS: Final[tuple[Mutation, ...]] = (
    *(_sprinkled(letters) for letters in (INVISIBLE, COMBINING, QUOTES, CONTROLS, "()[]{}<>", "\n", ".,;:-")),
    *(_huge_word, _run, _nested, _script, _repeated, _cut, _shuffled, _line, _in_other_case, _in_one_line),
)


def text_of(number: int, seed: int) -> str:
    """The hostile text of that number."""
    chance = Random(f"{seed}:{number}")
    text = chance.choice(_samples())
    start = chance.randrange(len(text))
    text = text[start : start + chance.randrange(50, 1500)]
    for _mutation in range(chance.randrange(1, 5)):
        text = chance.choice(MUTATIONS)(text, chance)
    return text


def _samples() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))]


def put_through(text: str, language: Language, other: Article) -> None:
    """Everything that is computed from a text; an input that is refused as such is no fault."""
    try:
        article = read_article(text.encode("utf-8", "surrogatepass"), name="-", language=language)
    except BriefingError:
        return
    claims_of(article)
    summarise([article])
    compare(article, other)
    sentences = [sentence.text for sentence in sentences_of(article)]
    translations(sentences, language, "en" if language == "nl" else "nl", translator(), memory=Forgetful())


class TooLongError(Exception):
    """A text took longer than its limit."""


def fault_of(text: str, language: Language, other: Article, limit: float) -> str | None:
    """What is wrong with how a text was taken, in a line; `None` where nothing is."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise TooLongError

    signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, limit)
    try:
        put_through(text, language, other)
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return None


def main() -> int:
    """Put the texts through, and print those that fail."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--limit", type=float, default=3.0, help="seconds of processor time for 10,000 characters or fewer"
    )
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no text after so many seconds")
    asked = parser.parse_args()
    other = read_article(_samples()[0].encode(), name="-")
    for language in LANGUAGES:
        put_through(other.text, language, other)
    began, done, faults, characters = perf_counter(), 0, 0, 0
    for number in range(asked.first, asked.first + asked.count):
        if perf_counter() - began > asked.seconds:
            break
        done += 1
        text = text_of(number, asked.seed)
        characters += len(text)
        language = LANGUAGES[number % 2]
        if fault := fault_of(text, language, other, asked.limit * max(1.0, len(text) / 10_000)):
            faults += 1
            print(f"{number}: {len(text)} characters, {fault}", flush=True)
    seconds = perf_counter() - began
    print(f"{faults} of {done} texts ({characters} characters) failed or took too long; {seconds:.0f} s")
    return min(faults, 1)


if __name__ == "__main__":
    sys.exit(main())
