"""PDF: columns, paragraphs, running heads, and what cannot be read."""

import pytest

from briefing.article import Article
from briefing.ingest.pdf import read_pdf
from briefing.message import BriefingError
from tests.briefing.ingest.samples import LINE, MORE, REST, column, pdf


def read(data: bytes) -> Article:
    return read_pdf(data, name="a.pdf")


def refusal(data: bytes) -> str:
    with pytest.raises(BriefingError) as caught:
        read(data)
    return caught.value.message.code


def test_two_columns_are_read_one_after_the_other() -> None:
    head = [(40.0, 780.0, 18.0, "Brug maanden dicht")]
    article = read(pdf([*head, *column(LINE + " " + MORE, 40, 740), *column(REST, 310, 740)]))
    assert [part.text for part in article.paragraphs] == ["Brug maanden dicht", f"{LINE} {MORE}", REST]
    assert article.title == "Brug maanden dicht"


@pytest.mark.parametrize("shift", [0.0, 3.0, 6.0])
@pytest.mark.parametrize("order", ["by columns", "across"])
def test_columns_are_found_whatever_the_order_and_the_height_of_their_lines(order: str, shift: float) -> None:
    placed = [*column(LINE + " " + MORE, 40, 740), *column(REST, 310, 740 - shift)]
    if order == "across":
        placed.sort(key=lambda one: -one[1])
    assert [part.text for part in read(pdf(placed)).paragraphs] == [f"{LINE} {MORE}", REST]


def test_three_columns() -> None:
    placed = [*column(LINE, 40, 740, width=24), *column(MORE, 220, 740, width=24), *column(REST, 400, 740, width=24)]
    assert [part.text for part in read(pdf(placed)).paragraphs] == [LINE, MORE, REST]


def test_a_headline_in_the_middle_parts_what_stands_above_from_what_stands_below() -> None:
    upper = [*column(LINE + " " + MORE, 40, 740), *column(REST, 310, 740)]
    middle = [(40.0, 560.0, 18.0, "Pont vaart ook in de avond nu de brug dicht is")]
    lower = [*column(REST, 40, 520), *column(MORE + " " + LINE, 310, 520)]
    texts = [part.text for part in read(pdf([*upper, *middle, *lower])).paragraphs]
    assert texts == [f"{LINE} {MORE}", REST, middle[0][3], REST, f"{MORE} {LINE}"]


def test_one_column_is_left_as_it_is() -> None:
    assert [part.text for part in read(pdf(column(" ".join((LINE, MORE, REST)), 40, 740, width=80))).paragraphs] == [
        " ".join((LINE, MORE, REST))
    ]


def test_a_word_parted_at_the_end_of_a_line_is_one_word_again() -> None:
    lines = ["De wethouder zegt dat de her-", "stelkosten oplopen in Noord-", "Holland en dat de brug dicht blijft."]
    placed = [(40.0, 740.0 - 12 * at, 10.0, line) for at, line in enumerate(lines)]
    assert (
        read(pdf(placed)).text
        == "De wethouder zegt dat de herstelkosten oplopen in Noord-Holland en dat de brug dicht blijft."
    )


def test_an_indented_line_and_a_wide_white_begin_a_paragraph() -> None:
    first, second = column(LINE, 40, 740, width=60), column(MORE, 40, 716, width=60)
    third = column(REST, 40, 660, width=60)
    indented = [(second[0][0] + 14, *second[0][1:]), *second[1:]]
    assert [part.text for part in read(pdf([*first, *indented, *third])).paragraphs] == [LINE, MORE, REST]


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = [
        [
            (40.0, 820.0, 8.0, "De Oever 4 maart 2024"),
            (290.0, 20.0, 8.0, f"pagina {number}"),
            *column(text, 40, 740, width=70),
        ]
        for number, text in enumerate((LINE, MORE, REST), 1)
    ]
    assert [part.text for part in read(pdf(*pages)).paragraphs] == [LINE, MORE, REST]


def test_a_sentence_goes_on_over_the_page() -> None:
    words = REST.split()
    pages = [column(" ".join(part), 40, 740, width=60) for part in (words[:20], words[20:])]
    assert [part.text for part in read(pdf(*pages)).paragraphs] == [REST]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.4 nothing more", "ingest.damaged"),
        (pdf([]), "ingest.scanned"),
        (pdf(column(LINE, 40, 740))[:300], "ingest.damaged"),
    ],
)
def test_a_pdf_without_text_says_why(data: bytes, code: str) -> None:
    assert refusal(data) == code
