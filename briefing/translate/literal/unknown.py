"""What a word can be that the built-in dictionary lacks, by the FreeDict dictionaries of the system where there are any.

Their entries seldom say what part of speech a word is: it is then that of its equivalents, or what its ending makes it. Forms
are worked out as for the built-in entries.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from briefing.article import Language
from briefing.language.dictionary import (
    EQUIVALENTS,
    LANGUAGE,
    Dictionary,
    DictionaryEntry,
    PartOfSpeech,
    Sense,
    WordReading,
    dictionary,
)
from briefing.language.en import morphology as english
from briefing.language.nl import morphology as dutch
from briefing.translate.literal.freedict import Files, FreeDict, FreedictEntry, opened
from briefing.translate.literal.lists import listed
from briefing.translate.literal.vocabulary import vocabulary

Further = Callable[[str], tuple[WordReading, ...]]
"""Gives what a word in lower case can be where the built-in dictionary does not know; nothing where it is not known at all."""
_OPEN: tuple[PartOfSpeech, ...] = ("n", "v", "a", "adv")
_BASE = {"n": "sg", "v": "inf"}
_SHORT = listed(EQUIVALENTS, "short_words")
_RARE = 100_000
"""The rank of an entry: behind all that are built in."""
_LONGEST = 30
"""Letters of one word; what is longer is several."""
_KEPT = 20_000
"""Words whose readings are remembered."""


def nothing(_: str) -> tuple[WordReading, ...]:
    """Where there is no further dictionary."""
    return ()


@cache
def further(from_: Language, nl: Files | None, en: Files | None) -> Further:
    """What reads the unknown words of a language by the dictionaries from Dutch and from English."""
    if (nl if from_ == LANGUAGE else en) is None:
        return nothing
    if from_ == LANGUAGE:
        return lru_cache(_KEPT)(lambda form: _dutch(form, opened(nl), opened(en)))
    return lru_cache(_KEPT)(lambda form: _english(form, opened(en)))


def _dutch(form: str, known: FreeDict, reverse: FreeDict) -> tuple[WordReading, ...]:
    """The readings of a Dutch form: the forms of those lemmas that it may come from and that the dictionary has."""
    lemmas = dict.fromkeys((form, *(lemma for lemma, _, _ in dutch.candidates(form))))
    entries = [entry for lemma in lemmas for found in known.entries(lemma) for entry in _entries(lemma, found, reverse)]
    for noun in dict.fromkeys(dutch.singulars(form)):
        of_lemma = (entry for found in known.entries(noun) for entry in _entries(noun, found, reverse))
        entries += [entry._replace(forms=("de", form)) for entry in of_lemma if entry.pos == "n"]
    # A lemma that is built in has its forms there; this is none of them.
    new = [entry for entry in entries if not dictionary().of(entry.lemma, entry.pos)]
    return Dictionary(new).readings(form) if new else ()


def _entries(lemma: str, found: FreedictEntry, reverse: FreeDict) -> Iterator[DictionaryEntry]:
    words = [word for meaning in found.meanings for word in meaning if len(word) > 2 and word.count(" ") < 3]
    possible = {pos for pos in _OPEN for word in words if vocabulary().entry(word, pos) is not None}
    for pos in _parts(found.pos, lemma, possible):
        sure = [word for word in words if vocabulary().entry(word, pos) is not None]
        senses = sure or [word for word in words if word in reverse or not _run_together(word, reverse)]
        if senses:
            yield DictionaryEntry(lemma, pos, (), (), tuple(Sense(word) for word in senses[:4]), "", _RARE)


def _parts(said: PartOfSpeech | None, lemma: str, possible: set[PartOfSpeech]) -> list[PartOfSpeech]:
    """The part of speech that the entry says, else that of the Dutch ending if an equivalent has it, else the equivalents'."""
    if said is not None:
        return [said]
    by_ending = dutch.part_by_ending(lemma)
    able = possible if lemma.endswith("n") else possible - {"v"}
    return [by_ending] if by_ending in able or not able else [pos for pos in _OPEN if pos in able]


def _run_together(word: str, reverse: FreeDict) -> bool:
    """Whether a word is several that have lost their spaces, as equivalents in the files have: "tradeandindustry"."""
    if len(word) > _LONGEST:
        return True
    for at in range(1, len(word)):
        first, rest = word[:at], word[at:]
        if (len(first) > 2 or first in _SHORT) and first in reverse:
            whole = (len(rest) > 2 or rest in _SHORT) and rest in reverse
            if whole or _run_together(rest, reverse):
                return True
    return False


def _english(form: str, known: FreeDict) -> tuple[WordReading, ...]:
    """The readings of an English form, each as the Dutch entry that stands for it with the English form's name."""
    readings: dict[tuple[str, str], WordReading] = {}
    for base, pos, name in ((form, "", ""), *english.candidates(form)):
        for found in known.entries(base):
            for entry in _equivalents(base, found):
                if pos in {"", entry.pos}:
                    form_name = name or _BASE.get(entry.pos, "")
                    readings.setdefault((entry.pos, form_name), WordReading(entry, form_name))
    return tuple(readings.values())


def _equivalents(word: str, found: FreedictEntry) -> Iterator[DictionaryEntry]:
    """A Dutch entry for each part of speech that the word can be: built-in ones before others, common ones first."""
    given = False
    for pos in _OPEN if found.pos is None else (found.pos,):
        for meaning in found.meanings:
            built_in = [entry for lemma in meaning for entry in dictionary().of(lemma, pos)]
            if built_in:
                given = True
                yield min(built_in, key=lambda entry: entry.rank)
                break
    single = [lemma for meaning in found.meanings for lemma in meaning if " " not in lemma]
    if not given and single:
        pos = found.pos or ("a" if word.endswith(english.ADJECTIVE_ENDINGS) else dutch.part_by_ending(single[0]))
        forms = ("de", dutch.usual_plural(single[0])) if pos == "n" else ()
        yield DictionaryEntry(single[0], pos, forms, (), (Sense(single[0]),), "", _RARE)
