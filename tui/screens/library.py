"""The Library screen: what do I have? Dossiers and articles, a live filter, a search in the full text, and a preview."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from textual import work
from textual.containers import Container, VerticalScroll
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from briefing.article import Article
from briefing.dossier import Dossier
from briefing.message import BriefingError
from locales import _, active, ngettext
from store import Added, ArticleFilter, ArticleRecord, Counts, Hit
from tui.actions import bindings
from tui.screens.listing import Listing, Row, is_new, key_of
from tui.screens.moving import MOVING, ListScreen
from tui.screens.preview import of_article, of_dossier, of_nothing
from tui.widgets.rows import Cell, Rows

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widgets import Input

    from store import Change, Library

_SEARCHED = 200
"""Articles that a search shows at most."""
_INDEXING: Final = 1.0
"""Seconds after which a search is done again while the full text is being built."""
_FIRST = 200
"""Articles of a long list that are shown before the rest of it is read."""


@dataclass
class Listed(Message):
    """The records of the library were read."""

    listing: Listing


@dataclass
class Found(Message):
    """A search in the full text gave hits, or was not understood; how much of the full text it had, from 0 to 1."""

    query: str
    hits: list[Hit]
    error: BriefingError | None = None
    indexed: float = 1.0


@dataclass
class Previewed(Message):
    """An article was read for the preview."""

    article: Article
    hit: Hit | None


class LibraryScreen(ListScreen):
    """Articles and dossiers, the newest first."""

    CSS_PATH = "library.tcss"
    BINDINGS = bindings(
        "open",
        "compare",
        "search",
        "filter",
        "choose",
        "add",
        "read",
        "tags",
        "notes",
        "export",
        "dossier",
        "trash",
        "rename",
        "summary",
        "ledger",
        *MOVING,
    )

    def __init__(self, chosen: Sequence[str] = ()) -> None:
        super().__init__()
        self.listing = Listing((), (), Counts(0, 0))
        self.rows: Sequence[Row] = ()
        self.chosen: list[str] = list(chosen)
        self.dossier: Dossier | None = None
        self.looked: datetime | None = None
        self.query_line: Input | None = None
        self.mode: Literal["", "filter", "search"] = ""
        self.loaded = False
        self.indexed = 1.0
        self._search_again: Timer | None = None

    def body(self) -> Iterable[Widget]:
        """The list and the preview."""
        with Container(id="body"):
            yield Rows(id="list")
            with VerticalScroll(id="preview", can_focus=False):
                yield Static(id="text")

    def on_mount(self) -> None:
        """Read the library."""
        super().on_mount()
        self.list.focus()
        self.call_after_refresh(self.read)

    @property
    def typed(self) -> str:
        """What stands in the line to type a filter or a search in."""
        return self.query_line.value if self.query_line else ""

    # What there is

    @work(thread=True, exit_on_error=False, group="records", exclusive=True)
    def read(self) -> None:
        """Read the records of the library; the texts stay where they are."""
        try:
            library = self.briefing.library
            dossiers, counts = library.dossiers(), library.count(ArticleFilter())
            if counts.total > _FIRST and not self.loaded:
                self.post_message(Listed(Listing(library.records(ArticleFilter(limit=_FIRST)), dossiers, counts)))
            listed = Listed(Listing(library.records(), dossiers, counts))
        except BriefingError as error:
            self.app.call_from_thread(self.briefing.fail, error)
            return
        if not get_current_worker().is_cancelled:
            self.post_message(listed)

    def on_listed(self, message: Listed) -> None:
        """Show them."""
        self.listing = message.listing
        self.loaded = True
        known = {record.id for record in self.listing.records}
        self.chosen = [article_id for article_id in self.chosen if article_id in known]
        if self.dossier:
            self.dossier = self.listing.dossier(self.dossier.id)
        self.list_rows()

    def library_changed(self, change: "Change") -> None:
        """Take in what came, went or changed."""
        if change.part in {"articles", "dossiers"}:
            self.read()

    def list_rows(self) -> None:
        """Choose the rows: the hits of the search, else dossiers and articles that fit the filter."""
        if self._search_again:
            self._search_again.stop()
        if self.mode == "search" and self.typed.strip():
            self.search(self.typed)
            return
        self._show(self.listing.rows(self.typed if self.mode == "filter" else "", self.dossier))

    def _show(self, rows: Sequence[Row]) -> None:
        stood = self.row
        self.rows = rows
        cursor = next((n for n, row in enumerate(rows) if stood and key_of(row) == key_of(stood)), None) if stood else 0
        self.list.show(len(rows), self._drawn, signs=self.briefing.signs, cursor=cursor)
        self._entitle()

    @property
    def row(self) -> Row | None:
        """What stands under the cursor."""
        cursor = self.list.cursor
        return self.rows[cursor] if cursor < len(self.rows) else None

    @property
    def record(self) -> ArticleRecord | None:
        """The article under the cursor."""
        row = self.row
        return row.record if isinstance(row, Hit) else row if isinstance(row, ArticleRecord) else None

    # Words

    def words(self) -> None:
        """The bar, the line to type in, the list and the preview."""
        if self.query_line:
            self.query_line.placeholder = (
                _("Search the full text: words, lang:nl, outlet:, tag:, newer:, older:, unread:")
                if self.mode == "search"
                else _("Show only what holds these words")
            )
        self._entitle()
        self.list.redraw()
        self._preview()

    def _entitle(self) -> None:
        count = active().number
        unread = ngettext(
            "%(unread)s unread of %(total)s", "%(unread)s unread of %(total)s", self.listing.counts.total
        ) % {
            "unread": count(self.listing.counts.unread),
            "total": count(self.listing.counts.total),
        }
        chosen = len(self.chosen)
        chosen_words = ngettext("%(count)s chosen", "%(count)s chosen", chosen) % {"count": chosen} if chosen else ""
        shown = ""
        if self.mode and self.typed.strip():
            found = len(self.rows)
            shown = ngettext("%(count)s found", "%(count)s found", found) % {"count": count(found)}
            if self.mode == "search" and self.indexed < 1:
                shown += " " + _("(so far: %(percent)s of the texts)") % {"percent": active().percent(self.indexed)}
        self.title_bar.say(
            _("Library"),
            self.dossier.name if self.dossier else "",
            shown,
            chosen_words,
            unread if self.loaded else _("reading…"),
        )

    def _drawn(self, index: int, width: int) -> Iterable[Cell]:
        row, signs = self.rows[index], self.briefing.signs
        if isinstance(row, Dossier):
            return self.listing.dossier_cells(row, width, signs)
        record = row.record if isinstance(row, Hit) else row
        place = " "
        if record.id in self.chosen:
            place = str(self.chosen.index(record.id) + 1)
        elif self.dossier and is_new(record, self.looked):
            place = "+"
        return self.listing.article_cells(record, place, width, signs)

    # The preview

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        """Preview what the cursor stands on."""
        message.stop()
        self._preview()

    def _preview(self) -> None:
        row = self.row
        if isinstance(row, Dossier):
            titles = [record.title for record in self.listing.records if record.id in row.articles]
            self.query_one("#text", Static).update(of_dossier(row, titles))
        elif row is not None:
            self.preview(row.record.id if isinstance(row, Hit) else row.id, row if isinstance(row, Hit) else None)
        elif self.loaded:
            self.query_one("#text", Static).update(of_nothing(searching=bool(self.mode and self.typed.strip())))

    @work(thread=True, exit_on_error=False, group="preview", exclusive=True)
    def preview(self, article_id: str, hit: Hit | None) -> None:
        """Read the article for the preview."""
        try:
            article = self.briefing.library.article(article_id)
        except BriefingError:
            return
        if not get_current_worker().is_cancelled:
            self.post_message(Previewed(article, hit))

    def on_previewed(self, message: Previewed) -> None:
        """Show it from the top."""
        self.query_one("#text", Static).update(of_article(message.article, message.hit))
        self.query_one("#preview", VerticalScroll).scroll_home(animate=False)

    # Searching and filtering

    def action_filter(self) -> None:
        """Type a filter."""
        self._type("filter")

    def action_search(self) -> None:
        """Type a search in the full text."""
        self._type("search")

    def _type(self, mode: Literal["filter", "search"]) -> None:
        if self.query_line is None:
            from textual.widgets import Input

            self.query_line = Input(id="query")
            self.mount(self.query_line, before="#body")
        elif self.mode != mode:
            self.query_line.value = ""
        self.mode = mode
        self.query_line.display = True
        self.words()
        self.query_line.focus()

    def on_input_changed(self) -> None:
        """Follow the typing."""
        self.list_rows()

    def on_input_submitted(self) -> None:
        """Go to the list with what was found."""
        self.list.focus()

    @work(thread=True, exit_on_error=False, group="search", exclusive=True)
    def search(self, query: str) -> None:
        """Search the full text for what is typed so far."""
        hits: list[Hit] = []
        error, indexed = None, 1.0
        try:
            library = self.briefing.library
            done, of = library.index_progress() or (1, 1)
            indexed = done / of
            hits = library.search(query, limit=_SEARCHED, typing=True)
        except BriefingError as failed:
            error = failed
        if not get_current_worker().is_cancelled:
            self.post_message(Found(query, hits, error, indexed))

    def on_found(self, message: Found) -> None:
        """Show the hits; a search that is not understood is said and hides nothing."""
        if self.mode != "search" or message.query != self.typed:
            return
        if message.error:
            self._show(self.listing.rows("", self.dossier))
            code = message.error.message
            self.title_bar.say(_("Library"), active().say(code.code, **code.params))
            return
        self.indexed = message.indexed
        if self.indexed < 1:
            self._search_again = self.set_timer(_INDEXING, self.list_rows)
        self._show(message.hits)

    def action_back(self) -> None:
        """Leave the search, the filter or the dossier; at the top, quit."""
        if self.mode:
            self.mode = ""
            if self.query_line:
                self.query_line.display = False
                self.query_line.value = ""
            self.list.focus()
            self.list_rows()
        elif self.dossier:
            self.dossier = None
            self.list_rows()
        else:
            super().action_back()

    # Keys

    def on_rows_picked(self) -> None:
        """Open what was clicked twice."""
        self.action_open()

    def action_open(self) -> None:
        """Open the dossier or the article under the cursor."""
        row = self.row
        if isinstance(row, Dossier):
            self.dossier, self.looked = row, row.looked
            self.briefing.write(lambda library: library.looked_at(row.id))
            self.list_rows()
        elif row is not None:
            record = row.record if isinstance(row, Hit) else row
            self.open(record.id, row.passage.start if isinstance(row, Hit) and row.passage else None)

    def open(self, article_id: str, at: int | None = None) -> None:
        """Open an article to read, at an offset."""
        from tui.screens.reader import ReaderScreen

        article = self.briefing.attempt(lambda: self.briefing.library.article(article_id))
        if article:
            self.app.push_screen(ReaderScreen(article, at=at))
            self.briefing.write(lambda library: library.opened(article_id))

    def action_choose(self) -> None:
        """Choose the article under the cursor, or choose it no longer."""
        record = self.record
        if record is None:
            return
        if record.id in self.chosen:
            self.chosen.remove(record.id)
        else:
            self.chosen.append(record.id)
        self.list.redraw()
        self.list.cursor += 1
        self._entitle()

    def action_compare(self) -> None:
        """Open two articles side by side."""
        wanted = list(self.chosen[:2])
        if len(wanted) < 2 and self.record and self.record.id not in wanted:
            wanted.append(self.record.id)
        if len(wanted) < 2:
            self.tell(_("Choose an article with the space bar, go to another one, and press c."))
            return
        from tui.screens.compare import CompareScreen

        articles = self._articles(wanted)
        if len(articles) == 2:
            self.chosen = []
            self.app.push_screen(CompareScreen(articles[0], articles[1]))
            self.briefing.write(lambda library: library.opened(*wanted))

    def action_read(self) -> None:
        """Mark the article under the cursor as read, or as unread."""
        record = self.record
        if record:
            self.turn_read(record.id, self.changed)

    def action_tags(self) -> None:
        """Set the tags of the article under the cursor."""
        if self.record:
            self.ask_tags(self.record.id, self.record.tags, self.changed)

    def changed(self, _done: object = None, words: str = "") -> None:
        """Say what was done, and read the library again."""
        if words:
            self.tell(words)
        self.read()

    def action_trash(self) -> None:
        """Put the article under the cursor in the trash; in a dossier, only take it out of that; remove an empty dossier."""
        row, record = self.row, self.record
        if isinstance(row, Dossier):
            words = _("Dossier “%(name)s” removed, not its articles; u brings it back.") % {"name": row.name}
            self.write(lambda library: library.remove_dossier(row.id), partial(self.changed, words=words))
        elif record and self.dossier:
            dossier = self.dossier.id
            words = _("“%(title)s” is no longer in this dossier; u brings it back.") % {"title": record.title}
            self.write(
                lambda library: library.take_from_dossier(dossier, (record.id,)), partial(self.changed, words=words)
            )
        elif record:
            words = _("“%(title)s” is in the trash; u brings it back.") % {"title": record.title}
            self.write(lambda library: library.trash(record.id), partial(self.changed, words=words))

    def action_notes(self) -> None:
        """Show all notes."""
        from tui.screens.notes import NotesScreen

        self.app.push_screen(NotesScreen())

    def action_export(self) -> None:
        """Write the chosen articles, or the one under the cursor, to a file."""
        from tui.screens.export import export

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
        ids = list(self.chosen) or (list(self.row.articles) if isinstance(self.row, Dossier) else [])
        ids = ids or ([self.record.id] if self.record else [])
        return self._articles(ids)

    def _articles(self, ids: Sequence[str]) -> list[Article]:
        """The articles; where one cannot be read it is said, and there are none."""
        return self.briefing.attempt(lambda: [self.briefing.library.article(article_id) for article_id in ids]) or []

    def action_add(self) -> None:
        """Ask for a text file and add it."""
        from tui.screens.dialogue import Prompt, Question

        question = Question(_("Add an article"), "", _("The name of a text file."))
        self.app.push_screen(Prompt(question), self._add)

    def _add(self, name: str | None) -> None:
        if name:
            self.add(Path(name).expanduser())

    @work(thread=True, exit_on_error=False, group="add")
    def add(self, path: Path) -> None:
        """Read the file, and have what is in it added."""
        from tui.sources import named_articles

        def failed(error: BriefingError) -> None:
            self.app.call_from_thread(self.tell_error, error)

        try:
            articles = named_articles(str(path), lambda: self.briefing.library, failed)
        except BriefingError as error:
            failed(error)
            return
        self.app.call_from_thread(
            self.write,
            lambda library: [library.add_article(article, source=str(path)) for article in articles],
            self._added,
        )

    def _added(self, added: Sequence[Added]) -> None:
        for one in added:
            words = _("Added: %(title)s") if one.new else _("Already in the library: %(title)s")
            if one.recovered:
                words = _("It was there already and is put back in the list: %(title)s")
            self.tell(words % {"title": one.article.title})
        self.read()
        self.find_alike([one.article for one in added if one.new])

    @work(thread=True, exit_on_error=False, group="alike")
    def find_alike(self, articles: Sequence[Article]) -> None:
        """Look for articles that may belong to the same story."""
        analysis = self.briefing.analysis() if articles else None
        for article in articles:
            alike = [other.article for other in analysis.same_story(article)] if analysis else []
            if alike:
                self.app.call_from_thread(self.suggest, [article.id, *alike])

    def suggest(self, ids: Sequence[str]) -> None:
        """Choose the articles that seem to belong to one story; what to do with them is the user's to say."""
        self.chosen = list(ids)
        self.list.redraw()
        self._entitle()
        count = len(ids) - 1
        words = ngettext(
            "It seems to be about the same as %(count)s other article; both are chosen: D makes a dossier, c compares.",
            "It seems to be about the same as %(count)s other articles; all are chosen: D makes a dossier, c compares.",
            count,
        )
        self.tell(words % {"count": count})

    def action_dossier(self) -> None:
        """Ask for a name and put the chosen articles in a dossier of that name."""
        ids = tuple(self.chosen) or ((self.record.id,) if self.record else ())
        if not ids:
            self.tell(_("Choose articles with the space bar first."))
            return
        from tui.screens.dialogue import Prompt, Question

        names = ", ".join(dossier.name for dossier in self.listing.dossiers)
        hint = _("A new name, or one that there is: %(names)s") % {"names": names} if names else _("Its name.")
        self.app.push_screen(Prompt(Question(_("Put in a dossier"), "", hint)), partial(self._put, ids))

    def action_rename(self) -> None:
        """Ask for another name for the dossier."""
        from tui.screens.dialogue import Prompt, Question

        dossier = self.row if isinstance(self.row, Dossier) else self.dossier
        if dossier is None:
            self.tell(_("There is no dossier here to rename."))
            return
        self.app.push_screen(Prompt(Question(_("Rename the dossier"), dossier.name)), partial(self._rename, dossier))

    def _rename(self, dossier: Dossier, name: str | None) -> None:
        if name:
            self.write(lambda library: library.rename_dossier(dossier.id, name), self.changed)

    def _put(self, ids: tuple[str, ...], name: str | None) -> None:
        if not name:
            return

        def put(library: "Library") -> object:
            same = (dossier for dossier in library.dossiers() if dossier.name.casefold() == name.casefold())
            known = next(same, None)
            return library.put_in_dossier(known.id, ids) if known else library.create_dossier(name, ids)

        self.write(put, self._in_dossier)

    def _in_dossier(self, _dossier: object) -> None:
        self.chosen = []
        self.read()
