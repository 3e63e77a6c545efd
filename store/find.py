"""Full text: a question in index terms, with the compounds that hold its words, and the snippets of what is found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.article import LANGUAGES, Paragraph, Span
from store.engine import Match, Snapshot, Wanted
from store.question import Asked, Question
from store.words import WORD, even, form, is_plain, key, stem

_SHORTEST_PART = 4
_SHORTEST_REST = 3
_MOST_COMPOUNDS = 50
_MOST_SCANNED = 2000
_LEAD = 40
_LINKS = ("", "s", "e", "en", "n", "er")
SNIPPET = 200
"""About how many characters of the text a snippet shows."""


@dataclass(frozen=True, slots=True)
class Finder:
    """A question in index terms: what the engine is to match, and which words that lights up in a text."""

    match: Match
    phrases: tuple[tuple[str, ...], ...]
    prefixes: tuple[str, ...]

    def lit(self, text: str) -> list[Span]:
        """Where the words that were asked for stand in a text."""
        level = even(text)
        found = WORD.findall(level)
        hits = self._hits(set(found))
        spans = {Span(*one.span()) for one in _any_of(hits).finditer(level)} if hits else set()
        for phrase in self.phrases:
            if len(phrase) > 1:
                spans.update(_beside(level, list(map(key, found)), phrase))
        return sorted(spans)

    def _hits(self, found: set[str]) -> set[str]:
        single = {phrase[0] for phrase in self.phrases if len(phrase) == 1}
        hits = found & single
        hits |= {word for word in found if not is_plain(word) and key(word) in single}
        if self.prefixes:
            hits |= {word for word in found if key(word).startswith(self.prefixes)}
        return hits


def _any_of(hits: set[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(hits, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])")


def _beside(level: str, keys: Sequence[str], phrase: Sequence[str]) -> Iterator[Span]:
    """The words of each place where the phrase stands."""
    spans = [Span(*one.span()) for one in WORD.finditer(level)]
    for at in range(len(keys) - len(phrase) + 1):
        if all(keys[at + step] == part for step, part in enumerate(phrase)):
            yield from spans[at : at + len(phrase)]


def finder(question: Question, snapshot: Snapshot) -> Finder:
    """The question in the index terms of both languages, with the compounds in the library that hold its words."""
    wanted = [_alternatives(asked, snapshot) for asked in question.wanted]
    unwanted = [_alternatives(asked, snapshot, compounds=False) for asked in question.unwanted]
    return Finder(
        Match(tuple(filter(_something, wanted)), tuple(filter(_something, unwanted))),
        tuple(phrase for one in wanted for phrase in one.phrases),
        tuple(prefix for one in wanted for prefix in one.prefixes),
    )


def _something(wanted: Wanted) -> bool:
    return bool(wanted.phrases or wanted.prefixes)


def _alternatives(asked: Asked, snapshot: Snapshot, *, compounds: bool = True) -> Wanted:
    """A phrase stands as it was typed; a single word in all its forms and compounds."""
    phrase = tuple(filter(None, map(form, asked.words)))
    if len(phrase) != 1:
        return Wanted((phrase,) if phrase else (), (), asked.title)
    stems = {stem(phrase[0], language) for language in LANGUAGES}
    if compounds:
        stems |= {one for part in sorted(stems) for one in compounds_with(part, snapshot)}
    forms = sorted({phrase[0], *snapshot.forms(sorted(stems))})
    return Wanted(tuple((one,) for one in forms), phrase if asked.open else (), asked.title)


def compounds_with(part: str, snapshot: Snapshot) -> list[str]:
    """The stems in the library that are compounds of a word and another word of the library, either way round.

    A compound is another stem, perhaps a linking sound ("s", "en"), and the part, or the other way round.
    """
    if len(part) < _SHORTEST_PART:
        return []
    found = [
        whole
        for whole in snapshot.stems(part, "end", _MOST_SCANNED)
        if _is_word({whole.removesuffix(part).removesuffix(link) for link in _LINKS}, snapshot)
    ]
    found += [
        whole
        for whole in snapshot.stems(part, "start", _MOST_SCANNED)
        if _is_word({whole.removeprefix(part).removeprefix(link) for link in _LINKS}, snapshot)
    ]
    return sorted(found, key=len)[:_MOST_COMPOUNDS]


def _is_word(candidates: set[str], snapshot: Snapshot) -> bool:
    return bool(snapshot.forms([one for one in candidates if len(one) >= _SHORTEST_REST]))


def snippet(text: str, paragraphs: Sequence[Paragraph], spans: Sequence[Span]) -> Span | None:
    """The part of the text with the most found words, about `SNIPPET` characters long, cut between words."""
    if not spans:
        return None
    best, most = spans[0].start, 0
    for at, span in enumerate(spans):
        within = sum(1 for other in spans[at : at + 20] if other.end <= span.start + SNIPPET - _LEAD)
        if within > most:
            best, most = span.start, within
    paragraph = next(one for one in reversed(paragraphs) if one.start <= best)
    start = max(paragraph.start, best - _LEAD)
    while paragraph.start < start < best and not text[start - 1].isspace():
        start += 1
    first = next(span for span in spans if span.start == best)
    return Span(start, _cut(text, max(first.end, start + SNIPPET // 2), min(paragraph.end, start + SNIPPET)))


def opening(text: str, paragraphs: Sequence[Paragraph]) -> Span:
    """The beginning of the first paragraph that is no heading: what stands for a snippet where none of the text is found."""
    for paragraph in paragraphs:
        if paragraph.kind == "body":
            start = paragraph.start
            return Span(start, _cut(text, start + SNIPPET // 2, min(paragraph.end, start + SNIPPET)))
    return Span(0, min(SNIPPET, len(text)))


def _cut(text: str, least: int, end: int) -> int:
    """The last end of a word up to `end`, but not before `least`."""
    at = end
    while least < at < len(text) and not text[at].isspace():
        at -= 1
    return max(at, min(least, end)) if at > least else max(least, end)
