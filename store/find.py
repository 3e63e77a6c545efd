"""Full text: a question in index terms, with the compounds that hold its words, and the snippets of what is found."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from briefing.article import LANGUAGES, Paragraph, Span
from store.engine import Match, Snapshot, Wanted
from store.index_terms import WORD, even, form, key, stem
from store.query import Asked, Question

_SHORTEST_PART = 4
_SHORTEST_REST = 3
_MOST_COMPOUNDS = 50
_MOST_SCANNED = 2000
_MOST_ENDINGS = 40
_MANY = 100
_LEAD = 40
_LINKS = ("", "s", "e", "en", "n", "er")
SNIPPET = 200
"""About how many characters of the text a snippet shows."""


class Finder:
    """A question in index terms: what the engine is to match, and which words that lights up in a text."""

    def __init__(self, match: Match, phrases: Iterable[tuple[str, ...]], prefixes: Iterable[str]) -> None:
        self.match = match
        phrases = list(phrases)
        self._prefixes = tuple(prefixes)
        self._longer = [phrase for phrase in phrases if len(phrase) > 1]
        single = {phrase[0] for phrase in phrases if len(phrase) == 1}
        self._single = {term for term in single if not term.startswith(self._prefixes)}

    def lit(self, text: str) -> list[Span]:
        """Where the words that were asked for stand in a text."""
        level = even(text)
        spans = {span for word in self._lights(level) for span in _spans(word, level)}
        for phrase in self._longer:
            if all(term in level for term in phrase):
                spans.update(_beside(level, phrase))
        return sorted(spans)

    def _lights(self, level: str) -> set[str]:
        """Those of the words of an even text that were asked for.

        Looking for some words in a text takes half the time of taking it apart, which is left for what is not plain.
        """
        if not level.isascii() or len(self._single) > _MANY:
            return self._lit(WORD.findall(level))
        joined = [word for part in level.split() if "'" in part for word in WORD.findall(part)]
        begun = [one for prefix in self._prefixes for one in re.findall(rf"{prefix}[a-z0-9]*", level)]
        return self._lit(joined) | self._lit(begun) | {word for word in self._single if word in level}

    def _lit(self, words: Iterable[str]) -> set[str]:
        terms = {word: key(word) for word in set(words)}
        return {word for word, term in terms.items() if term in self._single or term.startswith(self._prefixes)}


def _spans(word: str, text: str) -> Iterator[Span]:
    """Where a word stands as a whole word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not _goes_on(text[max(0, at - 2) : at][::-1]) and not _goes_on(text[end : end + 2]):
            yield Span(at, end)
        at = text.find(word, end)


def _goes_on(neighbours: str) -> bool:
    """Whether a word goes on with the two characters beside it: with a letter, or an apostrophe and a letter."""
    return neighbours[:1].isalnum() or (neighbours[:1] == "'" and neighbours[1:].isalnum())


def _beside(text: str, phrase: Sequence[str]) -> Iterator[Span]:
    """The words of each place where a phrase stands in an even text."""
    found = list(WORD.finditer(text))
    terms = [key(one.group()) for one in found]
    for at, term in enumerate(terms):
        if term == phrase[0] and tuple(terms[at : at + len(phrase)]) == tuple(phrase):
            yield from (Span(*one.span()) for one in found[at : at + len(phrase)])


def finder(question: Question, snapshot: Snapshot) -> Finder:
    """The question in the index terms of both languages, with the compounds in the library that hold its words."""
    wanted = [_alternatives(asked, snapshot) for asked in question.wanted]
    unwanted = [_alternatives(asked, snapshot, compounds=False) for asked in question.unwanted]
    typed = [form(asked.words[-1]) for asked in question.wanted if asked.typing]
    return Finder(
        Match(tuple(filter(_something, wanted)), tuple(filter(_something, unwanted))),
        [phrase for one in wanted for phrase in one.phrases],
        [prefix for prefix in chain(typed, *(one.prefixes for one in wanted)) if prefix],
    )


def _something(wanted: Wanted) -> bool:
    return bool(wanted.phrases or wanted.prefixes)


def _alternatives(asked: Asked, snapshot: Snapshot, *, compounds: bool = True) -> Wanted:
    """A phrase stands as it was typed; a single word in all its forms and compounds.

    A word that is being typed goes on as the `_MOST_ENDINGS` shortest words of the library do that begin so: to read every
    place of every word that begins with two letters takes longer than a person waits.
    """
    phrase = tuple(filter(None, map(form, asked.words)))
    if len(phrase) != 1:
        return Wanted((phrase,) if phrase else (), (), asked.title)
    word = phrase[0]
    stems = {stem(word, language) for language in LANGUAGES}
    if compounds:
        stems |= {one for part in sorted(stems) for one in compounds_with(part, snapshot)}
    forms = {word, *chain.from_iterable(snapshot.forms(sorted(stems)).values())}
    if asked.typing:
        forms.update(snapshot.beginning(word, _MOST_ENDINGS))
    return Wanted(tuple((one,) for one in sorted(forms)), phrase if asked.open else (), asked.title)


def compounds_with(part: str, snapshot: Snapshot) -> list[str]:
    """The stems in the library that are compounds of a word and another word of the library, the shortest ones.

    A compound is another stem, perhaps a linking sound ("s", "en"), and the part, or the other way round.
    """
    if len(part) < _SHORTEST_PART:
        return []
    rests = {
        whole: {whole.removesuffix(part).removesuffix(link) for link in _LINKS}
        for whole in snapshot.stems(part, "end", _MOST_SCANNED)
    } | {
        whole: {whole.removeprefix(part).removeprefix(link) for link in _LINKS}
        for whole in snapshot.stems(part, "start", _MOST_SCANNED)
    }
    found: list[str] = []
    wholes = sorted(rests, key=len)
    for start in range(0, len(wholes), _MOST_COMPOUNDS):
        some = wholes[start : start + _MOST_COMPOUNDS]
        words = snapshot.forms([rest for whole in some for rest in rests[whole] if len(rest) >= _SHORTEST_REST])
        found += [whole for whole in some if not words.keys().isdisjoint(rests[whole])]
        if len(found) >= _MOST_COMPOUNDS:
            break
    return found[:_MOST_COMPOUNDS]


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
