"""How two passages that tell the same thing relate: the same, in support, in conflict, or with a difference that is named."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from briefing.article import Span
from briefing.claims.claim import Claim
from briefing.claims.names import same_name
from briefing.compare import figures, scene
from briefing.compare.independence import Leaning, independence
from briefing.compare.lexical import Match, matches
from briefing.compare.link import Difference, DifferenceKind, Relation
from briefing.compare.meaning import can_be_verb
from briefing.compare.opposites import opposite, opposite_by_particle
from briefing.compare.statement import Statement
from briefing.compare.terms import Profile, Term, profile
from briefing.language.lexicon import lexicon
from briefing.message import Message

# Below the first likelihood a pair is too unsure for any link; from the second on the passages are the same unless something
# differs. The share of terms in common is what a denial needs to deny the same. Set on bench/samples/compare/dev-*.
_LEAST: Final = 0.45
_SAME: Final = 0.75
_SAME_CONTENT: Final = 0.45
_CONFLICTS: Final = frozenset[DifferenceKind]({"amount", "count", "polarity"})
_VERBS: Final = frozenset("VvEXx")
_NEAR: Final = 40
_JOINERS: Final = frozenset("CRS")
_CLAUSE: Final = 3
_SURE: Final = 0.8
_IN_COMMON: Final = 0.66


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
    if leaning.independent == "yes" and max(len(left.claims), len(right.claims)) > 1:
        # Two sentences of several claims each may have the sources of different ones.
        leaning = Leaning("unknown")
    if score < _LEAST:
        return Link(None, None, (), Leaning("unknown"))
    terms = matches(left.profile, right.profile)
    named = source_difference(left, right, ours, theirs)
    elsewhere = scene.differences(left.places, right.places, (left.text, right.text))
    quoted = {(one.left, one.right) for one in elsewhere}
    found = [
        *figures.differences(left.figures, right.figures),
        *elsewhere,
        *(one for one in name_differences(left, right, terms) if (one.left, one.right) not in quoted),
        *polarity_differences(left, right, ours, theirs, terms),
        *certainty_differences(left, right, terms),
    ]
    differences = (*found, *named)
    conflict = next((one for one in found if one.kind in _CONFLICTS), None)
    if conflict:
        return Link("conflicts", _why(conflict), differences, leaning)
    if found:
        return Link("differs", _why(found[0]), differences, leaning)
    if score < _SAME:
        return Link(None, None, (), Leaning("unknown"))
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
    met = matches(Profile(tuple(left)), Profile(tuple(right)))
    return 2 * sum(one.strength for one in met) / max(1, len(left) + len(right))


def name_differences(left: Statement, right: Statement, terms: Sequence[Match]) -> list[Difference]:
    """Names that stand behind the same word and are others: "president Molina" and "president Castro"."""
    met_left, met_right = ({one.places[side] for one in terms} for side in (0, 1))
    ours, theirs = left.profile.terms, right.profile.terms
    return [
        Difference("name", ours[a + 1].span.of(left.text), theirs[b + 1].span.of(right.text))
        for (a, b), _ in sorted(terms)
        if a + 1 < len(ours)
        and b + 1 < len(theirs)
        and ours[a + 1].name
        and theirs[b + 1].name
        and a + 1 not in met_left
        and b + 1 not in met_right
        and not ours[a].name
        and not theirs[b].name
    ]


def polarity_differences(
    left: Statement, right: Statement, ours: Claim | None, theirs: Claim | None, terms: Sequence[Match]
) -> list[Difference]:
    """What one affirms and the other denies: by a cue of denial, by a negation, or by a word of the opposite meaning."""
    cues = _denying_cue(left, ours), _denying_cue(right, theirs)
    if bool(cues[0]) != bool(cues[1]):
        denied, affirmed = (ours, right) if cues[0] else (theirs, left)
        if denied and _cue_is_shared(left if cues[0] else right, denied, 0 if cues[0] else 1, terms):
            return []
        shared = _shared((left if cues[0] else right).terms_of(denied), affirmed.profile.terms) if denied else 0.0
        return [Difference("polarity", *cues)] if shared >= _SAME_CONTENT and not affirmed.negations else []
    if cues[0]:
        return []
    if bool(left.negations) != bool(right.negations):
        return _denials(left, right, terms)
    met_left, met_right = ({one.places[side] for one in terms} for side in (0, 1))
    pairs = {one.places for one in terms}
    return [
        Difference("polarity", one.text, other.text)
        for a, one in enumerate(left.profile.terms)
        if not _negated(one, left)
        for b, other in enumerate(right.profile.terms)
        if not _negated(other, right)
        if (a not in met_left and b not in met_right and opposite(one.keys, other.keys))
        or ((a, b) in pairs and opposite_by_particle(one.keys, other.keys))
    ][:1]


def _cue_is_shared(statement: Statement, claim: Claim, side: Literal[0, 1], terms: Sequence[Match]) -> bool:
    """Whether the other sentence has a word of the claim's cue too: then it denies as well, whoever does so."""
    start = statement.sentence.start
    cue = claim.cue.parts if claim.cue else ()
    met = [statement.profile.terms[one.places[side]] for one in terms if one.strength >= _SURE]
    return any(part.start <= start + term.span.start < part.end and not term.name for term in met for part in cue)


def _denying_cue(statement: Statement, claim: Claim | None) -> str:
    """The cue that denies its content, such as "ontkent"; empty where the claim is affirmed or its content has the negation."""
    if claim is None or claim.polarity == "positive" or not claim.cue:
        return ""
    start = statement.sentence.start
    spans = [Span(start + span.start, start + span.end) for span in statement.negations]
    if any(part.contains(span) for span in spans for part in claim.content.parts):
        return ""
    return _cue(statement, claim)


def _cue(statement: Statement, claim: Claim) -> str:
    return " … ".join(part.of(statement.article.text) for part in claim.cue.parts) if claim.cue else ""


def _denials(left: Statement, right: Statement, terms: Sequence[Match]) -> list[Difference]:
    """A negation of what the other says without one: most words of its clause are in the other sentence too, and those next to
    it surely.
    """
    denying, side = (left, 0) if left.negations else (right, 1)
    other = right if denying is left else left
    if (
        other.weak_negation
        or denying.limited_negation
        or any(one.turn and one.figure.value == 1 for one in other.figures)
    ):
        return []
    met = {one.places[side]: one.places[1 - side] for one in terms}
    sure = {one.places[side] for one in terms if one.strength >= _SURE}
    negation = denying.negations[0]
    before, after = _clause(denying, negation)
    around = [*before[-_CLAUSE:], *after[:_CLAUSE]]
    beside = [*before[-1:], *after[:1]]
    if not all(place in sure for place in beside) or sum(place in met for place in around) < _IN_COMMON * len(around):
        return []
    if not beside:
        return []
    words = [negation, *(denying.profile.terms[place].span for place in beside)]
    quotes = (
        _whole(words).of(denying.text),
        _whole([other.profile.terms[met[place]].span for place in beside]).of(other.text),
    )
    return [Difference("polarity", *(quotes if denying is left else quotes[::-1]))]


def _whole(spans: Sequence[Span]) -> Span:
    """From the first of the spans to the last; only the first where they stand far apart."""
    whole = Span(min(span.start for span in spans), max(span.end for span in spans))
    return whole if whole.end - whole.start <= _NEAR else spans[0]


def _clause(statement: Statement, negation: Span) -> tuple[list[int], list[int]]:
    """The places of the terms before and after a negation, up to the marks and conjunctions that bound its clause."""
    tokens, tags = statement.tokens, lexicon(statement.language).tags
    bounds = [
        tokens.starts[at]
        for at, word in enumerate(tokens.lower)
        if word in {",", ";", ":", "."} or tags.get(word, "") in _JOINERS
    ]
    first = max((at for at in bounds if at < negation.start), default=0)
    last = min((at for at in bounds if at > negation.start), default=len(statement.text))
    places = [
        (place, term.span) for place, term in enumerate(statement.profile.terms) if term.span not in statement.negations
    ]
    before = [place for place, span in places if first <= span.start and span.end <= negation.start]
    return before, [place for place, span in places if negation.end <= span.start < last]


def _negated(term: Term, statement: Statement) -> bool:
    return any(0 <= term.span.start - span.end < 15 for span in statement.negations)


def certainty_differences(left: Statement, right: Statement, terms: Sequence[Match]) -> list[Difference]:
    """The hedge that one report has and the other has not, with the verb that it stands with, and that of the other."""
    for ours, theirs in _claims_side_by_side(left, right, terms):
        sure = [not claim or claim.certainty == "certain" for claim in (ours, theirs)]
        if sure[0] != sure[1] and not (left if sure[0] else right).hedged:
            mine, others = _hedged(left, right, ours, 0, terms), _hedged(right, left, theirs, 1, terms)
            quotes = mine.quoted or others.counterpart, others.quoted or mine.counterpart
            if any(quotes):
                return [Difference("certainty", *quotes)]
    return []


def _claims_side_by_side(
    left: Statement, right: Statement, terms: Sequence[Match]
) -> Iterator[tuple[Claim | None, Claim | None]]:
    """Each claim of either sentence of which half is in the other, with the claim that it stands in there, if in any."""
    for side, (statement, other) in enumerate(((left, right), (right, left))):
        met = {one.places[side]: one.places[1 - side] for one in terms}
        for claim in statement.claims:
            places = statement.places_of(claim)
            inside = {met[place] for place in places if place in met}
            if 2 * len(inside) < len(places):
                continue
            holding = [one for one in other.claims if inside & set(other.places_of(one))]
            counterpart = max(holding, key=lambda one: len(inside & set(other.places_of(one))), default=None)
            yield (claim, counterpart) if side == 0 else (counterpart, claim)


class _Hedged(NamedTuple):
    """A hedge with its verb, and what stands for that verb in the other sentence; empty where there is none."""

    quoted: str = ""
    counterpart: str = ""


def _hedged(
    statement: Statement, other: Statement, claim: Claim | None, side: Literal[0, 1], terms: Sequence[Match]
) -> _Hedged:
    if claim is None or not claim.hedges:
        unsure = claim is not None and claim.certainty != "certain" and claim.cue is not None
        return _Hedged(_cue(statement, claim)) if claim and unsure else _Hedged()
    start, hedge, words = statement.sentence.start, claim.hedges[0], lexicon(statement.language)
    for places, _ in sorted(terms, key=lambda one: one.places[side]):
        term, counterpart = statement.profile.terms[places[side]], other.profile.terms[places[1 - side]]
        gap = start + term.span.start - hedge.end
        verb = words.tag(term.text) in _VERBS or can_be_verb(term.text, statement.language)
        if 0 <= gap < _NEAR and verb and not term.name:
            joint = " " if gap <= 1 else " … "
            return _Hedged(hedge.of(statement.article.text) + joint + term.text, counterpart.text)
    return _Hedged(hedge.of(statement.article.text))


def source_difference(left: Statement, right: Statement, ours: Claim | None, theirs: Claim | None) -> list[Difference]:
    """Who says it, where the reports do not name the same; one of them may name nobody."""
    names = [claim.source.name if claim and claim.source else "" for claim in (ours, theirs)]
    if names[0].lower() == names[1].lower() or (all(names) and same_name(*names)):
        return []
    few, many = sorted(
        (profile(names[0], left.language), profile(names[1], right.language)), key=lambda one: len(one.terms)
    )
    if few.terms and len(matches(few, many)) == len(few.terms):
        return []
    return [Difference("source", *names)]
