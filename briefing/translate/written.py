"""A summary that a language model writes: each sentence names its passages and is checked against them; what fails is replaced.

Where a sentence fails, the reports' own sentence stands in its place, and the one that failed is kept among those refused.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from briefing.article import Article, Language, Passage
from briefing.claims.claim import Claim
from briefing.engine import Engine
from briefing.ingest.clean import on_one_line
from briefing.language.languages import base
from briefing.language.tables.prompt import prompt_words
from briefing.summary.summary import Refusal, Summary, SummarySentence
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.engines import ready
from briefing.translate.faithful import CitedPassage, failures
from briefing.translate.llm import NAME, LanguageModel, bare
from briefing.translate.service import garbage
from briefing.translate.translator import Cancelled, StoppedError, never

_MOST: Final = 12
"""The sentences of an answer that are read."""
_SCHEMA: Final[Mapping[str, object]] = {
    "type": "object",
    "properties": {
        "sentences": {
            "type": "array",
            "maxItems": 6,
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "passages": {"type": "array", "maxItems": 4, "items": {"type": "integer"}},
                },
                "required": ["text", "passages"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["sentences"],
    "additionalProperties": False,
}


@dataclass(frozen=True, slots=True)
class WrittenSentence:
    """A sentence of a model, with the numbers of the passages that it names."""

    text: str
    passages: tuple[int, ...]


def written(
    extract: Summary,
    claims: Mapping[str, Sequence[Claim]],
    settings: TranslationSettings,
    *,
    cancelled: Cancelled = never,
) -> Summary:
    """The summary as the language model of the settings writes it, in the languages of the reports.

    `extract` gives the passages, and its sentences stand where the model gives none that holds, and in a language without a prompt;
    `claims` are those of each article.

    Raises:
        UnavailableError: there is no model, it does not answer, or it answers with something else.
        StoppedError: `cancelled` answered yes.
    """
    model = ready(NAME, settings)
    if not isinstance(model, LanguageModel):
        raise TypeError(NAME)
    sentences: list[SummarySentence] = []
    refused: list[Refusal] = []
    for language in dict.fromkeys(_language(extract, one) for one in extract.sentences):
        if cancelled():
            raise StoppedError
        own = [one for one in extract.sentences if _language(extract, one) == language]
        if not prompt_words(language).summarise:
            sentences += own
            continue
        kept, failed = _checked(own, _answer(model, own, language), extract, claims, language)
        sentences += kept
        refused += failed
    return replace(
        extract, sentences=tuple(sentences), writer=Engine(model.name, model.version), refused=tuple(refused)
    )


def _language(summary: Summary, sentence: SummarySentence) -> Language:
    return base(_article(summary, sentence.passages[0]).language)


def _article(summary: Summary, passage: Passage) -> Article:
    return next(article for article in summary.articles if article.id == passage.article)


def _answer(model: LanguageModel, own: Sequence[SummarySentence], language: Language) -> list[WrittenSentence]:
    """What the model writes of the passages, which are numbered from 1."""
    numbered = {str(number): one.original for number, one in enumerate(own, start=1)}
    talk = [
        {"role": "system", "content": prompt_words(language).summarise},
        {"role": "user", "content": json.dumps(numbered, ensure_ascii=False)},
    ]
    found = sentences_in(model.answer(talk, "summary", _SCHEMA))
    if found is None:
        raise garbage(NAME, model.settings)
    return found


def sentences_in(answer: str) -> list[WrittenSentence] | None:
    """The sentences in an answer, cleaned; `None` where it is no such answer."""
    try:
        rows: Any = json.loads(bare(answer))["sentences"]
        found = [(on_one_line(str(row["text"])), row["passages"]) for row in rows[:_MOST]]
        return [
            WrittenSentence(text, tuple(dict.fromkeys(number for number in numbers if type(number) is int)))
            for text, numbers in found
            if text
        ]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _checked(
    own: Sequence[SummarySentence],
    answer: Sequence[WrittenSentence],
    extract: Summary,
    claims: Mapping[str, Sequence[Claim]],
    language: Language,
) -> tuple[list[SummarySentence], list[Refusal]]:
    """The sentences of the model that hold, with the extract's where none does, in the order of the passages; and those refused."""
    kept: list[tuple[int, SummarySentence]] = []
    refused: list[Refusal] = []
    for one in answer:
        named = [own[number - 1] for number in one.passages if 0 < number <= len(own)]
        evidence = [_evidence(sentence, extract, claims) for sentence in named]
        passages = tuple(dict.fromkeys(passage for sentence in named for passage in sentence.passages))
        failed = failures(one.text, evidence, language)
        if failed:
            refused.append(Refusal(one.text, failed, passages))
            continue
        kept.append((min(one.passages), SummarySentence(one.text, one.text, passages, made_by="model")))
    borne = {passage for _place, sentence in kept for passage in sentence.passages}
    kept += [(place, one) for place, one in enumerate(own, start=1) if not borne.issuperset(one.passages)]
    return [sentence for _place, sentence in sorted(kept, key=lambda one: one[0])], refused


def _evidence(sentence: SummarySentence, extract: Summary, claims: Mapping[str, Sequence[Claim]]) -> CitedPassage:
    article = _article(extract, sentence.passages[0])
    spans = [passage for passage in sentence.passages if passage.article == article.id]
    inside = [
        claim
        for claim in claims.get(article.id, ())
        if any(one.start < claim.end and claim.start < one.end for one in spans)
    ]
    return CitedPassage(sentence.original, article, tuple(inside))
