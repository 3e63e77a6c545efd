"""Server addresses: validation, comparison and display."""

from urllib.parse import urlsplit

from briefing.ingest.clean import on_one_line
from briefing.message import WrongUseError


def host_of(url: str) -> str:
    """The host of an address; the address itself where it has none."""
    try:
        return on_one_line(urlsplit(url).hostname or url)
    except ValueError:
        return on_one_line(url)


def checked(url: str) -> str:
    """The address, if it is one of http or https.

    Raises:
        WrongUseError: it is another.
    """
    try:
        parts = urlsplit(url)
        is_good = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_good = False
    if not is_good:
        raise WrongUseError("models.address", url=on_one_line(url))
    return url


def same_host(one: str, other: str) -> bool:
    """Whether two addresses have one scheme, host and port."""
    try:
        first, second = urlsplit(one), urlsplit(other)
        return (first.scheme, first.hostname, first.port) == (second.scheme, second.hostname, second.port)
    except ValueError:
        return False
