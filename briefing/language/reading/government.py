"""Whether an infinitive or a clause depends on a word."""

from typing import Final

from briefing.language.reading.extents import sentence_of
from briefing.language.reading.paragraph import Reading
from briefing.language.tags import Tag

_REACH: Final = 14
_BREAKS: Final = frozenset(
    (
        Tag.AUXILIARY,
        Tag.FINITE_VERB,
        Tag.COMMA,
        Tag.SEMICOLON,
        Tag.COLON,
        Tag.COMPLEMENTISER,
        Tag.RELATIVE,
        Tag.SUBORDINATOR,
    )
)


def governs(reading: Reading, at: int, *, with_preposition: bool = False) -> bool:
    """Whether an infinitive or a clause depends on the word at the token.

    After a preposition ("lijkt op") an infinitive counts only where nothing but its own objects stands before it.
    """
    last = reading.sentences[sentence_of(reading, at)][1]
    following = reading.tags[at + 1 : min(last, at + _REACH)]
    if Tag.COMPLEMENTISER in following[:3] and following[0] != Tag.PREPOSITION:
        return True
    if Tag.TO not in following:
        return False
    between = following[: following.index(Tag.TO)]
    if not reading.words.verb_second and between[:1] in ([Tag.PREPOSITION], [Tag.ADJECTIVE]):
        return with_preposition  # "appeared on the show to defend it", "seems unfair to say so"
    if not with_preposition and between[:1] == [Tag.PREPOSITION]:
        purposes = reading.words.purposes & set(reading.tokens.lower[at + 1 : at + 1 + len(between)])
        return not purposes and not set(between) & _BREAKS
    return True
