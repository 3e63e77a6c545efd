"""Words behind a noun that belong to its phrase: genitives and quoted names; and those that introduce what a report leans on."""

from briefing.language.reading.paragraph import Reading
from briefing.language.tags import Tag


def is_genitive(reading: Reading, at: int) -> bool:
    """Whether a phrase begins at the token that belongs to the noun before it: "der Chef | der Bank"."""
    return reading.tokens.lower[at] in reading.words.genitives and at > 0 and reading.tags[at - 1] == Tag.NOUN


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


def opens_origin(reading: Reading, at: int) -> bool:
    """Whether a phrase begins at the token that introduces what a report leans on: "op gezag van"."""
    lower = reading.tokens.lower
    return any(tuple(lower[at : at + len(one)]) == one for one in reading.words.origins.get(lower[at], ()))
