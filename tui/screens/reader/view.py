"""The widgets of the Reader screen: the article, its translation under or beside it, the legend and the card."""

from collections.abc import Iterable, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Container, Horizontal, Vertical

from briefing.article import Span
from locales import _, active
from tui.host import host_of
from tui.layout.alignment import Line, alone, beside, under
from tui.layout.marks import sheet_of
from tui.layout.sheet import Sheet
from tui.screens.reader.translation import ArticleTranslation
from tui.screens.reading.cursor import Here
from tui.screens.reading.line_layout import Make, Show
from tui.screens.reading.text import ReadText
from tui.widgets.bars import Head
from tui.widgets.card import Evidence, EvidenceCard
from tui.widgets.legend import Legend
from tui.widgets.line_painter import BLANK, Sign
from tui.widgets.page import Page


class ReaderView(Container):
    """One article with its translation. `at` is the offset at which to begin."""

    def __init__(self, text: ReadText, translation: ArticleTranslation, at: int | None = None) -> None:
        super().__init__(id="body")
        self.text, self.translation = text, translation
        self._at = at

    def compose(self) -> ComposeResult:
        """The page, that of the translation, the legend and the card."""
        with Vertical(id="reading"):
            with Horizontal(id="panes"):
                yield Page(id="page")
                with Vertical(id="translation-pane"):
                    yield Head(id="translation-head")
                    yield Page(id="translation")
            yield Legend()
        yield EvidenceCard()

    def on_mount(self) -> None:
        """Scroll the translation with the article."""
        self.watch(self.page, "scroll_y", self._scrolled, init=False)

    @property
    def page(self) -> Page:
        """The page of the article."""
        return self.query_one("#page", Page)

    @property
    def other(self) -> Page:
        """The page of the translation."""
        return self.query_one("#translation", Page)

    @property
    def is_beside(self) -> bool:
        """Whether the translation is beside the article; where there is no room for that, it is under it."""
        return self.translation.mode == "beside" and not self.screen.has_class("-stacked")

    def enter(self, _sheet: int) -> Page:
        """The page of the article: keys always work on it."""
        return self.page

    def make_room(self) -> None:
        """Make room for the translation where it is beside the article."""
        self.screen.set_class(self.is_beside, "-translation-beside")

    def _scrolled(self) -> None:
        if self.is_beside:
            self.other.scroll_to(y=self.page.scroll_y, animate=False, force=True)

    # The lines

    def plan(self, most: int | None = None) -> Make:
        """What makes the lines of the article, with its translation where that is shown."""
        (article,), signs = self.text.articles, host_of(self).signs
        claims, found = self.text.claims.marked[0], self.text.search.marks(0)
        translated = None if self.translation.mode == "off" else self.translation.sheet(signs.more)
        is_beside, width, other_width = self.is_beside, self.page.text_width, self.other.text_width

        def make() -> Show:
            sheet = sheet_of(article, claims, found, signs).opening(most).drawn_up()
            if translated is None:
                return partial(self._show_lines, (sheet,), alone(sheet, width))
            sheets = sheet, translated.opening(most).drawn_up()
            if not is_beside:
                return partial(self._show_lines, sheets, under(sheets, width))
            chain = [(place, place) for place in range(len(sheet.paragraphs))]
            return partial(self._show_lines, sheets, *beside(sheets, chain, (width, other_width)))

        return make

    def _show_lines(self, sheets: Sequence[Sheet], lines: Sequence[Line], others: Sequence[Line] = ()) -> None:
        page, signs = self.page, host_of(self).signs
        page.show(sheets, lines, signs=signs, gutter=self._gutter)
        if others:
            self.other.show(sheets, others, signs=signs, gutter=self._gutter)
        if self._at is not None and page.is_laid_out and page.shows(0, self._at):
            page.go_to(0, self._at)
            self._at = None

    def _gutter(self, line: Line) -> tuple[Sign, Sign]:
        """A sign for a note, or before a translated paragraph of which a check failed."""
        if line.sheet == 1:
            is_first = bool(line.span.end) and line.span.start == self.page.sheets[1].paragraphs[line.paragraph].start
            return (("!", "conflicts") if is_first and self.translation.lost(line.paragraph) else BLANK), BLANK
        is_noted = self.text.notes.begin_in(0, self.page.span_of(line))
        return BLANK, ((host_of(self).signs.note, "note") if is_noted else BLANK)

    def redraw(self) -> None:
        """Draw the same lines again."""
        self.page.redraw()
        self.other.redraw()

    def show_words(self) -> None:
        """Write the head of the translation and the legend in the interface's language."""
        name = active().language_name(self.translation.to)
        self.query_one("#translation-head", Head).say("", name)
        self.query_one(Legend).show(host_of(self).signs)

    def show_here(self, here: Here | None, lit: Iterable[tuple[int, Span, str]]) -> None:
        """Show the evidence for a claim, or what its translation lost, and highlight the claim."""
        line = self.page.line
        lost = self.translation.lost(line.paragraph) if line and self.translation.mode != "off" else []
        notices = [_("Missing in the translation: “%(words)s”") % {"words": words} for words in lost]
        evidence = Evidence(self.text.articles[0], here.claim if here else None, notices=notices)
        self.query_one(EvidenceCard).show(evidence, host_of(self).signs)
        self.page.light(*lit)
