"""Whether a sentence is a fragment: no clause in it is a main one."""

from collections.abc import Iterator
from typing import Final

from briefing.language.reading import Range, Reading
from briefing.language.tags import NON_FINITE, VERBS, Tag
from briefing.summary.standing import pointing_words

_VERB_FORMS: Final = frozenset((Tag.INFINITIVE, Tag.BARE_AUXILIARY))
"""Forms that are also plural finite verbs."""
_OPENERS: Final = frozenset((Tag.SUBORDINATOR, Tag.COMPLEMENTISER, Tag.RELATIVE))
"""Words that open a clause in which the verb stands last."""
_BEGINS_NOMINAL: Final = frozenset((Tag.DETERMINER, Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.NUMBER))


def is_fragment(reading: Reading, sentence: Range) -> bool:
    """Whether a sentence is no statement: "No trace.", "While it was shut.", "From 20 to 30, the paper wrote.".

    Never in languages like English, where many verbs look like nouns.
    """
    if not reading.words.verb_second:
        return False
    verbs = list(_verbs(reading, sentence))
    return not verbs or _is_subordinate(reading, sentence, verbs) or _only_tells_who(reading, sentence, verbs)


def opens_with_question_word(reading: Reading, sentence: Range) -> bool:
    """Whether a sentence opens with a question word: "Why the bridge is shut"."""
    return reading.tokens.lower[sentence[0]] in reading.words.questions


def _verbs(reading: Reading, sentence: Range) -> Iterator[int]:
    """The finite verbs, and where a group has none the form that may be one."""
    first, last = sentence
    tags = reading.tags
    for at in range(first, last):
        group = {tag for tag in tags[max(first, at - 1) : at + 2] if tag in VERBS}
        if tags[at] in VERBS or (tags[at] in _VERB_FORMS and tags[at - 1] != Tag.TO and not group):
            yield at


def _is_subordinate(reading: Reading, sentence: Range, verbs: list[int]) -> bool:
    """Whether the sentence opens a subordinate clause and no verb is left for a main one, nor stands in front of its subject."""
    first, last = sentence
    tags = reading.tags
    carries_on = reading.tokens.lower[first] in pointing_words(reading.words.language).in_front.leaning
    if tags[first] not in {Tag.SUBORDINATOR, Tag.RELATIVE} or verbs[0] == first + 1 or carries_on:
        return False
    openers = sum(tags[at] in _OPENERS for at in range(first, last))
    inverted = any(tags[at - 1] == Tag.COMMA or tags[at + 1] in _BEGINS_NOMINAL for at in verbs if at + 1 < last)
    return len(verbs) <= openers and not inverted


def _only_tells_who(reading: Reading, sentence: Range, verbs: list[int]) -> bool:
    """Whether the one verb tells who says the words in front, which are no quotation."""
    verb = verbs[0]
    tags = reading.tags
    in_front = range(sentence[0], verb - 1)
    commas = sum(tags[at] == Tag.COMMA for at in in_front)
    if len(verbs) > 1 or not in_front or tags[verb - 1] != Tag.COMMA or commas or reading.quote_at[sentence[0]] >= 0:
        return False
    if any(tags[at] in NON_FINITE for at in range(*sentence)):
        return False
    return any(
        cue.kind == "say" and "quote" in cue.takes and not cue.particle
        for cue in reading.words.verbs.get(reading.tokens.lower[verb], ())
    )
