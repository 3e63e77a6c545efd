"""The versions of one report: the same address, or the same text for the most part in one outlet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cmp_to_key
from itertools import combinations
from urllib.parse import parse_qsl, urlencode, urlsplit

from briefing.article import Article
from briefing.compare.near_duplicates import near_duplicate
from briefing.coverage.outlets import are_of_one_outlet
from briefing.language.folding import folded

_TRACKING = ("utm_", "fbclid", "gclid")


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a report, and when it was added to the library, if it was."""

    article: Article
    added: datetime | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a report in order: by publication where all their dates tell, else as they were added."""

    versions: tuple[Version, ...]
    is_by_publication: bool

    @property
    def articles(self) -> tuple[Article, ...]:
        """The versions."""
        return tuple(one.article for one in self.versions)


def history_of(versions: Iterable[Version]) -> History:
    """The versions, given in the order in which they were added, in the order of the report."""
    given = tuple(versions)
    if all(_order(one, other) for one, other in combinations(given, 2)):
        return History(tuple(sorted(given, key=cmp_to_key(_order))), is_by_publication=True)
    return History(given, is_by_publication=False)


def _order(one: Version, other: Version) -> int:
    """Which of two versions was published first: -1 or 1, 0 where that is not known."""
    ours, theirs = one.article.published, other.article.published
    if ours is None or theirs is None:
        return 0
    return -1 if ours.is_surely_before(theirs) else 1 if theirs.is_surely_before(ours) else 0


def are_versions(one: Article, other: Article) -> bool:
    """Whether two articles are versions of one report."""
    addresses = address_of(one.url), address_of(other.url)
    if addresses[0] and addresses[0] == addresses[1]:
        return True
    unnamed = not (one.outlet or other.outlet) and folded(one.title) == folded(other.title)
    return (are_of_one_outlet(one, other) or unnamed) and near_duplicate(one, other)


def address_of(url: str | None) -> str:
    """What a URL is told apart by: host, path and query without tracking; empty for a site's front page."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return ""
    path = parts.path.rstrip("/")
    query = urlencode([pair for pair in parse_qsl(parts.query) if not pair[0].startswith(_TRACKING)])
    if not (path or query):
        return ""
    return f"{(parts.hostname or '').removeprefix('www.')}{path}{'?' if query else ''}{query}"
