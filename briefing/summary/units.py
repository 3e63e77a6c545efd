"""What a summary can choose from: sentences that can be read alone, and those that lean together with what they lean on."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.article import Article, Sentence, Span
from briefing.compare.terms import profile
from briefing.language.sentences import sentences_of
from briefing.summary.referents import Standing, standing

_LEAST_TERMS: Final = 3
_ACROSS: Final = 0.5
_MOST_WORDS: Final = 75
_MOST_SENTENCES: Final = 3
_ENDS: Final = (".", "!", "…")
_CLOSING: Final = "\"'”’»)]"
_PAIRED: Final = (("“", "”"), ("„", "”"), ("(", ")"))


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One to three sentences of an article that are understood by themselves.

    `article` and `first`..`last` are places, from 0, of the article and of the sentences in it; `spans` are the passages
    in the article's text; `weights` tells how much each key stands in it; `words` counts its words.
    """

    article: int
    first: int
    last: int
    spans: tuple[Span, ...]
    text: str
    standing: Standing
    weights: Mapping[str, float]
    words: int

    @property
    def sentences(self) -> int:
        """How many sentences it has."""
        return self.last - self.first + 1

    def overlaps(self, other: "Unit") -> bool:
        """Whether the two share a sentence."""
        return self.article == other.article and self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Material:
    """The sentences of one article that a summary may use: headings, questions and fragments are left out as units."""

    article: Article
    sentences: tuple[Sentence, ...]
    weights: tuple[Mapping[str, float], ...]
    units: tuple[Unit, ...]


def material(articles: Sequence[Article]) -> list[Material]:
    """The sentences and units of each article."""
    mixed = len({article.language for article in articles}) > 1
    return [_of_article(place, article, mixed=mixed) for place, article in enumerate(articles)]


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


def _of_article(place: int, article: Article, *, mixed: bool) -> Material:
    sentences = sentences_of(article)
    weights = tuple(term_weights(sentence.text, article, mixed=mixed) for sentence in sentences)
    units = tuple(_units(place, article, sentences, weights)) or tuple(
        _as_they_stand(place, article, sentences, weights)
    )
    return Material(article, sentences, weights, units)


def _as_they_stand(
    place: int, article: Article, sentences: Sequence[Sentence], weights: Sequence[Mapping[str, float]]
) -> Iterator[Unit]:
    """The statements of an article in which none can be read alone: better these than nothing of it."""
    for at, sentence in enumerate(sentences):
        if article.paragraphs[sentence.paragraph].kind == "body" and sentence.text.rstrip(_CLOSING).endswith(_ENDS):
            text = " ".join(sentence.text.split())
            yield Unit(place, at, at, (sentence.span,), text, "leaning", weights[at], len(text.split()))


def _units(
    place: int, article: Article, sentences: Sequence[Sentence], weights: Sequence[Mapping[str, float]]
) -> Iterator[Unit]:
    for last, sentence in enumerate(sentences):
        if article.paragraphs[sentence.paragraph].kind == "heading" or not _is_whole(sentence.text):
            continue
        stands = standing(sentence.text, article.language)
        first = last
        while stands == "leaning" and _leans_on(article, sentences, first) and last - first + 1 < _MOST_SENTENCES:
            first -= 1
            stands = standing(sentences[first].text, article.language)
        chosen = sentences[first : last + 1]
        text = " ".join(" ".join(one.text for one in chosen).split())
        words = len(text.split())
        whole = all(_is_whole(one.text) for one in chosen)
        if stands == "leaning" or not whole or (words > _MOST_WORDS and first < last):
            continue
        if len(weights[last]) < _LEAST_TERMS and first == last:
            continue
        summed: defaultdict[str, float] = defaultdict(float)
        for one in weights[first : last + 1]:
            for key, weight in one.items():
                summed[key] += weight
        yield Unit(place, first, last, _spans(chosen), text, stands, dict(summed), words)


def _leans_on(article: Article, sentences: Sequence[Sentence], at: int) -> bool:
    """Whether the sentence before this one can be what it leans on: body text with no heading between."""
    if at == 0:
        return False
    before, here = sentences[at - 1], sentences[at]
    return here.paragraph - before.paragraph <= 1 and article.paragraphs[before.paragraph].kind == "body"


def _spans(sentences: Sequence[Sentence]) -> tuple[Span, ...]:
    """One span a paragraph."""
    spans: list[Span] = []
    paragraph = -1
    for sentence in sentences:
        if sentence.paragraph == paragraph:
            spans[-1] = Span(spans[-1].start, sentence.end)
        else:
            spans.append(sentence.span)
        paragraph = sentence.paragraph
    return tuple(spans)


def _is_whole(text: str) -> bool:
    """Whether a sentence is a statement with an end, and opens no quotation that it does not close."""
    bare = text.rstrip(_CLOSING)
    balanced = all(text.count(a) == text.count(b) for a, b in _PAIRED) and text.count('"') % 2 == 0
    return bare.endswith(_ENDS) and balanced
