"""Which words of a noun phrase are its proper name, and which describe: "Trade Ministry spokeswoman | Kim Jiwoo"."""

from typing import Final

from briefing.claims.source_words import SourceWords
from briefing.language.first_names import gender_of_first_name
from briefing.language.reading import Range, Reading
from briefing.language.tags import Tag

_OPENING: Final = frozenset((Tag.STOP, Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.COLON, Tag.OPENING_BRACKET, Tag.DASH))
_NEVER_NAMES: Final = frozenset((Tag.DETERMINER, Tag.PRONOUN, Tag.PREPOSITION, Tag.COORDINATOR, Tag.SUBORDINATOR))
_SMALL: Final = _NEVER_NAMES | {Tag.ADVERB, Tag.COMPLEMENTISER, Tag.RELATIVE, Tag.NEGATION}
_IN_NAME: Final = frozenset((Tag.NAME, Tag.PREPOSITION, Tag.DETERMINER))
_LINKS: Final = 3
_SERIAL: Final = 3
_LONGEST_SYLLABLE: Final = 4
_OFFICE_AND_NAME: Final = 3


def opens(reading: Reading, at: int) -> bool:
    """Whether the token stands where any word has a capital."""
    return at == 0 or reading.tags[at - 1] in _OPENING


def is_proper(reading: Reading, at: int, words: SourceWords) -> bool:
    """Whether the token belongs to a proper name by its capital."""
    word, tag = reading.tokens.words[at], reading.tags[at]
    if not word[:1].isupper():
        ends_name = word[0] in "'’" and word[1:] == "s"  # of "Sotheby's"
        named = tag == Tag.NAME and (ends_name or any(letter.isupper() for letter in word))
        return named or (tag == Tag.NUMBER and _is_serial(reading, at))
    if tag in _NEVER_NAMES and not word.isupper():
        return tag == Tag.DETERMINER and _leads_name(reading, at)
    if word in gender_of_first_name():
        return True
    if _is_half(word, tag) or _is_demonym(reading, at, words) or _is_small_word(reading, at):
        return False
    if not opens(reading, at):
        return True
    return reading.words.tags.get(word.lower()) not in _SMALL and (tag == Tag.NAME or _opens_name(reading, at, words))


def _is_serial(reading: Reading, at: int) -> bool:
    """Whether a short number belongs to the name before it: "Radio 1"."""
    word = reading.tokens.words[at]
    return word.isdigit() and len(word) <= _SERIAL and at > 0 and reading.tags[at - 1] == Tag.NAME


def _is_small_word(reading: Reading, at: int) -> bool:
    """Whether the word only looks like a name by its capital: "From", "And"; not a small word of names, as in "Van Dam"."""
    lower = reading.tokens.lower[at]
    listed = reading.words.tags.get(lower) in _NEVER_NAMES - {Tag.DETERMINER}
    return listed and not reading.tokens.words[at].isupper() and lower not in reading.words.name_links


def _opens_name(reading: Reading, at: int, words: SourceWords) -> bool:
    """Whether a word that opens a sentence is a name, though the tagger does not say so: one before "'s" or a capital."""
    if reading.tokens.lower[at + 1 : at + 2] == ["'s"] and reading.tags[at] == Tag.POSSESSIVE:
        return True
    if reading.words.one_word_nouns or reading.tags[at] == Tag.ADVERB or reading.tokens.lower[at] in words.of_noun:
        return False
    return at + 1 < len(reading.tags) and reading.tokens.words[at + 1][:1].isupper()


def _leads_name(reading: Reading, at: int) -> bool:
    """Whether an article with a capital inside a sentence belongs to the name after it: "krant De Dag"."""
    following = reading.tokens.words[at + 1 : at + 2]
    return not opens(reading, at) and bool(following) and following[0][0].isupper()


def names_organisation(reading: Reading, at: int, words: SourceWords) -> bool:
    """Whether the word is a noun for an organisation, and not the end of a surname: "Raad" but not "Van 't Hof"."""
    if words.kind_of(reading.tokens.lower[at]) != "organisation" or is_surname_like(reading, at, words):
        return False
    before = reading.tokens.lower[at - 1] if at else ""
    return before not in reading.words.name_links or before in words.organisation_links | words.definite


def is_surname_like(reading: Reading, at: int, words: SourceWords) -> bool:
    """Whether a word with a capital may be a surname, though it ends like a noun for an organisation: "Blokhuis"."""
    lower = reading.tokens.lower[at]
    return _is_written_large(reading, at) and lower not in words.of_noun and lower.endswith(words.surname_endings)


def is_possessive(reading: Reading, at: int) -> bool:
    """Whether the token is "'s", or the apostrophe alone after an "s": "the Times' editor"."""
    if reading.tags[at] == Tag.NAME:
        return False  # the end of a name: "McDonald's"
    word = reading.tokens.lower[at].replace("’", "'")
    if word != "'" or not at:
        return word == "'s"
    following = reading.tags[at + 1 : at + 2]
    return reading.tokens.lower[at - 1].endswith("s") and following in ([Tag.NOUN], [Tag.NAME], [Tag.ADJECTIVE])


def _is_half(word: str, tag: str) -> bool:
    """Whether a name is only the first half of a noun: "NS-topman", "Huawei-apparatuur", but not "Soo-jin"."""
    head, hyphen, tail = word.rpartition("-")
    if "'" in word:
        return word.rpartition("'")[2].islower() and len(word.rpartition("'")[2]) > 1  # "VVD'er"
    return bool(hyphen and head and tail.islower()) and (
        head.isupper() or tag != Tag.NAME or len(tail) > _LONGEST_SYLLABLE
    )


def _is_demonym(reading: Reading, at: int, words: SourceWords) -> bool:
    """Whether a capitalised adjective only tells where something is from: "Britse autoriteiten", "Duitse MI6"."""
    ending = reading.words.adjective_endings[:1]
    if not ending or not reading.tokens.lower[at].endswith(ending) or reading.tags[at] == Tag.NAME:
        return False
    following = at + 1
    if following >= len(reading.tags) or not reading.tokens.words[following][:1].isupper():
        return True
    noun = reading.tokens.lower[following]
    known = words.kind_of(noun) == "organisation" or words.kind_of_plural(noun) is not None
    return not known and noun not in words.papers


def last_description(reading: Reading, core: Range, words: SourceWords) -> int:
    """The last token of the core that is not part of the name at its end; the token before the core where all are."""
    start, end = core
    for at in range(end - 1, start - 1, -1):
        if is_possessive(reading, at):
            if not _is_of_organisation(reading, at, end, words):
                return at
        elif not (is_proper(reading, at, words) or _is_inner(reading, at, core)):
            return at
        if _describes(reading, at, core, words):
            return at
    return start if _opens_with_office(reading, core, words) else start - 1


def _opens_with_office(reading: Reading, core: Range, words: SourceWords) -> bool:
    """Whether the first of three words that open a sentence is no name, but the second a first name: "Chef | Marco Silvestri"."""
    start, end = core
    first_names, written = gender_of_first_name(), reading.tokens.words
    if reading.words.capital_nouns and end - start >= _OFFICE_AND_NAME and written[start] not in first_names:
        return written[start + 1] in first_names or words.ends_as_role(reading.tokens.lower[start])
    if end - start != _OFFICE_AND_NAME or not opens(reading, start) or written[start] in first_names:
        return False
    return written[start + 1] in first_names and words.kind_of(reading.tokens.lower[end - 1]) != "organisation"


def _is_of_organisation(reading: Reading, at: int, end: int, words: SourceWords) -> bool:
    """Whether a possessive stands inside the name of an organisation: "U.S. Attorney's Office"."""
    return at + 1 < end and reading.tokens.words[at + 1][:1].isupper() and names_organisation(reading, at + 1, words)


def _is_inner(reading: Reading, at: int, core: Range) -> bool:
    """Whether a small word stands inside the name: "van" in "Anna van Dam", "of" in "Bank of England"."""
    start, end = core
    if at + 1 >= end or not (reading.tokens.words[at + 1][:1].isupper() or _is_inner(reading, at + 1, core)):
        return False
    if at == start and (
        reading.tokens.lower[at] not in reading.words.name_links or reading.tokens.lower[at] in reading.words.genitives
    ):
        return False
    small = reading.tags[at] in {Tag.PREPOSITION, Tag.DETERMINER, Tag.COORDINATOR} or reading.tokens.lower[at] == "&"
    small = small or reading.tokens.lower[at] in reading.words.name_links
    small = small or (reading.tags[at] == Tag.NAME and reading.tokens.words[at].islower())
    return small and at > 0 and (reading.tokens.words[at - 1][:1].isupper() or reading.tokens.words[at - 1].islower())


def _describes(reading: Reading, at: int, core: Range, words: SourceWords) -> bool:
    """Whether a capitalised word is a title or a noun before the name, and no part of it: "Park Service Ranger | Dina Cole"."""
    start, end = core
    lower = reading.tokens.lower[at]
    if not words.is_title(lower):
        common = opens(reading, at) and words.kind_of(lower) is not None
        return common and at + 1 < end and lower.endswith((*words.agency_nouns, *words.companies))
    if at + 1 < end:
        possessive = is_possessive(reading, at + 1) and _is_of_organisation(reading, at + 1, end, words)
        if possessive or words.kind_of(reading.tokens.lower[at + 1]) == "organisation":
            return False
        first_name = at > start and reading.tokens.words[at - 1] in gender_of_first_name()
        return not first_name or reading.tokens.lower[at - 1] in words.places
    if at > start and (reading.tokens.words[at - 1] in gender_of_first_name() or _is_small(reading, at - 1)):
        return False
    return _is_office(reading, at, start)


def _is_small(reading: Reading, at: int) -> bool:
    """Whether the token is a small word inside a surname: "de" in "Jan de Boer"."""
    if reading.tokens.lower[at] not in reading.words.name_links:
        return False
    return reading.tags[at - 1] in {Tag.NAME, Tag.NOUN} or (
        reading.tokens.words[at][:1].isupper() and opens(reading, at)
    )


def _is_office(reading: Reading, at: int, start: int) -> bool:
    """Whether a title at the end of a run of capitals is an office ("the Police Chief") and no surname ("Ann King")."""
    if at == start or reading.tags[start] == Tag.DETERMINER or reading.tags[at] == Tag.NOUN:
        return True
    return reading.tags[at + 1 : at + 2] == [Tag.PREPOSITION] or reading.tokens.words[at - 1].isupper()


def link_length(reading: Reading, at: int, limit: int, words: SourceWords) -> int:
    """How many small words at the token lead on to the next part of a name: "Anna | van der | Berg"; 0 for none."""
    if not is_proper(reading, at - 1, words) or reading.tokens.words[at][:1].isupper():
        return 0
    end = at
    while end < min(limit, at + _LINKS) and reading.tokens.lower[end] in reading.words.name_links:
        end += 1
    if end == at or end >= limit or not reading.tokens.words[end][:1].isupper():
        return 0
    return end - at if _goes_on(reading, (at, end), words) else 0


def _goes_on(reading: Reading, links: Range, words: SourceWords) -> bool:
    """Whether small words are inside a name, and not before the place or the department that somebody is from."""
    at, end = links
    following, before = reading.tokens.words[end], reading.tokens.words[at - 1]
    if reading.tags[at] != Tag.PREPOSITION:
        return True
    if _holds_organisation(reading, end, words):
        return False  # "Nienke van | Recovery College Delft"
    titled = end == at + 1 and at > 1 and words.is_title(reading.tokens.lower[at - 2])
    if titled and following in words.departments:
        return False  # "staatssecretaris Leroy van | Mobiliteit"
    if before in gender_of_first_name() and not _is_surname(reading, at - 1, words):
        return True
    organisation = words.kind_of(following.lower()) == "organisation" or following.lower() in words.papers
    if following in words.departments or following.lower() in words.places or organisation:
        return False
    return not titled and not _is_surname(reading, at - 1, words)


def _is_surname(reading: Reading, at: int, words: SourceWords) -> bool:
    """Whether the name at the token follows another, or a small word inside a name: it ends a name already."""
    if at and words.is_title(reading.tokens.lower[at - 1]):
        return False
    if at < 1 or (reading.tags[at - 1] == Tag.NAME and reading.tokens.words[at - 1][:1].isupper()):
        return at > 0
    return at > 1 and reading.tokens.lower[at - 1] in reading.words.name_links and reading.tags[at - 2] in _IN_NAME


def organisation_link(reading: Reading, before: Range, limit: int, words: SourceWords) -> int:
    """How many small words after the run lie inside the name of an organisation: "Bank | of | England", "Food | and | Drug"."""
    start, at = before
    if reading.tags[at] not in {Tag.PREPOSITION, Tag.COORDINATOR} or not reading.tokens.words[at - 1][:1].isupper():
        return 0
    end = at + 1
    if end < limit and reading.tags[end] == Tag.DETERMINER and not reading.tokens.words[end][:1].isupper():
        end += 1
    if end >= limit or not reading.tokens.words[end][:1].isupper() or reading.tags[end] in _NEVER_NAMES:
        return 0
    if (
        reading.tags[at] == Tag.COORDINATOR
        and {reading.tokens.words[at - 1], reading.tokens.words[end]} <= words.departments
    ):
        return end - at  # "wethouder Wonen | en | Verkeer"
    if reading.tags[at] == Tag.COORDINATOR:
        return (end - at) * int(_ends_in_organisation(reading, end, limit, words) and end == at + 1)
    if reading.tokens.lower[at] not in words.organisation_links:
        return 0
    bodies = (k for k in range(start, at) if _is_written_large(reading, k) or reading.tokens.lower[k] in words.bodies)
    return (end - at) * int(any(names_organisation(reading, k, words) for k in bodies))


def _is_written_large(reading: Reading, at: int) -> bool:
    return reading.tokens.words[at][:1].isupper()


def _holds_organisation(reading: Reading, at: int, words: SourceWords) -> bool:
    """Whether a noun for an organisation stands in the run of two capitals or more at the token."""
    last = at
    while last < len(reading.tags) and _is_written_large(reading, last):
        last += 1
    nouns = reading.tokens.lower[at:last]
    return len(nouns) > 1 and any(words.kind_of(noun) == "organisation" for noun in nouns)


def _ends_in_organisation(reading: Reading, at: int, limit: int, words: SourceWords) -> bool:
    """Whether the run of capitals at the token ends in a noun for an organisation: "Food and | Drug Administration"."""
    last = at
    while last + 1 < limit and reading.tokens.words[last + 1][:1].isupper():
        last += 1
    return last > at and words.kind_of(reading.tokens.lower[last]) == "organisation"
