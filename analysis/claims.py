"""The claims of an article with the user's corrections."""

from contextlib import suppress

from briefing.article import Article
from briefing.claims import apply, claims_of
from briefing.claims.claim import Claim
from briefing.message import NothingFoundError
from store.library import Library


def corrected_claims(article: Article, library: Library | None) -> tuple[Claim, ...]:
    """The claims that the rules find, with the corrections of the library; a loose file has none."""
    claims = claims_of(article)
    if library is None:
        return claims
    with suppress(NothingFoundError):  # an article from a loose file is not in the library
        return apply(library.corrections.of_claims(article.id).values(), claims, article)
    return claims
