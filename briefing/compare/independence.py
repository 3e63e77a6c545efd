"""Whether two reports of the same claim have two sources, or one that both lean on."""

from functools import cache
from typing import NamedTuple

from briefing.article import LANGUAGES
from briefing.claims.claim import Claim
from briefing.claims.naming import titles
from briefing.compare.link import Independence
from briefing.language.stem import folded


class Leaning(NamedTuple):
    """Whether two claims are independent, and the name that both lean on."""

    independent: Independence
    shared_root: str | None = None


def independence(left: Claim | None, right: Claim | None) -> Leaning:
    """Of two claims that say the same: `no` by a shared named root, `yes` by two named roots, else `unknown`.

    Two unnamed sources are one only through the same named channel; unnamed sources without a channel may be anyone.
    """
    ours, theirs = channels(left), channels(right)
    shared = next((name for name in ours if any(same_name(name, other) for other in theirs)), None)
    if shared:
        return Leaning("no", shared)
    roots = [claim is not None and _is_named(claim) for claim in (left, right)]
    return Leaning("yes" if all(roots) else "unknown")


def channels(claim: Claim | None) -> list[str]:
    """The named links of a claim's chain, the furthest first."""
    if claim is None:
        return []
    named = [claim.root] if claim.root and _is_named(claim) else []
    return list(dict.fromkeys([*named, *reversed(claim.via)]))


def _is_named(claim: Claim) -> bool:
    """Whether the root is a name, and no group or unnamed person in the source's own words."""
    if claim.root is None or not _words(claim.root):
        return False
    own = claim.source is not None and claim.root == claim.source.name
    return not own or (claim.source is not None and claim.source.kind in {"person", "organisation", "document"})


def same_name(one: str, other: str) -> bool:
    """Whether two names can be one: "Ana Molina", "President Molina" and "Molina", but not "the New York Times" and "the
    Financial Times"; case, accents, articles and titles aside."""
    few, many = sorted((_words(one), _words(other)), key=len)
    return bool(few) and set(few) <= set(many)


def _words(name: str) -> list[str]:
    """The capitalised words of a name without accents, in lower case; a title only where the name is nothing else."""
    words = [word.strip(".,'\"“”‘’()") for word in folded(name).replace("-", " ").split()]
    named = [word.lower() for word in words if word[:1].isupper() and word.lower() not in _ARTICLES]
    return [word for word in named if word not in _titles()] or named


@cache
def _titles() -> frozenset[str]:
    return frozenset(title.strip(".") for language in LANGUAGES for title in titles(language))


_ARTICLES = frozenset({"de", "het", "een", "the", "a", "an"})
