"""The fluency model: usual orders surprise less than others, and the file keeps what was learned."""

from collections import Counter

import pytest

from briefing.language.fluency import counted, parsed, surprise, written


@pytest.mark.parametrize(
    ("language", "usual", "scrambled"),
    [
        ("en", "The baker closed the shop on Monday.", "The baker the shop on Monday closed."),
        ("en", "She says that the roof is unsafe.", "That she roof says the unsafe is."),
        ("nl", "De bakker heeft de winkel gesloten.", "De bakker gesloten de heeft winkel."),
        ("nl", "Ze zegt dat het dak onveilig is.", "Ze dat zegt dak het is onveilig."),
    ],
)
def test_the_usual_order_surprises_less(language: str, usual: str, scrambled: str) -> None:
    assert sum(surprise(usual, language)) < sum(surprise(scrambled, language))


def test_a_language_without_a_model_surprises_nobody() -> None:
    assert surprise("Le toit est dangereux.", "fr") == []


def test_runs_of_one_two_and_three_are_counted_and_kept_in_a_file() -> None:
    grams = counted([["<s>", "<s>", "the/D", "N", "</s>"]])
    assert grams == Counter(
        {
            ("the/D",): 1,
            ("<s>", "the/D"): 1,
            ("<s>", "<s>", "the/D"): 1,
            ("N",): 1,
            ("the/D", "N"): 1,
            ("<s>", "the/D", "N"): 1,
            ("</s>",): 1,
            ("N", "</s>"): 1,
            ("the/D", "N", "</s>"): 1,
        }
    )
    model = parsed(written(["the"], grams))
    assert model._grams == grams
    assert model._kept == {"the"}
