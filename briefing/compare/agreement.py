"""When two assertions say the same: enough words in common, one predicate, and nobody in another's role."""

from bisect import bisect_left
from typing import Final, Literal

from briefing.compare.assertion import Assertion
from briefing.compare.figure_comparison import in_common
from briefing.compare.shared import Shared
from briefing.compare.terms import Term
from briefing.compare.word_lists import verdict_words
from briefing.language.tags import NON_FINITE, VERBS, Tag

# The share of words in common that makes two assertions the same; across languages a little less where there are several.
_AGREEING: Final = 0.6
_AGREEING_ACROSS: Final = 0.5
_SEVERAL: Final = 3
# The share of the words of the longer one that the shorter one has.
_LEAST_SHARE: Final = 0.25
# How many words and figures in common make two assertions the same where either has a word of its own.
_LEAST: Final = 2
# From so many words in common on, another verb or noun is a paraphrase; across languages it may be a gap of the dictionary.
_MUCH: Final = 6
_MUCH_ACROSS: Final = 4


def agree(shared: Shared) -> bool:
    """Whether both say the same."""
    if shared.least_share < _LEAST_SHARE:
        return False
    across = shared.is_across and shared.count >= _SEVERAL
    if not shared.count or shared.share < (_AGREEING_ACROSS if across else _AGREEING):
        return False
    counted = in_common(shared.left.figures, shared.right.figures)
    if shared.count_of_all + counted < _LEAST and any(shared.rests):
        return False
    counts = all(map(_counts, (shared.left, shared.right)))
    if (counts and not counted) or _is_plan_and_outcome(shared) or _have_other_roles(shared):
        return False
    if assert_other_verbs(shared) or _replace_each_other(shared):
        return False
    return counted > 0 or _have_one_predicate(shared)


def _is_plan_and_outcome(shared: Shared) -> bool:
    """Whether one side plans what the other reports as done."""
    done = any(
        _is_predicate(side, pair[at]) for pair in shared.met for at, side in enumerate((shared.left, shared.right))
    )
    return done and {shared.left.time, shared.right.time} == {"future", "past"}


def assert_other_verbs(shared: Shared) -> bool:
    """Whether only one side asserts a verb that has a counterpart on the other: "refused to resign" and "resigned".

    In two languages it may be another order of words, or a gap of the dictionary.
    """
    if shared.is_across:
        return False
    over = {id(term) for rest in shared.rests for term in rest}
    sides = shared.left.verbs, shared.right.verbs
    alone = [bool(verbs) and id(verbs[0]) in over for verbs in sides]
    if alone[0] == alone[1]:
        return False
    return bool(sides[0 if alone[1] else 1])


def _have_much_in_common(shared: Shared) -> bool:
    """Whether so much is in common that the rest is a paraphrase; in one language a name of several words counts once."""
    if shared.is_across:
        return shared.count >= _MUCH_ACROSS
    ends = {one.span.end + 1 for one, _ in shared.met if one.name}
    return shared.count - sum(one.name and one.span.start in ends for one, _ in shared.met) >= _MUCH


def _replace_each_other(shared: Shared) -> bool:
    """Whether either side has a verb or a noun of its own in place of the other's.

    With much in common beside them they are a paraphrase, but not a single noun in a sentence that is the same but for it.
    """
    if shared.have_nouns_of_their_own and max(map(len, shared.rests)) == 1:
        return True
    own = shared.have_verbs_of_their_own or shared.have_nouns_of_their_own
    return (own and not _have_much_in_common(shared)) or (min(map(len, shared.rests)) > 0 and shared.count < _SEVERAL)


def _have_one_predicate(shared: Shared) -> bool:
    """Whether neither side has a predicate without a counterpart on the other."""
    sides = shared.left, shared.right
    if any(_is_predicate(side, pair[at]) for pair in shared.met for at, side in enumerate(sides)):
        return True
    if shared.count >= _SEVERAL and any(_is_beyond_subjects(shared, pair) for pair in shared.met):
        return True
    return not any(_is_predicate(side, term) for side, rest in zip(sides, shared.rests, strict=True) for term in rest)


def _counts(side: Assertion) -> bool:
    """Whether a figure that is no date stands in an assertion."""
    return any(one.kind != "date" for one in side.figures)


def _is_beyond_subjects(shared: Shared, pair: tuple[Term, Term]) -> bool:
    """Whether two words that stand for each other do so behind the verb of one side at least, and so tell what is said."""
    return any(
        term.span.start > _first_verb(side) > 0 for side, term in zip((shared.left, shared.right), pair, strict=True)
    )


def _is_predicate(side: Assertion, term: Term) -> bool:
    """Whether the word is a verb, or an adjective with no noun behind it."""
    statement = side.statement
    tag = statement.tag_at(term.span.start)
    if tag in VERBS | NON_FINITE | {Tag.PRESENT_PARTICIPLE}:
        return True
    after = next((start for start in statement.tokens.starts if start >= term.span.end), len(statement.text))
    return tag is Tag.ADJECTIVE and statement.tag_at(after) not in {Tag.NOUN, Tag.NAME, Tag.ADJECTIVE}


def exchanged_roles(shared: Shared) -> tuple[Term, Term] | None:
    """The subjects if each is the object of the other's verb: "A beat B" and "B beat A"."""
    pivots = _first_verb(shared.left), _first_verb(shared.right)
    agents = _has_agent(shared.left), _has_agent(shared.right)
    if agents[0] != agents[1]:
        return None
    moved: dict[tuple[bool, bool], tuple[Term, Term]] = {}
    for one, other in sorted(shared.met, key=lambda pair: pair[0].span):
        if one.name and other.name:
            moved.setdefault((one.span.start < pivots[0], other.span.start < pivots[1]), (one, other))
    forth, back = moved.get((True, False)), moved.get((False, True))
    return (forth[0], back[1]) if forth and back else None


def _have_other_roles(shared: Shared) -> bool:
    """Whether somebody has another role on either side."""
    return exchanged_roles(shared) is not None or _gives_and_receives(shared)


def _gives_and_receives(shared: Shared) -> bool:
    """Whether a name does it on one side and receives it on the other: "sold by A", "sold to A"."""
    return any(
        {_role(shared.left, one), _role(shared.right, other)} == {"agent", "recipient"}
        for one, other in shared.met
        if one.name and other.name
    )


def _role(side: Assertion, term: Term) -> Literal["agent", "recipient"] | None:
    """The role that the preposition right before a word gives it."""
    statement = side.statement
    at = bisect_left(statement.tokens.starts, term.span.start)
    before = statement.tokens.lower[at - 1] if at else ""
    roles = verdict_words(statement.language).roles
    if before in roles.agent:
        return "agent"
    return "recipient" if before in roles.recipient else None


def _first_verb(side: Assertion) -> int:
    """The offset of its first finite verb."""
    starts = side.statement.tokens.starts
    return next(
        (at for at in starts if side.statement.tag_at(at) in VERBS and any(p.start <= at < p.end for p in side.parts)),
        0,
    )


def _has_agent(side: Assertion) -> bool:
    """Whether a preposition of the passive names who did it."""
    return bool(verdict_words(side.statement.language).roles.agent.intersection(side.statement.tokens.lower))
