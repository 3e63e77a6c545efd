"""The matrix: claims by outlet, only here, left out, sorted, filtered, and written as a table."""

import csv
from io import StringIO

import pytest

import locales
from briefing.article import Article
from briefing.compare.ledger import ledger_of
from briefing.coverage.matrix import ORDERS, Matrix, MatrixOrder, matrix_of
from briefing.export.matrix import letter, matrix_csv, matrix_json, matrix_markdown, matrix_text
from tests.briefing.coverage.reports import BARE, FACT, ZOU, report
from tui.signs import ASCII, UNICODE

SHOP = "Het bruggenmuseum sluit in juni, zegt conservator Ada Pol."
CAFE = "Volgens kastelein Bram Tak opent het eetcafé weer."
ENGLISH = locales.catalogue("en")


def matrix(*articles: Article) -> Matrix:
    return matrix_of(ledger_of(articles))


FOUR = (
    report("1", "2021-03-01", ZOU, SHOP, outlet="Courant"),
    report("2", "2021-03-04", FACT, SHOP, outlet="Blad"),
    report("3", "2021-03-05", BARE, outlet="Courant"),
    report("4", None, CAFE, outlet=None),
)


def names(found: Matrix) -> list[str | None]:
    return [outlet.name for outlet in found.outlets]


def test_the_reports_of_one_outlet_share_a_column_and_one_without_outlet_has_its_own() -> None:
    found = matrix(
        *FOUR, report("5", None, "De vissers staken.", outlet=None), report("6", None, "Nog iets.", outlet="courant ")
    )
    assert names(found) == ["Courant", "Blad", None, None]
    assert [article.id for article in found.outlets[0].articles] == ["1", "3", "6"]


def test_only_here_and_left_out_are_told_by_outlet() -> None:
    found = matrix(*FOUR)
    courant, blad, unknown = (outlet.key for outlet in found.outlets)
    assert [one.row.text for one in found.only_here[unknown]] == [CAFE]
    assert found.only_here[courant] == found.only_here[blad] == ()
    assert {one.row.text for one in found.left_out[unknown]} == {ZOU, SHOP}
    assert found.left_out[courant] == ()


def test_of_two_outlets_each_leaves_out_what_the_other_has() -> None:
    found = matrix(FOUR[1], FOUR[3])
    assert [len(found.left_out[outlet.key]) for outlet in found.outlets] == [1, 2]


def test_of_one_outlet_nothing_is_only_here() -> None:
    found = matrix(FOUR[0], FOUR[2])
    assert found.only_here == {"outlet:courant": ()}
    assert found.left_out == {"outlet:courant": ()}
    assert "There is only one outlet" in matrix_text(found, ENGLISH, UNICODE)


def test_sources_are_counted_by_origin() -> None:
    found = matrix(*FOUR)
    assert {one.row.text: one.origins for one in found.rows}[SHOP] == ("Ada Pol",)
    assert found.origins["outlet:courant"] == ("Noord", "Ada Pol")


@pytest.mark.parametrize(
    ("order", "texts"),
    [
        ("outlets", [ZOU, SHOP, CAFE]),
        ("origins", [ZOU, SHOP, CAFE]),
        ("surest", [SHOP, CAFE, ZOU]),
        ("least-sure", [ZOU, SHOP, CAFE]),
        ("date", [SHOP, ZOU, CAFE]),
        ("text", [ZOU, SHOP, CAFE]),
    ],
)
def test_it_is_sorted_in_each_order(order: MatrixOrder, texts: list[str]) -> None:
    assert order in ORDERS
    backwards = Matrix(ledger_of(FOUR), matrix(*FOUR).outlets, matrix(*FOUR).rows[::-1])
    assert [one.row.text for one in backwards.sorted_by(order).rows] == texts


def test_what_is_undated_comes_last_in_the_order_of_dates() -> None:
    assert matrix(*FOUR).sorted_by("date").rows[-1].row.text == CAFE


@pytest.mark.parametrize(
    ("words", "count"), [("", 3), ("eetcafe", 1), ("BRAM", 1), ("ada museum", 1), ("ada eetcafé", 0)]
)
def test_a_filter_takes_all_words_in_any_case_with_any_accents(words: str, count: int) -> None:
    assert len(matrix(*FOUR).narrowed(words).rows) == count


def test_a_cell_has_the_sign_of_the_certainty_and_tells_of_a_report_that_has_it_otherwise() -> None:
    assert any(line.startswith("●* ●  ·    2") for line in matrix_text(matrix(*FOUR), ENGLISH, UNICODE).splitlines())
    assert any(line.startswith("[!*[! .") for line in matrix_text(matrix(*FOUR), ENGLISH, ASCII).splitlines())


def test_the_table_of_markdown_has_as_many_cells_in_each_line() -> None:
    nasty = report("5", "2021-03-09", "De pijp|lijn is lek, volgens monteur Wim Bos.", outlet="Pijp | Lijn")
    lines = [
        line for line in matrix_markdown(matrix(*FOUR, nasty), ENGLISH, UNICODE).splitlines() if line.startswith("|")
    ]
    assert len({line.replace(r"\|", "").count("|") for line in lines}) == 1
    assert len(lines) == 6


def test_the_csv_is_read_back_with_words_for_signs() -> None:
    head, *rows = csv.reader(StringIO(matrix_csv(matrix(*FOUR), ENGLISH)))
    assert head[:4] == ["Claim", "Courant", "Blad", "“Bericht 4”"]
    by_claim = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert by_claim[ZOU]["Courant"] == "unconfirmed; certain"
    assert by_claim[CAFE]["Only in"] == "“Bericht 4”"
    assert by_claim[SHOP]["Left out by"] == "“Bericht 4”"


@pytest.mark.parametrize("start", ["=1+1", "@sum", "+31", "-2"])
def test_no_cell_of_the_csv_is_a_formula(start: str) -> None:
    found = matrix(report("1", None, f"{start} euro is genoeg, zegt Ada Pol.", outlet=f"{start} krant"))
    cells = [cell for row in csv.reader(StringIO(matrix_csv(found, ENGLISH))) for cell in row]
    assert any(start in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "@", "+", "-"))]


def test_the_json_names_outlets_by_their_place() -> None:
    found = matrix_json(matrix(*FOUR))
    claims = found["claims"]
    assert isinstance(claims, list)
    (cafe,) = (one for one in claims if one["text"] == CAFE)
    assert [cell["outlet"] for cell in cafe["cells"]] == [2]


def test_columns_beyond_the_alphabet_have_numbers() -> None:
    assert [letter(at) for at in (0, 25, 26, 99)] == ["A", "Z", "27", "100"]


def test_no_reports_make_an_empty_matrix() -> None:
    found = matrix()
    assert found.rows == ()
    assert matrix_csv(found, ENGLISH).count("\n") == 1
