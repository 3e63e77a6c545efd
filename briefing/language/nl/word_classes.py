"""The word classes that a Dutch form can have, by the dictionary."""

from typing import Final

from briefing.language.dictionary import WordReading, dictionary

_VERB_FORMS: Final = {"inf": "v", "part": "e", "part.e": "e"}
_CLASSES: Final = {
    "n": "n",
    "a": "a",
    "adv": "b",
    "int": "b",
    "name": "m",
    "num": "#",
    "prep": "p",
    "conj": "c",
    "pron": "o",
    "det": "d",
}


def word_classes(form: str) -> str:
    """The classes of a form in lower case, a letter each in order: "n" noun, "v" infinitive, "f" finite verb, "e" participle ..."""
    return "".join(sorted({_class_of(reading) for reading in dictionary().readings(form)}))


def _class_of(reading: WordReading) -> str:
    if reading.entry.pos == "v":
        return _VERB_FORMS.get(reading.form, "f")
    return _CLASSES[reading.entry.pos]
