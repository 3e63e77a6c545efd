from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Language, laid_out
from briefing.language.languages import languages
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


@pytest.mark.parametrize(
    "marked",
    [
        # titles, initials and names with particles
        "Volgens prof. dr. H. de Wit is dat zo. | Hij werkt in Gent.",
        "Zij sprak met mr. Van Loon en ir. Op den Velde. | Daarna ging ze.",
        "De aanklager eist celstraf voor Kees B. | De rechter beslist later.",
        "Minister A. De Boever kwam niet. | Zijn collega wel.",
        # abbreviations inside a sentence, and at its end
        "Het gaat o.a. De Panne aan, d.w.z. Vlaanderen. | Meer niet.",
        "De raad besluit m.b.t. de haven op 4 mrt. a.s. | Dan volgt uitleg.",
        "Er kwamen honden, katten, enz. | Burgemeester Kok was blij.",
        "Het kost 3 mln. euro. | Dat is veel.",
        "Zie art. 12 en blz. 4. | Meer staat er niet.",
        "Het duurt 10 min. | De trein wacht.",
        "Zij woont op Dorpsstraat 12a, 1234 AB Lochem. | Hij niet.",
        # words with a full stop inside, addresses
        "Dat meldt Weer.nl op gezag van sp.a Gent. | Niemand reageerde.",
        "Meer staat op www.voorbeeld.nl. | Daar is ook een kaart.",
        "Mail naar p.jansen@voorbeeld.nl. | Bellen kan ook.",
        # letters that are no initials
        "Het werd 31 °C. | Het KNMI waarschuwt.",
        "De raad koos voor plan B. | Wethouder Smits was tegen.",
        "Daarin zit vitamine D. | Artsen raden het aan.",
        # ellipses
        "Hij twijfelde . . . en ging toch. | Zij niet.",
        "“Ik weet het niet...” | De zaal was stil.",
        "Niemand zei iets. | ...en toen begon het.",
        "Zij las: “De brug [...] is dicht.” | Dat klopt.",
        # lists
        "1. Breng water mee. | 2. Blijf rustig.",
        "a) de haven | b) de brug",
        # marks in a row, spelling of the seventies
        "Echt waar?! | Ja.",
        ",,Ik kom niet'', zei de premier. | Het kabinet zweeg.",
    ],
)
def test_hard_dutch_sentences_end_at_the_bar(marked: str) -> None:
    text = marked.replace("| ", "")
    assert " | ".join(span.of(text) for span in split(text, "nl")) == marked


@pytest.mark.parametrize(
    "marked",
    [
        "Climbers on Mt. Hood met Dr. J. van Dyke. | He was fine.",
        "The exhibit hangs beside annex C. | Curators moved it.",
        "It was you and I. | Do you recall Peter I. Marsh?",
        "She said no. | The board agreed.",
        "See p. 12, no. 4 and fig. 3. | It is there.",
        "The house on Elm St. is hers. | He lives on Oak St. | The rest moved.",
        "They moved from Salem, Mass. | The firm stayed.",
        "She will miss. | They wash. | It is an ill omen.",
        "It opened on Jan. 5 and closed on 3 Feb. | It is empty.",
        "Write to a.lane@example.com. | She answers.",
        "The temperature reached 40 °C. | The mayor opened the pools.",
        "It works at 12 V. | The rest is cold.",
        "He holds a Ph.D. from Leeds. | She has one too.",
        "1) Bring water | 2) Stay calm",
        "“The roof [...] fell in” (Lane 3). | Nobody was hurt.",
        "THE BRIDGE IS SHUT. | THE MAYOR SAID SO.",
    ],
)
def test_hard_english_sentences_end_at_the_bar(marked: str) -> None:
    text = marked.replace("| ", "")
    assert " | ".join(span.of(text) for span in split(text, "en")) == marked


def test_a_heading_is_one_sentence_and_offsets_count_in_the_article() -> None:
    parts: list[tuple[str, Literal["heading", "body"]]] = [
        ("Wat nu? Niets. ", "heading"),
        ("Eerst dit. Dan dat.", "body"),
    ]
    article = Article("1", "Titel", "nl", laid_out(parts))
    found = sentences_of(article)
    assert [(s.text, s.paragraph) for s in found] == [("Wat nu? Niets. ", 0), ("Eerst dit.", 1), ("Dan dat.", 1)]
    assert all(article.text[s.start : s.end] == s.text for s in found)


@given(st.text(), st.sampled_from(languages()))
def test_sentences_leave_out_nothing_but_white_space(text: str, language: Language) -> None:
    spans = split(text, language)
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(spans))
