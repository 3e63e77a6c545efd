"""Whether a sentence can be read alone, or points back at what was said before it ("Dat staat in ...", "They would ...").

The words that point are data: `language/<code>/referents.toml`.
"""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Final, Literal

from briefing.article import Language
from briefing.language.lexicon import Lexicon, lexicon
from briefing.language.tables.loading import load
from briefing.language.tables.referents import ReferentWords
from briefing.language.tokens import tokens_of

Standing = Literal["alone", "lightly", "leaning"]
"""`alone` needs nothing; `lightly` carries on but can be read; `leaning` is not understood without what it points at."""

_OPENING: Final = frozenset("\"'“„‘«(") | {"''", "``", ",,"}
_CLOSING: Final = "\"”’»'"
_VERBS: Final = frozenset("XV")
_NOUNS: Final = frozenset("NM#")
_TELLS_WHICH: Final = frozenset("pR")
_JOINERS: Final = frozenset("CR")
_FIRST_CLAUSE: Final = frozenset(",;:")


@cache
def _pointing(language: Language) -> ReferentWords:
    return load(ReferentWords, language, "referents")


def standing(text: str, language: Language) -> Standing:
    """How far a sentence depends on the ones before it."""
    lexical = lexicon(language)
    tokens = tokens_of(text, lexical.abbreviations)
    words, lower = tokens.words, tokens.lower
    first = next((at for at, word in enumerate(words) if word not in _OPENING), 0)
    if not words[first:] or _wholly_quoted(text):
        return "leaning"
    known = _pointing(language)
    if lower[first] in known.in_front.leaning or _points_back(words[first:], lower[first:], known, lexical):
        return "leaning"
    clause = next((at for at in range(first, len(words)) if words[at] in _FIRST_CLAUSE), len(words))
    if any(word in known.anywhere.adverbs or word in known.anywhere.comparing for word in lower[first:clause]):
        return "leaning"
    if lower[first] in known.in_front.lightly or _names_generally(words[first:], lower[first:], known, lexical):
        return "lightly"
    return "alone"


def _points_back(words: Sequence[str], lower: Sequence[str], known: ReferentWords, lexical: Lexicon) -> bool:
    """Whether a pronoun comes before the first noun, or is a determiner of it."""
    for at, word in enumerate(lower):
        following = lower[at + 1] if at + 1 < len(lower) else ""
        if word in known.before_a_noun.subject and _is_verb(lower, at + 1, lexical):
            return not known.before_a_noun.forward & set(lower[at + 2 :])
        if word in known.before_a_noun.pronouns and not _joins_clauses(word, lower, at, lexical):
            return following not in known.before_a_noun.calendar
        if _is_noun(words, lower, at, known, lexical):
            return False
    return False


def _joins_clauses(word: str, lower: Sequence[str], at: int, lexical: Lexicon) -> bool:
    """Whether a "dat", "die" or "that" opens a clause: it does where it does not open the sentence or follow a preposition."""
    return at > 0 and lexical.tag(word) in _JOINERS and lexical.tag(lower[at - 1]) != "p"


def _is_noun(words: Sequence[str], lower: Sequence[str], at: int, known: ReferentWords, lexical: Lexicon) -> bool:
    """Whether the word names something: by its tag, or because a determiner stands before it and it is no adjective."""
    tag = lexical.tag(lower[at] if at == 0 else words[at])
    if words[at] in _OPENING or lower[at] in known.in_front.lightly:
        return False
    return tag in _NOUNS or (at > 0 and lexical.tag(lower[at - 1]) == "D" and tag != "A")


def _is_verb(lower: Sequence[str], at: int, lexical: Lexicon) -> bool:
    """Whether a finite verb stands there: by its tag, or an unknown word with a determiner or a pronoun behind it."""
    tags = [lexical.tag(word) for word in lower[at : at + 2]]
    return bool(tags) and (tags[0] in _VERBS or (tags[0] in "NE" and len(tags) > 1 and tags[1] in "DP"))


def _names_generally(words: Sequence[str], lower: Sequence[str], known: ReferentWords, lexical: Lexicon) -> bool:
    """Whether the first thing named is "the company", with nothing behind it that tells which."""
    for at in range(min(4, len(lower) - 1)):
        if lower[at] in known.definite.articles and lower[at + 1] in known.definite.nouns:
            following = words[at + 2] if at + 2 < len(words) else ""
            return not following or lexical.tag(following) not in _TELLS_WHICH
        if _is_noun(words, lower, at, known, lexical):
            return False
    return False


def _wholly_quoted(text: str) -> bool:
    """Whether the sentence is nothing but a quotation: who says it stands elsewhere."""
    return text[0] in _OPENING and text[-1] in _CLOSING and not _closes_within(text[1:-1], _CLOSING)


def _closes_within(text: str, marks: Collection[str]) -> bool:
    return any(
        mark in marks and (at + 1 == len(text) or not text[at + 1].isalnum()) for at, mark in enumerate(text) if at
    )
