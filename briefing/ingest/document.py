"""Word documents and electronic books to articles; mammoth and lxml are in the extra `pages`."""

import re
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from briefing.article import Article, Language
from briefing.ingest.archive import content, opened
from briefing.ingest.decode import decoded_page
from briefing.ingest.details import Details, assembled
from briefing.ingest.markup import blocks_of_markup
from briefing.message import InputError, UnavailableError

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
"""Says how the bytes were encoded, which lxml wants to decide itself."""
_FEWEST_WORDS = 30
_LARGEST = 5_000_000
"""The most bytes of the text of a document or of a chapter, with its markup."""
_MOST_CHAPTERS = 300


def read_docx(data: bytes, *, name: str, language: Language | None = None) -> Article:
    """The article in a Word document.

    Raises:
        InputError: it is damaged or holds no text.
        UnavailableError: the extra `pages` is not installed.
    """
    if opened(data, name).getinfo("word/document.xml").file_size > _LARGEST:
        raise InputError("ingest.large", name=name, limit=_LARGEST // 1_000_000)
    try:
        import mammoth
    except ImportError:
        raise UnavailableError("ingest.no-extra", name=name, extra="pages") from None
    try:
        html = mammoth.convert_to_html(BytesIO(data)).value
    except Exception as error:  # it lets through whatever the zip and XML readers raise
        raise InputError("ingest.damaged", name=name) from error
    if not html.strip():
        raise InputError("ingest.empty", name=name)
    return assembled(blocks_of_markup(html, name=name), Details(), name=name, language=language)


def read_epub(data: bytes, *, name: str, language: Language | None = None) -> Iterator[Article]:
    """The chapters of a book with enough text to be a report, in order, each an article.

    Raises:
        InputError: it is damaged, or no chapter has text.
        UnavailableError: the extra `pages` is not installed.
    """
    archive = opened(data, name)
    found = False
    for chapter in _chapters(data, name):
        if archive.getinfo(chapter).file_size > _LARGEST:
            raise InputError("ingest.large", name=name, limit=_LARGEST // 1_000_000)
        text = decoded_page(content(archive, chapter, name), name=name)
        blocks = blocks_of_markup(_DECLARATION.sub("", text), name=name)
        if sum(len(block.text.split()) for block in blocks) >= _FEWEST_WORDS:
            found = True
            yield assembled(blocks, Details(), name=name, language=language)
    if not found:
        raise InputError("ingest.empty", name=name)


def _chapters(data: bytes, name: str) -> list[str]:
    """The names of the files of a book in the order of its spine."""
    try:
        from lxml import etree
    except ImportError:
        raise UnavailableError("ingest.no-extra", name=name, extra="pages") from None
    archive = opened(data, name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        container = etree.fromstring(content(archive, "META-INF/container.xml", name), parser)
        package = container.xpath("string(//*[local-name()='rootfile']/@full-path)")
        tree = etree.fromstring(content(archive, package, name), parser)
        files = {item.get("id"): item.get("href") or "" for item in tree.xpath("//*[local-name()='item']")}
        spine = [item.get("idref") for item in tree.xpath("//*[local-name()='itemref']")]
    except (etree.LxmlError, AttributeError, ValueError, TypeError) as error:
        raise InputError("ingest.damaged", name=name) from error
    folder, present = dirname(package), set(archive.namelist())
    places = [normpath(join(folder, unquote(files.get(one, "")))) for one in spine]
    return [place for place in dict.fromkeys(places) if place in present][:_MOST_CHAPTERS]
