"""An article in another language, paragraph by paragraph: a screen fills in what has come."""

from collections.abc import Callable, Generator, Sequence

from briefing.article import Article, Language
from briefing.language.languages import base
from briefing.message import UnavailableError, WrongUseError
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.engines import Opened
from briefing.translate.translation import Translation, TranslationCache, by_first_engine
from briefing.translate.translator import Cancelled, never


def paragraphs_in(
    article: Article,
    to: Language,
    settings: TranslationSettings,
    named: Sequence[str] = (),
    *,
    memory: TranslationCache | None = None,
    passed_over: Callable[[UnavailableError], None] = lambda _: None,
    cancelled: Cancelled = never,
) -> Generator[Translation, None, None]:
    """The translation of each paragraph, in their order, all by the engine that could do the first.

    Raises:
        WrongUseError: the article is in that language already.
        UnavailableError: no engine could, or the one that began cannot go on.
        StoppedError: `cancelled` answered yes.
    """
    from_ = base(article.language)
    if from_ == to:
        raise WrongUseError("translate.same-language", title=article.title)
    chosen = list(named)
    with Opened(settings) as opened:
        for paragraph in article.paragraphs:
            (found,) = by_first_engine(
                [paragraph.text],
                from_,
                to,
                settings,
                chosen,
                opened=opened,
                memory=memory,
                published=article.published,
                passed_over=passed_over,
                cancelled=cancelled,
            )
            chosen = [found.engine.name]
            yield found
