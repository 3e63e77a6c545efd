"""The matrix: claims by outlet, what only one of them has, and what each leaves out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final, Literal

from briefing.compare.independence import channels
from briefing.compare.ledger import SURENESS, Account, Ledger, Row
from briefing.coverage.outlets import Outlet, key_of, outlets_of
from briefing.language.folding import folded

MatrixOrder = Literal["outlets", "origins", "surest", "least-sure", "date", "text"]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim with its reports by the key of their outlet."""

    row: Row
    cells: Mapping[str, tuple[Account, ...]]

    @property
    def origins(self) -> tuple[str, ...]:
        """The named origins that it leans on."""
        return self.row.roots


@dataclass(frozen=True)
class Matrix:
    """The claims of a ledger by outlet."""

    ledger: Ledger
    outlets: tuple[Outlet, ...]
    rows: tuple[MatrixRow, ...]

    @cached_property
    def only_here(self) -> Mapping[str, tuple[MatrixRow, ...]]:
        """By the key of an outlet, the claims that no other one has; none where there is no other one."""
        several = len(self.outlets) > 1
        return {
            outlet.key: tuple(row for row in self.rows if several and row.cells.keys() == {outlet.key})
            for outlet in self.outlets
        }

    @cached_property
    def left_out(self) -> Mapping[str, tuple[MatrixRow, ...]]:
        """By the key of an outlet, the claims that it lacks while two or more of the others, or all of them, have them."""
        least = max(1, min(2, len(self.outlets) - 1))
        told = [row for row in self.rows if len(row.cells) >= least]
        return {outlet.key: tuple(row for row in told if outlet.key not in row.cells) for outlet in self.outlets}

    @cached_property
    def origins(self) -> Mapping[str, tuple[str, ...]]:
        """By the key of an outlet, the named origins that its claims lean on, each once."""
        found: dict[str, list[str]] = {outlet.key: [] for outlet in self.outlets}
        for row in self.rows:
            for key, accounts in row.cells.items():
                found[key] += [name for account in accounts for name in channels(account.claim)[:1]]
        names = self.ledger.identities.canonical(name for mine in found.values() for name in mine)
        return {key: tuple(dict.fromkeys(names[name] for name in mine)) for key, mine in found.items()}

    def narrowed(self, words: str) -> "Matrix":
        """The claims with all of the words, in any case and with any accents."""
        wanted = folded(words).split()
        rows = tuple(one for one in self.rows if has_words(searched_in(one.row), wanted)) if wanted else self.rows
        return Matrix(self.ledger, self.outlets, rows)

    def sorted_by(self, order: MatrixOrder) -> "Matrix":
        """The claims in an order; claims that are equal in it stay in that of the ledger."""
        return Matrix(self.ledger, self.outlets, tuple(sorted(self.rows, key=_KEYS[order])))


def searched_in(row: Row) -> str:
    """The words that a filter looks at: the claim in each report, its sources and their origins, without case and accents."""
    words = [entry.passage.of(entry.article.text) for entry in row.entries]
    words += [name for entry in row.entries for name in (entry.source or "", *channels(entry.claim))]
    return folded(" ".join(words))


def has_words(searched: str, wanted: Sequence[str]) -> bool:
    """Whether each of the words stands in what is searched."""
    return all(word in searched for word in wanted)


def matrix_of(ledger: Ledger) -> Matrix:
    """The claims of the ledger by outlet, those of most outlets first."""
    rows = tuple(_row(row) for row in ledger.rows)
    return Matrix(ledger, outlets_of(ledger.articles), rows).sorted_by("outlets")


def _row(row: Row) -> MatrixRow:
    cells: dict[str, list[Account]] = {}
    for entry in row.entries:
        cells.setdefault(key_of(entry.article), []).append(entry)
    return MatrixRow(row, {key: tuple(entries) for key, entries in cells.items()})


def _levels(row: MatrixRow) -> Sequence[int]:
    return [SURENESS[entry.certainty] for entry in row.row.entries]


def _first(row: MatrixRow) -> tuple[bool, str]:
    """When it was first told, what is undated last."""
    dates = [entry.article.published.isoformat() for entry in row.row.entries if entry.article.published]
    return not dates, min(dates, default="")


_KEYS: Final[Mapping[MatrixOrder, Callable[[MatrixRow], tuple[object, ...]]]] = MappingProxyType(
    {
        "outlets": lambda one: (-len(one.cells), -len(one.origins)),
        "origins": lambda one: (-len(one.origins), -len(one.cells)),
        "surest": lambda one: (-min(_levels(one)), -len(one.cells)),
        "least-sure": lambda one: (min(_levels(one)), -len(one.cells)),
        "date": _first,
        "text": lambda one: (folded(one.row.text),),
    }
)
ORDERS: Final[tuple[MatrixOrder, ...]] = tuple(_KEYS)
"""Every order, the first one by default."""
