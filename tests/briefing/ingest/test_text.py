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
        ("Datum: 9 okt. 2020\n\n", "2020-10-09"),
        ("Datum: zondag 2 juni 2019, 8.05 uur\n\n", "2019-06-02T08:05"),
        ("2022-05-17\n", "2022-05-17"),
        ("17 mei 2022\n\n", "2022-05-17"),
        ("Tuesday, May 17th, 2022 at 4:30 pm\n\n", "2022-05-17T16:30"),
        ("di 17 mei 2022 16:30\n\n", "2022-05-17T16:30"),
        ("Bijgewerkt: 18 mei 2022\nGepubliceerd op 17 mei 2022\n\n", "2022-05-17"),
        ("Updated 18 May 2022\n\n", "2022-05-18"),
        ("---\ndate: 2022-05-17\ntags: [brug]\n---\n\n", "2022-05-17"),
        ("", None),
    ],
)
def test_a_date_in_front_is_the_date_as_precisely_as_it_is_given(first: str, published: str | None) -> None:
    article = article_of(first + LONG, name="x")
    assert article.published == (PublicationDate.parse(published) if published else None)
    assert article.text == LONG


def test_a_date_line_may_follow_the_title() -> None:
    article = article_of(f"Brug dicht\n17 mei 2022\n\n{LONG}", name="x")
    assert (article.title, article.text, str(article.published)) == (
        "Brug dicht",
        f"Brug dicht\n\n{LONG}",
        "2022-05-17",
    )


@pytest.mark.parametrize("first", ["Op 17 mei 2022 ging de brug dicht.", "31 februari 2022", "mei 2022 was warm"])
def test_a_line_with_more_than_a_date_stays_text(first: str) -> None:
    article = article_of(f"{first}\n\n{LONG}", name="x")
    assert (article.published, article.text) == (None, f"{first}\n\n{LONG}")


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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre a déclaré que les résultats seraient publiés après les élections municipales prochaines.", "fr"),
        ("Die burgemeester het gesê dat hulle nog nie weet wat met die brug gebeur nie.", "af"),
        ("Zwqx vrtk.", "und"),
    ],
)
def test_a_text_in_another_language_is_read_with_its_code(text: str, language: str) -> None:
    assert article_of(text, name="x").language == language


def test_a_language_that_is_given_or_in_the_header_is_taken() -> None:
    assert article_of("Zwqx vrtk.", name="x", language="nl").language == "nl"
    assert article_of("Taal: fr\n\nZwqx vrtk.", name="x").language == "fr"


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
        (b"\x7fELF" + bytes(range(1, 120)), "ingest.binary"),
        (bytes(range(1, 256)) * 4, "ingest.binary"),
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


@pytest.mark.parametrize(
    "hostile",
    [
        "De \x07brug\x07 \x07is\x07 d\x00icht.",
        "De \x1b]8;;http://x.example\x1b\\brug\x1b]8;;\x1b\\ is dicht.",
        "De \x1bP1;2qx\x1b\\brug \x9b1mis dicht.",
        "\u2066De brug\u2069 is \u202edicht.",
        "De brug is \x1b(Bdicht.\x1b",
    ],
)
def test_controls_of_any_kind_are_taken_out_and_never_refused(hostile: str) -> None:
    assert read_article(hostile.encode(), name="x").text == "De brug is dicht."


def test_a_stray_byte_leaves_the_other_accents_as_they_are() -> None:
    assert read_article("Eén café, ".encode() + b"caf\xe9 twee.", name="x").text == "Eén café, café twee."


def test_utf_16_without_a_mark_is_read() -> None:
    assert read_article(LONG.encode("utf-16-le"), name="x").text == LONG


def test_markdown_is_read_as_text_without_its_marks_and_code() -> None:
    source = (
        "---\ntitle: Brug dicht\nauthor: niemand\n---\n\n# Haven\n\nDe **brug** is *dicht*, meldt [de krant](https://x.example/a).\n\n"
        "```\nDe code zegt iets.\n```\n\n- eerst dit\n  en dit\n- dan `dat`\n\n> De sluis blijft open.\n"
    )
    article = article_of(source, name="x")
    assert article.title == "Brug dicht"
    assert [(part.kind, part.text) for part in article.paragraphs] == [
        ("heading", "Haven"),
        ("body", "De brug is dicht, meldt de krant."),
        ("body", "- eerst dit en dit"),
        ("body", "- dan dat"),
        ("body", "De sluis blijft open."),
    ]


def test_comments_are_no_text_unless_they_are_open() -> None:
    assert article_of("De brug <!-- ja\n\nja --> is <!-- nee --> dicht.", name="x").text == "De brug is dicht."
    assert article_of("De brug <!-- is dicht.", name="x").text == "De brug <!-- is dicht."


@pytest.mark.parametrize("text", ["2 * 3 * 4 is 24.", "Het bestand a_b_c en d_e.", "Noot [1] en [2] (zie onder)."])
def test_marks_that_are_no_markdown_stay(text: str) -> None:
    assert article_of(text, name="x").text == text


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
