"""Who says what, and how surely: attribution, quotations, certainty and polarity.

The analysis is loaded when it is first asked for: the library and the lists of the app need the values alone.
"""

from typing import TYPE_CHECKING

from briefing.article import Article
from briefing.claims.claim import Claim, ClaimCorrection, Extent, Source

if TYPE_CHECKING:
    from briefing.claims.analysis import VERSION, claims_of

__all__ = ["VERSION", "Article", "Claim", "ClaimCorrection", "Extent", "Source", "claims_of"]


def __getattr__(name: str) -> object:
    if name not in {"VERSION", "claims_of"}:
        raise AttributeError(name)
    from briefing.claims import analysis

    return getattr(analysis, name)
