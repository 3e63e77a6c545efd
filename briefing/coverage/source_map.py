"""The source map: on which origins reports lean, and what they tell of their own."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.article import Article
from briefing.compare.independence import agency_of, channels
from briefing.compare.ledger import Account, Ledger
from briefing.compare.near_duplicates import LEAST, resemblance, sketch
from briefing.coverage.outlets import key_of

SameText = tuple[tuple[Article, Article], ...]
"""Pairs of articles that carry the same text for the most part."""


@dataclass(frozen=True, slots=True)
class Reliance:
    """A report with those of its claims that lean on one origin; `chains` are their named links, from the origin to the report."""

    article: Article
    accounts: tuple[Account, ...]
    chains: tuple[tuple[str, ...], ...] = ()

    @property
    def via(self) -> tuple[str, ...]:
        """The named channels between report and origin, each once."""
        return tuple(dict.fromkeys(name for chain in self.chains for name in chain[1:]))


@dataclass(frozen=True, slots=True)
class Origin:
    """A named origin with the reports that lean on it, those with most claims first."""

    name: str
    reliances: tuple[Reliance, ...]

    @property
    def outlets(self) -> int:
        """How many outlets lean on it; a report of an unknown outlet counts as one."""
        return len({key_of(one.article) for one in self.reliances})


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Origins by the number of outlets that lean on them.

    `unnamed` are the claims whose source has no name and no named channel, `own` those without a source. `same_text` are pairs of
    articles that carry the same text for the most part.
    """

    articles: tuple[Article, ...]
    origins: tuple[Origin, ...]
    unnamed: tuple[Reliance, ...]
    own: tuple[Reliance, ...]
    same_text: SameText

    @property
    def outlets(self) -> int:
        """How many outlets there are; a report of an unknown outlet counts as one."""
        return len({key_of(article) for article in self.articles})

    @property
    def most_used(self) -> Origin | None:
        """The origin that most outlets lean on, if more than one does."""
        return next((one for one in self.origins if one.outlets > 1), None)


def source_map_of(ledger: Ledger, same_text: SameText | None = None) -> SourceMap:
    """The origins of the claims of a ledger; `same_text` is what `same_text_among` gives for its articles, where that is known."""
    accounts = [account for row in ledger.rows for account in row.entries]
    written = [_chain(account) for account in accounts]
    names = ledger.identities.canonical(name for chain in written for name in chain)
    homes: dict[str, list[_Traced]] = {}
    unnamed: list[_Traced] = []
    own: list[_Traced] = []
    for account, chain in zip(accounts, written, strict=True):
        known = tuple(dict.fromkeys(names[name] for name in chain))
        if known:
            homes.setdefault(known[0], []).append((account, known))
        else:
            (unnamed if account.claim and account.claim.source else own).append((account, ()))
    origins = [Origin(name, _reliances(traced)) for name, traced in homes.items()]
    origins.sort(key=lambda one: (-one.outlets, -sum(len(each.accounts) for each in one.reliances), one.name))
    articles = ledger.articles
    return SourceMap(
        articles,
        tuple(origins),
        _reliances(unnamed),
        _reliances(own),
        same_text_among(articles) if same_text is None else same_text,
    )


_Traced = tuple[Account, tuple[str, ...]]
"""A claim of a report with its chain."""


def _chain(account: Account) -> Sequence[str]:
    """The named links from the origin to the report; an agency's dateline is the last of them."""
    agency = agency_of(account.article)
    return [*channels(account.claim), *([agency] if agency else [])]


def _reliances(traced: Iterable[_Traced]) -> tuple[Reliance, ...]:
    """The claims by report, those reports first that have most."""
    reports: dict[str, list[_Traced]] = {}
    for one in traced:
        reports.setdefault(one[0].article.id, []).append(one)
    found = [
        Reliance(mine[0][0].article, tuple(account for account, _ in mine), tuple(chain for _, chain in mine))
        for mine in reports.values()
    ]
    return tuple(sorted(found, key=lambda one: -len(one.accounts)))


def same_text_among(articles: Sequence[Article]) -> SameText:
    """The pairs of articles that carry the same text for the most part."""
    sketches = [sketch(article.text) for article in articles]
    having: dict[int, list[int]] = {}
    pairs: dict[tuple[int, int], None] = {}
    for at, runs in enumerate(sketches):
        near = Counter(other for run in runs for other in having.get(run, ()))
        pairs |= dict.fromkeys((other, at) for other in near if resemblance(sketches[other], runs) >= LEAST)
        for run in runs:
            having.setdefault(run, []).append(at)
    return tuple((articles[one], articles[other]) for one, other in sorted(pairs))
