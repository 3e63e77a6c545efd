"""Through whom a claim reaches the reader: the channels between the article and the source, and the phrase it comes from in the end.

The name of that root: `ParagraphSources.root` in sources.py.
"""

from dataclasses import dataclass
from typing import Final

from briefing.claims.draft import Draft
from briefing.claims.source_kind import is_channel, is_named_channel
from briefing.language.reading import Range, Reading
from briefing.language.reading.extents import phrase_from
from briefing.language.tags import Tag

_ENDS_ADDRESS: Final = frozenset((Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.COMPLEMENTISER, Tag.SUBORDINATOR))

_REACH: Final = 14
_NEIGHBOURS: Final = 4
_CARRYING: Final = frozenset(("say", "show", "claim", "allegation"))
_COMPLEMENTS: Final = frozenset(("clause", "zero", "infinitive", "quote", "colon"))


@dataclass(frozen=True, slots=True)
class Chain:
    """A draft with the phrases of the channels it comes through, in order from the article inwards."""

    draft: Draft
    via: tuple[Range, ...]
    origin: Range | None = None
    """What the source names as its own: "op basis van twee diplomaten"."""


def linked(reading: Reading, drafts: list[Draft]) -> list[Chain]:
    """The drafts with their channels; one that only passes on another's claim has become a channel of that."""
    links: list[Chain] = []
    passed_on: dict[int, list[Range]] = {}
    for index, outer in enumerate(drafts):
        place = _inner(reading, drafts, index) if outer.source else None
        if place is not None and outer.source:
            passed_on.setdefault(place, []).append(outer.source)
            outer.passed_on = True
    for index, draft in enumerate(drafts):
        if draft.passed_on:
            continue
        via = list(passed_on.get(index, []))
        if draft.through:
            via.append(draft.through)
        told = _told_to(reading, draft)
        if told:
            via.append(told)
        links.append(Chain(draft, tuple(via), _origin(reading, draft)))
    return links


def _inner(reading: Reading, drafts: list[Draft], index: int) -> int | None:
    """The place of the attribution in the same sentence that the one at the index only passes on."""
    outer = drafts[index]
    near = range(max(0, index - _NEIGHBOURS), min(len(drafts), index + _NEIGHBOURS + 1))
    found = (place for place in near if place != index and not drafts[place].passed_on)
    return next((place for place in found if _passes_on(reading, outer, drafts[place])), None)


def _passes_on(reading: Reading, outer: Draft, inner: Draft) -> bool:
    """Whether all that the outer attribution says is that somebody else says something."""
    if outer.kind not in _CARRYING or not (outer.source and inner.source):
        return False
    if outer.rule == "according" and inner.rule == "tag":
        return outer.sentence == inner.sentence and outer.says(inner.cue[0][0]) and outer.says(inner.content[0][0])
    if _is_direct(reading, outer) or outer.negated or outer.sentence != inner.sentence:
        return False
    if inner.rule not in _COMPLEMENTS or reading.tags[inner.source[0]] == Tag.PRONOUN:
        return False
    start = outer.content[0][0]
    while start < outer.content[0][1] and reading.tags[start] in {Tag.ADVERB, Tag.TIME}:
        start += 1
    inside = any(a <= inner.cue[0][0] < b for a, b in outer.content)
    inside = inside and not inner.source[0] <= outer.cue[0][0] < inner.source[1]
    return inside and inner.source[0] <= start < inner.source[1] and _is_main_verb(reading, inner)


def _is_direct(reading: Reading, draft: Draft) -> bool:
    """Whether the content is quoted from its start."""
    return draft.rule == "quote" or reading.quote_at[draft.content[0][0]] >= 0


def _is_main_verb(reading: Reading, inner: Draft) -> bool:
    """Whether the cue is the verb of its source, with at most an adverb between them, where verbs do not stand last."""
    if reading.words.verb_final or inner.source is None:
        return True
    return all(
        tag in {Tag.ADVERB, Tag.TIME, Tag.NEGATION, Tag.COMMA}
        for tag in reading.tags[inner.source[1] : inner.cue[0][0]]
    )


def _origin(reading: Reading, draft: Draft) -> Range | None:
    """What a report names as its own source: "meldt Reuters op basis van bronnen", "Citing officials, the Post said"."""
    if not draft.source or draft.rule not in {"tag", "clause", "zero"}:
        return None
    floor, limit = reading.sentences[draft.sentence]
    leading = _leans_on(reading, floor, limit)
    if leading and leading[1] <= draft.source[0]:
        return leading
    behind = max(draft.source[1], draft.cue[-1][1])
    if reading.words.verb_final and draft.source[1] <= draft.cue[0][0]:
        found = _origin_between(reading, draft, draft.source[1], draft.cue[0][0])
        if found or not reading.words.clauses_after_comma:
            return found
    return _origin_between(reading, draft, behind, limit)


def _origin_between(reading: Reading, draft: Draft, start: int, limit: int) -> Range | None:
    """What the source leans on, named between two tokens and not in what it says."""
    for at in range(start, min(limit, start + _REACH)):
        if reading.tags[at] in {Tag.SEMICOLON, Tag.COLON} or reading.quote_at[at] >= 0:
            break
        found = _leans_on(reading, at, reading.sentences[draft.sentence][1])
        if found and not draft.says(at):
            return found
    return None


def _leans_on(reading: Reading, at: int, limit: int) -> Range | None:
    """The phrase after "op basis van", "citing" at the token."""
    for phrase in reading.words.origins.get(reading.tokens.lower[at], ()):
        after = at + len(phrase)
        if tuple(reading.tokens.lower[at:after]) == phrase and after < limit:
            end = phrase_from(reading, after, limit)
            if end > after:
                return after, end
    return None


def _without_quote(reading: Reading, start: int, end: int) -> Range:
    """The phrase, or of "der „Courant“" the name between the quotation marks."""
    marks = [at for at in range(start, end) if reading.tags[at] in {Tag.QUOTE, Tag.SINGLE_QUOTE}]
    last = marks[-1] if len(marks) > 1 else end
    return (marks[0] + 1, last) if marks and marks[0] + 1 < last else (start, end)


def _told_to(reading: Reading, draft: Draft) -> Range | None:
    """The medium that the source spoke to or in: "aan persbureau Bloomberg", "told Fox News", "in de Volkskrant"."""
    limit = reading.sentences[draft.sentence][1]
    begin = draft.cue[0][1]
    if draft.verb and "told" in draft.verb.takes and begin < limit:
        end = phrase_from(reading, begin, limit)
        if end > begin and is_channel(reading, (begin, end)):
            return begin, end
    begin = max(begin, draft.source[1] if draft.source else 0)
    for at in range(begin, min(limit, begin + _REACH)):
        if reading.tags[at] in _ENDS_ADDRESS or reading.quote_at[at] >= 0 or any(a <= at < b for a, b in draft.content):
            break
        if medium := _medium_after(reading, at, limit):
            return medium
    return _leading_medium(reading, draft)


def _medium_after(reading: Reading, at: int, limit: int) -> Range | None:
    """The medium behind a preposition at the token; one in which something is said only by its name."""
    word, words = reading.tokens.lower[at], reading.words
    if word not in words.addressing | words.outlets:
        return None
    first = at + int(reading.tags[at] != Tag.DETERMINER)
    end = phrase_from(reading, first, limit)
    phrase = reading.phrase(first) if first < limit else None
    if word not in words.addressing and phrase:
        end = min(end, phrase.end)  # "in an email | to the Herald"
    if end <= first:
        return None
    if word in words.addressing and (title := _title(reading, first)):
        return title
    known = is_channel if word in words.addressing else is_named_channel
    if not known(reading, (first, end)):
        return None
    named = first == at and is_named_channel(reading, (first + 1, end))  # "sagte der | dpa"
    return _without_quote(reading, first + int(named), end)


def _title(reading: Reading, article: int) -> Range | None:
    """The name between the quotation marks that follow an article: "der „|Bergpost|“"."""
    index = reading.quote_at[article + 1] if article + 1 < len(reading.tags) else -1
    if index < 0 or reading.tags[article] != Tag.DETERMINER:
        return None
    quote = reading.quotes[index]
    found = quote.opening == article + 1 and quote.closed and not quote.is_speech()
    return quote.inside if found and quote.inside[0] < quote.inside[1] else None


def _leading_medium(reading: Reading, draft: Draft) -> Range | None:
    """The medium that opens the sentence before the cue or the source: "In de Volkskrant zegt X", "In the Times, X wrote"."""
    floor, limit = reading.sentences[draft.sentence]
    if draft.source is None or draft.rule == "according":
        return None
    first = min(draft.cue[0][0], draft.source[0])
    found = _medium_after(reading, floor, min(limit, first))
    closing = found[1] if found else 0
    closing += int(reading.tags[closing : closing + 1] in ([Tag.COMMA], [Tag.AUXILIARY]))
    return found if found and closing == first else None
