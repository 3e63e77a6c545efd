import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import PublicationDate
from briefing.ingest.decode import LIMIT
from briefing.ingest.text import article_of, read_article
from briefing.language.shorten import shortened
from briefing.message import InputError

LONG = "De minister zei dat het rapport over de brug volgende week naar de Kamer gaat, en dat zij er niet op vooruit wil lopen."


def read(text: str) -> tuple[str, ...]:
    return tuple(paragraph.text for paragraph in article_of(text, name="x").paragraphs)


def headings(text: str) -> list[str]:
    return [paragraph.text for paragraph in article_of(text, name="x").paragraphs if paragraph.kind == "heading"]


def test_paragraphs_are_parted_by_empty_lines_however_lines_end() -> None:
    for end in ("\n", "\r\n", "\r", "\u2028"):
        assert read(f"Het is een dag.{end}{end} {end}En nog een.") == ("Het is een dag.", "En nog een.")


def test_lines_broken_at_a_margin_are_joined() -> None:
    wrapped = "De minister zei dat het rapport over de brug volgende\nweek naar de Kamer gaat, en dat zij er niet op vooruit\nwil lopen."
    assert read(wrapped) == (wrapped.replace("\n", " "),)


def test_a_line_each_is_a_paragraph_each() -> None:
    assert read(f"Brug dicht\n{LONG}\n{LONG}") == ("Brug dicht", LONG, LONG)


@pytest.mark.parametrize("heading", ["Angst voor uitstel", "'Brug is onveilig'", "“Wij wisten van niets”", "Wat nu?"])
def test_a_short_line_without_a_full_stop_is_a_heading(heading: str) -> None:
    assert headings(f"{LONG}\n\n{heading}\n\n{LONG}") == [heading]


@pytest.mark.parametrize("body", ["“Wij wisten van niets.”", "Dat was het.", "- een punt", "Hij zei:", LONG])
def test_other_lines_are_no_heading(body: str) -> None:
    assert headings(f"{LONG}\n\n{body}\n\n{LONG}") == []


def test_nothing_to_stand_above_is_no_heading() -> None:
    assert headings(f"{LONG}\n\nVan onze redactie") == []


@pytest.mark.parametrize(
    ("first", "published"),
    [
        ("date 2019-01 ", "2019-01"),
        ("Datum: 2018-12-07\n\n", "2018-12-07"),
        ("Gepubliceerd: 7-12-2018\n\n", "2018-12-07"),
        ("", None),
    ],
)
def test_a_date_in_front_is_the_date_as_precisely_as_it_is_given(first: str, published: str | None) -> None:
    article = article_of(first + LONG, name="x")
    assert article.published == (PublicationDate.parse(published) if published else None)
    assert article.text == LONG


def test_a_header_names_title_outlet_and_address() -> None:
    article = article_of(f"Titel: Brug dicht\nBron: De Dagpost\nURL: https://example.org/1\n\n{LONG}", name="x")
    assert (article.title, article.outlet, article.url, article.text) == (
        "Brug dicht",
        "De Dagpost",
        "https://example.org/1",
        LONG,
    )


def test_a_first_sentence_with_a_colon_is_no_header() -> None:
    assert read("Let op: de brug is dicht.") == ("Let op: de brug is dicht.",)


def test_the_title_is_the_heading_at_the_start_else_the_first_sentence() -> None:
    assert article_of(f"Brug dicht\n\n{LONG}", name="x").title == "Brug dicht"
    assert article_of("De brug is dicht. Dat zegt de minister van het land.", name="x").title == "De brug is dicht"


def test_a_long_title_is_cut_after_a_clause_or_a_word() -> None:
    assert shortened(LONG, 90) == "De minister zei dat het rapport over de brug volgende week naar de Kamer gaat…"
    assert len(shortened("lang " * 50, 90)) <= 90
    assert shortened("x" * 200, 90) == "x" * 89 + "…"


@pytest.mark.parametrize(
    ("text", "language"),
    [(LONG, "nl"), ("The minister said that the report is not yet ready to be sent to the house.", "en")],
)
def test_the_language_is_told_by_its_function_words(text: str, language: str) -> None:
    assert article_of(text, name="x").language == language


def test_another_language_is_refused_by_name() -> None:
    with pytest.raises(InputError) as refused:
        article_of(
            "Le ministre a déclaré que les résultats seraient publiés après les élections municipales prochaines.",
            name="fr.txt",
        )
    assert refused.value.message.code == "ingest.language"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings_are_read(encoding: str) -> None:
    text = "De coördinator zei: “één van de ministeries heeft € 5 beloofd, dat is alles.”"
    data = (b"\xff\xfe" if encoding == "utf-16-le" else b"") + text.encode(encoding)
    assert read_article(data, name="x").text == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "ingest.empty"),
        (b" \n\t \r\n", "ingest.empty"),
        ("\u200b\ufeff\u2060".encode(), "ingest.empty"),
        (bytes(range(256)) * 40, "ingest.binary"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "ingest.binary"),
        (b"a" * (LIMIT + 1), "ingest.large"),
    ],
)
def test_what_is_no_report_is_refused_with_its_name(data: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        read_article(data, name="x.txt")
    assert refused.value.message.code == code
    assert refused.value.message.params["name"] == "x.txt"


def test_what_a_terminal_would_obey_is_taken_out() -> None:
    hostile = "De \x1b[31mbrug\x1b[0m is \x1b]0;stuk\x07dicht\x9b2J, zei\u202e de\x00 minister\x08."
    assert article_of(hostile, name="x").text == "De brug is dicht, zei de minister."


@given(st.text())
def test_any_text_gives_an_article_whose_text_holds_no_control_character(text: str) -> None:
    try:
        article = article_of(text, name="x")
    except InputError:
        return
    assert not any(
        (ord(character) < 32 and character != "\n") or 127 <= ord(character) < 160 for character in article.text
    )
    assert all(article.text[part.start : part.end] == part.text for part in article.paragraphs)


@given(st.binary())
def test_any_bytes_give_an_article_or_a_refusal(data: bytes) -> None:
    try:
        assert read_article(data, name="x").paragraphs
    except InputError as refused:
        assert refused.message.params["name"] == "x"
