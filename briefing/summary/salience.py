"""The relevance of a unit: its topic, position, novelty, source, and the reports that agree."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import log, sqrt
from typing import Final

from briefing.article import Article
from briefing.language.figures import figures_in
from briefing.summary.evidence import UnitEvidence
from briefing.summary.standing import sets_up, turns
from briefing.summary.units import Material, Unit

# The weights are set by principle and measured on the reports of `bench/summary.py`: docs/summary.md. A report is
# written so that its weight falls from the first sentence on, which is why position leads.
_POSITION: Final = 1.5
_CENTRALITY: Final = 0.6
_TITLE: Final = 0.15
_NEWS: Final = 0.25
_AGREEMENT: Final = 0.3
_ATTRIBUTED: Final = 0.12
_LIGHTLY: Final = 0.25
_QUOTED: Final = 0.6
_LOOSE: Final = 0.3
_PAST: Final = 0.3
_WEIGHTY: Final = 0.15
_OLDEST, _FIRST = 0.55, 0.8
_HALF_LIFE: Final = 2.5
_SHORT, _LONG = 10, 28
_LONGEST_SCENE: Final = 8
"""How many sentences may set the scene."""
_HEAD: Final = 40
"""How many characters of a paragraph may hold the date that it begins with."""
_ROOM: Final = 0.1
"""What a unit costs for taking the room of several sentences."""

Vector = Mapping[str, float]


def recency(articles: Sequence[Article]) -> list[float]:
    """The weight of each article by its date, 0..1; the newest weighs 1.

    Where only some dates are known all weigh the same; where none is, three articles or more are taken to be given in the
    order of time, and weigh a little less the earlier they stand.
    """
    dates = [article.published.isoformat() if article.published else "" for article in articles]
    if not any(dates) and len(dates) > 2:
        return [_FIRST + (1 - _FIRST) * at / (len(dates) - 1) for at in range(len(dates))]
    ranks = sorted(set(dates))
    if "" in ranks or len(ranks) < 2:
        return [1.0] * len(articles)
    return [_OLDEST + (1 - _OLDEST) * ranks.index(date) / (len(ranks) - 1) for date in dates]


def cosine(one: Vector, other: Vector) -> float:
    """The cosine similarity of two key vectors of unit length, 0..1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[key] for key, weight in one.items() if key in other)


def _normal(vector: Vector) -> Vector:
    length = sqrt(sum(weight * weight for weight in vector.values()))
    return {key: weight / length for key, weight in vector.items()} if length else {}


class Salience:
    """The relevance of the units of a dossier."""

    def __init__(self, materials: Sequence[Material], evidence: Mapping[Unit, UnitEvidence]) -> None:
        self._materials = materials
        self._evidence = evidence
        self._places = [_places(one) for one in materials]
        self._weights = recency([one.article for one in materials])
        self._rarity = _rarity(materials)
        self._centre = self._of_all()
        self._titles = [self.vector(_title(one)) for one in materials]
        self._older = [self._said_before(place) for place in range(len(materials))]

    def vector(self, weights: Vector) -> Vector:
        """The keys weighted by rarity in the dossier, with diminishing returns for repetition; unit length."""
        return _normal({key: log(1 + count) * self._rarity.get(key, 1.0) for key, count in weights.items()})

    def topics(self) -> Vector:
        """The keys that stand more than once in the dossier or in a headline, by how often, as shares of 1."""
        counted = Counter(key for one in self._materials for weights in one.weights for key in weights)
        counted.update(key for one in self._materials for key in _title(one))
        repeated = {key: count - 1 for key, count in counted.items() if count > 1}
        total = sum(repeated.values())
        return {key: count / total for key, count in repeated.items()}

    def relevance(self, unit: Unit) -> float:
        """The relevance of the unit, from 0 up; a sum of a few weights near 1."""
        evidence = self._evidence.get(unit, UnitEvidence())
        vector = self.vector(unit.weights)
        places = self._places[unit.article]
        lead = max(places[unit.first], places[unit.last])
        score = _POSITION * lead * self._weights[unit.article]
        score += _CENTRALITY * cosine(vector, self._centre)
        score += _TITLE * cosine(vector, self._titles[unit.article])
        score += _NEWS * self._newness(unit)
        score += _AGREEMENT * min(evidence.agreeing, 2.0) / 2
        score += _ATTRIBUTED * evidence.attributed
        score += _WEIGHTY * (evidence.harm or evidence.decision)
        score -= _QUOTED * unit.quoted
        score -= _LIGHTLY * (unit.standing == "lightly")
        score -= _LOOSE * unit.is_loose
        score -= _PAST * unit.is_past
        return max(score, 0.0) * _by_length(unit.words) / float(unit.sentences**_ROOM)

    def _of_all(self) -> Vector:
        """The topic of the dossier: the keys of all sentences, weighted towards the head of recent articles."""
        centre: defaultdict[str, float] = defaultdict(float)
        for one, weight in zip(self._materials, self._weights, strict=True):
            for place, weights in enumerate(one.weights):
                near = weight * (0.5 + 0.5 * _decay(place))
                for key, count in weights.items():
                    centre[key] += near * log(1 + count) * self._rarity[key]
        return _normal(centre)

    def _said_before(self, place: int) -> frozenset[str] | None:
        """The keys of the older articles; `None` where there are none."""
        older = [
            one for one, weight in zip(self._materials, self._weights, strict=True) if weight < self._weights[place]
        ]
        return frozenset(key for one in older for weights in one.weights for key in weights) if older else None

    def _newness(self, unit: Unit) -> float:
        """The share of the unit that no older article said, 0..1; 0 if there is no older one."""
        before = self._older[unit.article]
        if before is None:
            return 0.0
        total = sum(self._rarity.get(key, 1.0) * count for key, count in unit.weights.items())
        new = sum(self._rarity.get(key, 1.0) * count for key, count in unit.weights.items() if key not in before)
        return new / total if total else 0.0


def _rarity(materials: Sequence[Material]) -> Vector:
    """The inverse sentence frequency of each key, damped, since what many say matters."""
    among: Counter[str] = Counter()
    count = 0
    for one in materials:
        for weights in one.weights:
            among.update(weights.keys())
            count += 1
    return {key: sqrt(log(1 + count / many)) for key, many in among.items()}


def _title(one: Material) -> Vector:
    """The keys of the headline: the first heading, else the first sentence."""
    return one.weights[0] if one.weights else {}


def _decay(place: int) -> float:
    """1 for the first sentence, a half after the half-life, towards 0."""
    return 1 / (1 + place / _HALF_LIFE)


def _places(one: Material) -> list[float]:
    """How near the head of its report each sentence stands, 0..1; in a chronicle, how near the end. Headings do not count."""
    body = [one.report.is_body(sentence) for sentence in one.sentences]
    if _is_chronicle(one.article):
        return [_decay(place) for place in reversed(range(len(body)))]
    scene = _scene(one)
    return [_decay(place - scene) if place >= scene else 0.0 for place in accumulate(body, initial=0)][:-1]


def _scene(one: Material) -> int:
    """How many sentences of the body set the scene: those in front of "But ..." where the first tells how it usually is."""
    report = one.report
    head = [report.tokens(sentence) for sentence in report.sentences if report.is_body(sentence)][:_LONGEST_SCENE]
    if not head or not sets_up(*head[0]):
        return 0
    return next((place for place, tokens in enumerate(head) if turns(*tokens)), 0)


def _is_chronicle(article: Article) -> bool:
    """Whether a report tells day by day: at least three of its paragraphs begin with a date, a third of all, in order of time."""
    dates = []
    for paragraph in article.paragraphs:
        found = figures_in(paragraph.text[:_HEAD], article.language, article.published)
        if found and found[0].kind == "date" and found[0].unit == "day" and found[0].earliest:
            dates.append(found[0].earliest.isoformat())
    return len(dates) >= max(3, len(article.paragraphs) / 3) and dates == sorted(dates) and dates[0] < dates[-1]


def _by_length(words: int) -> float:
    """The weight of a length in words: 1 in the middle, less for short and long sentences."""
    if words < _SHORT:
        return 0.5 + 0.5 * words / _SHORT
    return 1.0 if words <= _LONG else _LONG / words
