"""Which articles belong to one story, and which are one text."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Language, PublicationDate, laid_out
from briefing.compare import compare
from briefing.compare.near_duplicates import near_duplicate
from briefing.compare.stories import Sketch, likenesses, sketch_of

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


class Sketched(dict[str, Sketch]):
    """An index of sketches in memory."""

    def counts(self, keys: Collection[str]) -> Mapping[str, int]:
        return Counter(key for key, _, _ in self.having(keys))

    def having(self, keys: Collection[str]) -> Iterable[tuple[str, str, float]]:
        return [(key, one, sketch.weights[key]) for one, sketch in self.items() for key in keys & sketch.weights.keys()]

    def of(self, articles: Collection[str]) -> Mapping[str, Sketch]:
        return {one: self[one] for one in articles}


def library(*articles: Article) -> Sketched:
    return Sketched((one.id, sketch_of(one)) for one in articles)


def test_one_agency_text_in_two_papers_is_recognised() -> None:
    assert near_duplicate(STRANDED, SHORTENED)
    assert not near_duplicate(STRANDED, RETOLD)
    assert compare(STRANDED, SHORTENED).near_duplicate


def test_reports_of_one_story_find_each_other_in_both_languages() -> None:
    known = library(STRANDED, CHEESE, *OTHERS)
    for report in (RETOLD, ENGLISH):
        assert [one.article for one in likenesses(sketch_of(report), known, report.published)] == ["1"]


def test_the_same_text_comes_first_and_is_said_to_be_the_same() -> None:
    found = likenesses(sketch_of(STRANDED), library(RETOLD, SHORTENED, CHEESE, *OTHERS), STRANDED.published)
    assert [(one.article, one.near_duplicate) for one in found] == [("2", True), ("3", False)]


def test_what_happened_long_before_is_less_like() -> None:
    known = library(STRANDED, CHEESE, *OTHERS)
    near, far = (
        likenesses(sketch_of(RETOLD), known, PublicationDate.parse(day), published_of=lambda _: STRANDED.published)[:1]
        for day in ("2019-01-20", "2021-01-20")
    )
    assert near[0].score > (far[0].score if far else 0.0)


def test_an_empty_article_is_like_nothing() -> None:
    assert not likenesses(sketch_of(article("9")), library(STRANDED, CHEESE))


@given(
    st.dictionaries(
        st.text(st.characters(blacklist_characters="\x1f"), min_size=1), st.floats(1, 9, width=32), max_size=40
    ),
    st.lists(st.integers(0, 2**32 - 1), max_size=64),
)
def test_a_kept_sketch_is_read_back_as_it_was(weights: dict[str, float], runs: list[int]) -> None:
    sketch = Sketch(weights, tuple(runs))
    assert Sketch.from_bytes(sketch.to_bytes()) == sketch
