"""Reports by outlet."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.article import Article
from briefing.language.folding import folded


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its reports; a report of an unknown outlet stands alone. `key` is unique among those of one matrix."""

    key: str
    articles: tuple[Article, ...]

    @property
    def name(self) -> str | None:
        """Its name; `None` where it is not known."""
        return self.articles[0].outlet


def outlets_of(articles: Iterable[Article]) -> tuple[Outlet, ...]:
    """The outlets of the articles, in the order of their first one."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(key_of(article), []).append(article)
    return tuple(Outlet(key, tuple(mine)) for key, mine in found.items())


def key_of(article: Article) -> str:
    """By what the outlet of an article is told from others: its name, whatever its case and accents, else the article."""
    name = folded(article.outlet or "").strip()
    return f"outlet:{name}" if name else f"article:{article.id}"


def are_of_one_outlet(one: Article, other: Article) -> bool:
    """Whether two articles are known to be of one outlet."""
    return bool(one.outlet) and key_of(one) == key_of(other)
