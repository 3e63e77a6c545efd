"""The rows of the Library screen: dossiers and articles of a place, and how each is drawn.

Of articles only the ids are at hand; what a line shows is read when the line is seen, so that a long list is as quick as a
short one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from briefing.dossier import Dossier
from locales import _, active, ngettext
from store import ArticleFilter, ArticleRecord, Counts, Hit
from store.values import State
from tui.damaged import name_of, title_of
from tui.signs import Signs
from tui.widgets.rows import Cell, fitted

if TYPE_CHECKING:
    from store import Library

Row: TypeAlias = str | Dossier | Hit
"""A row: an article by its id, a dossier, or a search hit."""
_OUTLET, _DATE, _ROOM = 14, 10, 44
_BEFORE: Final = 30
_AFTER: Final = 70
"""Articles read before and after one that is seen."""
_KEPT: Final = 2000
"""Maximum number of records kept."""


@dataclass(frozen=True)
class ListPlace:
    """A place in the library: the daily list, the archive, the trash, or a dossier by its id."""

    state: State = "active"
    dossier: str = ""

    @property
    def filter(self) -> ArticleFilter:
        """The filter for the articles of this place, the newest first."""
        return ArticleFilter(state=self.state, dossier=self.dossier or None)

    @property
    def query(self) -> str:
        """The query that narrows a search to this place."""
        if self.dossier:
            return f"dossier:{self.dossier} "
        return {"active": "", "archived": "in:archive ", "trashed": "in:trash "}[self.state]


@dataclass(frozen=True)
class Listing:
    """The article ids of a place, and all dossiers. Without `counts` it is only the beginning."""

    place: ListPlace = ListPlace()
    ids: Sequence[str] = ()
    dossiers: Sequence[Dossier] = ()
    counts: Counts | None = None

    def dossier(self, dossier_id: str) -> Dossier | None:
        """The dossier with the id, if it is still there."""
        return next((dossier for dossier in self.dossiers if dossier.id == dossier_id), None)

    def rows(self, filter_: str, searched: Mapping[str, str]) -> list[Row]:
        """The dossiers, in the daily list, and the articles that hold every word of the filter.

        `searched` has what a filter looks at in each article, by its id; an article that is not in it yet fits no word.
        """
        words = filter_.casefold().split()
        ids = self.ids
        for word in words:
            ids = [one for one in ids if word in searched.get(one, "")]
        dossiers = self.dossiers if self.place == ListPlace() else ()
        return [*(one for one in dossiers if all(word in one.name.casefold() for word in words)), *ids]


def searched_in(record: ArticleRecord) -> str:
    """The text of an article's row that a filter searches, case-folded."""
    parts = (record.title, record.outlet or "", record.language, str(record.published or ""), *record.tags)
    return " ".join(parts).casefold()


class Records:
    """The records of articles in visible rows, read with some around them and cached.

    Reading some takes a few milliseconds and never waits for another program, so that it is done while drawing: a line is
    never blank, and the key that follows finds the article under the cursor.
    """

    def __init__(self, read: Callable[[Sequence[str]], Iterable[ArticleRecord]]) -> None:
        self._read = read
        self._kept: dict[str, ArticleRecord] = {}
        self.widths = (0, 0)
        """The cells that the outlets and dates seen so far need; none where no article has one."""

    def at(self, rows: Sequence[Row], index: int) -> ArticleRecord | None:
        """The record of the article in a row; `None` for a dossier or an article that is gone."""
        row = rows[index]
        if isinstance(row, Hit):
            self._widen(row.record)
            return row.record
        if isinstance(row, Dossier):
            return None
        if row not in self._kept:
            near = rows[max(index - _BEFORE, 0) : index + _AFTER]
            self._take([one for one in near if isinstance(one, str) and one not in self._kept])
        return self._kept.get(row)

    def _take(self, ids: Sequence[str]) -> None:
        for record in self._read(ids):
            self._kept[record.id] = record
            self._widen(record)
        for old in list(self._kept)[:-_KEPT]:
            del self._kept[old]

    def _widen(self, record: ArticleRecord) -> None:
        outlet, date = len(record.outlet or ""), len(str(record.published or ""))
        self.widths = max(self.widths[0], min(outlet, _OUTLET)), max(self.widths[1], min(date, _DATE))

    def forget(self) -> None:
        """Clear the cache."""
        self._kept.clear()


class Inside(NamedTuple):
    """The number of a dossier's articles, and of those added since it was last viewed."""

    articles: int
    new: int


def inside_of(library: "Library", dossier: Dossier) -> Inside:
    """The number of the dossier's articles, and of those that are new."""
    ids = library.articles.ids(ArticleFilter(dossier=dossier.id))
    return Inside(len(ids), sum(dossier.is_new(one, dossier.looked) for one in ids))


def dossier_cells(dossier: Dossier, inside: Inside | None, width: int, signs: Signs) -> Iterable[Cell]:
    """A dossier with the number of its articles, and of those that are new."""
    counted = _counted(inside.articles if inside else len(dossier.articles))
    if inside and inside.new:
        counted += ", " + ngettext("%(count)s new", "%(count)s new", inside.new) % {
            "count": active().number(inside.new)
        }
    yield "    ", "row"
    yield fitted(_("Dossier"), 14), "row--sign"
    yield fitted(f"{name_of(dossier)}  ({counted})", max(width - 18, 0), signs.more), "row--strong"


def article_cells(
    record: ArticleRecord, place: str, widths: tuple[int, int], width: int, signs: Signs
) -> Iterable[Cell]:
    """An article: its place among the chosen, whether it is unread, language, date, outlet, title and tags."""
    outlet_width, date_width = widths
    yield f"{place} ", "row--sign"
    yield (signs.unread if record.unread else " ") + " ", "row--sign"
    yield f"{record.language} ", "row--muted"
    left = width - 7
    if date_width:
        yield fitted(str(record.published or ""), date_width) + " ", "row--muted"
        left -= date_width + 1
    if left > _ROOM and outlet_width:
        yield fitted(record.outlet or "", outlet_width, signs.more) + " ", "row--muted"
        left -= outlet_width + 1
    tags = " ".join(f"#{tag}" for tag in record.tags)
    room = min(len(tags), left // 3) if left > 24 else 0
    title = fitted(title_of(record), max(left - (room + 1 if room else 0), 0), signs.more)
    yield title, "row--strong" if record.unread else "row"
    if room:
        yield " " + fitted(tags, room, signs.more), "row--sign"


def _counted(count: int) -> str:
    return ngettext("%(count)s article", "%(count)s articles", count) % {"count": active().number(count)}


def key_of(row: Row) -> tuple[str, str]:
    """The key of a row, which stays the same when the list changes."""
    if isinstance(row, Dossier):
        return "dossier", row.id
    return "article", row.record.id if isinstance(row, Hit) else row


def index_of(rows: Sequence[Row], key: tuple[str, str]) -> int | None:
    """The index of the row with the key, if it is listed."""
    kind, id_ = key
    if kind == "article" and id_ in rows:
        return rows.index(id_)
    return next((at for at, row in enumerate(rows) if not isinstance(row, str) and key_of(row) == key), None)
