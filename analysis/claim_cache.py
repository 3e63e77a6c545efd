"""The claims of articles in a library's cache, so that the rules run once for each text and version."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from hashlib import blake2b
from types import MappingProxyType
from typing import Any, Final

from briefing import __version__
from briefing.article import Article, Span
from briefing.claims import VERSION
from briefing.claims.claim import Claim, Extent, Source
from briefing.message import Message
from store.cache import Cache

_KIND: Final = "claims"


class ClaimCache:
    """Claims by everything that they depend on: the article, except its identifier, and the version of the rules."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get(self, article: Article) -> tuple[Claim, ...] | None:
        """The claims that the present rules found in the article, or `None`."""
        stored = self._cache.get(_KIND, _key(article))
        if stored is None:
            return None
        try:
            return tuple(map(_claim_of, json.loads(stored)))
        except (ValueError, TypeError, LookupError):
            return None

    def put(self, article: Article, claims: Sequence[Claim]) -> None:
        """Store the claims of the article."""
        self._cache.put(_KIND, _key(article), json.dumps(claims, default=_json_of).encode())


def _key(article: Article) -> str:
    parts = [
        __version__,
        VERSION,
        article.language,
        article.title,
        article.outlet,
        str(article.published),
        [[paragraph.kind, paragraph.text] for paragraph in article.paragraphs],
    ]
    return blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


def _json_of(value: Any) -> dict[str, Any]:
    """A mapping, or a value of the domain by the names of its fields."""
    if isinstance(value, Mapping):
        return dict(value)
    return {field.name: getattr(value, field.name) for field in fields(value)}


def _claim_of(document: Mapping[str, Any]) -> Claim:
    why, source = document["why"], document["source"]
    values = {
        "content": _extent_of(document["content"]),
        "cue": _extent_of(document["cue"]),
        "source": Source(**{**source, "extent": _extent_of(source["extent"])}) if source else None,
        "via": tuple(document["via"]),
        "why": Message(why["code"], MappingProxyType(why["params"])),
        "hedges": tuple(Span(*one) for one in document["hedges"]),
    }
    return Claim(**{**document, **values})


def _extent_of(document: Mapping[str, Any] | None) -> Extent | None:
    return None if document is None else Extent(tuple(Span(*part) for part in document["parts"]))
