"""Rows of a ledger: what the user said of them, whose claims stand in them, and the origins that they count."""

import pytest

from briefing.article import Article, Language, Span, laid_out
from briefing.compare.ledger import Ledger, Row, ledger_of
from briefing.compare.link import LinkCorrection, Relation

QUAY = "De kade in Skarn is gesloten, zegt havenmeester Tor Lind."
SHUT = "De kade in Skarn is gesloten, meldt Het Anker."
GULLS = "In Skarn broeden meeuwen, aldus bioloog Ida Moe."
ONE, TWO, THREE = (
    Article(name, "", "nl", laid_out((text, "body") for text in texts))
    for name, texts in (("1", (QUAY,)), ("2", (SHUT, GULLS)), ("3", (SHUT,)))
)


def correction(
    action: str, left: Article, right: Article, place: int, relation: Relation | None = None
) -> LinkCorrection:
    """Of the first passage of the left report and the passage at a place in the right one."""
    ours, theirs = left.paragraphs[0], right.paragraphs[place]
    spans = Span(ours.start, ours.end), Span(theirs.start, theirs.end)
    return LinkCorrection(left.passage(spans[0]), right.passage(spans[1]), action, relation)  # type: ignore[arg-type]


def rows(
    *corrections: LinkCorrection, articles: tuple[Article, ...] = (ONE, TWO, THREE)
) -> list[tuple[str, list[str]]]:
    """The relation of each row, with the passages in it."""
    found = ledger_of(articles, corrections=corrections).rows
    return [(str(row.relation), [entry.passage.of(entry.article.text) for entry in row.entries]) for row in found]


def test_without_a_correction_one_fact_is_one_row() -> None:
    assert rows() == [("supports", [QUAY, SHUT, SHUT]), ("None", [GULLS])]


def test_a_rejected_link_takes_the_later_sentence_out_of_the_row() -> None:
    assert rows(correction("reject", ONE, TWO, 0)) == [
        ("supports", [QUAY, SHUT]),
        ("None", [SHUT]),
        ("None", [GULLS]),
    ]


def test_an_added_link_puts_the_later_sentence_into_the_row() -> None:
    alone = Article("2", "", "nl", laid_out([(GULLS, "body")]))
    assert rows(articles=(ONE, alone)) == [("None", [QUAY]), ("None", [GULLS])]
    assert rows(correction("add", ONE, alone, 0, "differs"), articles=(ONE, alone)) == [("differs", [QUAY, GULLS])]


def test_a_changed_link_tells_what_the_user_said() -> None:
    found = rows(correction("change", ONE, TWO, 0, "conflicts"), articles=(ONE, TWO))
    assert found[0] == ("conflicts", [QUAY, SHUT])


def test_a_link_that_would_put_two_sentences_of_a_report_into_a_row_changes_nothing() -> None:
    assert rows(correction("add", ONE, TWO, 1, "same")) == rows()


def ledger(language: Language, *texts: str) -> Ledger:
    return ledger_of([Article(str(at), "", language, laid_out([(text, "body")])) for at, text in enumerate(texts)])


def only_row(found: Ledger) -> Row:
    assert len(found.rows) == 1
    return found.rows[0]


def test_of_several_claims_of_a_sentence_that_stands_alone_one_with_a_source_stands_in_the_row() -> None:
    found = ledger(
        "en", "The quay may flood, and harbour master Tor Lind said the ice would hold until the end of the winter."
    )
    assert [entry.source for row in found.rows for entry in row.entries] == ["Tor Lind"]


@pytest.mark.parametrize(
    ("texts", "roots", "shared"),
    [
        (("De kade is dicht, meldt Reuters.", "De kade is dicht, meldt Reuters."), ("Reuters",), ("Reuters",)),
        (("De kade is dicht, meldt Reuters.", "De kade is dicht."), ("Reuters",), ()),
        (
            ("De kade is dicht, meldt Het Anker op basis van Reuters.", "De kade is dicht, meldt Reuters."),
            ("Reuters",),
            ("Reuters",),
        ),
    ],
)
def test_origins_are_counted_once_by_the_furthest(
    texts: tuple[str, ...], roots: tuple[str, ...], shared: tuple[str, ...]
) -> None:
    row = only_row(ledger("nl", *texts))
    assert (row.roots, row.shared_roots) == (roots, shared)
