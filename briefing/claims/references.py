"""Who is named or meant at each place of an article: names, and the pronouns and roles that stand for one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from briefing.article import Language, Span
from briefing.claims.claim import Claim
from briefing.claims.coreference import Discourse, Referent
from briefing.claims.mentions import Mention, mentions_in
from briefing.claims.people import Cast, People
from briefing.claims.source_words import source_words
from briefing.language.reading import Range, Reading

ReferenceForm = Literal["name", "description", "pronoun", "possessive", "role"]
"""A name, a description that names nobody else ("residents"), a personal pronoun, a possessive in front ("his lawyer"), or a
role that somebody named has ("the minister")."""


_MANY: Final = frozenset(("organisation", "group", "anonymous"))
_LONGEST: Final = 7
"""Words of an introduction at most."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A phrase for somebody, at its place in the article's text.

    `name` is the full name, or the description that a pronoun takes up; "" where it is open whom the phrase stands for.
    `introduced` is the phrase by which the text names them first: "minister Jan Vos"; "" where it never does. `is_bare`
    tells that nothing else in the phrase says who the name is.
    """

    span: Span
    name: str
    form: ReferenceForm
    introduced: str = ""
    is_bare: bool = False


def references_in(readings: Sequence[Reading], claims: Sequence[Claim], language: Language) -> tuple[Reference, ...]:
    """The references in the paragraphs of an article outside quoted speech, in order.

    `claims` tell who speaks; a speaker is the first whom a pronoun may stand for.
    """
    return tuple(map(_sure, _Course(readings, claims, language).references()))


def _sure(one: Reference) -> Reference:
    """A pronoun stands for somebody only where that is a name: a description that it takes up is too easily another's."""
    words = one.name.split()
    named = words != [] and words[-1][:1].isupper()
    return one if named or one.form not in {"pronoun", "possessive"} else replace(one, name="", introduced="")


class _Course:
    """One pass over the readings of an article."""

    def __init__(self, readings: Sequence[Reading], claims: Sequence[Claim], language: Language) -> None:
        self._paragraphs = [(one, [mentions_in(one, sentence) for sentence in one.sentences]) for one in readings]
        everyone = (one for _, paragraph in self._paragraphs for sentence in paragraph for one in sentence)
        self._discourse = Discourse(Cast(People(everyone, language), language))
        self._pronouns = source_words(language).pronouns
        self._speakers = sorted({part for claim in claims if claim.source for part in claim.source.parts})
        self._introduced: dict[str, str] = {}

    def references(self) -> Iterator[Reference]:
        for reading, paragraph in self._paragraphs:
            for sentence, mentions in zip(reading.sentences, paragraph, strict=True):
                owner = self._discourse.possessor(reading, sentence)
                if owner:
                    yield self._taken_up(reading.span((sentence[0], sentence[0] + 1)), owner.name, "possessive")
                referents = self._discourse.read_sentence(mentions, self._speaking(reading, sentence))
                for place, one in enumerate(referents):
                    is_owner = owner is not None and one.mention.start == sentence[0]
                    if one.mention.phrase.head not in self._pronouns.neuter and not is_owner:
                        yield self._reference(reading, one, referents[:place])

    def _speaking(self, reading: Reading, sentence: Range) -> list[Range]:
        """The sources in a sentence as runs of tokens."""
        whole, tokens = reading.span(sentence), reading.tokens
        first, last = bisect_left(self._speakers, (whole.start, 0)), bisect_left(self._speakers, (whole.end, 0))
        return [
            (bisect_left(tokens.starts, part.start), bisect_right(tokens.starts, part.end - 1))
            for part in self._speakers[first:last]
        ]

    def _reference(self, reading: Reading, one: Referent, before: Sequence[Referent]) -> Reference:
        mention = one.mention
        if mention.name:
            self._introduced.setdefault(one.name, _introduction(reading, mention, one))
            found = mention.phrase.name or mention.phrase.core
            return Reference(
                reading.span(found), one.name, "name", self._introduced[one.name], is_bare=mention.phrase.core == found
            )
        name = one.name if one.is_settled and not self._is_unsure(one, before) else ""
        form: ReferenceForm = "pronoun" if mention.is_pronoun else "description" if name == mention.words else "role"
        return self._taken_up(reading.span(mention.phrase.core), name, form)

    def _is_unsure(self, one: Referent, before: Sequence[Referent]) -> bool:
        """Whether a phrase may stand for another than whom it seems to: it should not be replaced.

        "ze" and "they" may mean the police named before them in the sentence, or several where no verb tells; "her" as a
        subject is a possessive, and "her brother" is known only with whose he is.
        """
        owners = self._pronouns.his | self._pronouns.hers
        if one.name.split()[0].lower() in owners:
            return True
        if not one.mention.is_pronoun:
            return False
        word = one.mention.phrase.head
        many = any(other.kind in _MANY for other in before)
        either = word in self._pronouns.plural and (many or not one.mention.is_subject)
        return (word in owners and one.mention.is_subject) or either

    def _taken_up(self, span: Span, name: str, form: ReferenceForm) -> Reference:
        return Reference(span, name, form, self._introduced.get(name, ""))


def _introduction(reading: Reading, mention: Mention, one: Referent) -> str:
    """The phrase that names somebody first, if it has the full name and is no longer than a few words; else the name."""
    words = " ".join(reading.span(mention.phrase.core).of(reading.text).split())
    return words if one.name in words and len(words.split()) <= _LONGEST else one.name
