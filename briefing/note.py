"""What a user writes: a note in Markdown on an article, a passage, a claim or a dossier."""

from dataclasses import dataclass
from datetime import datetime

from briefing.article import Passage


@dataclass(frozen=True, slots=True)
class Note:
    """A note. Exactly one of `article` and `dossier` is set; `passage` narrows an article down, `claim` names its claim.

    Of a `damaged` one only the identifier is known, and what it is about.
    """

    id: str
    text: str
    article: str | None = None
    dossier: str | None = None
    passage: Passage | None = None
    claim: str | None = None
    tags: tuple[str, ...] = ()
    created: datetime | None = None
    changed: datetime | None = None
    damaged: bool = False
