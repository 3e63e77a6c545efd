"""How Dutch words inflect: spelling of stems, conjugation, adjective endings; and what lemma a form may come from.

The rules are those of the official spelling (kofschip rule, open and closed syllables). Irregular forms stand in the lexicon;
only the verbs that are irregular in the present stand here.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

_ADJECTIVES = ("ig", "lijk", "isch", "baar", "loos", "zaam", "eus", "ief", "end", "air")
_PARTICIPLE = re.compile(r"(?:[a-z]{2,5})?ge[a-zë]{3,}en")
_PLURAL_S = ("el", "em", "en", "er", "aar", "erd", "ie", "e")
VOWELS = "aeiouáéíóúëïöüàèê"
UNSEPARABLE = (
    "be",
    "ge",
    "her",
    "ont",
    "ver",
    "er",
    "over",
    "onder",
    "voor",
    "aan",
    "weer",
    "mis",
    "door",
    "vol",
    "om",
)
PRESENT = {
    "zijn": ("ben", "is", "zijn"),
    "hebben": ("heb", "heeft", "hebben"),
    "kunnen": ("kan", "kan", "kunnen"),
    "zullen": ("zal", "zal", "zullen"),
    "willen": ("wil", "wil", "willen"),
    "mogen": ("mag", "mag", "mogen"),
    "komen": ("kom", "komt", "komen"),
}
_PRESENT_FORMS = {
    form: (infinitive, name)
    for infinitive, forms in (
        ("zijn", "ben bent is zijn"),
        ("hebben", "heb hebt heeft hebben"),
        ("kunnen", "kan kunt kan kunnen"),
        ("zullen", "zal zult zal zullen"),
        ("willen", "wil wilt wil willen"),
        ("mogen", "mag mag mag mogen"),
        ("komen", "kom komt komt komen"),
    )
    for form, name in zip(forms.split(), ("1", "2", "3", "pl"), strict=True)
} | {"kun": ("kunnen", "2"), "zul": ("zullen", "2")}
_LOANS = {"appen": "app", "whatsappen": "whatsapp", "mailen": "mail", "faken": "fake", "updaten": "update"}
_STEMS = {"kom": "kom", "nem": "neem"}  # with any prefix: "verwelkomen", "ondernemen"
_STRAIGHT = ("gaan", "staan", "slaan", "doen", "zien")
# Native verbs in unstressed -eren: their stem ends in -er, while loans such as "reageren" lengthen it.
_NATIVE = """
adder ander beier beter bevorder bewonder bitter dobber donder duister fladder flikker fluister foeter glinster
hamer helder hinder huiver hunker ijver inner jammer kanker ketter klapper klater kletter kluister knipper koester
lekker lever lijster luister mager meerder minder mopper nader offer ouder over plunder rooster ruimer schemer schetter
schilder schitter schuimer sidder sijper slechter slenter slinger sluier sluimer somber sputter stotter teister
timmer tover uiter verover voeder vorder wapper weiger wijder wonder zeker zuiver zwaarder
blader broeder bulder cijfer daver dender erger glibber haper kamer klauter knetter kuier mijmer mekker opper peuter
pleister polder sabber schamper snater spetter spijker staver toeter treiter veroorder wakker water winter zwijmer
"""
_SHORT_ER = frozenset(_NATIVE.split())
# Roots whose last syllable is stressed or a word of its own, though it looks like an unstressed -el.
_FULL_EL = ("oordel", "voordel", "nadel", "verdel", "spel", "bevel", "kwel", "ontstel", "herstel", "strel")
# Verbs whose first part is a word but no particle: their participle has no ge-.
_WHOLE_VERBS = """
onderbouwen onderhandelen onderscheppen onderstrepen onderstellen onderwerpen onderzoeken ondersteunen ondertekenen
overbruggen overhandigen overleggen overlijden overtuigen overweldigen overwegen overtreden overvallen overheersen
voorspellen voorkomen voorzien weerleggen weerspreken weerspiegelen weerhouden weerstaan omarmen omhelzen omringen
omschrijven omsingelen omvatten doorbreken doorkruisen doorstaan doorzoeken voltooien volbrengen volharden voldoen
misbruiken misgunnen mishandelen miskennen misleiden mislukken misverstaan aanbidden aanvaarden aanschouwen
achterhalen
"""
_WHOLE = frozenset(_WHOLE_VERBS.split())


class Conjugation(NamedTuple):
    """The forms of a verb without its particle: first and third person, plural and infinitive, past, participle."""

    first: str
    third: str
    plural: str
    past: str
    past_plural: str
    participle: str


def stem(infinitive: str) -> str:
    """The stem of a verb as spelt: "maken" gives "maak", "reizen" "reis", "zeggen" "zeg"."""
    if infinitive in _LOANS:
        return _LOANS[infinitive]
    if not infinitive.endswith("en") or infinitive.endswith(_STRAIGHT):
        return infinitive[:-2] if infinitive.endswith("aan") else infinitive.removesuffix("n")
    root = infinitive[:-2]
    if root[-3:] in _STEMS:
        return root[:-3] + _STEMS[root[-3:]]
    if len(root) > 2 and root[-1] == root[-2] and root[-1] not in VOWELS:
        return root[:-1]
    devoiced = root[:-1] + {"v": "f", "z": "s"}.get(root[-1:], root[-1:])
    if _open(root) and not _unstressed(root):
        return devoiced[:-2] + devoiced[-2] * 2 + devoiced[-1]
    return devoiced


def _open(root: str) -> bool:
    """Whether a root ends in one long vowel and one consonant, so that a closed syllable doubles the vowel."""
    if len(root) < 2 or root[-1] in VOWELS or root[-2] not in "aeou":
        return False
    if root[-2:] == "uw" or (root[-2] == "u" and root[-3:-2] in {"o", "e"}):
        return False
    return (
        len(root) < 3
        or root[-3] not in VOWELS
        or root[-3:-1] in {"ue", "ua", "uo"}
        or (root[-3] == "i" and root[-2] in "ao")
    )


def _unstressed(root: str) -> bool:
    if root.endswith(_FULL_EL):
        return False
    if root[-2:] in {"el", "em", "en"}:
        bare = _without_prefix(root[:-2])
        return bool(bare) and any(letter in VOWELS for letter in bare) and bare[-1] not in VOWELS
    if root.endswith("er"):
        return _without_prefix(root) in _SHORT_ER or root in _SHORT_ER
    return root.endswith(("ig", "lijk"))


def _without_prefix(root: str) -> str:
    for prefix in ("be", "ver", "ont", "her", "ge"):
        if root.startswith(prefix) and len(root) > len(prefix):
            return root[len(prefix) :]
    return root


def conjugation(infinitive: str, forms: tuple[str, ...] = ()) -> Conjugation:
    """All forms of a verb without particle; `forms` are its past, past plural and participle where irregular."""
    root = stem(infinitive)
    if forms and forms[0].endswith(("de", "te")):
        root = forms[0][:-2]
    third = root + "at" if infinitive.endswith("aan") else root if root.endswith("t") else root + "t"
    first, third, plural = PRESENT.get(infinitive, (root, third, infinitive))
    if forms:
        return Conjugation(first, third, plural, forms[0], forms[1], forms[2])
    voiceless = infinitive[:-2][-1:] in set("kfschpxt") or infinitive[:-2].endswith("ch")
    ending = "t" if voiceless else "d"
    participle = root if root.endswith(ending) else root + ending
    prefixed = infinitive.startswith(("be", "ge", "her", "ont", "ver", "erk", "erv")) and any(
        v in _without_prefix(infinitive[:-2]) for v in VOWELS
    )
    if not prefixed and infinitive not in _WHOLE:
        participle = "ge" + {"e": "ë", "i": "ï", "u": "ü"}.get(participle[0], participle[0]) + participle[1:]
    return Conjugation(first, third, plural, root + ending + "e", root + ending + "en", participle)


def inflected_participle(participle: str, infinitive: str) -> str:
    """The participle with -e: "gemaakt" gives "gemaakte", "gezet" of "zetten" "gezette", "besteed" "bestede"."""
    if infinitive[-4:-2] in {"tt", "dd"} and participle[-1:] == infinitive[-3]:
        return participle + participle[-1] + "e"
    if participle[-2:-1] in set("aeou") and participle[-3:-2] == participle[-2]:
        return participle[:-2] + participle[-1] + "e"
    return participle if participle.endswith("en") else participle + "e"


def inflected(adjective: str) -> str:
    """The adjective with -e: "groot" gives "grote", "boos" "boze", "dik" "dikke"."""
    if adjective.endswith(("en", "e")) or not adjective:
        return adjective
    return _lengthened(adjective) + "e"


_BEFORE_VOWEL = (
    ("ieel", "iël"),
    ("ief", "iev"),
    ("ijf", "ijv"),
    ("uif", "uiv"),
    ("oef", "oev"),
    ("lf", "lv"),
    ("rf", "rv"),
    ("ijs", "ijz"),
    ("eus", "euz"),
    ("ies", "iez"),
    ("uis", "uiz"),
)


def _lengthened(word: str) -> str:
    """The word as spelt before a vowel."""
    for ending, instead in _BEFORE_VOWEL:
        if word.endswith(ending):
            return word[: len(word) - len(ending)] + instead
    if len(word) > 2 and word[-1] not in VOWELS and word[-2] == word[-3] and word[-2] in "aeou":
        return word[:-2] + {"f": "v", "s": "z"}.get(word[-1], word[-1])
    if len(word) > 2 and word[-1] not in VOWELS and word[-2] in "aeiou" and word[-3] not in VOWELS:
        short = len([1 for letter in word if letter in VOWELS]) == 1 or word.endswith(
            ("as", "us", "ak", "ek", "ok", "ot", "at", "op", "el", "om")
        )
        if short and not (word.endswith(("el", "om", "em", "er", "ig", "lijk", "isch")) and len(word) > 4):
            return word + word[-1]
        return word
    return word


def comparative(adjective: str) -> str:
    """The comparative: "groot" gives "groter", "duur" "duurder"."""
    return adjective + "der" if adjective.endswith("r") else _lengthened(adjective) + "er"


def superlative(adjective: str) -> str:
    """The superlative: "groot" gives "grootst", "vers" "verst"."""
    if adjective.endswith("isch"):
        return adjective + "t"
    return adjective + ("t" if adjective.endswith("s") else "st")


def candidates(form: str) -> Iterator[tuple[str, str, str]]:
    """Lemmas that a form may come from, with part of speech and form name; to be looked up, since most do not exist."""
    yield from _verbs(form)
    yield from _adjectives(form)
    yield from _nouns(form)


def _verbs(form: str) -> Iterator[tuple[str, str, str]]:
    if form == "wees":
        yield "zijn", "v", "stem"
    if form in _PRESENT_FORMS:
        yield (_PRESENT_FORMS[form][0], "v", _PRESENT_FORMS[form][1])
    for root, name in _roots(form):
        for infinitive in infinitives(root):
            yield (infinitive, "v", name)
    if form.endswith(("nd", "nde", "nden")) and len(form) > 5:
        yield (form[: form.rindex("nd") + 1], "v", "pres")


def _roots(form: str) -> Iterator[tuple[str, str]]:
    yield form, "stem"
    if form.endswith("t"):
        yield form[:-1], "3"
        yield form, "3"
    for ending, name in (("te", "past"), ("de", "past"), ("ten", "past.pl"), ("den", "past.pl")):
        if form.endswith(ending):
            yield form[: -len(ending)], name
    bare = form.removesuffix("e") if form.endswith(("de", "te", "dde", "tte")) else form
    name = "part" if bare == form else "part.e"
    for at in range(len(form)):
        if form.startswith("ge", at) and (at == 0 or len(form) > at + 4):
            inner = bare[:at] + bare[at + 2 :].replace("ë", "e", 1)
            yield inner, name
            yield inner[:-1], name
    if bare.endswith(("d", "t")) and bare.startswith(UNSEPARABLE):
        yield bare[:-1], name
        yield bare, name


def _doubling(root: str) -> bool:
    """Whether a root of one short syllable doubles its consonant before -en: "won" gives "wonnen", never "wonen"."""
    vowels = [letter for letter in root if letter in VOWELS]
    return len(vowels) == 1 and root[-2:-1] == vowels[0] and root[-1] not in "wxj"


def infinitives(root: str) -> Iterator[str]:
    """Infinitives whose stem may be spelt so."""
    if len(root) < 2:
        return
    if not _doubling(root):
        yield root + "en"
    last = root[-1]
    if last in VOWELS:
        yield root + "n"
        yield root + "an"
        return
    voiced = {"f": "v", "s": "z"}.get(last)
    if voiced:
        yield root[:-1] + voiced + "en"
    if root.endswith(("ieer", "ëer")):
        yield root.removesuffix("eer").removesuffix("ëer") + "ëren"
    if root[-2] in VOWELS and len(root) > 2:
        if root[-3] == root[-2]:
            yield root[:-2] + last + "en"
            if voiced:
                yield root[:-2] + voiced + "en"
        else:
            yield root + last + "en"


def _adjectives(form: str) -> Iterator[tuple[str, str, str]]:
    for ending, name in (
        ("e", "e"),
        ("er", "comp"),
        ("ere", "comp"),
        ("der", "comp"),
        ("dere", "comp"),
        ("st", "sup"),
        ("ste", "sup"),
        ("s", "s"),
    ):
        if not form.endswith(ending) or len(form) - len(ending) < 2:
            continue
        root = form[: -len(ending)]
        yield root, "a", name
        if root.endswith("iël"):
            yield root[:-3] + "ieel", "a", name
        if name == "sup" and root.endswith("isch"[:-1]):
            yield root + "ch", "a", name
        if ending in {"e", "er", "ere"}:
            for adjective in _closed(root):
                yield adjective, "a", name
        if ending in {"st", "ste"}:
            yield root + "s", "a", name


def _closed(root: str) -> Iterator[str]:
    """Adjectives that are spelt so before a vowel: "grot" from "groot", "dikk" from "dik", "boz" from "boos"."""
    last = {"v": "f", "z": "s"}.get(root[-1], root[-1])
    yield root[:-1] + last
    if root[-1] == root[-2]:
        yield root[:-1]
    elif root[-2] in "aeou":
        yield root[:-1] + root[-2] + last


def _nouns(form: str) -> Iterator[tuple[str, str, str]]:
    if form.endswith("s") and len(form) > 3:
        yield form[:-1].removesuffix("'"), "name", "gen"
    if form.endswith("'") and len(form) > 3:
        yield form[:-1], "name", "gen"
    small = form.removesuffix("s")
    if small.endswith("je") and len(small) > 4:
        name = "dim" if small == form else "dim.pl"
        yield small[:-2], "n", name
        if small.endswith(("tje", "pje", "kje")):
            yield small[:-3], "n", name
            if small.endswith("etje") and small[-5:-4] == small[-6:-5]:
                yield small[:-5], "n", name
            if small.endswith("kje"):
                yield small[:-3] + "g", "n", name
            if len(small) > 5 and small[-4] == small[-5]:
                yield small[:-4], "n", name


def singulars(plural: str) -> Iterator[str]:
    """The nouns that a form may be the plural of: "bomen" of "boom", "foto's" of "foto", "vrijheden" of "vrijheid"."""
    if plural.endswith("heden"):
        yield plural[:-5] + "heid"
    elif plural.endswith("en"):
        yield stem(plural)
        yield plural[:-2]
        yield plural[:-1]
    elif plural.endswith("s"):
        yield plural[:-1].removesuffix("'")


def part_by_ending(lemma: str) -> Literal["a", "v", "n"]:
    """The part of speech that words of the lemma's ending mostly are."""
    if lemma.endswith(_ADJECTIVES) or _PARTICIPLE.fullmatch(lemma):
        return "a"
    return "v" if lemma.endswith("en") and not lemma.endswith("oen") else "n"


def usual_plural(noun: str) -> str:
    """The plural that a noun of its ending mostly has."""
    if noun.endswith("heid"):
        return noun[:-4] + "heden"
    if noun.endswith(("a", "i", "o", "u", "y")):
        return noun + ("en" if noun.endswith(("ooi", "aai", "oei")) else "'s")
    return noun + "s" if noun.endswith(_PLURAL_S) else inflected(noun) + "n"
