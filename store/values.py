"""The values that go in and out of the library. Identifiers are short decimal strings, moments carry a time zone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefing.article import Article, Language, PublicationDate, Span

State = Literal["active", "archived", "trashed"]
Order = Literal["added", "published", "title"]
Part = Literal["articles", "dossiers", "notes", "corrections", "grades", "settings"]


class Keep:
    """The type of `KEEP`: a field of an edit that is to stay as it is."""

    def __repr__(self) -> str:
        return "KEEP"


KEEP = Keep()


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What a list shows of an article; its text stays on the disk. `words` is the length of the text in words."""

    id: str
    title: str
    outlet: str | None
    language: Language
    published: PublicationDate | None
    added: datetime
    unread: bool
    tags: tuple[str, ...]
    dossiers: tuple[str, ...]
    words: int
    state: State
    source: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles to list; a field that is `None` does not narrow. `limit` and `offset` cut a page out of the list.

    `newer` keeps what was published on that date or later, `older` what was published before it; an article whose date
    is not known finely enough to tell is left out. An article has to have all the `tags`. Outlets and tags are compared
    without regard to case and accents.
    """

    state: State | None = "active"
    unread: bool | None = None
    language: Language | None = None
    outlet: str | None = None
    tags: tuple[str, ...] = ()
    dossier: str | None = None
    newer: PublicationDate | None = None
    older: PublicationDate | None = None
    order: Order = "added"
    descending: bool = True
    limit: int | None = None
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are, and how many of them are unread."""

    unread: int
    total: int


@dataclass(frozen=True, slots=True)
class Added:
    """The article as the library has it, whether it was new to it, and whether it came back from archive or trash."""

    article: Article
    new: bool
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class ArticleEdit:
    """New values for what is known of an article; a field left at `KEEP` stays, `None` makes it unknown."""

    title: str | Keep = KEEP
    outlet: str | Keep | None = KEEP
    published: PublicationDate | Keep | None = KEEP
    url: str | Keep | None = KEEP
    language: Language | Keep = KEEP


@dataclass(frozen=True, slots=True)
class Attachments:
    """What hangs on an article and goes with it when it is removed: how many notes, dossiers, corrections and grades."""

    notes: int
    dossiers: int
    corrections: int
    grades: int = 0

    @property
    def total(self) -> int:
        """How many there are together."""
        return self.notes + self.dossiers + self.corrections + self.grades


@dataclass(frozen=True, slots=True)
class Change:
    """What changed in a part of the library; no `ids` means: anything in it. `elsewhere`: by another program."""

    part: Part
    ids: tuple[str, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found by a search.

    `snippet` is cut out of the text at `passage` (offsets in the article's text, `None` where only the title matches);
    `highlights` are the found words in the snippet.
    """

    record: ArticleRecord
    snippet: str
    highlights: tuple[Span, ...]
    passage: Span | None


@dataclass(frozen=True, slots=True)
class Grade:
    """How a user judges the reliability of a source: a letter and a figure of the NATO system (STANAG 2511), or a word.

    `subject` is the name of the source, or the claim `id` where `article` is set.
    """

    subject: str
    grade: str
    article: str | None = None
    comment: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the library holds and how large it is. Sizes in bytes."""

    articles: int
    dossiers: int
    notes: int
    corrections: int
    text: int
    index: int
    file: int
    version: int
