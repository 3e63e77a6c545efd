"""A summary in another language: only the sentences that are not in it are translated, and each of those is checked."""

from collections.abc import Sequence
from dataclasses import replace

from briefing.article import LANGUAGES, Language
from briefing.summary.summary import Summary, SummarySentence
from briefing.translate.engines import translator


def language_of(summary: Summary, sentence: SummarySentence) -> Language:
    """The language that the sentence was written in: that of the article it stands in."""
    home = sentence.passages[0].article
    return next(article.language for article in summary.articles if article.id == home)


def in_language(summary: Summary, to: Language, engines: Sequence[str] = ()) -> Summary:
    """The summary in the language, by the first of the engines that is there, or by none where nothing is to be translated.

    Raises:
        UnavailableError: no engine is there.
    """
    if all(language_of(summary, sentence) == to for sentence in summary.sentences):
        return replace(summary, to=to)
    from_: Language = next(language for language in LANGUAGES if language != to)
    translator(engines, from_, to)
    return summary
