"""Options that narrow `claims` and `ledger`: by source, hedged, denied."""

import argparse
from collections.abc import Callable, Iterable

from briefing.claims.claim import Claim
from briefing.claims.selection import called, is_denied, is_hedged, sources_of
from briefing.message import NothingFoundError
from locales import _

_NAMED = 8
"""Number of sources named in the error when the requested one is missing."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.add_argument(
        "--source",
        dest="of_source",
        metavar="NAME",
        help=_("only claims of this source, or that came through it or started there; some words of its name will do"),
    )
    parser.add_argument("--hedged", action="store_true", help=_("only claims that are hedged"))
    parser.add_argument("--denied", action="store_true", help=_("only claims that are denied or negated"))


def is_narrowed(asked: argparse.Namespace) -> bool:
    """Whether any of the options was given."""
    return asked.of_source is not None or asked.hedged or asked.denied


def selection(asked: argparse.Namespace, claims: Iterable[Claim]) -> Callable[[Claim], bool]:
    """A test of whether a claim was asked for; sources are looked up among the claims.

    Raises:
        NothingFoundError: none of the claims has such a source, or none is of the kind.
    """
    given = tuple(claims)
    sources = None
    if asked.of_source is not None:
        known = sources_of(given)
        sources = called(asked.of_source, known)
        if not sources:
            named = ", ".join(source.name for source in known[:_NAMED] if source.name)
            raise NothingFoundError(
                "claims.no-such-source" if named else "claims.no-source", name=asked.of_source[:60], sources=named
            )

    def passes(claim: Claim) -> bool:
        return (
            (sources is None or any(source.has(claim) for source in sources))
            and (not asked.hedged or is_hedged(claim))
            and (not asked.denied or is_denied(claim))
        )

    if is_narrowed(asked) and not any(map(passes, given)):
        raise NothingFoundError("claims.none-of-the-kind")
    return passes
