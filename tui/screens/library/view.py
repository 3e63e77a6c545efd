"""The widgets of the Library screen: the list and the preview, and the reading of what they show."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Container
from textual.message import Message
from textual.worker import get_current_worker

from briefing.dossier import Dossier
from briefing.message import BriefingError
from tui.host import Host, host_of
from tui.screens.library.listing import (
    Inside,
    Listing,
    ListPlace,
    Records,
    Row,
    article_cells,
    dossier_cells,
    index_of,
    inside_of,
    key_of,
)
from tui.screens.library.preview import Preview, of_nothing
from tui.screens.library.search_bar import SearchBar
from tui.screens.library.selection import Selection
from tui.widgets.rows import Cell, Rows

if TYPE_CHECKING:
    from store import ArticleRecord

_FIRST: Final = 200
"""Articles of a long list that are shown before the rest of it is known."""


@dataclass
class Listed(Message):
    """The ids of the articles in a place of the library were read."""

    listing: Listing


@dataclass
class DossiersCounted(Message):
    """The articles in the dossiers were counted, by the ids of the dossiers."""

    inside: Mapping[str, Inside]


class LibraryView(Container):
    """The articles and dossiers of a place."""

    @dataclass
    class Shown(Message):
        """Other rows are shown."""

    def __init__(self, *, chosen: Sequence[str] = ()) -> None:
        super().__init__(id="library")
        self._records = Records(self._read_records)
        self.selection = Selection(lambda: self.table, self._records, chosen)
        self.search_bar = SearchBar(self.selection, self.show_rows)
        self._is_loaded = False
        self._viewed: datetime | None = None
        self._inside: Mapping[str, Inside] = {}
        self._return_to: tuple[str, str] | None = None

    def compose(self) -> ComposeResult:
        """The search bar, the list and the preview."""
        yield self.search_bar
        with Container(id="body"):
            yield Rows(id="list")
            yield Preview(lambda: self._host.library, id="preview")

    def on_mount(self) -> None:
        """Read the library."""
        self.table.focus()
        self.call_after_refresh(self.read)

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def table(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    # Going from place to place

    def enter(self, dossier: Dossier) -> None:
        """Show what is in a dossier."""
        self._viewed = dossier.looked
        self.go_to(ListPlace(dossier=dossier.id), dossier)

    def leave_dossier(self) -> None:
        """Show the list again, with the cursor on the dossier."""
        if self.selection.dossier:
            self._return_to = "dossier", self.selection.dossier.id
        self.go_to(ListPlace())

    def go_to(self, place: ListPlace, dossier: Dossier | None = None) -> None:
        """Show another place; a dossier is given with its place."""
        self.selection.go_to(place, dossier)
        self.show_rows(())
        self.screen.refresh_bindings()
        self.read()

    # Reading

    @work(thread=True, exit_on_error=False, group="records", exclusive=True)
    def read(self) -> None:
        """Read which articles there are; what a line shows of them is read when it is drawn."""
        place, listed, worker = self.selection.place, self.selection.listing, get_current_worker()
        try:
            library = self._host.library
            dossiers = library.dossiers.all()
            if listed.counts is None:
                first = library.articles.ids(replace(place.filter, limit=_FIRST))
                self.post_message(Listed(Listing(place, first, dossiers)))
            listing = Listing(place, library.articles.ids(place.filter), dossiers, library.articles.count(place.filter))
            if worker.is_cancelled:
                return
            self.post_message(Listed(listing))
            inside = {dossier.id: inside_of(library, dossier) for dossier in dossiers}
        except BriefingError as error:
            self.app.call_from_thread(self._fail, error)
            return
        if not worker.is_cancelled:
            self.post_message(DossiersCounted(inside))

    def _fail(self, error: BriefingError) -> None:
        """Show why the library cannot be read; without anything to work with there is nothing to stay for."""
        (self._host.say_error if self._is_loaded else self._host.fail)(error)

    def on_listed(self, message: Listed) -> None:
        """Show the articles, if their place is still the one that is shown."""
        listing, selection = message.listing, self.selection
        if listing.place != selection.place or (listing.counts is None and selection.listing.counts is not None):
            return
        selection.listing = listing
        self._is_loaded = self._is_loaded or listing.counts is not None
        if selection.dossier:
            selection.dossier = listing.dossier(selection.dossier.id)
            if selection.dossier is None:
                self.go_to(ListPlace())
                return
        selection.keep_known()
        if self.search_bar.mode == "filter":
            self.search_bar.read_words()
        self.search_bar.list_rows()

    def on_dossiers_counted(self, message: DossiersCounted) -> None:
        """Show how many articles the dossiers have."""
        self._inside = message.inside
        self.table.redraw()

    def read_again(self) -> None:
        """Read everything again that is shown."""
        self._records.forget()
        self.read()

    def _read_records(self, ids: Sequence[str]) -> "Iterable[ArticleRecord]":
        with suppress(BriefingError):  # reading the list again shows what is wrong
            return self._host.library.articles.records_of(ids)
        return ()

    def on_input_submitted(self) -> None:
        """Go to the list with what was found."""
        self.table.focus()

    def stop_searching(self) -> None:
        """Close the search bar and show everything again."""
        self.search_bar.close()
        self.table.focus()

    # Drawing

    def show_words(self) -> None:
        """Write everything in the interface's language."""
        self.search_bar.show_hint()
        self.table.redraw()
        self.preview()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on what it was on."""
        row = self.selection.row
        key, self._return_to = self._return_to or (key_of(row) if row is not None else None), None
        self.selection.rows = rows
        cursor = index_of(rows, key) if key else 0
        if key and cursor is None and not rows:
            self._return_to = key
        self.table.show(len(rows), self._drawn, signs=self._host.signs, cursor=cursor)
        self.post_message(self.Shown())

    def _drawn(self, index: int, width: int) -> Iterable[Cell]:
        selection, signs = self.selection, self._host.signs
        row = selection.rows[index]
        if isinstance(row, Dossier):
            return dossier_cells(row, self._inside.get(row.id), width, signs)
        widths = self._records.widths
        record = self._records.at(selection.rows, index)
        if record is None:
            return ()
        if widths != self._records.widths:
            self.call_after_refresh(self.table.redraw)  # the lines above were drawn with narrower columns
        place = " "
        if record.id in selection.chosen:
            place = str(selection.chosen.index(record.id) + 1)
        elif selection.dossier and selection.dossier.is_new(record.id, self._viewed):
            place = "+"
        return article_cells(record, place, self._records.widths, width, signs)

    # The preview

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        """Preview what is under the cursor."""
        message.stop()
        self.preview()

    def preview(self) -> None:
        """Show what is under the cursor, or what to do where there is nothing."""
        preview, selection = self.query_one(Preview), self.selection
        if selection.row is not None:
            preview.show(selection.row)
        elif selection.listing.counts is not None:
            preview.show_words(of_nothing(selection.state, searching=self.search_bar.is_narrowing))
