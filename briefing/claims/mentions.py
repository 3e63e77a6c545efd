"""The phrases of a paragraph that name or stand for somebody who can speak, with the part they have in their clause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefing.claims.claim import SourceKind
from briefing.claims.source_kind import gender_of, kind_by_form, kind_of_phrase
from briefing.claims.source_phrase import SourcePhrase, phrase_at
from briefing.claims.source_words import source_words
from briefing.language.calendar_nouns import is_of_calendar
from briefing.language.first_names import Gender
from briefing.language.reading import Range, Reading
from briefing.language.tags import NON_FINITE, VERBS, Tag

_ADVERBS: Final = frozenset((Tag.ADVERB, Tag.TIME, Tag.NEGATION))
_OPENERS: Final = frozenset(
    (Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN, Tag.NAME, Tag.PARTICIPLE, Tag.POSSESSIVE)
)
_CLAUSE_OPENERS: Final = frozenset((Tag.COMPLEMENTISER, Tag.SUBORDINATOR, Tag.RELATIVE))
_BEFORE_CLAUSE: Final = frozenset(
    (Tag.COMMA, Tag.STOP, Tag.COLON, Tag.SEMICOLON, Tag.DASH, Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.COORDINATOR)
)
_NOMINAL: Final = frozenset((Tag.NOUN, Tag.NAME, Tag.PRONOUN))
_LONGEST_ASIDE: Final = 30
_LONGEST_FIELD: Final = 20
_LONGEST_PREDICATE: Final = 6
_HEADLINE: Final = 8
_CAPITALS: Final = 0.8


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase with what its own words tell: the name it bears ("" for none), kind, gender and number.

    `is_certain` tells that the words settle the kind, `is_joined` that "and" joins it with another mention, `is_modifier` that
    it stands inside another: "the lawyer of Ann Smith", `is_owner` that it tells whose a thing is: "the death of Ann Smith",
    `is_predicate` that it tells what the subject is: "is a lawyer".
    """

    phrase: SourcePhrase
    place: int
    name: str
    words: str
    kind: SourceKind
    gender: Gender
    is_certain: bool
    is_plural: bool
    is_definite: bool
    is_pronoun: bool
    is_subject: bool
    is_embedded: bool
    is_joined: bool
    is_modifier: bool
    is_owner: bool
    is_predicate: bool

    @property
    def start(self) -> int:
        """Its first token."""
        return self.phrase.core[0]


def mentions_in(reading: Reading, sentence: Range) -> list[Mention]:
    """The mentions of a sentence outside quoted speech, in order; what only modifies a name or describes it is left out."""
    found: list[Mention] = []
    phrases = [] if _is_headline(reading, sentence) else list(_phrases(reading, sentence))
    for index, phrase in enumerate(phrases):
        before = phrases[index - 1] if index else None
        after = phrases[index + 1] if index + 1 < len(phrases) else None
        mention = mention_of(reading, phrase, sentence)
        joined = _are_joined(reading, before, phrase) or _are_joined(reading, phrase, after)
        inside = any(phrase.core[1] <= outer.whole[1] for outer in phrases[max(0, index - 3) : index])
        found.append(replace(mention, is_joined=joined, is_modifier=inside))
    return found


def with_speakers(
    reading: Reading, sentence: Range, mentions: Sequence[Mention], speakers: Sequence[Range]
) -> list[Mention]:
    """The mentions and those of the sources that are none by their words, in order: whoever speaks is somebody."""
    known = {at for mention in mentions for at in range(*mention.phrase.core)}
    new = [start for start, _ in speakers if start not in known and sentence[0] <= start < sentence[1]]
    phrases = (phrase_at(reading, at, sentence[1]) for at in sorted(set(new)) if not reading.in_speech(at))
    found = [mention_of(reading, phrase, sentence) for phrase in phrases if phrase is not None]
    return sorted((*mentions, *found), key=lambda mention: mention.start)


def _is_headline(reading: Reading, sentence: Range) -> bool:
    """Whether nearly every word has a capital, so that capitals tell no names: "Board Of Election Finds Cruz Eligible"."""
    words = [word for word in reading.tokens.words[slice(*sentence)] if word.isalpha()]
    capitals = sum(word.istitle() for word in words)
    return len(words) >= _HEADLINE and capitals > len(words) * _CAPITALS


def _phrases(reading: Reading, sentence: Range) -> Iterator[SourcePhrase]:
    at, last = sentence
    pronouns = source_words(reading.words.language).pronouns
    while at < last:
        phrase = None
        if not reading.in_speech(at):
            personal = reading.tags[at] == Tag.PRONOUN and pronouns.is_personal(reading.tokens.lower[at])
            phrase = phrase_at(reading, at, last) if personal or reading.tags[at] in _OPENERS else None
        if phrase is None:
            at += 1
            continue
        if personal or phrase.name is not None or kind_of_phrase(reading, phrase) is not None:
            yield phrase
        inner = phrase.name[1] if phrase.name and phrase.name[0] < phrase.whole[1] else 0
        at = max(phrase.core[1], inner, phrase.reach if phrase.reach > phrase.whole[1] else 0)


def mention_of(reading: Reading, phrase: SourcePhrase, sentence: Range) -> Mention:
    """The phrase as a mention in its sentence."""
    words = source_words(reading.words.language)
    told = kind_of_phrase(reading, phrase)
    kind = told or kind_by_form(reading, phrase)
    name = " ".join(reading.span(phrase.name).of(reading.text).split()) if phrase.name else ""
    pronoun = reading.tags[phrase.core[0]] == Tag.PRONOUN and words.pronouns.is_personal(phrase.head)
    gender = _gender_of_pronoun(phrase.head, words.pronouns.masculine, words.pronouns.feminine) if pronoun else ""
    plural = _is_plural_pronoun(reading, phrase) if pronoun else kind == "group" and not phrase.name
    subject = _is_subject(reading, phrase, sentence)
    return Mention(
        phrase=phrase,
        place=reading.tokens.starts[phrase.core[0]],
        name=name,
        words=" ".join(reading.span(phrase.whole).of(reading.text).split()),
        kind="group" if pronoun and plural else kind,
        gender="" if pronoun and plural else gender or gender_of(reading, phrase),
        is_certain=told is not None,
        is_plural=plural or _is_plural_noun(reading, phrase, kind),
        is_definite=reading.tokens.lower[phrase.core[0]] in words.definite,
        is_pronoun=pronoun,
        is_subject=subject,
        is_embedded=_is_embedded(reading, phrase.core[0], sentence[0]),
        is_joined=False,
        is_modifier=False,
        is_owner=_is_owner(reading, phrase.core[0], sentence[0]),
        is_predicate=kind == "person"
        and not (name or pronoun or subject)
        and _is_predicate(reading, phrase, sentence[0]),
    )


def _is_owner(reading: Reading, start: int, floor: int) -> bool:
    """Whether the phrase that begins at the token follows a noun and a linking preposition: "the death of | Ann Smith"."""
    before = start - 2
    return (
        before >= floor and reading.tags[before] == Tag.NOUN and reading.tokens.lower[start - 1] in reading.words.links
    )


def _is_predicate(reading: Reading, phrase: SourcePhrase, floor: int) -> bool:
    """Whether only adverbs and phrases of time or place stand between a form of "to be" and the noun."""
    words = source_words(reading.words.language)
    start = phrase.core[0]
    if reading.tokens.lower[start] in words.definite or reading.tags[start - 1] == Tag.PREPOSITION:
        return False
    for at in range(start - 1, max(floor, start - _LONGEST_PREDICATE) - 1, -1):
        if reading.tokens.lower[at] in words.copulas:
            return True
        if reading.tags[at] in VERBS | NON_FINITE | _BEFORE_CLAUSE:
            return False
    return False


def _gender_of_pronoun(word: str, masculine: frozenset[str], feminine: frozenset[str]) -> Gender:
    return "masculine" if word in masculine else "feminine" if word in feminine else ""


def _is_plural_pronoun(reading: Reading, phrase: SourcePhrase) -> bool:
    """Whether a pronoun is plural; one that may be either is as its verb is."""
    pronouns = source_words(reading.words.language).pronouns
    if phrase.head not in pronouns.plural:
        return False
    if phrase.head not in pronouns.person:
        return True
    start, end = phrase.core
    beside = [at for at in (end, start - 1) if 0 <= at < len(reading.tags) and reading.tags[at] in VERBS]
    if not beside:
        beside = [at for at in range(end, min(len(reading.tags), end + _LONGEST_FIELD)) if reading.tags[at] in VERBS][
            :1
        ]
    return any(reading.tokens.lower[at].endswith(pronouns.plural_verbs) for at in beside[:1])


def _is_plural_noun(reading: Reading, phrase: SourcePhrase, kind: SourceKind) -> bool:
    if phrase.name is not None or kind not in {"anonymous", "organisation", "document"}:
        return False
    known = source_words(reading.words.language).of_noun
    return phrase.head.endswith(reading.words.plural_endings) and any(
        phrase.head[: -len(ending)] in known for ending in reading.words.plural_endings
    )


def _are_joined(reading: Reading, one: SourcePhrase | None, other: SourcePhrase | None) -> bool:
    """Whether only "and", or a comma in a list, stands between two phrases."""
    if one is None or other is None:
        return False
    between = reading.tags[one.whole[1] : other.core[0]]
    return between in ([Tag.COORDINATOR], [Tag.COMMA, Tag.COORDINATOR])


def _before(reading: Reading, at: int, floor: int) -> int:
    """The token before, adverbs skipped; `floor - 1` at the start of the sentence."""
    at -= 1
    while at >= floor and reading.tags[at] in _ADVERBS:
        at -= 1
    return at


def _is_subject(reading: Reading, phrase: SourcePhrase, sentence: Range) -> bool:
    """Whether the phrase is the subject of a finite verb."""
    start, (floor, limit) = phrase.core[0], sentence
    before = _before(reading, start, floor)
    tag = reading.tags[before] if before >= floor else Tag.STOP
    if tag in {Tag.PREPOSITION, Tag.TO, Tag.POSSESSIVE}:
        return False
    after = _after(reading, phrase.reach, limit)
    leads = after < limit and reading.tags[after] in VERBS
    if not reading.words.verb_second:
        return leads
    if tag in _CLAUSE_OPENERS:
        return True
    if leads and (tag in _BEFORE_CLAUSE or before < floor):
        return True
    return tag in VERBS and _is_inverted(reading, before, floor)


def _after(reading: Reading, at: int, limit: int) -> int:
    """The token after a phrase, with adverbs and what stands between two commas or brackets skipped."""
    tags = reading.tags
    while at < limit and (tags[at] in _ADVERBS or tags[at] in {Tag.COMMA, Tag.OPENING_BRACKET}):
        closing = {Tag.COMMA: Tag.COMMA, Tag.OPENING_BRACKET: Tag.CLOSING_BRACKET}.get(Tag(tags[at]))
        if closing is None:
            at += 1
            continue
        close = next((k for k in range(at + 1, min(limit, at + _LONGEST_ASIDE)) if tags[k] == closing), -1)
        if tags[at + 1 : at + 2] and tags[at + 1] in VERBS:
            return at + 1
        if close < 0:
            return at
        at = close + 1
    return at


def _is_inverted(reading: Reading, verb: int, floor: int) -> bool:
    """Whether the clause of a verb opens with something else than its subject, where the verb stands second."""
    first = verb
    while first > floor and verb - first < _LONGEST_FIELD and reading.tags[first - 1] not in _BEFORE_CLAUSE:
        first -= 1
    field = range(first, verb)
    if not field or reading.tokens.lower[first] in reading.words.anaphors:
        return True
    if reading.tags[first] in _CLAUSE_OPENERS:
        return False
    free = [at for at in field if reading.tags[at] in _NOMINAL and not _is_governed(reading, at, first)]
    return all(is_of_calendar(reading.words.language, reading.tokens.lower[at]) for at in free)


def _is_governed(reading: Reading, at: int, floor: int) -> bool:
    """Whether a preposition stands before the noun in its clause."""
    return any(reading.tags[k] == Tag.PREPOSITION for k in range(floor, at))


def _is_embedded(reading: Reading, start: int, floor: int) -> bool:
    """Whether the clause of the phrase is a subordinate one."""
    at = _before(reading, start, floor)
    while at >= floor and start - at < _LONGEST_FIELD and reading.tags[at] not in _BEFORE_CLAUSE:
        if reading.tags[at] in _CLAUSE_OPENERS:
            return True
        at -= 1
    return not reading.words.verb_second and start > floor and reading.tags[start - 1] in VERBS
