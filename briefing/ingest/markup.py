"""Blocks of HTML that is all report, such as a chapter of a book or a converted document. lxml is in the extra `pages`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from briefing.ingest.details import Block
from briefing.message import InputError, UnavailableError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BODY: Final = frozenset({"p", "li", "blockquote", "td", "th", "dt", "dd", "pre", "figcaption"})
_SKIPPED: Final = frozenset({"script", "style", "nav", "figcaption", "aside", "footer", "form", "svg"})


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
    inside = _HEADINGS | _BODY
    for element in tree.iter():
        tag = element.tag
        if tag not in inside or tag in _SKIPPED:
            continue
        above = [parent.tag for parent in element.iterancestors()]
        if any(parent in _SKIPPED for parent in above) or any(
            child.tag in inside for child in element.iterdescendants()
        ):
            continue
        yield Block(" ".join("".join(element.itertext()).split()), "heading" if tag in _HEADINGS else "body")
