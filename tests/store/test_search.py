"""What a search finds, in which order, and what it shows of it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import PublicationDate
from briefing.language.languages import languages
from briefing.message import Message, NothingFoundError, WrongUseError
from store import Library
from store.index_terms import WORD, aligned, stem, term_of_aligned, terms
from tests.store.articles import report


def ids(library: Library, query: str, **options: Any) -> str:
    return "".join(hit.record.id for hit in library.full_text.search(query, **options))


@pytest.fixture
def four(library: Library) -> Library:
    library.articles.add(report("Zorgen over het netwerk", published="2018-12"))
    library.articles.add(report("Two agencies warn", language="en", outlet="The Paper", published="2019-01-08"))
    library.articles.add(
        report("Huizen", "De grote huizen staan aan het kanaal in Groningen.", outlet=None, published=None)
    )
    library.articles.add(
        report("Het huis", "Een groot huis is verkocht. De commissie vroeg beëindiging.", published="2020")
    )
    return library


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("netwerk", "1"),
        ("NETWERK", "1"),
        ("cafe", "2"),
        ("café", "2"),
        ("beeindiging", "4"),
        ("huis", "34"),
        ("huizen", "34"),
        ("groot", "34"),
        ("agency", "2"),
        ("warning", "2"),
        ("dienst", "1"),
        ("inlichtingen", "1"),
        ("telecom", "1"),
        ("groni*", "3"),
        ("groni", ""),
        ('"grote huizen"', "3"),
        ('"huizen grote"', ""),
        ("huis -kanaal", "4"),
        ("huis kanaal", "3"),
        ("title:huis", "34"),
        ("title:kanaal", ""),
        ("lang:en", "2"),
        ("taal:nl huis", "34"),
        ("outlet:courant", ""),
        ('outlet:"de courant" huis', "4"),
        ("newer:2019", "24"),
        ("older:2019-01", "1"),
        ("unread:no", "3"),
        ("ongelezen: huis", "4"),
        ("tag:zwaar", "4"),
        ("dossier:Bouw", "34"),
        ("in:archive netwerk", ""),
        ("de het een", "4"),
        ("zzz", ""),
        ("", "4231"),
        ("*", "4231"),
        ("AND OR NOT", ""),
        ("NEAR(a b)", ""),
        ("huis\x00\x1b'); DROP", ""),
    ],
)
def test_a_query_finds(four: Library, query: str, found: str) -> None:
    four.articles.mark_read("3")
    four.articles.tag("4", ("Zwáár",))
    four.dossiers.create("Bouw", ["3", "4"])
    assert sorted(ids(four, query)) == sorted(found)


@pytest.mark.parametrize(
    "query", ['"open', "colour:red", "lang:?", "newer:soon", "unread:maybe", "in:cellar", "-alone", "outlet:"]
)
def test_a_query_with_an_error_is_refused(four: Library, query: str) -> None:
    with pytest.raises(WrongUseError):
        four.full_text.search(query)


def test_an_unknown_dossier_is_an_error(four: Library) -> None:
    with pytest.raises(NothingFoundError):
        four.full_text.search("dossier:none")


@pytest.mark.parametrize("typed", ["g", "gr", "groninge", 'huis "gron', "lang:nl gron"])
def test_the_last_word_may_be_unfinished_while_typing(four: Library, typed: str) -> None:
    assert "3" in ids(four, typed, typing=True)


def test_results_are_ordered_by_date_or_by_rank_with_titles_first(four: Library) -> None:
    assert ids(four, "huis huizen", order="date") == "43"
    four.articles.add(report("Kanaal", "Kort over het kanaal."))
    assert ids(four, "kanaal")[0] == "5"
    assert ids(four, "netwerk", limit=1) == "1"


def test_the_snippet_is_cut_out_of_the_text_where_the_words_stand(four: Library) -> None:
    long = four.articles.add(report("Lang", "woord " * 400 + "de spionagezaak kwam aan het licht " + "woord " * 400))
    (hit,) = four.full_text.search("spionagezaak licht")
    assert hit.passage is not None
    assert hit.passage.of(long.article.text) == hit.snippet
    assert [span.of(hit.snippet) for span in hit.highlights] == ["spionagezaak", "licht"]
    (hit,) = four.full_text.search("title:lang")
    assert (hit.passage, hit.highlights) == (None, ())


def test_a_removed_or_edited_article_is_found_as_it_is_now(four: Library) -> None:
    four.articles.remove("3")
    four.articles.trash("4")
    assert ids(four, "huis") == ""
    assert ids(four, "huis in:trash") == "4"
    four.undo()
    assert ids(four, "huis") == "4"


WORDS = {
    "nl": "dienst/diensten huis/huizen grote/groot bedrijf/bedrijven man/mannen mogelijkheid/mogelijkheden "
    "waarschuwt/waarschuwde kondigde/kondigt regering/regeringen foto/fotos reageert/reageerde land/landen "
    "probleem/problemen wonder/wonderen kaartje/kaartjes brits/britse",
    "en": "agency/agencies network/networks warned/warning process/processes vote/voting company/companies "
    "claim/claims deny/denied stop/stopped",
    "de": "behörde/behörden regierung/regierungen groß/große unternehmen/unternehmens minister/ministers brücke/brücken "
    "warnte/warnt straße/straßen",
}


@pytest.mark.parametrize(("language", "pair"), [(one, pair) for one in languages() for pair in WORDS[one].split()])
def test_forms_of_a_word_have_one_stem(language: str, pair: str) -> None:
    one, other = (stem(form, language) for form in pair.split("/"))
    assert one == other


@pytest.mark.parametrize(("one", "other"), [("bom", "boom"), ("man", "maan"), ("rug", "rugzak")])
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(one, "nl") != stem(other, "nl")


@given(st.text(st.characters(max_codepoint=0x24F), max_size=60))
def test_a_word_is_found_under_the_term_it_is_kept_under(text: str) -> None:
    level = aligned(text)
    assert len(level) == len(text)
    kept = set(terms(text).split())
    assert {term_of_aligned(word) for word in WORD.findall(level)} - {"", "s"} <= kept


def test_a_compound_is_found_by_either_part_if_both_are_words_of_the_library(library: Library) -> None:
    words = "stadsbrug brug stad stadion havenpoort haven poort"
    library.articles.add(report("Woorden", words))
    for number, word in enumerate(words.split(), 2):
        library.articles.add(report(f"Artikel {number}", f"Over {word}."))
    library.maintenance.finish_index()
    assert sorted(ids(library, "stad")) == sorted("124")
    assert sorted(ids(library, "brug")) == sorted("123")
    assert sorted(ids(library, "haven")) == sorted("167")
    assert sorted(ids(library, "poort")) == sorted("168")
    assert sorted(ids(library, "brug -stad")) == sorted("23")
    assert sorted(ids(library, "stadion")) == sorted("15")


def test_a_dossier_is_called_by_its_name_or_number(four: Library) -> None:
    four.dossiers.create("Water", ["1"])
    four.dossiers.create("Bouw", ["3", "4"])
    assert ids(four, "dossier:1") == ids(four, "dossier:Water") == "1"
    assert sorted(ids(four, "dossier:2")) == sorted(ids(four, "dossier:Bouw")) == ["3", "4"]
    with pytest.raises(NothingFoundError) as refused:
        four.full_text.search("dossier:3")
    assert refused.value.message == Message.of("library.no-dossier", id="3")


def test_a_date_too_coarse_for_the_filter_is_left_out(four: Library) -> None:
    assert PublicationDate.parse("2020").precision == "year"
    assert "4" not in ids(four, "newer:2020-06")


def test_a_text_is_found_at_once_and_by_other_forms_of_its_words(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.add(report("Huizen", "De huizen staan leeg."))
        assert ids(library, "huizen") == "1"
        assert ids(library, "huis") == "1"


def test_the_vocabulary_is_completed_by_the_next_program(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.articles.add(report("Huizen", "De huizen staan leeg."))
    with Library.open(tmp_path) as library:
        library.maintenance.finish_index()
        with library._database.engine.reading() as snapshot:
            assert snapshot.forms(["huis"]) == {"huis": ["huizen"]}


def test_the_vocabulary_is_updated_in_idle_time(library: Library) -> None:
    with library.transaction(Message.of("library.did.import")):
        for number in range(50):
            library.articles.add(report(f"Huizen {number}", f"In straat {number} staan huizen."))
    library.maintenance.finish_index()
    assert len(library.full_text.search("huis", limit=100)) == 50


def test_an_unfinished_word_is_completed_to_the_shortest_words_and_highlighted(library: Library) -> None:
    words = [f"br{'u' * length}g" for length in range(1, 60)]
    library.articles.add(report("Kort", f"{words[0]} en {words[-1]}."))
    library.articles.add(report("Lang", f"{words[-1]}."))
    library.articles.add(report("Alle", " ".join(words)))
    (alle, kort) = library.full_text.search("br", typing=True)
    assert (alle.record.title, kort.record.title) == ("Alle", "Kort")
    assert [span.of(kort.snippet) for span in kort.highlights] == [words[0], words[-1]]
    assert len(library.full_text.search("br*")) == 3


@pytest.mark.parametrize(
    ("query", "text", "lit"),
    [
        ("cafe", "Het Café’s terras en het café.", ["Café’s", "café"]),
        ('"grote brug"', "De grote, Grote brug; een brug grote", ["Grote", "brug"]),
        ("auto", "auto's, autos en “auto”", ["auto's", "autos", "auto"]),
        ("strasse", "Straße", ["Straße"]),
        ("ca*", "café cabine Occasie", ["café", "cabine"]),
    ],
)
def test_matching_words_are_highlighted(library: Library, query: str, text: str, lit: list[str]) -> None:
    library.articles.add(report("Titel", text))
    (hit,) = library.full_text.search(query)
    assert [span.of(hit.snippet) for span in hit.highlights] == lit


@given(st.text(), st.text(alphabet="aéEß'’ -.\u0301İ가"))
def test_an_aligned_text_is_as_long_as_its_text(one: str, other: str) -> None:
    assert (len(aligned(one)), len(aligned(other))) == (len(one), len(other))
