"""Where one is in the library, what is listed there, and what is chosen."""

from collections.abc import Callable, Sequence

from briefing.dossier import Dossier
from store import ArticleRecord
from store.values import State
from tui.screens.library.listing import Listing, ListPlace, Records, Row
from tui.widgets.rows import Rows


class Selection:
    """The place, its rows, the row under the cursor, and the chosen articles by their ids."""

    def __init__(self, rows: Callable[[], Rows], records: Records, chosen: Sequence[str] = ()) -> None:
        self._list, self._records = rows, records
        self.chosen: list[str] = list(chosen)
        self.listing = Listing()
        self.rows: Sequence[Row] = ()
        self.state: State = ListPlace().state
        self.dossier: Dossier | None = None

    @property
    def place(self) -> ListPlace:
        """Where one is."""
        return ListPlace(self.state, self.dossier.id if self.dossier else "")

    def go_to(self, place: ListPlace, dossier: Dossier | None = None) -> None:
        """Be in another place; a dossier is given with its place. Its articles are not known yet."""
        self.state, self.dossier = place.state, dossier
        self.listing = Listing(place, dossiers=self.listing.dossiers)

    @property
    def row(self) -> Row | None:
        """What is under the cursor."""
        cursor = self._list().cursor
        return self.rows[cursor] if cursor < len(self.rows) else None

    @property
    def record(self) -> ArticleRecord | None:
        """The article under the cursor."""
        return self._records.at(self.rows, self._list().cursor) if self.rows else None

    @property
    def row_dossier(self) -> Dossier | None:
        """The dossier under the cursor, unless articles are chosen."""
        return self.row if isinstance(self.row, Dossier) and not self.chosen else None

    @property
    def ids(self) -> tuple[str, ...]:
        """The articles that an action is for: the chosen ones, else the one under the cursor."""
        return tuple(self.chosen) or ((self.record.id,) if self.record else ())

    @property
    def ids_to_read(self) -> Sequence[str]:
        """The chosen articles, else those of the dossier under the cursor, else the article there."""
        return self.row_dossier.articles if self.row_dossier else self.ids

    @property
    def title(self) -> str:
        """What `ids_to_read` are called together: the name of their dossier, if they are its articles."""
        return self.row_dossier.name if self.row_dossier else ""

    def toggle(self, article_id: str) -> None:
        """Choose an article, or no longer."""
        if article_id in self.chosen:
            self.chosen.remove(article_id)
        else:
            self.chosen.append(article_id)

    def keep_known(self) -> None:
        """Choose only articles that are still in the list."""
        if self.chosen and self.listing.counts and self.listing.place == ListPlace():
            known = set(self.listing.ids)
            self.chosen = [one for one in self.chosen if one in known]
