"""Multi-word expressions: fixed ones that stand together, and verbs with what belongs to them elsewhere in the clause."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefing.language.dictionary import Dictionary, dictionary, table

SORTS = {
    "adv": "W",
    "prep": "P",
    "n": "N",
    "a": "A",
    "name": "E",
    "det": "D",
    "pron": "R",
    "conj": "S",
    "co": "C",
    "int": "I",
}


class Fixed(NamedTuple):
    """Words that stand together, the class that they have together, and their English. A noun's last word is its lemma."""

    words: tuple[str, ...]
    pos: str
    english: str


class VerbExpression(NamedTuple):
    """A verb with words of its clause: `words` are absorbed, `preposition` opens a phrase that is kept.

    `english` is the verb with its own words; `link` the English preposition (empty for a direct object).
    """

    head: str
    words: tuple[str, ...]
    preposition: str
    english: str
    link: str


class Collocation(NamedTuple):
    """The English verb for a Dutch one where one of the nouns is in its clause; the noun itself is kept."""

    verb: str
    nouns: frozenset[str]
    english: str


class Expressions:
    """All expressions, found by their first word or their verb."""

    def __init__(
        self, fixed: Iterable[Fixed], verbs: Iterable[VerbExpression], collocations: Iterable[Collocation]
    ) -> None:
        self._fixed: dict[str, list[Fixed]] = {}
        for one in fixed:
            self._fixed.setdefault(one.words[0], []).append(one)
        for same in self._fixed.values():
            same.sort(key=lambda e: -len(e.words))
        self._verbs: dict[str, list[VerbExpression]] = {}
        for expression in verbs:
            self._verbs.setdefault(expression.head, []).append(expression)
        for others in self._verbs.values():
            others.sort(key=lambda e: -(2 * len(e.words) + bool(e.preposition)))
        self.collocations: dict[str, list[Collocation]] = {}
        for collocation in collocations:
            self.collocations.setdefault(collocation.verb, []).append(collocation)

    def fixed_at(self, words: Sequence[str], at: int, known: Dictionary) -> tuple[Fixed, str] | None:
        """The longest fixed expression that begins at a place of the lower-case words, with the form of its last word."""
        for one in self._fixed.get(words[at], ()):
            length = len(one.words)
            there = words[at : at + length]
            if tuple(there) == one.words:
                return one, "sg"
            if one.pos == "n" and len(there) == length and _same_head(there, one.words, known):
                return one, "pl"
        return None

    def verb(self, head: str) -> Sequence[VerbExpression]:
        """The expressions with a verb, those with most words first."""
        return self._verbs.get(head, ())


def _same_head(there: Sequence[str], words: tuple[str, ...], known: Dictionary) -> bool:
    if any(a != b and a.removesuffix("e") != b.removesuffix("e") for a, b in zip(there[:-1], words[:-1], strict=True)):
        return False
    return any(r.entry.lemma == words[-1] and r.entry.pos == "n" for r in known.readings(there[-1]))


def _verb(words: list[str], english: str, known: Dictionary) -> VerbExpression:
    head = next((w.rstrip("*") for w in words if w.endswith("*")), "")
    if not head:
        head = next(w for w in reversed(words) if known.of(w, "v") or w in known.particles)
    rest = [w for w in words if w.rstrip("*") != head]
    last = words[-1]
    preposition = last if last != head and known.of(last, "prep") else ""
    if preposition:
        rest.remove(last)
    target, _, link = english.partition(" + ")
    return VerbExpression(head, tuple(rest), preposition, target, link)


@cache
def expressions() -> Expressions:
    """The built-in expressions, read at the first call."""
    known = dictionary()
    fixed, verbs = [], []
    for dutch, pos, english in table("nl", "expressions"):
        words = dutch.split(" ")
        if pos == "v":
            verbs.append(_verb(words, english, known))
        else:
            fixed.append(Fixed(tuple(words), pos, english))
    collocations = [
        Collocation(verb, frozenset(nouns.split(", ")), english) for verb, nouns, english in table("nl", "collocations")
    ]
    return Expressions(fixed, verbs, collocations)


def with_glossary(base: Expressions, glossary: Mapping[str, str]) -> Expressions:
    """The expressions with a user's own of more than one word before them."""
    own = [
        Fixed(tuple(dutch.lower().split()), "name", english)
        for dutch, english in glossary.items()
        if " " in dutch.strip()
    ]
    merged = Expressions(own, (), ())
    for first, same in base._fixed.items():  # noqa: SLF001
        merged._fixed.setdefault(first, []).extend(same)  # noqa: SLF001
    merged._verbs, merged.collocations = base._verbs, base.collocations  # noqa: SLF001
    return merged
