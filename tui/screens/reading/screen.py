"""The base of the Compare and Reader screens: the keys that work on a text, handed to the objects that do the work."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from briefing.article import Span
from briefing.claims.selection import NamedSource
from briefing.export.wording import place
from briefing.language.languages import base
from locales import _, active
from store import Change
from tui.key_names import with_keys
from tui.screens.article_state import toggle_read
from tui.screens.base import BriefingScreen
from tui.screens.dialogs.base import Prompt, Question
from tui.screens.dialogs.correction import Choice
from tui.screens.dialogs.export import export
from tui.screens.dialogs.source_choice import SourceDialog
from tui.screens.reading.claims import ClaimsBySheet
from tui.screens.reading.corrections import Corrections
from tui.screens.reading.cursor import ClaimCursor, Here, Paged
from tui.screens.reading.line_layout import LaidOut, LineLayout, Planned
from tui.screens.reading.note_marks import NotesByArticle
from tui.screens.reading.note_writer import NoteWriter
from tui.screens.reading.text import ReadText
from tui.widgets.card import EvidenceCard
from tui.widgets.page import Page


@dataclass
class ClaimsFound(Message):
    """The claims of the articles were found."""

    claims: ClaimsBySheet


@dataclass
class NotesRead(Message):
    """The notes of the articles were read from the library."""

    notes: NotesByArticle


class TextView(Paged, Planned, Protocol):
    """The widgets of a screen with one or two articles."""

    def show_here(self, here: Here | None, lit: list[tuple[int, Span, str]]) -> None:
        """Show what is known of the place under the cursor, and highlight it."""

    def redraw(self) -> None:
        """Draw the same lines again."""


class ReadingScreen(BriefingScreen):
    """One or two articles that are read. `text` is what is known of them, `view` the widgets that show it."""

    def __init__(self, text: ReadText, view: TextView) -> None:
        super().__init__()
        self.text, self.view = text, view
        self.cursor = ClaimCursor(text.articles, text.claims, view)
        self.lines = LineLayout(self, view, text.length)
        self.note_writer = NoteWriter(self, self.read_notes)
        self.corrections = Corrections(self, text.articles, about_links=self.link_choices, changed=self.renew_analysis)

    @property
    def moving(self) -> Page:
        """The page that keys work on."""
        return self.view.page

    # Analysis and notes

    def on_mount(self) -> None:
        """Start the analysis and read the notes once the bare text is shown."""
        self.call_after_refresh(self.analyse)
        self.call_after_refresh(self.read_notes)

    @work(thread=True, exit_on_error=False, group="claims", exclusive=True)
    def analyse(self) -> None:
        """Find the claims of the articles."""
        worker = get_current_worker()
        analysis = self.host.analysis()
        claims = tuple(analysis.claims(article) for article in self.text.articles)
        if not worker.is_cancelled:
            self.post_message(ClaimsFound(claims))

    def renew_analysis(self) -> None:
        """Analyse anew what depends on the user's corrections."""
        self.analyse()

    def link_choices(self, _here: Here) -> Iterable[Choice]:
        """What the user can say of the links at a place: one article has none."""
        return ()

    def on_claims_found(self, message: ClaimsFound) -> None:
        """Mark the claims."""
        claims = self.text.claims
        self.cursor.is_active |= claims.is_analysed
        claims.take(message.claims)
        self.show_claims()
        if self.lines.is_long or claims.source:
            self.words()

    @work(thread=True, exit_on_error=False, group="notes", exclusive=True)
    def read_notes(self) -> None:
        """Read the notes on the articles."""
        notes = {article.id: self.host.library.notes.find(article=article.id) for article in self.text.articles}
        if not get_current_worker().is_cancelled:
            self.post_message(NotesRead(notes))

    def on_notes_read(self, message: NotesRead) -> None:
        """Mark the places that have notes."""
        self.text.notes.take(message.notes)
        self.view.redraw()

    def library_changed(self, change: Change) -> None:
        """Take in new corrections and notes."""
        if change.part == "corrections":
            self.renew_analysis()
        elif change.part == "notes":
            self.read_notes()

    # What is shown

    def on_laid_out(self, message: LaidOut) -> None:
        """Show lines that were made on a thread."""
        message.show()
        self.show_here()

    def show_claims(self) -> None:
        """Mark in the text the claims that the filters let through."""
        self.cursor.renew()
        self.lines.renew()
        self.show_here()

    def show_here(self) -> None:
        """Show what is under the cursor."""
        self.view.show_here(self.cursor.here, self.cursor.lit())

    def on_page_cursor_moved(self, message: Page.CursorMoved) -> None:
        """Show what is under the cursor now."""
        if message.page is self.view.page:
            self.cursor.settle()
            self.show_here()

    # Keys: going from place to place

    def action_claim(self, step: int) -> None:
        """Go to the next claim (1) or the one before (-1); while a search is on, to the next match."""
        if self.text.search.is_on:
            self._go_to_match(step)
            return
        found = self.cursor.step(step)
        if found is None:
            self.tell(_("No claims are marked here."))
        elif not found:
            self.tell(_("That was the last claim.") if step > 0 else _("That was the first claim."))
        self.show_here()

    def action_search(self) -> None:
        """Ask for words to search for; none ends the search."""
        hint = with_keys(_("Then [next-claim] and [previous-claim] go from match to match. [back] ends the search."))
        self.app.push_screen(Prompt(Question(_("Search in the text"), self.text.search.query, hint)), self._search)

    def _search(self, words: str | None) -> None:
        if words is None:
            return
        self.text.search.search(words)
        self.lines.renew()
        self.words()
        if words:
            self._go_to_match(1, here_too=True)

    def _go_to_match(self, step: int, *, here_too: bool = False) -> None:
        found = self.cursor.step_match(self.text.search.matches, step, here_too=here_too)
        if not found:
            self.tell(_("Not found in this text.") if found is None else _("Not found further on."))
        self.show_here()

    def action_card(self, by: int) -> None:
        """Scroll the evidence card."""
        self.query_one(EvidenceCard).scroll_relative(y=by, animate=False)

    def action_back(self) -> None:
        """End the search or the filters where one is on; else go back one level."""
        if self.text.search.is_on:
            self._search("")
        elif self.text.claims.is_narrowed:
            self.text.claims.clear_filters()
            self.show_claims()
            self.words()
        else:
            super().action_back()

    # Keys: which claims are marked

    def action_claim_filter(self) -> None:
        """Mark claims of the next kind."""
        self.text.claims.step_filter()
        self.show_claims()
        self.words()

    def action_of_source(self) -> None:
        """Ask for the source whose claims are to be marked."""
        claims = self.text.claims
        self.app.push_screen(SourceDialog(claims.sources(), claims.source, self.host.signs), self._of_source)

    def _of_source(self, chosen: tuple[NamedSource, ...] | None) -> None:
        if chosen is None:
            return
        claims = self.text.claims
        claims.choose_source(chosen[0] if chosen else None)
        self.show_claims()
        self.words()
        stops = self.cursor.stops()
        if claims.source and self.cursor.current is None and stops:
            ahead = next((stop for stop in stops if stop[0] >= self.view.page.cursor), stops[0])
            self.cursor.go_to_claim(*ahead[1:])
            self.show_here()

    # Keys: what is done with the place under the cursor

    def action_correct(self) -> None:
        """Ask what is right of the claim or the link under the cursor."""
        if here := self.cursor.here:
            self.corrections.ask(here)

    def action_edit_claim(self) -> None:
        """Edit the claim under the cursor, or a new one in its sentence."""
        if here := self.cursor.here:
            self.corrections.edit(here, new=here.claim is None)

    def action_note(self) -> None:
        """Write a note on the claim or the passage under the cursor."""
        if here := self.cursor.here:
            self.note_writer.on_passage(here)

    def action_article_note(self) -> None:
        """Write a note on the article under the cursor."""
        if here := self.cursor.here:
            self.note_writer.on_article(here)

    def action_copy(self) -> None:
        """Send the quote and its citation to the terminal's clipboard; whether it takes them cannot be known."""
        if here := self.cursor.here:
            quote = " ".join(here.passage.text.split())
            self.app.copy_to_clipboard(f"“{quote}” ({place(here.article, here.passage, active())})\n")
            self.tell(with_keys(_("Quote and citation copied, if your terminal allows it. Otherwise export: [export]")))

    def action_look_up(self) -> None:
        """Show what the words on the line under the cursor mean."""
        from tui.screens.dialogs.word_lookup import LOOKED_UP, LookUpScreen

        here = self.cursor.here
        if here is None:
            return
        if base(here.article.language) != LOOKED_UP:
            name = active().language_name(LOOKED_UP)
            self.tell(_("The dictionary only has words of this language: %(language)s.") % {"language": name})
            return
        sentence = replace(here, claim=None).passage.text
        self.app.push_screen(LookUpScreen(here.span.of(here.article.text), sentence, self.host.signs))

    def action_read(self) -> None:
        """Mark the article under the cursor as read, or as unread."""
        if here := self.cursor.here:
            words = _("Marked as read."), _("Marked as unread.")
            toggle_read(self, (here.article.id,), lambda is_read: self.tell(words[0] if is_read else words[1]))

    # Keys: other screens

    def action_notes(self) -> None:
        """Show the notes on these articles."""
        self.host.go.to_notes(self.text.articles)

    def action_summary(self) -> None:
        """Show the summary of the articles."""
        self.show_summary(self.text.articles)

    def action_ledger(self) -> None:
        """Show who says what in the articles."""
        self.show_ledger(self.text.articles)

    def action_export(self) -> None:
        """Ask for a file and write the briefing to it."""
        export(self, self.text.articles)
