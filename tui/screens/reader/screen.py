"""The Reader screen: what does this one say? With its translation off, under or beside each paragraph."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import work
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from briefing.article import Article
from briefing.message import BriefingError
from briefing.translate import StoppedError
from briefing.translate.translation import Translation
from locales import _
from tui.actions import bindings
from tui.origin import origin
from tui.screens.article_state import ask_tags
from tui.screens.base import MOVEMENT
from tui.screens.dialogs.consent import before_translating
from tui.screens.reader.translation import MODES, ArticleTranslation
from tui.screens.reader.view import ReaderView
from tui.screens.reading.screen import ReadingScreen
from tui.screens.reading.text import ReadText
from tui.widgets.legend import SignEntry, entries
from tui.widgets.page import Page


@dataclass
class ParagraphTranslated(Message):
    """A paragraph came back from the engine."""

    place: int
    translation: Translation


@dataclass
class TranslationFailed(Message):
    """No engine could translate, or it could not go on."""

    error: BriefingError


class ReaderScreen(ReadingScreen):
    """One article with its claims, and its translation one key away."""

    CSS_PATH: ClassVar = ["../../widgets/page.tcss", "reader.tcss"]
    BINDINGS = bindings(
        "next-claim",
        "previous-claim",
        "note",
        "search",
        "translation",
        "export",
        "notes",
        "article-note",
        "original",
        "claims",
        "of-source",
        "look-up",
        "correct",
        "edit-claim",
        "card-down",
        "card-up",
        "copy",
        "read",
        "tags",
        "summary",
        "ledger",
        "versions",
        *MOVEMENT,
    )
    view: ReaderView

    def __init__(self, article: Article, *, at: int | None = None) -> None:
        self.article = article
        self.translation = ArticleTranslation(article)
        text = ReadText((article,))
        super().__init__(text, ReaderView(text, self.translation, at))
        self._is_filling_in = False

    def body(self) -> Iterable[Widget]:
        """The view."""
        yield self.view

    def on_mount(self) -> None:
        """Show the translation as it was left."""
        if self.host.settings.translation != "off":
            self.show_translation(self.host.settings.translation)

    def on_page_width_changed(self, message: Page.WidthChanged) -> None:
        """Lay out the lines for the new width."""
        message.stop()
        self.view.make_room()
        self.lines.renew()
        self.show_here()

    def legend(self) -> list[SignEntry]:
        """The signs of the claims."""
        return entries(self.host.signs, links=False)

    def words(self) -> None:
        """Write the bar, the head of the translation, the legend and the card."""
        self.title_bar.say(
            _("Read"),
            self.article.title,
            _("looking for claims…") if self.lines.is_long and not self.text.claims.is_analysed else "",
            self.text.search.words(),
            self.text.claims.words(),
            self.translation.words(self.host.signs.more),
            origin(self.article),
        )
        self.view.show_words()
        self.show_here()

    def action_versions(self) -> None:
        """Show what changed between the versions of the article."""
        self.host.go.to_versions(self.article)

    # The translation

    def show_translation(self, mode: str) -> None:
        """Show the translation under or beside each paragraph, or not at all; ask for it the first time."""
        self.translation.mode = mode
        self.view.make_room()
        self.lines.renew()
        self.words()
        if mode != "off" and not self.translation.is_asked:
            self.translation.is_asked = True
            pairs = [(self.article.language, self.translation.to)]
            before_translating(self, pairs, self.translate, self._declined)

    def _declined(self) -> None:
        """There will be no translation; the question comes again the next time it is asked for."""
        self.translation.is_asked = False
        self.action_original()

    @work(thread=True, exit_on_error=False, group="translation", exclusive=True)
    def translate(self) -> None:
        """Translate paragraph by paragraph, until the screen is left."""
        worker, to = get_current_worker(), self.translation.to
        try:
            paragraphs = self.host.analysis().translation(self.article, to, cancelled=lambda: worker.is_cancelled)
            for place, translation in enumerate(paragraphs):
                self.post_message(ParagraphTranslated(place, translation))
        except StoppedError:
            return
        except BriefingError as error:
            self.post_message(TranslationFailed(error))

    def on_paragraph_translated(self, message: ParagraphTranslated) -> None:
        """Fill it in, together with whatever else came before the next refresh."""
        self.translation.take(message.place, message.translation)
        if not self._is_filling_in:
            self._is_filling_in = True
            self.call_after_refresh(self._fill_in)

    def _fill_in(self) -> None:
        self._is_filling_in = False
        self.lines.renew()
        self.words()

    def on_translation_failed(self, message: TranslationFailed) -> None:
        """Say why there is none, and show the original alone."""
        self.translation.is_asked = False
        self.tell_error(message.error)
        if self.translation.is_empty:
            self.show_translation("off")

    def action_translation(self) -> None:
        """Show the translation in the next way."""
        mode = self.translation.mode_after(MODES[:2] if self.has_class("-stacked") else MODES)
        self.show_translation(mode)
        self.host.keep("translation", mode)

    def action_original(self) -> None:
        """Show only the original text."""
        self.show_translation("off")
        self.host.keep("translation", "off")

    def action_tags(self) -> None:
        """Set the tags of the article."""
        record = self.host.attempt(lambda: self.host.library.articles.record(self.article.id))
        if record:
            ask_tags(self, self.article.id, record.tags, lambda _done: self.words())
