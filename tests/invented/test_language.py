"""A language is its data files: an invented one, registered here, is read from identification to search."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

import locales
from analysis import Analysis
from briefing.article import Article, PublicationDate
from briefing.claims import claims_of
from briefing.claims.claim import Claim, Extent
from briefing.compare import compare
from briefing.ingest.text import article_of
from briefing.language import identify, languages
from briefing.language.figures import Figure, figures_in
from briefing.language.sentences import sentences_of
from briefing.language.stem import stem
from briefing.summary import summarise
from store import Library

FOLDER = Path(__file__).parent
REPORT = """Brika klosta

2 teklun 2021

Keth burgom talus duth keth brika ish klosta. Barug dok. Ama Veld keth polisa ush nova.

Keth burgom viduk duth keth polisim ush tash Rando. Zumda mazh keth brika tek milo eurim kosta.
"""


@pytest.fixture(autouse=True)
def _invented(tmp_path: Path) -> Iterator[None]:
    languages.add_language("qaa", FOLDER / "qaa")
    identify.forget()
    compiled = tmp_path / "locales" / "qaa" / "LC_MESSAGES"
    compiled.mkdir(parents=True)
    with (
        (FOLDER / "locales/qaa/LC_MESSAGES/briefing.po").open("rb") as written,
        (compiled / "briefing.mo").open("wb") as file,
    ):
        write_mo(file, read_po(written))
    locales.add_catalogue("qaa", tmp_path / "locales", "en_GB")
    yield
    languages.remove_language("qaa")
    identify.forget()


@pytest.fixture
def article() -> Article:
    return article_of(REPORT, name="x")


def text_of(article: Article, extent: Extent | None) -> str:
    return article.text[extent.start : extent.end] if extent else ""


def claim_about(article: Article, words: str) -> Claim:
    return next(claim for claim in claims_of(article) if words in text_of(article, claim.content))


def test_it_is_told_from_other_languages_and_they_from_it(article: Article) -> None:
    assert article.language == "qaa"
    assert article_of("De brug is dicht, zegt de burgemeester.", name="x").language == "nl"


def test_its_date_line_and_title_are_read(article: Article) -> None:
    assert (article.title, article.published) == ("Brika klosta", PublicationDate(2021, 3, 2))


def test_its_abbreviations_end_no_sentence(article: Article) -> None:
    assert [sentence.text for sentence in sentences_of(article)][1:3] == [
        "Keth burgom talus duth keth brika ish klosta.",
        "Barug dok. Ama Veld keth polisa ush nova.",
    ]


def test_its_claims_have_source_certainty_and_polarity(article: Article) -> None:
    said, denied = claim_about(article, "brika ish klosta"), claim_about(article, "polisim")
    assert said.source
    assert text_of(article, said.source.extent) == "Keth burgom"
    assert (said.source.kind, said.certainty, said.polarity) == ("person", "certain", "positive")
    assert denied.polarity == "negative"
    assert claim_about(article, "kosta").certainty == "unspecified"


def test_its_numbers_and_dates_are_read() -> None:
    money, day = figures_in("Tek milo eurim tash 2 dubluna 2021.", "qaa")
    assert (money.value, money.unit) == (Decimal(3000), "EUR")
    assert day.earliest == PublicationDate(2021, 2, 2)
    assert isinstance(day, Figure)


def test_its_words_lose_their_endings(article: Article) -> None:
    assert stem("polisim", "qaa") == stem("polisi", "qaa") == "polis"


def test_it_is_kept_and_found_by_another_form_of_a_word(article: Article, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        added = library.articles.add(article).article
        assert [hit.record.id for hit in library.full_text.search("polisi")] == [added.id]
        assert Analysis(library).claims(added) == claims_of(added)


def test_it_is_compared_and_summarised(article: Article) -> None:
    other = article_of("Keth burgom talus duth keth brika ish klosta tash 2021.", name="y")
    comparison = compare(article, other)
    assert comparison.pairs
    claims = {one.id: claims_of(one) for one in (article, other)}
    assert summarise((article, other), claims).sentences


def test_its_interface_is_a_catalogue() -> None:
    assert locales.activate("qaa").gettext("its language") == "hups glota"
    assert locales.active().gettext("its tags") == "its tags"
