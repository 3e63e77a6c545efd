"""Through whom a claim reaches the reader, who a source is, and whom a pronoun or a role stands for."""

import pytest

from briefing.article import Language
from tests.briefing.claims.reports import Report, reported


def only(text: str, language: Language = "nl") -> Report:
    found = [report for report in reported(text, language) if report.source]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "via", "root"),
    [
        (
            "De fabriek sluit, vertelt een ingewijde aan persbureau ANP.",
            "een ingewijde",
            ("ANP",),
            "ANP",
        ),
        ('"Het dak lekt", zegt Lotte Bos in de Washington Post.', "Lotte Bos", ("de Washington Post",), "Lotte Bos"),
        (
            "Lotte Bos legde in het NOS Radio 1 Journaal uit dat het dak lekt.",
            "Lotte Bos",
            ("NOS Radio 1 Journaal",),
            "Lotte Bos",
        ),
        ("Lotte Bos schrijft in een mail aan vrienden dat het dak lekt.", "Lotte Bos", (), "Lotte Bos"),
        ('"Het dak lekt", vertelt Lotte Bos aan RTV Noord.', "Lotte Bos", ("RTV Noord",), "Lotte Bos"),
        ("In de Volkskrant zegt Lotte Bos dat het dak lekt.", "Lotte Bos", ("de Volkskrant",), "Lotte Bos"),
        ("Tegen persbureau AFP zei een agent dat het dak lekt.", "een agent", ("AFP",), "AFP"),
        (
            "Lotte Bos zegt in een gesprek met Vrij Nederland dat het dak lekt.",
            "Lotte Bos",
            ("Vrij Nederland",),
            "Lotte Bos",
        ),
        ('"Het dak lekt", schrijft Lotte Bos in een stuk op de BBC.', "Lotte Bos", ("de BBC",), "Lotte Bos"),
        ('"Het dak lekt", zegt Lotte Bos bij WNL.', "Lotte Bos", ("WNL",), "Lotte Bos"),
        ("Lotte Bos zegt in Assen dat het dak lekt.", "Lotte Bos", (), "Lotte Bos"),
        ("Volgens bronnen van Reuters sluit de fabriek.", "bronnen van Reuters", (), "Reuters"),
        (
            "De fabriek sluit, meldde persbureau Reuters op basis van anonieme bronnen.",
            "persbureau Reuters",
            (),
            "Reuters",
        ),
        (
            "De fabriek sluit, schrijft De Dag op gezag van minister Anna Smit.",
            "De Dag",
            (),
            "Anna Smit",
        ),
        ("Krant De Dag schrijft dat de minister zegt dat de fabriek sluit.", "de minister", ("De Dag",), "De Dag"),
        (
            "De fabriek sluit, zegt directeur Jan Smit tegen de krant De Dag.",
            "directeur Jan Smit",
            ("De Dag",),
            "Jan Smit",
        ),
        ("De fabriek sluit, zegt een ingewijde.", "een ingewijde", (), "een ingewijde"),
        ("Nokia zegt dat de fabriek sluit.", "Nokia", (), "Nokia"),
    ],
)
def test_the_chain_runs_from_the_article_to_the_origin(text: str, source: str, via: tuple[str, ...], root: str) -> None:
    found = only(text)
    assert (found.source, found.claim.via, found.claim.root) == (source, via, root)


def test_who_passes_a_claim_on_makes_none_of_his_own() -> None:
    found = only("Krant De Dag schrijft dat de minister zegt dat de fabriek sluit.")
    assert found.content == "de fabriek sluit"


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Jan Smit zegt dat het regent.", "nl", "person"),
        ("Minister Smit zegt dat het regent.", "nl", "person"),
        ("Een woordvoerster zegt dat het regent.", "nl", "person"),
        ("Hij zegt dat het regent.", "nl", "person"),
        ("Persbureau Reuters meldt dat het regent.", "nl", "organisation"),
        ("De Britse overheid zegt dat het regent.", "nl", "organisation"),
        ("Nokia zegt dat het regent.", "nl", "organisation"),
        ("Een ingewijde zegt dat het regent.", "nl", "anonymous"),
        ("Anonieme bronnen zeggen dat het regent.", "nl", "anonymous"),
        ("Volgens het rapport regent het.", "nl", "document"),
        ("Uit cijfers van het bureau blijkt dat het regent.", "nl", "document"),
        ("Deskundigen zeggen dat het regent.", "nl", "group"),
        ("Ik denk dat het regent.", "nl", "author"),
        ("Ann Smith says that it rains.", "en", "person"),
        ("Sources say that it rains.", "en", "anonymous"),
        ("The report says that it rains.", "en", "document"),
        ("Critics say that it rains.", "en", "group"),
        ("The company says that it rains.", "en", "organisation"),
    ],
)
def test_a_source_is_of_a_kind(text: str, language: Language, kind: str) -> None:
    source = only(text, language).claim.source
    assert source
    assert source.kind == kind


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Minister Jan Smit zegt dat het regent. Hij verwacht dat het stopt.", "nl", "Jan Smit"),
        ("Minister Jan Smit zegt dat het regent. Smit verwacht dat het stopt.", "nl", "Jan Smit"),
        ("Minister Jan Smit zegt dat het regent. De bewindsman verwacht dat het stopt.", "nl", "Jan Smit"),
        ("Nokia sluit een fabriek. Het bedrijf zegt dat het personeel blijft.", "nl", "Nokia"),
        ("Wethouder Anna van der Berg zegt dat het regent. Zij denkt dat het stopt.", "nl", "Anna van der Berg"),
        ("President Ann Smith said that it rains. She added that it will stop.", "en", "Ann Smith"),
        ("Nokia closes a plant. The company said that the staff will stay.", "en", "Nokia"),
        ("Nokia koopt veel van Philips. Het bedrijf zegt dat het tevreden is.", "nl", "Nokia"),
        ("Vakbond FNV staakt. De vakbond zegt dat het loon laag is.", "nl", "FNV"),
        ("NS-topman Hans Dijk vertrekt. De topman zegt dat hij moe is.", "nl", "Hans Dijk"),
        ("Anna Smit, burgemeester van Gent, vertrekt. De burgemeester zegt dat ze moe is.", "nl", "Anna Smit"),
        ("De Universiteit Utrecht sluit. De universiteit zegt dat het moet.", "nl", "Universiteit Utrecht"),
        ("Prime Minister Ann Smith left. The minister said that it rains.", "en", "Ann Smith"),
        ("The Bank of England met. The bank said that prices would fall.", "en", "Bank of England"),
        ("The Justice Department sued. The department said that it would win.", "en", "Justice Department"),
    ],
)
def test_a_pronoun_or_a_role_stands_for_who_was_named_before(text: str, language: Language, name: str) -> None:
    last = [report for report in reported(text, language) if report.source][-1].claim.source
    assert last
    assert last.name == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Minister Jan Smit sprak met minister Piet Bos. De minister zegt dat het regent.", "De minister"),
        ("Er is ruzie tussen Nokia en Philips. Het bedrijf zegt dat het regent.", "Het bedrijf"),
        ("Persbureau Reuters meldt het nieuws uit Amerika. Het bedrijf zegt dat het regent.", "Het bedrijf"),
    ],
)
def test_a_role_that_two_may_have_stands_for_neither(text: str, words: str) -> None:
    last = [report for report in reported(text, "nl") if report.source][-1].claim.source
    assert last
    assert last.name == words


@pytest.mark.parametrize(
    "text", ["Hij zegt dat het regent.", "Het bedrijf zegt dat het regent.", "De regering zegt dat het regent."]
)
def test_what_nobody_was_named_for_keeps_its_own_words(text: str) -> None:
    found = only(text)
    assert found.claim.source
    assert found.claim.source.name == found.source


def test_a_sentence_that_takes_up_the_one_before_tells_who_said_it() -> None:
    found = only("De fabriek sluit in mei. Dat meldt persbureau Reuters vrijdag.")
    assert (found.source, found.cue, found.content) == ("persbureau Reuters", "meldt", "De fabriek sluit in mei")


def test_a_quotation_that_goes_on_after_its_tag_is_a_claim_with_the_same_source() -> None:
    first, second = reported('"Het regent hard", zegt Jan Smit. "Het houdt vast niet op vandaag."', "nl")
    assert (first.source, first.cue) == ("Jan Smit", "zegt")
    assert (second.source, second.cue, second.content) == ("Jan Smit", None, "Het houdt vast niet op vandaag")
    assert second.claim.quotation == "direct"


def test_a_quotation_over_two_paragraphs_keeps_its_source() -> None:
    text = 'Jan Smit zegt: "Het regent vandaag heel hard.\n\n"Het houdt vandaag vast niet op."'
    found = [report for report in reported(text, "nl") if report.source]
    assert {report.source for report in found} == {"Jan Smit"}
    assert found[-1].content == "Het houdt vandaag vast niet op"


@pytest.mark.parametrize(
    ("text", "via", "root"),
    [
        ("Der Laden bleibt zu, sagte Bäcker Uwe Holm der „Rheinischen Post“.", ("Rheinischen Post",), "Uwe Holm"),
        ("„Wir warten ab“, sagte Uwe Holm der dpa.", ("dpa",), "Uwe Holm"),
        ("„Wir warten ab“, sagte Uwe Holm der Deutschen Presse-Agentur.", ("Deutschen Presse-Agentur",), "Uwe Holm"),
        ("Die dpa meldet unter Berufung auf die Polizei, dass der Hof brennt.", (), "die Polizei"),
        ("Reuters meldete unter Berufung auf Landrat Olaf Wirth, dass der Hof brennt.", (), "Olaf Wirth"),
    ],
)
def test_a_german_chain_has_the_medium_and_the_origin(text: str, via: tuple[str, ...], root: str) -> None:
    claim = only(text, "de").claim
    assert (claim.via, claim.root) == (via, root)
