"""What no summary leaves out: the news first, the dead and hurt, a denial, a decision; and what makes room for it."""

import pytest

from briefing.ingest.text import article_of
from briefing.summary import summarise

NL = """Een trein is bij Oosterend uit de rails gelopen door een gebroken spoorstaaf.

De trein reed van Veldam naar Dorum en was bijna leeg.
Het spoor ligt sinds de zomer open voor onderhoud. De werken duren nog tot het voorjaar.

{}

De vervoerder heeft een regeling voor reizigers.
Formulieren liggen op elk groot station klaar.
Reizigers vullen deze week een formulier in op het station. Een loket in Dorum neemt de formulieren aan."""
EN = """A train has left the rails near Easton because of a broken rail.

The train went from Veldam to Dorum and was almost empty.
The track has been open for repairs since the summer. The works last until spring.

{}

The carrier has a scheme for travellers.
Forms are ready at every large station. Travellers fill in a form at the station this week. A desk in Dorum takes in the forms."""


def chosen(text: str, sentence: str) -> str:
    article = article_of(text.format(sentence), name="x")
    return " ".join(one.text for one in summarise([article], sentences=3).sentences)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (NL, "Bij het ongeluk kwamen twee reizigers om het leven en raakten er zeven gewond."),
        (NL, "De machinist is in de trein overleden aan zijn verwondingen."),
        (NL, "Spoorbouwer Rinkel ontkent dat hij de staaf verkeerd heeft gelast."),
        (NL, "Spoorbouwer Rinkel zegt dat hij niet nalatig is geweest bij het lassen."),
        (EN, "Two travellers were killed and seven were injured in the accident."),
        (EN, "The driver died in the train of a wound in the chest."),
        (EN, "Track builder Rinkel denies that it welded the rail badly."),
        (EN, "Track builder Rinkel says that it was not negligent in welding."),
    ],
)
def test_harm_and_denials_go_before_procedure(text: str, sentence: str) -> None:
    assert sentence in chosen(text, sentence)


@pytest.mark.parametrize(("text", "opening"), [(NL, "Een trein is bij Oosterend"), (EN, "A train has left")])
def test_the_news_comes_first(text: str, opening: str) -> None:
    assert chosen(text, "").startswith(opening)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (NL, "De inspectie besloot volgens directeur Anke Laan dat het spoor dicht blijft tot de herfst."),
        (EN, "The inspectorate decided that the track stays shut until autumn, director Anke Laan said."),
    ],
)
def test_a_decision_with_who_tells_of_it_goes_before_procedure(text: str, sentence: str) -> None:
    assert sentence in chosen(text, sentence)
