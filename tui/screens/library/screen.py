"""The Library screen: what do I have? Dossiers and articles, a live filter, a search in the full text, and a preview."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.events import Paste
from textual.widget import Widget

from briefing.dossier import Dossier
from locales import _, active, ngettext
from store import Hit
from tui.actions import bindings
from tui.key_names import with_keys
from tui.screens.base import MOVEMENT, BriefingScreen
from tui.screens.library.additions import Additions
from tui.screens.library.dossier_actions import DossierActions
from tui.screens.library.listing import ListPlace, key_of
from tui.screens.library.moves import Moves
from tui.screens.library.opener import ArticleOpener
from tui.screens.library.view import LibraryView
from tui.widgets.rows import Rows

if TYPE_CHECKING:
    from store import Change


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
        "versions",
        *MOVEMENT,
    )

    def __init__(self, chosen: Sequence[str] = ()) -> None:
        super().__init__()
        self.view = LibraryView(chosen=chosen)
        self.selection = self.view.selection
        self.opener = ArticleOpener(self)
        self.additions = Additions(self, changed=self.changed, choose=self.choose)
        self.dossiers = DossierActions(self, self.selection, self.changed)
        self.moves = Moves(self, self.selection, self.dossiers, self.changed)

    def body(self) -> Iterable[Widget]:
        """The view."""
        yield self.view

    @property
    def moving(self) -> Rows:
        """The list."""
        return self.view.table

    def library_changed(self, change: "Change") -> None:
        """Take in articles and dossiers that were added, changed or removed."""
        if change.part == "articles":
            self.view.search_bar.forget(change.ids)
        if change.part in {"articles", "dossiers"}:
            self.changed()

    def changed(self, words: str = "") -> None:
        """Show what was done, and read the library again."""
        if words:
            self.tell(words)
        self.view.read_again()

    # Words

    def words(self) -> None:
        """Write the bar, the line to type in, the list and the preview."""
        self.show_title()
        self.view.show_words()

    def on_library_view_shown(self) -> None:
        """Say what is shown."""
        self.show_title()

    def show_title(self) -> None:
        """The bar: where one is, what was found and chosen, and how much there is."""
        selection, search_bar, count = self.selection, self.view.search_bar, active().number
        if search_bar.error:
            self.title_bar.say(_("Library"), search_bar.error)
            return
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
            search_bar.found_words(len(selection.rows)),
            chosen_words,
            unread or _("reading…"),
        )

    # Keys: the search bar

    def action_filter(self) -> None:
        """Type a filter."""
        self.view.search_bar.open("filter")

    def action_search(self) -> None:
        """Type a search in the full text."""
        self.view.search_bar.open("search")

    # Keys: going from place to place

    def action_back(self) -> None:
        """Leave the search, the filter, the dossier, the archive or the trash; at the top, quit."""
        selection = self.selection
        if self.view.search_bar.mode:
            self.view.stop_searching()
        elif selection.dossier:
            self.view.leave_dossier()
        elif selection.state != "active":
            selection.chosen = []
            self.view.go_to(ListPlace())
        else:
            super().action_back()

    def action_shelf(self) -> None:
        """Show the archive, the trash, or the daily list again."""
        places = {"active": ListPlace("archived"), "archived": ListPlace("trashed"), "trashed": ListPlace()}
        self.selection.chosen = []
        self.view.go_to(places[self.selection.state])

    def on_rows_picked(self) -> None:
        """Open what was double-clicked."""
        self.action_open()

    def action_open(self) -> None:
        """Open the dossier or the article under the cursor."""
        row = self.selection.row
        if isinstance(row, Dossier):
            self.host.write(lambda library: library.dossiers.mark_viewed(row.id))
            self.view.enter(row)
        elif row is not None:
            self.opener.to_read(key_of(row)[1], row.passage.start if isinstance(row, Hit) and row.passage else None)

    # Keys: choosing

    def choose(self, ids: Sequence[str]) -> None:
        """Choose these articles."""
        self.selection.chosen = list(ids)
        self.view.table.redraw()
        self.show_title()

    def action_choose(self) -> None:
        """Choose the article under the cursor, or no longer."""
        record = self.selection.record
        if record is None:
            if self.selection.row is not None:
                self.tell(_("Only articles can be chosen. Actions on a dossier are for the one under the cursor."))
            return
        self.selection.toggle(record.id)
        self.view.table.redraw()
        self.view.table.cursor += 1
        self.show_title()

    def action_compare(self) -> None:
        """Open two articles side by side."""
        wanted, record = list(self.selection.chosen[:2]), self.selection.record
        if len(wanted) < 2 and record and record.id not in wanted:
            wanted.append(record.id)
        if len(wanted) < 2:
            self.tell(with_keys(_("Choose an article with [choose], go to another one, and press [compare].")))
            return
        if self.opener.side_by_side(wanted):
            self.selection.chosen = []

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

        export(self, self.opener.read(self.selection.ids_to_read))

    def action_summary(self) -> None:
        """Show the summary of the articles."""
        self.show_summary(self.opener.read(self.selection.ids_to_read), self.selection.title)

    def action_ledger(self) -> None:
        """Show who says what in the articles."""
        self.show_ledger(self.opener.read(self.selection.ids_to_read), self.selection.title)

    def action_versions(self) -> None:
        """Show what changed between the versions of the article under the cursor."""
        record = self.selection.record
        for article in self.opener.read([record.id]) if record else ():
            self.host.go.to_versions(article)

    # Keys: adding and moving

    def action_add(self) -> None:
        """Ask for a file, a folder or an address and add what is there."""
        self.additions.ask()

    def on_paste(self, event: Paste) -> None:
        """Add what was pasted or dropped here."""
        if event.text.strip():
            event.stop()
            self.additions.paste(event.text)

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
