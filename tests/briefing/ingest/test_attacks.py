"""Inputs that once broke the reading: wrong words, crashes, and time without end."""

import json
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from briefing.article import PublicationDate
from briefing.ingest.formats import read_articles
from briefing.message import BriefingError
from tests.briefing.ingest.samples import LINE, MORE, REST, column, docx, epub, mail, page, pdf, zipped


def texts(data: bytes, name: str = "x", **how: str) -> list[str]:
    return [article.text for article in read_articles(data, name=name, failed=lambda _error: None, **how)]


def refusal(data: bytes, name: str = "x", **how: str) -> str:
    with pytest.raises(BriefingError) as caught:
        texts(data, name, **how)
    return caught.value.message.code


@pytest.mark.parametrize("zone", ["+99:99", "+24:00", "-16:00", "+01:60"])
def test_a_zone_that_there_is_not_makes_no_date(zone: str) -> None:
    with pytest.raises(ValueError, match="zone"):
        PublicationDate.parse(f"2024-03-04T14:05{zone}")
    head = f'<meta property="article:published_time" content="2024-03-04T14:05:00{zone}">'
    (article,) = read_articles(page(head=head), name="x", failed=print)
    assert article.published is None or article.published.hour is None


@pytest.mark.parametrize("date", ["Mon, 04 Mar 99999 14:05:00 +0100", "Mon, 04 Mar 2024 14:05:00 +9999", "9" * 400])
def test_a_date_that_there_is_not_leaves_the_message(date: str) -> None:
    assert texts(mail(LINE, date=date), "a.eml") == [LINE]


@pytest.mark.parametrize("parts", ["[[1e999]]", "[[]]", "[[null]]", '[["x"]]'])
def test_a_date_of_wrong_parts_leaves_the_report(parts: str) -> None:
    assert texts(f'{{"title": "x", "abstract": "{LINE}", "issued": {{"date-parts": {parts}}}}}'.encode(), "a.json") == [
        LINE
    ]


@pytest.mark.parametrize("size", [9.0, 11.0, 12.0, 14.0])
def test_a_subheading_in_a_column_leaves_the_columns(size: float) -> None:
    left, right = column(f"{LINE} {MORE}", 40, 740, size=9), column(REST, 310, 722, size=9)
    assert texts(pdf([*left, (310.0, 740.0, size, "Omrijden"), *right])) == [f"{LINE} {MORE}\n\nOmrijden\n\n{REST}"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Eerst dit.<br>Dan dat.</p>", "Eerst dit. Dan dat."),
        ("<ul><li>Buiten<ul><li>Binnen</li></ul></li></ul>", "Buiten\n\nBinnen"),
        ("<blockquote>Citaat <p>en meer</p></blockquote>", "Citaat\n\nen meer"),
        ("<div>Los in een vak<br><br>en nog wat</div>", "Los in een vak en nog wat"),
        ("<p>Een <b>vet</b>gedrukt woord</p><script>weg()</script>", "Een vetgedrukt woord"),
        ("<table><tr><td>een</td><td>twee</td></tr></table>", "een\n\ntwee"),
    ],
)
def test_every_word_of_markup_is_kept_apart(body: str, expected: str) -> None:
    data = json.dumps({"title": "x", "content": f"<p>{LINE}</p>{body}<p>{MORE}</p>"}).encode()
    assert texts(data, "a.json") == [f"{LINE}\n\n{expected}\n\n{MORE}"]


def test_words_at_a_break_in_a_page_are_two() -> None:
    nested = "<ul><li>Bus 73 vervalt<ul><li>behalve in de spits</li></ul></li></ul>"
    (text,) = texts(page(f"<h1>Brug maanden dicht</h1><p>{LINE}<br>{MORE}</p>{nested}<p>{REST}</p>"))
    assert f"{LINE} {MORE}" in text
    assert "vervaltbehalve" not in text


def test_a_stub_stands_back_for_the_page_beside_it() -> None:
    html = page(f"<p>{LINE}</p><p>{MORE}</p><p>{REST}</p>").decode()
    both = (
        "Subject: Brug\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n"
        "--x\r\nContent-Type: text/plain\r\n\r\nUw programma toont geen HTML.\r\n"
        f"--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--x--"
    )
    assert texts(both.encode(), "a.eml") == [f"{LINE}\n\n{MORE}\n\n{REST}"]


def test_what_is_forwarded_below_a_signature_is_kept() -> None:
    forwarded = "\r\n\r\n".join(["Zie hieronder.", "-- \r\nAnna", *[f"{number}. {LINE}" for number in range(9)]])
    assert "8. De brug" in texts(mail(forwarded), "a.eml")[0]


@pytest.mark.parametrize("name", ["a.txt", "-"])
def test_a_text_that_opens_with_from_is_no_mailbox(name: str) -> None:
    assert texts(f"From Haarlem, 3 June 2024\n\n{LINE}".encode(), name) == [f"From Haarlem, 3 June 2024\n\n{LINE}"]


@pytest.mark.parametrize("charset", ["x-unknown", "punycode", "", '"', "utf-8; x"])
def test_a_message_in_a_charset_nobody_knows_is_guessed(charset: str) -> None:
    message = f"From: <\r\nSubject: Brug\r\nContent-Type: text/plain; charset={charset}\r\n\r\n{LINE} Zoë."
    assert texts(message.encode(), "a.eml") == [f"{LINE} Zoë."]


@pytest.mark.parametrize("start", ['<?xml version="1.0"?>', "<!-- x -->", "<head></head>", ""])
def test_a_page_is_known_whatever_stands_before_it(start: str) -> None:
    assert LINE in texts(start.encode() + page(), "-")[0]


def test_a_message_on_standard_input_is_known() -> None:
    assert texts(mail(LINE), "-") == [LINE]


@pytest.mark.parametrize(
    ("data", "how"),
    [
        (b"{\\rtf1 Brug dicht}", {}),
        (b"<?xml version='1.0'?><rss><channel></channel></rss>", {}),
        (b"<rss></rss>", {}),
        (b"a picture", {"media_type": "image/png"}),
    ],
)
def test_source_code_of_other_formats_is_no_report(data: bytes, how: dict[str, str]) -> None:
    assert refusal(data, "-", **how) == "ingest.binary"


def test_a_pdf_after_an_empty_line_is_a_pdf() -> None:
    assert texts(b"\n" + pdf(column(LINE, 40, 740)), "a.pdf") == [LINE]


def test_json_is_known_by_its_media_type() -> None:
    assert texts(
        json.dumps({"title": "x", "body_text": LINE}).encode(), "https://x", media_type="application/feed+json"
    ) == [LINE]


def test_an_empty_item_loses_no_other_one() -> None:
    items = [{"title": "a", "content_html": f"<p>{LINE}</p>"}, {"title": "b", "content_html": "<p></p>"}]
    assert texts(json.dumps({"items": items}).encode(), "a.json") == [LINE]


def test_control_characters_as_references_leave_the_page() -> None:
    assert LINE in texts(page().replace(b"Brug", b"&#27;&#x1b;&#0;Brug"))[0]


def slow_inputs() -> dict[str, tuple[bytes, str]]:
    return {
        "front matter": (b"---\n" + b"- : a\n" * 40 + LINE.encode(), "a.md"),
        "heading": (b"# a" + b" " * 5000 + b"b\n\n" + LINE.encode(), "a.md"),
        "mailbox": (mail(LINE) + b"\nFrom a " + b"1" * 300_000, "a.mbox"),
        "charset": (page().replace(b"utf-8", b"punycode") + b"\xff" * 5000, "a.html"),
        "glyphs": (pdf([(x % 500 + 10.0, x / 20 + 10, 6.0, "a") for x in range(12_000)]), "a.pdf"),
        "spine": (epub(*[f"<p>{LINE} {MORE} {REST}</p>"] * 3).replace(b"c1.xhtml", b"c0.xhtml"), "a.epub"),
        "document": (docx(*[("Normal", "x")] * 90_000), "a.docx"),
        "page": (page(f"<p>{'<a href=x>y</a>' * 400_000}</p>"), "a.html"),
        "archive": (zipped({f"{number}.txt": "x" for number in range(1900)}), "a.zip"),
    }


@pytest.mark.parametrize("kind", slow_inputs())
def test_no_input_takes_for_ever(kind: str) -> None:
    data, name = slow_inputs()[kind]
    begun = time.process_time()
    with suppress(BriefingError):
        texts(data, name)
    assert time.process_time() - begun < 8


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "us-ascii"])
def test_quotation_marks_of_windows_are_kept_whatever_the_label(label: str) -> None:
    text = page(
        f"<h1>Brug maanden dicht</h1><p>“Wij wisten van niets – niets”, zei Zoë. {LINE}</p><p>{REST}</p>"
    ).decode()
    data = text.replace('charset="utf-8"', f'charset="{label}"').encode("cp1252")
    assert "“Wij wisten van niets – niets”, zei Zoë." in texts(data)[0]


def test_a_chapter_is_utf_8_unless_it_says_otherwise() -> None:
    assert "geëist door Zoë" in texts(epub(f"<p>Dat werd geëist door Zoë. {LINE} {MORE} {REST}</p>"), "a.epub")[0]


@pytest.mark.parametrize("name", ["inner.docx", "inner.epub", "inner.txt"])
def test_an_archive_in_an_archive_is_not_opened_whatever_its_name(name: str) -> None:
    assert refusal(zipped({name: zipped({"a.txt": LINE})}), "a.zip") == "ingest.nested"


@pytest.mark.parametrize(
    ("said", "kept"),
    [("https://www.oever.example/brug", True), ("https://nos.example/brug", False)],
)
def test_a_page_speaks_only_for_its_own_site(said: str, kept: bool) -> None:
    url = "https://oever.example/b?utm=1"
    (article,) = read_articles(page(head=f'<link rel="canonical" href="{said}">'), name="x", failed=print, url=url)
    assert article.url == (said if kept else url)


def test_pdf_is_read_by_several_threads() -> None:
    data = pdf(*[column(f"{LINE} {REST}", 40, 740)] * 20)
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: texts(data, "a.pdf")[0], range(24)))) == 1
