import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Passage, PublicationDate, Span, laid_out


def article(*paragraphs: str) -> Article:
    return Article("1", "t", "nl", laid_out((text, "body") for text in paragraphs))


@given(st.lists(st.text()))
def test_every_paragraph_stands_at_its_offsets(texts: list[str]) -> None:
    made = article(*texts)
    assert all(made.text[part.start : part.end] == part.text for part in made.paragraphs)
    assert [part.text for part in made.paragraphs] == [text for text in texts if text]


@pytest.mark.parametrize("text", ["2019", "2019-01", "2018-12-07", "2018-12-07T14:05", "2018-12-07T14:05+01:00"])
def test_a_date_keeps_its_precision(text: str) -> None:
    assert PublicationDate.parse(text).isoformat() == text


@pytest.mark.parametrize("text", ["", "19", "2019-13", "2019-02-29", "2019-00", "vrijdag", "2019-01-01T25:00", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"date"):
        PublicationDate.parse(text)


def test_dates_of_one_precision_sort_by_time() -> None:
    assert PublicationDate.parse("2018-12") < PublicationDate.parse("2019-01")


def test_a_passage_is_found_in_its_old_place() -> None:
    text = "een twee een twee"
    assert Passage("1", 9, 12, "een").found_in(text) == Span(9, 12)


def test_a_passage_is_found_again_after_an_edit_by_its_surroundings() -> None:
    made = article("Het bedrijf ontkent. De minister zwijgt. Het bedrijf zwijgt.")
    passage = made.passage(Span(53, 59))
    assert passage.text == "zwijgt"
    edited = "Eerder vandaag. " + made.text
    assert passage.found_in(edited) == Span(69, 75)


def test_a_passage_that_is_gone_is_not_found() -> None:
    assert Passage("1", 0, 4, "weg!").found_in("iets anders") is None


@given(st.text(min_size=1), st.data())
def test_any_passage_is_found_where_it_was_made(text: str, data: st.DataObject) -> None:
    made = article(text)
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    assert made.passage(span).found_in(made.text) == span


def test_the_same_text_has_the_same_digest() -> None:
    assert article("a", "b").digest == article("a", "b").digest != article("a b").digest
