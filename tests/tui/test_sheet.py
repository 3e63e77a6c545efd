"""The text as shown and the text as it is: positions and offsets find each other."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Span, laid_out
from tui.layout.sheet import Insert, Mark, Run, Sheet


def sheet(text: str, marks: list[Mark] | None = None, inserts: list[Insert] | None = None) -> Sheet:
    return Sheet.of(Article("1", "t", "en", laid_out([(text, "body")])), marks or [], inserts or [])


def test_signs_stand_before_the_character_at_their_offset() -> None:
    shown = sheet("He says it rains.", inserts=[Insert(8, "○", "sign-unspecified")])
    assert shown.shown == "He says ○it rains."
    assert shown.position(8) == 9
    assert shown.end_position(8) == 8
    assert shown.offset(8) == shown.offset(9) == 8


def test_overlapping_marks_make_runs_with_both_styles() -> None:
    runs = sheet("abcdef", [Mark(Span(0, 4), "one"), Mark(Span(2, 6), "two")]).runs
    assert runs == (Run(0, 2, ("one",)), Run(2, 4, ("one", "two")), Run(4, 6, ("two",)))


def test_a_sign_inside_a_mark_is_styled_as_both() -> None:
    runs = sheet("abcd", [Mark(Span(0, 4), "one")], [Insert(2, "○", "sign")]).runs
    assert runs == (Run(0, 2, ("one",)), Run(2, 3, ("one", "sign")), Run(3, 5, ("one",)))


def test_runs_in_a_span_are_those_that_reach_into_it() -> None:
    shown = sheet("abcdef", [Mark(Span(0, 1), "one"), Mark(Span(3, 5), "two")])
    assert shown.runs_in(Span(1, 4)) == (Run(3, 5, ("two",)),)


@given(st.text(min_size=1, max_size=30), st.lists(st.tuples(st.integers(0, 30), st.sampled_from(["○", "○¬", "[?"]))))
def test_every_character_is_shown_where_its_offset_says(text: str, signs: list[tuple[int, str]]) -> None:
    inserts = [Insert(min(at, len(text)), sign, "sign") for at, sign in signs]
    shown = sheet(text, inserts=inserts)
    for offset, character in enumerate(text):
        assert shown.shown[shown.position(offset)] == character
        assert shown.offset(shown.position(offset)) == offset
    assert len(shown.shown) == len(text) + sum(len(insert.sign) for insert in inserts)
