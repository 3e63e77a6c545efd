"""Capitals that tell names: in a text that is all in capitals, and in a language in which every noun has one."""

from dataclasses import replace

from briefing.language.lexicon import Lexicon
from briefing.language.tags import Tag
from briefing.language.tokens import Tokens

_LONGEST_ACRONYM = 4
_LONGEST_NAME = 6
_SMALL_WORDS = "pRXP"
_VOWELS = frozenset("aeiouy")


def with_names(tokens: Tokens, words: Lexicon) -> Tokens:
    """The tokens of a text in capitals, its names with a capital again: "wethouder Bakker", "het OM"."""
    written = list(tokens.words)
    titles = words.names.titles.person.union(words.names.kinds.person)
    for at, lower in enumerate(tokens.lower):
        if at and tokens.lower[at - 1] in words.articles and _is_acronym(tokens, at, words):
            written[at] = lower.upper()
        elif lower in titles:
            for place in _name_after(tokens, at + 1, words):
                written[place] = tokens.lower[place].capitalize()
    return replace(tokens, words=written)


def on_names_alone(tokens: Tokens, tags: list[str], words: Lexicon) -> Tokens:
    """The tokens of a language whose nouns have capitals, with one left on names alone: "der minister Robert Kern"."""
    written = [_lowered(word) if tag == Tag.NOUN else word for word, tag in zip(tokens.words, tags, strict=True)]
    for at in range(1, len(tokens)):
        if (
            _names_paper(tokens, at, words)
            or " ".join(tokens.words[at - 1 : at + 1]) in words.names.organisations.names
        ):
            written[at - 1 : at + 1] = tokens.words[at - 1 : at + 1]
    return replace(tokens, words=written)


def _names_paper(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether the word ends the name of a paper that a place begins: "Münchner Merkur"."""
    of_place, papers = words.adjective_endings[:1], words.names.agencies.papers
    if tokens.lower[at] not in papers or not tokens.lower[at - 1].endswith(of_place):
        return False
    return tokens.words[at - 1][0].isupper() and tokens.words[at][0].isupper()


def _lowered(word: str) -> str:
    """A noun without the capital of its first letter; initials stay: "EU-Kommission"."""
    return word[0].lower() + word[1:] if word[1:2].islower() or len(word) == 1 else word


def _is_acronym(tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether the word after an article is made of initials: a small word, which no article stands before, or no vowel."""
    lower = tokens.lower[at]
    if not lower.isalpha() or not 1 < len(lower) <= _LONGEST_ACRONYM:
        return False
    return words.tags.get(lower, "") in {*_SMALL_WORDS} or not _VOWELS & set(lower)


def _name_after(tokens: Tokens, at: int, words: Lexicon) -> list[int]:
    """The places of the words of a name that begins at the token: words that are in no list, small words of names between them."""
    found: list[int] = []
    start = at
    while at < min(len(tokens), start + _LONGEST_NAME) and tokens.lower[at][0].isalpha():
        unknown = tokens.lower[at] not in words.tags and tokens.lower[at] not in words.verbs
        if unknown:
            found.append(at)
        elif tokens.lower[at] not in words.name_links or (found and at != start and found[-1] != at - 1):
            break
        at += 1
    return found
