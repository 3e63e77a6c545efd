"""Whom a pronoun, a role or a short name stands for: the one subject nearby that fits, or nobody.

A pronoun goes to a subject or speaker of the nearest sentence that has somebody who fits, never to an object, an addressee or a
name inside a modifier; where one of these fits as well, or two subjects do, it is left open. The preference for subjects is that
of centering (Grosz, Joshi and Weinstein 1995).
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final

from briefing.claims.claim import SourceKind
from briefing.claims.mentions import Mention, mention_of
from briefing.claims.people import Cast
from briefing.claims.source_kind import phrase_in
from briefing.claims.source_phrase import SourcePhrase
from briefing.claims.source_words import source_words
from briefing.language.first_names import Gender
from briefing.language.reading import Range, Reading
from briefing.language.tags import VERBS, Tag

_BARE: Final = 2
"""Words of a bare role: "the minister"."""
_REACH: Final = 3
"""Sentences back in which a pronoun looks for whom it stands for."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something at a place in the text. `name` is the full name, else the words; `is_settled` is false for what is open."""

    mention: Mention
    name: str
    kind: SourceKind
    gender: Gender
    is_settled: bool
    speaks: bool

    @property
    def is_subject(self) -> bool:
        """Whether it speaks or is the subject of its clause."""
        return self.speaks or self.mention.is_subject


class Discourse:
    """The sentences of an article so far, with who was in them."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._words = source_words(cast.language)
        self._before: deque[list[Referent]] = deque(maxlen=_REACH)

    def read_sentence(
        self,
        mentions: Sequence[Mention],
        speakers: Sequence[Range],
        *,
        tags: Sequence[Range] = (),
        counts: bool = True,
    ) -> list[Referent]:
        """Who is in a sentence; `speakers` are the sources in it, `tags` those behind what they say. Later ones may refer to them.

        A sentence within a quotation does not count among those that a pronoun looks back over.
        """
        starts, tagged = {start for start, _ in speakers}, {start for start, _ in tags}
        current: list[Referent] = []
        for mention in mentions:
            speaks = any(at in starts for at in range(*mention.phrase.core))
            if mention.is_predicate and not speaks:
                self._describe(mention, current)
            else:
                one = self._settled(mention, [] if mention.start in tagged else current, speaks=speaks)
                if not one.is_settled and mention.start in tagged:
                    one = self._settled(mention, current, speaks=speaks)
                current.append(one)
                if mention.name:
                    self._cast.note(mention, one.name, is_sure=one.is_settled)
        if current or counts:
            self._before.append(current)
        return current

    def _describe(self, mention: Mention, current: list[Referent]) -> None:
        """Keep what a sentence says its subject is: "Ann Smith is a judge"."""
        subjects = [one for one in current if one.mention.is_subject]
        if len(subjects) == 1 and subjects[0].kind == "person" and subjects[0].is_settled:
            self._cast.hold(mention, subjects[0].name)

    def surname(self, reading: Reading, found: Range) -> Referent | None:
        """The person whose surname the one word is, though it looks like another: "Expert said", where Paul Expert was named."""
        word = reading.span(found).of(reading.text)
        full = self._cast.full_name(word) if found[1] - found[0] == 1 and word[:1].isupper() else word
        if full == word:
            return None
        phrase = SourcePhrase(found, found, word.lower(), found, frozenset(), found[1])
        mention = replace(mention_of(reading, phrase, found), name=word, kind="person")
        return Referent(mention, full, "person", self._cast.gender(full), is_settled=True, speaks=True)

    def possessor(self, reading: Reading, sentence: Range) -> Referent | None:
        """Whose the thing is that a sentence opens with ("His lawyer says"): the one person who is a subject in the one before."""
        pronouns, word = self._words.pronouns, reading.tokens.lower[sentence[0]]
        gender = _gender(word in pronouns.his, word in pronouns.hers)
        has_thing = reading.tags[sentence[0] + 1 : sentence[0] + 2] not in ([], [Tag.AUXILIARY])
        if not gender or not self._before or not has_thing or reading.tags[sentence[0]] in VERBS:
            return None
        before = [
            one for one in self._before[-1] if one.kind != "document" and one.mention.phrase.head not in pronouns.neuter
        ]
        subjects = [one for one in before if one.is_subject]
        others = [one for one in before if one.kind == "person" and self._is_of(one, gender)]
        if len({one.name for one in (*subjects, *others)}) != 1:
            return None
        owner = subjects[0] if subjects else others[0]
        proper = owner.kind == "person" and owner.is_settled and owner.is_subject and self._is_of(owner, gender)
        return owner if proper and not owner.mention.is_joined else None

    def _is_of(self, one: Referent, gender: Gender) -> bool:
        """Whether somebody is, or may be, of the gender."""
        return (one.gender or self._cast.gender(one.name) or gender) == gender

    def kind_of_speaker(self, one: Referent) -> SourceKind:
        """The kind of a source; one word of which nothing tells the kind is a surname, since it speaks."""
        if one.is_settled or one.kind != "organisation" or not one.mention.name:
            return one.kind
        return "person" if self._cast.people.may_be_surname(one.name) else one.kind

    def is_person(self, name: str) -> bool:
        """Whether the name is that of a person in the article."""
        return self._cast.people.is_person(name)

    def _is_near(self, name: str) -> bool:
        """Whether the name is in the last sentences, and nobody else who could have a spokesman speaks there."""
        before = [one for referents in self._before for one in referents]
        others = any(one.speaks and one.kind == "organisation" for one in before)
        return not others and any(one.name == name for one in before)

    def referent_of(self, reading: Reading, found: Range, sentence: Range) -> Referent | None:
        """Whom a phrase names that is in no sentence that was read, as inside a quotation; a pronoun there stays open."""
        phrase = phrase_in(reading, found)
        if phrase is None:
            return None
        mention = mention_of(reading, phrase, sentence)
        if mention.is_pronoun:
            return Referent(mention, mention.words, mention.kind, mention.gender, is_settled=False, speaks=False)
        return self._settled(mention, [], speaks=False)

    def _settled(self, mention: Mention, current: list[Referent], *, speaks: bool) -> Referent:
        if mention.is_pronoun:
            return self._pronoun(mention, current, speaks=speaks)
        if mention.name:
            return self._named(mention, speaks=speaks)
        found = self._role(mention, current)
        if found is None:
            return Referent(mention, mention.words, mention.kind, mention.gender, is_settled=True, speaks=speaks)
        name, kind, gender = found
        return Referent(mention, name, kind, gender or mention.gender, is_settled=True, speaks=speaks)

    def _named(self, mention: Mention, *, speaks: bool) -> Referent:
        """Somebody by name: the full name of one person."""
        person = mention.kind == "person" or (not mention.is_certain and self._cast.people.is_person(mention.name))
        sure = mention.is_certain or (person and speaks)
        full = self._cast.full_name(mention.name, mention.gender) if person else ""
        name = full or self._cast.medium_named(mention.name)
        gender = self._cast.gender(name) or mention.gender
        settled = sure or name in self._cast.sure
        return Referent(mention, name, "person" if person else mention.kind, gender, settled, speaks)

    def _pronoun(self, mention: Mention, current: list[Referent], *, speaks: bool) -> Referent:
        found = self._antecedent(mention, current, speaks=speaks)
        if found is None or self._is_bare_role(found):
            return Referent(mention, mention.words, mention.kind, mention.gender, is_settled=False, speaks=speaks)
        gender = found.gender or mention.gender
        if found.kind == "person" and mention.gender and not mention.is_plural:
            self._cast.genders.setdefault(found.name, mention.gender)
        return Referent(mention, found.name, found.kind, gender, is_settled=True, speaks=speaks)

    def _is_bare_role(self, one: Referent) -> bool:
        """Whether it is only "the minister", "rector" or "de officier van justitie", whose name the text did not tell."""
        mention = one.mention
        start, end = mention.phrase.core
        listed = " ".join(mention.words.split()[1:]) in self._words.of_noun
        whole = mention.phrase.whole == (start, end) or listed
        bare = whole and (mention.is_definite or end == start + 1)
        return one.kind == "person" and bare and not mention.name and one.name == mention.words

    def _antecedent(self, mention: Mention, current: list[Referent], *, speaks: bool) -> Referent | None:
        """Whom a pronoun stands for; `None` where that is open."""
        for referents in chain((current,), reversed(self._before)):
            fitting = [one for one in referents if self._fits(mention, one) and (one.is_settled or one.is_subject)]
            if fitting:
                return self._chosen(mention, fitting, speaks=speaks) or self._lone_speaker(mention, current)
        return None

    def _lone_speaker(self, mention: Mention, current: list[Referent]) -> Referent | None:
        """The one nearby for whom a pronoun can stand, if nothing but his words tells that he is a person: "Kerr said"."""
        near = [one for referents in chain((current,), self._before) for one in referents if self._fits(mention, one)]
        named = [one for one in near if not (one.mention.is_pronoun and not one.is_settled)]
        spoken = [one for one in named if one.speaks and self.kind_of_speaker(one) == "person"]
        if mention.is_plural or not spoken or len({one.name for one in named}) > 1:
            return None
        return replace(spoken[-1], kind="person", is_settled=True)

    def _fits(self, mention: Mention, one: Referent) -> bool:
        """Whether a pronoun or a "man" may stand for it, by number, gender and kind."""
        if one.mention.is_modifier:
            return False
        plural = one.mention.is_plural or one.mention.is_joined
        if mention.is_plural:
            return plural and one.kind in {"group", "person", "anonymous"}
        if mention.kind == "organisation":
            return one.kind in {"organisation", "document"} and not plural
        if one.kind != "person" and not (one.kind == "anonymous" and not plural) and one.is_settled:
            return False
        if one.mention.is_pronoun and not one.is_settled and one.kind != "person":
            return False
        known = one.gender or self._cast.gender(one.name)
        return (not plural or one.mention.is_joined) and (not mention.gender or not known or known == mention.gender)

    def _chosen(self, mention: Mention, fitting: list[Referent], *, speaks: bool) -> Referent | None:
        """The one of those who fit whom a pronoun stands for: one subject alone, or the speaker whose words the others are in."""
        subjects = [one for one in fitting if one.is_subject]
        if not subjects or any(one.mention.is_joined or not one.is_settled for one in subjects):
            return None
        if mention.is_plural:
            return subjects[0] if len({one.name for one in subjects}) == 1 else None
        if len({_identity(one) for one in fitting if one.is_subject or not one.mention.is_owner}) == 1:
            return subjects[0]
        speakers = [one for one in subjects if one.speaks and not one.mention.is_embedded]
        alone = len({one.name for one in speakers}) == 1 and (speaks or mention.is_subject)
        return speakers[-1] if alone and not self._is_better_known(mention, fitting, speakers[-1]) else None

    def _is_better_known(self, mention: Mention, fitting: list[Referent], speaker: Referent) -> bool:
        """Whether another than the speaker is known to be of the gender of a pronoun, and the speaker, who has no name, is not."""
        if not mention.gender or speaker.mention.name or speaker.gender:
            return False
        return any(one.gender == mention.gender for one in fitting if _identity(one) != _identity(speaker))

    def _role(self, mention: Mention, current: list[Referent]) -> tuple[str, SourceKind, Gender] | None:
        """Name, kind and gender of whom a bare "the minister" takes up; `None` where that is not safe."""
        noun = mention.phrase.head
        if not self._is_bare(mention):
            return None
        if noun in self._words.anybody:
            found = self._antecedent(mention, current, speaks=True)
            return (found.name, "person", found.gender) if found and found.mention.name else None
        name = self._cast.holder(self._offices(mention), mention.place)
        if name and (noun not in self._words.representatives or self._is_near(name)):
            return name, mention.kind, self._cast.gender(name)
        if noun in self._words.agency_nouns and (name := self._cast.medium(mention.place)):
            return name, "organisation", ""
        if noun in self._words.companies and (name := self._cast.company(mention.place)):
            return name, "organisation", ""
        return None

    def _is_bare(self, mention: Mention) -> bool:
        """Whether it is a definite noun with at most one adjective: "the minister", "de technisch directeur"."""
        start, end = mention.phrase.core
        definite = mention.words.split()[0].lower() in self._words.definite
        return definite and end - start in {2, 3} and mention.phrase.whole == (start, end) and not mention.name

    def _offices(self, mention: Mention) -> list[str]:
        """The nouns that may have been said of whom a bare role takes up; with an adjective only both words together."""
        noun, (start, end) = mention.phrase.head, mention.phrase.core
        if end - start > _BARE:
            return [noun for noun in mention.phrase.nouns if noun.count(" ") == 1]
        body, hyphen, last = noun.rpartition("-")
        of_body = self._cast.offices_of(body, last) if hyphen else []
        return [noun, *self._words.offices.get(noun, noun).split("/"), *of_body]


def _gender(is_his: bool, is_hers: bool) -> Gender:
    return "masculine" if is_his else "feminine" if is_hers else ""


def _identity(one: Referent) -> str:
    """What tells one from another: the last word of a person's name, so that a short form counts as the same."""
    named = one.mention.name or (one.mention.is_pronoun and one.is_settled)
    return one.name.split()[-1] if named and one.kind == "person" else one.name
