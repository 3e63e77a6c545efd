from briefing.article import Article, Language, laid_out
from briefing.claims import Claim, claims_of


def claims_in(text: str, language: Language) -> tuple[Claim, ...]:
    return claims_of(Article("1", "Title", language, laid_out([(text, "body")])))


def test_each_claim_has_an_id_of_its_own() -> None:
    found = claims_in("Volgens Jansen daalt de winst. De bank zegt dat het meevalt.", "nl")
    assert len({claim.id for claim in found}) == len(found) == 2
