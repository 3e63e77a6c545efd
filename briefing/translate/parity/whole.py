"""What can be wrong with a translation as a whole: nothing there, words over and over, far too long or short, not translated."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from briefing.article import Language
from briefing.language.identify import identify
from briefing.summary.summary import Check

_LONGEST, _SHORTEST = 3.0, 0.3
_SLACK: Final = 25
_RUN: Final = 3
_TIMES: Final = 3
_ENOUGH_WORDS, _SURE_WORDS = 5, 10


def whole_checks(original: str, from_: Language, text: str, to: Language) -> Iterator[Check]:
    """What is wrong; nothing where nothing is."""
    if not text.strip():
        yield Check("empty", False, original)
        return
    words = text.split()
    same = len(words) >= _ENOUGH_WORDS and words == original.split()
    if from_ != to and (same or (len(words) >= _SURE_WORDS and identify(text) == from_)):
        yield Check("untranslated", False, original)
    if repeated := stutter(original, text):
        yield Check("repetition", False, repeated)
    if len(text) > _LONGEST * len(original) + _SLACK or len(text) + _SLACK < _SHORTEST * len(original):
        yield Check("length", False, original)


def stutter(original: str, text: str) -> str:
    """What a translation says over and over, in lower case; "" where it does not. Engines may stutter on short input.

    That is a word more than twice in a row, or a run of three words three times more often than in the original.
    """
    there, here = _runs(text), _runs(original)
    most = max(here.values(), default=0)
    if run := next((" ".join(run) for run, times in there.items() if times >= _TIMES + most), ""):
        return run
    words, own = text.lower().split(), original.lower().split()
    thrice = (word for at, word in enumerate(words[2:]) if words[at] == words[at + 1] == word and word.isalpha())
    return next(thrice, "") if not any(a == b == c for a, b, c in zip(own, own[1:], own[2:], strict=False)) else ""


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = text.lower().split()
    return Counter(tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
