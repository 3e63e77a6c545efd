"""The content of a briefing, the document that an analyst sends."""

from collections.abc import Collection, Sequence
from contextlib import suppress
from datetime import datetime

from analysis.claims import corrected_claims
from analysis.comparisons import comparison, ledger
from analysis.summaries import summary
from briefing.article import Article, Language
from briefing.export.markdown import Briefing
from briefing.language.languages import has_data
from briefing.message import UnavailableError
from briefing.note import Note
from briefing.summary.summary import Summary
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.engines import staying
from briefing.translate.summaries import in_language
from store.library import Library


def briefing(
    articles: Sequence[Article],
    to: Language,
    library: Library | None,
    settings: TranslationSettings,
    *,
    title: str | None,
    parts: Collection[str],
    engines: Sequence[str],
) -> Briefing:
    """The briefing on the articles in a language, with these parts.

    The summary is translated by these engines, or else by local ones; it stays in its own languages if none works.
    Articles in languages without data are listed, and have notes, but are not analysed.
    """
    analysable = [article for article in articles if has_data(article.language)]
    two, several = len(analysable) == 2, len(analysable) > 2
    compared = "comparison" in parts
    return Briefing(
        title=title or articles[0].title,
        articles=tuple(articles),
        made=datetime.now().astimezone(),
        summary=_summary(analysable, to, library, settings, engines) if analysable and "summary" in parts else None,
        comparisons=(comparison(analysable[0], analysable[1], library),) if compared and two else (),
        ledger=ledger(analysable, library) if compared and several else None,
        claims={article.id: corrected_claims(article, library) for article in analysable} if "claims" in parts else {},
        notes=_notes(articles, library) if library and "notes" in parts else (),
    )


def _summary(
    articles: Sequence[Article],
    to: Language,
    library: Library | None,
    settings: TranslationSettings,
    engines: Sequence[str],
) -> Summary:
    found = summary(articles, library)
    with suppress(UnavailableError):
        cache = library.cache if library else None
        return in_language(found, to, settings, tuple(engines) or staying(settings), memory=cache)
    return found


def _notes(articles: Sequence[Article], library: Library) -> tuple[Note, ...]:
    """The notes on the articles, and on dossiers that contain no others."""
    ids = {article.id for article in articles}
    dossiers = {one.id for one in library.dossiers.all() if one.articles and ids.issuperset(one.articles)}
    return tuple(note for note in library.notes.find() if note.article in ids or note.dossier in dossiers)
