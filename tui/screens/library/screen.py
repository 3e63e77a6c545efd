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
from tui.screens.base import MOVEMENT, BriefingScreen
from tui.screens.library.additions import Additions
from tui.screens.library.dossier_actions import DossierActions
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
from tui.screens.library.moves import Moves
from tui.screens.library.preview import Preview, of_nothing
from tui.screens.library.search_bar import HitsFound, SearchBar, WordsRead
from tui.screens.library.selection import Selection
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
class DossiersCounted(Message):
    """The articles in the dossiers were counted, by the ids of the dossiers."""

    inside: Mapping[str, Inside]


class LibraryScreen(BriefingScreen):
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
        *MOVEMENT,
    )

    def __init__(self, chosen: Sequence[str] = ()) -> None:
        super().__init__()
        self.records = Records(self._read_records)
        self.selection = Selection(lambda: self.table, self.records, chosen)
        self.search_bar = SearchBar(self, self.selection, self.show_rows)
        self.additions = Additions(self, changed=self.changed, choose=self.choose)
        self.dossiers = DossierActions(self, self.selection, self.changed)
        self.moves = Moves(self, self.selection, self.dossiers, self.changed)
        self._is_loaded = False
        self._viewed: datetime | None = None
        self._inside: Mapping[str, Inside] = {}
        self._return_to: tuple[str, str] | None = None

    def body(self) -> Iterable[Widget]:
        """The list and the preview."""
        with Container(id="body"):
            yield Rows(id="list")
            yield Preview(lambda: self.host.library, id="preview")

    def on_mount(self) -> None:
        """Read the library."""
        self.table.focus()
        self.call_after_refresh(self.read)

    @property
    def table(self) -> Rows:
        """The list."""
        return self.query_one(Rows)

    @property
    def moving(self) -> Rows:
        """The list."""
        return self.table

    # What there is

    def go_to_place(self, place: Place, dossier: Dossier | None = None) -> None:
        """Show another place; a dossier is given with its place."""
        self.selection.go_to(place, dossier)
        self.show_rows(())
        self.refresh_bindings()
        self.read()

    @work(thread=True, exit_on_error=False, group="records", exclusive=True)
    def read(self) -> None:
        """Read which articles there are; what a line shows of them is read when it is drawn."""
        place, listed, worker = self.selection.place, self.selection.listing, get_current_worker()
        try:
            library = self.host.library
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
            # What was read before can still be worked with; without anything there is nothing to stay for.
            self.app.call_from_thread(self.tell_error if self._is_loaded else self.host.fail, error)
            return
        if not worker.is_cancelled:
            self.post_message(DossiersCounted(inside))

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
                self.go_to_place(Place())
                return
        selection.keep_known()
        if self.search_bar.mode == "filter":
            self.search_bar.read_words()
        self.search_bar.list_rows()

    def on_dossiers_counted(self, message: DossiersCounted) -> None:
        """Show how many articles the dossiers have."""
        self._inside = message.inside
        self.table.redraw()

    def library_changed(self, change: "Change") -> None:
        """Take in articles and dossiers that were added, changed or removed."""
        if change.part == "articles":
            self.search_bar.forget(change.ids)
        if change.part in {"articles", "dossiers"}:
            self.changed()

    def changed(self, words: str = "") -> None:
        """Show what was done, and read the library again."""
        if words:
            self.tell(words)
        self.records.forget()
        self.read()

    def _read_records(self, ids: Sequence[str]) -> Iterable[ArticleRecord]:
        with suppress(BriefingError):  # reading the list again shows what is wrong
            return self.host.library.articles.records_of(ids)
        return ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on what it was on."""
        row = self.selection.row
        key, self._return_to = self._return_to or (key_of(row) if row is not None else None), None
        self.selection.rows = rows
        cursor = index_of(rows, key) if key else 0
        if key and cursor is None and not rows:
            self._return_to = key
        self.table.show(len(rows), self._drawn, signs=self.host.signs, cursor=cursor)
        self.show_title()

    # Words

    def words(self) -> None:
        """Write the bar, the line to type in, the list and the preview."""
        self.search_bar.show_hint()
        self.show_title()
        self.table.redraw()
        self.preview()

    def show_title(self) -> None:
        """The bar: where one is, what was found and chosen, and how much there is."""
        selection, count = self.selection, active().number
        unread = ""
        if counts := selection.listing.counts:
            words = ngettext("%(unread)s unread of %(total)s", "%(unread)s unread of %(total)s", counts.total)
            unread = words % {"unread": count(counts.unread), "total": count(counts.total)}
        chosen = len(selection.chosen)
        chosen_words = ngettext("%(count)s chosen", "%(count)s chosen", chosen) % {"count": chosen} if chosen else ""
        place = {"archived": _("Archive"), "trashed": _("Trash")}.get(selection.state, "")
        self.title_bar.say(
            _("Library"),
            selection.dossier.name if selection.dossier else place,
            self.search_bar.found_words(len(selection.rows)),
            chosen_words,
            unread or _("reading…"),
        )

    def _drawn(self, index: int, width: int) -> Iterable[Cell]:
        selection, signs = self.selection, self.host.signs
        row = selection.rows[index]
        if isinstance(row, Dossier):
            return dossier_cells(row, self._inside.get(row.id), width, signs)
        widths = self.records.widths
        record = self.records.at(selection.rows, index)
        if record is None:
            return ()
        if widths != self.records.widths:
            self.call_after_refresh(self.table.redraw)  # the lines above were drawn with narrower columns
        place = " "
        if record.id in selection.chosen:
            place = str(selection.chosen.index(record.id) + 1)
        elif selection.dossier and selection.dossier.is_new(record.id, self._viewed):
            place = "+"
        return article_cells(record, place, self.records.widths, width, signs)

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

    # Keys: the search bar

    def action_filter(self) -> None:
        """Type a filter."""
        self.search_bar.open("filter")

    def action_search(self) -> None:
        """Type a search in the full text."""
        self.search_bar.open("search")

    def on_input_changed(self) -> None:
        """Follow the typing."""
        self.search_bar.list_rows()

    def on_input_submitted(self) -> None:
        """Go to the list with what was found."""
        self.table.focus()

    def on_hits_found(self, message: HitsFound) -> None:
        """Show what a search found."""
        self.search_bar.take_hits(message)

    def on_words_read(self, message: WordsRead) -> None:
        """Filter by the words that were read."""
        self.search_bar.take_words(message)

    # Keys: going from place to place

    def action_back(self) -> None:
        """Leave the search, the filter, the dossier, the archive or the trash; at the top, quit."""
        selection = self.selection
        if self.search_bar.mode:
            self.search_bar.close()
            self.table.focus()
        elif selection.dossier:
            self._return_to = "dossier", selection.dossier.id
            self.go_to_place(Place())
        elif selection.state != "active":
            selection.chosen = []
            self.go_to_place(Place())
        else:
            super().action_back()

    def action_shelf(self) -> None:
        """Show the archive, the trash, or the daily list again."""
        places = {"active": Place("archived"), "archived": Place("trashed"), "trashed": Place()}
        self.selection.chosen = []
        self.go_to_place(places[self.selection.state])

    def on_rows_picked(self) -> None:
        """Open what was double-clicked."""
        self.action_open()

    def action_open(self) -> None:
        """Open the dossier or the article under the cursor."""
        row = self.selection.row
        if isinstance(row, Dossier):
            self._viewed = row.looked
            self.host.write(lambda library: library.dossiers.mark_viewed(row.id))
            self.go_to_place(Place(dossier=row.id), row)
        elif row is not None:
            self._open(key_of(row)[1], row.passage.start if isinstance(row, Hit) and row.passage else None)

    def _open(self, article_id: str, at: int | None) -> None:
        article = self.host.attempt(lambda: self.host.library.articles.get(article_id))
        if article:
            self.host.go.to_article(article, at)
            self.host.write(lambda library: library.articles.mark_opened(article_id))

    # Keys: choosing

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these articles."""
        self.selection.chosen = list(ids)
        self.table.redraw()
        self.show_title()

    def action_choose(self) -> None:
        """Choose the article under the cursor, or no longer."""
        record = self.selection.record
        if record is None:
            if self.selection.row is not None:
                self.tell(_("Only articles can be chosen. Actions on a dossier are for the one under the cursor."))
            return
        self.selection.toggle(record.id)
        self.table.redraw()
        self.table.cursor += 1
        self.show_title()

    def action_compare(self) -> None:
        """Open two articles side by side."""
        wanted, record = list(self.selection.chosen[:2]), self.selection.record
        if len(wanted) < 2 and record and record.id not in wanted:
            wanted.append(record.id)
        if len(wanted) < 2:
            self.tell(_("Choose an article with the space bar, go to another one, and press [c]."))
            return
        articles = self._articles(wanted)
        if len(articles) == 2:
            self.selection.chosen = []
            self.host.go.to_comparison(articles[0], articles[1])
            self.host.write(lambda library: library.articles.mark_opened(*wanted))

    # Keys: what is done with the chosen articles, or the one under the cursor

    def action_read(self) -> None:
        """Mark articles as read, or as unread where all of them are read."""
        from tui.screens.article_state import toggle_read

        if self.selection.ids:
            toggle_read(self, self.selection.ids, lambda _read: self.changed())

    def action_tags(self) -> None:
        """Set the tags of the article under the cursor."""
        from tui.screens.article_state import ask_tags

        if record := self.selection.record:
            ask_tags(self, record.id, record.tags, lambda _done: self.changed())

    def action_notes(self) -> None:
        """Show all notes."""
        self.host.go.to_notes()

    def action_export(self) -> None:
        """Write the articles to a file."""
        from tui.screens.dialogs.export import export

        export(self, self._articles(self.selection.ids_to_read))

    def action_summary(self) -> None:
        """Show the summary of the articles."""
        self.show_summary(self._articles(self.selection.ids_to_read), self._dossier_name)

    def action_ledger(self) -> None:
        """Show who says what in the articles."""
        self.show_ledger(self._articles(self.selection.ids_to_read), self._dossier_name)

    @property
    def _dossier_name(self) -> str:
        return self.selection.row_dossier.name if self.selection.row_dossier else ""

    def _articles(self, ids: Sequence[str]) -> list[Article]:
        """The articles; none, and an error is shown, if one cannot be read."""
        return self.host.attempt(lambda: [self.host.library.articles.get(article_id) for article_id in ids]) or []

    # Keys: adding and moving

    def action_add(self) -> None:
        """Ask for a text file and add it."""
        self.additions.ask()

    def action_dossier(self) -> None:
        """Put the articles in a dossier."""
        self.dossiers.ask_to_fill()

    def action_rename(self) -> None:
        """Rename the dossier."""
        self.dossiers.ask_to_rename()

    def action_trash(self) -> None:
        """Move the articles to the trash; take them out of the dossier; remove the dossier; in the trash, delete for good."""
        self.moves.away()

    def action_archive(self) -> None:
        """Archive the articles."""
        self.moves.archive()

    def action_recover(self) -> None:
        """Move the articles back to the list."""
        self.moves.recover()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is in the archive or the trash can be put back; what is there already cannot be put there."""
        if action == "recover":
            return self.selection.state != "active"
        if action == "archive":
            return self.selection.state == "active"
        return super().check_action(action, parameters)
