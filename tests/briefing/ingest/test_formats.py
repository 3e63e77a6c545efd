"""Every format that is read: the text, and what the format tells beside it."""

import json
import sys
import time

import pytest

from briefing.article import Article
from briefing.ingest.formats import read_articles
from briefing.message import BriefingError, InputError
from tests.briefing.ingest.samples import LINE, MORE, REST, column, docx, epub, mail, page, pdf, zipped


def read(data: bytes, name: str = "x", **how: str) -> Article:
    (article,) = every(data, name, **how)
    return article


def every(data: bytes, name: str = "x", **how: str) -> list[Article]:
    def failed(error: BriefingError) -> None:
        raise error

    return read_articles(data, name=name, failed=failed, **how)


def refusal(data: bytes, name: str = "x", **how: str) -> str:
    with pytest.raises(BriefingError) as caught:
        every(data, name, **how)
    assert caught.value.message.params["name"]
    return caught.value.message.code


TIME = '<meta property="article:published_time" content="{}">'


def ld(**fields: object) -> str:
    return (
        f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": "x", **fields})}</script>'
    )


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (TIME.format("2024-03-04T14:05:00+01:00"), "2024-03-04T14:05+01:00"),
        (TIME.format("2024-03-04T14:05:00+0100"), "2024-03-04T14:05+01:00"),
        (TIME.format("2024-03-04T13:05:00Z"), "2024-03-04T13:05Z"),
        (TIME.format("2024-03-04"), "2024-03-04"),
        (ld(datePublished="2024-03-04T14:05:12.345+01:00"), "2024-03-04T14:05+01:00"),
        (ld(datePublished="2024-03-04"), "2024-03-04"),
        ('<meta name="date" content="2024-03-04">', "2024-03-04"),
        ("", "None"),
        (TIME.format("gisteren"), "None"),
    ],
)
def test_when_a_page_was_published(head: str, published: str) -> None:
    assert str(read(page(head=head)).published) == published


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ('<meta property="og:site_name" content="De Oever">', "De Oever"),
        (ld(publisher={"name": "Dagblad De Oever"}), "Dagblad De Oever"),
        (ld(publisher="geen object") + '<meta property="og:site_name" content="De Oever">', "De Oever"),
    ],
)
def test_who_published_a_page(head: str, outlet: str) -> None:
    assert read(page(head=head)).outlet == outlet


def test_a_page_gives_its_title_address_and_language() -> None:
    head = '<link rel="canonical" href="https://oever.example/brug"><meta property="og:title" content="Brug maanden dicht">'
    article = read(page(head=head), url="https://oever.example/brug?utm=1")
    assert (article.title, article.url, article.language) == ("Brug maanden dicht", "https://oever.example/brug", "nl")


def test_a_page_without_a_canonical_address_keeps_the_one_it_came_from() -> None:
    assert read(page(), url="https://oever.example/b").url == "https://oever.example/b"


def test_what_stands_around_the_report_is_left_out() -> None:
    extra = '<p>Lees ook: <a href="/y">Brug eerder dicht</a></p><p>1 of 4</p><p>Deel dit artikel</p><p>Advertentie</p>'
    body = f"<h1>Brug maanden dicht</h1><p>{LINE}</p>{extra}<h2>Omrijden</h2><p>{MORE}</p><blockquote><p>{REST}</p></blockquote>"
    article = read(page(body))
    assert [(part.kind, part.text) for part in article.paragraphs] == [
        ("heading", "Brug maanden dicht"),
        ("body", LINE),
        ("heading", "Omrijden"),
        ("body", MORE),
        ("body", REST),
    ]


def test_items_of_a_list_are_paragraphs() -> None:
    body = f"<h1>Brug maanden dicht</h1><p>{LINE}</p><ul><li>De veerpont vaart extra.</li><li>De bus rijdt om.</li></ul><p>{REST}</p>"
    texts = [part.text for part in read(page(body)).paragraphs]
    assert texts[2:4] == ["De veerpont vaart extra.", "De bus rijdt om."]


@pytest.mark.parametrize("charset", ["iso-8859-1", "windows-1252", "utf-8"])
@pytest.mark.parametrize("said", ["by the page", "by the server"])
def test_accents_are_read_as_the_page_or_the_server_says(charset: str, said: str) -> None:
    declared = charset if said == "by the page" else "us-ascii"
    text = page(
        f"<h1>Brug maanden dicht</h1><p>Geëist wordt één oplossing, aldus Zoë. {LINE}</p><p>{REST}</p>"
    ).decode()
    data = text.replace('charset="utf-8"', f'charset="{declared}"').encode(charset)
    how = {} if said == "by the page" else {"charset": charset}
    assert "Geëist wordt één oplossing, aldus Zoë." in read(data, **how).text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (page("<div><button>Alle cookies accepteren</button><p>Wij gebruiken cookies.</p></div>"), "ingest.consent"),
        (page(f"<h1>Brug dicht</h1><p>{LINE}</p><p>Word abonnee</p>", ld(isAccessibleForFree=False)), "ingest.paywall"),
        (page("<h1>Brug dicht</h1><p>Alleen voor abonnees.</p>", ld(isAccessibleForFree="False")), "ingest.paywall"),
        (b"<html><body></body></html>", "ingest.no-report"),
        (b"<html></html>", "ingest.no-report"),
    ],
)
def test_a_page_that_shows_no_report_says_why(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_a_report_that_is_said_to_be_closed_but_is_there_is_read() -> None:
    assert LINE in read(page(head=ld(isAccessibleForFree=False))).text


@pytest.mark.parametrize(
    ("name", "how"),
    [("a.html", {}), ("a.HTM", {}), ("a", {}), ("-", {}), ("https://oever.example/brug", {"media_type": "text/html"})],
)
def test_a_page_is_known_by_its_name_its_type_or_its_start(name: str, how: dict[str, str]) -> None:
    assert read(page(), name, **how).title == "Brug maanden dicht"


def test_a_text_about_html_stays_a_text() -> None:
    assert "<html>" in read(f"Over de tag <html> gesproken.\n\n{LINE}".encode(), "a.txt").text


# Documents, books, mail, archives


def test_a_word_document() -> None:
    article = read(
        docx(("Heading1", "Brug maanden dicht"), ("Normal", LINE), ("Heading2", "Omrijden"), ("Normal", MORE))
    )
    assert [(part.kind, part.text) for part in article.paragraphs] == [
        ("heading", "Brug maanden dicht"),
        ("body", LINE),
        ("heading", "Omrijden"),
        ("body", MORE),
    ]


def test_the_chapters_of_a_book_are_reports_in_the_order_of_the_book() -> None:
    book = epub(
        "<p>Colofon</p>",
        f"<h1>Brug dicht</h1><p>{LINE}</p><p>{REST}</p>",
        f"<h1>Pont vaart</h1><p>{MORE}</p><p>{REST}</p>",
    )
    assert [article.title for article in every(book)] == ["Brug dicht", "Pont vaart"]


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        (
            f"{LINE}\r\n\r\nLees ook: Pont vaart extra\r\n\r\n{MORE}\r\n-- \r\nDe Oever, afmelden",
            "plain",
            f"{LINE}\n\n{MORE}",
        ),
        (page(f"<p>{LINE}</p><p>{MORE}</p><p>{REST}</p>").decode(), "html", f"{LINE}\n\n{MORE}\n\n{REST}"),
    ],
)
def test_a_message(body: str, kind: str, text: str) -> None:
    article = read(mail(body, kind=kind), "a.eml")
    assert (article.title, article.outlet, str(article.published)) == (
        "Brug dicht",
        "De Oever",
        "2024-03-04T14:05+01:00",
    )
    assert article.text == text


def test_the_subject_may_be_encoded_and_the_date_wrong() -> None:
    article = read(mail(LINE, subject="=?utf-8?q?Gele=C3=ABrd?=", date="ooit"), "a.eml")
    assert (article.title, article.published) == ("Geleërd", None)


def test_a_mailbox_holds_many_messages() -> None:
    box = b"".join(
        b"From x@example.org Mon Mar  4 14:05:00 2024\n" + mail(f">From hier is het ver. {text}") + b"\n\n"
        for text in (LINE, MORE)
    )
    texts = [article.text for article in every(box, "a.mbox")]
    assert texts == [f"From hier is het ver. {LINE}", f"From hier is het ver. {MORE}"]


def test_each_file_of_an_archive_is_a_report() -> None:
    files: dict[str, bytes | str] = {
        "b/a.txt": LINE,
        "c.html": page(),
        "d.pdf": pdf(column(REST, 40, 740)),
        "foto.jpg": b"\xff\xd8\xff",
    }
    articles = every(zipped(files), "a.zip")
    assert [article.text.split("\n\n")[-1] for article in articles] == [LINE, REST, REST]


def test_what_cannot_be_read_in_an_archive_is_told_and_the_rest_is_read() -> None:
    told: list[BriefingError] = []
    data = zipped({"a.pdf": b"%PDF-1.4", "b.txt": LINE, "c.docx": b"PK\x03\x04", "d.txt": zipped({"e.txt": LINE})})
    articles = read_articles(data, name="a.zip", failed=told.append)
    assert [article.text for article in articles] == [LINE]
    assert [(one.message.code, one.message.params["name"]) for one in told] == [
        ("ingest.damaged", "a.zip/a.pdf"),
        ("ingest.damaged", "a.zip/c.docx"),
        ("ingest.nested", "a.zip/d.txt"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped({}), "ingest.binary"),
        (zipped({"foto.jpg": b"x"}), "ingest.no-files"),
        (zipped({".hidden/a.txt": LINE, "__MACOSX/a.txt": LINE, "../a.txt": LINE}), "ingest.no-files"),
        (zipped({f"{number}.txt": "x" for number in range(2001)}), "ingest.archive"),
        (zipped({f"{number}.txt": b"0" * 30_000_000 for number in range(8)}), "ingest.archive"),
        (zipped({"a.txt": LINE})[:-30], "ingest.damaged"),
        (zipped({"word/document.xml": "<not-word"}), "ingest.damaged"),
        (zipped({"META-INF/container.xml": "<nothing/>"}), "ingest.damaged"),
        (epub("<p>Colofon</p>"), "ingest.empty"),
    ],
)
def test_an_archive_that_cannot_be_read_says_why(data: bytes, code: str) -> None:
    assert refusal(data, "a.zip") == code


def test_a_bomb_in_a_document_is_no_bomb() -> None:
    entities = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    for one, other in zip("bcdefghij", "cdefghijk", strict=True):
        entities += f'<!ENTITY {other} "{"&" + one + ";"}' + f"&{one};" * 9 + '">'
    begun = time.process_time()
    bomb = zipped({"META-INF/container.xml": entities + "]><x>&k;</x>"})
    assert refusal(bomb, "a.epub") == "ingest.damaged"
    assert refusal(zipped({"word/document.xml": entities + "]><x>&k;</x>"}), "a.docx") == "ingest.damaged"
    assert time.process_time() - begun < 3


# Exports of other tools


@pytest.mark.parametrize(
    ("value", "title", "outlet", "published"),
    [
        (
            [
                {
                    "title": "Brug dicht",
                    "content": f"<p>{LINE}</p>",
                    "domain_name": "oever.example",
                    "published_at": "2024-03-04T14:05:00+01:00",
                }
            ],
            "Brug dicht",
            "oever.example",
            "2024-03-04T14:05+01:00",
        ),
        (
            {
                "headline": "Brug dicht",
                "body_xhtml": f"<div><p>{LINE}</p></div>",
                "provider": "ANP",
                "versioncreated": "2024-03-04T13:05:00Z",
            },
            "Brug dicht",
            "ANP",
            "2024-03-04T13:05Z",
        ),
        ({"headline": "Brug dicht", "body_text": LINE, "language": "nl"}, "Brug dicht", None, "None"),
        (
            {"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "Brug dicht", "content_text": LINE}]},
            "Brug dicht",
            None,
            "None",
        ),
    ],
)
def test_the_exports_of_other_tools(value: object, title: str, outlet: str | None, published: str) -> None:
    article = read(json.dumps(value).encode(), "a.json")
    assert (article.title, article.outlet, str(article.published), article.text) == (title, outlet, published, LINE)


@pytest.mark.parametrize("text", ["{", "[]", "{}", "[1, 2]", '{"title": 1}', "[" * 5000])
def test_other_json_is_refused(text: str) -> None:
    assert refusal(text.encode(), "a.json") == "ingest.json"


# Several reports in a text


@pytest.mark.parametrize("rule", ["-----", "=======", "* * *", "_____"])
def test_reports_with_a_header_each_are_parted_at_rule_lines(rule: str) -> None:
    text = f"Titel: Brug dicht\nDatum: 2024-03-04\n\n{LINE}\n\n{rule}\n\nTitel: Pont vaart\n\n{MORE}\n"
    assert [(article.title, article.text) for article in every(text.encode(), "a.txt")] == [
        ("Brug dicht", LINE),
        ("Pont vaart", MORE),
    ]


def test_a_rule_within_a_report_parts_nothing() -> None:
    assert len(every(f"{LINE}\n\n-----\n\n{MORE}".encode(), "a.txt")) == 1


@pytest.mark.parametrize(
    ("line", "goes"),
    [
        ("Lees ook: Brug eerder dicht", True),
        ("Lees ook", True),
        ("LEES VERDER >", True),
        ("Read more: the bridge", True),
        ("Share this article", True),
        ("Lesen Sie auch: Brücke gesperrt", True),
        ("2/5", True),
        ("Lees ook de bijsluiter, zegt de arts.", False),
        ("Read more books, the minister said.", False),
        ("Advertentie-inkomsten dalen, zegt de uitgever.", False),
        ("Share on Friday fell by half, the bank said.", False),
        ("Laatste nieuws uit het gebied is dat de weg dicht is.", False),
    ],
)
def test_lines_that_are_no_part_of_the_report(line: str, goes: bool) -> None:
    texts = [part.text for part in read(f"{LINE}\n\n{line}\n\n{MORE}".encode(), "a.txt").paragraphs]
    assert (line not in texts) == goes


RAW = LINE.replace("Delfhuizen", "Del\u202efhui\u200bzen\x1b[31m")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (page(f"<h1>Brug maanden dicht</h1><p>{RAW}</p><p>{REST}</p>"), "a.html"),
        (page(f"<h1>Brug maanden dicht</h1><p>{LINE.replace('Del', 'Del&#x202e;')}</p><p>{REST}</p>"), "a.html"),
        (docx(("Normal", RAW.replace("\x1b[31m", ""))), "a.docx"),
        (mail(RAW), "a.eml"),
        (json.dumps({"title": RAW, "body_text": RAW}).encode(), "a.json"),
        (RAW.encode(), "a.txt"),
    ],
)
def test_nothing_of_a_terminal_comes_through(data: bytes, name: str) -> None:
    article = read(data, name)
    assert "Delfhuizen" in article.text
    assert not set(article.text + article.title) & set("\u202e\u200b\x1b")


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("trafilatura", "mammoth", "pypdfium2", "lxml"):
        monkeypatch.setitem(sys.modules, module, None)
    for data in (page(), pdf(column(LINE, 40, 740)), docx(("Normal", LINE)), epub(f"<p>{LINE}</p>")):
        assert refusal(data) == "ingest.no-extra"


def test_what_is_too_large_is_refused_whatever_it_is() -> None:
    with pytest.raises(InputError) as caught:
        every(b"%PDF-" + b"0" * 10_000_001)
    assert caught.value.message.code == "ingest.large"
