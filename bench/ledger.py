"""How long a ledger of 10, 100 and 1,000 reports takes, with the claims known, and how much memory it needs.

    python -m bench.ledger [--sizes 10 100] [--new]

The reports, of some 700 words each, are built like the sentences of bench/samples with other words of theirs and of the dictionary.
A third of each report are facts that other reports have too, some of them much more often than others. `--new` counts the finding
of the claims in.
"""

import argparse
import random
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import accumulate
from resource import RUSAGE_SELF, getrusage

from bench.compare import SAMPLES as COMPARED
from bench.compare import sample
from bench.verdicts import SAMPLES, planted
from briefing.article import Article, Language, PublicationDate, laid_out
from briefing.claims import claims_of
from briefing.claims.claim import Claim
from briefing.compare.ledger import Ledger, ledger_of
from briefing.compare.ledger_memory import LedgerMemory
from briefing.language.dictionary import PartOfSpeech, dictionary
from briefing.language.lexicon import lexicon
from briefing.language.tagger import tagger
from briefing.language.tags import Tag
from briefing.language.tokens import tokens_of

_WORDS = 700
_SHARED = 0.33
_REMEMBERED = 200
_FIXED = 2_000_000
_CLASSES: Mapping[PartOfSpeech, Tag] = {"n": Tag.NOUN, "a": Tag.ADJECTIVE, "v": Tag.INFINITIVE}
_RARE = 4_000
"""Of the words of the dictionary the one of this rank is taken by half."""
_CHANGED = frozenset((Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.FINITE_VERB, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.NUMBER))


def sentences() -> dict[Language, list[str]]:
    """The sentences of the samples by language."""
    found: dict[Language, list[str]] = {"nl": [], "en": []}
    samples = [sample(path) for path in sorted(COMPARED.glob("*.txt"))]
    pairs = [(one.left, one.right) for one in samples]
    pairs += [(one.left, one.right) for path in sorted(SAMPLES.glob("*.txt")) for one in planted(path)]
    for article in (article for pair in pairs for article in pair):
        found[article.language] += [f"{text.rstrip('.')}." for text in article.text.replace("\n\n", " ").split(". ")]
    return found


def reports(count: int, seed: int = 5) -> list[Article]:
    """Reports about one long story."""
    chance = random.Random(seed)
    pool = {language: Sentences(language, texts, chance) for language, texts in sentences().items()}
    facts = {language: [source.draw() for _ in range(10 * count)] for language, source in pool.items()}
    weights = list(accumulate(1 / (1 + rank) ** 0.7 for rank in range(10 * count)))
    return [_report(chance, place, pool, facts, weights) for place in range(count)]


class Sentences:
    """A source of sentences of a language: those of the samples, with other words of the same class in the place of theirs."""

    def __init__(self, language: Language, texts: Sequence[str], chance: random.Random) -> None:
        self._chance = chance
        known = tagger(language)
        if known is None:
            raise SystemExit(f"no tagger for {language}")
        self._patterns = []
        self._words: dict[Tag, list[str]] = {tag: [] for tag in _CHANGED}
        for text in texts:
            tokens = tokens_of(text, lexicon(language).abbreviations)
            pattern = list(zip(tokens.words, known.tags(tokens), strict=True))
            self._patterns.append(pattern)
            for word, tag in pattern:
                if tag in _CHANGED and word.isalpha():
                    self._words[tag].append(word)
        for entry in dictionary().entries:
            kind = _CLASSES.get(entry.pos)
            word = entry.lemma if language == "nl" else entry.senses[0].english if entry.senses else ""
            if kind and word.isalpha() and chance.random() < _RARE / (_RARE + entry.rank):
                self._words[kind].append(word)

    def draw(self) -> str:
        """A new sentence."""
        pattern = self._chance.choice(self._patterns)
        words = [
            self._chance.choice(self._words[tag]) if tag in _CHANGED and word.isalpha() else word
            for word, tag in pattern
        ]
        text = " ".join(words)
        return text[0].upper() + text[1:].replace(" .", ".").replace(" ,", ",")


def _report(
    chance: random.Random,
    place: int,
    pool: dict[Language, Sentences],
    facts: dict[Language, list[str]],
    weights: Sequence[float],
) -> Article:
    language = "en" if place % 3 == 0 else "nl"
    paragraphs: list[str] = []
    words = 0
    while words < _WORDS:
        shared = chance.random() < _SHARED
        text = chance.choices(facts[language], cum_weights=weights)[0] if shared else pool[language].draw()
        if text not in paragraphs:
            paragraphs.append(text)
            words += len(text.split())
    day = PublicationDate(2020 + place % 4, 1 + place % 12, 1 + place % 28)
    body = laid_out((text, "body") for text in paragraphs)
    return Article(str(place + 1), f"Report {place + 1}", language, body, outlet=f"Outlet {place % 40}", published=day)


def known_claims(articles: Sequence[Article]) -> Callable[[Article], Sequence[Claim]]:
    """What gives the claims of the articles without finding them anew, as a library's cache does."""
    found = {article.id: claims_of(article) for article in articles}
    return lambda article: found[article.id]


def timed(work: Callable[[], Ledger]) -> tuple[float, Ledger]:
    """Seconds of the processor that the work takes, and what it gives."""
    began = time.process_time()
    ledger = work()
    return time.process_time() - began, ledger


def fixed_work() -> float:
    """Seconds of the processor that a fixed piece of work takes, to hold the others against: machines and hours differ."""
    began = time.process_time()
    counts: dict[int, int] = {}
    for number in range(_FIXED):
        counts[number % 1_000] = counts.get(number % 1_000, 0) + 1
    return time.process_time() - began


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100, 1_000], help="numbers of reports")
    parser.add_argument("--new", action="store_true", help="find the claims within the time")
    asked = parser.parse_args()
    ledger_of(reports(2, seed=1))  # reads the word lists
    for size in asked.sizes:
        articles = reports(size)
        claims = claims_of if asked.new else known_claims(articles)
        before = getrusage(RUSAGE_SELF).ru_maxrss // 1024
        seconds, ledger = timed(partial(ledger_of, articles, claims=claims))
        after = getrusage(RUSAGE_SELF).ru_maxrss // 1024
        memory = LedgerMemory()
        if size <= _REMEMBERED:
            ledger_of(articles[1:], claims=claims, memory=memory)
            more, again = timed(partial(ledger_of, articles, claims=claims, memory=memory))
            assert again == ledger
            print(f"{'':15} {more:7.2f} s where all but one report were in the ledger before")
        shared = sum(len(row.articles) > 1 for row in ledger.rows)
        print(
            f"{size:6} reports: {seconds:7.2f} s of the processor, {seconds / fixed_work():.0f} times a fixed piece of work, "
            f"{1000 * seconds / size:6.1f} ms a report, "
            f"memory {before} to {after} MB; {len(ledger.rows)} rows, {shared} of several reports"
        )


if __name__ == "__main__":
    main()
