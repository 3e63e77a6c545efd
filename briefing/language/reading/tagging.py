"""The tags of a paragraph: the tagger's, settled by form and neighbours; word by word for a language without a tagger."""

from collections.abc import Callable
from typing import Final

from briefing.language.calendar_nouns import is_of_calendar
from briefing.language.first_names import gender_of_first_name
from briefing.language.lexicon import Lexicon
from briefing.language.reading import fallback
from briefing.language.reading.token_context import BEFORE_CAPITAL, TokenContext
from briefing.language.tagger import tagger
from briefing.language.tags import VERBS, Tag
from briefing.language.tokens import Tokens

_SHORTEST_ACRONYM: Final = 2
_OPEN_CLASSES: Final = frozenset(
    (Tag.NOUN, Tag.FINITE_VERB, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE, Tag.UNKNOWN)
)
_UNSURE: Final = frozenset((Tag.ADVERB, Tag.ADJECTIVE, Tag.FINITE_VERB, Tag.INFINITIVE, Tag.PARTICIPLE))
_CLUSTER: Final = frozenset((Tag.BARE_AUXILIARY, Tag.INFINITIVE, Tag.PARTICIPLE, Tag.TO, Tag.COORDINATOR, *VERBS))
_HEADS: Final = frozenset((Tag.NOUN, Tag.NAME))
_INSIDE_CLAUSE: Final = frozenset(
    (Tag.DETERMINER, Tag.PRONOUN, Tag.ADJECTIVE, Tag.NUMBER, Tag.ADVERB, Tag.TIME, Tag.PREPOSITION, *_HEADS)
)
_BEFORE_CLITIC: Final = frozenset((Tag.PRONOUN, Tag.RELATIVE, Tag.ADVERB, Tag.DETERMINER))
_INTRODUCING: Final = frozenset((Tag.COMPLEMENTISER, Tag.COLON))
_BEFORE_SUBJECT: Final = frozenset((Tag.RELATIVE, Tag.COMPLEMENTISER, Tag.DETERMINER, Tag.ADJECTIVE))
_SUBJECTS: Final = _HEADS | {Tag.PRONOUN}
_IN_SUBJECT: Final = _SUBJECTS | {Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.POSSESSIVE}
_STARTS_OBJECT: Final = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NOUN, Tag.NAME, Tag.NUMBER))
_COUNTED: Final = ([Tag.NUMBER, Tag.NOUN], [Tag.ADJECTIVE, Tag.NOUN])
"""What an object may begin with besides a determiner."""
_ENDS_CLAUSE: Final = frozenset(
    (Tag.STOP, Tag.COMMA, Tag.SEMICOLON, Tag.COLON, Tag.DASH, Tag.QUOTE, Tag.COMPLEMENTISER, Tag.SUBORDINATOR)
)
_BEFORE_EXAMPLE: Final = frozenset((Tag.DETERMINER, Tag.ADJECTIVE, Tag.NUMBER, Tag.NOUN))
_BEFORE_PERIOD: Final = frozenset((Tag.DETERMINER, Tag.PREPOSITION, Tag.ADJECTIVE))
_OWNED: Final = frozenset((Tag.NOUN, Tag.NAME, Tag.ADJECTIVE, Tag.NUMBER, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE))
_VERBAL_NOUNS: Final = frozenset((Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.PRESENT_PARTICIPLE))
_REACH: Final = 10
_LONGEST_CLAUSE: Final = 60


def tags_of(tokens: Tokens, words: Lexicon) -> list[str]:
    """The tag of each token."""
    trained = tagger(words.language)
    if trained is None:
        return fallback.tags_of(tokens, words)
    tags: list[str] = list(trained.tags(tokens))
    for at in range(len(tags)):
        place = TokenContext(at, tags, tokens, words)
        settled = next(filter(None, (rule(place) for rule in _RULES)), None)
        if settled:
            tags[at] = settled
    return tags


def _acronym(place: TokenContext) -> str | None:
    """A name where the word is in capitals among words that are not, or a known medium in quotation marks: "het OM", "der „Zeit“"."""
    if place.is_quoted_medium():
        return Tag.NAME
    at, words = place.at, place.tokens.words
    if len(words[at]) < _SHORTEST_ACRONYM or not (words[at].isupper() and words[at].isalpha()):
        return None
    neighbours = words[max(0, at - 2) : at] + words[at + 1 : at + 3]
    return Tag.NAME if any(other.isalpha() and not other.isupper() for other in neighbours) else None


def _short_form(place: TokenContext) -> str | None:
    """The listed tag of a short form, which the tagger has not met: "d.d.", "n.a.v.", "e.g."."""
    return place.words.tags.get(place.lower) if place.lower.endswith(".") else None


def _capital(place: TokenContext) -> str | None:
    """A name where a noun, or a small word before another capital, has one within a sentence: "wethouder Van Dam"."""
    if not place.is_capital_inside() or place.words.capital_nouns:
        return None
    if place.lower in place.words.name_links:
        return Tag.NAME if place.has_capital(1) else None
    if place.tag == Tag.TIME:  # "the Evening News"
        return Tag.NAME if place.has_capital(1) and place.before == Tag.DETERMINER else None
    if place.tag == Tag.ADJECTIVE:  # "schepen Lieve Maes"
        titled = place.tokens.lower[place.at - 1] in place.words.names.titles.person
        surname = titled and not place.lower.endswith(place.words.adjective_endings)  # "Kamerlid Sneller"
        return Tag.NAME if surname or (place.has_capital(1) and place.before == Tag.NOUN) else None
    if place.tag not in _OPEN_CLASSES or (place.tag != Tag.NOUN and place.has_capital(-1)):
        return None
    return Tag.NAME


def _article_of_name(place: TokenContext) -> str | None:
    """A determiner where an article with a capital opens a name within a sentence: "meldt Het Parool"."""
    article = place.tag == Tag.PRONOUN and place.lower in place.words.articles and place.is_capital_inside()
    return Tag.DETERMINER if article and place.has_capital(1) else None


def _link_outside_name(place: TokenContext) -> str | None:
    """The listed tag of a small word that the tagger counts into a name, where no name follows: "Ravel | van | Defensie"."""
    small = place.tag == Tag.NAME and place.tokens.words[place.at] in place.words.name_links
    return place.words.tags.get(place.lower) if small and place.after != Tag.NAME else None


def _end_of_name(place: TokenContext) -> str | None:
    """A name where "'s" is part of one: "McDonald's", and "Sotheby's" before what nobody can own."""
    letters = place.words.genitive_letters
    if place.lower.replace("’", "'") != "'s" or place.before != Tag.NAME or not letters or place.tag in VERBS:
        return None
    follows_vowel = place.tokens.lower[place.at - 1].endswith(tuple(letters))
    return None if follows_vowel and place.after in _OWNED else Tag.NAME


def _part_of_period(place: TokenContext) -> str | None:
    """A time where a word dates with the month or the week after it: "eind september", "begin deze maand"."""
    if place.lower not in place.words.parts_of_periods or place.before in _BEFORE_PERIOD:
        return None
    following = place.tokens.lower[place.at + 2 : place.at + 3]
    week = place.after == Tag.DETERMINER and any(is_of_calendar(place.words.language, noun) for noun in following)
    return Tag.TIME if week or place.after == Tag.TIME else None


def _capital_noun(place: TokenContext) -> str | None:
    """A noun where a verb, or an adjective before a first name, has a capital and every noun has one: "das Schweigen"."""
    if not (place.words.capital_nouns and place.has_capital()) or place.has_capital(-1):
        return None
    if not place.is_capital_inside():
        return Tag.NOUN if place.tag in _UNSURE and place.is_source() else None
    following = place.tokens.words[place.at + 1 : place.at + 2]
    titled = place.tag == Tag.ADJECTIVE and bool(following) and following[0] in gender_of_first_name()
    return Tag.NOUN if place.tag in _OPEN_CLASSES or titled else None


def _article(place: TokenContext) -> str | None:
    """A determiner where what looks like a relative word opens a main clause: ", | das Treffen sei geplatzt"."""
    if place.tag != Tag.RELATIVE or place.lower not in place.words.articles or not place.words.verb_final:
        return None
    at, size = place.at + 1, len(place.tags)
    while at < size and place.tags[at] == Tag.ADJECTIVE:
        at += 1
    verb = at
    while verb < size and place.tags[verb] in _HEADS:
        verb += 1
    opens = at < verb < size - 1 and place.tags[verb] in VERBS
    return Tag.DETERMINER if opens and place.tags[verb + 1] not in {Tag.COMMA, Tag.STOP} else None


def _name_among_nouns(place: TokenContext) -> str | None:
    """A name where every noun has a capital: a listed one, one beside a first name, and a noun right after another."""
    if not (place.words.capital_nouns and place.tag == Tag.NOUN and place.has_capital()):
        return None
    word, names = place.tokens.words[place.at], place.words.names
    if word in names.agencies.names or place.lower in names.places.names or word in gender_of_first_name():
        return Tag.NAME
    before = place.tokens.words[place.at - 1] if place.at else ""
    if place.before == Tag.NAME and before in gender_of_first_name():
        return Tag.NAME
    if place.lower in place.words.tags or not place.has_capital(-1):
        return None
    if place.before == Tag.NAME:
        return None if before.endswith("s") else Tag.NAME
    counted = place.tokens.lower[place.at - 1] in place.words.quantities
    return Tag.NAME if place.before == Tag.NOUN and not counted and not _is_unit(place) else None


def _is_unit(place: TokenContext) -> bool:
    figures = place.words.figures
    return place.lower in figures.money.after or place.lower in figures.percentages.words


def _contraction(place: TokenContext) -> str | None:
    """The verb in "he'd" and "it's"."""
    lower, listed = place.lower, place.words.tags.get(place.lower)
    if "'" not in lower:
        return None
    if lower[0] != "'":
        return listed
    if place.before in _BEFORE_CLITIC and lower in place.words.clitics:
        return Tag.AUXILIARY
    owned = lower == "'s" and place.before in _HEADS and place.tag not in VERBS
    return Tag.POSSESSIVE if owned else None


def _before_clitic(place: TokenContext) -> str | None:
    """The word before "'s", which the tagger may give the tag of what leans on it."""
    listed = place.words.tags.get(place.lower)
    if place.tokens.lower[place.at + 1 : place.at + 2] == ["'s"] and listed in _BEFORE_CLITIC:
        return Tag.PRONOUN if listed == Tag.DETERMINER else listed
    if place.tag == Tag.POSSESSIVE and "'" not in place.lower:
        return place.name_or_noun()
    return None


def _conjunction(place: TokenContext) -> str | None:
    """ "that" before a plural, which no singular determiner can precede."""
    if place.words.verb_second or place.tag != Tag.DETERMINER or place.lower not in place.words.complementisers:
        return None
    following = place.tokens.lower[place.at + 1 : place.at + 2]
    plural = bool(following) and following[0].endswith(place.words.plural_endings) and not following[0].endswith("ss")
    return Tag.COMPLEMENTISER if plural and place.after == Tag.NOUN else None


def _people(place: TokenContext) -> str | None:
    """A noun where an adjective or a form like a verb's is what the sentence is about: "deskundigen zeggen", "Guides say"."""
    if place.tag == Tag.ADJECTIVE and place.after in VERBS and place.lower.endswith(place.words.people_endings):
        return Tag.NOUN
    if (
        place.tag in _VERBAL_NOUNS
        and place.before == Tag.DETERMINER
        and place.after not in _HEADS
        and place.is_source()
    ):
        return Tag.NOUN  # "een leidinggevende"
    if place.tag != Tag.FINITE_VERB or place.words.verb_second:
        return None
    if place.after == Tag.AUXILIARY and place.before in _BEFORE_SUBJECT:
        return Tag.NOUN  # "that ships would sail"
    opens = place.before == Tag.STOP
    return Tag.NOUN if opens and place.lower.endswith(place.words.plural_endings) else None


def _lone_opener(place: TokenContext) -> str | None:
    """A name where what looks like an adjective opens the sentence as the subject of a reporting clause: "Trouw meldt dat"."""
    opens = place.tag == Tag.ADJECTIVE and place.before == Tag.STOP and place.has_capital()
    tells = place.after == Tag.FINITE_VERB or (place.after == Tag.PARTICIPLE and place.may_be_finite(1))
    if not (opens and place.words.verb_second and tells):
        return None
    introduces = place.tags[place.at + 2 : place.at + 3]
    return Tag.NAME if introduces and introduces[0] in _INTRODUCING else None


def _teller(place: TokenContext) -> str | None:
    """A finite verb where a noun would leave its clause without one: "the institute estimates that", "the poll shows cracks"."""
    if place.tag != Tag.NOUN or place.before not in _HEADS or not place.lower.endswith(place.words.plural_endings):
        return None
    takes = frozenset[str]().union(*(cue.takes for cue in place.words.verbs.get(place.lower, ())))
    opens_clause = place.after == Tag.COMPLEMENTISER and "that" in takes
    if not (opens_clause or (place.after in _STARTS_OBJECT and takes and place.words.bare_verbs)):
        return None
    if place.tags[place.at + 2 : place.at + 3] == [Tag.STOP] and place.tokens.lower[place.at + 1] in place.words.verbs:
        return None  # "the reports show."
    return None if _has_verb_beside(place, whole=not opens_clause) else Tag.FINITE_VERB


def _last_word(place: TokenContext) -> str | None:
    """A finite verb where what may be a noun ends a clause after a plural: ", the records show."."""
    ends = place.tag == Tag.NOUN and place.after in {Tag.STOP, Tag.COMMA} and place.before == Tag.NOUN
    if not (ends and place.words.bare_verbs and place.lower in place.words.verbs):
        return None
    plural = place.tokens.lower[place.at - 1].endswith(place.words.plural_endings)
    bare = not place.lower.endswith((*place.words.plural_endings, *place.words.past_endings))
    return Tag.FINITE_VERB if plural and bare and not _has_verb_beside(place, whole=True) else None


def _bare_noun(place: TokenContext) -> str | None:
    """A noun where the bare form of a verb follows a singular: "on a radio show whether"."""
    if place.tag != Tag.FINITE_VERB or place.before != Tag.NOUN or place.lower not in place.words.nominal:
        return None
    endings = (*place.words.plural_endings, *place.words.past_endings)
    singular = place.tokens.lower[place.at - 1]
    plural = singular.endswith(place.words.plural_endings) or singular in place.words.irregular_plurals
    bare = place.words.bare_verbs and not place.lower.endswith(endings)
    return Tag.NOUN if bare and not plural and _has_verb_beside(place, whole=True) else None


def _past_tense(place: TokenContext) -> str | None:
    """A finite verb where a participle would leave its clause without one: "hackers changed the codes", "The raid failed,"."""
    if place.tag != Tag.PARTICIPLE or not place.lower.endswith(place.words.past_endings):
        return None
    first = place.at
    while first and place.tags[first - 1] == Tag.ADVERB:
        first -= 1
    if not first or place.tags[first - 1] not in _SUBJECTS:
        return None
    counted = place.tags[place.at + 1 : place.at + 3] in _COUNTED
    ends = place.after in {Tag.COMMA, Tag.STOP} and _opens_clause(place, first)
    if not counted and not ends and place.after not in {Tag.DETERMINER, Tag.PRONOUN}:
        return None
    return None if _has_verb_beside(place, whole=True) else Tag.FINITE_VERB


def _opens_clause(place: TokenContext, end: int) -> bool:
    """Whether nothing but a noun phrase stands between the start of the clause and the token `end`."""
    first = end
    while first and place.tags[first - 1] in _IN_SUBJECT:
        first -= 1
    return first == 0 or place.tags[first - 1] == Tag.STOP or _takes_clause(place, first - 1)


def _takes_clause(place: TokenContext, at: int) -> bool:
    """Whether a clause without a conjunction may begin behind the token: "said | the lights failed"."""
    verb = place.tags[at] == Tag.FINITE_VERB and not place.words.verb_second
    return verb and any("zero" in cue.takes for cue in place.words.verbs.get(place.tokens.lower[at], ()))


def _has_verb_beside(place: TokenContext, *, whole: bool) -> bool:
    """Whether the clause before the token has a finite verb; with `whole` the clause around it."""
    for at in range(place.at - 1, max(0, place.at - _LONGEST_CLAUSE) - 1, -1):
        tag = place.tags[at]
        if whole and _takes_clause(place, at):
            break
        if tag in VERBS:
            return True
        if tag == Tag.STOP or (whole and tag in _ENDS_CLAUSE):
            break
    following = place.tags[place.at + 1 : place.at + _LONGEST_CLAUSE] if whole else []
    for tag in following:
        if tag in VERBS:
            return True
        if tag in _ENDS_CLAUSE:
            break
    return False


def _opening_teller(place: TokenContext) -> str | None:
    """A finite verb where a participle follows the word that opens the sentence, before a clause: "Bos onderstreept dat"."""
    second = place.at and (place.at == 1 or place.tags[place.at - 2] == Tag.STOP)
    told = place.tag == Tag.PARTICIPLE and place.after in _INTRODUCING and place.before in {*_HEADS, Tag.PRONOUN}
    return Tag.FINITE_VERB if second and told and place.words.verb_second and place.may_be_finite() else None


def _nobody(place: TokenContext) -> str | None:
    """A pronoun where a negating word is what the sentence is about: "nobody said that"."""
    negates = place.tag == Tag.NEGATION and place.lower in place.words.negators
    return Tag.PRONOUN if negates and place.after in VERBS else None


def _last_verb(place: TokenContext) -> str | None:
    """A finite verb where a participle would leave its subordinate clause without one: "de weg die men gebruikt"."""
    if place.tag != Tag.PARTICIPLE or not place.words.verb_final or place.after in _CLUSTER or place.after in _HEADS:
        return None
    for tag in reversed(place.tags[max(0, place.at - _REACH) : place.at]):
        if tag in {Tag.RELATIVE, Tag.COMPLEMENTISER}:
            return Tag.FINITE_VERB
        if tag not in _INSIDE_CLAUSE:
            break
    return None


def _relative(place: TokenContext) -> str | None:
    """A relative word that the tagger takes for an adverb ("waarin"), or the reverse after a preposition."""
    if place.tag == Tag.ADVERB and place.words.tags.get(place.lower) == Tag.RELATIVE:
        return Tag.RELATIVE
    points = place.tag == Tag.RELATIVE and place.lower in place.words.pointing and place.before == Tag.PREPOSITION
    return Tag.PRONOUN if points else None


def _likening(place: TokenContext) -> str | None:
    """What "als" is where no clause follows it: "zowel Ann als Bo", "Landen als Peru" at the start of a sentence."""
    if place.lower not in place.words.likening:
        return None
    lower = place.tokens.lower[max(0, place.at - _REACH) : place.at]
    if place.words.pairing.intersection(lower):
        return Tag.COORDINATOR
    first = place.at
    while first and place.tags[first - 1] in _BEFORE_EXAMPLE:
        first -= 1
    opens = first == 0 or place.tags[first - 1] in BEFORE_CAPITAL
    return Tag.PREPOSITION if opens and place.before == Tag.NOUN and place.after in _HEADS else None


def _title(place: TokenContext) -> str | None:
    """A noun where a title that looks like a verb stands before a name: "gedeputeerde Tom Kiel"."""
    verbal = place.tag in VERBS or place.tag in {Tag.PARTICIPLE, Tag.ADJECTIVE}
    return Tag.NOUN if verbal and place.after == Tag.NAME and place.lower in place.words.names.titles.person else None


def _share(place: TokenContext) -> str | None:
    """A noun where a sign counts what follows: "42% of voters"."""
    return Tag.NOUN if place.lower == "%" and place.before == Tag.NUMBER else None


_RULES: Final[tuple[Callable[[TokenContext], str | None], ...]] = (
    _acronym,
    _short_form,
    _capital,
    _article_of_name,
    _link_outside_name,
    _end_of_name,
    _part_of_period,
    _name_among_nouns,
    _capital_noun,
    _article,
    _contraction,
    _before_clitic,
    _conjunction,
    _people,
    _nobody,
    _lone_opener,
    _teller,
    _opening_teller,
    _past_tense,
    _last_word,
    _bare_noun,
    _last_verb,
    _relative,
    _likening,
    _share,
    _title,
)
