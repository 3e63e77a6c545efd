"""Multi-word expressions: fixed ones that stand together, and verbs with what belongs to them elsewhere in the clause."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefing.language.dictionary import Dictionary, dictionary, table
from briefing.translate.literal.lists import listed

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
        self,
        fixed: Iterable[Fixed],
        verbs: Iterable[VerbExpression],
        collocations: Iterable[Collocation],
        after_nouns: Iterable[tuple[str, str, str]] = (),
    ) -> None:
        self.all = (tuple(fixed), tuple(verbs), tuple(collocations), tuple(after_nouns))
        self._fixed: dict[str, list[Fixed]] = {}
        for one in self.all[0]:
            self._fixed.setdefault(one.words[0], []).append(one)
        for same in self._fixed.values():
            same.sort(key=lambda e: -len(e.words))
        self._verbs: dict[str, list[VerbExpression]] = {}
        for expression in self.all[1]:
            self._verbs.setdefault(expression.head, []).append(expression)
        for others in self._verbs.values():
            others.sort(key=lambda e: -(2 * len(e.words) + bool(e.preposition)))
        self.after_nouns: dict[str, dict[str, str]] = {}
        for noun, preposition, english in self.all[3]:
            self.after_nouns.setdefault(preposition, {})[noun] = english
        self.collocations: dict[str, list[Collocation]] = {}
        for collocation in self.all[2]:
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


_DETERMINERS = listed("nl", "articles")


def bare(text: str) -> str:
    """The words of a phrase without articles: "op de hoogte" is found as "op hoogte"."""
    return " ".join(word for word in text.split(" ") if word not in _DETERMINERS) if " " in text else text


def _verb(words: list[str], english: str, known: Dictionary) -> VerbExpression:
    """A verb expression from its words. Raises ValueError where none of them is a verb."""
    verbs = [w for w in words if w.endswith("*")] or [w for w in words if known.of(w, "v") or w in known.particles]
    if not verbs:
        raise ValueError(f"no verb that the dictionary knows in {' '.join(words)!r}")
    head = verbs[-1]
    place = words.index(head)
    rest = [w for n, w in enumerate(words) if n != place]
    preposition = ""
    if words[-1] != head and known.of(words[-1], "prep"):
        preposition = rest.pop()
    target, _, link = english.partition(" + ")
    return VerbExpression(head.rstrip("*"), tuple(_grouped(rest, known)), preposition, target, link)


def _grouped(words: list[str], known: Dictionary) -> Iterator[str]:
    """The words that are looked for one by one: a preposition goes with its noun, an article and "te" with nothing."""
    held = ""
    for place, word in enumerate(words):
        ahead = words[place + 1] if place + 1 < len(words) else ""
        if held and word not in _DETERMINERS:
            yield f"{held} {word}"
            held = ""
        elif word == "te" and known.of(ahead, "v"):
            continue
        elif ahead and known.of(word, "prep") and not known.of(ahead, "v"):
            held = word
        elif word not in _DETERMINERS or not (ahead or held) or (word == "het" and not known.of(ahead, "n")):
            yield word


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
    after_nouns = [(noun, preposition, english) for noun, preposition, english in table("nl", "prepositions")]
    return Expressions(fixed, verbs, collocations, after_nouns)


def with_glossary(base: Expressions, glossary: Mapping[str, str]) -> Expressions:
    """The expressions with a user's own of more than one word, which win."""
    own = [
        Fixed(tuple(dutch.lower().split()), "name", english)
        for dutch, english in glossary.items()
        if " " in dutch.strip()
    ]
    fixed, verbs, collocations, after_nouns = base.all
    return Expressions([*own, *fixed], verbs, collocations, after_nouns)
