"""A ledger made with what earlier ones worked out is the one that is made anew."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.article import Article, PublicationDate, laid_out
from briefing.claims import claims_of
from briefing.claims.claim import Claim
from briefing.claims.source_judgements import Identities, SourceJudgement
from briefing.compare.ledger import ledger_of
from briefing.compare.ledger_memory import LedgerMemory
from briefing.compare.pairing import Means
from briefing.progress import UNREPORTED


def report(number: int, language: str, *sentences: str) -> Article:
    day = PublicationDate(2022, 4, number)
    return Article(
        str(number), f"Report {number}", language, laid_out([(one, "body") for one in sentences]), None, None, day
    )


FIVE = (
    report(1, "nl", "De molen van Elst is verkocht, zegt notaris Wim Kolk.", "De verkoop leverde 300.000 euro op."),
    report(2, "en", "The mill of Elst was sold, said miller Eva Smit.", "The sale brought in 450,000 euros."),
    report(3, "nl", "De molen van Elst is niet verkocht.", "De molenaar zou zijn vertrokken."),
    report(4, "nl", "De molen van Elst is verkocht, zegt notaris Wim Kolk.", "De molenaar is vertrokken."),
    report(5, "en", "A goat escaped from the zoo."),
)
JUDGED = (Identities(), Identities((SourceJudgement("Wim Kolk", "Eva Smit", are_same=True),)))


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(st.sets(st.sampled_from(FIVE), min_size=1), st.sampled_from(JUDGED)), max_size=4))
def test_a_ledger_is_the_same_whatever_was_asked_before(asked: list[tuple[set[Article], Identities]]) -> None:
    memory = LedgerMemory()
    for articles, identities in asked:
        chosen, means = sorted(articles, key=lambda one: one.id), Means(identities=identities)
        assert ledger_of(chosen, means=means, memory=memory) == ledger_of(chosen, means=means)


def test_a_report_is_read_again_when_its_claims_were_corrected() -> None:
    memory = LedgerMemory()

    def without(_article: Article) -> Sequence[Claim]:
        return ()

    assert ledger_of(FIVE, memory=memory).rows[0].roots
    assert ledger_of(FIVE, claims=without, memory=memory) == ledger_of(FIVE, claims=without)


def test_a_report_is_read_once_until_too_many_are_kept() -> None:
    memory = LedgerMemory()
    first = memory.read(FIVE[0], claims_of, UNREPORTED)
    assert memory.read(FIVE[0], claims_of, UNREPORTED) is first
    memory.trim()
    assert memory.read(FIVE[0], claims_of, UNREPORTED) is first
    for place in range(300):
        memory.read(report(6, "en", f"Goat number {place} escaped."), claims_of, UNREPORTED)
    memory.trim()
    again = memory.read(FIVE[0], claims_of, UNREPORTED)
    assert again is not first
    assert again.number != first.number
