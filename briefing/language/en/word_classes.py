"""The word classes that an English form can have, by the equivalents of the dictionary and their inflection."""

from functools import cache
from typing import Final

from briefing.language.dictionary import dictionary
from briefing.language.en import morphology

_CLASSES: Final = {"n": "n", "v": "v", "a": "a", "adv": "b", "name": "m"}
_VERB_FORMS: Final = {"past": "f", "3": "f", "part": "e", "ing": "g"}
_OTHER: Final = "o"
_PLURAL: Final = "N"
_COMPARED: Final = "A"


def word_classes(form: str) -> str:
    """The classes of a form in lower case, a letter each in order: "n" noun, "N" plural, "v" bare verb, "f" finite, "e" participle ..."""
    known = _lemmas()
    found = {_CLASSES.get(pos, _OTHER) for pos in known.get(form, ())}
    for lemma, pos, name in morphology.candidates(form):
        if pos in known.get(lemma, ()):
            found.add(_inflected(pos, name))
    return "".join(sorted(found))


def _inflected(pos: str, name: str) -> str:
    if pos == "v":
        return _VERB_FORMS.get(name, "f")
    return _PLURAL if pos == "n" else _COMPARED


@cache
def _lemmas() -> dict[str, frozenset[str]]:
    """The single English words of the dictionary with the parts of speech of the entries they translate."""
    found: dict[str, set[str]] = {}
    for entry in dictionary().entries:
        for sense in entry.senses:
            if " " not in sense.english:
                found.setdefault(sense.english.lower(), set()).add(entry.pos)
    return {word: frozenset(poses) for word, poses in found.items()}
