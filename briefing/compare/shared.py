"""The words that two assertions have in common, and those that tell them apart."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, NamedTuple

from briefing.claims.source_judgements import RULES, Identities
from briefing.compare.antonyms import are_antonyms, are_antonyms_by_particle, are_converse
from briefing.compare.assertion import Assertion
from briefing.compare.events import is_light
from briefing.compare.lexical import matches
from briefing.compare.synonyms import TOPIC
from briefing.compare.terms import Profile, Term
from briefing.compare.word_lists import verdict_words
from briefing.language.lexicon import lexicon
from briefing.language.stem import stem
from briefing.language.tags import NOMINAL, NON_FINITE, VERBS, Tag

# From this likeness of spelling on two names are one, as of a name that is transliterated.
_SPELT_ALIKE: Final = 0.75
_LEAST_LETTERS: Final = 4
# The share of words in common that proves two assertions to be of the same thing, where either has a word of its own.
_PROVEN: Final = 0.75
# And the share of the words of the longer one.
_LEAST_PROVEN: Final = 0.25
_ACTIVE: Final = frozenset((Tag.FINITE_VERB, Tag.INFINITIVE, Tag.PRESENT_PARTICIPLE))
_ADVERBIAL: Final = frozenset((Tag.ADVERB, Tag.TIME, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.COORDINATOR))


_UNKNOWN: Final = 0.5
_MEANINGS: Final = frozenset(("en:", "nl:"))
_APART: Final = frozenset((("verb", "noun"),))


class Opposed(NamedTuple):
    """A word of either assertion that cannot hold where the other does."""

    left: Term
    right: Term


@dataclass(frozen=True)
class Shared:
    """The comparison of two assertions, word by word."""

    left: Assertion
    right: Assertion
    identities: Identities = RULES

    @cached_property
    def _met(self) -> list[tuple[Term, Term]]:
        ours, theirs = self.left.words, self.right.words
        found = [(ours[one.places[0]], theirs[one.places[1]]) for one in matches(Profile(ours), Profile(theirs))]
        return [pair for pair in found if _mean_the_same(*pair) and not are_antonyms(pair[0].keys, pair[1].keys)]

    @property
    def count_of_all(self) -> int:
        """The number of words in common, including those that say little."""
        return len(self._met)

    @cached_property
    def met(self) -> list[tuple[Term, Term]]:
        """The words that stand for each other and tell something; names that are spelt alike among them."""
        language, other = self.left.statement.language, self.right.statement.language
        telling = [
            (one, two)
            for one, two in self._met
            if one.name or two.name or not (is_light(one, language) or is_light(two, other))
        ]
        return [*telling, *self._spelt_alike]

    @cached_property
    def _spelt_alike(self) -> list[tuple[Term, Term]]:
        ours, theirs = self._over
        return [
            (one, two)
            for one in ours
            if one.name
            for two in theirs
            if two.name and _are_spelt_alike(one.text, two.text)
        ]

    @cached_property
    def _over(self) -> tuple[list[Term], list[Term]]:
        """All words of both that have no counterpart."""
        met = {id(term) for pair in self._met for term in pair}
        return [one for one in self.left.words if id(one) not in met], [
            one for one in self.right.words if id(one) not in met
        ]

    @cached_property
    def opposed(self) -> Opposed | None:
        """The words of opposite meaning, if there are any; verbs and adjectives go before nouns."""
        ours, theirs = self._over
        found = [Opposed(one, two) for one in ours for two in theirs if self._oppose(one, two)]
        found += [Opposed(one, two) for one, two in self._met if are_antonyms_by_particle(one.keys, two.keys)]
        return found[0] if found else self._stance

    def _oppose(self, one: Term, other: Term) -> bool:
        """Whether two words of classes that can stand for each other are antonyms, or converses with one subject."""
        if are_antonyms(one.keys, other.keys):
            return self._can_replace(one, other)
        return (
            are_converse(one.keys, other.keys)
            and self._can_replace(one, other)
            and self._opens_alike
            and self._are_active(one, other)
        )

    def _can_replace(self, one: Term, other: Term) -> bool:
        """Whether both words tell something and are of classes that can stand for each other."""
        if is_light(one, self.left.statement.language) or is_light(other, self.right.statement.language):
            return False
        classes = self._class(self.left, one), self._class(self.right, other)
        return classes not in _APART and classes[::-1] not in _APART

    def _are_active(self, one: Term, other: Term) -> bool:
        """Whether both verbs tell what their subject does, and not what is done to it."""
        tags = self.left.statement.tag_at(one.span.start), self.right.statement.tag_at(other.span.start)
        return all(tag in _ACTIVE for tag in tags)

    @staticmethod
    def _class(side: Assertion, term: Term) -> str:
        tag = side.statement.tag_at(term.span.start)
        return "verb" if tag in VERBS | NON_FINITE else "noun" if tag in NOMINAL else ""

    @cached_property
    def _opens_alike(self) -> bool:
        """Whether the first telling words of both stand for each other."""
        firsts = [min(pair[side].span for pair in self.met) for side in (0, 1)] if self.met else []
        return any([one.span, two.span] == firsts for one, two in self.met) and not any(
            term.span < firsts[side] for side in (0, 1) for term in self.rests_but_opposed[side]
        )

    @cached_property
    def rests_but_opposed(self) -> tuple[list[Term], list[Term]]:
        """The telling nouns and names of both that have no counterpart."""
        ours, theirs = (
            [one for one in over if self._class(side, one) == "noun"]
            for over, side in zip(self._over, (self.left, self.right), strict=True)
        )
        return ours, theirs

    @cached_property
    def _stance(self) -> Opposed | None:
        """The same word behind opposed prepositions: "for the park", "against the park"."""
        for one, two in self._met:
            stances = _stance_before(self.left, one), _stance_before(self.right, two)
            if all(stances) and stances[0] != stances[1] and set(stances) in _OPPOSED_STANCES:
                return Opposed(one, two)
            for side, term in enumerate((one, two)):
                verb = self._verb_against(stances[side], 1 - side)
                if verb and not stances[1 - side]:
                    return Opposed(term, verb) if side == 0 else Opposed(verb, term)
        return None

    def _verb_against(self, stance: str, side: int) -> Term | None:
        """The verb of a side that takes the opposite stance: "back" where the other is against."""
        meant = _STANCE_VERBS.get(stance)
        over = self._over[side] if meant else []
        found = (term for term in over if self._class((self.left, self.right)[side], term) == "verb")
        return next((verb for verb in found if meant and are_antonyms(meant, verb.keys)), None)

    @cached_property
    def denying(self) -> tuple[list[Term], list[Term]]:
        """The verbs of either side that deny what they govern, and that the other side has not."""
        sides = zip(self._over, (self.left, self.right), strict=True)
        ours, theirs = ([one for one in over if side.statement.denies(one)] for over, side in sides)
        return ours, theirs

    @cached_property
    def rests(self) -> tuple[list[Term], list[Term]]:
        """The telling words of both that have no counterpart, those of opposite meaning aside."""
        spelt = {id(term) for pair in self._spelt_alike for term in pair}
        aside = spelt | {id(term) for term in self.opposed or ()} | {id(term) for side in self.denying for term in side}
        ours, theirs = (
            [one for one in over if id(one) not in aside and (one.name or not _tells_little(one, side))]
            for over, side in zip(self._over, (self.left, self.right), strict=True)
        )
        return ours, theirs

    @cached_property
    def names(self) -> tuple[list[Term], list[Term]]:
        """The names of both that have no counterpart; of two languages not those that may be translated."""
        sides = zip(self.rests, (self.left, self.right), strict=True)
        ours, theirs = (
            [one for one in rest if _is_name(one, side) and not self._may_be_told(one, side)] for rest, side in sides
        )
        return ours, theirs

    def _may_be_told(self, name: Term, side: Assertion) -> bool:
        """Whether the other side may have the name in another way: translated, or a place in it or around it."""
        if self.is_across and _is_known(name, side):
            return True
        other = self.right if side is self.left else self.left
        places = [place for place in side.statement.places if place.span.overlaps(name.span)]
        return any(one.holds(each) or each.holds(one) for one in places for each in other.statement.places)

    @property
    def is_across(self) -> bool:
        """Whether the two are in different languages."""
        return self.left.statement.language != self.right.statement.language

    @property
    def count(self) -> int:
        """How many telling words are in common, a pair of opposite ones counted in."""
        return len(self.met) + (self.opposed is not None and not any(self.opposed[0] is one for one, _ in self.met))

    @property
    def share(self) -> float:
        """The share, 0..1, of words in common beside those that only the shorter one has."""
        over = min(sum(map(self._weight, rest)) for rest in self.rests)
        return self.count / (self.count + over) if self.count else 0.0

    @property
    def least_share(self) -> float:
        """The share, 0..1, of words in common beside those that only the longer one has."""
        over = max(sum(map(self._weight, rest)) for rest in self.rests)
        return self.count / (self.count + over) if self.count else 0.0

    def _weight(self, term: Term) -> float:
        """How much a word without a counterpart tells: less where the dictionary does not know it and could not have found one."""
        return _UNKNOWN if self.is_across and not any(key[:3] in _MEANINGS for key in term.keys) else 1.0

    @property
    def have_verbs_of_their_own(self) -> bool:
        """Whether both have a verb that the other has not: they may tell other things of the same."""
        sides = zip(self.rests, (self.left, self.right), strict=True)
        return all(any(self._class(side, term) == "verb" for term in rest) for rest, side in sides)

    @property
    def have_nouns_of_their_own(self) -> bool:
        """Whether both have a noun that the other has not, one of them a telling one; names are not counted, nor unknown words."""
        sides = zip(self._over, (self.left, self.right), strict=True)
        ours, theirs = ([term for term in over if self._is_known_noun(side, term)] for over, side in sides)
        telling = {id(term) for rest in self.rests for term in rest}
        return bool(ours and theirs) and any(id(term) in telling for term in (*ours, *theirs))

    def _is_known_noun(self, side: Assertion, term: Term) -> bool:
        if any(one.figure.unit == term.text for one in side.figures) and is_light(term, side.statement.language):
            return False
        return self._class(side, term) == "noun" and not _is_name(term, side) and self._weight(term) == 1.0

    @property
    def are_of_other_periods(self) -> bool:
        """Whether both tell of a period without a figure, and of another one: "in spring" and "in autumn"."""
        ours, theirs = self.left.periods, self.right.periods
        return bool(ours.terms and theirs.terms and not matches(ours, theirs))

    @property
    def is_proven(self) -> bool:
        """Whether the words bear out that both are of the same thing: neither names nor verbs of their own on both sides."""
        shares = self.share >= _PROVEN and self.least_share >= _LEAST_PROVEN
        return shares and not all(self.names) and not self.have_verbs_of_their_own


def _mean_the_same(one: Term, other: Term) -> bool:
    """Whether a key of meaning joins them, and not only that both are of one topic."""
    return any(key in other.keys for key in one.keys if not key.startswith(TOPIC))


def _tells_little(term: Term, side: Assertion) -> bool:
    return is_light(term, side.statement.language) or side.statement.tag_at(term.span.start) in _ADVERBIAL


def _is_known(term: Term, side: Assertion) -> bool:
    """Whether the dictionary knows the word, so that the other language has another one for it; a place has its own key."""
    other = next((meaning for meaning in _MEANINGS if not meaning.startswith(side.statement.language)), "")
    return any(key.startswith(other) for key in term.keys) and not any(
        key[0] == "@" and "/" in key for key in term.keys
    )


def _is_name(term: Term, side: Assertion) -> bool:
    return term.name or side.statement.tag_at(term.span.start) is Tag.NAME


def _are_spelt_alike(one: str, other: str) -> bool:
    one, other = one.strip("."), other.strip(".")
    if one == other or (
        min(len(one), len(other)) >= _LEAST_LETTERS - 1 and (one.startswith(other) or other.startswith(one))
    ):
        return True
    if min(len(one), len(other)) < _LEAST_LETTERS or one[0] != other[0]:
        return False
    return SequenceMatcher(None, one, other).ratio() >= _SPELT_ALIKE


_STANCE_VERBS: Final = {"for": {f"en:{stem('support', 'en')}": 1.0}, "against": {f"en:{stem('oppose', 'en')}": 1.0}}
_OPPOSED_STANCES: Final = ({"for", "against"}, {"with", "without"})


def _stance_before(side: Assertion, term: Term) -> str:
    """What the preposition before the word's phrase is called, if it is one of the opposed ones."""
    statement = side.statement
    tokens, stances = statement.tokens, verdict_words(statement.language).stance.words
    at = next((at for at, start in enumerate(tokens.starts) if start >= term.span.start), 0) - 1
    while at >= 0 and lexicon(statement.language).tags.get(tokens.lower[at], "") in {Tag.DETERMINER, Tag.ADJECTIVE}:
        at -= 1
    return stances.get(tokens.lower[at], "") if at >= 0 else ""


def quoted(terms: Sequence[Term], text: str) -> str:
    """The terms as they stand, from the first to the last where they stand together, else the first."""
    first, last = terms[0].span, terms[-1].span
    between = text[first.start : last.end]
    return between if len(between) <= sum(len(term.text) + 1 for term in terms) else first.of(text)
