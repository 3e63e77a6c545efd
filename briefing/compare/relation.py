"""How two passages that tell the same thing relate: the same, in support, in conflict, or with one difference that is named.

A verdict is given where the words prove it (docs/guide.md); a pair of which they prove nothing stands without one.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from briefing.claims.claim import Claim
from briefing.claims.source_judgements import RULES, Identities
from briefing.compare import certainty, figure_comparison, scene
from briefing.compare.agreement import agree, assert_other_verbs
from briefing.compare.assertion import Assertion, days_of_reference
from briefing.compare.events import Sort, is_light, is_sort
from briefing.compare.figure_comparison import FigureComparison, Mismatch
from briefing.compare.independence import Leaning, independence
from briefing.compare.lexical import matches
from briefing.compare.link import Difference, Relation
from briefing.compare.opposition import Opposition, opposition
from briefing.compare.quantities import Quantity
from briefing.compare.scene import name_difference
from briefing.compare.shared import Shared
from briefing.compare.statement import MOST_CLAIMS, Statement
from briefing.compare.terms import Profile, Term, profile
from briefing.compare.word_lists import verdict_words
from briefing.language.lexicon import lexicon
from briefing.message import Message

# The share of words in common below which no verdict is given, whatever else both have.
_LEAST: Final = 0.4
# The share of the terms of two contents that makes them one claim.
_IN_COMMON: Final = 0.34


@dataclass(frozen=True, slots=True)
class Link:
    """How two passages relate, why, in what they differ, and whether their sources are independent.

    `are_apart` tells that they speak of two things: of other names, places or periods, or with other verbs.
    """

    relation: Relation | None
    why: Message | None
    differences: tuple[Difference, ...]
    leaning: Leaning
    are_apart: bool = False


UNPROVEN: Final = Link(None, None, (), Leaning("unknown"), are_apart=True)
"""The link of two passages of which nothing is proven."""


def link(left: Statement, right: Statement, identities: Identities = RULES) -> Link:
    """The link between two aligned passages: by their words alone, so that it is the same beside any others."""
    return link_of_assertions(*assertions(left, right), identities)


def link_of_assertions(left: Assertion, right: Assertion, identities: Identities = RULES) -> Link:
    """The link between what two aligned passages assert."""
    leaning = independence(left, right, identities)
    if _is_copy(left, right):
        return _agreement(left, right, leaning, identities) if _tells(left) else Link(None, None, (), leaning)
    shared = Shared(left, right, identities)
    found = _verdict(shared, leaning) if shared.share >= _LEAST else None
    if found:
        return found
    kept = leaning if leaning.independent == "no" else Leaning("unknown")
    return Link(None, None, (), kept, _are_apart(shared))


def _are_apart(shared: Shared) -> bool:
    """Whether two passages without a verdict speak of two things."""
    if shared.share < _LEAST or shared.have_verbs_of_their_own or all(shared.names) or scene.is_elsewhere(shared):
        return True
    figures = figure_comparison.compared(shared.left.figures, shared.right.figures)
    return shared.are_of_other_periods or len(figures.mismatches) > 1


def _tells(side: Assertion) -> bool:
    """Whether any word says something."""
    statement = side.statement
    return any(
        term.name or not (term.number or term.measure or is_light(term, statement.language))
        for term in statement.profile.terms
    )


def _is_copy(left: Assertion, right: Assertion) -> bool:
    """Whether both are the same words, and of the same day where they name one."""
    return (
        left.statement.text == right.statement.text
        and left.parts == right.parts
        and left.statement.language == right.statement.language
        and (
            left.published == right.published
            or all(one.days == other.days for one, other in zip(left.figures, right.figures, strict=True))
        )
    )


def _verdict(shared: Shared, leaning: Leaning) -> Link | None:
    """What the words prove of two assertions; `None` where they prove nothing."""
    found = figure_comparison.compared(shared.left.figures, shared.right.figures)
    dated = any(one.kind == "date" for one in found.mismatches)
    if shared.left.is_asked != shared.right.is_asked or (shared.are_of_other_periods and not dated):
        return None
    opposed = opposition(shared)
    if opposed:
        return _of_opposition(shared, opposed, found, leaning)
    if found.mismatches or found.is_open:
        return _of_figures(shared, found, leaning)
    elsewhere = scene.difference(shared)
    if elsewhere:
        return _differing(elsewhere.difference, elsewhere.relation, leaning) if elsewhere.relation else None
    if all(shared.names):
        return _of_names(shared, leaning)
    hedge = certainty.difference(shared)
    return _differing(hedge, "differs", leaning) if hedge else _of_agreement(shared, leaning)


def _differing(difference: Difference, relation: Relation, leaning: Leaning) -> Link:
    return Link(relation, _why(difference), (difference,), leaning)


def assertions(left: Statement, right: Statement) -> tuple[Assertion, Assertion]:
    """What either passage says of the thing that both tell."""
    ours, theirs = claims_in_common(left, right)
    days = days_of_reference(left.article, right.article)
    return Assertion(left, ours, days[0]), Assertion(right, theirs, days[1])


def _of_opposition(shared: Shared, opposed: Opposition, found: FigureComparison, leaning: Leaning) -> Link | None:
    """A conflict, unless the two are of other periods, of other parts of a whole, or of a plan and its outcome."""
    if not opposed.is_proven or found.mismatches or found.is_open or scene.is_elsewhere(shared):
        return None
    difference = opposed.difference
    if any(side.is_hedged for side in (shared.left, shared.right)) and not _both_expect(shared):
        return None
    times = {shared.left.time, shared.right.time}
    goes_on = shared.opposed is not None and any(is_sort(term, "lasting") for term in shared.opposed)
    relation: Relation = "differs" if times == {"future", "past"} and not goes_on else "conflicts"
    return _differing(difference, relation, leaning)


def _both_expect(shared: Shared) -> bool:
    """Whether both tell what is probable: two such expectations exclude each other, two possibilities do not."""
    claims = shared.left.claim, shared.right.claim
    return all(claim is not None and claim.certainty == "probable" for claim in claims)


def _of_figures(shared: Shared, found: FigureComparison, leaning: Leaning) -> Link | None:
    """What another figure makes of two assertions: a conflict where one value excludes the other, or a difference."""
    mismatches = _without_hours(found.mismatches)
    if found.is_open or len(mismatches) != 1 or not shared.is_proven or scene.is_elsewhere(shared):
        return None
    mismatch = mismatches[0]
    if shared.left.is_denied or shared.right.is_denied or _are_periods(mismatch):
        return None
    if mismatch.kind == "date" and _may_be_two_events(shared, mismatch):
        return None
    if shared.left.is_ability != shared.right.is_ability or (mismatch.left.part and any(shared.rests)):
        return None
    if mismatch.kind != "date" and bool(shared.left.periods.terms) != bool(shared.right.periods.terms):
        return None
    difference = Difference(mismatch.kind, mismatch.left.text, mismatch.right.text)
    excludes = len(mismatches) == len(found.mismatches) and _excludes(shared, mismatch)
    return _differing(difference, "conflicts" if excludes else "differs", leaning)


def _without_hours(mismatches: Sequence[Mismatch]) -> Sequence[Mismatch]:
    """The mismatches; of another figure at another hour only the figure, which was that of the moment."""
    figures_alone = [one for one in mismatches if not one.left.clock]
    return figures_alone if len(figures_alone) == 1 else mismatches


def _are_periods(mismatch: Mismatch) -> bool:
    """Whether one date is a long period and the other a day: they date different things."""
    units = {side.figure.unit for side in mismatch}
    return mismatch.kind == "date" and "day" in units and bool(units & {"year", "quarter", "half", "week"})


def _may_be_two_events(shared: Shared, mismatch: Mismatch) -> bool:
    """Whether two dates are perhaps of two events: of other verbs, of two things, or of what may happen again in another period."""
    if assert_other_verbs(shared) or _dates_tell_which(shared, mismatch):
        return True
    return not (_is_open_in_time(shared) or _has_one_date(shared, mismatch))


def _dates_tell_which(shared: Shared, mismatch: Mismatch) -> bool:
    """Whether a date tells which one is meant, not when it happens: "the concerts in October were cancelled"."""
    sides = zip((shared.left, shared.right), mismatch, strict=True)
    return any(not date.clock and scene.is_of_subject(side, date.span) for side, date in sides)


def _excludes(shared: Shared, mismatch: Mismatch) -> bool:
    """Whether only one of two figures can have been right when it was written."""
    if mismatch.left.ordinal:
        return True
    if _is_open_in_time(shared):
        return False
    terms = [term for side in (shared.left, shared.right) for term in side.statement.profile.terms]
    if mismatch.kind == "date":
        return _has_one_date(shared, mismatch)
    if any(is_sort(term, "estimate") for term in terms) or _counts_so_far(shared):
        return False
    table = lexicon(mismatch.left.language).figures
    if mismatch.left.figure.unit in table.clock.lasting.union(table.dates.periods):
        return True
    of_all = all(map(_is_of_all, (shared.left, shared.right), mismatch))
    return of_all or not any(is_sort(term, "running") for term in _inner_terms(shared))


def _is_open_in_time(shared: Shared) -> bool:
    """Whether a side is hedged, or one is a plan and the other its outcome."""
    times = {shared.left.time, shared.right.time}
    return shared.left.is_hedged or shared.right.is_hedged or times == {"future", "past"}


def _has_one_date(shared: Shared, mismatch: Mismatch) -> bool:
    """Whether it happens once, or both tell the day or the hour."""
    once = any(is_sort(term, "once") for term in _inner_terms(shared))
    return once or all(side.figure.unit == "day" or bool(side.clock) for side in mismatch)


def _is_of_all(side: Assertion, quantity: Quantity) -> bool:
    """Whether a figure is that of all there are: "alle 300 koeien"."""
    tokens = side.statement.tokens
    at = bisect_left(tokens.starts, quantity.span.start)
    return at > 0 and tokens.lower[at - 1] in verdict_words(side.statement.language).counted.whole


def _inner_terms(shared: Shared) -> list[Term]:
    return [*shared.left.words, *shared.right.words]


def _counts_so_far(shared: Shared) -> bool:
    """Whether either side says that its figure is one of the moment: "so far", "al"."""
    for side in (shared.left, shared.right):
        text = f" {' '.join(side.statement.tokens.lower)} "
        phrases = lexicon(side.statement.language).figures.bounds.so_far
        if any(f" {phrase} " in text for phrase in phrases):
            return True
    return False


def _of_names(shared: Shared, leaning: Leaning) -> Link | None:
    """Another name in the same role is a difference; else the two are of different things."""
    difference = name_difference(shared)
    if difference is None:
        return None
    sort: Sort = "once" if difference.kind == "place" else "sole"
    excludes = any(is_sort(term, sort) for term in _inner_terms(shared))
    return _differing(difference, "conflicts" if excludes else "differs", leaning)


def _of_agreement(shared: Shared, leaning: Leaning) -> Link | None:
    if not agree(shared):
        return None
    terms = len(shared.left.words) + len(shared.right.words)
    percent = round(100 * min(1.0, 2 * len(shared.met) / max(1, terms)))
    return _agreement(shared.left, shared.right, leaning, shared.identities, percent)


def _agreement(left: Assertion, right: Assertion, leaning: Leaning, identities: Identities, percent: int = 100) -> Link:
    """The link of two that say the same with that share of words in common: support where their sources are independent."""
    sources = source_difference(left, right, identities)
    if sources and leaning.independent == "yes":
        return Link(
            "supports", Message.of("compare.why.supports", left=sources.left, right=sources.right), (sources,), leaning
        )
    kept = Leaning("unknown") if leaning.independent == "yes" else leaning
    return Link("same", Message.of("compare.why.same", percent=percent), (sources,) if sources else (), kept)


def _why(difference: Difference) -> Message:
    one_sided = not (difference.left and difference.right)
    code = f"compare.why.{difference.kind}" + (".one" if one_sided else "")
    if one_sided:
        return Message.of(code, words=difference.left or difference.right)
    return Message.of(code, left=difference.left, right=difference.right)


def claims_in_common(left: Statement, right: Statement) -> tuple[Claim | None, Claim | None]:
    """The claims of both whose contents share most; `None` on a side where what is shared stands outside of its claims."""
    if not (left.claims or right.claims):
        return None, None
    if left.text == right.text and len(left.claims) == len(right.claims):
        first = next((at for at, claim in enumerate(left.claims) if left.is_clause(claim)), 0)
        return left.claims[first], right.claims[first]
    options = [
        (_shared(mine, yours), ours, theirs) for ours, mine in _contents(left) for theirs, yours in _contents(right)
    ]
    told = _telling(left), _telling(right)
    claimed = [one for one in options if (one[1] in told[0] or not told[0]) and (one[2] in told[1] or not told[1])]
    best = max(claimed, key=lambda one: one[0], default=options[-1])
    if best[0] >= _IN_COMMON:
        return best[1], best[2]
    return max(options, key=lambda one: one[0])[1:]


def _contents(statement: Statement) -> list[tuple[Claim | None, Profile]]:
    """The first claims of a sentence with the terms of their contents, and last all its terms."""
    contents = [(claim, Profile(tuple(statement.terms_of(claim)))) for claim in statement.claims[:MOST_CLAIMS]]
    return [*contents, (None, Profile(tuple(statement.profile.terms)))]


def _telling(statement: Statement) -> list[Claim]:
    """The claims of a sentence whose content is a clause."""
    return [claim for claim in statement.claims if statement.is_clause(claim)]


def _shared(left: Profile, right: Profile) -> float:
    """The share, 0..1, of the terms of both that are matched."""
    met = matches(left, right)
    return 2 * sum(one.strength for one in met) / max(1, len(left.terms) + len(right.terms))


def source_difference(left: Assertion, right: Assertion, identities: Identities = RULES) -> Difference | None:
    """The difference of source, if the reports name different ones or only one names any."""
    names = [one.claim.source.name if one.claim and one.claim.source else "" for one in (left, right)]
    if names[0].lower() == names[1].lower() or (all(names) and identities.are_same(*names)):
        return None
    few, many = sorted(
        (profile(names[0], left.statement.language), profile(names[1], right.statement.language)),
        key=lambda one: len(one.terms),
    )
    if few.terms and len(matches(few, many)) == len(few.terms):
        return None
    return Difference("source", *names)
