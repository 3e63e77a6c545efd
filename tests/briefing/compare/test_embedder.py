"""Sentence embeddings: kept, cancelled, and used beside the words."""

from array import array
from collections.abc import Sequence

import pytest

from briefing.article import Article, laid_out
from briefing.compare import compare
from briefing.compare.embedder import vectors
from briefing.compare.pairing import Means
from briefing.engine import Engine
from briefing.progress import CancelledError, Progress


class Counted:
    """An embedder that knows two meanings, and counts what it is asked."""

    engine = Engine("counted", "1")

    def __init__(self) -> None:
        self.asked: list[str] = []

    def embed(self, texts: Sequence[str]) -> list[bytes]:
        self.asked += texts
        return [array("f", [1.0, 0.0] if "boot" in text or "schip" in text else [0.0, 1.0]).tobytes() for text in texts]


class Memory(dict[str, bytes]):
    def put(self, key: str, value: bytes) -> None:
        self[key] = value


def article(name: str, text: str) -> Article:
    return Article(name, "Titel", "nl", laid_out([(text, "body")]))


def test_each_text_is_embedded_once_and_kept() -> None:
    embedder, memory = Counted(), Memory()
    vectors(["een boot", "een huis", "een boot"], embedder, memory=memory)
    again = vectors(["een huis", "een boot"], embedder, memory=memory)
    assert embedder.asked == ["een boot", "een huis"]
    assert [list(array("f", vector)) for vector in again] == [[0.0, 1.0], [1.0, 0.0]]


def test_what_was_made_before_it_was_cancelled_is_kept() -> None:
    embedder, memory = Counted(), Memory()
    answers = iter([False, True])
    progress = Progress(cancelled=lambda: next(answers))
    with pytest.raises(CancelledError):
        vectors([f"tekst {number}" for number in range(100)], embedder, memory=memory, progress=progress)
    assert 0 < len(memory) < 100


def test_progress_is_told_before_each_batch() -> None:
    told: list[float] = []
    vectors([str(number) for number in range(40)], Counted(), progress=Progress(told.append))
    assert told == [0, 0.8]


def test_meaning_pairs_what_shares_no_word_and_the_engine_says_so() -> None:
    pytest.importorskip("numpy", reason="needs the extra semantic")
    left = article("1", "Vannacht verging een boot. Twee huizen brandden af.")
    right = article("2", "Ergens zonk gisteren het schip. Branden kostten woningen.")
    comparison = compare(left, right, means=Means(Counted()))
    assert comparison.engine.name == "lexical+counted"
    assert comparison.pairs[0].left.of(left.text) == "Vannacht verging een boot."
    assert comparison.pairs[0].right.of(right.text) == "Ergens zonk gisteren het schip."
