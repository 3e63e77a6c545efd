"""Which names stand for one source: by their words, unless the user judged otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.claims.names import canonical_names, same_name, words_of


@dataclass(frozen=True, slots=True)
class SourceJudgement:
    """What the user says of two names: that they are one source, or two."""

    one: str
    other: str
    are_same: bool

    @property
    def key(self) -> frozenset[tuple[str, ...]]:
        """What two judgements of the same two names share."""
        return frozenset((name_key(self.one), name_key(self.other)))


@dataclass(frozen=True, slots=True)
class Identities:
    """The names that are one source; a judgement of the user wins over the rules, the latest over earlier ones."""

    judgements: tuple[SourceJudgement, ...] = ()

    def judged(self, one: str, other: str) -> bool | None:
        """Whether the user said that the names are one source; `None` where nothing was said of them."""
        asked = frozenset((name_key(one), name_key(other)))
        said = [each.are_same for each in self.judgements if each.key == asked]
        return said[-1] if said else None

    def are_same(self, one: str, other: str) -> bool:
        """Whether two names are one source: as the user said, by their words, or as names of two that the user called one."""
        said = self.judged(one, other)
        if said is not None:
            return said
        return same_name(one, other) or any(
            each.are_same
            and (
                (same_name(one, each.one) and same_name(other, each.other))
                or (same_name(one, each.other) and same_name(other, each.one))
            )
            for each in self.judgements
        )

    def canonical(self, names: Iterable[str]) -> Mapping[str, str]:
        """For each name the one that it goes by: the fullest that it can be, and of two that the user called one the first."""
        written = sorted(set(names))
        if not self.judgements:
            return canonical_names(written)
        parted = {name for each in self.judgements if not each.are_same for name in written if _has(each, name)}
        found = {**canonical_names(name for name in written if name not in parted), **{name: name for name in parted}}
        for each in self.judgements:
            if each.are_same and self.judged(each.one, each.other):
                found = _joined(found, each)
        return found


RULES = Identities()
"""The rules alone."""


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name without case, accents, articles and marks."""
    return tuple(word.lower() for word in words_of(name))


def _has(judgement: SourceJudgement, name: str) -> bool:
    return name_key(name) in judgement.key


def _joined(names: Mapping[str, str], judgement: SourceJudgement) -> dict[str, str]:
    """The names with both of the judgement, and all that go by them, under the first."""
    key = name_key(judgement.other)
    homes = {home for name, home in names.items() if name_key(name) == key or name_key(home) == key}
    firsts = [home for name, home in names.items() if name_key(judgement.one) in {name_key(name), name_key(home)}]
    first = firsts[0] if firsts else judgement.one
    return {name: first if home in homes else home for name, home in names.items()}
