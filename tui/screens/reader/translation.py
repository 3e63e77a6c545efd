"""The translation of one article, as far as it has come."""

from typing import Final

from briefing.article import Article, Paragraph, laid_out
from briefing.translate.known import MARKING, known_percentage
from briefing.translate.translation import Translation
from locales import _
from tui.languages import other_language
from tui.layout.sheet import Sheet

MODES: Final = ("off", "under", "beside")


class ArticleTranslation:
    """Paragraphs that were translated, by their place, and how they are shown: off, under or beside the article."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.to = other_language(article.language)
        self.mode = "off"
        self.is_asked = False
        self._paragraphs: dict[int, Translation] = {}

    @property
    def is_empty(self) -> bool:
        """Whether no paragraph is translated yet."""
        return not self._paragraphs

    def take(self, place: int, translation: Translation) -> None:
        """Take in the translation of a paragraph."""
        self._paragraphs[place] = translation

    def mode_after(self, modes: tuple[str, ...]) -> str:
        """The way of showing after the present one."""
        return modes[(modes.index(self.mode) + 1) % len(modes)] if self.mode in modes else "off"

    def sheet(self, waiting: str) -> Sheet:
        """As many paragraphs as the article has, with `waiting` for those that are not translated yet."""
        texts = [
            self._paragraphs[place].text if place in self._paragraphs else waiting
            for place in range(len(self._article.paragraphs))
        ]
        paragraphs: tuple[Paragraph, ...] = laid_out((text or waiting, "body") for text in texts)
        return Sheet(Article("", "", self.to, paragraphs).text, paragraphs)

    def lost(self, place: int) -> list[str]:
        """What the checks did not find again in the translation of a paragraph."""
        found = self._paragraphs.get(place)
        return [check.original for check in found.checks if not check.ok] if found else []

    def words(self, more: str) -> str:
        """What made the translation, with `more` while it is going on; empty where it is off."""
        if self.mode == "off":
            return ""
        if self.is_empty:
            return _("translating…")
        made = self._made_by(next(iter(self._paragraphs.values())).engine.name)
        is_whole = len(self._paragraphs) == len(self._article.paragraphs)
        return made if is_whole or not self.is_asked else f"{made} {more}"

    def _made_by(self, engine: str) -> str:
        if engine not in MARKING:
            return _("machine translation by %(engine)s") % {"engine": engine}
        known = known_percentage(self._paragraphs.values())
        return _("word-for-word gloss (%(percent)s%% known)") % {"percent": known or 0}
