"""A PDF to an article: its lines in reading order, put together to paragraphs. pypdfium2 reads it; it is in the extra `pdf`."""

from collections.abc import Iterator
from threading import Lock
from typing import TYPE_CHECKING, Final

from briefing.article import Article, Language
from briefing.ingest.columns import Glyph, PageLine, lines_in_order
from briefing.ingest.decode import LIMIT
from briefing.ingest.page_furniture import without_furniture
from briefing.ingest.paragraphs import paragraphs_of
from briefing.ingest.text import article_of
from briefing.message import InputError, UnavailableError

if TYPE_CHECKING:
    import pypdfium2

_PDFIUM: Final = Lock()
"""pdfium may be used by one thread at a time."""
_MOST_PAGES: Final = 500
_MOST_IN_ALL: Final = 1_000_000
_MOST_GLYPHS: Final = 50_000
"""Of one page; a page of news has some five thousand."""


def read_pdf(data: bytes, *, name: str, language: Language | None = None) -> Article:
    """The article in the bytes of a PDF.

    Raises:
        InputError: it is damaged, locked with a password, or only pictures.
        UnavailableError: the extra `pdf` is not installed.
    """
    with _PDFIUM:
        read = list(_pages(data, name))
    pages = without_furniture(read)
    paragraphs = paragraphs_of(line for page in pages for line in page)
    if not paragraphs:
        raise InputError("ingest.scanned", name=name)
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    headings = frozenset(paragraph.text for paragraph in paragraphs if paragraph.is_heading)
    return article_of(text, name=name, language=language, headings=headings)


def _pages(data: bytes, name: str) -> Iterator[list[PageLine]]:
    """The lines of each page, in reading order."""
    try:
        import pypdfium2
    except ImportError:
        raise UnavailableError("ingest.no-extra", name=name, extra="pdf") from None
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pypdfium2.raw.FPDF_ERR_PASSWORD
        raise InputError("ingest.locked" if locked else "ingest.damaged", name=name) from error
    try:
        read = 0
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            glyphs = list(_glyphs(page))
            read += len(glyphs)
            if read > _MOST_IN_ALL:
                raise InputError("ingest.large", name=name, limit=LIMIT // 1_000_000)
            yield lines_in_order(glyphs, page.get_height())
            page.close()
    except pypdfium2.PdfiumError as error:
        raise InputError("ingest.damaged", name=name) from error
    finally:
        document.close()


def _glyphs(page: "pypdfium2.PdfPage") -> Iterator[Glyph]:
    """The characters of a page with their boxes, in points from the lower left."""
    from pypdfium2 import raw

    text = page.get_textpage()
    box = raw.FS_RECTF()
    try:
        for index in range(min(text.count_chars(), _MOST_GLYPHS)):
            code = raw.FPDFText_GetUnicode(text, index)
            if not code or raw.FPDFText_IsGenerated(text, index) == 1:
                continue
            if raw.FPDFText_GetLooseCharBox(text, index, box) and box.right > box.left:
                size = raw.FPDFText_GetFontSize(text, index)
                yield Glyph(chr(code), box.left, box.right, box.bottom, box.top, max(size, 1.0))
    finally:
        text.close()
