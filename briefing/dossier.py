"""The articles about one story."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """A named set of articles, in the order in which they were put in. `looked` is when its user last opened it.

    `put` tells when articles were put in, as far as that is known. Of a `damaged` one only the identifier is known.
    """

    id: str
    name: str
    articles: tuple[str, ...] = ()
    created: datetime | None = None
    looked: datetime | None = None
    put: Mapping[str, datetime] = field(default_factory=dict, hash=False)
    damaged: bool = False

    def is_new(self, article: str, looked: datetime | None) -> bool:
        """Whether the article was put in after somebody looked, or after the dossier was made where nobody did."""
        put, since = self.put.get(article), looked or self.created
        return put is not None and since is not None and put > since
