"""The readings of the words of a Dutch sentence, and which of them are names."""

import re
from collections.abc import Sequence

from briefing.language.dictionary import Dictionary, DictionaryEntry, WordReading
from briefing.translate.literal.lists import listed
from briefing.translate.literal.names import NameRules, join_names, links, mark_names, organisations, persons, titles
from briefing.translate.literal.tree import Word
from briefing.translate.literal.unknown import Further

_PARTICIPLE = re.compile(r"(?:[a-z]{2,5})?ge[a-zë]{3,}[dt]|(?:be|her|ont|ver)[a-zë]{3,}[dt]")
"""What can be the participle of a verb that no dictionary has."""
_RARE = 100_000
_ORDINAL = re.compile(r"\d+(?:e|de|ste)")


def named(words: list[Word], dictionary: Dictionary, further: Further) -> list[Word]:
    """The words with their readings, names found and names of several words put together."""
    for word in words:
        if not word.sort and any(letter.isalpha() for letter in word.text):
            word.options = dictionary.readings(word.text)
    rules = _rules(dictionary)
    mark_names(words, rules)
    found = join_names(words, rules)
    for word in found:
        if not word.sort and not word.options and any(letter.isalpha() for letter in word.text):
            _read_further(word, further)
    return found


def _read_further(word: Word, further: Further) -> None:
    if _ORDINAL.fullmatch(word.text):
        return
    if any(letter.isupper() or letter.isdigit() for letter in word.text):
        word.sort = "E"
    else:
        word.options = further(word.text)
        word.known = bool(word.options)
        if not word.known and _PARTICIPLE.fullmatch(word.low):
            word.options = (WordReading(DictionaryEntry(word.low, "v", (), (), (), "", _RARE), "part"),)


def _rules(dictionary: Dictionary) -> NameRules:
    def is_function(low: str) -> bool:
        return any(r.entry.pos in {"det", "prep", "conj", "pron", "num"} for r in dictionary.readings(low))

    def is_common(low: str) -> bool:
        return any(not r.parts and r.entry.pos in {"n", "a", "v"} for r in dictionary.readings(low))

    return NameRules(
        links=links("nl"),
        articles=listed("nl", "name_articles"),
        places=listed("nl", "beside"),
        titles=titles("nl"),
        persons=persons("nl"),
        capitals=organisations("nl"),
        calendar=listed("nl", "days") | listed("nl", "months"),
        bare_adjectives=False,
        sure_places=False,
        foreign_links=True,
        openers=listed("nl", "name_openers"),
        is_function=is_function,
        is_common=is_common,
    )


def spans_name(words: Sequence[Word]) -> bool:
    """Whether a stretch of words has a name in it, beyond the capital of its first word."""
    return any(word.text[:1].isupper() for word in words[1:])
