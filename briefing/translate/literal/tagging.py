"""The class of each word of a sentence: the cheapest path by the tags of the words and the costs of neighbours."""

from collections.abc import Mapping, Sequence

from briefing.language.dictionary import WordReading
from briefing.language.tagger import tagger
from briefing.language.tags import VERBS, Tag
from briefing.language.tokens import Tokens
from briefing.translate.literal.tree import Word

DEFAULT = 2.0
FINITE = frozenset(("stem", "1", "2", "3", "pl", "inf", "past", "past.pl"))
"""Names of the forms that can be finite."""


def costs(text: str) -> dict[tuple[str, str], float]:
    """The costs of neighbours from lines such as `D N0 A.2 V5`: after D, N costs 0, A 0.2, V 5."""
    table: dict[tuple[str, str], float] = {}
    for line in text.strip().splitlines():
        first, *rest = line.split()
        for item in rest:
            table[first, item[0]] = float(item[1:])
    return table


def cheapest(options: Sequence[Mapping[str, float]], neighbours: Mapping[tuple[str, str], float]) -> list[str]:
    """One class for each word, given each word's possible classes with their own cost (Viterbi)."""
    steps: list[dict[str, str]] = []
    scores: dict[str, float] = {"X": 0.0}
    for possible in options:
        here: dict[str, float] = {}
        back: dict[str, str] = {}
        for sort, own in possible.items():
            best, chosen = min((score + neighbours.get((last, sort), DEFAULT), last) for last, score in scores.items())
            here[sort] = best + own
            back[sort] = chosen
        scores = here
        steps.append(back)
    if not steps:
        return []
    sort = min(scores, key=lambda s: (scores[s], s))
    path = [sort]
    for back in reversed(steps[1:]):
        sort = back[sort]
        path.append(sort)
    return path[::-1]


SORTS: Mapping[Tag, str] = {
    Tag.NOUN: "N",
    Tag.NAME: "EN",
    Tag.PRONOUN: "RD",
    Tag.DETERMINER: "DM",
    Tag.ADJECTIVE: "AW",
    Tag.NUMBER: "DMN",
    Tag.TIME: "WN",
    Tag.ADVERB: "WASZ",
    Tag.NEGATION: "ZDRW",
    Tag.PREPOSITION: "PWS",
    Tag.TO: "T",
    Tag.AUXILIARY: "V",
    Tag.BARE_AUXILIARY: "V",
    Tag.FINITE_VERB: "V",
    Tag.INFINITIVE: "V",
    Tag.PARTICIPLE: "VA",
    Tag.PRESENT_PARTICIPLE: "VAN",
    Tag.COMPLEMENTISER: "S",
    Tag.RELATIVE: "SRDW",
    Tag.SUBORDINATOR: "SPW",
    Tag.COORDINATOR: "C",
}
"""The classes that a word with the tag has here."""
AGAINST = 1.0
"""What a class costs more that the tag speaks against."""


def tag_words(words: Sequence[Word], language: str) -> None:
    """Give each word its tag in the sentence; marks and stretches translated on their own get none."""
    found = tagger(language)
    if found is None or not words:
        return
    texts = [word.text if word.text.strip() and word.sort != "Q" else '"' for word in words]
    lower = [text.lower().replace("’", "'") for text in texts]
    for word, tag in zip(words, found.tags(Tokens([], [], texts, lower)), strict=True):
        word.tag = tag if tag in SORTS else None


def weighed(options: Mapping[str, float], tag: Tag | None) -> Mapping[str, float]:
    """The costs of a word's classes with what its tag says of them."""
    wanted = SORTS.get(tag, "") if tag is not None else ""
    if not any(sort in wanted for sort in options):
        return options
    return {sort: cost + (0.3 * wanted.index(sort) if sort in wanted else AGAINST) for sort, cost in options.items()}


_FORMS: Mapping[Tag, frozenset[str]] = {
    Tag.AUXILIARY: FINITE,
    Tag.FINITE_VERB: FINITE,
    Tag.INFINITIVE: frozenset(("inf",)),
    Tag.BARE_AUXILIARY: frozenset(("inf", "part")),
    Tag.PARTICIPLE: frozenset(("part", "part.e")),
    Tag.PRESENT_PARTICIPLE: frozenset(("ing", "pres")),
}


def in_form(options: tuple[WordReading, ...], tag: Tag | None) -> tuple[WordReading, ...]:
    """The readings of a word without the verb forms that its tag rules out, unless nothing would be left of the verb."""
    forms = _FORMS.get(tag) if tag is not None else None
    if forms is None or not any(r.entry.pos == "v" and r.form in forms for r in options):
        return options
    if tag in VERBS and any(r.form in {"past", "3"} for r in options):
        forms = forms - {"inf"}
    return tuple(r for r in options if r.entry.pos != "v" or r.form in forms)
