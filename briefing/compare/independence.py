"""Whether two reports of the same claim have two sources, or one that both lean on."""

from typing import NamedTuple

from briefing.claims.claim import Claim
from briefing.claims.names import is_name, same_name
from briefing.compare.link import Independence


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
    if claim.root is None or not is_name(claim.root):
        return False
    own = claim.source is not None and claim.root == claim.source.name
    return not own or (claim.source is not None and claim.source.kind in {"person", "organisation", "document"})
