"""Ordinals and numbers of times: "the fourth time", "twice", "voor het eerst"."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefing.article import Language, Span
from briefing.language.figures import Figure
from briefing.language.lexicon import lexicon
from briefing.language.tokens import Tokens


@dataclass(frozen=True, slots=True)
class _OrdinalLookup:
    """The words of a language for ordinals and numbers of times."""

    ranks: Mapping[str, str]
    endings: tuple[str, ...]
    times: Collection[str]
    counts: Mapping[str, str]
    first: re.Pattern[str]
    multiplying: Collection[str]

    def rank(self, word: str) -> str | None:
        """The number that a word such as "vierde" or "14th" stands for."""
        if not word[0].isdecimal():
            return self.ranks.get(word)
        ending = next((one for one in self.endings if word.endswith(one) and word[: -len(one)].isdecimal()), None)
        return word[: -len(ending)] if ending else None


def ordinals_in(text: str, tokens: Tokens, language: Language, figures: Sequence[Figure]) -> list[Figure]:
    """The ordinals and times of a text, as counts: `unit` is what has a rank ("inbraak" in "de tweede inbraak"), or "" for times.

    `tokens` and `figures` are those of the text; what is part of a date is left out.
    """
    words = _words(language)
    found = list(_counted(tokens, figures, words))
    found += (Figure("count", Span(*first.span()), Decimal(1)) for first in words.first.finditer(text.lower()))
    for at, word in enumerate(tokens.lower):
        number = words.counts.get(word) or words.rank(word)
        span = Span(tokens.starts[at], tokens.ends[at])
        if number is None or any(span.overlaps(one.span) for one in (*figures, *found)):
            continue
        after = tokens.lower[at + 1] if at + 1 < len(tokens) else ""
        if word in words.counts and after not in words.multiplying:
            found.append(Figure("count", span, Decimal(number)))
        elif word not in words.counts and after.isalpha() and not _names(tokens, at):
            found.append(Figure("count", span, Decimal(number), "" if after in words.times else after))
    return found


def _counted(tokens: Tokens, figures: Sequence[Figure], words: _OrdinalLookup) -> Iterator[Figure]:
    """The figures that count times, unless they multiply: "five times", but not "five times as many"."""
    for figure in figures:
        at = next((at for at, start in enumerate(tokens.starts) if start >= figure.span.end), len(tokens))
        noun, *after = [*tokens.lower[at : at + 2], ""]
        if figure.kind == "count" and noun in words.times and after[0] not in words.multiplying:
            yield Figure("count", figure.span, figure.value, "", figure.approximate)


def _names(tokens: Tokens, at: int) -> bool:
    """Whether the word belongs to a name: "de Tweede Kamer", "the First World War"."""
    return tokens.words[at][0].isupper() and tokens.words[at + 1][0].isupper()


@cache
def _words(language: Language) -> _OrdinalLookup:
    table = lexicon(language).figures.ordinals
    return _OrdinalLookup(
        table.words,
        table.endings,
        table.times,
        table.counts,
        re.compile(rf"\b(?:{'|'.join(table.first)})\b"),
        table.multiplying,
    )
