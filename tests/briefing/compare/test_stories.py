"""Which articles belong to one story, and which are one text."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Language, PublicationDate, laid_out
from briefing.compare import compare
from briefing.compare.nearness import near_duplicate
from briefing.compare.stories import Sketch, Stories, sketch_of

AGENCY = (
    "Een vrachtschip is maandagavond voor de kust van Zeeland vastgelopen op een zandbank.",
    "De veertien bemanningsleden zijn met een helikopter van boord gehaald, meldt de kustwacht.",
    "Sleepboten proberen het schip dinsdag bij hoog water vlot te trekken. Er lekt geen olie.",
)


def article(name: str, *paragraphs: str, language: Language = "nl", published: str = "2019-01-11") -> Article:
    body = laid_out((text, "body") for text in paragraphs)
    return Article(
        name, paragraphs[0] if paragraphs else "", language, body, published=PublicationDate.parse(published)
    )


STRANDED = article("1", *AGENCY)
SHORTENED = article("2", *AGENCY[:2])
RETOLD = article(
    "3", "Voor Zeeland zit een vrachtschip vast op een zandbank. De kustwacht haalde de bemanning van boord."
)
ENGLISH = article(
    "4", "A cargo ship ran aground on a sandbank off Zeeland. Its crew was taken off by the coastguard.", language="en"
)
CHEESE = article("5", "De kaasmarkt in Gouda trok zaterdag weinig bezoekers. Handelaren wijten dat aan de kou.")
OTHERS = [
    article(str(10 + number), f"In {town} opent burgemeester {name} vrijdag een nieuw zwembad voor de jeugd.")
    for number, (town, name) in enumerate([("Assen", "Prins"), ("Breda", "Smit"), ("Ede", "Mulder"), ("Tiel", "Kok")])
]


def library(*articles: Article) -> Stories:
    stories = Stories()
    for one in articles:
        stories.put(one.id, sketch_of(one))
    return stories


def test_one_agency_text_in_two_papers_is_recognised() -> None:
    assert near_duplicate(STRANDED, SHORTENED)
    assert not near_duplicate(STRANDED, RETOLD)
    assert compare(STRANDED, SHORTENED).near_duplicate


def test_reports_of_one_story_find_each_other_in_both_languages() -> None:
    stories = library(STRANDED, CHEESE, *OTHERS)
    for report in (RETOLD, ENGLISH):
        assert [one.article for one in stories.like(sketch_of(report), report.published)] == ["1"]


def test_the_same_text_comes_first_and_is_said_to_be_the_same() -> None:
    found = library(RETOLD, SHORTENED, CHEESE, *OTHERS).like(sketch_of(STRANDED), STRANDED.published)
    assert [(one.article, one.near_duplicate) for one in found] == [("2", True), ("3", False)]


def test_what_happened_long_before_is_less_like() -> None:
    stories = library(STRANDED, CHEESE, *OTHERS)
    near, far = (
        stories.like(sketch_of(RETOLD), PublicationDate.parse(day), published_of=lambda _: STRANDED.published)[:1]
        for day in ("2019-01-20", "2021-01-20")
    )
    assert near[0].score > (far[0].score if far else 0.0)


def test_an_article_that_was_removed_is_not_found() -> None:
    stories = library(STRANDED, CHEESE)
    stories.remove("1")
    stories.remove("1")
    assert "1" not in stories
    assert not stories.like(sketch_of(RETOLD), RETOLD.published)


def test_an_empty_article_is_like_nothing() -> None:
    assert not library(STRANDED, CHEESE).like(sketch_of(article("9")), None)


@given(
    st.dictionaries(
        st.text(st.characters(blacklist_characters="\x1f"), min_size=1), st.floats(1, 9, width=32), max_size=40
    ),
    st.lists(st.integers(0, 2**32 - 1), max_size=64),
)
def test_a_kept_sketch_is_read_back_as_it_was(weights: dict[str, float], runs: list[int]) -> None:
    sketch = Sketch(weights, tuple(runs))
    assert Sketch.from_bytes(sketch.to_bytes()) == sketch
