"""Who a source is: the name its words stand for, what sort of source it is, and the channels it reaches us through."""

from dataclasses import dataclass, field
from functools import cache

from briefing.article import Language
from briefing.claims.claim import SourceKind
from briefing.claims.reading import Range, Reading
from briefing.language.lexicon import lexicon

_KINDS: tuple[SourceKind, ...] = ("anonymous", "document", "group", "person", "organisation")


@dataclass(frozen=True, slots=True)
class _Kinds:
    of_noun: dict[str, SourceKind]
    agencies: frozenset[str]
    agency_nouns: frozenset[str]
    titles: frozenset[str]
    anonymous: frozenset[str]
    persons: frozenset[str]
    groups: frozenset[str]
    authors: frozenset[str]
    definite: frozenset[str]


@dataclass(slots=True)
class Cast:
    """Who has been named so far in an article."""

    person: str = ""
    organisation: str = ""
    names: dict[str, str] = field(default_factory=dict)


def names_in(reading: Reading, found: Range) -> list[str]:
    """The proper names in a phrase, in order: runs of capitalised words that are no adjective."""
    names: list[str] = []
    at, end = found
    while at < end:
        if reading.tags[at] != "M" or _is_adjective(reading, at, end):
            at += 1
            continue
        stop = at + 1
        while stop < end and (reading.tags[stop] == "M" or _links_names(reading, stop, end)):
            stop += 1
        names.append(reading.text[reading.tokens.starts[at] : reading.tokens.ends[stop - 1]])
        at = stop
    return names


def _links_names(reading: Reading, at: int, end: int) -> bool:
    """Whether a small word belongs to a name: "Van der Schans", "Marine Le Pen"."""
    if reading.tokens.lower[at] not in reading.words.name_links:
        return False
    return any(tag == "M" for tag in reading.tags[at + 1 : min(end, at + 3)])


def _is_adjective(reading: Reading, at: int, end: int) -> bool:
    word = reading.tokens.lower[at]
    return at + 1 < end and reading.tags[at + 1] in "NA" and word.endswith(reading.words.adjective_endings)


def kind_of(reading: Reading, found: Range) -> SourceKind:
    """What sort of source the words name."""
    known = _kinds(reading.words.language)
    lower = reading.lower(found)
    head = _head(reading, found)
    if head in known.authors:
        return "author"
    if any(word in known.anonymous for word in lower):
        return "anonymous"
    for word in (head, head.rsplit("-", 1)[-1]):
        if word in known.of_noun:
            return known.of_noun[word]
    if reading.span(found).of(reading.text) in known.agencies:
        return "organisation"
    names = names_in(reading, found)
    if lower and (lower[0] in known.titles or any(word in known.titles for word in lower[:-1])):
        return "person"
    if names and len(names[0].split()) >= 2:
        return "person"
    for noun, kind in known.of_noun.items():
        if len(noun) > 4 and head.endswith(noun) and reading.words.one_word_nouns:
            return kind
    return "organisation" if names else "group"


def _head(reading: Reading, found: Range) -> str:
    """The head noun: the last word before a preposition, a comma or the end."""
    start, end = found
    head = reading.tokens.lower[start]
    for at in range(start, end):
        if at > start and reading.tags[at] in ",pR(s":
            break
        if reading.tags[at] in "NMP" or at == start:
            head = reading.tokens.lower[at]
    for at in range(start, end):
        if reading.tags[at] == "N" and at + 1 < end and reading.tags[at + 1] == "M":
            return reading.tokens.lower[at]
        if at > start and reading.tags[at] in ",pR(":
            break
    return head


def resolve(reading: Reading, found: Range, kind: SourceKind, cast: Cast) -> str:
    """The name that the words stand for: their own, or the one named before that a pronoun or a role takes up."""
    known = _kinds(reading.words.language)
    words = reading.span(found).of(reading.text)
    lower = reading.lower(found)
    names = names_in(reading, found)
    if names:
        name = names[0]
        full = cast.names.get(name.split()[-1], "")
        if len(name.split()) == 1 and full:
            name = full
        if kind == "person":
            cast.person = name
            cast.names[name.split()[-1]] = name
            return name
        if kind == "organisation":
            cast.organisation = names[-1] if _head(reading, found) in known.agency_nouns else name
            return cast.organisation if len(lower) <= 3 else words
        return words
    if len(lower) == 1 and lower[0] in known.persons and cast.person:
        return cast.person
    if kind == "organisation" and lower[0] in known.definite and len(lower) == 2 and cast.organisation:
        return cast.organisation
    if kind == "person" and lower[0] in known.definite and len(lower) == 2 and cast.person:
        return cast.person
    return words


@cache
def _kinds(language: Language) -> _Kinds:
    table = lexicon(language).names
    of_noun: dict[str, SourceKind] = {}
    for kind in _KINDS:
        for noun in table["kinds"][kind].split():
            of_noun.setdefault(noun.replace("_", " "), kind)
    pronouns = table["pronouns"]
    return _Kinds(
        of_noun,
        frozenset(table["agencies"]["names"]),
        frozenset(table["agencies"]["nouns"].split()),
        frozenset(table["titles"]["person"].lower().split()),
        frozenset(table["anonymous"]["modifiers"].split()),
        frozenset(pronouns["person"].split()),
        frozenset(pronouns["group"].split()),
        frozenset(pronouns["author"].split()),
        frozenset(table["pronouns"]["definite"].split()),
    )
