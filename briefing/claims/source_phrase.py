"""A noun phrase that names or describes somebody: its head, its own proper name, and the nouns that are said of that name."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from briefing.claims.names_in_phrase import (
    is_possessive,
    is_proper,
    last_description,
    link_length,
    names_organisation,
    organisation_link,
)
from briefing.claims.source_words import SourceWords, source_words
from briefing.language.first_names import gender_of_first_name
from briefing.language.reading import Range, Reading
from briefing.language.reading.modifiers import is_genitive, past_genitive, past_list, past_title
from briefing.language.tags import Tag

_HEADS: Final = frozenset((Tag.NOUN, Tag.NAME, Tag.PRONOUN))
_NOUNS: Final = frozenset((Tag.NOUN, Tag.NAME))
_BEFORE_NOUN: Final = frozenset((Tag.ADJECTIVE, Tag.NUMBER))
_OPENERS: Final = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.NAME))
_PARTICIPLES: Final = frozenset((Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE))
_BEFORE_OBJECT: Final = frozenset((Tag.PREPOSITION, Tag.ADVERB, Tag.POSSESSIVE))
_LONGEST_MODIFIER: Final = 14
_LONGEST_BRACKET: Final = 8
_FULL_NAME: Final = 2
_CLOSING: Final = frozenset((Tag.STOP, Tag.DASH, Tag.OPENING_BRACKET, Tag.CLOSING_BRACKET, Tag.RELATIVE))


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """A noun phrase as runs of tokens.

    `core` is the phrase without what follows its head, `whole` with the prepositional phrases that do. `head` is the head noun or
    the last word of the name, in lower case. `name` is the run of the proper name that the head bears, `nouns` are the nouns
    that the phrase and its apposition say of it. `reach` is the end of the apposition, or else of the whole.
    """

    core: Range
    whole: Range
    head: str
    name: Range | None
    nouns: frozenset[str]
    reach: int


def phrase_at(reading: Reading, start: int, limit: int) -> SourcePhrase | None:
    """The noun phrase that begins at the token, up to `limit`; `None` where none begins there."""
    words = source_words(reading.words.language)
    end = _core_end(reading, start, limit, words)
    if end == start + 1 and reading.tags[start] == Tag.NUMBER and reading.tags[end : end + 1] == [Tag.PREPOSITION]:
        return _one_of(reading, start, limit)
    while end > start and reading.tags[end - 1] not in _HEADS and not is_proper(reading, end - 1, words):
        end -= 1
    if end == start or (end == start + 1 and reading.tokens.lower[start] in words.definite):
        return None
    whole = end if reading.tags[start] == Tag.PRONOUN else _whole_end(reading, end, limit)
    head, name, nouns = _named(reading, (start, end), words)
    if name is None and (title := _title(reading, end, limit, head, words)):
        name, whole = title, title[1] + 1
    if name is None:
        name = _name_after_office(reading, (start, end), whole, head, words)
    reach = max(end, whole)
    if name is None or name[0] < end:
        apposition = _apposition(reading, name, head, (whole, limit))
        if apposition:
            name, nouns, reach = name or apposition.name, nouns | apposition.nouns, apposition.end
    return SourcePhrase((start, end), (start, max(end, whole)), head, name, frozenset(nouns), reach)


def _title(reading: Reading, end: int, limit: int, head: str, words: SourceWords) -> Range | None:
    """The name in quotation marks that follows the noun of a medium: "die Zeitung „Der Süden“"."""
    if end >= limit or head not in words.agency_nouns or past_title(reading, end, limit) == end:
        return None
    quote = reading.quotes[reading.quote_at[end]]
    return (quote.opening + 1, quote.closing) if quote.closing > quote.opening + 1 else None


def _one_of(reading: Reading, start: int, limit: int) -> SourcePhrase:
    """The phrase that begins with a number of a group: "Een van de buren, Lotte Prins"."""
    whole = _whole_end(reading, start + 1, limit)
    head = next((reading.tokens.lower[at] for at in range(whole - 1, start, -1) if reading.tags[at] in _NOUNS), "")
    found = _apposition(reading, None, head, (whole, limit))
    name, reach = (found.name, found.end) if found else (None, whole)
    return SourcePhrase((start, start + 1), (start, whole), reading.tokens.lower[start], name, frozenset(), reach)


def _core_end(reading: Reading, start: int, limit: int, words: SourceWords) -> int:
    """Where the phrase ends, without what follows its head; a name of an organisation goes on after "of" and "and"."""
    at = start
    while at < limit and (phrase := reading.phrase(at)) is not None:
        end = min(phrase.end, limit)
        cut = _modifier(reading, at, end, words)
        if cut < end:
            return cut
        links = organisation_link(reading, (start, end), limit, words) if end < limit else 0
        if not links:
            return end
        at = end + links
    return at


def _modifier(reading: Reading, start: int, end: int, words: SourceWords) -> int:
    """Where the small words begin that are no part of the name before them: "minister Ravel | van Defensie"."""
    at = start + 1
    while at < end:
        if reading.tags[at] == Tag.PREPOSITION and not reading.tokens.words[at][:1].isupper():
            links = link_length(reading, at, end, words) or organisation_link(reading, (start, at), end, words)
            if not links:
                return at
            at += links
        at += 1
    return end


def _past_genitives(reading: Reading, at: int, limit: int) -> int:
    """Past the genitives that follow the noun before the token: "die Chefin | des Verbands | der Bauern"."""
    while at < limit and is_genitive(reading, at) and (after := past_genitive(reading, at, limit)) > at:
        at = after
    return at


def _whole_end(reading: Reading, end: int, limit: int) -> int:
    """Where the genitives and prepositional phrases end that follow the core, as far as no verb, comma or bracket stands between."""
    tags, at = reading.tags, _past_genitives(reading, end, limit)
    end = at
    if at >= limit or tags[at] != Tag.PREPOSITION or reading.tokens.lower[at] in reading.words.clause_prepositions:
        return end
    last = at
    while at < min(limit, end + _LONGEST_MODIFIER):
        phrase = reading.phrase(at)
        if phrase and phrase.start == at > end and tags[at - 1] not in _BEFORE_OBJECT:
            break  # a phrase of its own: "volgens de rector van de school | meer dan"
        if phrase is None and tags[at] == Tag.ADJECTIVE and tags[at - 1] in _HEADS:
            break  # what is said of it: "volgens de rector van de school | blij met"
        if tags[at] in _HEADS or tags[at] == Tag.NUMBER:
            last = at + 1
        elif tags[at] not in _OPENERS and tags[at] not in {Tag.PREPOSITION, Tag.POSSESSIVE, Tag.ADVERB}:
            break
        at += 1
    return last


def _named(reading: Reading, core: Range, words: SourceWords) -> tuple[str, Range | None, set[str]]:
    """Head, proper name and nouns of the core."""
    start, end = core
    lower = reading.tokens.lower
    described = last_description(reading, core, words)
    name = (described + 1, end) if described + 1 < end else None
    indefinite = lower[start] in reading.words.indefinite or reading.tags[start] == Tag.NUMBER
    unnamed = indefinite and reading.tags[described] not in _NOUNS
    if name is not None and _is_field(reading, name, words):  # "directeur Zorg"
        return lower[described], None, _with_qualifier(reading, start, described, words)
    field = end - 2 > start and reading.tags[end - 2 : end] == [Tag.NOUN, Tag.NOUN]
    if name is None and field and words.is_title(lower[end - 2]):
        return lower[end - 2], None, _with_qualifier(reading, start, end - 2, words)  # "de wethouder financiën"
    if name is None or (unnamed and name[1] - name[0] == 1):  # "a Democrat"
        head = lower[end - 1]
        return head, None, _with_qualifier(reading, start, end - 1, words)
    if described >= start and words.kind_of(lower[described]) == "document":
        return lower[described], None, set()  # "the survey Kerr cited"
    nouns = set[str]()
    if described >= start and reading.tags[described] in _NOUNS and not is_possessive(reading, described):
        nouns |= _with_qualifier(reading, start, described, words)
    name = _without_places(reading, name, described >= start, words)
    if _keeps_noun(reading, name, described, start, words) or _keeps_article(reading, name, described, words):
        name = (described, end)
    nouns |= {lower[place] for place in (name[0], end - 1) if names_organisation(reading, place, words)}
    head = lower[described] if described >= start and _is_known(lower[described], words) else lower[end - 1]
    return head, name, nouns


def _without_places(reading: Reading, found: Range, is_described: bool, words: SourceWords) -> Range:
    """The name of a person without the place that his office is for, or that follows: "correspondent Rusland | Ann Hill"."""
    start, end = found
    first_names, written = gender_of_first_name(), reading.tokens.words
    for cut in range(start + 1, end - 1) if is_described else ():
        if " ".join(reading.tokens.lower[start:cut]) in words.places:
            return cut, end
    whole_name = end - start > _FULL_NAME and written[start] in first_names
    follows = whole_name and reading.tokens.lower[end - 1] in words.places and written[end - 2][:1].isupper()
    return (start, end - 1) if follows else found


def _is_field(reading: Reading, found: Range, words: SourceWords) -> bool:
    """Whether the run names what the office before it is of, and no person: a department, or two."""
    if not words.is_title(reading.tokens.lower[found[0] - 1]):
        return False
    return reading.span(found).of(reading.text).lower() not in words.places and _is_held(reading, found, words)


def _is_known(noun: str, words: SourceWords) -> bool:
    return words.is_title(noun) or words.kind_of(noun) is not None


def _with_qualifier(reading: Reading, start: int, at: int, words: SourceWords) -> set[str]:
    """The noun at the token, and with the word before it: "chief" and "police chief"; of a compound its last part."""
    noun = reading.tokens.lower[at]
    nouns = words.parts_of(noun)
    if at > start and reading.tags[at - 1] != Tag.DETERMINER:
        before = reading.tokens.lower[at - 1]
        nouns.add(f"{before} {noun}")
        nouns |= words.parts_of(before) if words.is_title(before) else set()
    return nouns


def _keeps_noun(reading: Reading, name: Range, described: int, start: int, words: SourceWords) -> bool:
    """Whether a noun for an organisation is part of the name after it: "gemeente Zwolle", "werkgroep Nieuwe Wegen"."""
    if described < start or words.kind_of(reading.tokens.lower[described]) != "organisation":
        return False
    if reading.tokens.lower[described] in words.bodies:
        return True
    return " ".join(reading.tokens.lower[name[0] : name[1]]) in words.places


def _keeps_article(reading: Reading, name: Range, described: int, words: SourceWords) -> bool:
    """Whether an article that opens a sentence may be part of a surname: "De Rooij wist dat"."""
    if described < 0 or reading.tokens.lower[described] not in reading.words.name_links or name[1] - name[0] > 1:
        return False
    word = reading.tokens.words[name[0]]
    if not reading.tokens.words[described][:1].isupper() or word.isupper():
        return False
    organisation = words.kind_of(word.lower()) == "organisation"
    return not organisation and word.lower() not in words.places | words.papers


def _name_after_office(reading: Reading, core: Range, whole: int, head: str, words: SourceWords) -> Range | None:
    """The name that follows an office and what it is held of: "De minister van Justitie | Ewan Vos"."""
    start, end = core
    lower = reading.tokens.lower
    if not words.is_title(head) or lower[start] in reading.words.indefinite or end + 1 >= whole:
        return None
    first = end + 1 + (reading.tags[end + 1] == Tag.DETERMINER)
    if " ".join(lower[end - 1 : end + 2]) in words.of_noun:  # "officier van justitie | Bram Wessels"
        return (end + 2, whole) if reading.tokens.words[whole - 1][:1].isupper() else None
    last = first
    while last < whole and (reading.tokens.words[last][:1].isupper() or _is_linked(reading, last, whole)):
        last += 1
    held = max((at for at in range(first + 1, last + 1) if _is_held(reading, (first, at), words)), default=first)
    if held == first:  # "voorzitter van Lumen | Bram Wessels"
        first_names, written = gender_of_first_name(), reading.tokens.words
        held = next(
            (at for at in range(first + 1, last) if written[at] in first_names and written[at - 1][0].isupper()), last
        )
        held = first if written[first] in first_names else held
    return (held, last) if first < held < last else None


def _is_linked(reading: Reading, at: int, end: int) -> bool:
    """Whether a small word inside names leads on to a capital: "Anna | van der | Berg", "Sociale Zaken | en | Werk"."""
    small = reading.tokens.lower[at] in reading.words.name_links or reading.tags[at] == Tag.COORDINATOR
    return small and any(word[:1].isupper() for word in reading.tokens.words[at + 1 : min(end, at + 3)])


def _is_held(reading: Reading, found: Range, words: SourceWords) -> bool:
    """Whether the run names what an office is of: a department or a place, or two departments."""
    name = reading.span(found).of(reading.text)
    lower = name.lower()
    if name in words.departments or lower in words.places:
        return True
    parts = [at for at in range(*found) if reading.tags[at] == Tag.COORDINATOR]
    return len(parts) == 1 and all(
        begin < end and reading.span((begin, end)).of(reading.text) in words.departments
        for begin, end in ((found[0], parts[0]), (parts[0] + 1, found[1]))
    )


class _Apposition(NamedTuple):
    """What an apposition adds to the phrase before it, and the token after it."""

    name: Range | None
    nouns: set[str]
    end: int


def _apposition(reading: Reading, name: Range | None, head: str, within: Range) -> _Apposition | None:
    """The apposition at the start of the run, if it names or describes the phrase: ", directeur van X," or ", Mark Olthof,"."""
    words, limit = source_words(reading.words.language), within[1]
    at = _past_bracket(reading, *within)
    if at + 1 >= limit or reading.tags[at] != Tag.COMMA:
        return None
    at += 1
    if reading.tags[at] == Tag.NUMBER and at + 2 < limit and reading.tags[at + 1] == Tag.COMMA:
        at += 2
    end = _core_end(reading, at, limit, words) if reading.tags[at] in _OPENERS else at
    whole = _whole_end(reading, end, limit)
    if end == at or not _closes(reading, whole, limit):
        return None
    _head, apposed, nouns = _named(reading, (at, end), words)
    new = reading.tokens.lower[at] in reading.words.indefinite
    nouns = {noun for noun in nouns if new or _is_known(noun, words)}
    if name is not None:
        return _Apposition(None, nouns, whole) if apposed is None and nouns else None
    if apposed is None or not _is_known(head, words) or reading.span(apposed).of(reading.text).lower() in words.places:
        return None
    return None if past_list(reading, at - 1, limit) else _Apposition(apposed, nouns, whole)


def _past_bracket(reading: Reading, at: int, limit: int) -> int:
    """The token after a short bracket that opens at the token; the token itself where none does."""
    if at < limit and reading.tags[at] == Tag.OPENING_BRACKET:
        for place in range(at, min(limit, at + _LONGEST_BRACKET)):
            if reading.tags[place] == Tag.CLOSING_BRACKET:
                return place + 1
    return at


def _closes(reading: Reading, at: int, limit: int) -> bool:
    """Whether an apposition ends with the token: at a mark or a relative word, and not in a list."""
    if at >= limit:
        return True
    tag = reading.tags[at]
    if tag == Tag.COMMA:
        return reading.tags[at + 1 : at + 2] != [Tag.COORDINATOR]
    return tag in _CLOSING
