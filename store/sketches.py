"""The sketches of the library's articles, by which reports of one story find each other, with an index by key.

They stand in the cache: what is lost is made again from the articles, and what is not made yet waits its turn.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, Final

from briefing.article import Article
from briefing.compare.onlooker import NOBODY, Onlooker
from briefing.compare.stories import VERSION, Sketch, sketch_of
from briefing.message import NothingFoundError
from store.articles import Articles
from store.caches import Caches, Statement

_SEEN: Final = f"sketches.{VERSION}"
_AMONG: Final = "IN (SELECT value FROM json_each(?))"


class Sketches:
    """An index of sketches; articles by their identifiers."""

    def __init__(self, articles: Articles, caches: Caches) -> None:
        self._articles, self._caches = articles, caches

    def __len__(self) -> int:
        return self._count("sketches")

    def counts(self, keys: Collection[str]) -> Mapping[str, int]:
        """How many articles have each of the keys; a key that none has is left out."""
        return dict(self._among("SELECT key, count(*) FROM sketch_keys WHERE key", keys, " GROUP BY key"))

    def having(self, keys: Collection[str]) -> Iterator[tuple[str, str, float]]:
        """Each of the keys with each article that has it, and its weight there."""
        found = self._among("SELECT key, article, weight FROM sketch_keys WHERE key", keys)
        return ((key, str(article), weight) for key, article, weight in found)

    def of(self, articles: Collection[str]) -> Mapping[str, Sketch]:
        """The sketches of those of the articles that have one."""
        found = self._among("SELECT article, sketch FROM sketches WHERE article", [int(one) for one in articles])
        return {str(article): Sketch.from_bytes(sketch) for article, sketch in found}

    def catch_up(self) -> int:
        """Let go of what was edited in the library or left it since the last time; gives how many articles have no sketch yet."""
        seen = int(self._caches.get(_SEEN, "") or -1)
        latest, changed = self._articles.changed_since(seen)
        if latest != seen:
            present = {one: f"{VERSION} {hash_}" for one, hash_ in self._articles.fingerprints(changed).items()}
            known = self._known(changed)
            looked_at = known.keys() if changed is None else changed
            steps = self._forgotten([one for one in looked_at if known.get(one) != present.get(one)])
            steps += [
                ("INSERT OR IGNORE INTO unsketched VALUES (?)", (int(article),))
                for article, hash_ in present.items()
                if known.get(article) != hash_
            ]
            self._caches.write([*steps, ("INSERT OR REPLACE INTO results VALUES (?, '', ?)", (_SEEN, b"%d" % latest))])
        return self._count("unsketched")

    def put(self, article: Article) -> Sketch:
        """Make the sketch of an article of the library and keep it."""
        sketch = sketch_of(article)
        fingerprint = self._articles.fingerprints([article.id]).get(article.id)
        if fingerprint is None:
            self._caches.write(self._forgotten([article.id]))
            return sketch
        number = int(article.id)
        keys = [
            ("INSERT INTO sketch_keys VALUES (?, ?, ?)", (key, number, weight))
            for key, weight in sketch.weights.items()
        ]
        kept = (number, f"{VERSION} {fingerprint}", sketch.to_bytes())
        self._caches.write([*self._forgotten([article.id]), *keys, ("INSERT INTO sketches VALUES (?, ?, ?)", kept)])
        return sketch

    def make(self, onlooker: Onlooker = NOBODY, *, at_most: int = -1) -> None:
        """Make the sketches that are waited for, those of the newest articles first; -1 stands for all of them.

        Those that are made when it is stopped are kept.

        Raises:
            CancelledError: the onlooker stopped it.
        """
        self.catch_up()
        waiting = self._caches.rows("SELECT article FROM unsketched ORDER BY article DESC LIMIT ?", (at_most,))
        for (number,) in onlooker.each(waiting):
            with suppress(NothingFoundError):
                self.put(self._articles.article(str(number)))

    def _forgotten(self, articles: Collection[str]) -> list[Statement]:
        """What takes articles out of the index and the queue."""
        steps: list[Statement] = [
            (
                f"DELETE FROM sketch_keys WHERE article = ? AND key {_AMONG}",
                (int(article), json.dumps(list(old.weights))),
            )
            for article, old in self.of(articles).items()
        ]
        return steps + [
            (f"DELETE FROM {table} WHERE article = ?", (int(article),))
            for article in articles
            for table in ("sketches", "unsketched")
        ]

    def _known(self, articles: Collection[str] | None) -> Mapping[str, str]:
        """What the articles, or these of them, were known by when their sketches were made."""
        found = "SELECT article, fingerprint FROM sketches"
        if articles is None:
            return {str(one): known for one, known in self._caches.rows(found)}
        return {str(one): known for one, known in self._among(f"{found} WHERE article", map(int, articles))}

    def _among(self, select: str, values: Iterable[str | int], rest: str = "") -> list[tuple[Any, ...]]:
        return self._caches.rows(f"{select} {_AMONG}{rest}", (json.dumps(list(values)),))

    def _count(self, table: str) -> int:
        return sum(count for (count,) in self._caches.rows(f"SELECT count(*) FROM {table}"))
