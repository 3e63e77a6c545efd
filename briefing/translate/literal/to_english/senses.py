"""From Dutch words to English ones: senses, compounds, numbers, and the expressions that a clause holds."""

import re
from collections.abc import Iterator

from briefing.language.dictionary import DictionaryEntry, WordReading
from briefing.language.en import morphology as english
from briefing.translate.literal.expressions import Expressions, VerbExpression, bare
from briefing.translate.literal.lists import listed
from briefing.translate.literal.tree import Clause, Element, Modifier, Noun, Preposition, Word

_PLAIN_DETERMINERS = listed("nl", "plain_determiners")
_REFLEXIVE = listed("nl", "reflexive")

DIRECT = "\x02"
"""Stands for a preposition that English leaves out."""
WITH_OBJECT, WITHOUT_OBJECT = "+", "-"
"""Stand among the lemmas of a clause, so that a sense can ask for an object, or for none."""
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])")
_DECIMAL = re.compile(r"(?<![\d,])(\d+),(\d+)(?![\d,])")
_CLOCK = re.compile(r"(?<!\d)([01]?\d|2[0-4])\.([0-5]\d)(?!\d)")
_ORDINAL = re.compile(r"(\d+)(?:e|de|ste)")


def number(text: str, *, clock: bool = False) -> str:
    """A number in English writing: "1.234,5" becomes "1,234.5", "20e" "20th"; with `clock` "9.30" is "9:30"."""
    if clock and _CLOCK.fullmatch(text):
        return text.replace(".", ":")
    ordinal = _ORDINAL.fullmatch(text)
    if ordinal:
        n = ordinal[1]
        ending = "th" if n[-2:-1] == "1" else {"1": "st", "2": "nd", "3": "rd"}.get(n[-1], "th")
        return n + ending
    text = _DECIMAL.sub(lambda m: f"{m[1]}\x01{m[2]}", text)
    text = _THOUSANDS.sub(lambda m: m.group().replace(".", ","), text)
    return text.replace("\x01", ".")


def sense(entry: DictionaryEntry, near: frozenset[str]) -> str:
    """The equivalent that fits the lemmas of the clause: one that asks for a lemma that is there, else the first that asks for none."""
    for one in entry.senses:
        if one.near and not near.isdisjoint(one.near):
            return one.english
    for one in entry.senses:
        if not one.near:
            return one.english
    return entry.senses[0].english if entry.senses else entry.lemma


def compound(reading: WordReading, near: frozenset[str]) -> str:
    """The English of a compound: its first parts in the singular, then its head."""
    words = []
    for part in reading.parts:
        if not part.entry.senses:
            continue
        word = sense(part.entry, frozenset())
        if part.entry.pos == "v":
            word = english.verb(word.split(" ")[0]).ing
        words.append(word)
    return " ".join([*words, sense(reading.entry, near)])


def lemmas(clause: Clause) -> Iterator[str]:
    """The lemmas of a clause's own words, not of clauses inside it."""
    for verb in clause.verbs:
        yield verb.lemma
    elements = [*clause.front, *clause.middle, *([clause.subject] if clause.subject else [])]
    for element in elements:
        yield from _lemmas(element)


def _lemmas(element: Element) -> Iterator[str]:
    if isinstance(element, Noun):
        for word in (*element.before, *element.head):
            yield word.lemma
            if word.reading:
                for part in word.reading.parts:
                    yield part.entry.lemma
        for inner in element.after:
            if not isinstance(inner, Clause):
                yield from _lemmas(inner)
        for _, other in element.others:
            yield from _lemmas(other)
    elif isinstance(element, Preposition):
        yield element.word.low
        if element.object is not None and not isinstance(element.object, Clause):
            yield from _lemmas(element.object)
    elif isinstance(element, Modifier):
        for word in element.words:
            yield word.lemma


def apply_expressions(clause: Clause, expressions: Expressions) -> None:
    """Give the clause's verbs the English of the expression or collocation that they are part of."""
    near = set(lemmas(clause))
    objects = {word.lemma for e in (*clause.front, *clause.middle) if isinstance(e, Noun) for word in e.head}
    for verb in clause.verbs[::-1]:
        if verb.sort != "V" or verb.reading is None or verb.target:
            continue
        beside = next((c for c in expressions.collocations.get(verb.lemma, ()) if not c.nouns.isdisjoint(near)), None)
        bound = beside is not None and not beside.nouns.isdisjoint(objects)
        for expression in expressions.verb(verb.lemma):
            if (expression.words or not bound) and _applies(clause, verb, expression):
                break
        verb.target = verb.target or (beside.english if beside is not None else "")


def _applies(clause: Clause, verb: Word, expression: VerbExpression) -> bool:
    """Apply the expression, if all its words are in the clause: absorb them, set the verb's English and the preposition's."""
    taken: list[tuple[list[Element], Element]] = []
    verbs: list[Word] = []
    for wanted in expression.words:
        other = next((w for w in clause.verbs if w is not verb and _is_below(w, wanted)), None)
        if other is not None:
            verbs.append(other)
            continue
        found = _absorbed(clause, wanted)
        if found is None:
            return False
        taken.append(found)
    if expression.preposition:
        phrase = _phrase(clause, expression.preposition, [element for _, element in taken])
        if phrase is None:
            return False
        phrase.target = expression.link or DIRECT
    for elements, element in taken:
        if isinstance(element, Noun) and element.determiner is not None and element.determiner.low == "geen":
            clause.negation = clause.negation or element.determiner
        place = elements.index(element)
        elements[place : place + 1] = _left_over(element)
    for other in verbs:
        _remove(clause.verbs, other)
    verb.target = expression.english
    return True


def _is_below(word: Word, wanted: str) -> bool:
    """Whether a word is the further verb of an expression, which is an infinitive: "te maken hebben met"."""
    return word.sort == "V" and word.lemma == wanted and word.form not in {"part", "part.e"}


def _remove(verbs: list[Word], verb: Word) -> None:
    at = verbs.index(verb)
    del verbs[at]
    if at > 0 and verbs[at - 1].sort == "T":
        del verbs[at - 1]


def _left_over(element: Element) -> list[Element]:
    """What follows the absorbed words inside their phrase."""
    noun = element.object if isinstance(element, Preposition) else element
    return list(noun.after) if isinstance(noun, Noun) else []


def _absorbed(clause: Clause, wanted: str) -> tuple[list[Element], Element] | None:
    """An element of the clause that is the wanted words and nothing more: "afscheid", "zich", "op", "op de hoogte"."""
    for elements in (clause.middle, clause.front):
        for element in elements:
            if _is(element, wanted):
                return elements, element
    return None


def _is(element: Element, wanted: str) -> bool:
    if isinstance(element, Modifier):
        word = element.words[0]
        return len(element.words) == 1 and wanted in {bare(word.low), word.lemma}
    if isinstance(element, Preposition):
        first, _, rest = wanted.partition(" ")
        return bool(rest) and element.word.low == first and element.object is not None and _is(element.object, rest)
    if not isinstance(element, Noun) or not element.head or element.before or element.others:
        return False
    word = element.head[-1]
    if wanted == "zich":
        return element.pronoun and word.low in _REFLEXIVE
    plain = element.determiner is None or element.determiner.low in _PLAIN_DETERMINERS
    return plain and wanted in {word.lemma, bare(word.low)}


def _phrase(clause: Clause, preposition: str, taken: list[Element]) -> Preposition | None:
    """The phrase that an expression's preposition opens: in the clause, after the absorbed words, else after another noun."""
    after = [inner for element in taken for inner in _left_over(element)]
    for element in (*after, *clause.middle, *clause.front):
        if isinstance(element, Preposition) and element.word.low == preposition and not element.target:
            return element
    for element in (*clause.middle, *clause.front):
        if isinstance(element, Noun) and not element.pronoun and preposition != "van":
            for inner in element.after:
                if isinstance(inner, Preposition) and inner.word.low == preposition and not inner.target:
                    return inner
    return None
