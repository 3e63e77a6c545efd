"""What the screens on which one reads have in common: claims and notes in the text, and the keys that work on them."""

from briefing.export.wording import place
from locales import _, active
from tui.screens.reading.claims import Here
from tui.screens.reading.corrections import CorrectedScreen
from tui.screens.reading.note_marks import NotedScreen
from tui.screens.reading.text_search import SearchedScreen


class ReadingScreen(SearchedScreen, NotedScreen, CorrectedScreen):
    """One or two articles with all that can be done with a text that is read."""

    def action_copy(self) -> None:
        """Send the quote and its citation to the terminal's clipboard; whether that takes it cannot be known."""
        here = self.here
        if here is None:
            return
        passage = here.passage
        self.app.copy_to_clipboard(f"“{' '.join(passage.text.split())}” ({place(here.article, passage, active())})\n")
        self.tell(_("Quote and citation handed to the terminal. If pasting gives nothing, export them with e."))

    def action_look_up(self) -> None:
        """Show what the words on the line under the cursor mean."""
        here = self.here
        if here is None:
            return
        if here.article.language != "nl":
            self.tell(_("The dictionary has Dutch words only."))
            return
        from tui.screens.dialogs.word_lookup import LookUpScreen

        sentence = Here(here.sheet, here.article, here.span, None).passage.text
        self.app.push_screen(LookUpScreen(here.span.of(here.article.text), sentence, self.briefing.signs))

    def action_notes(self) -> None:
        """Show the notes on these articles."""
        from tui.screens.notes.screen import NotesScreen

        self.app.push_screen(NotesScreen(self.articles))

    def action_summary(self) -> None:
        """Show the short of the articles."""
        self.show_summary(self.articles)

    def action_ledger(self) -> None:
        """Show who says what in the articles."""
        self.show_ledger(self.articles)

    def action_export(self) -> None:
        """Ask for a file and write the briefing to it."""
        from tui.screens.dialogs.export import export

        export(self, self.articles)

    def action_read(self) -> None:
        """Mark the article under the cursor as read, or as unread."""
        here = self.here
        if here is not None:
            self.turn_read(
                (here.article.id,), lambda read: self.tell(_("Marked as read.") if read else _("Marked as unread."))
            )
