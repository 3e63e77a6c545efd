"""What the Library screen lists: dossiers and articles that fit a filter, and how each is drawn on its line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TypeAlias

from briefing.dossier import Dossier
from locales import _, active, ngettext
from store import ArticleRecord, Counts, Hit
from tui.signs import Signs
from tui.widgets.rows import Cell, fitted

Row: TypeAlias = ArticleRecord | Dossier | Hit
"""What a line of the list stands for."""
_OUTLET, _DATE, _ROOM = 14, 10, 44


@dataclass(frozen=True)
class Listing:
    """The records and the dossiers of a library as they were read."""

    records: Sequence[ArticleRecord]
    dossiers: Sequence[Dossier]
    counts: Counts

    @cached_property
    def _searched(self) -> list[tuple[ArticleRecord, str]]:
        """Each record with what a filter looks at."""
        return [
            (
                record,
                " ".join(
                    (record.title, record.outlet or "", record.language, str(record.published or ""), *record.tags)
                ).casefold(),
            )
            for record in self.records
        ]

    @cached_property
    def _widths(self) -> tuple[int, int]:
        """The cells that outlets and dates need at most; none where no article has one."""
        outlets = max((len(record.outlet or "") for record in self.records), default=0)
        dates = max((len(str(record.published or "")) for record in self.records), default=0)
        return min(outlets, _OUTLET), min(dates, _DATE)

    def dossier(self, dossier_id: str) -> Dossier | None:
        """The dossier with the id, if it is still there."""
        return next((dossier for dossier in self.dossiers if dossier.id == dossier_id), None)

    def rows(self, filter_: str, inside: Dossier | None) -> list[Row]:
        """The dossiers and the articles that hold every word of the filter; inside a dossier its articles only."""
        words = filter_.casefold().split()
        ids = set(inside.articles) if inside else None
        dossiers = () if inside else self.dossiers
        return [
            *(dossier for dossier in dossiers if all(word in dossier.name.casefold() for word in words)),
            *(
                record
                for record, searched in self._searched
                if (ids is None or record.id in ids) and all(word in searched for word in words)
            ),
        ]

    def dossier_cells(self, dossier: Dossier, width: int, signs: Signs) -> Iterable[Cell]:
        """A dossier with the number of its articles, and of those that came since it was last opened."""
        inside = set(dossier.articles)
        counted = _counted(len(inside))
        new = sum(1 for record in self.records if record.id in inside and is_new(record, dossier.looked))
        if new:
            counted += ", " + ngettext("%(count)s new", "%(count)s new", new) % {"count": active().number(new)}
        yield "    ", "row"
        yield fitted(_("Dossier"), 14), "row--sign"
        yield fitted(f"{dossier.name}  ({counted})", max(width - 18, 0), signs.more), "row--strong"

    def article_cells(self, record: ArticleRecord, place: str, width: int, signs: Signs) -> Iterable[Cell]:
        """An article: its place among the chosen, whether it is unread, language, date, outlet, title and tags."""
        outlet_width, date_width = self._widths
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
        title = fitted(record.title, max(left - (room + 1 if room else 0), 0), signs.more)
        yield title, "row--strong" if record.unread else "row"
        if room:
            yield " " + fitted(tags, room, signs.more), "row--sign"


def _counted(count: int) -> str:
    return ngettext("%(count)s article", "%(count)s articles", count) % {"count": active().number(count)}


def is_new(record: ArticleRecord, looked: datetime | None) -> bool:
    """Whether the article came after the dossier was last opened; in one that never was, none is new."""
    return looked is not None and record.added > looked


def key_of(row: Row) -> tuple[str, str]:
    """By what a row is known again after the list changed."""
    if isinstance(row, Dossier):
        return "dossier", row.id
    return "article", row.record.id if isinstance(row, Hit) else row.id
