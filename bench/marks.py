"""Articles that were marked by hand: which claims they make, who says them, and how sure they are (see `gold/README.md`)."""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from briefing.article import Article, Span
from briefing.ingest.text import article_of

MARKS = Path(__file__).with_name("gold")
_ARTICLES = frozenset((MARKS / "articles.txt").read_text(encoding="utf-8").split())
_EDGES = " .,;:!?\"'“”‘’„´`()"

Row = dict[str, Any]


@dataclass(frozen=True)
class Mark:
    """A claim as it was marked, with further readings that are as good where the guide leaves a choice."""

    row: Row
    text: str

    @property
    def optional(self) -> bool:
        """Whether the guide leaves open if this is a claim: it is neither missed nor false."""
        return bool(self.row.get("optional"))

    @property
    def goes_on(self) -> bool:
        """Whether it is a quotation that goes on after its tag."""
        return self.row["cue"] is None and self.row["source"] is not None

    def readings(self, field: str) -> list[Any]:
        """The values that are right for the field."""
        return [self.row[field], *self.row.get("also", {}).get(field, [])]

    def names(self, field: str) -> list[str | None]:
        """The names that are right for the field; they are written as where they stand in the text."""
        return [_named(value, self.text) for value in self.readings(field)]

    @cached_property
    def chains(self) -> list[list[str | None]]:
        """The chains of channels that are right."""
        return [[plain(_named(value, self.text)) for value in names] for names in self.readings("via")]

    @cached_property
    def contents(self) -> list[tuple[Span, ...]]:
        """The extents that are right for the content."""
        return [_spans(value) for value in self.readings("content")]

    @cached_property
    def cues(self) -> tuple[Span, ...]:
        """Where a cue may stand; nothing where no word carries the claim."""
        return tuple(span for value in self.readings("cue") if value for span in _spans(value))

    @cached_property
    def sources(self) -> tuple[Span, ...]:
        """Where the words of the source may stand."""
        return tuple(Span(*value) for value in self.readings("source") if value)


@dataclass(frozen=True)
class Marked:
    """An article with its marks."""

    name: str
    article: Article
    marks: tuple[Mark, ...]


def trimmed(words: str) -> str:
    """Words for comparing: without quotation marks and punctuation around them, case and double spaces."""
    return re.sub(r"\s+", " ", words.strip(_EDGES)).casefold().replace("’", "'")


def plain(name: str | None) -> str | None:
    """A name for comparing: trimmed, without its article."""
    if name is None:
        return None
    first, _, rest = trimmed(name).partition(" ")
    return rest if rest and first in _ARTICLES else trimmed(name)


def _spans(value: Sequence[Any]) -> tuple[Span, ...]:
    """One span or several, as the marks write them."""
    return (Span(*value),) if isinstance(value[0], int) else tuple(Span(*part) for part in value)


def _named(value: Any, text: str) -> str | None:
    """A name: itself, or the words at its place."""
    return text[slice(*value)] if isinstance(value, list) else value


def load(path: Path, folder: Path) -> Marked:
    """The article and the marks of a file of marks.

    Raises:
        ValueError: the text is another than the one that was marked.
    """
    row = json.loads(path.read_text(encoding="utf-8"))
    data = (folder / f"{path.stem}.txt").read_bytes()
    text, language = data.decode(), row["language"]
    article = article_of(text, name=path.stem, language=language)
    if hashlib.sha256(data).hexdigest() != row["sha256"] or article.text != text.rstrip("\n"):
        raise ValueError(f"{path.stem}.txt is not the text that was marked")
    return Marked(path.stem, article, tuple(Mark(claim, article.text) for claim in row["claims"]))
