from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import LANGUAGES, Article, Language, laid_out
from briefing.language.sentences import sentences_of, split


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
        ("Volgens dr. Jansen steeg de omzet met 1,75 mld. euro. Dat is veel.", None),
        (
            "Zij nam bedrijven over, zoals T-Mobile US. Daarna stopte zij.",
            ["Zij nam bedrijven over, zoals T-Mobile US.", "Daarna stopte zij."],
        ),
        ('"Dat klopt niet." De minister ontkent.', ['"Dat klopt niet."', "De minister ontkent."]),
        ('"Wat nu?" vroeg hij. Niemand wist het.', ['"Wat nu?" vroeg hij.', "Niemand wist het."]),
        (",,Dat klopt niet.'' De minister ontkent.", [",,Dat klopt niet.''", "De minister ontkent."]),
        ("Komt hij? Ja! Morgen al.", ["Komt hij?", "Ja!", "Morgen al."]),
        ("Ze zei: 'Ga weg.' Hij bleef.", ["Ze zei: 'Ga weg.'", "Hij bleef."]),
        ("'t Is zo. 's Avonds niet.", ["'t Is zo.", "'s Avonds niet."]),
        ("J. K. Rowling schrijft. A.F.Th. ook.", ["J. K. Rowling schrijft.", "A.F.Th. ook."]),
        ("Er was veel... Toen niets meer.", ["Er was veel...", "Toen niets meer."]),
    ],
)
def test_dutch_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str] | None) -> None:
    found = [span.of(text) for span in split(text, "nl")]
    assert found == (sentences or ["Volgens dr. Jansen steeg de omzet met 1,75 mld. euro.", "Dat is veel."])


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "He met Mr. Smith in the U.S. on Monday. They left.",
            ["He met Mr. Smith in the U.S. on Monday.", "They left."],
        ),
        ("He lives in the U.S. The rest is abroad.", ["He lives in the U.S.", "The rest is abroad."]),
        ("“They left.” She stayed.", ["“They left.”", "She stayed."]),
        ("Prices rose 3.5 percent at 8 a.m. on Friday.", ["Prices rose 3.5 percent at 8 a.m. on Friday."]),
        ("“Go!” she said. He went.", ["“Go!” she said.", "He went."]),
    ],
)
def test_english_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in split(text, "en")] == sentences


def test_a_heading_is_one_sentence_and_offsets_count_in_the_article() -> None:
    parts: list[tuple[str, Literal["heading", "body"]]] = [
        ("Wat nu? Niets. ", "heading"),
        ("Eerst dit. Dan dat.", "body"),
    ]
    article = Article("1", "Titel", "nl", laid_out(parts))
    found = sentences_of(article)
    assert [(s.text, s.paragraph) for s in found] == [("Wat nu? Niets. ", 0), ("Eerst dit.", 1), ("Dan dat.", 1)]
    assert all(article.text[s.start : s.end] == s.text for s in found)


@given(st.text(), st.sampled_from(LANGUAGES))
def test_sentences_leave_out_nothing_but_white_space(text: str, language: Language) -> None:
    spans = split(text, language)
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(spans))
