"""Whether two reports of the same claim have two sources, or one that both lean on."""

from typing import NamedTuple

from briefing.claims.claim import Claim
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
    names = [_channels(claim) for claim in (left, right)]
    shared = next((name for name in names[0] if _key(name) in {_key(other) for other in names[1]}), None)
    if shared:
        return Leaning("no", shared)
    roots = [claim.root if claim and _is_named(claim) else None for claim in (left, right)]
    return Leaning("yes" if all(roots) else "unknown")


def _channels(claim: Claim | None) -> list[str]:
    """The named links of a claim's chain, the furthest first."""
    if claim is None:
        return []
    named = [claim.root] if claim.root and _is_named(claim) else []
    return list(dict.fromkeys([*named, *reversed(claim.via)]))


def _is_named(claim: Claim) -> bool:
    """Whether the root is a name, and no unnamed person or unsaid "they"."""
    if claim.root is None or not any(letter.isupper() for letter in claim.root):
        return False
    return not (claim.source and claim.source.kind in {"anonymous", "author"} and claim.root == claim.source.name)


def _key(name: str) -> str:
    """A name as it is compared: without accents, case, spaces and an article."""
    words = [word for word in folded(name).lower().split() if word not in {"de", "het", "the"}]
    return "".join(letter for word in words for letter in word if letter.isalnum())
