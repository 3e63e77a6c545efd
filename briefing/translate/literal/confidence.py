"""How likely a gloss is wrong, by how the sentence was read and how usual the words of the gloss are in their order.

The weights are in `gloss_doubt.toml` of the language translated from: a logistic model fitted on glosses that were judged by
hand (`python -m bench.gloss_doubt`). It reads structure, not meaning: a wrong sense of a word is not seen.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefing.article import Language
from briefing.language.fluency import surprise
from briefing.language.languages import has_data, read_table
from briefing.language.lexicon import lexicon
from briefing.language.tagger import tagger
from briefing.language.tags import VERBS, Tag
from briefing.language.tokens import tokens_of
from briefing.translate.literal.doubt import clauses, without_marks
from briefing.translate.literal.tagging import SORTS
from briefing.translate.literal.tree import Clause, Element, Modifier, Noun, Preposition, Punctuation, Word

_WINDOW = 4
"""Tokens in a row whose surprise is added up."""
_RARE = 7.5
"""Surprise of a token from which it counts as out of place, in nats."""
_NON_FINITE_KINDS = frozenset(("ing", "part", "inf", "shared", "joined"))
_COUNTED: Mapping[str, frozenset[Tag]] = {
    "finite": VERBS,
    "infinitives": frozenset((Tag.INFINITIVE,)),
    "prepositions": frozenset((Tag.PREPOSITION,)),
    "nouns": frozenset((Tag.NOUN, Tag.NAME)),
}


class GlossReading(NamedTuple):
    """How a sentence was read: its words, and the clauses with what stands between them."""

    words: Sequence[Word]
    parts: Sequence[Clause | Punctuation]


def features(original: str, from_: Language, text: str, to: Language, reading: GlossReading) -> dict[str, float]:
    """The features of a gloss, given how its sentence was read."""
    inside = [clause for part in reading.parts if isinstance(part, Clause) for clause in clauses(part)]
    elements = [element for clause in inside for element in _elements(clause)]
    here, there = _tags(original, from_), _tags(without_marks(text), to)
    found = {
        "words": len(here) / 10,
        "clauses": len(inside),
        "main clauses": sum(clause.kind == "main" for clause in inside),
        "non-finite clauses": sum(clause.kind in _NON_FINITE_KINDS for clause in inside),
        "clauses without verb": sum(not clause.verbs for clause in inside),
        "clauses without subject": sum(_lacks_subject(clause) for clause in inside),
        "stranded prepositions": sum(isinstance(e, Modifier) and e.words[0].tag is Tag.PREPOSITION for e in elements),
        "words against their tag": sum(_against_tag(word) for word in reading.words),
        "unknown words": text.count("*") / 2,
    }
    for name, tags in _COUNTED.items():
        found[f"{name} more or fewer"] = abs(sum(t in tags for t in here) - sum(t in tags for t in there))
    run = surprise(without_marks(text), to)
    windows = [sum(run[at : at + _WINDOW]) for at in range(len(run) - _WINDOW + 1)]
    found["worst window"] = max(windows, default=0.0) / 10
    found["words out of place"] = sum(one > _RARE for one in run)
    return found


def doubt(found: Mapping[str, float], from_: Language) -> float:
    """How likely the gloss with these features is wrong, 0..1; 0 for a language without weights."""
    weights, _ = _model(from_)
    if not weights:
        return 0.0
    score = weights["intercept"] + sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1 / (1 + math.exp(-score))


def is_doubted(found: Mapping[str, float], from_: Language) -> bool:
    """Whether a gloss with these features is shown as one that may be wrong."""
    return doubt(found, from_) >= _model(from_)[1]


@cache
def _model(from_: Language) -> tuple[dict[str, float], float]:
    """The weights of the features and the likelihood from which a gloss is doubted."""
    table = read_table(from_, "gloss_doubt") if has_data(from_) else {}
    return (table["weights"], float(table["doubted"])) if table else ({}, 1.1)


def _tags(text: str, language: Language) -> list[Tag]:
    found = tagger(language)
    return found.tags(tokens_of(text, lexicon(language).abbreviations)) if found is not None else []


def _lacks_subject(clause: Clause) -> bool:
    return clause.subject is None and clause.kind in {"main", "sub"} and bool(clause.verbs)


def _against_tag(word: Word) -> bool:
    return word.tag is not None and word.sort not in "XQKE" and word.sort not in SORTS.get(word.tag, "")


def _elements(clause: Clause) -> Iterator[Element]:
    """The elements of a clause and what is in its phrases, but not in its clauses."""
    waiting: list[Element] = [*clause.front, *clause.middle, *([clause.subject] if clause.subject is not None else [])]
    while waiting:
        element = waiting.pop()
        yield element
        if isinstance(element, Noun):
            waiting += [*element.after, *(other for _, other in element.others)]
        elif isinstance(element, Preposition) and element.object is not None:
            waiting.append(element.object)
