"""A summary in another language: the words of a report in it where one says the same, else a translation that is checked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from briefing.article import Article, Language
from briefing.language.languages import base
from briefing.message import UnavailableError
from briefing.summary.summary import MadeBy, Summary, SummarySentence
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.known import MARKING
from briefing.translate.translation import Translation, TranslationCache, by_first_engine
from briefing.translate.translator import Cancelled, never

UNKNOWN_DIRECTION: Final = frozenset(("translate.no-engine", "translate.direction", "models.none"))
"""Errors that say that no engine here translates from the one language to the other."""


def article_of(summary: Summary, sentence: SummarySentence) -> Article:
    """The article that the sentence was taken from."""
    home = sentence.passages[0].article
    return next(article for article in summary.articles if article.id == home)


def in_language(
    summary: Summary,
    to: Language,
    settings: TranslationSettings,
    named: Sequence[str] = (),
    *,
    memory: TranslationCache | None = None,
    passed_over: Callable[[UnavailableError], None] = lambda _: None,
    cancelled: Cancelled = never,
) -> Summary:
    """The summary in the language, by the first engine that can; without an engine where nothing is to be translated.

    A sentence for which a report in the language has its own is not translated. A language that no engine here knows is left as
    it is, if anything else of the summary is in the language asked for.

    Raises:
        UnavailableError: no engine could.
        StoppedError: `cancelled` answered yes.
    """
    summary = replace(summary, sentences=tuple(_by_outlet(summary, one, to) for one in summary.sentences))
    foreign = _foreign(summary, to)
    if not foreign:
        return replace(summary, to=to)
    done, failed = _translations(
        foreign,
        lambda originals, from_: by_first_engine(
            originals, from_, to, settings, named, memory=memory, passed_over=passed_over, cancelled=cancelled
        ),
    )
    if failed and not done and len(summary.sentences) == sum(map(len, foreign.values())):
        raise failed
    by_original = {one.original: one for found in done.values() for one in found}
    sentences = (one if one.outlet else _with(one, by_original.get(one.original)) for one in summary.sentences)
    engine = next((found[0].engine for found in done.values()), None)
    left = tuple(from_ for from_ in foreign if from_ not in done)
    return replace(summary, to=to, engine=engine, untranslated=left, sentences=tuple(sentences))


def _translations(
    foreign: dict[Language, list[str]], translate: Callable[[list[str], Language], list[Translation]]
) -> tuple[dict[Language, list[Translation]], UnavailableError | None]:
    """The sentences of each language that an engine translates, and why those of another are not."""
    done = dict[Language, list[Translation]]()
    failed: UnavailableError | None = None
    for from_, originals in foreign.items():
        try:
            done[from_] = translate(originals, from_)
        except UnavailableError as error:
            if error.message.code not in UNKNOWN_DIRECTION:
                raise
            failed = error
    return done, failed


def untranslated(summary: Summary, sentence: SummarySentence) -> Language | None:
    """The language that a sentence stands in because no engine translates it; else `None`."""
    language = base(article_of(summary, sentence).language)
    return language if sentence.outlet is None and language in summary.untranslated else None


def _foreign(summary: Summary, to: Language) -> dict[Language, list[str]]:
    """The sentences to translate, by the language that they are in."""
    foreign: dict[Language, list[str]] = {}
    for one in summary.sentences:
        if one.outlet is None and (from_ := base(article_of(summary, one).language)) != to:
            foreign.setdefault(from_, []).append(one.original)
    return foreign


def _by_outlet(summary: Summary, sentence: SummarySentence, to: Language) -> SummarySentence:
    """The sentence in the words of a report in the language, where one says the same."""
    found = next((one for one in sentence.elsewhere if base(one.language) == to), None)
    if found is None or base(article_of(summary, sentence).language) == to:
        return sentence
    return replace(sentence, text=found.text, made_by="outlet", outlet=found.passage)


def _with(sentence: SummarySentence, translation: Translation | None) -> SummarySentence:
    if translation is None:
        return sentence
    made_by: MadeBy = "gloss" if translation.engine.name in MARKING else "model"
    return replace(sentence, text=translation.text, checks=translation.checks, made_by=made_by)
