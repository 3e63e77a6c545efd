"""Kinds of events by word: the lists of `verdicts.toml` and `events.toml`, as keys for looking words up."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Literal

from briefing.article import Language
from briefing.compare.meaning import PIVOT, pivot_key
from briefing.compare.terms import Term, keys
from briefing.compare.word_lists import verdict_words
from briefing.language.stem import stem

Sort = Literal["running", "once", "sole", "estimate", "lasting"]

_LIKELY: Final = 0.8


@cache
def _light(language: Language) -> frozenset[str]:
    return frozenset(_lemma(word, language) for word in verdict_words(language).light.words)


@cache
def _denial(language: Language) -> frozenset[str]:
    return frozenset(_lemma(word, language) for word in verdict_words(language).denial.verbs)


def is_light(term: Term, language: Language) -> bool:
    """Whether the word says little about the event."""
    return _has(term.keys, _light(language))


def denies(term: Term, language: Language) -> bool:
    """Whether the word is a verb that denies what it governs."""
    return _has(term.keys, _denial(language))


def is_sort(term: Term, sort: Sort) -> bool:
    """Whether the word tells of an event of the sort."""
    return _has(term.keys, _sorts()[sort])


def _has(known: Mapping[str, float], listed: frozenset[str]) -> bool:
    return any(strength >= _LIKELY and key in listed for key, strength in known.items())


@cache
def _sorts() -> Mapping[str, frozenset[str]]:
    text = files("briefing.language.en").joinpath("events.toml").read_text(encoding="utf-8")
    return {
        sort: frozenset(_lemma(word, PIVOT) for word in words.split()) for sort, words in tomllib.loads(text).items()
    }


def _lemma(word: str, language: Language) -> str:
    """The key of a word in its base form."""
    if language == PIVOT:
        verb, _, particle = word.replace("_", " ").partition(" ")
        return f"{pivot_key(verb)} {particle}".rstrip()
    exact = f"{language}:{word}"
    return exact if exact in keys(word, language) else f"{language}/{stem(word, language)}"
