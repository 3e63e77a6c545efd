"""What the user said of a pair wins."""

from briefing.article import Article, Span, laid_out
from briefing.compare import compare
from briefing.compare.link import LinkCorrection, Relation

LEFT = Article("1", "A", "nl", laid_out([("De haven is dicht. Het stormt op zee.", "body")]))
RIGHT = Article("2", "B", "nl", laid_out([("De haven is gesloten. Er waait een zware storm.", "body")]))
DOCK, STORM = Span(0, 18), Span(19, 37)
CLOSED, WIND = Span(0, 21), Span(22, 47)


def correction(action: str, left: Span, right: Span, relation: Relation | None = None) -> LinkCorrection:
    return LinkCorrection(LEFT.passage(left), RIGHT.passage(right), action, relation)  # type: ignore[arg-type]


def spans(*corrections: LinkCorrection) -> list[tuple[Span, Span]]:
    return [(pair.left, pair.right) for pair in compare(LEFT, RIGHT, corrections=corrections).pairs]


def test_a_rejected_pair_is_gone_and_its_passages_stand_alone() -> None:
    assert (DOCK, CLOSED) in spans()
    comparison = compare(LEFT, RIGHT, corrections=[correction("reject", DOCK, CLOSED)])
    assert not [pair for pair in comparison.pairs if pair.left == DOCK]
    assert DOCK in comparison.only_left
    assert CLOSED in comparison.only_right


def test_an_added_pair_is_there_with_its_relation() -> None:
    comparison = compare(LEFT, RIGHT, corrections=[correction("add", DOCK, WIND, "differs")])
    added = next(pair for pair in comparison.pairs if pair.right == WIND)
    assert (added.left, added.relation, added.score) == (DOCK, "differs", 1.0)
    assert WIND not in comparison.only_right


def test_a_changed_relation_says_who_said_so() -> None:
    comparison = compare(LEFT, RIGHT, corrections=[correction("change", DOCK, CLOSED, "conflicts")])
    changed = next(pair for pair in comparison.pairs if pair.left == DOCK)
    assert changed.relation == "conflicts"
    assert changed.why
    assert changed.why.code == "compare.why.corrected"


def test_a_correction_of_passages_that_are_gone_changes_nothing() -> None:
    other = Article("3", "C", "nl", laid_out([("De kade is leeg.", "body")]))
    gone = LinkCorrection(other.passage(Span(0, 16)), RIGHT.passage(CLOSED), "add")
    assert spans(gone) == spans()
