"""The share of known words is told of the engine that marks those it does not know."""

import pytest

from briefing.engine import Engine
from briefing.translate.known import known_percentage
from briefing.translate.translation import Translation


def made(text: str, engine: str = "literal", original: str = "") -> Translation:
    return Translation(original, text, "nl", "en", Engine(engine, "1"), ())


@pytest.mark.parametrize(
    ("translations", "known"),
    [
        ([made("Three words here.")], 100),
        ([made("One of four *woorden*.")], 75),
        ([made("All known."), made("Not *deze*.")], 75),
        ([made("All known.", engine="deepl")], None),
        ([made("*Stars* of the original.", original="*Sterren* van het origineel.")], 100),
        ([], None),
    ],
)
def test_known_words_in_percent(translations: list[Translation], known: int | None) -> None:
    assert known_percentage(translations) == known
