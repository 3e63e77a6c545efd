"""Blocks of HTML that is all report, such as a chapter of a book or a converted document. lxml is in the extra `pages`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from briefing.ingest.details import Block
from briefing.message import InputError, UnavailableError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LIMITS: Final = _HEADINGS | {
    *(
        "p",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "table",
        "tr",
        "td",
        "th",
        "div",
        "section",
        "article",
        "body",
    ),
    *("main", "header", "hr"),
}
"""Elements at whose ends a paragraph ends."""
_SKIPPED: Final = frozenset({"script", "style", "nav", "figcaption", "aside", "footer", "form", "svg", "head", "title"})


def blocks_of_markup(data: bytes | str, *, name: str) -> list[Block]:
    """The headings, paragraphs and list items of HTML, in order.

    Raises:
        InputError: it cannot be read.
        UnavailableError: the extra `pages` is not installed.
    """
    try:
        from lxml import html
        from lxml.etree import LxmlError
    except ImportError:
        raise UnavailableError("ingest.no-extra", name=name, extra="pages") from None
    try:
        tree = html.document_fromstring(data)
    except (LxmlError, ValueError) as error:
        raise InputError("ingest.empty", name=name) from error
    return list(_blocks(tree))


def _blocks(tree: "HtmlElement") -> Iterator[Block]:
    """Runs of text between the starts and ends of blocks; a break within one is a space."""
    words: list[str] = []
    headings = 0
    for event, element in _walk(tree):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in _LIMITS:
            yield Block(" ".join("".join(words).split()), "heading" if headings else "body")
            words = []
        starts = event == "start"
        headings += (1 if starts else -1) if tag in _HEADINGS else 0
        if starts and tag not in _SKIPPED:
            words.append((" " if tag == "br" else "") + ((element.text or "") if tag else ""))
        if not starts:
            words.append(element.tail or "")
    yield Block(" ".join("".join(words).split()))


def _walk(tree: "HtmlElement") -> Iterator[tuple[str, "HtmlElement"]]:
    """Each element at its start and at its end, without what is inside of skipped ones."""
    stack: list[tuple[str, HtmlElement]] = [("start", tree)]
    while stack:
        event, element = stack.pop()
        yield event, element
        if event == "start":
            stack.append(("end", element))
            if element.tag not in _SKIPPED:
                stack.extend(("start", child) for child in reversed(element))
