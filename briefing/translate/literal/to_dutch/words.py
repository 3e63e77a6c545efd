"""From an English sentence to words with a class: numbers, names and expressions kept whole, the rest tagged."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from briefing.language.dictionary import DictionaryEntry, WordReading
from briefing.language.en import morphology
from briefing.language.tags import VERBS, Tag
from briefing.translate.literal.lists import listed, own_costs, paired
from briefing.translate.literal.names import (
    NameRules,
    is_proper,
    join_names,
    links,
    mark_names,
    organisations,
    persons,
    titles,
)
from briefing.translate.literal.quotation_marks import gathered
from briefing.translate.literal.tagging import cheapest, costs, in_form, tag_words, weighed
from briefing.translate.literal.to_dutch.context import BE, DO, HAVE, MODALS, in_context, opening
from briefing.translate.literal.tokens import Token
from briefing.translate.literal.tree import Word
from briefing.translate.literal.unknown import Further, nothing
from briefing.translate.literal.vocabulary import CLASS_OF, Phrase, Vocabulary, vocabulary

_VERB_ENDINGS = tuple(listed("en", "verb_endings"))
_CLITICS = paired("en", "clitics")
_STEMS_BEFORE_NOT = paired("en", "stems_before_not")
_MONTHS = paired("en", "short_months")
_BEFORE_COUNTS = paired("en", "before_counts")
_HALVES_OF_DAY = listed("en", "halves_of_day")

_OWN = own_costs("en")
_NEIGHBOURS = costs("""
D N0 A.1 M.3 E.5 W1.2 V3.5 P4 X3 D3 R4 C3 S4 T6 K1 Z4 G6
A N0 A.5 E.7 P.9 X.6 C.6 V2 W1.6 D2.2 R2 S1.2 T.5 M1.5 K1
N V.3 P.1 N.7 X.1 C.3 S.4 W.6 D1.8 R1.4 A2.2 T.6 E1.4 M1.5 Z.8 G0 K1
E V.1 P.2 N.6 X.1 C.3 S.5 W.6 D2 R1.6 A1.6 T.7 E.3 M.8 Z.8 G0 K.8
G N0 A.2 M.4 E.3 W2 V4
R V0 W.4 N2.6 A1.6 P.9 X.5 C.6 S.8 D.8 T1 R1 E1.5 Z1
V D.1 P.2 W.4 A.5 N.8 E.4 R.3 T.2 V.4 X.3 S.4 M.5 Z.1 C.6 K.5
P D0 N.2 A.3 E.1 M.2 R.3 V.9 W1.6 P1.6 X3 C3 S1.4 T4 K.3
T V0 W1.4 Z1 N5 D5 A4 P5
W V.3 A.2 P.4 D.5 N1.6 W.7 X.3 R.5 E.9 C.7 S.6 T.6 M.4 Z.8 K.6
M N0 A.2 P.4 X.3 V.8 E1 C.4 W1 M.6 S1 D1.5 T1.2 K.5
C D.2 N.3 A.4 E.3 V.5 R.4 W.4 P.5 M.4 S.6 T.7 Z.6 C3 X1
S D.1 R0 N.3 A.6 E.2 W.6 P.8 M.4 V.8 S2 T1 Z1 X1
Z V.1 A.3 D.4 P.5 W.4 T.3 N1.2 S.6 R1 X.8 M.6
X D.2 N.5 A.6 E.2 V.9 R.2 W.2 P.2 M.3 S.2 C.2 T.6 Z.8 X.2 K.3
I X0 D.5 N.6 R.5 V.6 E.5 W.6 P.6
K X.2 V.3 P.3 N.8 D.7 C.4 W.6 A1 E1 R.8 S.6 M1 T1
Q X0 V.2 P.5 D1 C.4 W.6 R.6 E.5 S.6
""")


def words_of(
    cut: list[Token],
    vocabulary: Vocabulary,
    inner: Mapping[int, Word] = MappingProxyType({}),
    further: Further = nothing,
) -> list[Word]:
    """The words of a sentence with classes and readings chosen.

    `inner` are stretches already translated, by their place; `further` reads words that the vocabulary lacks.
    """
    cut_words = _written_out(_contracted(gathered(cut, inner)))
    tag_words(cut_words, "en")
    words = _named(_expressed(_clocked(cut_words), vocabulary), vocabulary, further)
    options = [
        weighed(in_context(opening(_options(word, vocabulary), at, words), at, words), word.tag)
        for at, word in enumerate(words)
    ]
    for at, (word, sort) in enumerate(zip(words, _with_verb(words, options), strict=True)):
        word.sort = sort
        word.place = at
        word.reading = word.reading or _chosen(word, sort, vocabulary)
        if not word.target and not word.reading and sort not in "KXQTG":
            word.target = _function(word, sort, vocabulary)
        if word.low == "too" and at + 1 < len(words) and words[at + 1].text[:1].isalpha():
            word.target = "te"
        if word.low in _BEFORE_COUNTS and at + 1 < len(words) and words[at + 1].tag in {Tag.NUMBER, Tag.DETERMINER}:
            word.target = _BEFORE_COUNTS[word.low]
        word.known = bool(word.target or word.reading or word.base) or sort in "EKXMQTGZ"
    return words


def _with_verb(words: list[Word], options: list[Mapping[str, float]]) -> list[str]:
    """The cheapest classes in which a whole sentence has a finite verb for itself and for each clause inside it."""
    sorts = cheapest(options, _NEIGHBOURS)
    if not words or words[-1].text not in {".", "!"}:
        return sorts
    finite = sum(
        sort == "V" and (word.tag in VERBS or word.low in BE | HAVE) for word, sort in zip(words, sorts, strict=True)
    )
    if finite > sorts.count("S"):
        return sorts
    for at in range(len(words) - 1, 0, -1):
        if sorts[at] == "N" and sorts[at - 1] == "N" and any(r.form in {"3", "past"} for r in words[at].options):
            words[at].tag = Tag.FINITE_VERB
            words[at].options = in_form(words[at].options, Tag.FINITE_VERB)
            return cheapest([*options[:at], {"V": 0.0}, *options[at + 1 :]], _NEIGHBOURS)
    return sorts


def _contracted(words: list[Word]) -> list[Word]:
    """Genitives and short forms cut off: "Huawei's", "don't", "it's", "they've"."""
    found: list[Word] = []
    for at, word in enumerate(words):
        low = word.low.replace("’", "'")
        cut = next(
            (end for end in _CLITICS if low.endswith(end) and len(low) > len(end)),
            "",
        )
        if word.sort or not cut:
            found.append(word)
            if not word.sort and low.endswith("s'"):
                found.append(Word("'", "G"))
            continue
        stem, after, word.after = word.text[: -len(cut)], word.after, ""
        word.text = _STEMS_BEFORE_NOT.get(stem.lower(), stem)
        other = Word(
            _CLITICS[cut],
            after=after,
        )
        if cut == "'s":
            short = "has" if _opens_perfect(words[at + 1 : at + 3]) else "is"
            other = Word(short, after=after) if low[:-2] in _PRONOUNS else Word("'s", "G", after=after)
        found += [word, other]
    return found


def _written_out(words: list[Word]) -> list[Word]:
    """The words with months written out beside a number: "Jan. 31"."""
    for at, word in enumerate(words):
        beside = [words[place].text for place in (at - 1, at + 1) if 0 <= place < len(words)]
        if word.low in _MONTHS and any(text[:1].isdigit() for text in beside):
            word.text = _MONTHS[word.low]
    return words


def _opens_perfect(words: list[Word]) -> bool:
    """Whether "'s" before these words is "has": "he's been there", "he's shown us"."""
    first, then = [*(word.low for word in words), "", ""][:2]
    part = any(pos == "v" and name == "part" for _, pos, name in morphology.candidates(first))
    return first in _PERFECT or (part and then in _OBJECTS)


_PERFECT, _OBJECTS = listed("en", "perfect_participles"), listed("en", "after_perfect")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th|s)?")
_PRONOUNS = listed("en", "clitic_hosts")


def _clocked(words: list[Word]) -> list[Word]:
    """Clock times as Dutch writes them: "9:30 pm" is "21.30 uur"."""
    found: list[Word] = []
    for word in words:
        last = found[-1] if found else None
        half = word.low.replace(".", "")
        if half in _HALVES_OF_DAY and last is not None and last.sort == "M" and _CLOCK.fullmatch(last.text):
            hour, _, minutes = last.text.replace(".", ":").partition(":")
            hour = str(int(hour) % 12 + 12) if half == "pm" else hour
            last.target = f"{hour}.{minutes} uur" if minutes else f"{hour} uur"
            last.after = word.after
            continue
        found.append(word)
    return found


_CLOCK = re.compile(r"\d{1,2}(?:[:.]\d\d)?")


def _expressed(words: list[Word], vocabulary: Vocabulary) -> list[Word]:
    low = [word.low for word in words]
    found: list[Word] = []
    at = 0
    while at < len(words):
        hit = vocabulary.phrase_at(low, at) if words[at].sort not in {"X", "K", "Q"} else None
        if hit is None or not _is_whole(words[at : at + len(hit[0].words)], hit[0]):
            found.append(words[at])
            at += 1
            continue
        phrase, form = hit
        inside = words[at : at + len(phrase.words)]
        word = Word(" ".join(w.text for w in inside), phrase.sort, before=inside[0].before, after=inside[-1].after)
        if phrase.entry is not None:
            word.reading = WordReading(phrase.entry, form)
        elif phrase.sort == "N":
            word.reading = WordReading(DictionaryEntry(phrase.dutch, "n", ("de", "-"), (), (), "", 0), form)
        else:
            word.target = phrase.dutch
        found.append(word)
        at += len(inside)
    return found


def _is_whole(words: list[Word], phrase: Phrase) -> bool:
    """Whether words may be an expression: no mark within, no name but that of an institution."""
    proper = phrase.sort == "E" or phrase.dutch[:1].isupper() or (phrase.entry and phrase.entry.lemma[:1].isupper())
    name = any(word.text[:1].isupper() and word.tag is Tag.NAME for word in words[1:])
    return not any(word.sort == "X" for word in words) and (bool(proper) or not name)


def _named(words: list[Word], vocabulary: Vocabulary, further: Further) -> list[Word]:
    """The words with their readings, names found and names of several words put together."""
    for word in words:
        if word.sort or not any(letter.isalpha() for letter in word.text):
            continue
        if word.text[:1].isdigit() and not _ORDINAL.fullmatch(word.low):
            word.sort = "E" if any(letter.isupper() for letter in word.text) else "A"
            word.target = _aged(word.low)
            continue
        word.options = in_form(vocabulary.readings(word.text), word.tag)
        if not (word.options or word.text[:1].isupper() or _is_function(word.low, vocabulary)):
            word.options = further(word.text)
    rules = _rules(vocabulary)
    mark_names(words, rules)
    return join_names(words, rules)


_AGED = re.compile(r"(\d+)-year-olds?")


def _aged(low: str) -> str:
    """How old somebody is, before a noun or as one: "27-year-old" is "27-jarig"."""
    aged = _AGED.fullmatch(low)
    return f"{aged[1]}-jarig" if aged else ""


def _is_function(low: str, vocabulary: Vocabulary) -> bool:
    return low in vocabulary.function or low in BE | HAVE | DO | MODALS


def _rules(vocabulary: Vocabulary) -> NameRules:
    def is_common(low: str) -> bool:
        return bool(vocabulary.readings(low))

    def is_function(low: str) -> bool:
        return _is_function(low, vocabulary)

    return NameRules(
        links=links("en"),
        articles=listed("en", "name_articles"),
        places=listed("en", "beside"),
        titles=titles("en"),
        persons=persons("en"),
        capitals=organisations("en"),
        calendar=listed("nl", "days") | listed("nl", "months"),
        bare_adjectives=True,
        sure_places=True,
        foreign_links=False,
        openers=listed("en", "name_openers"),
        is_function=is_function,
        is_common=is_common,
    )


def _options(word: Word, vocabulary: Vocabulary) -> dict[str, float]:
    if word.sort:
        return {word.sort: 0.0}
    low = word.low
    if word.text.isupper() and len(low) > 1 and is_proper(word.options):
        return {"E": 0.0}
    if low in BE or low in HAVE or low in DO or low in MODALS:
        word.base = "be" if low in BE else "have" if low in HAVE else "do" if low in DO else low
        return {"V": 0.0} if low != "may" or not word.text[:1].isupper() else {"V": 0.0, "E": 0.3}
    if low in _OWN:
        return _OWN[low]
    if word.text[:1].isdigit():
        return {"M": 0.0}
    function = {sort: 0.1 * place for place, (sort, _) in reversed(list(enumerate(vocabulary.function.get(low, ()))))}
    return function or _by_readings(word) or _unknown(low)


def _by_readings(word: Word) -> dict[str, float]:
    found: dict[str, float] = {}
    ranks: dict[str, int] = {}
    for reading in word.options:
        sort = "W" if reading.form == "ly" else CLASS_OF[reading.entry.pos]
        cost = 0.3 if reading.form in {"part", "ing", "comp", "sup"} else 0.1
        if sort not in found or cost < found[sort]:
            found[sort] = cost
            ranks[sort] = reading.entry.rank
        if reading.form in {"part", "ing"}:
            found.setdefault("A", 1.0)
        if reading.form == "ing":
            found.setdefault("N", 1.1)
        if sort == "A":
            found.setdefault("W", 1.8)
    for sort, rank in ranks.items():
        found[sort] += min(0.8, rank / (1500 if sort in "VA" else 4500)) if len(ranks) > 1 else 0.0
    return found


def _unknown(low: str) -> dict[str, float]:
    if low.endswith("ly"):
        return {"W": 0.0, "A": 0.5}
    if low.endswith(_VERB_ENDINGS):
        return {"V": 0.1, "A": 0.4, "N": 0.6}
    return {"N": 0.1, "A": 0.7, "V": 0.9}


_READ_AS = {"V": "v", "N": "n v a", "A": "a v adv num n", "W": "adv a", "E": "name n", "M": "num", "I": "int"}


def _chosen(word: Word, sort: str, vocabulary: Vocabulary) -> WordReading | None:
    if word.base or any(known == sort for known, _ in vocabulary.function.get(word.low, ())):
        return None
    for pos in _READ_AS.get(sort, "").split():
        for reading in word.options:
            verbal = pos == "v" and (
                (sort == "N" and reading.form != "ing") or (sort == "A" and reading.form not in {"part", "ing"})
            )
            if reading.entry.pos == pos and not verbal:
                return reading
    return None


def _function(word: Word, sort: str, vocabulary: Vocabulary) -> str:
    for known, dutch in vocabulary.function.get(word.low, ()):
        if known == sort:
            return dutch
    return ""


def lemma_of(word: Word) -> str:
    """The English infinitive of a verb form."""
    low = word.low
    if word.base:
        return word.base
    for base, pos, name in morphology.candidates(low):
        if (
            pos == "v"
            and word.reading is not None
            and name == word.reading.form
            and vocabulary().entry(base, "v") is not None
        ):
            return base
    return low
