"""Dutch noun phrases from English ones: gender, articles, adjective endings, compounds."""

import re

from briefing.language.dictionary import Dictionary, DictionaryEntry, forms_of
from briefing.language.nl import morphology
from briefing.language.tags import Tag
from briefing.translate.literal.lists import listed, paired, tabled
from briefing.translate.literal.tree import Noun, Word

_PAST_AUXILIARIES = listed("en", "past_auxiliaries")

_NEUTER_DETERMINER = paired("nl", "neuter_determiners")
_PLURAL_DETERMINER = paired("nl", "plural_determiners")
_OBJECT = paired("nl", "object_pronouns")
_INDEFINITE = listed("nl", "indefinite")
_LINK_S = tuple(listed("nl", "endings_with_s"))
_INFLECTED = listed("nl", "inflected")
_BARE = listed("en", "bare")
_SMALL = listed("nl", "days") | listed("nl", "months")
_COUNTED = listed("nl", "counted")


_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")


def numbered(text: str) -> str:
    """A number in Dutch writing: "1,234.5" becomes "1.234,5", "20th" "20e"."""
    ordinal = _ORDINAL.fullmatch(text)
    if ordinal:
        return ordinal[1] + "e"
    text = _THOUSANDS.sub(lambda m: m.group().replace(",", "\x01"), text)
    return re.sub(r"(?<=\d)\.(?=\d)", ",", text).replace("\x01", ".")


def noun_entry(phrase: Noun) -> DictionaryEntry | None:
    """The dictionary's entry of the head noun."""
    nouns = [word for word in phrase.head if word.sort == "N"]
    return nouns[-1].entry if nouns and nouns[-1].entry is not None and nouns[-1].entry.pos == "n" else None


def is_neuter(phrase: Noun, dictionary: Dictionary) -> bool:
    """Whether the head takes "het"; a name by its last word."""
    entry = noun_entry(phrase)
    if entry is not None:
        return entry.neuter
    last = phrase.head[-1] if phrase.head else None
    if last is None or last.sort != "E":
        return False
    text = (last.target or last.text).rpartition(" ")[2].lower()
    return any(e.neuter for e in dictionary.of(text, "n"))


def determiner(phrase: Noun, neuter: bool) -> str:
    """The Dutch determiner in its gender and number."""
    word = phrase.determiner
    if word is None:
        return ""
    text = word.target
    if phrase.plural:
        return "" if text == "een" else _PLURAL_DETERMINER.get(text, text)
    if (
        text == "een"
        and (entry := noun_entry(phrase)) is not None
        and entry.plural == ""
        and entry.forms != ("pl",)
        and not phrase.before
    ):
        return ""
    return _NEUTER_DETERMINER.get(text, text) if neuter else text


def needs_article(phrase: Noun) -> bool:
    """Whether Dutch has an article where English has none: "police", "parliament", "to hospital"."""
    return len(phrase.head) == 1 and not phrase.before and phrase.head[0].low in _BARE


def adjective(word: Word, *, ending: bool, grade: str = "") -> str:
    """An adjective, participle or number before a noun."""
    reading = word.reading
    if reading is None:
        text = word.target or (word.text if word.sort in "EKM" or word.known else f"*{word.text}*")
        return (
            morphology.inflected(text)
            if word.sort == "A" and (word.target in _INFLECTED or word.target.endswith("-jarig")) and ending
            else "eerste"
            if text == "eerst"
            else text
        )
    entry = reading.entry
    if entry.pos == "v":
        text = forms_of(entry).participle if reading.form != "ing" else entry.lemma + "d"
        return morphology.inflected(text) if ending else text
    if entry.pos == "n":
        return entry.lemma
    return graded(entry, grade or reading.form, ending=ending)


def graded(entry: DictionaryEntry, form: str, *, ending: bool = False) -> str:
    """An adjective in its grade."""
    text = entry.lemma
    if form in {"comp", "sup"}:
        if len(entry.forms) == 2:
            text = entry.forms[0] if form == "comp" else entry.forms[1]
        else:
            text = morphology.comparative(text) if form == "comp" else morphology.superlative(text)
    if not ending or entry.forms == ("-",):
        return text
    return text if form == "comp" and text.endswith("er") and len(text) > 9 else morphology.inflected(text)


def takes_ending(phrase: Noun, neuter: bool) -> bool:
    """Whether adjectives take -e: always but for an indefinite neuter singular."""
    if phrase.plural or not neuter:
        return True
    word = phrase.determiner
    return not (word is None or _NEUTER_DETERMINER.get(word.target, word.target) in _INDEFINITE)


def heads(phrase: Noun) -> list[str]:
    """The head words, English noun compounds written as one."""
    out: list[str] = []
    if (
        len(phrase.head) == 2
        and phrase.head[0].entry is not None
        and phrase.head[0].entry.lemma in _SMALL
        and phrase.head[1].sort == "M"
    ):
        day, month = numbered(phrase.head[1].text.rstrip("stndrh")), phrase.head[0].entry.lemma
        return [
            phrase.head[0].before + (f"{month} {day}" if len(day) == 4 else f"{day} {month}") + phrase.head[1].after
        ]
    counted = bool(phrase.before) and phrase.before[-1].sort == "M"
    for at, word in enumerate(phrase.head):
        last = at == len(phrase.head) - 1
        text = _noun(word, counted and last)
        following = phrase.head[at + 1] if not last else None
        if out and word.sort == "N" and word.entry is not None and _joins(phrase.head[at - 1]):
            out[-1] = _compounded(out[-1], phrase.head[at - 1], text)
        else:
            out.append(text)
        if following is None and word.sort == "A" and word.reading is not None:
            out[-1] = adjective(word, ending=True) + ("n" if phrase.plural else "")
    return out


def _joins(word: Word) -> bool:
    return not word.after and (
        word.sort == "E" or (word.sort == "N" and word.entry is not None and word.entry.pos == "n")
    )


def _noun(word: Word, counted: bool) -> str:
    entry = word.entry
    if entry is None:
        text = word.target or (
            numbered(word.text) if word.sort == "M" else word.text if word.known else f"*{word.text}*"
        )
    elif entry.pos == "v":
        text = entry.lemma
    elif entry.pos == "n":
        many = word.form == "pl" and entry.plural != "" and not (counted and entry.lemma in _COUNTED)
        text = entry.plural if many else entry.lemma
    else:
        text = entry.lemma
    if (
        word.text[:1].isupper()
        and word.place > 0
        and word.sort == "N"
        and word.tag is not Tag.NOUN
        and text[:1].islower()
        and not word.text.isupper()
        and text not in _SMALL
    ):
        text = text[:1].upper() + text[1:]
    return word.before + text + word.after


def _compounded(first: str, modifier: Word, head: str) -> str:
    """ "veiligheid" and "eis" make "veiligheidseis"; a name keeps a hyphen."""
    if (
        modifier.sort == "E"
        or first[-1:].isdigit()
        or first.isupper()
        or "*" in first
        or head[:1].isupper()
        or " " in first
    ):
        return f"{first}-{head}" if " " not in first and "*" not in first else f"{first} {head}"
    entry = modifier.entry
    if entry is not None and modifier.form == "pl":
        first = entry.lemma
    link = "s" if first.endswith(_LINK_S) and not head.startswith("s") else ""
    clash = first[-1:] in "aeiou" and head[:1] == first[-1:]
    return first + link + ("-" if clash else "") + head


def pronoun(word: Word, *, subject: bool) -> str:
    """A pronoun in its case."""
    text = word.target or word.text
    return text if subject else _OBJECT.get(text, text)


def gloss(word: Word) -> str:
    """A word by itself, a verb in the form that comes nearest to its own."""
    if word.sort == "X":
        return "\x00" + word.text + word.after
    if word.sort in "NEM":
        return _noun(word, counted=False)
    entry = word.entry
    if word.sort == "V":
        text = _gloss_of_verb(word)
    elif entry is not None:
        text = adjective(word, ending=False) if entry.pos in {"a", "v"} else entry.lemma
    else:
        text = word.target or {"Z": "niet", "T": "te"}.get(word.sort, word.text if word.known else f"*{word.text}*")
    return word.before + text + word.after


_HELPERS = tabled("en", "helper_glosses")
_MODALS = paired("en", "modal_forms")


def _gloss_of_verb(word: Word) -> str:
    if word.base in _HELPERS:
        infinitive, present, past = _HELPERS[word.base]
        return past if word.low in _PAST_AUXILIARIES else infinitive if word.low == word.base else present
    if word.entry is None:
        return word.target or _MODALS.get(word.low, f"*{word.text}*")
    forms = forms_of(word.entry)
    if word.entry.particle:
        return {"past": word.entry.particle + forms.past, "part": forms.participle}.get(word.form, word.entry.lemma)
    return {"past": forms.past, "part": forms.participle, "3": forms.third}.get(word.form, word.entry.lemma)
