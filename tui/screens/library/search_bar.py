"""The line in which a filter or a search is typed, and what it finds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final, Literal

from textual.containers import Container
from textual.message import Message
from textual.worker import get_current_worker

from briefing.message import BriefingError
from locales import _, active, ngettext
from store import Hit
from tui.host import host_of
from tui.latest_wins import LatestWins
from tui.screens.library.listing import ListPlace, Row, searched_in
from tui.screens.library.selection import Selection

if TYPE_CHECKING:
    from textual.timer import Timer
    from textual.widgets import Input

_FIRST: Final = 40
"""Articles that a search shows before it has found the rest."""
_SEARCHED: Final = 200
"""Articles that a search shows at most."""
_INDEXING: Final = 1.0
"""Seconds after which a search is repeated while the full text is being indexed."""
_AT_ONCE: Final = 500
"""Articles whose words are handed to the filter together."""
_FILTERED: Final = 0.2
"""Seconds after which the list is filtered again while more words come."""


@dataclass
class HitsFound(Message):
    """A search gave hits, or was not understood; `indexed` is the share of the full text that it covered, 0..1."""

    query: str
    hits: list[Hit]
    error: BriefingError | None = None
    indexed: float = 1.0


@dataclass
class WordsRead(Message):
    """The words that a filter looks at, by article id."""

    words: Mapping[str, str]


class SearchBar(Container):
    """Narrows a list by a filter on what its lines show, or by a search in the full text. Hidden until it is opened.

    `show_rows` is called with the rows that fit.
    """

    def __init__(self, selection: Selection, show_rows: Callable[[Sequence[Row]], object]) -> None:
        super().__init__(id="search-bar")
        self.display = False
        self._selection, self._show_rows = selection, show_rows
        self.error = ""
        """Why the query is not understood."""
        self.mode: Literal["", "filter", "search"] = ""
        self._input: Input | None = None
        self._indexed = 1.0
        self._words: dict[str, str] = {}
        self._missing = 0
        self._filtered = 0.0
        self._queries = LatestWins[tuple[ListPlace, str]](self, self._search)
        self._repeat: Timer | None = None

    # The line

    def on_input_changed(self) -> None:
        """Follow the typing."""
        self.list_rows()

    @property
    def typed(self) -> str:
        """What is typed."""
        return self._input.value if self._input else ""

    @property
    def is_narrowing(self) -> bool:
        """Whether the list is narrowed by what is typed."""
        return bool(self.mode and self.typed.strip())

    def open(self, mode: Literal["filter", "search"]) -> None:
        """Type a filter, or a search in the full text."""
        if self._input is None:
            from textual.widgets import Input

            self._input = Input(id="query")
            self.mount(self._input)
        elif self.mode != mode:
            self._input.value = ""
        self.mode = mode
        self.display = True
        self.show_hint()
        self._input.focus()
        if mode == "filter":
            self.read_words()

    def close(self) -> None:
        """Hide the line and show everything again."""
        self.mode = ""
        self.display = False
        if self._input:
            self._input.value = ""
        self.list_rows()

    def show_hint(self) -> None:
        """Say in the empty line what can be typed."""
        if self._input:
            self._input.placeholder = (
                _("Search the full text: words, lang:nl, outlet:, tag:, newer:, older:, unread:")
                if self.mode == "search"
                else _("Show only what contains these words")
            )

    def found_words(self, found: int) -> str:
        """How much was found, and how much was looked at where that is not all yet."""
        if not self.is_narrowing:
            return ""
        words = ngettext("%(count)s found", "%(count)s found", found) % {"count": active().number(found)}
        listed = max(len(self._selection.listing.ids), self._missing, 1)
        looked = self._indexed if self.mode == "search" else 1 - self._missing / listed
        if looked < 1:
            words += " " + _("(so far: %(percent)s of the texts)") % {"percent": active().percent(looked)}
        return words

    # What fits

    def list_rows(self) -> None:
        """Show the hits of the search, else the dossiers and articles that fit the filter."""
        if self._repeat:
            self._repeat.stop()
        self.error = ""
        if self.mode == "search" and self.is_narrowing:
            self._queries.ask((self._selection.place, self.typed))
        else:
            filter_ = self.typed if self.mode == "filter" else ""
            self._show_rows(self._selection.listing.rows(filter_, self._words))

    def _search(self, asked: tuple[ListPlace, str]) -> None:
        """On a thread: search for what is typed so far, the first hits first."""
        place, query = asked
        try:
            library = host_of(self).library
            done, of = library.maintenance.index_progress() or (1, 1)
            for limit in (_FIRST, _SEARCHED):
                if self._queries.overtaken:
                    return
                hits = library.full_text.search(place.query + query, limit=limit, typing=True)
                self.post_message(HitsFound(query, hits, indexed=done / of))
                if len(hits) < limit:
                    return
        except BriefingError as error:
            self.post_message(HitsFound(query, [], error))

    def on_hits_found(self, message: HitsFound) -> None:
        """Show the hits. A query that is not understood is explained and hides nothing."""
        if self.mode != "search" or message.query != self.typed:
            return
        if message.error:
            code = message.error.message
            self.error = active().say(code.code, **code.params)
            self._show_rows(self._selection.listing.rows("", self._words))
            return
        self._indexed = message.indexed
        if self._indexed < 1:
            self._repeat = self.set_timer(_INDEXING, self.list_rows)
        self._show_rows(message.hits)

    # What a filter looks at

    def forget(self, ids: Sequence[str]) -> None:
        """Read the words of these articles again, or those of all articles if none is named."""
        for gone in ids:
            self._words.pop(gone, None)
        if not ids:
            self._words.clear()

    def read_words(self) -> None:
        """Read the words of the articles of which that was not done."""
        missing = [one for one in self._selection.listing.ids if one not in self._words]
        self._missing = len(missing)
        if missing:
            self.run_worker(
                partial(self._read_words, missing), thread=True, exit_on_error=False, group="words", exclusive=True
            )

    def _read_words(self, ids: Sequence[str]) -> None:
        """On a thread."""
        for first in range(0, len(ids), _AT_ONCE):
            same = {one: one for one in ids[first : first + _AT_ONCE]}  # an id is kept once, not once a list
            records = host_of(self).library.articles.records_of(same)
            if get_current_worker().is_cancelled:
                return
            self.post_message(WordsRead({same[record.id]: searched_in(record) for record in records}))

    def on_words_read(self, message: WordsRead) -> None:
        """Let the filter have the words."""
        self._words.update(message.words)
        self._missing = max(self._missing - len(message.words), 0)
        is_due = self._missing == 0 or monotonic() - self._filtered > _FILTERED
        if is_due and self.mode == "filter" and self.is_narrowing:
            self._filtered = monotonic()
            self.list_rows()
