"""The tags of the tokens of a paragraph: the tagger's where the language has one, else the likeliest by word and neighbours."""

from typing import Final

from briefing.language.lexicon import Lexicon
from briefing.language.reading import fallback
from briefing.language.tagger import tagger
from briefing.language.tags import Tag
from briefing.language.tokens import Tokens

_BEFORE_CAPITAL: Final = frozenset((Tag.STOP, Tag.COLON, Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.OPENING_BRACKET, Tag.DASH))
_SHORTEST_ACRONYM: Final = 2


def tags_of(tokens: Tokens, words: Lexicon) -> list[str]:
    """The tag of each token."""
    trained = tagger(words.language)
    if trained is None:
        return fallback.tags_of(tokens, words)
    tags: list[str] = list(trained.tags(tokens))
    for at, tag in enumerate(tags):
        settled = _settled(tags, at, tokens, words)
        if settled != tag:
            tags[at] = settled
    return tags


def _settled(tags: list[str], at: int, tokens: Tokens, words: Lexicon) -> str:
    """The tag of the token, where its form or its neighbours rule out what the tagger chose."""
    lower, tag = tokens.lower[at], tags[at]
    if _is_acronym(tokens, at):
        return Tag.NAME
    if _is_capital_inside(tags, at, tokens, words):
        return Tag.NAME
    if "'" in lower or tokens.lower[at + 1 : at + 2] == ["'s"]:
        return _contracted(tags, at, tokens, words)
    if tag == Tag.POSSESSIVE:
        return Tag.NAME if tokens.words[at][0].isupper() else Tag.NOUN
    if lower in words.pointing and tag == Tag.RELATIVE and _points(tags, at):
        return Tag.PRONOUN
    if tag == Tag.ADVERB and words.tags.get(lower) == Tag.RELATIVE:
        return Tag.RELATIVE
    return tag


def _contracted(tags: list[str], at: int, tokens: Tokens, words: Lexicon) -> str:
    """The tag of a contraction ("he'd", "'s"), or of the word before one."""
    lower, tag = tokens.lower[at], tags[at]
    if lower[0] == "'":
        before = tags[at - 1] if at else ""
        verbal = before in {Tag.PRONOUN, Tag.RELATIVE, Tag.ADVERB, Tag.DETERMINER}
        return Tag.AUXILIARY if verbal and lower in words.clitics else tag
    if "'" in lower:
        return words.tags.get(lower, tag)
    listed = words.tags.get(lower)
    if listed in {Tag.PRONOUN, Tag.RELATIVE, Tag.ADVERB, Tag.DETERMINER}:
        return Tag.PRONOUN if listed == Tag.DETERMINER else listed
    if tag in {Tag.POSSESSIVE, Tag.AUXILIARY}:
        return Tag.NAME if tokens.words[at][0].isupper() else Tag.NOUN
    return tag


def _is_acronym(tokens: Tokens, at: int) -> bool:
    """Whether the word is written in capitals among words that are not: "het OM"."""
    word = tokens.words[at]
    if len(word) < _SHORTEST_ACRONYM or not word.isupper() or not word.isalpha():
        return False
    neighbours = tokens.words[max(0, at - 2) : at] + tokens.words[at + 1 : at + 3]
    return any(other.isalpha() and not other.isupper() for other in neighbours)


def _is_capital_inside(tags: list[str], at: int, tokens: Tokens, words: Lexicon) -> bool:
    """Whether a small word with a capital within a sentence begins a name: "wethouder Van Dam", "minister De Groot"."""
    if not at or tags[at - 1] in _BEFORE_CAPITAL or not tokens.words[at][0].isupper():
        return False
    return tokens.lower[at] in words.name_links and tags[at + 1 : at + 2] == [Tag.NAME]


def _points(tags: list[str], at: int) -> bool:
    """Whether "dat" is a pronoun: after a preposition."""
    return at > 0 and tags[at - 1] == Tag.PREPOSITION
