"""The claims of an article with the user's corrections."""

from contextlib import suppress

from analysis.claim_cache import ClaimCache
from briefing.article import Article
from briefing.claims import apply, claims_of
from briefing.claims.claim import Claim
from briefing.message import NothingFoundError
from store.library import Library


def corrected_claims(article: Article, library: Library | None) -> tuple[Claim, ...]:
    """The claims that the rules find, with the corrections of the library; a loose file has none."""
    if library is None:
        return claims_of(article)
    claims = _cached_claims(article, ClaimCache(library.cache))
    with suppress(NothingFoundError):  # an article from a loose file is not in the library
        return apply(library.corrections.of_claims(article.id).values(), claims, article)
    return claims


def _cached_claims(article: Article, cache: ClaimCache) -> tuple[Claim, ...]:
    claims = cache.get(article)
    if claims is None:
        claims = claims_of(article)
        cache.put(article, claims)
    return claims
