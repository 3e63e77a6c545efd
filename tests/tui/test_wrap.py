"""Where lines break."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.layout.wrap import wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, []),
        ("   ", 10, []),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 80, ["one two three"]),
        ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),
        ("abcdefghij kl", 5, ["abcde", "fghij", "kl"]),
        ("日本語の新聞", 4, ["日本", "語の", "新聞"]),
        ("10\u00a0000 euro", 6, ["10\u00a0000", "euro"]),
        ("one\ntwo", 80, ["one\ntwo"]),
    ],
)
def test_lines_break_at_white_space_and_long_words_are_cut(text: str, width: int, lines: list[str]) -> None:
    assert [span.of(text) for span in wrapped(text, width)] == lines


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs", "Cf", "Mn", "Me"])), st.integers(2, 40))
def test_no_line_is_wider_than_the_width_and_nothing_but_white_space_is_left_out(text: str, width: int) -> None:
    spans = wrapped(text, width)
    assert all(cell_len(span.of(text)) <= width for span in spans)
    left_out = text
    for span in reversed(spans):
        left_out = left_out[: span.start] + left_out[span.end :]
    assert not left_out.strip()
