"""Alignment of passages, links between claims, and the independence of their sources."""

from briefing.article import Article, Sentence
from briefing.compare import lexical
from briefing.compare.align import chosen, score
from briefing.compare.lexical import Vocabulary
from briefing.compare.link import Comparison, Pair
from briefing.compare.terms import profile
from briefing.language.sentences import sentences_of


def compare(left: Article, right: Article) -> Comparison:
    """What the two articles share sentence by sentence, and what stands in one of them only."""
    sides = (sentences_of(left), sentences_of(right))
    profiles = (
        [profile(sentence.text, left.language) for sentence in sides[0]],
        [profile(sentence.text, right.language) for sentence in sides[1]],
    )
    scores = {places: score(overlap) for places, overlap in Vocabulary(*profiles).candidates().items()}
    kept = chosen(scores)
    return Comparison(
        left,
        right,
        lexical.ENGINE,
        tuple(Pair(sides[0][i].span, sides[1][j].span, scores[i, j]) for i, j in kept),
        tuple(one.span for one in _alone(left, sides[0], {i for i, _ in kept})),
        tuple(one.span for one in _alone(right, sides[1], {j for _, j in kept})),
    )


def _alone(article: Article, sentences: tuple[Sentence, ...], paired: set[int]) -> list[Sentence]:
    return [
        sentence
        for place, sentence in enumerate(sentences)
        if place not in paired and article.paragraphs[sentence.paragraph].kind == "body"
    ]
