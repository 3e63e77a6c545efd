"""Exports of other tools that hold whole reports: wallabag's JSON and ninjs, one object or a list of them."""

import json
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

from briefing.article import Article, Language, PublicationDate
from briefing.ingest.details import Details, assembled
from briefing.ingest.markup import blocks_of_markup
from briefing.ingest.text import article_of
from briefing.message import InputError

_TITLES: Final = ("title", "headline", "name")
_PAGES: Final = ("body_xhtml", "body_html", "content", "content_html")
_TEXTS: Final = ("body_text", "content_text", "abstract")
_OUTLETS: Final = ("provider", "domain_name", "source", "container-title")
_ADDRESSES: Final = ("url", "URL", "uri", "link")
_DATES: Final = ("published_at", "firstcreated", "versioncreated", "date_published", "issued")
_LANGUAGES: Final = ("language",)


def read_export(text: str, *, name: str, language: Language | None = None) -> Iterator[Article]:
    """The articles of an export.

    Raises:
        InputError: it is not JSON, or none of its objects holds a report.
    """
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("ingest.json", name=name) from error
    items = value.get("items", [value]) if isinstance(value, dict) else value
    found = False
    for item in items if isinstance(items, list) else []:
        try:
            article = _article(item, name, language) if isinstance(item, dict) else None
        except InputError:
            continue
        if article:
            found = True
            yield article
    if not found:
        raise InputError("ingest.json", name=name)


def _article(item: dict[str, Any], name: str, language: Language | None) -> Article | None:
    details = Details(
        title=unescape(_first(item, _TITLES)),
        outlet=unescape(_first(item, _OUTLETS)) or _name(item.get("provider")) or None,
        url=_first(item, _ADDRESSES) or None,
        published=_date(item),
        language=_first(item, _LANGUAGES),
    )
    page, text = _first(item, _PAGES), _first(item, _TEXTS)
    if "<" in page:
        return assembled(blocks_of_markup(page, name=name), details, name=name, language=language)
    if page or text:
        return article_of(page or text, name=name, language=language, details=details)
    return None


def _name(value: Any) -> str:
    """The name of an object."""
    return value["name"] if isinstance(value, dict) and isinstance(value.get("name"), str) else ""


def _first(item: dict[str, Any], names: tuple[str, ...]) -> str:
    """The first of the fields that is there and is text."""
    return next((item[one] for one in names if isinstance(item.get(one), str) and item[one].strip()), "")


def _date(item: dict[str, Any]) -> PublicationDate | None:
    parts = item.get("issued")
    if isinstance(parts, dict) and isinstance(parts.get("date-parts"), list) and parts["date-parts"]:
        try:
            return PublicationDate.parse("-".join(f"{int(part):02d}" for part in parts["date-parts"][0][:3]))
        except (TypeError, ValueError, OverflowError, IndexError):
            return None
    said = _first(item, _DATES)
    try:
        return PublicationDate.parse(said) if said else None
    except ValueError:
        return None
