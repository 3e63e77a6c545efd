"""English verbs that Dutch says with another verb where certain words or clauses go with them: "step down", "decline to"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.language.dictionary import DictionaryEntry, dictionary, table
from briefing.translate.literal.lists import listed
from briefing.translate.literal.tree import Clause, Element, Modifier, Noun, Preposition, Punctuation, Word

_DIRECTION = listed("en", "direction")

_COLUMNS = 5


@dataclass(frozen=True, slots=True)
class VerbIdiom:
    """What stands with an English verb, and the Dutch for it: a verb, words before the verbs at the end, a preposition."""

    pattern: tuple[str, ...]
    verb: DictionaryEntry
    extra: str
    preposition: str


@dataclass(frozen=True, slots=True)
class Idiomatic:
    """A verb's Dutch entry and the other elements of its clause."""

    verb: DictionaryEntry
    elements: list[Element]


@cache
def verb_idioms() -> Mapping[str, Sequence[VerbIdiom]]:
    """The idioms by their English verb, longer ones first.

    Raises:
        ValueError: a Dutch verb is not in the dictionary.
    """
    found: dict[str, list[VerbIdiom]] = {}
    for row in table("en", "verb_idioms"):
        base, pattern, dutch, extra, preposition = [*row, "", ""][:_COLUMNS]
        found.setdefault(base, []).append(VerbIdiom(tuple(pattern.split()), _entry(dutch), extra, preposition))
    for idioms in found.values():
        idioms.sort(key=lambda idiom: (any(w.isupper() for w in idiom.pattern), -len(idiom.pattern)))
    return found


def _entry(dutch: str) -> DictionaryEntry:
    reflexive, _, verb = dutch.rpartition(" ")
    entry = next(iter(dictionary().of(verb, "v")), None)
    if entry is None:
        raise ValueError(f"no verb {verb!r} in the dictionary")
    flags = tuple(flag for flag in entry.flags if flag != "zich")
    return entry._replace(flags=(*flags, "zich") if reflexive else flags)


def idiomatic(base: str, elements: Sequence[Element]) -> Idiomatic | None:
    """The idiom of the verb that fits the elements of its clause, applied to them; `None` where none does."""
    for idiom in verb_idioms().get(base, ()):
        rest = _matched(idiom, list(elements))
        if rest is not None:
            return Idiomatic(idiom.verb, rest)
    return None


def _matched(idiom: VerbIdiom, elements: list[Element]) -> list[Element] | None:
    for wanted in idiom.pattern:
        if wanted.isupper():
            if not _FRAMES[wanted](elements):
                return None
            continue
        left = _without(wanted, elements, idiom.preposition)
        if left is None:
            return None
        elements = left
    if "OBJ" in idiom.pattern and idiom.preposition:
        at = next(n for n, element in enumerate(elements) if _is_object(element))
        elements[at] = Preposition(Word(idiom.preposition, "P", target=idiom.preposition), elements[at])
    if idiom.extra:
        at = next((n for n, e in enumerate(elements) if isinstance(e, Clause)), len(elements))
        elements.insert(at, Modifier([Word(idiom.extra, "K", target=idiom.extra)]))
    return elements


def _without(wanted: str, elements: list[Element], preposition: str) -> list[Element] | None:
    """The elements without the one that is the wanted word; of a preposition its object stays."""
    for at, element in enumerate(elements):
        if isinstance(element, Modifier) and len(element.words) == 1 and element.words[0].low == wanted:
            return [*elements[:at], *elements[at + 1 :]]
        if isinstance(element, Noun) and len(element.head) == 1 and element.head[0].low == wanted:
            return [*elements[:at], *element.after, *elements[at + 1 :]]
        if isinstance(element, Preposition) and element.word.low == wanted:
            if preposition:
                element.target = preposition
                return elements
            return [*elements[:at], *([element.object] if element.object else []), *elements[at + 1 :]]
        if isinstance(element, Clause):
            return None
    return None


def _is_object(element: Element) -> bool:
    return isinstance(element, Noun) and not element.is_time


def _has_object(elements: list[Element]) -> bool:
    return any(_is_object(element) for element in elements)


def _has_infinitive(elements: list[Element]) -> bool:
    return any(isinstance(e, Clause) and e.kind == "inf" for e in elements)


def _has_content(elements: list[Element]) -> bool:
    return any(isinstance(e, Clause) and e.kind == "sub" and e.opener and e.opener[0].low == "that" for e in elements)


def _stands_alone(elements: list[Element]) -> bool:
    first = next((e for e in elements if not isinstance(e, Modifier)), None)
    return first is None or isinstance(first, Punctuation | Clause) or not (_is_object(first) or _is_direction(first))


def _is_direction(element: Element) -> bool:
    return isinstance(element, Preposition) and element.word.low in _DIRECTION


_FRAMES = {"OBJ": _has_object, "TO": _has_infinitive, "THAT": _has_content, "NOTHING": _stands_alone}
