"""What a passage is compared by: its words with the keys that they can be matched by, in either language.

A key is a string that two words share when they can mean the same; its strength is 0..1. Similarity of passages is computed
elsewhere.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from sys import intern
from typing import Final

from briefing.article import Language, Span
from briefing.compare.meaning import meaning_keys, parted_keys
from briefing.compare.synonyms import synonym_keys
from briefing.compare.word_lists import verdict_words
from briefing.language.folding import without_accents
from briefing.language.lexicon import lexicon
from briefing.language.places import Place, places_in
from briefing.language.stem import stem
from briefing.language.tokens import Tokens, tokens_of

_CLOSED: Final = frozenset("DPpBXxtCRSK")
"""The tags of words that carry no content of their own: docs/claims.md. Negations do carry some."""
_OPENING: Final = frozenset(".!?:\"'“‘”„")
# How sure a match by each sort of key is: from how often such matches stood in true pairs of the development sentences.
EXACT: Final = 1.0
STEM: Final = 0.95
COGNATE: Final = 0.5
INITIALS: Final = 0.9
PLACE: Final = 0.95
ADJECTIVE_OF_PLACE: Final = 0.9
_LONGEST_INITIALS: Final = 6
_JOINT: Final = 6
# How far a verb keeps its own meaning where a particle makes another verb of it.
_WITH_PARTICLE: Final = 0.6
# How far after its verb a particle can stand, in words; what bounds a clause; what can follow a particle.
_CLAUSE: Final = 12
_JOINERS: Final = frozenset("CRSK")
_AFTER_PARTICLE: Final = frozenset("pCRSKt")
_COGNATE_LETTERS: Final = 5


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a passage: its text in lower case, where it stands in the passage's text, and its keys with their strength.

    `measure` tells that it is a word of dates and amounts, such as "million", "euro" and "last": to share it says little.
    """

    text: str
    span: Span
    name: bool
    number: bool
    measure: bool
    keys: Mapping[str, float]


@dataclass(frozen=True)
class Profile:
    """The terms of a passage that carry its meaning, in their order."""

    terms: tuple[Term, ...]

    def indexed(self) -> "Profile":
        """The same profile, indexed: one that is compared with many is indexed once."""
        _ = self.by_key
        return self

    @property
    def is_indexed(self) -> bool:
        """Whether `by_key` was made already."""
        return "by_key" in self.__dict__

    @cached_property
    def by_key(self) -> Mapping[str, Sequence[tuple[int, float]]]:
        """Key -> the places of the terms that have it, with its strength there."""
        found: dict[str, list[tuple[int, float]]] = {}
        for place, term in enumerate(self.terms):
            for key, strength in term.keys.items():
                found.setdefault(key, []).append((place, strength))
        return found


def profile(text: str, language: Language) -> Profile:
    """The terms of the text; function words carry nothing and are left out."""
    return profile_of(tokens_of(text, lexicon(language).abbreviations), language)


def profile_of(tokens: Tokens, language: Language) -> Profile:
    """The terms of the text that has these tokens; a particle that stands apart belongs to its verb."""
    words = lexicon(language)
    measures, telling = _measures(language), verdict_words(language).light.telling
    terms: list[Term] = []
    particles: set[int] = set()
    idioms, behind = _idioms_in(tokens, language), 0
    for place, word in enumerate(tokens.words):
        if place in particles or place < behind:
            continue
        if place in idioms:
            behind, meaning = idioms[place]
            span = Span(tokens.starts[behind - 1], tokens.ends[behind - 1])
            terms.append(
                Term(intern(meaning), span, name=False, number=False, measure=False, keys=keys(meaning, language))
            )
            continue
        for part, start in _parts(word):
            lower = intern(part.lower().replace("’", "'"))
            number = lower[0].isdigit()
            closed = words.tags.get(lower, "") in _CLOSED and lower not in telling
            closed = closed and not (part.isupper() and len(part) > 1)
            if not number and (closed or not lower[0].isalpha() or len(lower) < 2):
                continue
            at = tokens.starts[place] + start
            name = part[0].isupper() and place > 0 and tokens.words[place - 1][-1] not in _OPENING
            known = keys(lower, language)
            particle = None if name or number else _particle_of(tokens, place, lower, language)
            if particle is not None:
                particles.add(particle)
                known = {
                    **{key: strength * _WITH_PARTICLE for key, strength in known.items()},
                    **parted_keys(lower, language)[tokens.lower[particle]],
                }
            terms.append(Term(lower, Span(at, at + len(part)), name, number, lower in measures, known))
    return Profile(tuple(_with_initials(_with_places(terms, places_in(tokens, language)))))


def _idioms_in(tokens: Tokens, language: Language) -> Mapping[int, tuple[int, str]]:
    """By the place of its first token each set phrase: the place behind it, and the word that means the same."""
    known = _idioms(language)
    found = {}
    for place in [place for place, word in enumerate(tokens.lower) if word in known]:
        for phrase, meaning in known[tokens.lower[place]]:
            if tuple(tokens.lower[place : place + len(phrase)]) == phrase:
                found[place] = place + len(phrase), meaning
    return found


@cache
def _idioms(language: Language) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """By their first words the set phrases of a language with what they mean."""
    found: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for joined, meaning in verdict_words(language).idioms.words.items():
        phrase = tuple(joined.split())
        found[phrase[0]] = (*found.get(phrase[0], ()), (phrase, meaning))
    return found


def _with_places(terms: Sequence[Term], places: Sequence[Place]) -> list[Term]:
    """The terms with the keys of the places they name; a place of several words is one term."""
    if not places:
        return list(terms)
    found: list[Term] = []
    at = 0
    for term in terms:
        while at < len(places) and places[at].span.end <= term.span.start:
            at += 1
        place = places[at] if at < len(places) and places[at].span.contains(term.span) else None
        if place is None:
            found.append(term)
        elif not (found and place.span.contains(found[-1].span)):
            known = {**term.keys} if place.span == term.span else {}
            known[f"@{place.key}"] = PLACE if place.is_name else ADJECTIVE_OF_PLACE
            found.append(replace(term, span=place.span, name=True, keys=known))
    return found


def _particle_of(tokens: Tokens, place: int, verb: str, language: Language) -> int | None:
    """The place of the particle that stands after the verb at a place in its clause, if one does.

    A word that can be a preposition is the particle only where nothing follows that it could govern.
    """
    known_words = lexicon(language)
    tags, known = known_words.tags, parted_keys(verb, language)
    if not known or (place and tags.get(tokens.lower[place - 1]) == "D"):
        return None
    for at in range(place + 1, min(place + _CLAUSE, len(tokens))):
        word = tokens.lower[at]
        if not word[0].isalnum() or tags.get(word, "") in _JOINERS:
            break
        if word in known:
            after = tokens.lower[at + 1] if at + 1 < len(tokens) else "."
            beside = known_words.particles_beside and at == place + 1
            if beside or not after[0].isalnum() or tags.get(after, "") in _AFTER_PARTICLE:
                return at
        if known_words.particles_beside and tags.get(word) == "p":
            break
    return None


def _with_initials(terms: Sequence[Term]) -> Iterator[Term]:
    """The terms; the first word of a name of several has the key of its initials, and so has "WHO" or "NVWA"."""
    place = 0
    while place < len(terms):
        end = place
        while (
            end < len(terms)
            and terms[end].name
            and (end == place or terms[end].span.start - terms[end - 1].span.end < _JOINT)
        ):
            end += 1
        initials = "".join(term.text[0] for term in terms[place:end]) if end - place > 1 else terms[place].text
        if end - place > 1 or (terms[place].name and len(initials) < _LONGEST_INITIALS):
            first = terms[place]
            yield replace(first, keys={**first.keys, f"@{initials}": INITIALS})
            yield from terms[place + 1 : end]
        else:
            yield terms[place]
        place = max(end, place + 1)


@cache
def _measures(language: Language) -> frozenset[str]:
    """The words by which a language names periods, money and shares."""
    table = lexicon(language).figures
    dates, numbers = table.dates, table.numbers
    single = (dates.week, dates.month, dates.year, dates.quarter, dates.half, dates.ago)
    listed = (dates.last, dates.this, dates.next, dates.weekdays, dates.months, dates.periods, dates.days)
    return frozenset(single).union(
        *listed,
        dates.seasons,
        table.clock.lasting,
        numbers.multipliers,
        numbers.units,
        table.money.after,
        table.percentages.words,
    )


def _parts(word: str) -> list[tuple[str, int]]:
    """The parts of a word joined by hyphens with their places; "T-Mobile" and "e-mail" are whole."""
    parts = word.split("-")
    if len(parts) == 1 or any(len(part) < 2 for part in parts):
        return [(word, 0)]
    placed: list[tuple[str, int]] = []
    at = 0
    for part in parts:
        placed.append((part, at))
        at += len(part) + 1
    return placed


@lru_cache(maxsize=100_000)
def keys(word: str, language: Language) -> Mapping[str, float]:
    """The keys of a word in lower case, each with its strength."""
    if word[0].isdigit():
        return {_number(word, language): EXACT}
    found = {word: EXACT}
    plain = without_accents(word)
    stemmed = stem(plain, language)
    found.setdefault(f"{language}/{stemmed}", STEM)
    for key, strength in meaning_keys(word, language).items():
        found[key] = max(found.get(key, 0.0), strength)
    found |= synonym_keys(found)
    sound = _sounds(plain)
    if len(sound) > _COGNATE_LETTERS:
        found.setdefault(f"~{sound[:_COGNATE_LETTERS]}", COGNATE)
    return found


def _number(word: str, language: Language) -> str:
    numbers = lexicon(language).figures.numbers
    thousands, point = numbers.thousands or ",", numbers.decimal or "."
    if re.fullmatch(rf"\d{{1,3}}(?:\{thousands}\d{{3}})+(?:\{point}\d+)?", word):
        word = word.replace(thousands, "")
    return "=" + word.replace(point, ".")


def _sounds(word: str) -> str:
    """The word in the letters that Dutch and English spellings of the same loan share."""
    word = re.sub(r"ij|y", "i", word)
    word = word.replace("ph", "f").replace("th", "t").replace("ch", "c").translate(str.maketrans("kqzv", "ccsf"))
    return re.sub(r"(.)\1", r"\1", word)
