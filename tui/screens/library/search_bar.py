"""The line in which a filter or a search is typed, and what it finds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Final, Literal

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from briefing.message import BriefingError
from locales import _, active, ngettext
from store import Hit
from tui.latest_wins import LatestWins
from tui.screens.library.listing import Listing, Place, Row, searched_in
from tui.screens.movement import ListScreen

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widgets import Input

_FIRST: Final = 40
"""Articles that a search shows before it has found the rest."""
_SEARCHED: Final = 200
"""Articles that a search shows at most."""
_INDEXING: Final = 1.0
"""Seconds after which a search is done again while the full text is being built."""
_AT_ONCE: Final = 500
"""Articles whose words are handed to the filter together."""
_FILTERED: Final = 0.2
"""Seconds after which the list is filtered again while more words come."""


@dataclass
class Found(Message):
    """A search in the full text gave hits, or was not understood; how much of the full text it had, from 0 to 1."""

    query: str
    hits: list[Hit]
    error: BriefingError | None = None
    indexed: float = 1.0


@dataclass
class WordsRead(Message):
    """What a filter looks at was read of some articles, by their ids."""

    words: Mapping[str, str]


class FindingScreen(ListScreen):
    """A list that can be narrowed by a filter on what the lines show, or by a search in the full text."""

    def __init__(self) -> None:
        super().__init__()
        self.listing = Listing()
        self.mode: Literal["", "filter", "search"] = ""
        self.query_line: Input | None = None
        self.indexed = 1.0
        self.searched: dict[str, str] = {}
        """What a filter looks at, by the ids of the articles of which it was read."""
        self._missing = 0
        self._filtered = 0.0
        self._questions = LatestWins[tuple[Place, str]](self, self._search)
        self._search_again: Timer | None = None

    # What the screen gives

    @property
    def place(self) -> Place:
        """Where one is."""
        raise NotImplementedError

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows."""
        raise NotImplementedError

    # The line

    @property
    def typed(self) -> str:
        """What stands in the line to type a filter or a search in."""
        return self.query_line.value if self.query_line else ""

    @property
    def seeking(self) -> bool:
        """Whether the list is narrowed by what was typed."""
        return bool(self.mode and self.typed.strip())

    def action_filter(self) -> None:
        """Type a filter."""
        self._type("filter")
        self.read_words()

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

    def stop_seeking(self) -> None:
        """Put the line away and show everything again."""
        self.mode = ""
        if self.query_line:
            self.query_line.display = False
            self.query_line.value = ""
        self.list.focus()
        self.list_rows()

    def hint(self) -> None:
        """Say in the empty line what can be typed."""
        if self.query_line:
            self.query_line.placeholder = (
                _("Search the full text: words, lang:nl, outlet:, tag:, newer:, older:, unread:")
                if self.mode == "search"
                else _("Show only what holds these words")
            )

    def found_words(self, found: int) -> str:
        """How much was found, and how much was looked at where that is not all yet."""
        if not self.seeking:
            return ""
        words = ngettext("%(count)s found", "%(count)s found", found) % {"count": active().number(found)}
        looked = (
            self.indexed if self.mode == "search" else 1 - self._missing / max(len(self.listing.ids), self._missing, 1)
        )
        if looked < 1:
            words += " " + _("(so far: %(percent)s of the texts)") % {"percent": active().percent(looked)}
        return words

    # What fits

    def list_rows(self) -> None:
        """Choose the rows: the hits of the search, else dossiers and articles that fit the filter."""
        if self._search_again:
            self._search_again.stop()
        if self.mode == "search" and self.seeking:
            self._questions.ask((self.place, self.typed))
        else:
            self.show_rows(self.listing.rows(self.typed if self.mode == "filter" else "", self.searched))

    def _search(self, asked: tuple[Place, str]) -> None:
        """On a thread: search for what is typed so far, the first hits first."""
        place, query = asked
        try:
            library = self.briefing.library
            done, of = library.maintenance.index_progress() or (1, 1)
            for limit in (_FIRST, _SEARCHED):
                if self._questions.overtaken:
                    return
                hits = library.full_text.search(place.query + query, limit=limit, typing=True)
                self.post_message(Found(query, hits, indexed=done / of))
                if len(hits) < limit:
                    return
        except BriefingError as error:
            self.post_message(Found(query, [], error))

    def on_found(self, message: Found) -> None:
        """Show the hits; a search that is not understood is said and hides nothing."""
        if self.mode != "search" or message.query != self.typed:
            return
        if message.error:
            self.show_rows(self.listing.rows("", self.searched))
            code = message.error.message
            self.title_bar.say(_("Library"), active().say(code.code, **code.params))
            return
        self.indexed = message.indexed
        if self.indexed < 1:
            self._search_again = self.set_timer(_INDEXING, self.list_rows)
        self.show_rows(message.hits)

    # What a filter looks at

    def read_words(self) -> None:
        """Have read what a filter looks at, of the articles of which that was not done."""
        missing = [one for one in self.listing.ids if one not in self.searched]
        self._missing = len(missing)
        if missing:
            self._read_words(missing)

    @work(thread=True, exit_on_error=False, group="words", exclusive=True)
    def _read_words(self, ids: Sequence[str]) -> None:
        for first in range(0, len(ids), _AT_ONCE):
            same = {one: one for one in ids[first : first + _AT_ONCE]}  # an id is kept once, not once a list
            records = self.briefing.library.articles.records_of(same)
            if get_current_worker().is_cancelled:
                return
            self.post_message(WordsRead({same[record.id]: searched_in(record) for record in records}))

    def on_words_read(self, message: WordsRead) -> None:
        """Let the filter have them."""
        self.searched.update(message.words)
        self._missing = max(self._missing - len(message.words), 0)
        due = self._missing == 0 or monotonic() - self._filtered > _FILTERED
        if due and self.mode == "filter" and self.seeking:
            self._filtered = monotonic()
            self.list_rows()
