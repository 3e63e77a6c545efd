"""What a word can mean: keys that words of the same meaning share, within a language and across Dutch and English.

The words come from the Dutch-English dictionary; its English equivalents serve as a bridge between two Dutch words too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from briefing.article import Language
from briefing.language.dictionary import EQUIVALENTS, LANGUAGE, DictionaryEntry, dictionary
from briefing.language.en import morphology
from briefing.language.languages import base as code_of
from briefing.language.stem import stem

PIVOT: Final[Language] = EQUIVALENTS
"""The language whose words are the keys that languages share."""

# How surely a match by each sort of key is one of meaning. The order is what counts; the values were set by hand on the
# development samples (bench/samples/compare/dev-*), in steps of .05.
LEMMA: Final = 1.0
SENSES: Final = (0.9, 0.8, 0.7)
BACK: Final = 0.7
PART: Final = 0.6
PHRASE: Final = 0.5
PREFIXED: Final = 0.8
DERIVED: Final = 0.6
_SHORT: Final = 3
PARTICLES: Final = frozenset(
    {
        "up",
        "out",
        "down",
        "off",
        "away",
        "back",
        "over",
        "in",
        "on",
        "aside",
        "apart",
        "through",
        "against",
        "for",
        "ahead",
    }
)
"""The English words that make another verb of the verb before them."""


def pivot_key(word: str) -> str:
    """The key of a word of the pivot language."""
    return f"{PIVOT}:{stem(word, PIVOT)}"


def meaning_keys(word: str, language: Language) -> Mapping[str, float]:
    """Keys of a word in lower case by what the dictionary knows of it, with their strength 0..1; none in other languages."""
    known = _MEANINGS.get(code_of(language))
    return known.keys(word) if known else {}


@lru_cache(maxsize=100_000)
def dutch_keys(word: str) -> dict[str, float]:
    """Keys of a Dutch word in lower case, with their strength 0..1; none where the dictionary does not know it."""
    found: dict[str, float] = {}
    readings = dictionary().readings(word)
    derived = 1.0
    if not readings and word.startswith("be") and len(word) > 6:
        readings, derived = tuple(one for one in dictionary().readings(word[2:]) if one.entry.pos == "v"), PREFIXED
    for reading in readings:
        _add(found, reading.entry, derived if not reading.parts else 0.8)
        for part in reading.parts:
            _add(found, part.entry, PART)
    return found


@lru_cache(maxsize=100_000)
def parted_keys(word: str, language: Language) -> Mapping[str, Mapping[str, float]]:
    """The particles that can stand apart from the word, in lower case, if it is a verb; with its keys beside each: "wees ... af"."""
    known = _MEANINGS.get(code_of(language))
    return known.parted(word) if known else {}


def _dutch_parted(word: str) -> Mapping[str, Mapping[str, float]]:
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for reading in dictionary().readings(word):
        if reading.entry.pos == "v":
            for particle, whole in dictionary().particles.get(reading.entry.lemma, {}).items():
                _add(found[particle], whole, 1.0)
    return found


def _english_parted(word: str) -> Mapping[str, Mapping[str, float]]:
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for base in bases(word):
        for particle in _english_particles().get(pivot_key(base), ()):
            _raise(found[particle], f"{pivot_key(base)} {particle}", LEMMA)
    return found


@cache
def _english_particles() -> Mapping[str, set[str]]:
    """By the key of an English verb the particles that make another verb of it: in the dictionary, and among the opposites."""
    from briefing.compare.antonyms import keys_of_antonyms

    senses = (sense.english for entry in dictionary().entries if entry.pos == "v" for sense in entry.senses)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key in (*(key for english in senses for key, _ in english_words(english)), *keys_of_antonyms()):
        verb, _, particle = key.partition(" ")
        if particle:
            found[verb].add(particle)
    return found


def can_be_verb(word: str, language: Language) -> bool:
    """Whether the dictionary knows the word, in lower case, as a form of a verb."""
    known = _MEANINGS.get(code_of(language))
    return known is not None and known.is_verb(word)


def is_past(word: str, language: Language) -> bool:
    """Whether the word is a verb in the past tense and nothing else, as far as the dictionary knows."""
    known = _MEANINGS.get(code_of(language))
    return known is not None and known.is_past(word)


def _is_dutch_verb(word: str) -> bool:
    return any(reading.entry.pos == "v" for reading in dictionary().readings(word))


def _is_dutch_past(word: str) -> bool:
    readings = dictionary().readings(word)
    return bool(readings) and all(reading.form.startswith("past") for reading in readings)


def _is_english_past(word: str) -> bool:
    return any(sort == "v" and name == "past" for _, sort, name in morphology.candidates(word))


def _is_english_verb(word: str) -> bool:
    return any(pivot_key(base) in _english_verbs() for base in bases(word))


@cache
def _english_verbs() -> frozenset[str]:
    senses = (sense.english for entry in dictionary().entries if entry.pos == "v" for sense in entry.senses)
    return frozenset(key for english in senses for key, sure in english_words(english) if sure == 1.0)


def _add(found: dict[str, float], entry: DictionaryEntry, strength: float) -> None:
    _raise(found, f"nl:{entry.lemma}", LEMMA * strength)
    for rank, sense in enumerate(entry.senses):
        for key, sure in english_words(sense.english):
            _raise(found, key, SENSES[min(rank, 2)] * sure * strength)


@lru_cache(maxsize=100_000)
def english_keys(word: str) -> dict[str, float]:
    """Keys of an English word in lower case, with their strength 0..1."""
    found: dict[str, float] = {}
    for base in bases(word):
        key = pivot_key(base)
        _raise(found, key, LEMMA)
        for lemma in _dutch_of().get(key, ()):
            _raise(found, f"nl:{lemma}", BACK)
            _raise(found, f"nl/{stem(lemma, LANGUAGE)}", DERIVED)
    return found


def bases(word: str) -> Iterable[str]:
    """The word, and the words whose irregular form it is."""
    return dict.fromkeys(
        [
            word,
            *([f"{word[:-2]}an"] if word.endswith("men") else []),
            *_irregular().get(word, ()),
            *(
                lemma
                for lemma, _, name in morphology.candidates(word)
                if (name in {"past", "part"} and not word.startswith(lemma)) or (name == "ing" and len(lemma) < _SHORT)
            ),
        ]
    )


@cache
def _irregular() -> Mapping[str, list[str]]:
    """The verbs by their irregular forms."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for base, forms in morphology.irregular_verbs().items():
        for written in forms:
            for form in written.split("/"):
                found[form].append(base)
    return found


def english_words(phrase: str) -> list[tuple[str, float]]:
    """The keys of an English equivalent: surely the word itself, less surely each longer word of several."""
    whole = phrase.lower().removeprefix("to ").split()
    if len(whole) == 2 and whole[1] in PARTICLES:
        return [(f"{pivot_key(whole[0])} {whole[1]}", 1.0), (pivot_key(whole[0]), PHRASE)]
    words = [
        word
        for word in phrase.lower().split()
        if word not in {"to", "the", "a", "of", "be", "up", "out", "on", "in", "for"}
    ]
    if len(words) == 1:
        return [(pivot_key(words[0]), 1.0)]
    return [(pivot_key(word), PHRASE) for word in words if len(word) > 3]


@cache
def _dutch_of() -> dict[str, list[str]]:
    """English key -> the Dutch lemmas that it translates as one of their first two senses."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for entry in dictionary().entries:
        for sense in entry.senses[:2]:
            for key, sure in english_words(sense.english):
                if sure == 1.0 and entry.lemma not in found[key]:
                    found[key].append(entry.lemma)
    return dict(found)


def _raise(found: dict[str, float], key: str, strength: float) -> None:
    found[key] = max(found.get(key, 0.0), strength)


class _WordMeanings(NamedTuple):
    """The dictionary's knowledge of the words of one language."""

    keys: Callable[[str], Mapping[str, float]]
    parted: Callable[[str], Mapping[str, Mapping[str, float]]]
    is_verb: Callable[[str], bool]
    is_past: Callable[[str], bool]


_MEANINGS: Mapping[Language, _WordMeanings] = {
    LANGUAGE: _WordMeanings(dutch_keys, _dutch_parted, _is_dutch_verb, _is_dutch_past),
    PIVOT: _WordMeanings(english_keys, _english_parted, _is_english_verb, _is_english_past),
}
"""The languages of the dictionary."""
