"""What an English word is by its neighbours, where the word itself can be several things."""

from briefing.language.tags import VERBS, Tag
from briefing.translate.literal.lists import listed, paired
from briefing.translate.literal.tree import Word

_APPROXIMATING = listed("en", "approximating")
_BEFORE_MONTHS = listed("en", "before_months")
_BETWEEN_VERBS = listed("en", "between_verbs")

_ANSWERS = paired("en", "answers")
_ALTERNATIVES = paired("en", "alternatives")
_FIRST_ALTERNATIVE = paired("en", "first_alternative")

BE = listed("en", "be")
HAVE = listed("en", "have")
DO = listed("en", "do")
MODALS = listed("en", "modals")
_GERUND = listed("en", "before_gerund")
_TAKES_INFINITIVE = listed("en", "takes_infinitive")
_TELLS_TO = listed("en", "tells_to")
_TEMPORAL = listed("en", "temporal")
_SUBJECTS = listed("en", "subjects")
_NUMBERS = listed("en", "number_words")


def opening(found: dict[str, float], at: int, words: list[Word]) -> dict[str, float]:
    """The costs of a word that can open a phrase or a clause: "after" before no finite verb, "to" before an infinitive."""
    low = words[at].low
    if low == "to" and _marks_infinitive(at, words):
        return {"T": 0.0}
    preposition = "P" in found and low in _TEMPORAL and not _finite_before_mark(at, words)
    return {"P": 0.0} if preposition else found


def _marks_infinitive(at: int, words: list[Word]) -> bool:
    """Whether "to" stands before an infinitive, by what takes one before it: "plans to target", "urged them to stop"."""
    ahead = words[at + 1] if at + 1 < len(words) else None
    if ahead is None or not any(r.entry.pos == "v" and r.form == "inf" for r in ahead.options):
        return False
    close = at > 0 and words[at - 1].low in _TAKES_INFINITIVE
    return close or any(word.low in _TELLS_TO for word in words[max(0, at - 4) : at])


def in_context(found: dict[str, float], at: int, words: list[Word]) -> dict[str, float]:
    """The costs of a word that its neighbours settle."""
    word, before = words[at], words[at - 1] if at else None
    ahead = words[at + 1] if at + 1 < len(words) else None
    counts = ahead is not None and (ahead.sort == "M" or ahead.text[:1].isdigit() or ahead.low in _NUMBERS)
    paired_class = {"W": 0.0} if word.low in _APPROXIMATING and counts else _of_pair(at, words)
    if paired_class is not None:
        return paired_class
    if (
        word.low == "as"
        and (before is None or before.sort == "X" or (ahead is not None and ahead.low in _SUBJECTS))
        and _finite_soon(at, words)
    ):
        return {"S": 0.0}
    if word.text == "May" and before is not None and before.sort == "" and before.low in _GERUND | _BEFORE_MONTHS:
        word.target = "mei"
        return {"E": 0.0}
    if word.tag is Tag.PRESENT_PARTICIPLE and before is not None and before.low.rpartition(" ")[2] in _GERUND:
        return {"V": 0.0}
    if "V" not in found or len(found) == 1 or before is None or word.base:
        return found
    return {
        **found,
        "V": found["V"]
        + _after(before if before.low not in _BETWEEN_VERBS or at < 2 else words[at - 2], word, "N" in found),
    }


def _of_pair(at: int, words: list[Word]) -> dict[str, float] | None:
    """The class of a word by another that it goes with: "either ... or", "as ... as", "No, ..."."""
    word, ahead = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.low in _ANSWERS and ahead is not None and ahead.text == ",":
        word.target = _ANSWERS[word.low]
        return {"I": 0.0}
    later = {one.low for one in words[at + 1 : at + 15]}
    if word.low in _ALTERNATIVES and _ALTERNATIVES[word.low] in later:
        word.target, word.options = _FIRST_ALTERNATIVE[word.low], ()
        return {"W": 0.0}
    if word.low == "as" and any(one.low == "as" for one in words[max(0, at - 4) : max(0, at - 1)]):
        word.target = "als"
        return {"S": 0.0} if ahead is not None and ahead.low in _SUBJECTS and _finite_soon(at, words) else {"P": 0.0}
    described = ahead is not None and ahead.tag is Tag.DETERMINER and not _finite_soon(at, words)
    return {"P": 0.0} if word.low == "as" and described else None


def _after(before: Word, word: Word, noun: bool) -> float:
    """What being a verb costs a word more or less after the word before it."""
    verbal = [r.form for r in word.options if r.entry.pos == "v"]
    if before.low in MODALS | DO | {"to"} and "inf" in verbal:
        return -1.0
    if before.low in BE | HAVE:
        return 0.0 if {"part", "past", "ing"} & set(verbal) else 1.5
    only_verb = {r.entry.pos for r in before.options} == {"v"}
    return 0.8 if noun and only_verb else 0.0


def _finite_before_mark(at: int, words: list[Word]) -> bool:
    """Whether a finite verb comes before the next mark."""
    end = next((place for place in range(at + 1, len(words)) if words[place].sort == "X"), len(words))
    return any(word.tag in VERBS for word in words[at + 1 : end])


def _finite_soon(at: int, words: list[Word]) -> bool:
    for word in words[at + 1 : at + 12]:
        if word.sort == "X":
            return False
        if word.low in BE | HAVE | MODALS or any(r.form in {"past", "3"} for r in word.options):
            return True
    return False
