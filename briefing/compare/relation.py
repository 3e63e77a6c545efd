"""How two passages that tell the same thing relate: the same, in support, in conflict, or with a difference that is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from briefing.article import Span
from briefing.claims.claim import Claim
from briefing.compare import figures
from briefing.compare.independence import Leaning, independence
from briefing.compare.lexical import Match, matches
from briefing.compare.link import Difference, DifferenceKind, Relation
from briefing.compare.opposites import opposite
from briefing.compare.statement import Statement
from briefing.compare.terms import Term
from briefing.language.lexicon import lexicon
from briefing.message import Message

# Below the first likelihood a pair is too unsure for any link; from the second on the passages are the same unless something
# differs. The share of terms in common is what a denial needs to deny the same. Set on bench/samples/compare/dev-*.
_LEAST: Final = 0.5
_SAME: Final = 0.75
_SAME_CONTENT: Final = 0.45
_CONFLICTS: Final = frozenset[DifferenceKind]({"amount", "count", "polarity"})
_VERBS: Final = frozenset("VvEXx")
_NEAR: Final = 40


@dataclass(frozen=True, slots=True)
class Link:
    """How two passages relate, why, in what they differ, and whether their sources are independent."""

    relation: Relation | None
    why: Message | None
    differences: tuple[Difference, ...]
    leaning: Leaning


def link(left: Statement, right: Statement, score: float) -> Link:
    """The link between two aligned passages; `score` is how likely they are to tell the same thing, 0..1."""
    ours, theirs = claims_in_common(left, right)
    leaning = independence(ours, theirs)
    if score < _LEAST:
        return Link(None, None, (), leaning)
    terms = matches(left.profile.terms, right.profile.terms)
    named = source_difference(left, right, ours, theirs)
    found = [
        *figures.differences(left.figures, right.figures),
        *name_differences(left.profile.terms, right.profile.terms, terms),
        *polarity_differences(left, right, ours, theirs, terms),
        *certainty_differences(left, right, ours, theirs, terms),
    ]
    differences = (*found, *named)
    conflict = next((one for one in found if one.kind in _CONFLICTS), None)
    if conflict:
        return Link("conflicts", _why(conflict), differences, leaning)
    if found:
        return Link("differs", _why(found[0]), differences, leaning)
    if score < _SAME:
        return Link(None, None, (), leaning)
    if named and ours and theirs and leaning.independent == "yes":
        return Link(
            "supports",
            Message.of("compare.why.supports", left=named[0].left, right=named[0].right),
            differences,
            leaning,
        )
    shared = 2 * sum(one.strength for one in terms) / max(1, len(left.profile.terms) + len(right.profile.terms))
    return Link("same", Message.of("compare.why.same", percent=round(100 * min(1.0, shared))), differences, leaning)


def _why(difference: Difference) -> Message:
    one_sided = not (difference.left and difference.right)
    code = f"compare.why.{difference.kind}" + (".one" if one_sided else "")
    if one_sided:
        return Message.of(code, words=difference.left or difference.right)
    return Message.of(code, left=difference.left, right=difference.right)


def claims_in_common(left: Statement, right: Statement) -> tuple[Claim | None, Claim | None]:
    """The claims of both whose contents share most; on a side without claims `None`."""
    if not left.claims or not right.claims:
        return _fullest(left, right), _fullest(right, left)
    scored = [
        (_shared(left.terms_of(ours), right.terms_of(theirs)), -a, -b, ours, theirs)
        for a, ours in enumerate(left.claims)
        for b, theirs in enumerate(right.claims)
    ]
    best = max(scored, key=lambda one: one[:3])
    return best[3], best[4]


def _fullest(statement: Statement, other: Statement) -> Claim | None:
    """The claim that shares most with the other sentence."""
    terms = list(other.profile.terms)
    return max(statement.claims, key=lambda claim: _shared(statement.terms_of(claim), terms), default=None)


def _shared(left: Sequence[Term], right: Sequence[Term]) -> float:
    """The share, 0..1, of the terms of both that are matched."""
    return 2 * sum(one.strength for one in matches(left, right)) / max(1, len(left) + len(right))


def name_differences(left: Sequence[Term], right: Sequence[Term], terms: Sequence[Match]) -> list[Difference]:
    """Names that stand behind the same word and are others: "president Molina" and "president Castro"."""
    met_left, met_right = ({one.places[side] for one in terms} for side in (0, 1))
    return [
        Difference("name", left[a + 1].text, right[b + 1].text)
        for (a, b), _ in sorted(terms)
        if a + 1 < len(left)
        and b + 1 < len(right)
        and left[a + 1].name
        and right[b + 1].name
        and a + 1 not in met_left
        and b + 1 not in met_right
        and not left[a].name
        and not right[b].name
    ]


def polarity_differences(
    left: Statement, right: Statement, ours: Claim | None, theirs: Claim | None, terms: Sequence[Match]
) -> list[Difference]:
    """What one affirms and the other denies: by a cue of denial, by a negation, or by a word of the opposite meaning."""
    denied = _denials(left, right, terms)
    if ours and theirs and (ours.cue or theirs.cue):
        if ours.polarity == theirs.polarity or _shared(left.terms_of(ours), right.terms_of(theirs)) < _SAME_CONTENT:
            return []
        return denied or [Difference("polarity", _denial(left, ours), _denial(right, theirs))]
    if denied:
        return denied
    met_left, met_right = ({one.places[side] for one in terms} for side in (0, 1))
    return [
        Difference("polarity", one.text, other.text)
        for a, one in enumerate(left.profile.terms)
        if a not in met_left and not _negated(one, left)
        for b, other in enumerate(right.profile.terms)
        if b not in met_right and not _negated(other, right) and opposite(one.keys, other.keys)
    ][:1]


def _denial(statement: Statement, claim: Claim) -> str:
    """The words that make a claim a denial, empty where it is none."""
    if claim.polarity == "positive":
        return ""
    start = statement.sentence.start
    inside = [
        span
        for span in statement.negations
        if any(part.start <= start + span.start < part.end for part in claim.content.parts)
    ]
    if inside:
        return inside[0].of(statement.text)
    return claim.cue.parts[0].of(statement.article.text) if claim.cue else ""


def _denials(left: Statement, right: Statement, terms: Sequence[Match]) -> list[Difference]:
    """A negation whose words the other has without one, or the other way round."""
    if bool(left.negations) == bool(right.negations):
        return []
    denying, side = (left, 0) if left.negations else (right, 1)
    met = {one.places[side]: one.places[1 - side] for one in terms}
    scope = _scope(denying, denying.negations[0])
    if not scope or not all(place in met for place in scope):
        return []
    words = [denying.profile.terms[place] for place in scope]
    other = right if denying is left else left
    theirs = sorted((other.profile.terms[met[place]] for place in scope), key=lambda term: term.span)
    negated = denying.text[denying.negations[0].start : max(term.span.end for term in words)]
    said = other.text[theirs[0].span.start : theirs[-1].span.end]
    if len(said) > 60:
        said = theirs[0].text
    if denying.negations[0].start > words[-1].span.end:
        negated = denying.text[words[0].span.start : denying.negations[0].end]
    return [Difference("polarity", *((negated, said) if denying is left else (said, negated)))]


def _scope(statement: Statement, negation: Span) -> list[int]:
    """The places of the two terms after a negation in its clause; of the one before it where none follows."""
    terms = statement.profile.terms
    stop = next(
        (at for at in range(negation.end, len(statement.text)) if statement.text[at] in ",;:."), len(statement.text)
    )
    plain = [(place, term.span) for place, term in enumerate(terms) if term.span not in statement.negations]
    after = [place for place, span in plain if negation.end <= span.start < stop]
    before = [place for place, span in plain if span.end <= negation.start]
    return after[:2] or before[-1:]


def _negated(term: Term, statement: Statement) -> bool:
    return any(0 <= term.span.start - span.end < 15 for span in statement.negations)


def certainty_differences(
    left: Statement, right: Statement, ours: Claim | None, theirs: Claim | None, terms: Sequence[Match]
) -> list[Difference]:
    """The hedge that one report has and the other has not, with the verb that it stands with, and that of the other."""
    sure = [claim.certainty if claim else "certain" for claim in (ours, theirs)]
    if sure[0] == sure[1]:
        return []
    mine, others = _hedged(left, right, ours, 0, terms), _hedged(right, left, theirs, 1, terms)
    return [Difference("certainty", mine.quoted or others.counterpart, others.quoted or mine.counterpart)]


class _Hedged(NamedTuple):
    """A hedge with its verb, and what stands for that verb in the other sentence; empty where there is none."""

    quoted: str = ""
    counterpart: str = ""


def _hedged(
    statement: Statement, other: Statement, claim: Claim | None, side: Literal[0, 1], terms: Sequence[Match]
) -> _Hedged:
    if claim is None or not claim.hedges:
        return _Hedged()
    start, hedge, words = statement.sentence.start, claim.hedges[0], lexicon(statement.language)
    for places, _ in sorted(terms, key=lambda one: one.places[side]):
        term, counterpart = statement.profile.terms[places[side]], other.profile.terms[places[1 - side]]
        gap = start + term.span.start - hedge.end
        if 0 <= gap < _NEAR and words.tag(term.text) in _VERBS:
            joint = " " if gap <= 1 else " … "
            return _Hedged(hedge.of(statement.article.text) + joint + term.text, counterpart.text)
    return _Hedged(hedge.of(statement.article.text))


def source_difference(left: Statement, right: Statement, ours: Claim | None, theirs: Claim | None) -> list[Difference]:
    """Who says it, where the reports do not name the same; one of them may name nobody."""
    names = [claim.source.name if claim and claim.source else "" for claim in (ours, theirs)]
    if not any(names) or names[0].lower() == names[1].lower():
        return []
    if all(names) and figures.related(names[0].lower(), left.language, names[1].lower(), right.language):
        return []
    return [Difference("source", *names)]
