"""Semantic similarity of passages by their vectors. Needs numpy, which comes with the extra `semantic`."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from briefing.compare.embedder import Embedder, VectorCache, vectors
from briefing.compare.statement import Statement

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_NEAREST: Final = 5
_BLOCK: Final = 512


class Space:
    """The vectors of the passages of two articles."""

    def __init__(self, left: Sequence[bytes], right: Sequence[bytes]) -> None:
        self._left, self._right = _matrix(left), _matrix(right)

    def nearest(self) -> set[tuple[int, int]]:
        """Each passage of either side with the five of the other side that are nearest, by their places in left and right."""
        found = {(i, j) for i, near in _nearest(self._left, self._right) for j in near}
        return found | {(i, j) for j, near in _nearest(self._right, self._left) for i in near}

    def cosines(self, pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
        """The cosine, -1..1, of each of the pairs."""
        return {(i, j): float(self._left[i] @ self._right[j]) for i, j in pairs}


def _matrix(vectors: Sequence[bytes]) -> "NDArray[np.float32]":
    import numpy as np

    return (
        np.frombuffer(b"".join(vectors), dtype=np.float32).reshape(len(vectors), -1)
        if vectors
        else np.zeros((0, 1), np.float32)
    )


def _nearest(one: "NDArray[np.float32]", other: "NDArray[np.float32]") -> Iterable[tuple[int, list[int]]]:
    if not len(one) or not len(other):
        return
    count = min(_NEAREST, len(other))
    for start in range(0, len(one), _BLOCK):
        block = one[start : start + _BLOCK] @ other.T
        for row, near in enumerate((-block).argpartition(count - 1, axis=1)[:, :count]):
            yield start + row, sorted(int(place) for place in near)


class ExemplarSpace:
    """The vectors of exemplars in one matrix that grows with them; each sentence is embedded once."""

    def __init__(self, embedder: Embedder, memory: VectorCache | None) -> None:
        self._embedder, self._memory = embedder, memory
        self._known: dict[str, bytes] = {}
        self._matrix = _matrix(())
        self._count = 0

    def __call__(self, report: Sequence[Statement], exemplars: Sequence[Statement]) -> "ReportMeanings":
        """The meanings of the sentences of a report beside those of the exemplars."""
        new = _matrix(self._vectors(exemplars[self._count :]))
        self._grow(new)
        return ReportMeanings(_matrix(self._vectors(report)), self._matrix[: self._count])

    def _vectors(self, statements: Sequence[Statement]) -> list[bytes]:
        missing = list(dict.fromkeys(one.text for one in statements if one.text not in self._known))
        self._known |= zip(missing, vectors(missing, self._embedder, memory=self._memory), strict=True)
        return [self._known[one.text] for one in statements]

    def _grow(self, new: "NDArray[np.float32]") -> None:
        import numpy as np

        size = self._count + len(new)
        if size > len(self._matrix):
            larger = np.zeros((2 * size, new.shape[1]), np.float32)
            larger[: self._count] = self._matrix[: self._count]
            self._matrix = larger
        self._matrix[self._count : size] = new
        self._count = size


class ReportMeanings:
    """The vectors of the sentences of a report and of the exemplars."""

    def __init__(self, report: "NDArray[np.float32]", exemplars: "NDArray[np.float32]") -> None:
        self._report, self._exemplars = report, exemplars
        self.near = frozenset((at, number) for at, near in _nearest(report, exemplars) for number in near)

    def cosine(self, places: tuple[int, int]) -> float:
        """How near a sentence and an exemplar are, -1..1."""
        return float(self._report[places[0]] @ self._exemplars[places[1]])
