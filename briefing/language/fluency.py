"""How usual a run of words is in a language, by a small trigram model over function words and the tags of the others.

The counts of a language stand in its `fluency.gz`, learned from Universal Dependencies treebanks: briefing/language/TAGGER.md
says from which and under which licence. `python -m bench.fluency` learns them. Smoothing after Witten and Bell (1991).
"""

import gzip
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from briefing.language.languages import folder_of, has_data
from briefing.language.lexicon import lexicon
from briefing.language.tagger import tagger
from briefing.language.tags import Tag
from briefing.language.tokens import Tokens, tokens_of

_START, _END = "<s>", "</s>"
_ORDER = 3

Gram = tuple[str, ...]


class Fluency:
    """The model of one language: `kept` are the words that count as themselves, `grams` how often each run was seen."""

    def __init__(self, kept: frozenset[str], grams: Counter[Gram]) -> None:
        self._kept = kept
        self._grams = grams
        self._after: dict[Gram, int] = defaultdict(int)
        self._kinds: dict[Gram, int] = defaultdict(int)
        for gram, times in grams.items():
            self._after[gram[:-1]] += times
            self._kinds[gram[:-1]] += 1

    def surprise(self, tokens: Tokens, tags: Sequence[Tag]) -> list[float]:
        """How unexpected each token is after the two before it, in nats; one more for the end."""
        run = units(tokens, tags, self._kept)
        return [-math.log(self._chance(run[at - 2 : at], run[at])) for at in range(2, len(run))]

    def _chance(self, before: Sequence[str], unit: str) -> float:
        chance = 1.0 / max(1, self._kinds[()])
        for length in range(_ORDER):
            history = tuple(before[len(before) - length :])
            seen = self._after.get(history, 0)
            if seen:
                kinds = self._kinds[history]
                chance = (self._grams.get((*history, unit), 0) + kinds * chance) / (seen + kinds)
        return chance


def units(tokens: Tokens, tags: Sequence[Tag], kept: frozenset[str]) -> list[str]:
    """What the model counts: a kept word with its tag, of any other word the tag; with two starts before and an end."""
    inside = [
        f"{word}/{tag.value}" if word in kept else tag.value for word, tag in zip(tokens.lower, tags, strict=True)
    ]
    return [_START, _START, *inside, _END]


def counted(runs: Iterable[Sequence[str]]) -> Counter[Gram]:
    """How often each run of one, two and three units occurs."""
    grams: Counter[Gram] = Counter()
    for run in runs:
        for at in range(2, len(run)):
            for length in range(_ORDER):
                grams[tuple(run[at - length : at + 1])] += 1
    return grams


def written(kept: Iterable[str], grams: Counter[Gram]) -> Iterator[str]:
    """The lines of a file of counts: the kept words, then each run with its count."""
    yield " ".join(sorted(kept)) + "\n"
    for gram, times in sorted(grams.items()):
        yield f"{' '.join(gram)}\t{times}\n"


def parsed(lines: Iterable[str]) -> Fluency:
    """The model in the lines that `written` gives.

    Raises:
        ValueError: a line is not of that form.
    """
    rows = iter(lines)
    kept = frozenset(next(rows).split())
    grams: Counter[Gram] = Counter()
    for row in rows:
        gram, times = row.rsplit("\t", 1)
        grams[tuple(gram.split(" "))] = int(times)
    return Fluency(kept, grams)


@cache
def fluency(language: str) -> Fluency | None:
    """The model of the language, read at the first call; `None` where it has none."""
    path = folder_of(language).joinpath("fluency.gz") if has_data(language) else None
    if path is None or not path.is_file():
        return None
    with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        return parsed(lines)


def surprise(text: str, language: str) -> list[float]:
    """How unexpected each token of a sentence is, in nats; empty for a language without a model or a tagger."""
    model, tags = fluency(language), tagger(language)
    if model is None or tags is None:
        return []
    tokens = tokens_of(text, lexicon(language).abbreviations)
    return model.surprise(tokens, tags.tags(tokens))
