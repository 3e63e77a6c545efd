"""Which claims are asked for: those of one source, only hedged ones, only denials. And the sources that claims have."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.claims.claim import Claim
from briefing.claims.names import words_of


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

    What nobody is named for comes last, where there is any. The time grows with the claims, and with the square of the
    number of names that end alike.
    """
    own, through, nobody = Counter[str](), Counter[str](), 0
    chains = [(claim.source is not None and bool(claim.source.name.strip()), _names(claim)) for claim in claims]
    groups = _groups(dict.fromkeys(name for _has_source, chain in chains for name in chain))
    group_of = {name: group for group in groups for name in group.names}
    for has_source, chain in chains:
        of = list(dict.fromkeys(group_of[name].name for name in chain))
        own.update(of[:1] if has_source else ())
        through.update(of[1:] if has_source else of)
        nobody += not chain
    found = [replace(group, own=own[group.name], through=through[group.name]) for group in groups]
    found.sort(key=lambda source: (-source.count, -source.own, source.name.casefold()))
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


def _groups(names: Iterable[str]) -> list[NamedSource]:
    """The names that are one: the same words, or the tail of just one fuller name."""
    by_words: dict[tuple[str, ...], set[str]] = {}
    for name in names:
        by_words.setdefault(_words(name), set()).add(name)
    groups: list[set[str]] = []
    by_ending: dict[tuple[str, ...], list[tuple[str, set[str]]]] = {}
    for words, alike in sorted(by_words.items(), key=lambda item: (-len(item[0]), item[0])):
        name = min(alike)
        ending = by_ending.setdefault(words[-1:], [])
        fuller = [group for full, group in ending if _is_short_for(name, full)]
        if len(fuller) == 1:
            fuller[0].update(alike)
        else:
            groups.append(alike)
            ending.append((name, alike))
    return [NamedSource(_fullest(group), frozenset(group)) for group in groups]


def _fullest(names: Iterable[str]) -> str:
    """The name of most words that is not all in capitals; of several such the first by the alphabet."""
    return min(names, key=lambda name: (-len(_words(name)), name.isupper(), name))


def _is_short_for(name: str, full: str) -> bool:
    """Whether a name ends a fuller one, after first names and at most one word for an office before these."""
    few, many = _words(name), _words(full)
    if len(few) >= len(many) or many[-len(few) :] != few or not name[:1].isupper() or not few:
        return False
    head = words_of(full)[: len(many) - len(few)]
    return all(word[:1].isupper() for word in head[1:]) and not _is_joining(head[0])


def _is_joining(word: str) -> bool:
    """Whether a word is too short to be an office or a first name: "van", "of"."""
    return word.islower() and len(word) < 4


def _words(name: str) -> tuple[str, ...]:
    """The words of a name in one case."""
    return tuple(word.casefold() for word in words_of(name))
