"""From a Dutch sentence to words with a class: numbers, names and fixed expressions kept whole, the rest tagged."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefing.language.dictionary import Dictionary, DictionaryEntry, WordReading
from briefing.language.tags import Tag
from briefing.translate.literal.expressions import SORTS, Expressions
from briefing.translate.literal.lists import listed, own_costs, paired
from briefing.translate.literal.quotation_marks import gathered
from briefing.translate.literal.tagging import cheapest, costs, tag_words, weighed
from briefing.translate.literal.to_english.context import (
    ends_with_auxiliary,
    ends_with_modal,
    is_nominal,
    is_settled,
    know_particles,
    opens_as_noun,
    settled,
)
from briefing.translate.literal.to_english.names import named, spans_name
from briefing.translate.literal.tokens import Token
from briefing.translate.literal.tree import Word
from briefing.translate.literal.unknown import Further, nothing

_PLACE_ADJECTIVE_ENDINGS = tuple(listed("nl", "place_adjective_endings"))
_CONDITIONAL_OPENERS = paired("nl", "conditional_openers")
_CONSEQUENT = listed("nl", "consequent")
_BEFORE_CLOCK_TIMES = listed("nl", "before_clock_times")

SORT = {
    "n": "N",
    "v": "V",
    "a": "A",
    "adv": "W",
    "prep": "P",
    "conj": "S",
    "pron": "R",
    "det": "D",
    "num": "M",
    "int": "I",
    "name": "E",
}
COORDINATORS = listed("nl", "coordinators")
_NEIGHBOURS = costs("""
D N0 A.1 M.4 E.6 W1.5 V5 P4 X4 D2.5 R4 C3 S5 T6 K1 Z4 I4
A N0 A.6 E1 P1 X.7 C.8 V1.7 W1.6 D2.2 R2 S1.2 T1 M1.5 Z1.5 K1
N P.1 V.3 X.1 N3.2 W.6 D1 C.3 A1.9 S.3 R1.1 T1 E1.0 M1.6 Z.8 K1
E V.2 P.2 X.1 E.6 N2 W.7 D1.1 C.3 A1.7 S.4 R1.1 T1 M.8 Z.8 K1
V D.2 P.2 W.3 R.2 N.8 A.6 V.6 X.2 E.4 T.6 S.4 C.5 M.5 Z.2 K.6
P D0 N.3 A.5 E.1 M.2 R.4 V3 W1.8 X2.5 P2 T2.5 C2.5 S2 K.3 Z3
R V0 W.4 D.7 P.7 N1.9 A1.2 R.6 X.6 E1 C.7 S.6 T1 Z.3 M1
W V.4 P.4 D.4 A.4 W.6 X.4 R.7 N.9 E.8 C.8 S.7 T.8 M.5 Z.6 K.6
M N0 A.2 P.5 X.4 V.8 E1 C.5 W1 M.6 S1 D1.5 T1.5 K.5 Z2 R2
C D.3 N.4 A.5 E.4 V.6 R.5 W.5 P.5 M.4 S.6 T1 Z.5 C3 X1 K.5
S D.1 R0 N.4 A.6 E.3 W.5 P.5 M.4 V1.6 S2 T2 Z.7 X2 C3 K.5
T V0 A2 N6 D6 P6 W3 R6 X6 E3 S6 C6 M3 Z5 K3
Z A.2 W.3 V.2 P.3 D.5 N1 R.9 X.3 E.6 M.4 C.6 S.6 T.4 K.6
X D.3 N.5 A.7 E.3 V.5 R.3 W.3 P.3 M.4 S.3 C.3 T1 Z.6 X.3 K.4 I.3
I X0 D.5 N.6 R.5 V.6 E.5 W.6 P.6
Q X0 V.2 P.5 D1 C.4 W.6 R1 S.6
K X.2 V.4 P.4 N.8 D.7 C.4 W.6 A1 E1 R.8 S.6 M1 T1 Z.6 K.5
""")
# What the words cost themselves where they can be several things; a class that is not named costs what its reading costs.
_OWN = own_costs("nl")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[.:][0-5]\d")
_AGED = re.compile(r"(\d+)-jarige?(n?)")
_ORDINAL = re.compile(r"(\d+)(?:e|de|ste)", re.IGNORECASE)


def words_of(
    cut: list[Token],
    dictionary: Dictionary,
    expressions: Expressions,
    inner: Mapping[int, Word] = MappingProxyType({}),
    further: Further = nothing,
) -> list[Word]:
    """The words of a sentence with classes and readings chosen.

    `inner` are stretches already translated, by their place; `further` reads words that the dictionary lacks.
    """
    know_particles(dictionary)
    cut_words = _unstressed(gathered(cut, inner), dictionary)
    tag_words(cut_words, "nl")
    merged = _clocked(named(_expressed(cut_words, dictionary, expressions), dictionary, further))
    options = [weighed(_options(word, at, merged), word.tag) for at, word in enumerate(merged)]
    for at, (word, sort) in enumerate(zip(merged, _with_verb(merged, options), strict=True)):
        word.sort = sort
        word.place = at
        if word.reading is None:
            word.reading = _chosen(word, sort)
    return merged


_STRESSED = str.maketrans("áéíóú", "aeiou")


def _unstressed(words: list[Word], dictionary: Dictionary) -> list[Word]:
    """The words without the accents that only stress them: "kán", "vóór"."""
    for word in words:
        plain = word.text.translate(_STRESSED)
        if (
            plain != word.text
            and word.text.islower()
            and not dictionary.readings(word.text)
            and dictionary.readings(plain)
        ):
            word.text = plain
    return words


def _with_verb(words: list[Word], options: list[Mapping[str, float]]) -> list[str]:
    """The cheapest classes in which a sentence that can have a finite verb has one."""
    sorts = cheapest(options, _NEIGHBOURS)
    if "V" in sorts or not any(word.sort == "X" and word.text in ".!?" for word in words[-2:]):
        return sorts
    for at, possible in enumerate(options):
        if (
            "V" in possible
            and at
            and any(r.form in {"3", "past", "past.pl", "inf", "pl"} for r in words[at].options if r.entry.pos == "v")
        ):
            return cheapest([*options[:at], {"V": 0.0}, *options[at + 1 :]], _NEIGHBOURS)
    return sorts


def _expressed(words: list[Word], dictionary: Dictionary, expressions: Expressions) -> list[Word]:
    low = [word.low for word in words]
    found: list[Word] = []
    at = 0
    while at < len(words):
        hit = expressions.fixed_at(low, at, dictionary) if words[at].sort != "X" else None
        if hit and _is_whole(words[at : at + len(hit[0].words)], hit[0].english):
            fixed, form = hit
            length = len(fixed.words)
            word = Word(" ".join(w.text for w in words[at : at + length]), SORTS[fixed.pos], target=fixed.english)
            word.before, word.after = words[at].before, words[at + length - 1].after
            if fixed.pos == "n":
                word.reading = WordReading(_noun_entry(fixed.words[-1], dictionary), form)
            found.append(word)
            at += length
        else:
            found.append(words[at])
            at += 1
    return found


def _is_whole(words: list[Word], english: str) -> bool:
    """Whether words may be an expression: no quotation mark within, no name but that of an institution."""
    inner = any(word.before or words[n].after for n, word in enumerate(words[1:]))
    capital = all(word.text[:1].isupper() for word in words)
    return not inner and (english[:1].isupper() or capital or not spans_name(words))


def _clocked(words: list[Word]) -> list[Word]:
    """Clock times as English writes them: "9.30 uur" is "9:30"."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        if word.low == "leeftijd" and last is not None and (aged := _AGED.fullmatch(last.low)):
            _at_age(found, word, aged[1])
            continue
        if (
            word.low == "uur"
            and last is not None
            and last.sort == "M"
            and _CLOCK.fullmatch(last.text)
            and not last.after
        ):
            last.target = last.text.replace(".", ":")
            last.after = word.after
            continue
        if word.sort == "M" and last is not None and last.low in _BEFORE_CLOCK_TIMES and _CLOCK.fullmatch(word.text):
            word.target = word.text.replace(".", ":")
        found.append(word)
    return found


def _at_age(found: list[Word], word: Word, years: str) -> None:
    """ "op 81-jarige leeftijd" is "at the age of 81"."""
    found.pop()
    word.sort, word.target, word.options = "W", f"at the age of {years}", ()
    if found and found[-1].low == "op":
        found.pop()
    found.append(word)


def _noun_entry(lemma: str, dictionary: Dictionary) -> DictionaryEntry:
    return next(iter(dictionary.of(lemma, "n")), DictionaryEntry(lemma, "n", ("de", "-"), (), (), "", 0))


def _options(word: Word, at: int, words: list[Word]) -> dict[str, float]:
    """The classes that a word can have, each with its cost."""
    fixed = _aged(word) or _conditional(word, at, words) or _fixed(word, at, words) or _counting(word, at, words)
    if fixed is not None:
        return fixed
    if word.low in _OWN and not (word.tag is Tag.NAME and word.text.isupper() and len(word.text) > 1):
        return settled(_OWN[word.low], at, words)
    found = _by_readings(word, at)
    if found and not word.known:
        found["N"] = 1.2
    if is_settled(word.low):
        return settled(found, at, words)
    if "V" in found and len(found) > 1 and (ends_with_modal(word, at, words) or ends_with_auxiliary(word, at, words)):
        found["V"] -= 1.2
    return found or _unknown(word)


def _aged(word: Word) -> dict[str, float] | None:
    """The class of a word that says how old somebody is: "34-jarige"."""
    aged = _AGED.fullmatch(word.low)
    if aged is None or word.sort:
        return None
    word.target = f"{aged[1]}-year-old"
    return {"N": 0.0} if aged[2] == "n" else {"A": 0.0}


def _conditional(word: Word, at: int, words: list[Word]) -> dict[str, float] | None:
    """The class of a verb that opens a condition: "Mocht het regenen, dan ..."."""
    if at or word.low not in _CONDITIONAL_OPENERS or not any(one.low in _CONSEQUENT for one in words):
        return None
    word.target = _CONDITIONAL_OPENERS[word.low]
    return {"S": 0.0}


def _counting(word: Word, at: int, words: list[Word]) -> dict[str, float] | None:
    """The class of a word that says how a number after it is meant: "ruim 2 miljard"."""
    ahead = words[at + 1] if at + 1 < len(words) else None
    counts = ahead is not None and (ahead.sort == "M" or ahead.tag is Tag.NUMBER)
    return {"W": 0.0} if word.low in _BEFORE_NUMBERS and counts else None


def _fixed(word: Word, at: int, words: list[Word]) -> dict[str, float] | None:
    """The classes of a word that leave no choice but one."""
    if word.sort:
        demonym = (
            word.sort == "E"
            and word.low.endswith("se")
            and word.text[:1].isupper()
            and " " not in word.text
            and not word.target
        )
        described = at + 1 < len(words) and words[at + 1].tag is Tag.NOUN and words[at + 1].text.islower()
        return {"E": 0.4 if described else 0.0, "A": 0.1} if demonym else {word.sort: 0.0}
    if _ORDINAL.fullmatch(word.text):
        return {"M": 0.0, "A": 0.1}
    if word.low == "als" and any(w.low == "zowel" for w in words[max(0, at - 10) : at]):
        word.target = "and"
        return {"C": 0.0}
    if word.low in COORDINATORS and word.low not in _OWN:
        return {"C": 0.0}
    if word.low in _UNTAGGED or is_nominal(word, at, words) or (at == 0 and opens_as_noun(word, words)):
        return {"N": 0.0}
    return None


_BEFORE_NUMBERS = listed("nl", "before_numbers")
_UNTAGGED = frozenset(("km/u",))


def _by_readings(word: Word, at: int) -> dict[str, float]:
    found: dict[str, float] = {}
    ranks: dict[str, int] = {}
    for reading in word.options:
        sort = SORT[reading.entry.pos]
        cost = _cost(reading, word, at)
        if sort == "V" and reading.form in {"pres", "part.e"}:
            found["A"] = min(found.get("A", 9.0), _AS_ADJECTIVE[reading.form])
            continue
        if sort not in found or cost < found[sort]:
            found[sort] = cost
            ranks[sort] = reading.entry.rank
        if sort == "V" and reading.form == "part":
            found["A"] = min(found.get("A", 9.0), _AS_ADJECTIVE["part"])
        if sort == "V" and reading.form == "inf" and reading.entry.lemma not in _AUXILIARY:
            found.setdefault("N", 1.0)
        if sort == "A":
            found.setdefault("W", 0.9 if reading.form in {"", "comp", "sup"} else 3.0)
    if len(ranks) > 1:
        # Files are ordered by frequency; verbs, nouns and adjectives are compared by how far down they stand.
        for sort, rank in ranks.items():
            found[sort] += min(1.0, rank / (1200 if sort in "VA" else 3500))
    return found


_AUXILIARY = listed("nl", "auxiliary")
_AS_ADJECTIVE = {"part.e": 0.0, "part": 0.9, "pres": 0.1}


def _unknown(word: Word) -> dict[str, float]:
    if word.text[:1].isupper() and word.low.endswith(_PLACE_ADJECTIVE_ENDINGS):
        return {"A": 0.0, "E": 0.5}
    return {"N": 0.2, "A": 0.9, "V": 1.8} if word.low.endswith(("e", "en")) else {"N": 0.2, "V": 1.6, "A": 0.9}


def _cost(reading: WordReading, word: Word, at: int) -> float:
    cost = 0.15 * len(reading.parts)
    if reading.form == "stem" and reading.entry.pos == "v":
        cost += 0.8 if at == 0 or word.tag is None else 1.6
    if reading.form in {"gen", "dim", "dim.pl", "s"}:
        cost += 1.0
    if reading.entry.pos == "name":
        cost += 0.0 if word.text[:1].isupper() else 3.0
    elif word.text[:1].isupper() and at > 0 and reading.entry.lemma[:1].islower() and reading.entry.pos != "n":
        cost += 0.5
    if not reading.entry.senses:
        cost += 0.3
    return cost


def _chosen(word: Word, sort: str) -> WordReading | None:
    best: tuple[float, int] | None = None
    chosen = None
    for reading in word.options:
        is_sort = SORT[reading.entry.pos] == sort or (sort == "C" and reading.entry.pos == "conj")
        if sort == "A" and reading.entry.pos == "v":
            fit = 1.0 if reading.form in {"part", "part.e", "pres"} else 9.0
        elif sort == "N" and reading.entry.pos == "v":
            fit = 1.5 if reading.form == "inf" else 9.0
        elif (sort, reading.entry.pos) in {
            ("W", "a"),
            ("A", "num"),
            ("M", "a"),
            ("M", "n"),
            ("W", "prep"),
            ("W", "pron"),
            ("D", "a"),
            ("A", "det"),
            ("P", "conj"),
            ("S", "adv"),
        }:
            fit = 1.0
        else:
            fit = 0.0 if is_sort else 9.0
        if fit >= 9.0:
            continue
        key = (fit + _cost(reading, word, 1), reading.entry.rank)
        if best is None or key < best:
            best, chosen = key, reading
    return chosen
