"""A query expanded to index terms: all forms of its words in each language, and the compounds that contain them."""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from briefing.language.languages import languages
from briefing.language.tables.search import search_words
from store.engine import Snapshot, TextQuery, TextTerms
from store.highlights import Highlighter
from store.index_terms import stem, term_of
from store.query import Query, QueryPhrase

_SHORTEST_PART = 4
_SHORTEST_REST = 3
_MOST_COMPOUNDS = 50
_MOST_SCANNED = 2000
_MOST_ENDINGS = 40


class ExpandedQuery(NamedTuple):
    """What the engine must match, and what finds the matching words in a text."""

    match: TextQuery
    highlighter: Highlighter


def expanded(query: Query, snapshot: Snapshot) -> ExpandedQuery:
    """The query in the index terms of the library."""
    wanted = [_alternatives(phrase, snapshot) for phrase in query.wanted]
    unwanted = [_alternatives(phrase, snapshot, compounds=False) for phrase in query.unwanted]
    typed = [term_of(phrase.words[-1]) for phrase in query.wanted if phrase.typing]
    return ExpandedQuery(
        TextQuery(_without_empty(wanted), _without_empty(unwanted)),
        Highlighter(
            [phrase for one in wanted for phrase in one.phrases],
            [prefix for prefix in chain(typed, *(one.prefixes for one in wanted)) if prefix],
        ),
    )


def _without_empty(wanted: Iterable[TextTerms]) -> tuple[TextTerms, ...]:
    return tuple(one for one in wanted if one.phrases or one.prefixes)


def _alternatives(phrase: QueryPhrase, snapshot: Snapshot, *, compounds: bool = True) -> TextTerms:
    """A phrase as it was typed; a single word in all its forms and compounds.

    An unfinished word is completed to the `_MOST_ENDINGS` shortest words of the library: to read all places of all words
    that begin with two letters would take too long.
    """
    terms = tuple(filter(None, map(term_of, phrase.words)))
    if len(terms) != 1:
        return TextTerms((terms,) if terms else (), (), phrase.title)
    word = terms[0]
    stems = {stem(word, language) for language in languages()}
    if compounds:
        stems |= {one for part in sorted(stems) for one in compounds_with(part, snapshot)}
    forms = {word, *chain.from_iterable(snapshot.forms(sorted(stems)).values())}
    if phrase.typing:
        forms.update(snapshot.completions(word, _MOST_ENDINGS))
    return TextTerms(tuple((one,) for one in sorted(forms)), terms if phrase.open else (), phrase.title)


def compounds_with(part: str, snapshot: Snapshot) -> list[str]:
    """The shortest stems in the library that are compounds of a word and another word of the library.

    A compound is another stem or word, what may join them ("s", "en"), and the part, or the other way round.
    """
    if len(part) < _SHORTEST_PART:
        return []
    joints = {"", *(joint for language in languages() for joint in search_words(language).joints)}
    rests = {
        whole: {whole.removesuffix(part).removesuffix(joint) for joint in joints}
        for whole in snapshot.stems(part, "end", _MOST_SCANNED)
    } | {
        whole: {whole.removeprefix(part).removeprefix(joint) for joint in joints}
        for whole in snapshot.stems(part, "start", _MOST_SCANNED)
    }
    found: list[str] = []
    wholes = sorted(rests, key=len)
    for start in range(0, len(wholes), _MOST_COMPOUNDS):
        some = wholes[start : start + _MOST_COMPOUNDS]
        candidates = [rest for whole in some for rest in rests[whole] if len(rest) >= _SHORTEST_REST]
        words = {*snapshot.forms(candidates), *snapshot.known(candidates)}
        found += [whole for whole in some if not words.isdisjoint(rests[whole])]
        if len(found) >= _MOST_COMPOUNDS:
            break
    return found[:_MOST_COMPOUNDS]
