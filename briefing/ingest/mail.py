"""Mail to articles: `.eml` holds one message, `.mbox` many. The text part counts, else the HTML part."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Final

from briefing.article import Article, Language, PublicationDate
from briefing.ingest.clean import cleaned
from briefing.ingest.details import Details
from briefing.ingest.page import read_page
from briefing.ingest.text import article_of
from briefing.message import BriefingError, InputError

_FROM_LINE: Final = re.compile(rb"^From \S+ .*\d{4}.*\r?\n", re.MULTILINE)
_QUOTED_FROM: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_SIGNATURE: Final = re.compile(r"^-- ?\n.*\Z", re.MULTILINE | re.DOTALL)
_MOST: Final = 2000


def messages_in(data: bytes) -> Iterator[bytes]:
    """The messages of a mailbox; bytes without its "From " lines are one message."""
    if not _FROM_LINE.match(data[:1000]):
        yield data
        return
    for part in _FROM_LINE.split(data)[1 : _MOST + 1]:
        yield _QUOTED_FROM.sub(rb"\1", part)


def read_mail(data: bytes, *, name: str, language: Language | None = None) -> Article:
    """The article in one message: its subject is the title, its sender the outlet.

    Raises:
        InputError: it holds no text.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        details = _details(message)
        plain, page = message.get_body(("plain",)), message.get_body(("html",))
        text = _SIGNATURE.sub("", cleaned(plain.get_content())) if plain else ""
        html = page.get_content().encode() if page else b""
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise InputError("ingest.no-report", name=name) from error
    if text.strip():
        return article_of(text, name=name, language=language, details=details)
    if not html:
        raise InputError("ingest.empty", name=name)
    return read_page(html, name=name, charset="utf-8", language=language, details=details)


def _details(message: EmailMessage) -> Details:
    shown, address = parseaddr(str(message.get("From", "")))
    return Details(
        title=str(message.get("Subject", "")),
        outlet=shown or address.rpartition("@")[2] or None,
        published=_sent(message),
    )


def _sent(message: EmailMessage) -> PublicationDate | None:
    try:
        sent = message["Date"].datetime
        return PublicationDate.parse(sent.isoformat(timespec="minutes"))
    except (AttributeError, TypeError, ValueError, BriefingError):
        return None
