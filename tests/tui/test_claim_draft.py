"""The parts of a claim as they are set word by word."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Span, laid_out
from briefing.claims import apply, claims_of
from briefing.claims.claim import ClaimCorrection
from tui.layout.claim_draft import ClaimDraft, DraftWords, sentence_of

TEXT = 'De kade is dicht, zegt Anna Kramer. Het "kost" 48% meer.'
ARTICLE = Article("1", "Kade", "nl", laid_out([(TEXT, "body")]))
WORDS = DraftWords(ARTICLE, Span(0, len(TEXT)))


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize(
    ("part", "moved", "words"),
    [
        ("De kade is", lambda part: WORDS.end_moved(part, 1), "De kade is dicht"),
        ("De kade is dicht", lambda part: WORDS.end_moved(part, -1), "De kade is"),
        ("De", lambda part: WORDS.end_moved(part, -1), "De"),
        ("Anna Kramer", lambda part: WORDS.start_moved(part, 1), "Kramer"),
        ("Kramer", lambda part: WORDS.start_moved(part, 1), "Kramer"),
        ("zegt", lambda part: WORDS.start_moved(part, -1), "dicht, zegt"),
        ("De", lambda part: WORDS.start_moved(part, -1), "De"),
        ("Kramer", lambda part: WORDS.end_moved(part, 1), "Kramer. Het"),
        ("48", lambda part: WORDS.end_moved(part, 1), "48%"),
        ("meer", lambda part: WORDS.end_moved(part, 1), "meer"),
        ("Anna Kramer", lambda part: WORDS.stepped(part, 1), "Kramer"),
        ("Anna Kramer", lambda part: WORDS.stepped(part, -1), "zegt"),
        ("De kade", lambda part: WORDS.stepped(part, -1), "De"),
        ("meer", lambda part: WORDS.stepped(part, 1), "meer"),
        ("De kade is dicht", lambda part: WORDS.beside(part, sentence_of(ARTICLE, part)), "zegt"),
        ("Anna Kramer", lambda part: WORDS.beside(part, sentence_of(ARTICLE, part)), "zegt"),
        ('Het "kost" 48% meer', lambda part: WORDS.beside(part, sentence_of(ARTICLE, part)), "Het"),
    ],
)
def test_the_ends_of_a_part_stand_at_words(part: str, moved: Callable[[Span], Span], words: str) -> None:
    assert moved(span(part)).of(TEXT) == words


@given(st.lists(st.sampled_from(["end", "beginning", "word"])), st.lists(st.booleans()), st.text(max_size=40))
def test_a_part_always_has_words_inside_the_article(steps: list[str], ways: list[bool], text: str) -> None:
    article = Article("1", "", "nl", laid_out([(text + " a " + text, "body")]))
    words = DraftWords(article, Span(0, len(article.text)))
    part = span_of_a(article.text, len(text))
    for step, on in zip(steps, ways, strict=False):
        moved = {"end": words.end_moved, "beginning": words.start_moved, "word": words.stepped}[step]
        part = moved(part, 1 if on else -1)
        assert 0 <= part.start < part.end <= len(article.text)
        assert part.of(article.text).strip()


def span_of_a(text: str, at: int) -> Span:
    return Span(text.index("a", at), text.index("a", at) + 1)


def test_what_was_not_changed_says_nothing_and_a_new_claim_says_all() -> None:
    (claim, *_others) = claims_of(ARTICLE)
    assert ClaimDraft.of(ARTICLE, claim).correction() is None
    new = ClaimDraft.new(ARTICLE, span('Het "kost" 48% meer')).correction()
    passage = ARTICLE.passage(span('Het "kost" 48% meer'))
    assert new == ClaimCorrection(passage, "add", content=passage, certainty="certain", polarity="positive")


def test_the_words_of_a_source_name_it_until_it_is_called_something_else() -> None:
    (claim, *_others) = claims_of(ARTICLE)
    draft = ClaimDraft.of(ARTICLE, claim)
    assert draft.called == "Anna Kramer"
    draft = draft.with_part("source", span("Kramer"))
    assert draft.called == "Kramer"
    correction = draft.correction()
    assert correction is not None
    assert (correction.source, correction.source_name) == (ARTICLE.passage(span("Kramer")), None)


def test_a_name_that_the_text_lacks_can_be_taken_away_again() -> None:
    (claim, *_others) = claims_of(ARTICLE)
    anchor = ARTICLE.passage(claim.content.span)
    nothing = ARTICLE.passage(Span(0, 0))
    (named, *_) = apply([ClaimCorrection(anchor, "change", source=nothing, source_name="KNMI")], [claim], ARTICLE)
    draft = ClaimDraft.of(ARTICLE, named)
    assert (draft.source, draft.called) == (None, "KNMI")
    taken = ClaimDraft(ARTICLE, named, draft.content, cue=draft.cue, kind=draft.kind).correction()
    assert taken is not None
    assert apply([taken], [named], ARTICLE)[0].source is None
