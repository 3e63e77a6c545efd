"""Whose a quotation is that has no tag: of the subject of the sentence right before, or of the speaker who goes on; else of nobody."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from briefing.claims.claim import Extent, Source
from briefing.claims.coreference import Referent
from briefing.language.reading import Range, Reading
from briefing.language.tags import MARKS, NOMINAL, VERBS, Tag

_OPENERS: Final = VERBS | NOMINAL | {Tag.DETERMINER}
_REACH: Final = 3
"""Tokens after a quotation within which the subject of its tag begins."""


class Speaker(NamedTuple):
    """Somebody with the channels through which his words come, and where they come from in the end."""

    source: Source
    via: tuple[str, ...] = ()
    root: str | None = None


class Speakers:
    """Who speaks in each sentence of an article, in order."""

    def __init__(self) -> None:
        self._speaker: Speaker | None = None
        self._subject: Speaker | None = None
        self._introduced: Speaker | None = None

    def begin_paragraph(self) -> None:
        """A person who was the subject before is not one any more; a speaker or somebody introduced by a colon is."""
        self._subject = self._introduced

    def read_sentence(
        self, reading: Reading, sentence: Range, referents: Sequence[Referent], speaker: Speaker | None
    ) -> None:
        """Go on with a sentence; `speaker` is the source of the last attribution in it."""
        self._introduced = _introduced(reading, sentence, referents)
        self._speaker = speaker
        self._subject = None if speaker else _subject(reading, referents)

    def of_quotation(self) -> Speaker | None:
        """Who speaks in a quotation that fills the next sentence."""
        return self._speaker or self._subject

    def last(self) -> Speaker | None:
        """Who spoke in the sentence before."""
        return self._speaker

    def go_on(self, speaker: Speaker | None) -> None:
        """A quotation of the speaker fills the sentence."""
        self._speaker, self._subject, self._introduced = speaker, None, None


def goes_on_reporting(reading: Reading, sentence: Range) -> bool:
    """Whether the form of its verb tells that a sentence goes on with what somebody said: "Er habe keine Wahl."."""
    first, limit = sentence
    if not reading.words.reporting_forms:
        return False
    if reading.tags[first] == Tag.SUBORDINATOR:
        first = next((at for at in range(first, limit) if reading.tags[at] == Tag.COMMA), limit)
    finite = next((at for at in range(first, limit) if reading.tags[at] in VERBS), limit)
    reports = finite < limit and reading.tokens.lower[finite] in reading.words.reporting_forms
    return reports and not reading.words.names.pronouns.author.intersection(reading.lower(sentence))


class QuotationTag(NamedTuple):
    """What stands after a quotation in its sentence, with a verb that the rules do not know: "..., gaat Hens verder"."""

    speaker: Speaker | None


def tag_after(reading: Reading, end: int, limit: int, referents: Sequence[Referent]) -> QuotationTag | None:
    """The tag after a quotation that ends before the token; `None` where the sentence ends with the quotation."""
    at = end
    while at < limit and reading.tags[at] in MARKS:
        at += 1
    if at >= limit:
        return None
    near = [one for one in referents if at <= one.mention.start <= at + _REACH and one.mention.is_subject]
    if not near or reading.tags[at] not in _OPENERS or not near[0].is_settled or near[0].mention.is_joined:
        return QuotationTag(None)
    return QuotationTag(_speaker(reading, near[0]) if near[0].kind == "person" else None)


def _subject(reading: Reading, referents: Sequence[Referent]) -> Speaker | None:
    """The one person who is the subject of the sentence."""
    subjects = [one for one in referents if one.is_subject and not one.mention.is_embedded]
    if not subjects or any(one.mention.is_joined or not one.is_settled for one in subjects):
        return None
    same = {one.name for one in subjects}
    return _speaker(reading, subjects[0]) if len(same) == 1 and subjects[0].kind == "person" else None


def _introduced(reading: Reading, sentence: Range, referents: Sequence[Referent]) -> Speaker | None:
    """The person whom a sentence that ends in a colon is about: its subject, else the last one named: "And from Ann Hope:"."""
    if reading.tags[sentence[1] - 1] != Tag.COLON:
        return None
    told = [one for one in referents if not (one.mention.is_owner or one.mention.is_modifier)]
    people = [one for one in told if one.kind == "person" and one.is_settled]
    subjects = [one for one in told if one.is_subject]
    if subjects:
        people = [one for one in people if one.is_subject] if len({one.name for one in subjects}) == 1 else []
    return _speaker(reading, people[-1]) if people else None


def _speaker(reading: Reading, one: Referent) -> Speaker:
    return Speaker(Source(Extent.of(reading.span(one.mention.phrase.whole)), one.name, one.kind), (), one.name)
