"""The names of a sentence, by capitals and tags: they are never translated, unless the dictionary has them as names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.language.dictionary import WordReading
from briefing.language.first_names import gender_of_first_name
from briefing.language.languages import read_table
from briefing.language.lexicon import lexicon
from briefing.language.tags import Tag
from briefing.translate.literal.tree import Word

_ENDS = ".:!?"
_COMMON = 1000
"""The rank of an entry up to which a noun without article can open a sentence, as in a headline."""
_SURNAME = 6
"""Letters of a surname that is also a noun, at the most."""
_LINK = 3
"""Letters of a word that links two parts of a name in another language, at the most."""


@dataclass(frozen=True, slots=True)
class NameRules:
    """What the names of a language are found by.

    `links` stand inside a name ("van der"), `articles` are those of them that are articles alone, `places` stand before the
    river or sea of a place ("aan"), `titles` before a person. `persons` are nouns for people, `capitals` common nouns that a
    text may write with a capital, `calendar` the Dutch days and months. With `bare_adjectives` an adjective before a finite
    verb is a name; with `sure_places` the words between a place and its water stand nowhere else; with `foreign_links` a short
    word that is not known links two parts of a name. `openers` open a name before an unknown word. `is_function` and
    `is_common` tell of a word in lower case.
    """

    links: frozenset[str]
    articles: frozenset[str]
    places: frozenset[str]
    titles: frozenset[str]
    persons: frozenset[str]
    capitals: frozenset[str]
    calendar: frozenset[str]
    bare_adjectives: bool
    sure_places: bool
    foreign_links: bool
    openers: frozenset[str]
    is_function: Callable[[str], bool]
    is_common: Callable[[str], bool]


@cache
def titles(language: str) -> frozenset[str]:
    """The titles that stand before the name of a person."""
    return frozenset(read_table(language, "names")["titles"]["person"].split())


@cache
def organisations(language: str) -> frozenset[str]:
    """The common nouns for organisations."""
    return frozenset(read_table(language, "names")["kinds"]["organisation"].split())


@cache
def persons(language: str) -> frozenset[str]:
    """The common nouns for one person."""
    return frozenset(read_table(language, "names")["kinds"]["person"].split())


@cache
def links(language: str) -> frozenset[str]:
    """The words that stand inside a name."""
    return lexicon(language).name_links


def is_proper(options: Sequence[WordReading]) -> bool:
    """Whether the dictionary has the word as a name, a nationality or another word with a capital."""
    return any(_is_proper(r) for r in options)


def _is_proper(reading: WordReading) -> bool:
    if reading.entry.pos == "a" and reading.entry.lemma[:1].isupper():
        return True
    return not reading.parts and (reading.entry.pos == "name" or reading.entry.lemma[:1].isupper())


def begins(words: Sequence[Word], at: int) -> bool:
    """Whether a word stands where any word has a capital."""
    return at == 0 or bool(words[at].before) or (words[at - 1].sort == "X" and words[at - 1].text[-1:] in _ENDS)


def mark_names(words: Sequence[Word], rules: NameRules) -> None:
    """Make the words that are names E, without their readings."""
    for at, word in enumerate(words):
        if word.sort or not word.text[:1].isalpha():
            continue
        if _is_acronym(words, at) and rules.is_function(word.low):
            word.tag = Tag.NAME
        if _in_capitals(words, at):
            word.sort, word.options = "E", ()
            continue
        if _goes_on(words, at, rules) if is_proper(word.options) else _is_name(words, at, rules):
            word.sort, word.options = "E", ()


def _goes_on(words: Sequence[Word], at: int, rules: NameRules) -> bool:
    """Whether a word that could be a nationality is a name or ends one: "De Groene Amsterdammer", "in Leiden"."""
    if rules.bare_adjectives and words[at].tag is Tag.NAME and _is_adjective_alone(words, at):
        return True
    if words[at].low in rules.openers and _is_unknown_capital(words, at + 1):
        return True
    if _opens_institution(words, at, rules) or _is_called(words, at) or _opens_name(words, at, rules):
        return True
    if at == 0 or words[at - 1].sort != "E":
        return False
    named = any(r.entry.pos == "name" for r in words[at].options)
    article = words[at - 1].low in rules.articles and words[at].text.isalpha() and not words[at].text.isupper()
    return (words[at].tag is Tag.NAME and not named) or (article and words[at].tag in {Tag.NAME, Tag.NOUN})


def _opens_institution(words: Sequence[Word], at: int, rules: NameRules) -> bool:
    """Whether a nationality or the like begins the name of an institution: "Republican National Committee"."""
    ahead = words[at + 1] if at + 1 < len(words) else None
    if ahead is None or not rules.bare_adjectives or not _capital(words, at + 1) or is_proper(ahead.options):
        return False
    person = ahead.low in rules.titles | rules.persons or ahead.text in gender_of_first_name()
    can = any(r.entry.pos == "a" for r in words[at].options) and rules.is_common(ahead.low)
    return can and not person and (ahead.low not in rules.capitals or ahead.tag is Tag.NAME)


def _is_unknown_capital(words: Sequence[Word], at: int) -> bool:
    """Whether a word with a capital is unknown, or no adjective."""
    return _capital(words, at) and not any(r.entry.pos == "a" for r in words[at].options)


def _is_adjective_alone(words: Sequence[Word], at: int) -> bool:
    """Whether a word is only an adjective, and describes nothing after it: "Cuban said", not "Cuban cigars"."""
    ahead = words[at + 1] if at + 1 < len(words) else None
    described = ahead is not None and ahead.tag in {Tag.NOUN, Tag.ADJECTIVE}
    return not described and all(r.entry.pos == "a" for r in words[at].options)


def _opens_name(words: Sequence[Word], at: int, rules: NameRules) -> bool:
    """Whether a place is the first word of another name: "Europa League"."""
    ahead = words[at + 1] if at + 1 < len(words) else None
    if ahead is None or ahead.before or words[at].after or not ahead.text[:1].isupper() or ahead.text.isupper():
        return False
    known = is_proper(ahead.options) or rules.is_function(ahead.low) or ahead.low in rules.titles
    place = all(r.entry.pos == "name" for r in words[at].options)
    return place and not known and (not ahead.options or "-" in ahead.text) and rules.foreign_links


def _is_called(words: Sequence[Word], at: int) -> bool:
    """Whether a word that could be a nationality is the first name of somebody: "Frans", where no noun follows."""
    ahead = words[at + 1] if at + 1 < len(words) else None
    before = words[at - 1].tag if at else None
    described = ahead is not None and ahead.tag in {Tag.NOUN, Tag.ADJECTIVE}
    return words[at].text in gender_of_first_name() and not described and before not in {Tag.DETERMINER, Tag.ADJECTIVE}


def _is_name(words: Sequence[Word], at: int, rules: NameRules) -> bool:
    word = words[at]
    if not word.text[:1].isupper():
        return not word.options and any(letter.isupper() for letter in word.text)
    after_name = at > 0 and words[at - 1].sort == "E" and not words[at - 1].after and not word.before
    if rules.is_function(word.low):
        return after_name or _is_acronym(words, at) or (word.low in rules.links and _opens_surname(words, at, rules))
    if _has_common_head(word):
        return False
    if not word.options or after_name or (word.low in rules.openers and _is_unknown_capital(words, at + 1)):
        return True
    if word.low in rules.titles and _capital(words, at + 1):
        return False
    return _opens_with_name(words, at, rules) if begins(words, at) else _stands_as_name(words, at, rules)


def _in_capitals(words: Sequence[Word], at: int) -> bool:
    """Whether a word of capitals stands beside another, among words in lower case: "USA TODAY"."""
    texts = [words[place].text for place in (at, at - 1, at + 1) if 0 <= place < len(words)]
    capitals = [text.isupper() and text.isalpha() and len(text) > 1 for text in texts]
    return capitals[0] and any(capitals[1:]) and sum(word.text.islower() for word in words) > len(words) / 2


def _is_acronym(words: Sequence[Word], at: int) -> bool:
    """Whether a word of capitals stands among others in lower case: "het OM"."""
    capitals = words[at].text.isupper() and len(words[at].text) > 1
    return capitals and any(word.text.islower() for word in words)


def _stands_as_name(words: Sequence[Word], at: int, rules: NameRules) -> bool:
    """Whether a known word with a capital inside a sentence is a name, and no title, day, nationality or institution."""
    word = words[at]
    if word.tag is Tag.NAME:
        return True
    if word.low in rules.titles or _is_date(word, rules) or _describes(words, at):
        return False
    before = _capital(words, at - 1) and not rules.is_function(words[at - 1].low)
    alone = not before and not _capital(words, at + 1)
    return not (alone and word.tag is Tag.NOUN and word.low in rules.capitals)


def _is_date(word: Word, rules: NameRules) -> bool:
    """Whether a word is a day or a month, or another word for a time that stands by itself."""
    return word.tag is Tag.TIME and any(r.entry.lemma in rules.calendar for r in word.options)


def _describes(words: Sequence[Word], at: int) -> bool:
    """Whether a word with a capital is an adjective of the common noun after it: "the Islamic revolution"."""
    ahead = words[at + 1] if at + 1 < len(words) else None
    adjective = words[at].tag is Tag.ADJECTIVE and any(r.entry.pos == "a" for r in words[at].options)
    return adjective and ahead is not None and ahead.tag is Tag.NOUN and not _capital(words, at + 1)


def _opens_surname(words: Sequence[Word], at: int, rules: NameRules) -> bool:
    """Whether a particle with a capital opens a name: "wethouder De Wit", "mevrouw Van der Meer", "De Jong" at the start."""
    end = at + 1
    while end < len(words) and words[end].low in rules.links:
        end += 1
    if not _capital(words, end):
        return False
    if is_proper(words[end].options):
        return not begins(words, at) and words[end].tag in {Tag.NAME, Tag.NOUN}
    if not begins(words, at) or words[at].tag is Tag.NAME:
        return True
    return words[end].tag is Tag.NAME and rules.is_common(words[end].low)


def _opens_with_name(words: Sequence[Word], at: int, rules: NameRules) -> bool:
    """Whether the first word of a sentence is a name: by its tag, by a name after it, or since no noun stands there bare."""
    word = words[at]
    ahead = words[at + 1] if at + 1 < len(words) else None
    if _capital(words, at + 1) and word.low in rules.persons | rules.titles:
        return False
    if word.tag is Tag.NAME:
        return not any(r.parts for r in word.options)
    if ahead is None or word.low in rules.titles:
        return False
    if rules.bare_adjectives and word.tag is Tag.ADJECTIVE and ahead.tag in {Tag.FINITE_VERB, Tag.AUXILIARY}:
        return word.text.isalpha() and all(r.form not in {"comp", "sup", "ly"} for r in word.options)
    bare = any(r.form in {"sg", ""} for r in word.options) and word.tag is Tag.NOUN
    if bare and (
        _is_rare(words, rules) or (word.low in rules.persons and ahead.tag in {Tag.FINITE_VERB, Tag.AUXILIARY})
    ):
        return True
    joined = ahead.tag is Tag.COORDINATOR and _capital(words, at + 2)
    follows = _capital(words, at + 1) and not is_proper(ahead.options) and not rules.is_function(ahead.low)
    described = rules.bare_adjectives and word.tag is Tag.ADJECTIVE and _opens_common_name(words, at + 1, rules)
    return described or (bare and (joined or (follows and ahead.tag is Tag.NAME)))


def _opens_common_name(words: Sequence[Word], at: int, rules: NameRules) -> bool:
    """Whether a common word with a capital is tagged as a name: "Watch" in "Judicial Watch"."""
    word = words[at]
    known = bool(word.options) and not is_proper(word.options) and not rules.is_function(word.low)
    return _capital(words, at) and word.tag is Tag.NAME and known and word.low not in rules.titles | rules.persons


def _is_rare(words: Sequence[Word], rules: NameRules) -> bool:
    """Whether a Dutch sentence begins with a rare short noun or a compound for a person, and a verb: a noun would have an article."""
    if rules.bare_adjectives or words[1].tag not in {Tag.AUXILIARY, Tag.FINITE_VERB} or words[-1].text != ".":
        return False
    nouns = [r for r in words[0].options if r.entry.pos == "n"]
    if all(r.parts for r in nouns):
        return any(r.entry.lemma in rules.persons for r in nouns)
    return len(words[0].text) <= _SURNAME and all(r.entry.rank > _COMMON and r.entry.plural for r in nouns)


def _has_common_head(word: Word) -> bool:
    """Whether a word with a hyphen ends in a common noun: "Ajax-trainer", not "Notre-Dame"."""
    last = word.text.rpartition("-")[2]
    return "-" in word.text and last[:1].islower() and bool(word.options)


def _capital(words: Sequence[Word], at: int) -> bool:
    return 0 <= at < len(words) and words[at].text[:1].isupper() and words[at].low != "i"


def join_names(words: Sequence[Word], rules: NameRules) -> list[Word]:
    """The words with those of one name put together, particles and all."""
    found: list[Word] = []
    at = 0
    while at < len(words):
        end = _end_of_name(words, at, rules)
        if end - at > 1:
            word = Word(" ".join(w.text for w in words[at:end]), "E", before=words[at].before, tag=Tag.NAME)
            word.after = words[end - 1].after
            found.append(word)
        else:
            found.append(words[at])
        at = max(end, at + 1)
    return found


def _end_of_name(words: Sequence[Word], at: int, rules: NameRules) -> int:
    """The place after the name that begins here; the place itself where none does."""
    if not (_is_kept(words[at]) or _leads(words, at, rules)):
        return at
    end = at + 1
    while end < len(words) and not words[end - 1].after:
        if (_is_kept(words[end]) or _is_numbered(words[end])) and not words[end].before:
            end += 1
            continue
        further = end + 2 if rules.foreign_links and _is_foreign_link(words, end) else _after_links(words, end, rules)
        if further == end:
            break
        end = further
    return end


def _is_kept(word: Word) -> bool:
    return word.sort == "E" and not word.target and not word.reading and not is_proper(word.options)


def _is_foreign_link(words: Sequence[Word], at: int) -> bool:
    """Whether a short word that is not known links two parts of a name in another language: "Rue des Juifs"."""
    word, ahead = words[at], words[at + 1] if at + 1 < len(words) else None
    short = word.text.islower() and word.text.isalpha() and len(word.text) <= _LINK
    return short and not word.options and not word.sort and ahead is not None and _is_kept(ahead)


def _is_numbered(word: Word) -> bool:
    """Whether a word is a number and a noun in one, as the second of "Formule 1-podcast"."""
    return not word.sort and word.text[:1].isdigit() and "-" in word.text


def _leads(words: Sequence[Word], at: int, rules: NameRules) -> bool:
    """Whether particles begin a name here: "mevrouw van der Meer", "De Volkskrant" at the start of a sentence."""
    word = words[at]
    if word.low not in rules.links or word.sort not in {"", "E"}:
        return False
    end = at
    while end < len(words) and words[end].low in rules.links:
        end += 1
    if end >= len(words) or not _is_kept(words[end]) or any(w.after for w in words[at:end]):
        return False
    titled = at > 0 and words[at - 1].low in rules.titles and (end - at > 1 or word.low in rules.articles)
    tagged = word.tag is Tag.NAME
    return tagged or titled or (end - at > 1 and word.text[:1].isupper())


def _after_links(words: Sequence[Word], at: int, rules: NameRules) -> int:
    """The place after particles that another part of the name follows; the place itself where there are none."""
    end = at
    if words[end].low in rules.places:
        end += 1
    place = end > at
    while end < len(words) and words[end].low in rules.links and words[end].text[:1].islower() and not words[end].after:
        end += 1
    ahead = words[end] if end < len(words) else None
    if end == at or ahead is None or not ahead.text[:1].isupper() or ahead.before:
        return at
    if place:
        return end + 1 if _is_place(words, at, end, rules) else at
    if any(w.tag is Tag.NAME or not rules.is_function(w.low) for w in words[at:end]):
        return end + 1 if _is_kept(ahead) or ahead.tag is Tag.NAME else at
    return end + 1 if _is_surname(words, at, end, rules) else at


def _is_surname(words: Sequence[Word], at: int, end: int, rules: NameRules) -> bool:
    """Whether particles after a name belong to it: after one bare word, as in "Corrie van Brenk", not "de iPhone van Apple"."""
    first, ahead = words[at - 1], words[end]
    before = words[at - 2] if at > 1 else None
    called = first.text in gender_of_first_name() and (before is None or before.sort != "E")
    if called and words[at].low in rules.articles:
        return True
    if words[at].low in rules.articles:
        return ahead.tag in {Tag.NAME, Tag.ADJECTIVE} and _is_kept(ahead)
    if before is not None and (before.tag is Tag.DETERMINER or before.sort == "E"):
        return False
    return (_is_kept(ahead) and not first.text.isupper()) or (
        rules.is_common(first.low) and ahead.tag is Tag.NAME and not rules.is_common(ahead.low)
    )


def _is_place(words: Sequence[Word], at: int, end: int, rules: NameRules) -> bool:
    """Whether a name goes on by the water or the town that it lies at: "Alphen aan den Rijn", "Bergen aan Zee"."""
    if rules.sure_places:
        return True
    if end - at > 1:
        return words[end - 1].low != "de" or (at > 1 and words[at - 2].tag is Tag.PREPOSITION)
    if is_proper(words[end].options):
        return False
    return rules.is_common(words[end].low) or (words[at].low != "aan" and rules.is_common(words[at - 1].low))
