"""The values of a summary: sentences, each with the passages that it rests on."""

from dataclasses import dataclass
from typing import Literal

from briefing.article import Article, Language, Passage
from briefing.claims.claim import Certainty
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
class Addition:
    """Words that a summary puts into a sentence, brackets included, by their place in it; `instead_of` is what stood there."""

    start: int
    end: int
    instead_of: str


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something in a sentence and how surely: a name, "" for the report itself, `None` for somebody without a name."""

    source: str | None
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class OutletSentence:
    """A sentence of another report, in its language, that says the same as one of the summary."""

    language: Language
    text: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence in the summary's language, its original, and the passages that it rests on (at least one).

    `added` are the words of the original that are ours: names in the place of pronouns. `alone` is whether the other reports
    were looked through and none has anything like it. `elsewhere` are sentences of reports in other languages that say the
    same; where one of them is the text, `outlet` is its passage.
    """

    text: str
    original: str
    passages: tuple[Passage, ...]
    checks: tuple[Check, ...] = ()
    alone: bool = False
    made_by: MadeBy = "extract"
    added: tuple[Addition, ...] = ()
    voices: tuple[Voice, ...] = ()
    elsewhere: tuple[OutletSentence, ...] = ()
    outlet: Passage | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A sentence of a language model that its passages do not bear out, with what failed."""

    text: str
    checks: tuple[Check, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Sentences about one or more articles in one language; `engine` is `None` where nothing was translated.

    `untranslated` are the languages of sentences that no engine translates: those stand in their own words. `writer` is the
    language model that wrote sentences of it, and `refused` are those that did not hold.
    """

    to: Language
    engine: Engine | None
    method: str
    articles: tuple[Article, ...]
    sentences: tuple[SummarySentence, ...]
    writer: Engine | None = None
    refused: tuple[Refusal, ...] = ()
    untranslated: tuple[Language, ...] = ()
