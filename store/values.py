"""The values that the library takes and gives. Identifiers are short decimal strings; times have a time zone."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from briefing.article import Article, Language, PublicationDate, Span

State = Literal["active", "archived", "trashed"]
Order = Literal["added", "published", "title"]
Part = Literal["articles", "dossiers", "notes", "corrections", "grades", "settings"]


class Keep:
    """The type of `KEEP`, which leaves a field of an edit unchanged."""

    def __repr__(self) -> str:
        return "KEEP"


KEEP = Keep()


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """What a list shows of an article, without its text. `words` is the number of words of the text.

    Of a `damaged` one only the identifier is known.
    """

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
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class ArticleFilter:
    """Which articles to list; a field that is `None` selects all. `limit` and `offset` select a page of the list.

    `newer` selects what was published on that date or later, `older` what was published before it; an article whose
    date is too coarse to tell is left out. An article must have all the `tags`. Outlets and tags are compared
    regardless of case and accents, languages regardless of region ("pt" for "pt-BR").
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
    """The number of articles, and of unread ones among them."""

    unread: int
    total: int


@dataclass(frozen=True, slots=True)
class Added:
    """The stored article, whether it is new, and whether it was moved back from the archive or the trash."""

    article: Article
    new: bool
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class ArticleEdit:
    """New details of an article; `KEEP` leaves a field unchanged, `None` makes it unknown."""

    title: str | Keep = KEEP
    outlet: str | Keep | None = KEEP
    published: PublicationDate | Keep | None = KEEP
    url: str | Keep | None = KEEP
    language: Language | Keep = KEEP


@dataclass(frozen=True, slots=True)
class Attachments:
    """How many notes, dossiers, corrections and grades refer to an article and change when it is removed."""

    notes: int
    dossiers: int
    corrections: int
    grades: int = 0

    @property
    def total(self) -> int:
        """The sum of all."""
        return self.notes + self.dossiers + self.corrections + self.grades


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a part of the library. Without `ids` anything in it may have changed; `elsewhere` means by another program."""

    part: Part
    ids: tuple[str, ...] = ()
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An article found by a search.

    `snippet` is the text at `passage` (offsets in the article's text; `None` if only the title matches);
    `highlights` are the matching words, with offsets in the snippet.
    """

    record: ArticleRecord
    snippet: str
    highlights: tuple[Span, ...]
    passage: Span | None


@dataclass(frozen=True, slots=True)
class Grade:
    """The user's grade for the reliability of a source or claim: a letter and figure (STANAG 2511, NATO), or a word.

    `subject` is the name of a source, or the `id` of a claim of `article`.
    """

    subject: str
    grade: str
    article: str | None = None
    comment: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Statistics:
    """How much the library holds, and its size in bytes."""

    articles: int
    dossiers: int
    notes: int
    corrections: int
    text: int
    index: int
    file: int
    version: int
