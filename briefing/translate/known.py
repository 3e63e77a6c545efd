"""The share of words that the engine knew, for the engine that marks unknown words with asterisks."""

import re
from collections.abc import Iterable

from briefing.translate.translation import Translation

MARKING = frozenset(("literal",))
_MARKED = re.compile(r"\*[^\W\d_][\w'’-]*\*")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def known_percentage(made: Iterable[Translation]) -> int | None:
    """The known words of the translations in percent, rounded down; `None` where the engine marks none."""
    unknown = words = 0
    for one in made:
        if one.engine.name not in MARKING:
            return None
        unknown += max(0, len(_MARKED.findall(one.text)) - len(_MARKED.findall(one.original)))
        words += len(_WORD.findall(one.text))
    return 100 * (words - unknown) // words if words else None
