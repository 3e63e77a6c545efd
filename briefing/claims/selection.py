"""Which claims are asked for: those of one source, only hedged ones, only denials. And the sources that claims have."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.claims.claim import Claim
from briefing.language.stem import folded

_ARTICLES: Final = frozenset({"de", "het", "een", "the", "a", "an"})


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source under whatever of its names: "minister Hoekstra" and "Hoekstra". `name` is the fullest of them.

    `own` counts the claims that it makes itself, `through` those that came through it or started there. What nobody is
    named for has the empty name.
    """

    name: str
    names: frozenset[str]
    own: int = 0
    through: int = 0

    @property
    def count(self) -> int:
        """All its claims."""
        return self.own + self.through

    def has(self, claim: Claim) -> bool:
        """Whether the claim is the source's own, or leans on it."""
        return bool(self.names.intersection(_names(claim) or [""]))


def sources_of(claims: Iterable[Claim]) -> tuple[NamedSource, ...]:
    """The sources of the claims and the links of their chains, each once, those with most claims first.

    What nobody is named for comes last, where there is any.
    """
    names: Counter[str] = Counter()
    chains = []
    for claim in claims:
        chain = _names(claim)
        chains.append((claim.source.name if claim.source else "", chain))
        names.update(chain)
    found = [_counted(group, chains) for group in _groups(names)]
    found.sort(key=lambda source: (-source.count, -source.own, source.name.casefold()))
    nobody = sum(1 for _source, chain in chains if not chain)
    return (*found, *([NamedSource("", frozenset({""}), nobody)] if nobody else ()))


def again(source: NamedSource, sources: Iterable[NamedSource]) -> NamedSource:
    """The source as it is now, where its names or its claims may have changed."""
    return next((one for one in sources if source.names & one.names), source)


def called(words: str, sources: Iterable[NamedSource]) -> tuple[NamedSource, ...]:
    """The sources of which some name holds all the words: "bloomberg" finds "persbureau Bloomberg"."""
    wanted = set(_words(words))
    return tuple(
        source for source in sources if wanted and any(wanted <= set(_words(name)) for name in source.names if name)
    )


def of_sources(claims: Iterable[Claim], sources: Sequence[NamedSource]) -> tuple[Claim, ...]:
    """The claims that are one of the sources' own, or lean on it."""
    return tuple(claim for claim in claims if any(source.has(claim) for source in sources))


def is_hedged(claim: Claim) -> bool:
    """Whether it is presented with less than certainty, or with a hedge."""
    return bool(claim.hedges) or claim.certainty != "certain"


def is_denied(claim: Claim) -> bool:
    """Whether its content is denied."""
    return claim.polarity == "negative"


def _names(claim: Claim) -> list[str]:
    """Who says it, through whom, and where it started: each name once."""
    return list(
        dict.fromkeys(
            " ".join(name.split())
            for name in (claim.source.name if claim.source else "", *claim.via, claim.root or "")
            if name.strip()
        )
    )


def _counted(names: frozenset[str], chains: Iterable[tuple[str, list[str]]]) -> NamedSource:
    own = through = 0
    for source, chain in chains:
        if " ".join(source.split()) in names:
            own += 1
        elif names.intersection(chain):
            through += 1
    # The fullest name that is not shouted, and of two such the one that is first by the alphabet.
    fullest = min(names, key=lambda name: (-len(_words(name)), name.isupper(), name))
    return NamedSource(fullest, names, own, through)


def _groups(names: Iterable[str]) -> list[frozenset[str]]:
    """The names that are one: the same words, or the tail of just one fuller name."""
    by_words: dict[tuple[str, ...], set[str]] = {}
    for name in names:
        by_words.setdefault(_words(name), set()).add(name)
    groups: list[tuple[str, set[str]]] = []
    for alike in sorted(by_words.values(), key=lambda alike: -len(_words(min(alike)))):
        name = min(alike)
        fuller = [group for full, group in groups if _is_short_for(name, full)]
        if len(fuller) == 1:
            fuller[0].update(alike)
        else:
            groups.append((name, set(alike)))
    return [frozenset(group) for _name, group in groups]


def _is_short_for(name: str, full: str) -> bool:
    """Whether a name ends a fuller one, after first names and at most one word for an office before these."""
    few, many = _words(name), _words(full)
    if len(few) >= len(many) or many[-len(few) :] != few or not name[:1].isupper() or not few:
        return False
    head = [word for word in full.split() if word.lower() not in _ARTICLES][: len(many) - len(few)]
    return all(word[:1].isupper() for word in head[1:]) and not _is_joining(head[0])


def _is_joining(word: str) -> bool:
    """Whether a word is too short to be an office or a first name: "van", "of"."""
    return word.islower() and len(word) < 4


def _words(name: str) -> tuple[str, ...]:
    """The words of a name without accents, articles and marks, in one case."""
    words = (word.strip(".,'\"“”‘’()").casefold() for word in folded(name).split())
    return tuple(word for word in words if word and word not in _ARTICLES)
