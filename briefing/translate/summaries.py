"""A summary in another language: the words of a report in it where one says the same, else a translation that is checked."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from briefing.article import Article, Language
from briefing.language.languages import base
from briefing.message import UnavailableError
from briefing.summary.summary import MadeBy, Summary, SummarySentence
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.known import MARKING
from briefing.translate.translation import Translation, TranslationCache, by_first_engine
from briefing.translate.translator import Cancelled, never


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

    A sentence for which a report in the language has its own is not translated.

    Raises:
        UnavailableError: no engine could.
        StoppedError: `cancelled` answered yes.
    """
    summary = replace(summary, sentences=tuple(_by_outlet(summary, one, to) for one in summary.sentences))
    foreign = _foreign(summary, to)
    if not foreign:
        return replace(summary, to=to)
    done = [
        translation
        for from_, originals in foreign.items()
        for translation in by_first_engine(
            originals, from_, to, settings, named, memory=memory, passed_over=passed_over, cancelled=cancelled
        )
    ]
    by_original = {one.original: one for one in done}
    return replace(
        summary,
        to=to,
        engine=done[0].engine,
        sentences=tuple(
            sentence if sentence.outlet else _with(sentence, by_original.get(sentence.original))
            for sentence in summary.sentences
        ),
    )


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
