"""Made-up reports for the measurements: words with the frequencies of a natural language, Dutch compounds among them.

Nothing of it is a text that anyone wrote; the same seed gives the same reports.
"""

import random
from collections.abc import Iterator
from itertools import accumulate

from briefing.article import Article, Language, PublicationDate, laid_out

_ONSETS = (
    "b",
    "d",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "z",
    "bl",
    "dr",
    "gr",
    "kl",
    "pr",
    "sch",
    "st",
)
_VOWELS = ("a", "e", "i", "o", "u", "aa", "ee", "oo", "ie", "ij", "oe", "ui", "ei", "é")
_CODAS = ("", "", "l", "m", "n", "r", "s", "t", "k", "p", "cht", "nd", "rk", "lt", "ng", "st")
_OUTLETS = (
    "De Courant",
    "Het Avondblad",
    "Weekbericht",
    "The Ledger",
    "Daily Report",
    "De Omroep",
    "Northern Star",
    "Streekpost",
)
_ENDINGS = ("", "", "", "en", "e", "s", "ing", "heid")
WORDS = 60_000
COINED = 0.02
BYTES = 3_000


class Reports:
    """A source of made-up reports. `vocabulary` is its words, the most frequent first (Zipf's law, exponent 1).

    The vocabulary is the same for every seed; `COINED` of the words are new: names, figures, compounds not seen before.
    """

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(0)
        self._roots = sorted(
            {self._syllables(1 + place % 3) for place in range(30_000)}, key=lambda root: (len(root), root)
        )[:20_000]
        self.vocabulary = self._words()
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self.vocabulary) + 1)))
        self._random.seed(seed)

    def _words(self) -> list[str]:
        chosen: dict[str, None] = {}
        while len(chosen) < WORDS:
            word = self._compound() if len(chosen) % 3 == 0 and len(chosen) > 2_000 else self._root(len(chosen) + 20)
            chosen[word + (self._random.choice(_ENDINGS) if len(chosen) > 300 else "")] = None
        return list(chosen)

    def _root(self, among: int) -> str:
        return self._random.choice(self._roots[:among])

    def _compound(self) -> str:
        return self._root(8_000) + self._random.choice(("", "s", "en")) + self._root(8_000)

    def _syllables(self, count: int) -> str:
        pick = self._random.choice
        return "".join(pick(_ONSETS) + pick(_VOWELS) + pick(_CODAS) for _ in range(count))

    def words(self, count: int) -> list[str]:
        """Words drawn by their frequency."""
        drawn = self._random.choices(self.vocabulary, cum_weights=self._weights, k=count)
        return [self._compound() if self._random.random() < COINED else word for word in drawn]

    def articles(self, count: int) -> Iterator[Article]:
        """Reports of about `BYTES` bytes each in paragraphs of some sixty words."""
        for place in range(count):
            language: Language = "nl" if place % 3 else "en"
            title = " ".join(self.words(7)).capitalize()
            parts, size = [title], 0
            while size < BYTES:
                parts.append(" ".join(self.words(60)).capitalize() + ".")
                size += len(parts[-1])
            day = PublicationDate(2015 + place % 11, 1 + place % 12, 1 + place % 28)
            paragraphs = laid_out((text, "body") for text in parts)
            yield Article("", title, language, paragraphs, self._random.choice(_OUTLETS), None, day)
