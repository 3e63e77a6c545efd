"""What sort of source a phrase names, and the proper names in it. Whom a pronoun or a role stands for: coreference.py."""

import re
from functools import cache
from typing import Final

from briefing.article import Language
from briefing.claims.claim import SourceKind
from briefing.claims.names import words_of
from briefing.claims.names_in_phrase import is_proper, is_surname_like, names_organisation, opens
from briefing.claims.source_phrase import SourcePhrase, phrase_at
from briefing.claims.source_words import SourceWords, source_words
from briefing.language.first_names import Gender, gender_of_first_name
from briefing.language.reading import Range, Reading
from briefing.language.reading.extents import sentence_of
from briefing.language.reading.modifiers import is_genitive
from briefing.language.tables.names import PronounWords
from briefing.language.tags import Tag

_INSIGHT: Final = 8
_CONDITION: Final = 12
_COINED: Final = re.compile(r"\w\.\w{2,}$|[a-z][A-Z]|[A-Z]{2}[a-z]|^[A-Za-z]-[A-Z]|[&+\d]")
_SURNAMES: Final = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O'", "D'")


def kind_of(reading: Reading, found: Range) -> SourceKind:
    """What sort of source the words name."""
    phrase = phrase_in(reading, found)
    if phrase is None:
        return "group"
    return kind_of_phrase(reading, phrase) or kind_by_form(reading, phrase)


def phrase_in(reading: Reading, found: Range) -> SourcePhrase | None:
    """The first noun phrase in a run of tokens."""
    phrases = (phrase_at(reading, at, found[1]) for at in range(*found))
    return next((phrase for phrase in phrases if phrase is not None), None)


def kind_of_phrase(reading: Reading, phrase: SourcePhrase) -> SourceKind | None:
    """What sort of source a phrase names as far as its words tell it; `None` for an unknown name or noun."""
    words = source_words(reading.words.language)
    pronouns, head = words.pronouns, phrase.head
    core = reading.lower(phrase.core)
    if len(core) == 1 and reading.tags[phrase.core[0]] in {Tag.PRONOUN, Tag.DETERMINER, Tag.NUMBER}:
        counts = reading.tags[phrase.core[0]] == Tag.NUMBER
        kind = _kind_of_pronoun(head, pronouns, counts=counts)
        if kind is not None:
            return (_kind_of_member(reading, phrase, words) if counts else None) or kind
    if words.anonymous.intersection(core) or _is_unnamed_person(reading, phrase, words):
        return "anonymous"
    if phrase.name is not None:
        return _kind_of_name(reading, phrase, words)
    if len(core) == 1 and is_surname_like(reading, phrase.core[0], words):
        return None
    pair = " ".join(core[-2:])
    listed = words.of_noun.get(pair) or words.kind_of(head) or words.kind_of_plural(head)
    return _by_number(reading, phrase, listed, words)


def _by_number(
    reading: Reading, phrase: SourcePhrase, kind: SourceKind | None, words: SourceWords
) -> SourceKind | None:
    """One person or several, where the noun has one form for both: "der Forscher", "Forscher"."""
    if kind not in {"person", "group"} or not reading.words.singulars:
        return kind
    if words.of_noun.get(reading.tokens.lower[phrase.core[0]]) == "group":
        return "group"  # "einige Abgeordnete"
    single = _is_singular(reading, phrase.core[0])
    if kind == "group":
        return "person" if single and phrase.head.endswith(words.person_endings) else kind
    either = phrase.head.endswith(reading.words.plural_endings) and not phrase.head.endswith("e")
    return "group" if either and not single and words.gender_of_noun.get(phrase.head) != "feminine" else kind


def _is_singular(reading: Reading, at: int) -> bool:
    """Whether a determiner at the token tells that its noun is singular."""
    word = reading.tokens.lower[at]
    plural = word in reading.words.genitive_plurals and is_genitive(reading, at)
    return word in reading.words.singulars and not plural


def _kind_of_pronoun(word: str, pronouns: PronounWords, *, counts: bool) -> SourceKind | None:
    """The kind of one word that stands for somebody; a number that counts one of several is a person: "een van de buren"."""
    if counts:
        return "person" if word in pronouns.one else None
    if word in pronouns.author:
        return "author"
    if word in pronouns.person:
        return "person"
    if pronouns.is_personal(word):
        return "organisation" if word in pronouns.neuter else "group"
    return None


def _kind_of_member(reading: Reading, phrase: SourcePhrase, words: SourceWords) -> SourceKind | None:
    """The kind of one of several things or bodies: "een van de rapporten"; `None` where they may be people."""
    start, end = phrase.core[1], phrase.whole[1]
    noun = next((reading.tokens.lower[at] for at in range(start, end) if reading.tags[at] == Tag.NOUN), "")
    kind = words.kind_of_one(noun)
    return kind if kind in {"document", "organisation"} else None


def _is_unnamed_person(reading: Reading, phrase: SourcePhrase, words: SourceWords) -> bool:
    """Whether it is "a person close to the board", or anybody "who spoke on condition of anonymity"."""
    if phrase.name is not None or reading.tags[phrase.core[0]] == Tag.PRONOUN:
        return False
    start, end = phrase.core
    last = reading.sentences[sentence_of(reading, start)][1]
    if words.conditions.intersection(reading.tokens.lower[end : min(last, end + _CONDITION)]):
        return True
    return phrase.head in words.unnamed_persons and bool(
        words.insight.intersection(reading.tokens.lower[start : start + _INSIGHT])
    )


def _kind_of_name(reading: Reading, phrase: SourcePhrase, words: SourceWords) -> SourceKind | None:
    """The kind of a name as far as its nouns and its own words tell it."""
    if phrase.name is None:
        return None
    if any(words.is_title(noun) for noun in phrase.nouns):
        return "person"
    if _is_people(reading, phrase.name, words) or _is_counted(reading, phrase, phrase.name):
        return "group"
    text = reading.span(phrase.name).of(reading.text)
    if (
        any(words.kind_of(noun) == "organisation" for noun in phrase.nouns)
        or text in words.agencies | words.organisations
        or _is_quoted(reading, phrase, words)
    ):
        return "organisation"
    if reading.tokens.words[phrase.name[0]] in gender_of_first_name():
        return "person"
    return "organisation" if _is_organisation(reading, phrase.core, phrase.name, words) else None


def _is_quoted(reading: Reading, phrase: SourcePhrase, words: SourceWords) -> bool:
    """Whether an article and a quotation mark before a name tell that it is a medium: "der „Bergbote“"."""
    at = phrase.name[0] if phrase.name else 0
    article = at > 1 and reading.tokens.lower[at - 2] in words.definite
    return article and reading.tags[at - 1] == Tag.QUOTE


def _is_people(reading: Reading, name: Range, words: SourceWords) -> bool:
    """Whether a name is that of many: "Democrats", "Ohioans", "Salafisten vrezen"."""
    start, end = name
    noun = reading.tokens.lower[end - 1]
    if noun.endswith(words.people_endings) or words.of_noun.get(noun) == "group":
        return True  # "Senate Republicans" as well
    if end - start > 1:
        return False
    if not opens(reading, start) or reading.tags[end : end + 1] not in ([Tag.AUXILIARY], [Tag.FINITE_VERB]):
        return False
    if words.pronouns.plural_verbs:
        return noun.endswith(words.plural_endings) and reading.tokens.lower[end].endswith(words.pronouns.plural_verbs)
    return words.kind_of_plural(noun) == "group"


def _is_counted(reading: Reading, phrase: SourcePhrase, name: Range) -> bool:
    """Whether words of amount stand before one name in the plural: "veel Belgen", "duizenden Iraniërs"."""
    start, end = name
    many = phrase.core[0] < start and reading.tokens.lower[phrase.core[0]] in reading.words.names.kinds.amounts
    return many and end - start == 1 and reading.tokens.lower[start].endswith(reading.words.plural_endings)


def _is_organisation(reading: Reading, core: Range, name: Range, words: SourceWords) -> bool:
    """Whether a name is that of an organisation or a place by its words, its capitals or the article before it."""
    written, lower = reading.tokens.words[name[0] : name[1]], reading.lower(name)
    if " ".join(lower) in words.places or lower[-1] in words.company_endings | words.papers:
        return True
    if reading.tokens.lower[core[0]] in words.definite and name[0] == core[0] + 1:
        return True
    return any(
        (word.isupper() and len(word.replace(".", "")) > 1)
        or names_organisation(reading, at, words)
        or word.lower() in words.places
        or _is_coined(word)
        for at, word in enumerate(written, name[0])
    )


def _is_coined(word: str) -> bool:
    """Whether a capital or a dot inside it tells that a name was made up for a company: "VolkerWessels", "Stedentrips.nl"."""
    return _COINED.search(word) is not None and not word.startswith(_SURNAMES)


def kind_by_form(reading: Reading, phrase: SourcePhrase) -> SourceKind:
    """The likeliest kind of a name or a noun of which the words tell nothing."""
    words = source_words(reading.words.language)
    if phrase.name is not None:
        return "person" if has_form_of_person(reading, phrase.name) else "organisation"
    start, end = phrase.core
    alone = end == start + 1 and _has_singular_verb(reading, end, words)
    if phrase.head.endswith(reading.words.plural_endings) and not (alone or _is_singular(reading, start)):
        return "group"
    if end == start + 1 and reading.tags[start] == Tag.NOUN and reading.tokens.words[start][0].isupper():
        return "person"  # a surname that looks like a noun: "Kamp zegt"
    return "person" if phrase.head.endswith(words.person_endings) else "group"


def _has_singular_verb(reading: Reading, at: int, words: SourceWords) -> bool:
    """Whether a finite verb at the token tells that its subject is one, in a language whose verbs do: "Blokhuis zegt"."""
    plural = words.pronouns.plural_verbs
    return (
        bool(plural)
        and reading.tags[at : at + 1] == [Tag.FINITE_VERB]
        and not reading.tokens.lower[at].endswith(plural)
    )


def has_form_of_person(reading: Reading, name: Range) -> bool:
    """Whether a name is built as that of a person: two to four words with capitals, small words aside."""
    words = [word for word in reading.tokens.words[name[0] : name[1]] if word.lower() not in reading.words.name_links]
    return 1 < len(words) < 5 and all(word[0].isupper() and word[-1].isalpha() | (word[-1] == ".") for word in words)


def gender_of(reading: Reading, phrase: SourcePhrase) -> Gender:
    """Man or woman, as far as a noun, a title or the first name of the phrase tells it."""
    words = source_words(reading.words.language)
    for noun in sorted(phrase.nouns):
        if gender := words.gender_of_noun.get(noun):
            return gender
    first = reading.tokens.words[phrase.name[0]] if phrase.name else ""
    return gender_of_first_name().get(first, "")


def names_in(reading: Reading, found: Range) -> list[str]:
    """The proper names in a run of tokens, in order, those inside modifiers too; places where something is are none."""
    words = source_words(reading.words.language)
    names: list[str] = []
    at, end = found
    while at < end:
        phrase = phrase_at(reading, at, end)
        if phrase is None:
            at += 1
            continue
        run = phrase.name or _qualifying_name(reading, phrase.core, words)
        if run is not None:
            names.append(reading.span(run).of(reading.text))
        at = max(phrase.core[1], phrase.name[1] if phrase.name and phrase.name[0] < phrase.whole[1] else 0)
    return [name for name in names if name.lower() not in words.places]


def _qualifying_name(reading: Reading, core: Range, words: SourceWords) -> Range | None:
    """The name that stands before the head of a phrase: "a | WeWork | spokesperson"."""
    run = [at for at in range(*core) if _qualifies(reading, at, core[1]) and is_proper(reading, at, words)]
    if not run or run[-1] - run[0] >= len(run):
        return None
    return run[0], run[-1] + 1


def _qualifies(reading: Reading, at: int, end: int) -> bool:
    """Whether a word before the head can be part of a name: "White House" of "White House advisers"."""
    tags = reading.tags
    return tags[at] == Tag.NAME or (tags[at] == Tag.ADJECTIVE and at + 1 < end and tags[at + 1] == Tag.NAME)


def is_written(reading: Reading, found: Range) -> bool:
    """Whether something can stand in it to be read: a document, a newspaper, a site."""
    return kind_of(reading, found) in {"document", "organisation"}


def is_channel(reading: Reading, found: Range) -> bool:
    """Whether the phrase names a medium through which news comes: an agency, a newspaper, a broadcaster."""
    words = source_words(reading.words.language)
    return bool(words.agency_nouns.intersection(reading.lower(found))) or is_named_channel(reading, found)


def is_named_channel(reading: Reading, found: Range) -> bool:
    """Whether the phrase has the name of a medium, with or without its article."""
    words = source_words(reading.words.language)
    named = [*names_in(reading, found), reading.span(found).of(reading.text)]
    media = _media(reading.words.language)
    if any(words_of(name) in media or (words_of(name)[:1] in media and name.split()[0].isupper()) for name in named):
        return True  # "NOS Radio", "CNN International"
    last = [name.split()[-1] for name in named if " " in name]
    return any(word[0].isupper() and word.lower() in words.papers for word in last)


@cache
def _media(language: Language) -> frozenset[tuple[str, ...]]:
    """The words of the names of known media, without articles."""
    return frozenset(words_of(name) for name in source_words(language).agencies)
