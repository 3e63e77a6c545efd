"""What an entry of the ledger says in a line."""

import pytest

import locales
from briefing.article import Article, laid_out
from briefing.claims import claims_of
from briefing.compare.ledger import Account
from briefing.export.wording import entry_fact


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Niemand raakte gewond bij de brand.", True),
        ("De brandweer zegt dat niemand gewond raakte.", True),
        ("De brandweer zegt dat twee mensen gewond raakten.", False),
    ],
)
def test_an_entry_tells_what_is_negated_by_a_source_or_by_the_report_itself(text: str, negated: bool) -> None:
    article = Article("1", "De brand", "nl", laid_out([(text, "body")]))
    (claim,) = claims_of(article)
    fact = entry_fact(Account(article, claim.span, claim.content.span, claim), locales.catalogue("en"))
    assert ("negated" in fact) is negated
