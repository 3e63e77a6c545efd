"""Who is named in an article: people by all the forms of their names, and who holds which office, up to where one has read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Final

from briefing.article import Language
from briefing.claims.mentions import Mention
from briefing.claims.source_words import SourceWords, source_words
from briefing.language.first_names import Gender, gender_of_first_name
from briefing.language.lexicon import lexicon

_SHORTLY: Final = 600
_NEXT: Final = 200
_CANDIDATES: Final = 8


class People:
    """The people who are named anywhere in an article, by their full names."""

    def __init__(self, mentions: Iterable[Mention], language: Language) -> None:
        self._links = lexicon(language).name_links
        self._suffixes = source_words(language).name_suffixes
        self._by_last: dict[str, list[str]] = {}
        self._by_first: dict[str, list[str]] = {}
        self.genders: dict[str, Gender] = {}
        self._single: set[str] = set()
        self._organisations: set[str] = set()
        for mention in mentions:
            if mention.name and mention.kind == "person":
                self._add(mention)
            elif mention.name and mention.is_certain:
                self._organisations.add(mention.name)

    def _add(self, mention: Mention) -> None:
        name, parts = mention.name, self._parts(mention.name)
        self.genders[name] = self.genders.get(name) or mention.gender
        if self._is_short(parts):
            self._single.add(name)
        else:
            _add_to(self._by_last.setdefault(parts[-1], []), name)
            _add_to(self._by_first.setdefault(parts[0], []), name)

    def _parts(self, name: str) -> list[str]:
        """The words of a name without "Jr." after it."""
        parts = name.split()
        return parts[:-1] if len(parts) > 1 and parts[-1].lower() in self._suffixes else parts

    def _is_short(self, parts: Sequence[str]) -> bool:
        """Whether the parts are a surname alone: "Smit", "van der Berg"."""
        return all(part.lower() in self._links for part in parts[:-1])

    def is_person(self, name: str) -> bool:
        """Whether the name is somewhere that of a person."""
        return name in self._single or bool(self.full_names(name))

    def may_be_surname(self, name: str) -> bool:
        """Whether the name is one word that nothing in the article makes an organisation's or a place's."""
        return self._is_short(self._parts(name)) and name not in self._organisations

    def full_names(self, name: str) -> list[str]:
        """The full names of which this is a short form, or the name itself if it is one."""
        parts = self._parts(name)
        same_ending = self._by_last.get(parts[-1], ())
        if not self._is_short(parts):
            return [full for full in same_ending if _are_one(full, name)]
        ending = " " + name.lower()
        fitting = [full for full in same_ending if " ".join(self._parts(full)).lower().endswith(ending)]
        plain = [full for full in fitting if full.lower().endswith(ending)]
        return plain or fitting or self._by_first.get(name, [])


def _add_to(names: list[str], name: str) -> None:
    """Keep a name once; where there are many, no short form stands for one of them anyhow."""
    known = next((at for at, other in enumerate(names) if _are_one(other, name)), None)
    if known is not None:
        names[known] = max(names[known], name, key=lambda one: (one.split()[0] in gender_of_first_name(), len(one)))
    elif len(names) < _CANDIDATES:
        names.append(name)


def _are_one(one: str, other: str) -> bool:
    """Whether two full names differ only by middle names or initials, or by words of a headline before the first name."""
    few, many = sorted((one.split(), other.split()), key=len)
    if few[-1] != many[-1] or not set(few) <= set(many):
        return False
    return few[0] == many[0] or (few[0] in gender_of_first_name() and many[0] not in gender_of_first_name())


@dataclass(slots=True)
class Cast:
    """Who was named so far, with the place where each was named last.

    `roles` gives for a noun ("minister", "vakbond") the names that it was said of, `companies` the names that may be one,
    `topic` the last of these that was a subject, `sure` the names of which the text tells whether they are a person's.
    """

    people: People
    language: Language
    topic: str = ""
    companies: dict[str, int] = field(default_factory=dict)
    media: dict[str, int] = field(default_factory=dict)
    roles: dict[str, dict[str, int]] = field(default_factory=dict)
    named: set[str] = field(default_factory=set)
    sure: set[str] = field(default_factory=set)
    genders: dict[str, Gender] = field(default_factory=dict)

    def full_name(self, name: str, gender: Gender = "") -> str:
        """The one full name that the name is short for; the name itself where there is none, or where two fit."""
        fitting = [full for full in self.people.full_names(name) if self.fits(full, gender)]
        if fitting and not fitting[0].lower().endswith(name.lower()):  # a first name stands for somebody named before
            fitting = [full for full in fitting if full in self.named]
        if len(fitting) > 1:
            fitting = [full for full in fitting if full in self.named]
        return fitting[0] if len(fitting) == 1 else name

    def fits(self, name: str, gender: Gender) -> bool:
        """Whether nothing says that the one with the name is of the other gender."""
        known = self.gender(name)
        return not gender or not known or known == gender

    def medium_named(self, name: str) -> str:
        """The one medium named before that the last word of its name stands for ("the Post"); else the name itself."""
        fitting = [full for full in self.media if full.endswith(f" {name}")]
        return fitting[0] if len(fitting) == 1 else name

    def gender(self, name: str) -> Gender:
        """Man or woman, where the text or the first name tells it."""
        return self.genders.get(name) or self.people.genders.get(name, "")

    def note(self, mention: Mention, name: str, *, is_sure: bool) -> None:
        """Keep a name with what was said of it."""
        words = source_words(self.language)
        self.named.add(name)
        if is_sure:
            self.sure.add(name)
        if mention.gender and mention.kind == "person":
            self.genders.setdefault(name, mention.gender)
        self.hold(mention, name)
        if _is_medium(mention, name, words):
            _name_again(self.media, name, mention.place)
        elif mention.kind == "organisation" and self._may_be_company(mention, name, words):
            _name_again(self.companies, name, mention.place)
            if mention.is_subject:
                self.topic = name

    def hold(self, mention: Mention, name: str) -> None:
        """Keep what a mention says that somebody is, unless he is so no longer."""
        if not _is_past(mention, source_words(self.language)):
            for noun in mention.phrase.nouns:
                _name_again(self.roles.setdefault(noun, {}), name, mention.place)

    def offices_of(self, body: str, noun: str) -> list[str]:
        """The offices named so far that end in the noun and begin with the body: "rtl nederland-topman" for "RTL-topman"."""
        return [office for office in self.roles if office.startswith(body) and office.endswith(f"-{noun}")]

    def _may_be_company(self, mention: Mention, name: str, words: SourceWords) -> bool:
        """Whether an organisation has a name that no noun of a public body explains and that is no place."""
        nouns = {noun for noun in mention.phrase.nouns if words.kind_of(noun) == "organisation"}
        public = any(not noun.endswith(tuple(words.companies)) for noun in nouns)
        return not public and name.lower() not in words.places and not self.people.is_person(name)

    def company(self, at: int) -> str:
        """The company that was the last subject nearby, or the one named shortly before the offset; "" if there are more."""
        near = list(islice(_shortly_before(self.companies, at), 2))
        if self.topic and at - self.companies[self.topic] <= _NEXT:
            return self.topic
        return near[0] if len(near) == 1 else ""

    def medium(self, at: int) -> str:
        """The one medium that was named before, or the one named shortly before the offset; "" where there are more."""
        return _one_of([self.media], at)

    def holder(self, nouns: Sequence[str], at: int) -> str:
        """The one name that any of the nouns was said of, or the one so named shortly before the offset; "" where there are more."""
        return _one_of([self.roles[noun] for noun in nouns if noun in self.roles], at)


def _is_medium(mention: Mention, name: str, words: SourceWords) -> bool:
    """Whether a name is that of an agency, a paper or a broadcaster."""
    last = name.rsplit(maxsplit=1)[-1].lower()
    return (
        name in words.agencies
        or last in words.papers | words.agency_nouns
        or any(noun.endswith(tuple(words.agency_nouns)) for noun in mention.phrase.nouns)
    )


def _is_past(mention: Mention, words: SourceWords) -> bool:
    """Whether what the phrase says of the name is so no longer: "former minister"."""
    prefixes = tuple(word for word in words.past if word.endswith("-"))
    return any(noun.startswith(prefixes) or noun.split()[0] in words.past for noun in mention.phrase.nouns)


def _one_of(groups: Sequence[dict[str, int]], at: int) -> str:
    said = {name for named in groups for name in islice(named, _CANDIDATES)}
    if len(said) > 1:
        said = {name for named in groups for name in islice(_shortly_before(named, at), _CANDIDATES)}
    return said.pop() if len(said) == 1 else ""


def _name_again(named: dict[str, int], name: str, place: int) -> None:
    """Put a name last, with its place."""
    named.pop(name, None)
    named[name] = place


def _shortly_before(named: dict[str, int], at: int) -> Iterator[str]:
    """The names, the last first, up to the first that stands too far before the offset."""
    return takewhile(lambda name: at - named[name] <= _SHORTLY, reversed(named))
