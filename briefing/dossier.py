"""The articles about one story."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """A named set of articles, in the order in which they were put in. `looked` is when its user last opened it."""

    id: str
    name: str
    articles: tuple[str, ...] = ()
    created: datetime | None = None
    looked: datetime | None = None
