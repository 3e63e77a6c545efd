"""Countries, their parts and cities in a text, each with one key in every language, so that two reports can be held against each other.

The names of countries come from CLDR, by babel; what it lacks stands in `places.toml` of each language.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.article import Language, Span
from briefing.language.languages import base, folder_of, has_data
from briefing.language.lexicon import Lexicon, Phrase, lexicon
from briefing.language.tables.loading import empty, load
from briefing.language.tables.places import PlaceRoles, PlaceTable
from briefing.language.tokens import Tokens, tokens_of

_LONGEST: Final = 4
_LONGEST_INITIALS: Final = 3
_CODE: Final = 2
_NOT_COUNTRIES: Final = frozenset(("EU", "EZ", "UN", "XA", "XB", "ZZ"))


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it. `key` goes from the country inwards: "GB", "GB/england", "GB/england/london".

    `scene` tells that it is said where something happens ("in Londen"), and not whose it is ("Britse", "in Londen gevestigde").
    """

    span: Span
    key: str
    scene: bool
    is_name: bool = True
    """Whether it is the place's own name, and no adjective or inhabitant."""

    def holds(self, other: "Place") -> bool:
        """Whether the other is the same place or lies in it."""
        return f"{other.key}/".startswith(f"{self.key}/")


def places_of(text: str, language: Language) -> tuple[Place, ...]:
    """The places that the text names, in order, none overlapping; spans are offsets in the text."""
    return places_in(tokens_of(text, lexicon(language).abbreviations), language)


def places_in(tokens: Tokens, language: Language) -> tuple[Place, ...]:
    """The places that the text with these tokens names."""
    names = _names(language)
    words = lexicon(language)
    found: list[Place] = []
    end = behind = 0
    for at in [at for at, word in enumerate(tokens.words) if word[0].isupper() or word[0] == "'"]:
        if at < behind:
            continue
        size, key, is_name = names.read(tokens, at)
        if key:
            listed = bool(found) and found[-1].scene and all(words.tag(word) in ",K" for word in tokens.words[end:at])
            scene = is_name and (listed or names.is_scene(tokens, words, at, at + size))
            end = at + size
            found.append(Place(Span(tokens.starts[at], tokens.ends[at + size - 1]), key, scene, is_name))
        behind = at + size
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of places in a language: by first word the phrases with their key, and whether each is no adjective."""

    by_word: dict[str, tuple[tuple[Phrase, str, bool], ...]]
    before: frozenset[str]
    traits: frozenset[str]

    def read(self, tokens: Tokens, at: int) -> tuple[int, str, bool]:
        """How many tokens name a place from the token on, 0 for none; its key, empty for a homonym, and whether it is no adjective."""
        word = tokens.words[at]
        if not (word[0].isupper() or word[0] == "'"):
            return 0, "", False
        lower = _bare(tokens.lower[at])
        if len(lower) <= _LONGEST_INITIALS and not _bare(word).isupper() and lower in _INITIALS:
            return 0, "", False
        for phrase, key, is_name in self.by_word.get(lower, ()):
            last = at + len(phrase)
            if len(phrase) == 1 or tuple(map(_bare, tokens.lower[at:last])) == phrase:
                return len(phrase), key, is_name
        return 0, "", False

    def is_scene(self, tokens: Tokens, words: Lexicon, first: int, last: int) -> bool:
        """Whether a preposition of place stands before the name, with at most an article and an adjective between."""
        if last < len(tokens) and tokens.lower[last] in self.traits:
            return False
        at = first - 1
        while (
            at >= 0
            and first - at < _LONGEST
            and (words.tag(tokens.words[at]) in "DA" or self._is_adjective(tokens, at))
        ):
            at -= 1
        return at >= 0 and tokens.lower[at] in self.before and not (at > 0 and tokens.lower[at - 1] in self.traits)

    def _is_adjective(self, tokens: Tokens, at: int) -> bool:
        size, _, is_name = self.read(tokens, at)
        return size == 1 and not is_name


_INITIALS: Final = frozenset(("us", "uk", "usa", "vs", "vk", "uae", "vae"))


def _bare(word: str) -> str:
    """The word without the full stops of initials."""
    return word.replace(".", "")


def role_words(language: Language) -> PlaceRoles:
    """The words beside a place that tell its role."""
    return _table(language).role


@cache
def _table(language: Language) -> PlaceTable:
    code = base(language)
    known = has_data(code) and folder_of(code).joinpath("places.toml").is_file()
    return load(PlaceTable, code, "places") if known else empty(PlaceTable)


@cache
def _names(language: Language) -> _Names:
    from babel import Locale, UnknownLocaleError  # its tables take longer to load than all else here

    table = _table(language)
    listed = table.places
    territories: Mapping[str, str] = {}
    with suppress(UnknownLocaleError, ValueError):
        territories = Locale.parse(language, sep="-").territories
    known = {
        name.lower(): (code, True)
        for code, name in territories.items()
        if len(code) == _CODE and code.isalpha() and code not in _NOT_COUNTRIES
    }
    known |= {name: (key, True) for name, key in (*listed.countries.items(), *listed.cities.items())}
    known |= {name: (key, False) for name, key in listed.adjectives.items()}
    known |= dict.fromkeys(table.role.homonyms, ("", False))
    by_word: dict[str, list[tuple[Phrase, str, bool]]] = {}
    for name, (key, is_name) in sorted(known.items(), key=lambda entry: -len(entry[0].split())):
        phrase = tuple(name.split())
        by_word.setdefault(phrase[0], []).append((phrase, key, is_name))
    return _Names(
        {first: tuple(phrases) for first, phrases in by_word.items()},
        table.role.before,
        table.role.traits,
    )
