"""Who says what, and how surely: attribution, quotations, certainty and polarity."""

from briefing.article import Article
from briefing.claims.analysis import VERSION, claims_of
from briefing.claims.claim import Claim, ClaimCorrection, Extent, Source

__all__ = ["VERSION", "Article", "Claim", "ClaimCorrection", "Extent", "Source", "claims_of"]
