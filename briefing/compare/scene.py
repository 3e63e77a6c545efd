"""Differences of place, and of the name in one role, between two aligned passages."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.article import Span
from briefing.compare.assertion import Assertion
from briefing.compare.events import is_sort
from briefing.compare.link import Difference, Relation
from briefing.compare.shared import Shared, quoted
from briefing.compare.terms import Term
from briefing.language.places import Place, role_words
from briefing.language.tags import NOMINAL, NON_FINITE, VERBS


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A difference of place, and what follows from it."""

    difference: Difference
    relation: Relation | None


def difference(shared: Shared) -> Elsewhere | None:
    """The one place where each passage says that it happens, if these are two and neither lies in the other.

    What happens once cannot have been in both. A place that only tells which one is meant ("commuters in Leeds") makes two things.
    """
    scenes = _scenes(shared)
    if scenes is None:
        return None
    ours, theirs = scenes
    found = Difference("place", ours.span.of(shared.left.statement.text), theirs.span.of(shared.right.statement.text))
    rests = [term for rest in shared.rests for term in rest if not any(term.span == place.span for place in scenes)]
    once = any(is_sort(term, "once") for side in (shared.left, shared.right) for term in side.words)
    if is_of_subject(shared.left, ours.span) or is_of_subject(shared.right, theirs.span) or rests:
        return Elsewhere(found, None)
    if shared.count < (1 if once else 2):
        return Elsewhere(found, None)
    return Elsewhere(found, "conflicts" if once else "differs")


def is_elsewhere(shared: Shared) -> bool:
    """Whether the passages are of two places."""
    return _scenes(shared) is not None


def _scenes(shared: Shared) -> tuple[Place, Place] | None:
    left, right = shared.left.statement.places, shared.right.statement.places
    ours, theirs = _scene(left), _scene(right)
    if ours is None or theirs is None or _meet(ours, right) or _meet(theirs, left):
        return None
    return ours, theirs


def is_of_subject(side: Assertion, place: Span) -> bool:
    """Whether a place or a date stands before the first verb and not at the head of the sentence: it belongs to the subject."""
    tokens = side.statement.tokens
    before = [at for at, start in enumerate(tokens.starts) if start < place.start]
    verbs = [at for at in before if side.statement.tag_at(tokens.starts[at]) in VERBS | NON_FINITE]
    nouns = [at for at in before if side.statement.tag_at(tokens.starts[at]) in NOMINAL]
    return bool(nouns) and not verbs


def _scene(places: Sequence[Place]) -> Place | None:
    """The only place where something happens; of a city and its country the city."""
    scenes = [place for place in places if place.scene]
    inner = [one for one in scenes if not any(one.holds(other) and one.key != other.key for other in scenes)]
    return inner[0] if len({place.key for place in inner}) == 1 else None


def _meet(place: Place, others: Sequence[Place]) -> bool:
    return any(place.holds(other) or (other.scene and other.holds(place)) for other in others)


def name_difference(shared: Shared) -> Difference | None:
    """One name against another where all else is the same: a place behind a preposition of place, else a name in the same role."""
    ours, theirs = shared.names
    others = [
        [term for term in rest if term not in names] for rest, names in zip(shared.rests, shared.names, strict=True)
    ]
    if not ours or not theirs or all(others) or shared.count < 2:
        return None
    sides = shared.left, shared.right
    if not all(_is_one_place(side, terms) for side, terms in zip(sides, shared.names, strict=True)):
        return None
    words = [_word_before(side, terms[0]) for side, terms in zip(sides, shared.names, strict=True)]
    kind = "place" if all(_is_locative(side, word) for side, word in zip(sides, words, strict=True)) else "name"
    if kind == "place" and (is_of_subject(sides[0], ours[0].span) or is_of_subject(sides[1], theirs[0].span)):
        return None
    if kind == "name" and not (_in_one_role(shared, ours[0], theirs[0]) or _won(shared, ours[-1], theirs[-1])):
        return None
    return Difference(
        "place" if kind == "place" else "name",
        quoted(ours, sides[0].statement.text),
        quoted(theirs, sides[1].statement.text),
    )


def _is_one_place(side: Assertion, terms: Sequence[Term]) -> bool:
    """Whether names that are places are the only one of the passage, and tell where something is, comes from or goes to."""
    known = [place for place in side.statement.places if any(place.span.overlaps(term.span) for term in terms)]
    if not known:
        return True
    return len(side.statement.places) == 1 and (
        known[0].scene or _word_before(side, terms[0]) in role_words(side.statement.language).ways
    )


def _word_before(side: Assertion, term: Term) -> str:
    tokens = side.statement.tokens
    at = next((at for at, start in enumerate(tokens.starts) if start >= term.span.start), 0)
    return tokens.lower[at - 1] if at else ""


def _is_locative(side: Assertion, word: str) -> bool:
    role = role_words(side.statement.language)
    return word in role.before or word in role.ways


def _in_one_role(shared: Shared, one: Term, other: Term) -> bool:
    """Whether both names stand behind the same word, such as a title."""
    return any(0 <= one.span.start - a.span.end <= 1 and 0 <= other.span.start - b.span.end <= 1 for a, b in shared.met)


def _won(shared: Shared, one: Term, other: Term) -> bool:
    """Whether both names stand before the verb of what only one does or becomes: "Anna won", "Piet werd gekozen"."""
    if not any(is_sort(a, "sole") for a, _ in shared.met):
        return False
    return _is_before_verb(shared.left, one) and _is_before_verb(shared.right, other)


def _is_before_verb(side: Assertion, name: Term) -> bool:
    tokens = side.statement.tokens
    at = bisect_left(tokens.starts, name.span.end)
    return at < len(tokens) and side.statement.tag_at(tokens.starts[at]) in VERBS
