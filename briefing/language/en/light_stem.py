"""English words as the index keeps them: a light stem that brings together a noun and its plural and the forms of a
regular verb."""

import re

_LAST = "sgde"
_VOWEL = re.compile(r"[aeiouy]")
_DOUBLED = re.compile(r"([bdfgmnprt])\1$")


def stem(word: str) -> str:
    """The light stem of a folded English word: "agencies" and "agency", "warned" and "warning" are one."""
    if len(word) < 4 or word[-1] not in _LAST or not word.isalpha():
        return word
    return _verb(_singular(word))


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zes")):
        return word[:-2]
    if word.endswith("s") and word[-2] not in "sui":
        return word[:-1]
    return word


def _verb(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and _VOWEL.search(rest) and not word.endswith("eed"):
            if rest.endswith("i"):
                return rest[:-1] + "y"
            return rest[:-1] if _DOUBLED.search(rest) else rest.removesuffix("e")
    return word[:-1] if word.endswith("e") and len(word) >= 4 else word
