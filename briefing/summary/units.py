"""The units a summary chooses from: sentences that stand alone, or together with those they depend on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from briefing.article import Article, Sentence, Span
from briefing.compare.terms import profile
from briefing.summary.bonds import is_bound_to_next
from briefing.summary.fragments import is_fragment
from briefing.summary.report import Report
from briefing.summary.standing import Standing, calls_to_read_on, goes_on_from_headline, standing_in

_LEAST_TERMS: Final = 3
_ACROSS: Final = 0.5
_MOST_WORDS: Final = 75
_MOST_SENTENCES: Final = 3
_ENDS: Final = (".", "!", "…")
_CLOSING: Final = "\"'”’»)]"
_PAIRED: Final = (("“„", "”"), ("(", ")"))
"""Marks that open, and those that close."""


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One to three sentences of an article that are understood by themselves.

    `article` and `first`..`last` are places, from 0, of the article and of the sentences in it; `spans` are the passages
    in the article's text; `weights` tells how much each key stands in it; `words` counts its words. `follows` tells that it
    is understood only right behind the sentence before it. `quoted` is the share of it that is quoted speech, 0..1;
    `paragraph` is where it begins, and `in_lead` is whether that is the first one of the body. `is_loose` tells
    that it opens with a quotation whose speaker stands elsewhere, `is_past` that it opens with a year before that of the report.
    """

    article: int
    first: int
    last: int
    spans: tuple[Span, ...]
    text: str
    standing: Standing
    weights: Mapping[str, float]
    words: int
    follows: bool = False
    quoted: float = 0.0
    paragraph: int = 0
    in_lead: bool = False
    is_loose: bool = False
    is_past: bool = False

    @property
    def sentences(self) -> int:
        """How many sentences it has."""
        return self.last - self.first + 1

    def continues(self, other: "Unit") -> bool:
        """Whether it begins where the other ends."""
        return self.article == other.article and self.first == other.last + 1

    def stands_beside(self, other: "Unit") -> bool:
        """Whether the two begin in one paragraph, which is not the lead."""
        return not self.in_lead and (self.article, self.paragraph) == (other.article, other.paragraph)

    def overlaps(self, other: "Unit") -> bool:
        """Whether the two share a sentence."""
        return self.article == other.article and self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Material:
    """The sentences of one report that a summary may use: headings, questions and fragments are left out as units."""

    report: Report
    weights: tuple[Mapping[str, float], ...]
    units: tuple[Unit, ...]

    @property
    def article(self) -> Article:
        """The article of the report."""
        return self.report.article

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All its sentences."""
        return self.report.sentences


def material(reports: Sequence[Report]) -> list[Material]:
    """The sentences and units of each report."""
    mixed = len({report.article.language for report in reports}) > 1
    return [_of_report(place, report, mixed=mixed) for place, report in enumerate(reports)]


def term_weights(text: str, article: Article, *, mixed: bool) -> Mapping[str, float]:
    """The keys of the text's words, each with how often it stands there: the stem, and where two languages meet what it means."""
    counted: defaultdict[str, float] = defaultdict(float)
    stems = f"{article.language}/"
    for term in profile(text, article.language).terms:
        own = next((key for key in term.keys if key.startswith(stems)), next(iter(term.keys)))
        counted[own] += 1.0
        if mixed:
            for key, strength in term.keys.items():
                if key != own:
                    counted[key] += _ACROSS * strength
    return dict(counted)


def _of_report(place: int, report: Report, *, mixed: bool) -> Material:
    weights = tuple(term_weights(sentence.text, report.article, mixed=mixed) for sentence in report.sentences)
    units = tuple(_units(place, report, weights)) or tuple(_as_they_stand(place, report, weights))
    return Material(report, weights, units)


def _as_they_stand(place: int, report: Report, weights: Sequence[Mapping[str, float]]) -> Iterator[Unit]:
    """The fallback for a report in which no statement can be read alone: all its statements."""
    for at, sentence in enumerate(report.sentences):
        if report.is_body(sentence) and sentence.text.rstrip(_CLOSING).endswith(_ENDS):
            text = " ".join(sentence.text.split())
            yield Unit(place, at, at, (sentence.span,), text, "leaning", weights[at], len(text.split()))


def _units(place: int, report: Report, weights: Sequence[Mapping[str, float]]) -> Iterator[Unit]:
    for at, sentence in enumerate(report.sentences):
        if not _is_usable(report, sentence) or _is_second_half(report, at):
            continue
        last = _last(report, at)
        stands = _standing(report, at)
        if sentence == report.opening and report.headline and goes_on_from_headline(*report.tokens(sentence)):
            yield unit_of(place, report, weights, (at - 1, last), "alone")
        elif stands != "leaning" and (len(weights[at]) >= _LEAST_TERMS or last > at):
            yield unit_of(place, report, weights, (at, last), stands)
        else:
            yield from _leaning(place, report, weights, (at, last), stands)


def _is_second_half(report: Report, at: int) -> bool:
    """Whether a sentence is only told with the one before it, and that one can be told."""
    return at > 0 and is_bound_to_next(report, at - 1) and _is_usable(report, report.sentences[at - 1])


def _last(report: Report, first: int) -> int:
    """The last of the sentences that are only told together."""
    last = first
    while last - first + 1 < _MOST_SENTENCES and is_bound_to_next(report, last):
        last += 1
    return last


def _leaning(
    place: int, report: Report, weights: Sequence[Mapping[str, float]], found: tuple[int, int], stands: Standing
) -> Iterator[Unit]:
    """Sentences that cannot be read alone: as they follow the one before, and together with what they lean on."""
    first, last = found
    if _leans_on(report, first) and _is_usable(report, report.sentences[first - 1]):
        yield replace(unit_of(place, report, weights, found, "lightly"), follows=True)
    while stands == "leaning" and _leans_on(report, first) and last - first + 1 < _MOST_SENTENCES:
        first -= 1
        stands = _standing(report, first)
    whole = all(_is_usable(report, one) for one in report.sentences[first:last])
    if first < found[0] and stands != "leaning" and whole:
        unit = unit_of(place, report, weights, (first, last), stands)
        if unit.words <= _MOST_WORDS:
            yield unit


def unit_of(
    place: int, report: Report, weights: Sequence[Mapping[str, float]], found: tuple[int, int], stands: Standing
) -> Unit:
    """The sentences from the first to the last as a unit."""
    first, last = found
    chosen = report.sentences[first : last + 1]
    text = " ".join(" ".join(one.text for one in chosen).split())
    summed: defaultdict[str, float] = defaultdict(float)
    for one in weights[first : last + 1]:
        for key, weight in one.items():
            summed[key] += weight
    return Unit(
        place,
        first,
        last,
        _spans(report, chosen),
        text,
        stands,
        dict(summed),
        len(text.split()),
        quoted=sum(map(report.quoted, chosen)) / len(chosen),
        paragraph=chosen[0].paragraph,
        in_lead=report.opening is not None and chosen[0].paragraph <= report.opening.paragraph,
        is_loose=report.is_loose_quotation(chosen[0]),
        is_past=report.is_past(chosen[0]),
    )


def joined(units: Sequence[Unit], materials: Sequence[Material]) -> list[Unit]:
    """The units, with those that only follow another made one with it."""
    found: list[Unit] = []
    for unit in sorted(units, key=lambda one: (one.article, one.first)):
        before = found[-1] if found else None
        if before and unit.follows and unit.continues(before):
            one = materials[unit.article]
            found[-1] = unit_of(unit.article, one.report, one.weights, (before.first, unit.last), before.standing)
        else:
            found.append(unit)
    return found


def _is_usable(report: Report, sentence: Sentence) -> bool:
    """Whether a sentence is a statement of the body with an end; one that is quoted whole has a known speaker.

    Others close every quotation that they open.
    """
    if not (report.is_body(sentence) and sentence.text.rstrip(_CLOSING).endswith(_ENDS)):
        return False
    if calls_to_read_on(*report.tokens(sentence)):
        return False
    if report.is_loose_quotation(sentence):
        return bool(report.speaker(sentence))
    if is_fragment(*report.tokens(sentence)):
        return False
    return _is_balanced(sentence.text)


def _standing(report: Report, at: int) -> Standing:
    """How far a sentence of a report depends on the ones before it, with the names put in that are known."""
    sentence = report.sentences[at]
    loose = report.is_loose_quotation(sentence)
    if sentence == report.opening:
        return "alone"
    if report.is_open(sentence) or report.is_hearsay_of_another(at):
        return "leaning"
    reading, tokens = report.inside_marks(sentence) if loose else report.tokens(sentence)
    return standing_in(
        reading,
        tokens,
        settled=report.settled(sentence),
        is_brought_up=lambda noun: report.is_brought_up(noun, sentence),
        opens_paragraph=report.opens_paragraph(at),
    )


def _leans_on(report: Report, at: int) -> bool:
    """Whether the sentence before this one can be what it leans on: body text with no heading between."""
    if at == 0:
        return False
    before, here = report.sentences[at - 1], report.sentences[at]
    return here.paragraph - before.paragraph <= 1 and report.is_body(before)


def _spans(report: Report, sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """One span a paragraph, without a dateline."""
    spans: list[Span] = []
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph == paragraph:
            spans[-1] = Span(spans[-1].start, sentence.end)
        else:
            spans.append(Span(report.begin(sentence), sentence.end))
        paragraph = sentence.paragraph
    return tuple(spans)


def _is_balanced(text: str) -> bool:
    """Whether as many quotations and brackets are closed as are opened."""
    return all(sum(map(text.count, a)) == text.count(b) for a, b in _PAIRED) and text.count('"') % 2 == 0
