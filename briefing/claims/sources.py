"""The sources of an article's attributions: their names and kinds, the roots of chains, and whose untagged quotations are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from briefing.article import Language
from briefing.claims.chain import Chain
from briefing.claims.claim import Extent, Source
from briefing.claims.coreference import Discourse, Referent
from briefing.claims.mentions import mentions_in, with_speakers
from briefing.claims.people import Cast, People
from briefing.claims.source_kind import names_in, phrase_in
from briefing.claims.source_words import source_words
from briefing.claims.untagged_quotations import Speaker, Speakers, goes_on_reporting, tag_after
from briefing.language.reading import Range, Reading
from briefing.language.reading.extents import phrase_to, sentence_of
from briefing.language.tags import Tag

_CARRYING = frozenset(("say", "claim", "allegation", "deny", "appear"))
_LISTED = frozenset((Tag.COMMA, Tag.NOUN, Tag.NAME, Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER))
_UNNAMED = frozenset(("anonymous", "group", "document"))
_DESCRIBING = ([Tag.DETERMINER], [Tag.ADJECTIVE], [Tag.NOUN], [Tag.NUMBER])
"""What follows the comma before a description of a named person."""


@dataclass(slots=True)
class ParagraphSources:
    """Who the sources of a paragraph are.

    `of_quotation` gives the speaker of each quotation without a tag, `of_report` of each sentence that goes on with what
    somebody said.
    """

    reading: Reading
    discourse: Discourse
    by_token: dict[int, Referent] = field(default_factory=dict)
    by_end: dict[int, Referent] = field(default_factory=dict)
    of_quotation: dict[Range, Speaker | None] = field(default_factory=dict)
    of_report: dict[Range, Speaker] = field(default_factory=dict)

    def keep(self, referents: Iterable[Referent]) -> None:
        """Remember who stands where."""
        for one in referents:
            phrase = one.mention.phrase
            end = phrase.reach if phrase.reach > phrase.whole[1] else phrase.core[1]
            self.by_token.update(dict.fromkeys(range(phrase.core[0], end), one))
            if not (one.mention.is_modifier and phrase.reach in self.by_end):
                self.by_end[phrase.reach] = one

    def of_phrase(self, found: Range) -> Source:
        """The source that the words of a phrase name or stand for."""
        extent = Extent.of(self.reading.span(found))
        words = " ".join(self.reading.span(found).of(self.reading.text).split())
        one = self._referent(found)
        if one is None or not one.mention.name:
            one = self.discourse.surname(self.reading, found) or one
        if one is None or self._is_several(one, found):
            return Source(extent, words, "group")
        taken_up = one.mention.is_pronoun or bool(one.mention.name) or self._is_relative(found[0])
        return Source(
            extent,
            one.name if taken_up or one.name != one.mention.words else words,
            self.discourse.kind_of_speaker(one),
        )

    def _referent(self, found: Range) -> Referent | None:
        start = found[0]
        if self._is_relative(start):
            return self.by_end.get(start) or self.by_end.get(start - 1) or self._described(start)
        phrase = phrase_in(self.reading, found)
        if phrase is None:
            return None
        known = self.by_token.get(phrase.core[1] - 1)
        if known is not None and not self.reading.in_speech(start):
            return known
        sentence = self.reading.sentences[sentence_of(self.reading, start)]
        return self.discourse.referent_of(self.reading, found, sentence)

    def _described(self, relative: int) -> Referent | None:
        """Whom the phrase before a relative word describes: "een masseur | die stelde dat"."""
        sentence = self.reading.sentences[sentence_of(self.reading, relative)]
        edge = relative - int(self.reading.tags[relative - 1] == Tag.COMMA)
        begin = phrase_to(self.reading, edge, sentence[0])
        return self.discourse.referent_of(self.reading, (begin, edge), sentence) if begin < edge else None

    def _is_relative(self, at: int) -> bool:
        """Whether the token is "die" or "who", which has its antecedent before it."""
        relative = source_words(self.reading.words.language).pronouns.relative
        word, tag = self.reading.tokens.lower[at], self.reading.tags[at]
        if word not in relative or tag == Tag.RELATIVE:
            return word in relative
        return tag in {Tag.COMPLEMENTISER, Tag.PRONOUN, Tag.DETERMINER} and word not in self.reading.words.articles

    def _is_several(self, one: Referent, found: Range) -> bool:
        """Whether "and" joins the phrase with another of the same source: "Ann and Bill Stone"."""
        phrase = one.mention.phrase
        end = phrase.whole[1] if phrase.reach == phrase.whole[1] else phrase.reach
        following = self.reading.tags[end : found[1]]
        named = one.mention.name and phrase.name and phrase.name[1] == phrase.whole[1]
        if phrase.whole[1] > phrase.core[1] and not named:
            return following[:2] == [Tag.COORDINATOR, Tag.DETERMINER]
        if one.mention.name and following[:1] == [Tag.COMMA] and following[1:2] in _DESCRIBING:
            return _adds_name(following)  # not an apposition: "Ann Stone, a pilot and a teacher"
        return following[:1] in ([Tag.COORDINATOR], [Tag.COMMA]) and _joins(following)

    def root(self, found: Range | None, source: Source | None, via: tuple[str, ...]) -> str | None:
        """The furthest named origin: the source if it has a name, whom it belongs to, the last channel, else its words."""
        if source is None or found is None:
            return via[-1] if via else None
        names = names_in(self.reading, (found[0], self._before_clause(found)))
        taken_up = source.name != " ".join(self.reading.span(found).of(self.reading.text).split())
        one = self._referent(found)
        if taken_up or source.kind == "organisation" or one is None or one.mention.name:
            return source.name if names or taken_up or not via else via[-1]
        owners = [name for name in names if not self.discourse.is_person(name)]
        return owners[-1] if owners else via[-1] if via else source.name

    def _before_clause(self, found: Range) -> int:
        """Where a relative clause begins in the phrase: a name inside it is no origin."""
        start, end = found
        return next((at for at in range(start + 1, end) if self.reading.tags[at] == Tag.RELATIVE), end)


def _speaker(named: ParagraphSources, link: Chain, links: Sequence[Chain]) -> Speaker | None:
    """Who speaks by an attribution and may go on: a person, or whoever says something; nobody within another's words."""
    found = link.draft.source
    if found is None or any(other is not link and other.draft.says(found[0]) for other in links):
        return None
    source = named.of_phrase(found)
    if source.kind == "author" or (source.kind != "person" and link.draft.kind not in _CARRYING):
        return None
    via = tuple(named.of_phrase(channel).name for channel in link.via)
    return Speaker(source, via, named.root(found, source, via))


def _adds_name(tags: Sequence[str]) -> bool:
    """Whether the tags after a phrase join a name to it behind an apposition: ", a pilot, and Bill Frost"."""
    joined = [Tag.COMMA, Tag.COORDINATOR, Tag.NAME]
    return any(list(tags[at : at + 3]) == joined for at in range(len(tags)))


def _quotes(reading: Reading, link: Chain) -> bool:
    """Whether the attribution tags a quotation: its speaker goes on, not somebody in a clause beside it."""
    return link.draft.rule in {"tag", "quote"} and reading.quote_at[link.draft.content[0][0]] >= 0


def _is_behind(link: Chain) -> bool:
    """Whether the source stands behind what it says, so that nobody in that is meant by its pronoun: "A, zegt hij"."""
    source = link.draft.source
    return link.draft.rule == "tag" and source is not None and link.draft.content[0][0] < source[0]


def _joins(tags: Sequence[str]) -> bool:
    """Whether the tags after a phrase go on with a list: ", Hongaren en Polen"."""
    first = next((at for at, tag in enumerate(tags) if tag == Tag.COORDINATOR), -1)
    return first >= 0 and all(tag in _LISTED for tag in tags[:first])


class Sources:
    """The sources of an article, paragraph by paragraph in order."""

    def __init__(self, readings: Sequence[Reading], language: Language) -> None:
        self._readings = readings
        self._mentions = [[mentions_in(reading, sentence) for sentence in reading.sentences] for reading in readings]
        everyone = (one for paragraph in self._mentions for sentence in paragraph for one in sentence)
        self._discourse = Discourse(Cast(People(everyone, language), language))
        self._speakers = Speakers()

    def of_paragraph(self, place: int, links: Sequence[Chain], quotations: Sequence[Range]) -> ParagraphSources:
        """Who the sources of the links are, and who speaks in the quotations without a tag."""
        reading = self._readings[place]
        named = ParagraphSources(reading, self._discourse)
        self._speakers.begin_paragraph()
        by_sentence: dict[int, list[Chain]] = {}
        for link in links:
            by_sentence.setdefault(link.draft.sentence, []).append(link)
        untagged = {sentence_of(reading, end - 1): (start, end) for start, end in reversed(quotations)}
        for index, sentence in enumerate(reading.sentences):
            within = by_sentence.get(index, [])
            speakers = [link.draft.source for link in within if link.draft.source]
            spoken = reading.in_speech(min(sentence[0] + 1, sentence[1] - 1)) and reading.in_speech(sentence[1] - 1)
            mentions = with_speakers(reading, sentence, self._mentions[place][index], speakers)
            tags = [link.draft.source for link in within if link.draft.source and _is_behind(link)]
            referents = self._discourse.read_sentence(mentions, speakers, tags=tags, counts=not spoken)
            named.keep(referents)
            self._speak(named, sentence, referents, within, untagged.get(index))
        for quote in quotations:
            named.of_quotation.setdefault(quote, None)
        return named

    def _speak(
        self,
        named: ParagraphSources,
        sentence: Range,
        referents: list[Referent],
        links: list[Chain],
        quote: Range | None,
    ) -> None:
        """Go on with a sentence: a quotation without a tag has the speaker so far, any other sentence tells who speaks."""
        if quote is not None:
            tag = tag_after(named.reading, quote[1], sentence[1], referents)
            speaker = self._speakers.of_quotation() if tag is None else tag.speaker
            named.of_quotation[quote] = speaker
            self._speakers.go_on(speaker)
            return
        if named.reading.in_speech(sentence[0]) and not links:
            return
        if not links and goes_on_reporting(named.reading, sentence) and (speaker := self._speakers.last()):
            named.of_report[sentence] = speaker
            return
        quoting = [link for link in links if _quotes(named.reading, link)]
        speakers = [speaker for link in quoting or links if (speaker := _speaker(named, link, links))]
        self._speakers.read_sentence(named.reading, sentence, referents, speakers[-1] if speakers else None)
