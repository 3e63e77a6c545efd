"""Mail to articles: `.eml` holds one message, `.mbox` many. The text part counts, else the HTML part."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr
from typing import Final

from briefing.article import Article, Language, PublicationDate
from briefing.ingest.clean import cleaned
from briefing.ingest.decode import decoded_as
from briefing.ingest.details import Details
from briefing.ingest.page import read_page
from briefing.ingest.text import article_of
from briefing.message import BriefingError

_FROM_LINE: Final = re.compile(
    rb"^From \S{1,200} {1,4}[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d[^\n]{0,40}\n", re.MULTILINE
)
"""The line between the messages of a mailbox."""
_QUOTED_FROM: Final = re.compile(rb"^>(>*From )", re.MULTILINE)
_SIGNATURE: Final = re.compile(r"^-- ?$", re.MULTILINE)
_LONGEST_SIGNATURE: Final = 8
"""In lines; what is longer, such as a message that is passed on, is no signature."""
_STUB: Final = 40
"""A text of fewer words only stands in for the HTML part."""
_HEADERS: Final = re.compile(
    rb"(?:From|To|Date|Received|Return-Path|Delivered-To|MIME-Version|Message-ID|X-[\w-]+):", re.IGNORECASE
)
_MOST: Final = 2000


def is_mailbox(data: bytes) -> bool:
    """Whether bytes begin as a mailbox does."""
    return _FROM_LINE.match(data[:400]) is not None


def is_message(data: bytes) -> bool:
    """Whether bytes begin with the headers of a message."""
    return _HEADERS.match(data[:200]) is not None and b"\nSubject:" in data[:8000]


def messages_in(data: bytes) -> Iterator[bytes]:
    """The messages of a mailbox; bytes without its "From " lines are one message."""
    if not is_mailbox(data):
        yield data
        return
    for part in _FROM_LINE.split(data)[1 : _MOST + 1]:
        yield _QUOTED_FROM.sub(rb"\1", part)


def read_mail(data: bytes, *, name: str, language: Language | None = None) -> Article:
    """The article in one message: its subject is the title, its sender the outlet.

    Raises:
        InputError: it holds no text.
    """
    message = message_from_bytes(data, policy=policy.default)
    details = _details(message)
    text = _without_signature(cleaned(_text(message, "plain", name)))
    page = _text(message, "html", name)
    if page and len(text.split()) < _STUB:
        try:
            return read_page(page.encode(), name=name, charset="utf-8", language=language, details=details)
        except BriefingError:
            if not text.strip():
                raise
    return article_of(text, name=name, language=language, details=details)


def _without_signature(text: str) -> str:
    """The text without the few lines at its end that follow a line of two dashes."""
    found = list(_SIGNATURE.finditer(text))
    if found and text[found[-1].end() :].strip().count("\n") < _LONGEST_SIGNATURE:
        return text[: found[-1].start()]
    return text


def _text(message: EmailMessage, kind: str, name: str) -> str:
    """The part of a kind as text, "" where there is none; a charset that nobody knows is guessed."""
    try:
        part = message.get_body((kind,))
        data = part.get_payload(decode=True) if part else None
        charset = str(part.get_param("charset", "")) if part else ""
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError):
        return ""
    return decoded_as(data, charset, name=name) if isinstance(data, bytes) and data.strip() else ""


def _details(message: EmailMessage) -> Details:
    shown, address = parseaddr(_header(message, "From"))
    return Details(
        title=_header(message, "Subject"),
        outlet=shown or address.rpartition("@")[2] or None,
        published=_sent(message),
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header's words, "" where it is broken."""
    try:
        return str(message.get(name, ""))
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, OverflowError):
        return ""


def _sent(message: EmailMessage) -> PublicationDate | None:
    try:
        sent = message["Date"].datetime
        return PublicationDate.parse(sent.isoformat(timespec="minutes"))
    except (AttributeError, TypeError, ValueError, LookupError, OverflowError):
        return None
