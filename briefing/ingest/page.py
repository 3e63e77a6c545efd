"""A web page to an article. trafilatura finds the report in the page; it is in the extra `pages`."""

import json
import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from briefing.article import Article, Language, PublicationDate
from briefing.ingest.boilerplate import shows_consent, shows_paywall
from briefing.ingest.clean import cleaned
from briefing.ingest.decode import decoded_page
from briefing.ingest.details import Block, Details, assembled
from briefing.message import InputError, UnavailableError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_FEW_WORDS: Final = 120
_WALL: Final = 60
_TIMES: Final = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='date' or @name='DC.date.issued' or @name='pubdate']/@content",
    "//time[@datetime]/@datetime",
)
_LARGEST: Final = 4_000_000
"""The most bytes of a page; of hostile ones the time grows faster than the size."""
_CONTROLS: Final = re.compile(r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));", re.IGNORECASE)
"""Control characters written as references, which lxml refuses."""
_SHORTEST: Final = 12
"""The fewest characters of a heading that may be the title."""
_BESIDE: Final = re.compile(r"\s+[|–—·»-]\s+")
_MINUTE: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
_WHOLE: Final = frozenset({"p", "head", "item", "row", "code"})
"""Elements that are a block."""
_AROUND: Final = frozenset({"div", "list", "table", "quote"})
"""Elements around blocks."""


def read_page(
    data: bytes,
    *,
    name: str,
    url: str | None = None,
    charset: str | None = None,
    language: Language | None = None,
    details: Details | None = None,
) -> Article:
    """The article in the bytes of a page; `url` is where it came from, `charset` what was said of it, `details` what is known.

    Raises:
        InputError: the page shows no report, or only a wall in front of one.
        UnavailableError: the extra `pages` is not installed.
    """
    if len(data) > _LARGEST:
        raise InputError("ingest.large", name=name, limit=_LARGEST // 1_000_000)
    html = _CONTROLS.sub(" ", cleaned(decoded_page(data, name=name, charset=charset)))
    tree, found = _extracted(html, url, name)
    blocks = list(_blocks(_spaced(found.body))) if found is not None else []
    structured = list(_structured(tree))
    words = sum(len(block.text.split()) for block in blocks)
    if words < _FEW_WORDS:
        _refuse_wall(tree, structured, words, name)
    if found is None or not words:
        raise InputError("ingest.no-report", name=name)
    given = details or Details()
    told = Details(
        title=given.title or _title(tree, found.title or "", found.sitename or ""),
        outlet=given.outlet or _publisher(structured) or found.sitename,
        url=given.url or _address(found.url, url),
        published=given.published or _published(tree, structured, found.date),
        language=given.language or tree.get("lang") or "",
    )
    return assembled(blocks, told, name=name, language=language)


def _extracted(html: str, url: str | None, name: str) -> tuple["HtmlElement", Any]:
    """The tree of the page, and what trafilatura finds in it, if anything."""
    try:
        import trafilatura
    except ImportError:
        raise UnavailableError("ingest.no-extra", name=name, extra="pages") from None
    for package in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(package).setLevel(logging.CRITICAL)
    tree = trafilatura.load_html(html)
    if tree is None:
        raise InputError("ingest.no-report", name=name)
    found = None
    for metadata in (True, False):
        # With a wrong date among the metadata it finds nothing.
        with suppress(ValueError, TypeError, AttributeError, LookupError, RecursionError, OverflowError):
            found = found or trafilatura.bare_extraction(html, url=url, include_comments=False, with_metadata=metadata)
    return tree, found


def _refuse_wall(tree: "HtmlElement", structured: list[dict[str, Any]], words: int, name: str) -> None:
    """Raise an error where a short page is a wall: one that asks for consent, or for a subscription."""
    text = " ".join(tree.itertext("p", "button", "a", "h1", "h2", "div", "span"))
    if words < _WALL and shows_consent(text):
        raise InputError("ingest.consent", name=name)
    closed = any(str(one.get("isAccessibleForFree")).lower() == "false" for one in structured)
    if (closed, words < _WALL, shows_paywall(text)).count(True) > 1:
        raise InputError("ingest.paywall", name=name)


def _spaced(body: "HtmlElement") -> "HtmlElement":
    """The tree with a space where one line, item or cell ends and another begins."""
    for element in body.iter("lb", "list", "item", "cell"):
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
    return body


def _blocks(body: "HtmlElement") -> Iterator[Block]:
    """The blocks of what trafilatura found, in its own names for elements; text between two elements is a block, too."""
    between = [body.text or ""]
    for element in body:
        if element.tag in _WHOLE or element.tag in _AROUND:
            yield Block(" ".join("".join(between).split()))
            between = [element.tail or ""]
            if element.tag in _AROUND:
                yield from _blocks(element)
            else:
                yield Block(
                    " ".join("".join(element.itertext()).split()), "heading" if element.tag == "head" else "body"
                )
        else:
            between += [*element.itertext(), element.tail or ""]
    yield Block(" ".join("".join(between).split()))


def _structured(tree: "HtmlElement") -> Iterator[dict[str, Any]]:
    """What the page says of itself in JSON-LD."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            value = json.loads(script)
        except (ValueError, RecursionError):
            continue
        graph = value.get("@graph", value) if isinstance(value, dict) else value
        for one in graph if isinstance(graph, list) else [graph]:
            if isinstance(one, dict):
                yield one


def _address(said: str | None, url: str | None) -> str | None:
    """The address that a page gives for itself, if that is on the site that it came from."""
    if not url or not said:
        return said or url
    hosts = [(urlsplit(one).hostname or "").removeprefix("www.") for one in (said, url)]
    return said if hosts[0] == hosts[1] else url


def _title(tree: "HtmlElement", found: str, site: str) -> str:
    """The title without the name of the site beside it: the heading that it holds, else the part that is not the site's."""
    for level in ("h1", "h2"):
        headings = (" ".join("".join(one.itertext()).split()) for one in tree.iter(level))
        held = [one for one in headings if len(one) >= _SHORTEST and _letters(one) in _letters(found)]
        if held and _letters(max(held, key=len)) != _letters(site):
            return max(held, key=len)
    parts = _BESIDE.split(found)
    others = [part for part in parts if _letters(part) and _letters(part) not in _letters(site)]
    return max(others, key=len) if site and len(parts) > len(others) > 0 else found


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _publisher(structured: list[dict[str, Any]]) -> str | None:
    for one in structured:
        publisher = one.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str) and "headline" in one:
            return str(publisher["name"])
    return None


def _published(tree: "HtmlElement", structured: list[dict[str, Any]], day: str | None) -> PublicationDate | None:
    """When the page was published: to the minute where it says so of the same day, else the day that htmldate found."""
    said = [str(one["datePublished"]) for one in structured if isinstance(one.get("datePublished"), str)]
    said += [str(value) for path in _TIMES for value in tree.xpath(path)]
    for value in said:
        if (
            _MINUTE.fullmatch(value.strip())
            and value.strip()[11:16] != "00:00"
            and (not day or value.strip()[:10] == day)
        ):
            try:
                return PublicationDate.parse(value.strip())
            except ValueError:
                continue
    try:
        return PublicationDate.parse(datetime.fromisoformat(day).date().isoformat()) if day else None
    except ValueError:
        return None
