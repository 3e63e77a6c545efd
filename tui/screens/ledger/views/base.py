"""What a view of the ledger gives to its screen: rows to draw, a text beside them, and where a row leads."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual.content import Content

from briefing.article import Article
from briefing.compare.ledger import Ledger, Row
from tui.signs import UNICODE, Signs
from tui.widgets.rows import Cell


class ColumnHead(NamedTuple):
    """The line above the rows: what the columns stand for on the left, the columns on the right."""

    words: str
    columns: str


class ReportPlace(NamedTuple):
    """A place in an article, as an offset."""

    article: Article
    at: int


class LedgerView:
    """One view. `take` gives it another ledger; what it draws by index counts in its own rows."""

    name: ClassVar[str]
    """The message that names it."""
    export_name: ClassVar[str] = ""
    """The name of the file that it is exported to by default; empty where the whole briefing is exported."""

    def __init__(self) -> None:
        self.signs: Signs = UNICODE
        self.column = 0

    def take(self, ledger: Ledger) -> None:
        """Show another ledger, or one that is narrowed otherwise."""

    @property
    def count(self) -> int:
        """The number of rows."""
        return 0

    @property
    def counted(self) -> str:
        """The number of rows in words."""
        return ""

    @property
    def columns(self) -> int:
        """The number of columns that a key moves through."""
        return 0

    def head(self, _width: int) -> ColumnHead | None:
        """The line above the rows of that width, if there is one."""
        return None

    def cells(self, _index: int, _width: int) -> Iterable[Cell]:
        """The cells of a row of that width."""
        return ()

    def facts(self, _index: int, _width: int) -> Content:
        """What is said of a row, in that width."""
        return Content("")

    def nothing(self) -> str:
        """What is said where there are no rows."""
        return ""

    def row(self, _index: int) -> Row | None:
        """The claim of a row, where it is one claim."""
        return None

    def target(self, _index: int) -> ReportPlace | None:
        """Where Enter leads from a row."""
        return None

    def pair(self, _index: int) -> tuple[Article, Article, int] | None:
        """The two articles that are compared from a row, with the offset in the first."""
        return None

    def document(self, _suffix: str) -> str:
        """The view as a document; the suffix of the file says of which form: .csv, .dot or else Markdown."""
        return ""


def quoted_title(text: str) -> Content:
    """A passage as the heading of what is said of it."""
    return Content.styled(f"“{' '.join(text.split())}”", "bold")


def under(title: Content, facts: Iterable[str]) -> Content:
    """A heading with facts under it, a line each."""
    return Content("\n").join([title, *map(Content, facts)])


def pair_of(articles: Sequence[Article], at: int) -> tuple[Article, Article, int] | None:
    """The first two articles, if there are two."""
    return (articles[0], articles[1], at) if len(articles) > 1 else None
