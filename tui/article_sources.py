"""The articles, dossiers, passages and tags that words of the user stand for.

A SOURCE is an article or a dossier of the library, a file, a folder, an address of the web or standard input; a QUOTE is a
passage; tags stand between commas.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.address import is_address
from briefing.article import Article, Language, Passage, Span
from briefing.dossier import Dossier
from briefing.ingest.clean import on_one_line
from briefing.ingest.decode import LIMIT
from briefing.message import BriefingError, InputError, NothingFoundError
from briefing.regular_file import IrregularFileError, open_regular

if TYPE_CHECKING:
    from store import Library

STANDARD_INPUT = "-"
DOSSIER = "dossier:"


def is_id(name: str) -> bool:
    """Whether the name has the form of an article's id in a library."""
    return name.isascii() and name.isdigit()


def is_kept(name: str) -> bool:
    """Whether the name is that of a dossier, or of an article in a library unless a file has the same name."""
    return name.startswith(DOSSIER) or (is_id(name) and not os.path.exists(name))  # noqa: PTH110 - a folder that may not be searched is no error


def may_be_source(name: str) -> bool:
    """Whether a name has the form of a source or is that of a file; the source need not exist."""
    formed = name == STANDARD_INPUT or is_id(name) or name.startswith(DOSSIER) or any(mark in name for mark in "./\\")
    return formed or os.path.lexists(name)


def named_articles(
    name: str,
    library: "Callable[[], Library]",
    failed: Callable[[BriefingError], None],
    language: Language | None = None,
) -> list[Article]:
    """The articles that a name stands for; in a folder, each file that cannot be read is handed to `failed`.

    Files are read in the language, where it is given.

    Raises:
        BriefingError: there is no such source, or it cannot be read.
    """
    if name == STANDARD_INPUT:
        from briefing.ingest.formats import read_articles

        data = sys.stdin.buffer.read(LIMIT + 1)
        return read_articles(data, name=STANDARD_INPUT, failed=failed, language=language)
    if is_address(name.strip()):
        return _fetched(name.strip(), failed, language)
    if not name.strip():
        raise InputError("ingest.missing", name=f"“{name}”")
    if name.startswith(DOSSIER):
        return [library().articles.get(one) for one in named_dossier(name.removeprefix(DOSSIER), library()).articles]
    path = Path(name)
    if is_kept(name):
        return [library().articles.get(name)]
    if os.path.isdir(path):  # noqa: PTH112 - as above
        return _folder(path, failed, language)
    return read_file(path, failed, language)


def named_dossier(name: str, library: "Library") -> Dossier:
    """The dossier with the number or, in whatever case, the name.

    Raises:
        NothingFoundError: there is none.
    """
    dossiers = library.dossiers.all()
    found = [one for one in dossiers if one.id == name] or [
        one for one in dossiers if one.name.casefold() == name.strip().casefold()
    ]
    if not found:
        raise NothingFoundError("library.no-dossier", id=name[:60])
    return found[0]


def read_file(path: Path, failed: Callable[[BriefingError], None], language: Language | None = None) -> list[Article]:
    """The articles in a file; those of several that cannot be read are handed to `failed`.

    Raises:
        BriefingError: it is not there, may not be read, or holds no report.
    """
    from briefing.ingest.formats import read_articles

    shown = on_one_line(str(path))
    try:
        with open_regular(path) as file:
            data = file.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise InputError("ingest.missing", name=shown) from None
    except IrregularFileError:
        raise InputError("ingest.irregular", name=shown) from None
    except OSError as error:
        raise InputError("ingest.unreadable", name=shown, reason=os.strerror(error.errno or 0)) from None
    return read_articles(data, name=shown, failed=failed, language=language)


def _fetched(url: str, failed: Callable[[BriefingError], None], language: Language | None) -> list[Article]:
    """The articles at an address."""
    from analysis.fetch.download import download
    from briefing.ingest.formats import read_articles

    found = download(url)
    articles = read_articles(
        found.data,
        name=on_one_line(url),
        failed=failed,
        language=language,
        url=found.url,
        media_type=found.media_type,
        charset=found.charset,
    )
    return [replace(article, url=article.url or found.url) if len(articles) == 1 else article for article in articles]


def _folder(path: Path, failed: Callable[[BriefingError], None], language: Language | None) -> list[Article]:
    from briefing.ingest.formats import SUFFIXES

    shown = on_one_line(str(path))
    try:
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in SUFFIXES and file.is_file())
    except OSError as error:
        raise InputError("ingest.unreadable", name=shown, reason=os.strerror(error.errno or 0)) from None
    if not files:
        raise NothingFoundError("ingest.folder", name=shown)
    articles: list[Article] = []
    for file in files:
        try:
            articles += read_file(file, failed, language)
        except BriefingError as error:
            failed(error)
    return articles


def tags_in(words: str) -> tuple[str, ...]:
    """The tags in a text: separated by commas, with or without #; a tag may contain spaces."""
    tags = (" ".join(part.split()).lstrip("#").strip() for part in words.split(","))
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def quoted_passage(article: Article, quote: str) -> Passage:
    """The first passage of the article with the words of the quote.

    Raises:
        NothingFoundError: it does not stand there.
    """
    start = article.text.find(quote)
    if start < 0 or not quote.strip():
        raise NothingFoundError("note.no-such-passage", quote=quote[:60], id=article.id)
    return article.passage(Span(start, start + len(quote)))
