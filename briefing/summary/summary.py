"""The values of a summary: sentences, each with the passages that it rests on."""

from dataclasses import dataclass
from typing import Literal

from briefing.article import Article, Language, Passage
from briefing.engine import Engine

MadeBy = Literal["extract", "outlet", "gloss", "model"]
"""How a sentence came to be: taken from a report, another report's own words, the built-in gloss, or a translation model."""


@dataclass(frozen=True, slots=True)
class Check:
    """Whether something of the original survived the translation: a number, name, negation, hedge or attribution."""

    kind: str
    ok: bool
    original: str


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence in the summary's language, its original, and the passages that it rests on (at least one).

    `alone` is whether the other reports were looked through and none has anything like it.
    """

    text: str
    original: str
    passages: tuple[Passage, ...]
    checks: tuple[Check, ...] = ()
    alone: bool = False
    made_by: MadeBy = "extract"


@dataclass(frozen=True, slots=True)
class Summary:
    """Three to eight sentences about one or more articles in one language; `engine` is `None` where nothing was translated."""

    to: Language
    engine: Engine | None
    method: str
    articles: tuple[Article, ...]
    sentences: tuple[SummarySentence, ...]
