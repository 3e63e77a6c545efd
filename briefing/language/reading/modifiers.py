"""Words behind a noun that belong to its phrase: genitives and quoted names; and those that introduce what a report leans on."""

from typing import Final

from briefing.language.reading.paragraph import Reading
from briefing.language.tags import VERBS, Tag

_REACH: Final = 14


def is_genitive(reading: Reading, at: int) -> bool:
    """Whether a phrase begins at the token that belongs to the noun before it: "der Chef | der Bank"."""
    if at == 0 or reading.tokens.lower[at] not in reading.words.genitives:
        return False
    numbered = reading.tags[at - 2 : at] == [Tag.NOUN, Tag.NUMBER]  # "Artikel 5 | der Verfassung"
    return reading.tags[at - 1] == Tag.NOUN or (
        numbered and reading.phrase_at[at - 1] == reading.phrase_at[at - 2] >= 0
    )


def past_genitive(reading: Reading, at: int, limit: int) -> int:
    """Past the phrase that begins at the token."""
    phrase = reading.phrase(at)
    return min(phrase.end, limit) if phrase and phrase.start == at else at


def past_title(reading: Reading, at: int, limit: int) -> int:
    """Past the few quoted words that name what the noun before them is: "das Blatt „Courant“"."""
    if reading.tags[at] != Tag.QUOTE or reading.tags[at - 1] not in {Tag.NOUN, Tag.NAME}:
        return at
    quote = reading.quotes[reading.quote_at[at]] if reading.quote_at[at] >= 0 else None
    if quote and quote.closing == at and not quote.is_speech() and reading.phrase_at[quote.opening] >= 0:
        return at + 1  # the phrase began before the quotation: "die „Küstenzeitung|“"
    is_title = quote is not None and quote.opening == at and not quote.is_speech() and quote.closing < limit
    return quote.closing + 1 if quote and is_title else at


def describes(reading: Reading, at: int) -> bool:
    """Whether the adjective at the token tells of the noun before it: "a man familiar with", "een man bekend met de zaak".

    Where compounds are one word only the words of insight do; others belong to the verb: "maakt de club bekend via", "zei
    een man eerder in".
    """
    tags, lower = reading.tags, reading.tokens.lower
    if tags[at - 1] not in {Tag.NOUN, Tag.NAME} or tags[at + 1 : at + 2] != [Tag.PREPOSITION]:
        return False
    if not reading.words.one_word_nouns:
        return True
    particles = (cue.particle for word in lower[max(0, at - _REACH) : at] for cue in reading.words.verbs.get(word, ()))
    return lower[at] in reading.words.names.anonymous.insight and lower[at] not in particles


def binds_body(reading: Reading, at: int) -> bool:
    """Whether the preposition binds a body to the common noun before it: "econoom bij Rabobank", not "de premier bij aankomst"."""
    phrase = reading.phrase(at + 1) if at + 1 < len(reading.tags) else None
    if phrase is None or reading.tags[at - 1] != Tag.NOUN:
        return False
    named = Tag.NAME in reading.tags[phrase.start : phrase.end]
    return named or reading.tokens.lower[phrase.start] in reading.words.articles - reading.words.indefinite


def past_list(reading: Reading, at: int, limit: int) -> int:
    """Past the further members of a list that a comma at the token opens and "and" ends: "Assen, | Gouda en Tiel"; 0 for none."""
    place, tags = at, reading.tags
    while place + 1 < limit and tags[place] in {Tag.COMMA, Tag.COORDINATOR}:
        member = reading.phrase(place + 1)
        if member is None or member.start != place + 1:
            return 0
        if tags[place] == Tag.COORDINATOR:
            ends = member.end >= limit or tags[member.end] not in VERBS
            return min(member.end, limit) if place > at and ends else 0
        place = member.end
    return 0


def opens_origin(reading: Reading, at: int) -> bool:
    """Whether a phrase begins at the token that introduces what a report leans on: "op gezag van"."""
    lower = reading.tokens.lower
    return any(tuple(lower[at : at + len(one)]) == one for one in reading.words.origins.get(lower[at], ()))
