"""Who a source is: the name its words stand for, and what sort of source it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice, takewhile
from typing import Final

from briefing.article import Language
from briefing.claims.claim import SourceKind
from briefing.claims.reading import Range, Reading
from briefing.language.lexicon import lexicon, values_in

_KINDS: Final[tuple[SourceKind, ...]] = ("anonymous", "document", "group", "person", "organisation")
_NAMES: Final = re.compile("M+")
_SHORTEST_ENDING: Final = 5
_APPOSITION: Final = 5
_NAMED: Final = frozenset(("person", "organisation"))
_SHORTLY: Final = 600
_NEXT: Final = 200
_SHORT: Final = 2


@dataclass(frozen=True, slots=True)
class _Kinds:
    """What the words of a language tell of a source."""

    of_noun: dict[str, SourceKind]
    endings: tuple[tuple[str, SourceKind], ...]
    any_ending: tuple[str, ...]
    agencies: frozenset[str]
    agency_nouns: frozenset[str]
    titles: frozenset[str]
    places: frozenset[str]
    companies: frozenset[str]
    offices: dict[str, str]
    anonymous: frozenset[str]
    persons: frozenset[str]
    authors: frozenset[str]
    definite: frozenset[str]


@dataclass(slots=True)
class Cast:
    """Who has been named so far in an article: full names by their last word, and who spoke last.

    `roles` gives for a noun ("minister", "vakbond") the names that it was said of, `companies` the names that may be one; both with
    where each was last named; `topic` is the last of these that opened a sentence.
    """

    speaker: str = ""
    topic: str = ""
    companies: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    roles: dict[str, dict[str, int]] = field(default_factory=dict)

    def note(self, reading: Reading, found: Range) -> None:
        """Keep the names that stand in a run of tokens."""
        known = _kinds(reading.words.language)
        for start, end in _name_runs(reading, found):
            name = _written(reading, start, end)
            last = reading.tokens.words[end - 1]
            titles = [noun for noun in _nouns_of(reading, start, end, found, known) if noun in known.titles]
            if titles:
                self.names[last] = name
            elif _is_person_name(reading, start, end, known):
                self.names.setdefault(last, name)
            elif self._may_be_company(reading, (start, end), name, known):
                _name_again(self.companies, name, reading.tokens.starts[start])
                if start == 0 or reading.tags[start - 1] in '."':
                    self.topic = name
            name = self.names.get(name, name)
            if name.lower() in known.of_noun:
                continue
            for noun in _nouns_of(reading, start, end, found, known):
                _name_again(self.roles.setdefault(noun, {}), name, reading.tokens.starts[start])

    def _may_be_company(self, reading: Reading, found: Range, name: str, known: "_Kinds") -> bool:
        """Whether a name is short, and neither a place, a medium, a person nor a word that only opens a sentence."""
        start, end = found
        lower = reading.tokens.lower[start:end]
        opens = (start == 0 or reading.tags[start - 1] in '.":(-') and not _begins_statement(reading, start, end)
        return (
            end - start <= _SHORT
            and (not opens or name in self.companies)
            and name not in self.names
            and name not in known.agencies
            and not any(word in known.places or word in known.of_noun for word in lower)
        )

    def company(self, at: int) -> str:
        """The company that opened this sentence or the one before, or the one named shortly before the offset; "" if there are more."""
        if self.topic and at - self.companies[self.topic] <= _NEXT:
            return self.topic
        near = list(_shortly_before(self.companies, at))
        return near[0] if len(near) == 1 else ""

    def holder(self, nouns: Sequence[str], at: int) -> str:
        """The one name that any of the nouns was said of, or the one so named shortly before the offset; "" where there are more."""
        groups = [self.roles[noun] for noun in nouns if noun in self.roles]
        said = {name for named in groups for name in islice(named, 2)}
        if len(said) > 1:
            said = {name for named in groups for name in _shortly_before(named, at)}
        return said.pop() if len(said) == 1 else ""


def _name_again(named: dict[str, int], name: str, place: int) -> None:
    """Put a name last, with its place."""
    named.pop(name, None)
    named[name] = place


def _shortly_before(named: dict[str, int], at: int) -> Iterator[str]:
    """The names, the last first, up to the first that stands too far before the offset."""
    return takewhile(lambda name: at - named[name] <= _SHORTLY, reversed(named))


def _begins_statement(reading: Reading, start: int, end: int) -> bool:
    """Whether a capital at the start of a sentence is a name's: an unknown singular before a verb, or what may be one."""
    first = reading.tokens.lower[start]
    unknown = first not in reading.words.tags and not first.endswith(reading.words.plural_endings)
    return end < len(reading.tags) and reading.tags[end] in "XVNE" and unknown


def _nouns_of(reading: Reading, start: int, end: int, found: Range, known: "_Kinds") -> set[str]:
    """The nouns of persons and organisations that the text says of a name: before, after and in it."""
    tags, lower = reading.tags, reading.tokens.lower
    nouns: set[str] = set()
    if end - start > 1:
        nouns.add(lower[end - 1])
        if reading.words.one_word_nouns or tags[start + 1] != "M":
            nouns.add(lower[start])
    if start > found[0] and tags[start - 1] in "NM":
        nouns.add(lower[start - 1])
    if end + 1 < found[1] and tags[end] == ",":
        at = end + 1
        while at < min(found[1], end + _APPOSITION) and tags[at] in "DAM":
            at += 1
        if at + 1 < found[1] and tags[at] == "N" and tags[at + 1] in ",.p":
            nouns.add(lower[at])
    heads = nouns | {noun.rsplit("-", 1)[-1] for noun in nouns}
    if reading.words.one_word_nouns:
        heads |= {ending for noun in nouns for ending in known.any_ending if noun.endswith(ending)}
    return {head for head in heads if head in known.titles or known.of_noun.get(head) in _NAMED}


def names_in(reading: Reading, found: Range) -> list[str]:
    """The proper names in a phrase, in order: runs of capitalised words that are neither adjective nor title."""
    return [_written(reading, start, end) for start, end in _name_runs(reading, found)]


def _name_runs(reading: Reading, found: Range) -> list[Range]:
    known = _kinds(reading.words.language)
    tags, lower = reading.tags, reading.tokens.lower
    runs: list[Range] = []
    begin, end = found
    covered = begin
    for match in _NAMES.finditer("".join(tags[begin:end])):
        at, stop = match.start() + begin, match.end() + begin
        if at < covered:
            continue
        at = _past_titles(lower, at, stop, known)
        while at < stop and (
            _is_adjective(reading, at, end) or _is_compound(reading, at) or _is_noun(reading, at, stop, known)
        ):
            at += 1
        while stop - at == 1 and stop < end and _links_names(reading, stop, end):
            stop = _past_link(reading, stop, end)
        covered = stop
        if at < stop:
            runs.append((at, stop))
    return runs


def titles(language: Language) -> frozenset[str]:
    """The words of a language that stand before the name of a person, in lower case."""
    return _kinds(language).titles


def articles(language: Language) -> frozenset[str]:
    """The articles of a language and what else makes a noun definite, in lower case."""
    return _kinds(language).definite | lexicon(language).indefinite


def _past_titles(lower: list[str], at: int, stop: int, known: _Kinds) -> int:
    """The token after the last title that stands before a name: "Prime Minister | Ann Smith", but not "Justice | Department"."""
    for place in range(stop - 2, at, -1):
        if lower[place] in known.titles and lower[place + 1] not in known.of_noun:
            return place + 1
    return at


def _is_noun(reading: Reading, at: int, stop: int, known: _Kinds) -> bool:
    """Whether a capitalised word is a title, or a common noun at the start of a sentence."""
    word = reading.tokens.lower[at]
    if word in known.titles:
        return not (at + 1 < stop and reading.tokens.lower[at + 1] in known.of_noun)
    return word in known.of_noun and (at == 0 or reading.tags[at - 1] in '."(')


def _written(reading: Reading, start: int, end: int) -> str:
    return reading.text[reading.tokens.starts[start] : reading.tokens.ends[end - 1]]


def _links_names(reading: Reading, at: int, end: int) -> bool:
    """Whether a small word belongs to a name: "Jan van der Berg"."""
    return reading.tokens.lower[at] in reading.words.name_links and "M" in reading.tags[at + 1 : min(end, at + 3)]


def _past_link(reading: Reading, at: int, end: int) -> int:
    while at < end and reading.tags[at] != "M":
        at += 1
    while at < end and reading.tags[at] == "M":
        at += 1
    return at


def _is_adjective(reading: Reading, at: int, end: int) -> bool:
    """Whether a capitalised word is an adjective before a noun: "Britse autoriteiten"."""
    word = reading.tokens.lower[at]
    return at + 1 < end and reading.tags[at + 1] in "NA" and word.endswith(reading.words.adjective_endings)


def _is_compound(reading: Reading, at: int) -> bool:
    """Whether a name is only the first half of a noun: "Huawei-apparatuur"."""
    head, hyphen, tail = reading.tokens.words[at].rpartition("-")
    return bool(hyphen and head and tail.islower())


def _is_person_name(reading: Reading, start: int, end: int, known: _Kinds) -> bool:
    """Whether a run of capitalised words looks like the name of a person: two or more, none of an organisation."""
    words = reading.tokens.lower[start:end]
    if end - start < 2 or _written(reading, start, end) in known.agencies:
        return False
    return not any(word in known.of_noun or word in known.places or _by_ending(word, known) for word in words) and not (
        words[0].endswith(reading.words.adjective_endings[:1])
        or any(word.isupper() for word in reading.tokens.words[start:end])
    )


def _by_ending(word: str, known: _Kinds) -> SourceKind | None:
    if not word.endswith(known.any_ending):
        return None
    return next(kind for ending, kind in known.endings if word.endswith(ending))


def kind_of(reading: Reading, found: Range, cast: Cast) -> SourceKind:
    """What sort of source the words name."""
    known = _kinds(reading.words.language)
    lower = reading.lower(found)
    head = _head(reading, found)
    if head in known.authors:
        return "author"
    if any(word in known.anonymous for word in lower):
        return "anonymous"
    named = known.of_noun.get(head) or known.of_noun.get(head.rsplit("-", 1)[-1])
    if named is None and reading.words.one_word_nouns and reading.words.tag(head) != "M":
        named = _by_ending(head, known)
    return named or _kind_of_name(reading, found, cast, known)


def _kind_of_name(reading: Reading, found: Range, cast: Cast, known: _Kinds) -> SourceKind:
    """What sort of source a name is that no noun explains."""
    lower = reading.lower(found)
    runs = _name_runs(reading, found)
    if not runs:
        return (
            "group"
            if lower[-1].endswith(reading.words.plural_endings)
            else "person"
            if lower[0] in known.persons
            else "group"
        )
    start, end = runs[0]
    titled = any(word in known.titles for word in lower[: start - found[0]])
    known_person = end - start == 1 and reading.tokens.words[start] in cast.names
    return "person" if titled or known_person or _is_person_name(reading, start, end, known) else "organisation"


def _head(reading: Reading, found: Range) -> str:
    """The head noun: the noun before a name ("persbureau Reuters"), else the last word before a preposition or a comma."""
    known = _kinds(reading.words.language)
    start, end = found
    tags, lower = reading.tags, reading.tokens.lower
    head = lower[start]
    for at in range(start, end):
        if at > start and tags[at] in ",pRC(s:":
            break
        noun = tags[at] == "N" or (at == start and lower[at] in known.of_noun)
        if noun and at + 1 < end and tags[at + 1] == "M":
            return lower[at]
        if tags[at] in "NMP":
            head = lower[at]
    return head


def resolve(reading: Reading, found: Range, kind: SourceKind, cast: Cast) -> str:
    """The name that the words stand for: their own, or the one named before that a pronoun or a role takes up."""
    known = _kinds(reading.words.language)
    words = " ".join(reading.span(found).of(reading.text).split())
    names = names_in(reading, found)
    lower = reading.lower(found)
    if names and kind in {"person", "organisation"}:
        head_is_name = reading.tags[found[1] - 1] == "M" and _head(reading, found) not in known.agency_nouns
        own = _own_names(reading, found)
        name = max(own, key=lambda one: len(one.split())) if kind == "person" else own[-1] if head_is_name else names[0]
        name = cast.names.get(name, name)
        if kind == "person":
            cast.speaker = name
        elif found[1] - found[0] > 3 and not head_is_name and reading.tags[found[1] - 1] != "M":
            return words
        return name
    if names or not _is_definite(lower, known):
        return (cast.speaker or words) if len(lower) == 1 and lower[0] in known.persons else words
    return _taken_up(reading, found, cast, known) or words


def _own_names(reading: Reading, found: Range) -> list[str]:
    """The names in a phrase up to the first that it only belongs to or stands in: "Ann Smith" of "Ann Smith from Acme"."""
    own: list[str] = []
    before = found[0]
    for start, end in _name_runs(reading, found):
        if own and set(reading.tags[before:start]) & set("p,(RC"):
            break
        own.append(_written(reading, start, end))
        before = end
    return own


def _is_definite(lower: list[str], known: _Kinds) -> bool:
    """Whether the phrase is a bare "the company", which takes up what was named before."""
    return len(lower) == 2 and lower[0] in known.definite


def _taken_up(reading: Reading, found: Range, cast: Cast, known: _Kinds) -> str:
    """Who a definite noun takes up: the one it was said of before, or the one company near; "" where that is not safe."""
    noun, at = reading.tokens.lower[found[1] - 1], reading.tokens.starts[found[0]]
    nouns = [noun, *known.offices.get(noun, noun).split("/")]
    return cast.holder(nouns, at) or (cast.company(at) if noun in known.companies else "")


def is_written(reading: Reading, found: Range) -> bool:
    """Whether something can stand in it to be read: a document, a newspaper, a site."""
    return kind_of(reading, found, Cast()) in {"document", "organisation"}


def is_channel(reading: Reading, found: Range) -> bool:
    """Whether the phrase names a medium through which news comes: an agency, a newspaper, a broadcaster."""
    known = _kinds(reading.words.language)
    if any(word in known.agency_nouns for word in reading.lower(found)):
        return True
    return any(name in known.agencies for name in names_in(reading, found)) or (
        reading.span(found).of(reading.text) in known.agencies
    )


@cache
def _kinds(language: Language) -> _Kinds:
    table = lexicon(language).names
    of_noun: dict[str, SourceKind] = {}
    for kind in _KINDS:
        for noun in table["kinds"][kind].split():
            of_noun.setdefault(noun.replace("_", " "), kind)
    endings = tuple((noun, kind) for noun, kind in of_noun.items() if len(noun) >= _SHORTEST_ENDING)
    pronouns, roles = table["pronouns"], table["roles"]
    return _Kinds(
        of_noun=of_noun,
        endings=endings,
        any_ending=tuple(ending for ending, _ in endings),
        agencies=frozenset(table["agencies"]["names"]),
        agency_nouns=frozenset(table["agencies"]["nouns"].split()),
        titles=frozenset(table["titles"]["person"].lower().split()),
        places=frozenset(place.replace("_", " ") for place in table["places"]["names"].lower().split()),
        companies=frozenset(roles["companies"].split()),
        offices=values_in(roles["offices"]),
        anonymous=frozenset(table["anonymous"]["modifiers"].split()),
        persons=frozenset(pronouns["person"].split()),
        authors=frozenset(pronouns["author"].split()),
        definite=frozenset(pronouns["definite"].split()),
    )
