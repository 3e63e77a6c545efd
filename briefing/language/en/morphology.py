"""How English words inflect, from rules and the lists of irregular words in `dictionary/`; and what lemma a form may come from."""

from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

VOWELS = "aeiou"
ADJECTIVE_ENDINGS = ("ic", "ous", "al", "ive", "able", "ible", "ful", "less", "ish", "ary", "ar")
"""Endings of words that are mostly adjectives."""
# Verbs of two syllables that double their last consonant: the stress is on it, or British spelling does so.
_DOUBLED = """
admit allot begin commit compel confer control defer deter dispel equip expel incur infer occur omit outwit patrol
permit prefer propel rebel recur refer regret remit repel submit transfer transmit travel cancel label model signal
level fuel total quarrel counsel channel dial marvel unravel shovel tunnel kidnap worship handicap program
abet abut acquit forget forbid beget overrun undercut annul appal befit beset concur deadpan debar debug
demur embed enrol enthral excel extol fulfil format
hobnob instil interbred intermit input manumit offset output outrun rebut recap relabel remodel reset rerun unplug unzip upset wiretap
"""
_DOUBLING = frozenset(_DOUBLED.split())
_HARD_H = ("hour", "honest", "honour", "heir")
_SOFT_U = ("uni", "use", "usu", "uti", "eu", "one", "once", "ura", "ubi", "ute", "u-", "ukr", "uk")
_SHORT_IN_Z = 4
_SHORT = "simple able narrow quiet clever noble gentle humble subtle early likely friendly deadly lively lovely lonely"
_SHORT_GRADES = frozenset(_SHORT.split())
_GRADES = {
    "good": ("better", "best"),
    "bad": ("worse", "worst"),
    "far": ("further", "furthest"),
    "much": ("more", "most"),
    "many": ("more", "most"),
    "little": ("less", "least"),
    "few": ("fewer", "fewest"),
    "well": ("better", "best"),
}


class Paradigm(NamedTuple):
    """The forms of a verb: third person, past, participle, -ing."""

    third: str
    past: str
    participle: str
    ing: str


def _rows(name: str) -> Iterator[list[str]]:
    text = (resources.files("briefing.language.en") / "dictionary" / f"{name}.tsv").read_text(encoding="utf-8")
    return (line.split("\t") for line in text.splitlines() if line and line[0] != "#")


@cache
def irregular_verbs() -> dict[str, tuple[str, str]]:
    """Infinitive -> past, participle."""
    return {base: (past, participle) for base, past, participle in _rows("verbs")}


@cache
def irregular_adverbs() -> dict[str, str]:
    """Adjective -> adverb, where the rules do not give it."""
    return {row[0]: row[1] for row in _rows("adverbs")}


@cache
def irregular_nouns() -> dict[str, str]:
    """Singular -> plural, or one of the marks `-`, `=` and `pl`."""
    return {row[0]: row[1] for row in _rows("nouns")}


def _doubles(word: str) -> bool:
    if len(word) < 3 or word[-1] in VOWELS + "wxyh" or word[-2] not in VOWELS or word[-3] in VOWELS:
        return len(word) > 3 and word[-3:-1] == "ui" and word[-4] == "q"
    return sum(letter in VOWELS for letter in word) == 1 or word in _DOUBLING


def _before_ending(word: str) -> str:
    """The verb as spelt before -ed and -ing: the last consonant doubled, or a "k" after its "c"."""
    if word.endswith("c"):
        return word + "k"
    return word + word[-1] if _doubles(word) else word


def sibilant(word: str) -> str:
    """The word with -s or -es."""
    if word.endswith("z") and word[-2:-1] in VOWELS and len(word) <= _SHORT_IN_Z:
        return word + "zes"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in VOWELS:
        return word[:-1] + "ies"
    return word + "s"


@cache
def verb(infinitive: str) -> Paradigm:
    """The forms of a one-word verb."""
    if infinitive == "be":
        return Paradigm("is", "was", "been", "being")
    ends_in_o = infinitive[-1] == "o" and infinitive[-2:-1] not in VOWELS
    third = "has" if infinitive == "have" else infinitive + "es" if ends_in_o else sibilant(infinitive)
    stem = _before_ending(infinitive)
    if infinitive.endswith("ie"):
        ing = infinitive[:-2] + "ying"
    elif infinitive.endswith("e") and not infinitive.endswith(("ee", "ye", "oe")):
        ing = infinitive[:-1] + "ing"
    else:
        ing = stem + "ing"
    if infinitive in irregular_verbs():
        return Paradigm(third, *irregular_verbs()[infinitive], ing)
    if infinitive.endswith("e"):
        past = infinitive + "d"
    elif infinitive.endswith("y") and infinitive[-2:-1] not in VOWELS:
        past = infinitive[:-1] + "ied"
    else:
        past = stem + "ed"
    return Paradigm(third, past, past, ing)


def number_of(noun: str) -> Literal["", "-", "pl"]:
    """Whether a noun is uncountable (`-`), always plural (`pl`) or neither."""
    mark = irregular_nouns().get(noun) or irregular_nouns().get(noun.rpartition(" ")[2], "")
    return "-" if mark == "-" else "pl" if mark == "pl" else ""


@cache
def plural(noun: str) -> str:
    """The plural of a noun phrase's head: its last word, or the one before "of"."""
    for joint in (" of ", " in ", " at ", " for ", " on ", " to ", " with "):
        if joint in noun:
            head, _, rest = noun.partition(joint)
            return plural(head) + joint + rest
    mark = irregular_nouns().get(noun)
    if mark is None:
        before, space, last = noun.rpartition(" ")
        if space:
            return f"{before} {plural(last)}"
        for single in ("man", "woman", "child", "foot", "tooth", "wife", "craft"):
            if (
                noun.endswith(single)
                and noun not in {"human", "german", "roman", "German", "Roman", "shaman"}
                and len(noun) > len(single) + 1
            ):
                return noun[: -len(single)] + ({"craft": "craft"}.get(single) or irregular_nouns()[single])
        if noun.endswith("s") and not noun.endswith(("ss", "us", "as", "is")):
            return noun
        return sibilant(noun)
    return noun if mark in {"-", "=", "pl"} else mark


@cache
def _graded(adjective: str) -> tuple[str, str]:
    if adjective in _GRADES:
        return _GRADES[adjective]
    sounds = 0
    for at, letter in enumerate(adjective):
        if letter in VOWELS + "y" and (at == 0 or adjective[at - 1] not in VOWELS + "y"):
            sounds += 1
    if adjective.endswith("e") and sounds > 1 and not adjective.endswith("le"):
        sounds -= 1
    short = sounds == 1 or (sounds == 2 and (adjective.endswith("y") or adjective in _SHORT_GRADES))
    if not short or " " in adjective or "-" in adjective or adjective.endswith(("ed", "ing")):
        return f"more {adjective}", f"most {adjective}"
    if adjective.endswith("e"):
        return adjective + "r", adjective + "st"
    if adjective.endswith("y") and adjective[-2] not in VOWELS:
        return adjective[:-1] + "ier", adjective[:-1] + "iest"
    stem = adjective + adjective[-1] if _doubles(adjective) else adjective
    return stem + "er", stem + "est"


def comparative(adjective: str) -> str:
    """The comparative: "bigger", "more important"."""
    return _graded(adjective)[0]


def superlative(adjective: str) -> str:
    """The superlative: "biggest", "most important"."""
    return _graded(adjective)[1]


@cache
def adverb(adjective: str) -> str:
    """The adverb of an adjective: "quickly"; the word itself where it serves as one or is none."""
    irregular = irregular_adverbs().get(adjective)
    if irregular is not None:
        return irregular
    if " " in adjective or adjective[:1].isupper() or adjective.endswith(("ly", "wards", "ways")):
        return adjective
    for ending, cut, added in (("ic", 0, "ally"), ("le", 1, "y"), ("y", 1, "ily"), ("ll", 0, "y")):
        if adjective.endswith(ending) and (ending != "le" or adjective[-3] not in VOWELS):
            return adjective[: len(adjective) - cut] + added
    return adjective + "ly"


def article(word: str) -> str:
    """ "a" or "an", by the sound that the next word begins with."""
    low = word.lower().lstrip("\"'“‘(")
    if not low:
        return "a"
    if low[0].isdigit():
        return "an" if low[0] == "8" or (low.startswith(("11", "18")) and not low[2:3].isdigit()) else "a"
    if word.isupper() and 1 < len(word) <= 4 and word.isalpha():
        return "an" if word[0] in "AEFHILMNORSX" else "a"
    if low.startswith(_HARD_H):
        return "an"
    if low.startswith(_SOFT_U) and not low.startswith(("unin", "unim", "unid")):
        return "a"
    return "an" if low[0] in VOWELS else "a"


def possessive(phrase: str) -> str:
    """The genitive: "Huawei's", "the members'"."""
    return phrase + ("'" if phrase.endswith("s") and not phrase[:1].isupper() else "'s")


@cache
def _past_forms() -> dict[str, tuple[tuple[str, str], ...]]:
    forms: dict[str, tuple[tuple[str, str], ...]] = {}
    for base, (past, participle) in irregular_verbs().items():
        forms[past] = (*forms.get(past, ()), (base, "past"))
        forms[participle] = (*forms.get(participle, ()), (base, "part"))
    return forms


@cache
def _plural_forms() -> dict[str, str]:
    return {many: one for one, many in irregular_nouns().items() if many not in {"-", "=", "pl"}}


def candidates(form: str) -> Iterator[tuple[str, str, str]]:
    """Lemmas that a form may come from, with part of speech (n, v, a) and form name; to be looked up."""
    for base, name in _past_forms().get(form, ()):
        yield base, "v", name
    if form in _plural_forms():
        yield _plural_forms()[form], "n", "pl"
    for adjective, (more, most) in _GRADES.items():
        if form in {more, most}:
            yield adjective, "a", "comp" if form == more else "sup"
    for ending, pos, name in _ENDINGS:
        if form.endswith(ending) and len(form) >= len(ending) + 2:
            for root in _roots(form[: -len(ending)], ending):
                yield root, pos, name


_ENDINGS = (
    ("s", "n", "pl"),
    ("s", "v", "3"),
    ("ed", "v", "past"),
    ("ed", "v", "part"),
    ("ing", "v", "ing"),
    ("er", "a", "comp"),
    ("est", "a", "sup"),
    ("ly", "a", "ly"),
)


def _roots(cut: str, ending: str) -> Iterator[str]:
    """What may stand before an ending: "stud" + "ies", "stopp" + "ed", "mak" + "ing"."""
    yield cut
    last = cut[-1]
    if ending == "s":
        for extra, instead in (("ie", "y"), ("e", ""), ("ve", "f"), ("ve", "fe")):
            if cut.endswith(extra):
                yield cut[: -len(extra)] + instead
        return
    if last == "i":
        yield cut[:-1] + "y"
    if last == cut[-2:-1]:
        yield cut[:-1]
    if ending == "ly":
        yield cut + "le"
        yield cut + "l"
        if cut.endswith("al"):
            yield cut[:-2]
        return
    yield cut + "e"
    if ending == "ing" and last == "y":
        yield cut[:-1] + "ie"
