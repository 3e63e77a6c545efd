"""Which passages of two articles have vectors that point the same way. Needs numpy, which comes with the extra `semantic`."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

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
