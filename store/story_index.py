"""The sketches of the library's articles, indexed by key, by which reports of one story find each other.

They are stored in the cache: a lost one is made again from its article, and articles without one wait in a queue.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from briefing.compare.stories import VERSION, Sketch
from store.articles import Articles
from store.cache import Cache, Statement

_SEEN: Final = f"sketches.{VERSION}"
_AMONG: Final = "IN (SELECT value FROM json_each(?))"


class StoryIndex:
    """An index of sketches; articles by their identifiers."""

    def __init__(self, articles: Articles, cache: Cache) -> None:
        self._articles, self._cache = articles, cache

    def __len__(self) -> int:
        return self._count("sketches")

    def counts(self, keys: Collection[str]) -> Mapping[str, int]:
        """The number of articles for each of the keys; a key without articles is left out."""
        return dict(self._among("SELECT key, count(*) FROM sketch_keys WHERE key", keys, " GROUP BY key"))

    def having(self, keys: Collection[str]) -> Iterator[tuple[str, str, float]]:
        """Each of the keys with each article that has it, and its weight there."""
        rows = self._among("SELECT key, article, weight FROM sketch_keys WHERE key", keys)
        return ((key, str(article), weight) for key, article, weight in rows)

    def of(self, articles: Collection[str]) -> Mapping[str, Sketch]:
        """The sketches of those of the articles that have one."""
        rows = self._among("SELECT article, sketch FROM sketches WHERE article", [int(one) for one in articles])
        return {str(article): Sketch.from_bytes(sketch) for article, sketch in rows}

    def put(self, article: str, sketch: Sketch) -> None:
        """Store the sketch of an article, unless the article is no longer in the library's list."""
        fingerprint = self._articles.fingerprints([article]).get(article)
        if fingerprint is None:
            self._cache.write(self._removal([article]))
            return
        number = int(article)
        keys = [
            ("INSERT INTO sketch_keys VALUES (?, ?, ?)", (key, number, weight))
            for key, weight in sketch.weights.items()
        ]
        row = (number, f"{VERSION} {fingerprint}", sketch.to_bytes())
        self._cache.write([*self._removal([article]), *keys, ("INSERT INTO sketches VALUES (?, ?, ?)", row)])

    def waiting(self, limit: int = -1) -> list[str]:
        """Articles without a sketch, newest first; -1 gives all of them."""
        rows = self._cache.rows("SELECT article FROM unsketched ORDER BY article DESC LIMIT ?", (limit,))
        return [str(number) for (number,) in rows]

    def catch_up(self) -> int:
        """Drop the sketches of articles that were edited or left the list; gives the number of articles without one."""
        seen = int(self._cache.get(_SEEN, "") or -1)
        latest, changed = self._articles.changed_since(seen)
        if latest != seen:
            present = {one: f"{VERSION} {hash_}" for one, hash_ in self._articles.fingerprints(changed).items()}
            known = self._fingerprints(changed)
            candidates = known.keys() if changed is None else changed
            steps = self._removal([one for one in candidates if known.get(one) != present.get(one)])
            steps += [
                ("INSERT OR IGNORE INTO unsketched VALUES (?)", (int(article),))
                for article, hash_ in present.items()
                if known.get(article) != hash_
            ]
            self._cache.write([*steps, ("INSERT OR REPLACE INTO results VALUES (?, '', ?)", (_SEEN, b"%d" % latest))])
        return self._count("unsketched")

    def _removal(self, articles: Collection[str]) -> list[Statement]:
        """The statements that remove articles from the index and the queue."""
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

    def _fingerprints(self, articles: Collection[str] | None) -> Mapping[str, str]:
        """The version and fingerprint from which each article's sketch was made, for these articles or all."""
        select = "SELECT article, fingerprint FROM sketches"
        if articles is None:
            return {str(one): known for one, known in self._cache.rows(select)}
        return {str(one): known for one, known in self._among(f"{select} WHERE article", map(int, articles))}

    def _among(self, select: str, values: Iterable[str | int], rest: str = "") -> list[tuple[Any, ...]]:
        return self._cache.rows(f"{select} {_AMONG}{rest}", (json.dumps(list(values)),))

    def _count(self, table: str) -> int:
        return sum(count for (count,) in self._cache.rows(f"SELECT count(*) FROM {table}"))
