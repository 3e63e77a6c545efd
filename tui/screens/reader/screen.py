"""The Reader screen: what does this one say? With its translation off, under or beside each paragraph."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from textual import work
from textual.containers import Container, Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from briefing.article import Article, Language, laid_out
from briefing.message import BriefingError
from briefing.translate import StoppedError
from briefing.translate.known import known_percentage
from briefing.translate.translation import Translation
from locales import _
from tui.actions import bindings
from tui.layout.alignment import Line, alone, beside, under
from tui.layout.marks import sheet_of
from tui.layout.sheet import Sheet
from tui.origin import origin
from tui.screens.movement import MOVING
from tui.screens.reading.line_layout import Make, Show
from tui.screens.reading.screen import ReadingScreen
from tui.widgets.bars import Head
from tui.widgets.card import Evidence, EvidenceCard
from tui.widgets.legend import Entry, Legend, entries
from tui.widgets.page import Page

MODES: Final = ("off", "under", "beside")


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
        *MOVING,
    )

    def __init__(self, article: Article, *, at: int | None = None) -> None:
        super().__init__((article,))
        self.article = article
        self.mode = "off"
        self.translations: dict[int, Translation] = {}
        self._asked = False
        self._waiting = False
        self._at = at

    def body(self) -> Iterable[Widget]:
        """The page, that of the translation, the legend and the card."""
        with Container(id="body"):
            with Vertical(id="reading"):
                with Horizontal(id="panes"):
                    yield Page(id="page")
                    with Vertical(id="translation-pane"):
                        yield Head(id="translation-head")
                        yield Page(id="translation")
                yield Legend()
            yield EvidenceCard()

    def on_mount(self) -> None:
        """Start, with the translation as it was left."""
        self.watch(self.page, "scroll_y", self._scrolled, init=False)
        if self.briefing.settings.translation != "off":
            self.show_translation(self.briefing.settings.translation)

    @property
    def page(self) -> Page:
        """The page of the article."""
        return self.query_one("#page", Page)

    @property
    def other(self) -> Page:
        """The page of the translation."""
        return self.query_one("#translation", Page)

    @property
    def beside(self) -> bool:
        """Whether the translation stands beside the article: where there is no room for that, it stands under."""
        return self.mode == "beside" and not self.has_class("-stacked")

    @property
    def to(self) -> Language:
        """The language to translate to."""
        return "en" if self.article.language == "nl" else "nl"

    def on_page_width_changed(self, message: Page.WidthChanged) -> None:
        """Lay out the lines for the new width."""
        message.stop()
        self.set_class(self.beside, "-translation-beside")
        self.lay_out()

    def plan(self, most: int | None = None) -> Make:
        """The lines of the article, with its translation where that is shown."""
        claims, found, signs = self.marked[0], self.found_marks(0), self.briefing.signs
        translated = None if self.mode == "off" else self._translated()
        apart, width, other_width = self.beside, self.page.text_width, self.other.text_width

        def make() -> Show:
            sheet = sheet_of(self.article, claims, found, signs).opening(most).drawn_up()
            if translated is None:
                return partial(self.show_lines, (sheet,), alone(sheet, width))
            sheets = sheet, translated.opening(most).drawn_up()
            if not apart:
                return partial(self.show_lines, sheets, under(sheets, width))
            chain = [(place, place) for place in range(len(sheet.paragraphs))]
            return partial(self.show_lines, sheets, *beside(sheets, chain, (width, other_width)))

        return make

    def show_lines(self, sheets: Sequence[Sheet], lines: Sequence[Line], others: Sequence[Line] = ()) -> None:
        """Put lines on the page, and those of the translation on the one beside it."""
        page, signs = self.page, self.briefing.signs
        page.show(sheets, lines, signs=signs, gutter=self._gutter)
        if others:
            self.other.show(sheets, others, signs=signs, gutter=self._gutter)
        if self._at is not None and page.is_laid_out and page.shows(0, self._at):
            page.go_to(0, self._at)
            self._at = None
        page.light(*self.lit())

    def _translated(self) -> Sheet:
        """The translation as far as it has come: as many paragraphs as the article."""
        waiting = self.briefing.signs.more
        texts = [
            self.translations[place].text if place in self.translations else waiting
            for place in range(len(self.article.paragraphs))
        ]
        paragraphs = laid_out((text or waiting, "body") for text in texts)
        return Sheet(Article("", "", self.to, paragraphs).text, paragraphs)

    def _gutter(self, line: Line) -> tuple[tuple[str, str], tuple[str, str]]:
        blank = (" ", "text")
        if line.sheet == 1:
            first = bool(line.span.end) and line.span.start == self.page.sheets[1].paragraphs[line.paragraph].start
            return (("!", "conflicts") if first and self._lost(line.paragraph) else blank), blank
        noted = self.noted(0, self.page.span_of(line))
        return blank, ((self.briefing.signs.note, "note") if noted else blank)

    def _lost(self, place: int) -> list[str]:
        """What the checks did not find again in the translation of a paragraph."""
        found = self.translations.get(place)
        return [check.original for check in found.checks if not check.ok] if found else []

    def legend(self) -> list[Entry]:
        """The signs of the claims."""
        return entries(self.briefing.signs, links=False)

    def words(self) -> None:
        """The bar, the legend and the card."""
        self.title_bar.say(
            _("Read"),
            self.article.title,
            _("looking for claims…") if self.is_long and not self.analysed else "",
            self.search_words(),
            self.which_words(),
            self._made(),
            origin(self.article),
        )
        self.query_one("#translation-head", Head).say("", _("English") if self.to == "en" else _("Dutch"))
        legend = self.query_one(Legend)
        legend.signs = self.briefing.signs
        legend.refresh()
        self.show_here()

    def _made(self) -> str:
        if self.mode == "off":
            return ""
        found = next(iter(self.translations.values()), None)
        made = self._by(found.engine.name) if found else _("translating…")
        missing = len(self.article.paragraphs) - len(self.translations)
        return f"{made} {self.briefing.signs.more}" if found and missing and self._asked else made

    def _by(self, engine: str) -> str:
        known = known_percentage(self.translations.values())
        if known is None:
            return _("machine translation by %(engine)s") % {"engine": engine}
        return _("machine translation by %(engine)s, %(percent)s%% of the words known") % {
            "engine": engine,
            "percent": known,
        }

    def show_here(self) -> None:
        """Show the evidence for the claim under the cursor, or what the translation under it lost."""
        card, line = self.query_one(EvidenceCard), self.page.line
        lost = self._lost(line.paragraph) if line and self.mode != "off" else []
        here = self.here
        notices = [_("Not found again in the translation: “%(words)s”") % {"words": words} for words in lost]
        card.show(Evidence(self.article, here.claim if here else None, notices=notices), self.briefing.signs)
        self.page.light(*self.lit())

    # The translation

    def show_translation(self, mode: str) -> None:
        """Show the translation under or beside each paragraph, or not at all; ask for it the first time."""
        self.mode = mode
        self.set_class(self.beside, "-translation-beside")
        self.lay_out()
        self.words()
        if mode != "off" and not self._asked:
            self._asked = True
            self.briefing.before_translating(self.translate, self._declined)

    def _declined(self) -> None:
        """There will be no translation; who asks for it again is asked again."""
        self._asked = False
        self.action_original()

    @work(thread=True, exit_on_error=False, group="translation", exclusive=True)
    def translate(self) -> None:
        """Translate paragraph by paragraph, until the screen is left."""
        worker = get_current_worker()
        try:
            paragraphs = self.briefing.analysis().translation(
                self.article, self.to, cancelled=lambda: worker.is_cancelled
            )
            for place, translation in enumerate(paragraphs):
                self.post_message(ParagraphTranslated(place, translation))
        except StoppedError:
            return
        except BriefingError as error:
            self.post_message(TranslationFailed(error))

    def on_paragraph_translated(self, message: ParagraphTranslated) -> None:
        """Fill it in, together with whatever else came before the next refresh."""
        self.translations[message.place] = message.translation
        if not self._waiting:
            self._waiting = True
            self.call_after_refresh(self._fill_in)

    def _fill_in(self) -> None:
        self._waiting = False
        self.lay_out()
        self.words()

    def on_translation_failed(self, message: TranslationFailed) -> None:
        """Say why there is none, and show the original alone."""
        self._asked = False
        self.tell_error(message.error)
        if not self.translations:
            self.show_translation("off")

    def _scrolled(self) -> None:
        if self.beside:
            self.other.scroll_to(y=self.page.scroll_y, animate=False, force=True)

    def action_translation(self) -> None:
        """Show the translation in the next way."""
        modes = MODES[:2] if self.has_class("-stacked") else MODES
        mode = modes[(modes.index(self.mode) + 1) % len(modes)] if self.mode in modes else "off"
        self.show_translation(mode)
        self.briefing.keep("translation", mode)

    def action_original(self) -> None:
        """Show only the original text."""
        self.show_translation("off")
        self.briefing.keep("translation", "off")

    def action_tags(self) -> None:
        """Set the tags of the article."""
        record = self.briefing.attempt(lambda: self.briefing.library.articles.record(self.article.id))
        if record:
            self.ask_tags(self.article.id, record.tags, lambda _done: self.words())
