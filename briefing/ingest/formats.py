"""What the bytes of an input are, by their first bytes, their media type and their name, and the articles in them."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from briefing.article import Article, Language
from briefing.ingest.clean import on_one_line
from briefing.ingest.decode import LIMIT, decoded
from briefing.ingest.text import read_texts
from briefing.message import BriefingError, InputError

if TYPE_CHECKING:
    from zipfile import ZipFile

SUFFIXES: Final = frozenset(
    {".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".mbox", ".epub", ".zip"}
)
"""The endings of files that are looked for in a folder or an archive; JSON is read where it is named."""
_CODE: Final = (b"{\\rtf", b"<?xml", b"<rss", b"<feed")
"""How inputs begin that are text, but of a format that is not read."""
_TEXTS: Final = frozenset({".txt", ".text", ".md"})
_PAGE: Final = (b"<!doctype html", b"<html", b"<head>", b"<body")
Failed = Callable[[BriefingError], None]
_Part = TypeVar("_Part", str, bytes)


def read_articles(
    data: bytes,
    *,
    name: str,
    failed: Failed,
    language: Language | None = None,
    url: str | None = None,
    media_type: str = "",
    charset: str | None = None,
) -> list[Article]:
    """The articles in an input of any format; those of several that cannot be read are handed to `failed`.

    `media_type` and `charset` are what a server said of it, `url` where it came from.

    Raises:
        InputError: it is too large or damaged, or holds no report.
        UnavailableError: what reads this format is not installed.
    """
    if len(data) > LIMIT:
        raise InputError("ingest.large", name=name, limit=LIMIT // 1_000_000)
    suffix = PurePath(name).suffix.lower()
    if data.lstrip()[:5] == b"%PDF-":
        from briefing.ingest.pdf import read_pdf

        return [read_pdf(data, name=name, language=language)]
    if data.startswith(b"PK\x03\x04"):
        return list(_zipped(data, name, failed, language))
    if _is_page(data, suffix, media_type):
        from briefing.ingest.page import read_page

        return [read_page(data, name=name, url=url, charset=charset, language=language)]
    if suffix == ".json" or media_type.endswith("json"):
        from briefing.ingest.exports import read_export

        return list(read_export(decoded(data, name=name), name=name, language=language))
    if media_type.partition("/")[0] in {"image", "audio", "video"}:
        raise InputError("ingest.binary", name=name)
    return list(_texts(data, name, suffix, failed, language))


def _texts(data: bytes, name: str, suffix: str, failed: Failed, language: Language | None) -> Iterator[Article]:
    """The articles of a message, a mailbox or a text; other kinds of source code are refused."""
    if suffix in {".eml", ".mbox"} or (suffix not in _TEXTS and _is_mail(data)):
        from briefing.ingest.mail import messages_in, read_mail

        yield from _each(messages_in(data), lambda one: [read_mail(one, name=name, language=language)], failed)
    elif data.lstrip().startswith(_CODE):
        raise InputError("ingest.binary", name=name)
    else:
        yield from read_texts(data, name=name, language=language)


def _is_mail(data: bytes) -> bool:
    from briefing.ingest.mail import is_mailbox, is_message

    return is_mailbox(data) or is_message(data)


def _is_page(data: bytes, suffix: str, media_type: str) -> bool:
    if suffix in _TEXTS and not media_type:
        return False
    start = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    opens = start.startswith(b"<") and any(mark in start for mark in _PAGE)
    return suffix in {".html", ".htm", ".xhtml"} or media_type in {"text/html", "application/xhtml+xml"} or opens


def _zipped(data: bytes, name: str, failed: Failed, language: Language | None) -> Iterator[Article]:
    """The articles of a Word document, a book, or each file of an archive; an archive in an archive is not opened."""
    from briefing.ingest.archive import content, names_in, opened
    from briefing.ingest.document import read_docx, read_epub

    archive = opened(data, name)
    kind = _kind_of_zip(archive)
    if kind == "docx":
        yield read_docx(data, name=name, language=language)
    elif kind == "epub":
        yield from read_epub(data, name=name, language=language)
    else:
        inner = [one for one in names_in(archive) if PurePath(one).suffix.lower() in SUFFIXES - {".zip"}]
        if not inner:
            raise InputError("ingest.no-files", name=name)
        yield from _each(
            inner, lambda one: _inner(content(archive, one, name), f"{name}/{one}", failed, language), failed
        )


def _kind_of_zip(archive: "ZipFile") -> Literal["docx", "epub", "archive"]:
    """What a zip is, by the file that its kind must hold."""
    files = set(archive.namelist())
    if "word/document.xml" in files:
        return "docx"
    return "epub" if "META-INF/container.xml" in files else "archive"


def _inner(data: bytes, name: str, failed: Failed, language: Language | None) -> list[Article]:
    """The articles of a file of an archive, which is no archive itself."""
    from briefing.ingest.archive import opened

    shown = on_one_line(name)
    if data.startswith(b"PK\x03\x04") and _kind_of_zip(opened(data, shown)) == "archive":
        raise InputError("ingest.nested", name=shown)
    return read_articles(data, name=shown, failed=failed, language=language)


def _each(parts: Iterable[_Part], read: Callable[[_Part], list[Article]], failed: Failed) -> Iterator[Article]:
    """The articles of all parts; what cannot be read is handed on, unless it is the only one."""
    listed = list(parts)
    for part in listed:
        try:
            yield from read(part)
        except InputError as error:
            if len(listed) == 1:
                raise
            failed(error)
