"""What kind of source speaks in short reports: the table `source_kinds.tsv`."""

from pathlib import Path

import pytest

from briefing.article import Language
from tests.briefing.claims.reports import reported

_TABLE = Path(__file__).with_name("source_kinds.tsv")
_LANGUAGES: dict[str, Language] = {"nl": "nl", "en": "en"}


def rows() -> list[tuple[str, str, str]]:
    """The lines of the table."""
    lines = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#")
    return [(language, kind, text) for language, kind, text in lines]


@pytest.mark.parametrize(("language", "kind", "text"), rows(), ids=[text for _, _, text in rows()])
def test_a_source_is_of_the_kind_that_its_words_tell(language: str, kind: str, text: str) -> None:
    sources = [found.claim.source for found in reported(text.replace(" ¶ ", "\n\n"), _LANGUAGES[language])]
    assert [source.kind for source in sources if source][:1] == [kind]
