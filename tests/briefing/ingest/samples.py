"""Inputs of all formats, made here: pages, PDF, mail, documents, books and archives."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

LINE = "De brug bij Delfhuizen blijft drie maanden dicht, zegt wethouder Anna Smit."
MORE = "Volgens de provincie moeten automobilisten omrijden over de N12, en dat kost hun twintig minuten per dag."
REST = (
    "De gemeente verwacht dat het herstel 2,5 miljoen euro kost. Bewoners maken zich zorgen over het ziekenhuis, dat aan"
    " de andere kant van de rivier ligt. De veerpont vaart voorlopig ook in de avond."
)


def page(body: str = "", head: str = "", lang: str = "nl") -> bytes:
    """A page of a newspaper with a menu, a share bar and a foot around the body."""
    body = body or f"<h1>Brug maanden dicht</h1><p>{LINE}</p><p>{MORE}</p><p>{REST}</p>"
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>Brug maanden dicht | De Oever</title>{head}</head>'
        '<body><nav><a href="/">Voorpagina</a> <a href="/sport">Sport</a> <a href="/weer">Weer</a></nav>'
        f'<main><article>{body}</article></main><footer><a href="/over">Over ons</a> © De Oever</footer></body></html>'
    ).encode()


def pdf(*pages: list[tuple[float, float, float, str]]) -> bytes:
    """A PDF of pages of 595 by 842 points: each text with its place from the lower left and its size, in Courier."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>")
    kids = []
    for texts in pages:
        shown = b"".join(
            b"BT /F %g Tf %g %g Td (%s) Tj ET\n" % (size, x, y, _escaped(text)) for x, y, size, text in texts
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(shown), shown))
        resources = b"/Resources<</Font<</F 3 0 R>>>>"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s/Contents %d 0 R>>" % (resources, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(data)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return data + head + table + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def _escaped(text: str) -> bytes:
    return text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def column(
    text: str, x: float, top: float, *, width: int = 32, size: float = 10
) -> list[tuple[float, float, float, str]]:
    """A text set in lines of at most so many characters, twelve points apart."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return [(x, top - 12 * at, size, one) for at, one in enumerate([*lines, line])]


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    """A zip of the files."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return kept.getvalue()


def docx(*paragraphs: tuple[str, str]) -> bytes:
    """A Word document of paragraphs, each with the name of its style."""
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for style, text in paragraphs
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
            f'package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="{main}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{links}">'
            f'<Relationship Id="a" Type="{office}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{word}"><w:body>{body}</w:body></w:document>',
        }
    )


def epub(*chapters: str) -> bytes:
    """A book of chapters in XHTML, listed in their order and stored in the opposite one."""
    names = [f"c{number}.xhtml" for number in range(len(chapters))]
    items = "".join(f'<item id="{name}" href="{name}" media-type="application/xhtml+xml"/>' for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{spine}</spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
        '<rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>'
    )
    bodies = {
        f"OPS/{name}": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>'
        for name, chapter in reversed(list(zip(names, chapters, strict=True)))
    }
    return zipped(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OPS/p.opf": package} | bodies
    )


def mail(
    body: str, *, kind: str = "plain", subject: str = "Brug dicht", date: str = "Mon, 04 Mar 2024 14:05:00 +0100"
) -> bytes:
    """A message of one part."""
    return (
        f'From: "De Oever" <nieuws@oever.example>\r\nSubject: {subject}\r\nDate: {date}\r\n'
        f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}"
    ).encode()
