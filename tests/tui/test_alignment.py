"""Which paragraphs stand level, and that what stands level begins on the same line of both sides."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, laid_out
from briefing.compare.link import Pair
from tui.layout.alignment import Anchor, alone, anchors, beside, stacked
from tui.layout.sheet import Insert, Sheet


def article(*paragraphs: str) -> Article:
    return Article("1", "t", "en", laid_out((text, "body") for text in paragraphs))


def pairs_of(left: Article, right: Article, *places: tuple[int, int, float]) -> list[Pair]:
    return [Pair(left.paragraphs[one].span, right.paragraphs[other].span, score) for one, other, score in places]


def test_pairs_in_the_order_of_both_texts_all_stand_level() -> None:
    one, other = article("a", "b", "c"), article("x", "y", "z")
    assert anchors(one, other, pairs_of(one, other, (0, 0, 0.5), (1, 2, 0.5))) == ((0, 0), (1, 2))


def test_of_pairs_that_cross_the_heavier_ones_stand_level() -> None:
    one, other = article("a", "b", "c"), article("x", "y", "z")
    crossing = pairs_of(one, other, (0, 2, 0.9), (1, 0, 0.6), (2, 1, 0.6))
    assert anchors(one, other, crossing) == ((1, 0), (2, 1))


def test_a_paragraph_stands_level_with_one_only() -> None:
    one, other = article("a"), article("x", "y")
    assert anchors(one, other, pairs_of(one, other, (0, 0, 0.4), (0, 1, 0.7))) == ((0, 1),)


def test_a_pin_of_the_user_comes_before_the_scores() -> None:
    one, other = article("a", "b"), article("x", "y")
    assert anchors(one, other, pairs_of(one, other, (0, 0, 1.0), (1, 1, 1.0)), [(0, 1)]) == ((0, 1),)


def test_without_pairs_nothing_stands_level() -> None:
    assert anchors(article("a"), article("x"), []) == ()


words = st.lists(st.sampled_from(["a", "bb", "ccc", "ddddddddddddd", "é", "日本"]), min_size=1, max_size=12).map(
    " ".join
)
texts = st.lists(words, max_size=6).map(lambda paragraphs: article(*paragraphs))


@given(texts, texts, st.integers(2, 30), st.integers(2, 30), st.data())
def test_level_paragraphs_begin_on_the_same_line_and_no_character_is_lost(
    one: Article, other: Article, wide: int, narrow: int, data: st.DataObject
) -> None:
    places = st.tuples(
        st.integers(0, max(len(one.paragraphs) - 1, 0)),
        st.integers(0, max(len(other.paragraphs) - 1, 0)),
        st.floats(0, 1),
    )
    some = data.draw(st.lists(places, max_size=5)) if one.paragraphs and other.paragraphs else []
    chain = anchors(one, other, pairs_of(one, other, *some))
    sheets = Sheet.of(one), Sheet.of(other, inserts=[Insert(0, "●", "sign-certain")] if other.paragraphs else [])
    left, right = beside(sheets, chain, (wide, narrow))
    assert len(left) == len(right)
    for place in chain:
        assert first_line(left, place[0]) == first_line(right, place[1])
    for lines, sheet in ((left, sheets[0]), (right, sheets[1])):
        shown = "".join(line.span.of(sheet.shown) for line in lines)
        assert shown.replace(" ", "") == "".join(sheet.shown.split())


def first_line(lines: list, place: int) -> int:  # type: ignore[type-arg]
    return next(n for n, line in enumerate(lines) if line.paragraph == place and line.span.end)


@given(texts, texts, st.integers(2, 30))
def test_stacked_shows_both_texts_whole_and_in_their_order(one: Article, other: Article, width: int) -> None:
    chain: tuple[Anchor, ...] = ((0, 0),) if one.paragraphs and other.paragraphs else ()
    lines = stacked((Sheet.of(one), Sheet.of(other)), chain, width)
    for index, text in enumerate((one, other)):
        mine = [line for line in lines if line.sheet == index and line.kind in {"text", "heading"}]
        assert "".join(line.span.of(text.text) for line in mine).replace(" ", "") == "".join(text.text.split())
        assert mine == sorted(mine, key=lambda line: line.span)


def test_paragraphs_of_one_text_have_an_empty_line_between_them() -> None:
    lines = alone(Sheet.of(article("one two", "three")), 3)
    assert [line.kind for line in lines] == ["text", "text", "blank", "text", "text"]
