"""Who says what, and how surely: attribution, quotations, certainty and polarity."""

from briefing.claims.analysis import VERSION, claims_of
from briefing.claims.claim import Claim, ClaimCorrection, Extent, Source
from briefing.claims.corrections import apply

__all__ = ["VERSION", "Claim", "ClaimCorrection", "Extent", "Source", "apply", "claims_of"]
