"""The editor of one note."""

from collections.abc import Callable, Iterable
from contextlib import suppress

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static, TextArea

from briefing.message import BriefingError
from briefing.note import Note
from locales import _
from store import Library
from tui.actions import bindings
from tui.host import Host, host_of
from tui.screens.dialogs.base import Dialog

_PAUSE = 0.5
"""Seconds without a keystroke after which the text is saved as a draft."""


class NoteEditor(Dialog[bool]):
    """A note in Markdown under the words it is about.

    Saving keeps the text by `keep` and answers whether there was something to keep; so does Esc. The editor stays open until
    the library has the text. Meanwhile what was typed is kept there as a draft, so that neither a crash nor leaving the app
    loses it.
    """

    BINDINGS = bindings("save", "done")

    def __init__(self, note: Note, about: str, keep: Callable[[Library, str], object]) -> None:
        super().__init__()
        self._note, self._about, self._keep = note, about, keep
        self._timer: Timer | None = None
        self._typed = self._drafted = note.text
        self._has_draft = self._asked = self._saving = False

    @property
    def _host(self) -> Host:
        return host_of(self)

    def body(self) -> Iterable[Widget]:
        """What the note is about, and the text, from the draft if there is one."""
        yield Static(Content(self._about), id="about")
        with suppress(BriefingError):
            draft = self._host.library.drafts.get(self._note)
            self._typed = self._drafted = draft or self._note.text
            self._has_draft = bool(draft)
        yield TextArea(self._typed, id="note", soft_wrap=True, tab_behavior="focus")

    def on_mount(self) -> None:
        """Put the cursor at the end of the text."""
        self.entitle(_("Note") if not self._note.id else _("Edit note"))
        editor = self.query_one(TextArea)
        editor.move_cursor(editor.document.end)
        editor.focus()

    # Drafts

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Save a draft at the next pause."""
        self._typed = event.text_area.text.strip()
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, self.keep_typed)

    def on_unmount(self) -> None:
        """Save the draft when the app quits."""
        self.keep_typed()

    def keep_typed(self) -> None:
        """Save what was typed as a draft, unless a save is pending; an error is ignored."""
        if not self._asked and self._typed != self._drafted:
            self._asked = self._has_draft = True
            self._host.write(self._draft, failed=lambda _error: None)

    def _draft(self, library: Library) -> None:
        """On the writer thread: save the draft."""
        self._asked = False
        typed = self._typed
        if typed != self._drafted:
            library.drafts.save(self._note, typed)
            self._drafted = typed

    # Keeping the note

    def action_save(self) -> None:
        """Save the note and close; close at once if nothing was written."""
        if self._typed in {"", self._note.text} and not self._has_draft:
            self.dismiss(False)
        elif not self._saving:
            self._saving = self.query_one(TextArea).read_only = True
            self._host.write(self._kept, self._close, self._not_kept)

    def action_done(self) -> None:
        """Close and keep what was written."""
        self.action_save()

    def _kept(self, library: Library) -> bool:
        """On the writer thread: save the note and discard the draft; gives whether there was a change to save."""
        typed = self._typed
        new = bool(typed) and typed != self._note.text
        if new:
            self._keep(library, typed)
        # The note is kept; a draft that cannot be forgotten is no reason to keep it twice.
        with suppress(BriefingError):
            library.drafts.discard(self._note)
        self._drafted = typed
        return new

    def _close(self, new: bool) -> None:
        if self.is_running:
            self.dismiss(new)

    def _not_kept(self, error: BriefingError) -> None:
        self._host.say_error(error)
        if self.is_running:
            self._saving = self.query_one(TextArea).read_only = False
