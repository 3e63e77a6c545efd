"""The Library screen: what do I have? Dossiers and articles, a live filter, a search in the full text, and a preview."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from textual import work
from textual.containers import Container
from textual.message import Message
from textual.widget import Widget
from textual.worker import get_current_worker

from briefing.article import Article
from briefing.dossier import Dossier
from briefing.message import BriefingError
from locales import _, active, ngettext
from store import ArticleRecord, Hit
from tui.actions import bindings
from tui.screens.library.listing import (
    Inside,
    Listing,
    Place,
    Records,
    Row,
    article_cells,
    dossier_cells,
    index_of,
    inside_of,
    key_of,
)
from tui.screens.library.moves import ShelvingScreen
from tui.screens.library.preview import Preview, of_nothing
from tui.screens.movement import MOVING
from tui.widgets.rows import Cell, Rows

if TYPE_CHECKING:
    from store import Change

_FIRST: Final = 200
"""Articles of a long list that are shown before the rest of it is known."""


@dataclass
class Listed(Message):
    """The ids of the articles in a place of the library were read."""

    listing: Listing


@dataclass
class LookedInside(Message):
    """The articles in the dossiers were counted, by the ids of the dossiers."""

    inside: Mapping[str, Inside]


class LibraryScreen(ShelvingScreen):
    """Articles and dossiers, the newest first."""

    CSS_PATH = "library.tcss"
    BINDINGS = bindings(
        "open",
        "recover",
        "compare",
        "search",
        "filter",
        "choose",
        "shelf",
        "add",
        "read",
        "tags",
        "notes",
        "export",
        "dossier",
        "archive",
        "trash",
        "rename",
        "summary",
        "ledger",
        *MOVING,
    )

    def __init__(self, chosen: Sequence[str] = ()) -> None:
        super().__init__(chosen)
        self.rows: Sequence[Row] = ()
        self.loaded = False
        self.looked: datetime | None = None
        self.records = Records(self._read_records)
        self.inside: Mapping[str, Inside] = {}
        self._state = Place().state
        self._stand_on: tuple[str, str] | None = None

    def body(self) -> Iterable[Widget]:
        """The list and the preview."""
        with Container(id="body"):
            yield Rows(id="list")
            yield Preview(lambda: self.briefing.library, id="preview")

    def on_mount(self) -> None:
        """Read the library."""
        self.list.focus()
        self.call_after_refresh(self.read)

    # What there is

    @property
    def place(self) -> Place:
        """Where one is."""
        return Place(self._state, self.dossier.id if self.dossier else "")

    def go_to_place(self, place: Place, dossier: Dossier | None = None) -> None:
        """Show what stands elsewhere; a dossier is given with its place."""
        self._state, self.dossier = place.state, dossier
        self.listing = Listing(place, dossiers=self.listing.dossiers)
        self.show_rows(())
        self.refresh_bindings()
        self.read()

    @work(thread=True, exit_on_error=False, group="records", exclusive=True)
    def read(self) -> None:
        """Read which articles there are; what a line shows of them is read when it is seen."""
        place, worker = self.place, get_current_worker()
        try:
            library = self.briefing.library
            dossiers = library.dossiers.all()
            if self.listing.counts is None:
                first = library.articles.ids(replace(place.filter, limit=_FIRST))
                self.post_message(Listed(Listing(place, first, dossiers)))
            listing = Listing(place, library.articles.ids(place.filter), dossiers, library.articles.count(place.filter))
            if worker.is_cancelled:
                return
            self.post_message(Listed(listing))
            inside = {dossier.id: inside_of(library, dossier) for dossier in dossiers}
        except BriefingError as error:
            # What was read before can still be worked with; without anything there is nothing to stay for.
            self.app.call_from_thread(self.tell_error if self.loaded else self.briefing.fail, error)
            return
        if not worker.is_cancelled:
            self.post_message(LookedInside(inside))

    def on_listed(self, message: Listed) -> None:
        """Show them, if one is still there."""
        listing = message.listing
        if listing.place != self.place or (listing.counts is None and self.listing.counts is not None):
            return
        self.listing = listing
        self.loaded = self.loaded or listing.counts is not None
        if self.dossier:
            self.dossier = listing.dossier(self.dossier.id)
            if self.dossier is None:
                self.go_to_place(Place())
                return
        if self.chosen and listing.counts and listing.place == Place():
            known = set(listing.ids)
            self.chosen = [one for one in self.chosen if one in known]
        if self.mode == "filter":
            self.read_words()
        self.list_rows()

    def on_looked_inside(self, message: LookedInside) -> None:
        """Show how many articles the dossiers have."""
        self.inside = message.inside
        self.list.redraw()

    def library_changed(self, change: "Change") -> None:
        """Take in what came, went or changed."""
        if change.part in {"articles", "dossiers"}:
            for gone in change.ids if change.part == "articles" else ():
                self.searched.pop(gone, None)
            if change.part == "articles" and not change.ids:
                self.searched.clear()
            self.changed()

    def changed(self, _done: object = None, words: str = "") -> None:
        """Say what was done, and read the library again."""
        if words:
            self.tell(words)
        self.records.forget()
        self.read()

    def _read_records(self, ids: Sequence[str]) -> Iterable[ArticleRecord]:
        with suppress(BriefingError):  # reading the list again says what is wrong
            return self.briefing.library.articles.records_of(ids)
        return ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on what it stood on."""
        row = self.row
        key, self._stand_on = self._stand_on or (key_of(row) if row is not None else None), None
        self.rows = rows
        cursor = index_of(rows, key) if key else 0
        if key and cursor is None and not rows:
            self._stand_on = key
        self.list.show(len(rows), self._drawn, signs=self.briefing.signs, cursor=cursor)
        self.entitle()

    @property
    def row(self) -> Row | None:
        """What stands under the cursor."""
        cursor = self.list.cursor
        return self.rows[cursor] if cursor < len(self.rows) else None

    @property
    def record(self) -> ArticleRecord | None:
        """The article under the cursor."""
        return self.records.at(self.rows, self.list.cursor) if self.rows else None

    # Words

    def words(self) -> None:
        """The bar, the line to type in, the list and the preview."""
        self.hint()
        self.entitle()
        self.list.redraw()
        self.preview()

    def entitle(self) -> None:
        """The bar: where one is, what was found and chosen, and how much there is."""
        count, counts = active().number, self.listing.counts
        unread = ""
        if counts:
            words = ngettext("%(unread)s unread of %(total)s", "%(unread)s unread of %(total)s", counts.total)
            unread = words % {"unread": count(counts.unread), "total": count(counts.total)}
        chosen = len(self.chosen)
        chosen_words = ngettext("%(count)s chosen", "%(count)s chosen", chosen) % {"count": chosen} if chosen else ""
        place = (
            self.dossier.name if self.dossier else {"archived": _("Archive"), "trashed": _("Trash")}.get(self._state)
        )
        self.title_bar.say(
            _("Library"), place or "", self.found_words(len(self.rows)), chosen_words, unread or _("reading…")
        )

    def _drawn(self, index: int, width: int) -> Iterable[Cell]:
        row, signs = self.rows[index], self.briefing.signs
        if isinstance(row, Dossier):
            return dossier_cells(row, self.inside.get(row.id), width, signs)
        widths = self.records.widths
        record = self.records.at(self.rows, index)
        if record is None:
            return ()
        if widths != self.records.widths:
            self.call_after_refresh(self.list.redraw)  # the lines above were drawn with narrower columns
        place = " "
        if record.id in self.chosen:
            place = str(self.chosen.index(record.id) + 1)
        elif self.dossier and self.dossier.is_new(record.id, self.looked):
            place = "+"
        return article_cells(record, place, self.records.widths, width, signs)

    # The preview

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        """Preview what the cursor stands on."""
        message.stop()
        self.preview()

    def preview(self) -> None:
        """Show what the cursor stands on, or what to do where there is nothing."""
        preview = self.query_one(Preview)
        if self.row is not None:
            preview.show(self.row)
        elif self.listing.counts is not None:
            preview.show_words(of_nothing(self._state, searching=self.seeking))

    # Keys

    def action_back(self) -> None:
        """Leave the search, the filter, the dossier, the archive or the trash; at the top, quit."""
        if self.mode:
            self.stop_seeking()
        elif self.dossier:
            self._stand_on = "dossier", self.dossier.id
            self.go_to_place(Place())
        elif self._state != "active":
            self.chosen = []
            self.go_to_place(Place())
        else:
            super().action_back()

    def on_rows_picked(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    def action_open(self) -> None:
        """Open the dossier or the article under the cursor."""
        row = self.row
        if isinstance(row, Dossier):
            self.looked = row.looked
            self.briefing.write(lambda library: library.dossiers.mark_viewed(row.id))
            self.go_to_place(Place(dossier=row.id), row)
        elif row is not None:
            self.open(key_of(row)[1], row.passage.start if isinstance(row, Hit) and row.passage else None)

    def open(self, article_id: str, at: int | None = None) -> None:
        """Open an article to read, at an offset."""
        from tui.screens.reader.screen import ReaderScreen

        article = self.briefing.attempt(lambda: self.briefing.library.articles.get(article_id))
        if article:
            self.app.push_screen(ReaderScreen(article, at=at))
            self.briefing.write(lambda library: library.articles.mark_opened(article_id))

    def action_choose(self) -> None:
        """Choose the article under the cursor, or choose it no longer."""
        record = self.record
        if record is None:
            if self.row is not None:
                self.tell(_("Articles can be chosen; what works on a dossier does so while the cursor is on it."))
            return
        if record.id in self.chosen:
            self.chosen.remove(record.id)
        else:
            self.chosen.append(record.id)
        self.list.redraw()
        self.list.cursor += 1
        self.entitle()

    def action_compare(self) -> None:
        """Open two articles side by side."""
        wanted = list(self.chosen[:2])
        if len(wanted) < 2 and self.record and self.record.id not in wanted:
            wanted.append(self.record.id)
        if len(wanted) < 2:
            self.tell(_("Choose an article with the space bar, go to another one, and press c."))
            return
        from tui.screens.compare.screen import CompareScreen

        articles = self._articles(wanted)
        if len(articles) == 2:
            self.chosen = []
            self.app.push_screen(CompareScreen(articles[0], articles[1]))
            self.briefing.write(lambda library: library.articles.mark_opened(*wanted))

    def action_read(self) -> None:
        """Mark the chosen articles, or the one under the cursor, as read, or as unread where all of them are read."""
        if self.ids_meant:
            self.turn_read(self.ids_meant, self.changed)

    def action_tags(self) -> None:
        """Set the tags of the article under the cursor."""
        if self.record:
            self.ask_tags(self.record.id, self.record.tags, self.changed)

    def action_notes(self) -> None:
        """Show all notes."""
        from tui.screens.notes.screen import NotesScreen

        self.app.push_screen(NotesScreen())

    def action_export(self) -> None:
        """Write the chosen articles, or the one under the cursor, to a file."""
        from tui.screens.dialogs.export import export

        export(self, self._meant())

    def action_summary(self) -> None:
        """Show the short of the chosen articles, the dossier, or the article under the cursor."""
        row = self.row
        self.show_summary(self._meant(), row.name if isinstance(row, Dossier) and not self.chosen else "")

    def action_ledger(self) -> None:
        """Show who says what in the chosen articles, the dossier, or the article under the cursor."""
        row = self.row
        self.show_ledger(self._meant(), row.name if isinstance(row, Dossier) and not self.chosen else "")

    def _meant(self) -> Sequence[Article]:
        """The chosen articles, else those of the dossier, else the one under the cursor."""
        dossier = self.row if isinstance(self.row, Dossier) and not self.chosen else None
        return self._articles(dossier.articles if dossier else self.ids_meant)

    def _articles(self, ids: Sequence[str]) -> list[Article]:
        """The articles; where one cannot be read it is said, and there are none."""
        return (
            self.briefing.attempt(lambda: [self.briefing.library.articles.get(article_id) for article_id in ids]) or []
        )
