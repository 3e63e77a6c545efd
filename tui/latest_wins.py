"""Questions that are overtaken by newer ones, such as a search while it is typed."""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

from textual.dom import DOMNode

Question = TypeVar("Question")


class LatestWins(Generic[Question]):
    """Answers what was asked last, one question at a time, on a thread; what newer ones overtook is not answered at all.

    `answer` is called on the thread; while it is at work, `overtaken` says whether something newer was asked.
    """

    def __init__(self, node: DOMNode, answer: Callable[[Question], None]) -> None:
        self._node, self._answer = node, answer
        self._lock = Lock()
        self._asked: list[Question] = []
        self._busy = False

    @property
    def overtaken(self) -> bool:
        """Whether something newer was asked than what is being answered."""
        return bool(self._asked)

    def ask(self, question: Question) -> None:
        """Have this answered next, in the place of whatever waits."""
        with self._lock:
            self._asked = [question]
            if self._busy:
                return
            self._busy = True
        self._node.run_worker(self._work, thread=True, exit_on_error=False, group="newest")

    def _work(self) -> None:
        try:
            while (question := self._next()) is not None:
                self._answer(question)
        except BaseException:
            self._busy = False
            raise

    def _next(self) -> Question | None:
        with self._lock:
            question = self._asked.pop() if self._asked else None
            self._busy = question is not None
            return question
