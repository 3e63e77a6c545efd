"""What is drawn in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.ascii import in_ascii


@pytest.mark.parametrize(
    ("words", "plain"), [("“één”…", '"een".'), ("╭─╮", "+-+"), ("€ 5", "E 5"), ("日本", "????"), ("plain", "plain")]
)
def test_the_nearest_ascii_is_drawn(words: str, plain: str) -> None:
    assert in_ascii(words) == plain


@given(st.text(st.characters(blacklist_categories=["Cc", "Cs"])))
def test_only_ascii_is_left_and_the_width_stays(words: str) -> None:
    assert in_ascii(words).isascii()
    assert len(in_ascii(words)) == sum(cell_len(character) for character in words)
