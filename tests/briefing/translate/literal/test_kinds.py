"""The kinds of sentences that the news is written in, in both directions; each row is a sentence with what must come out."""

import pytest

from briefing.language.tags import Tag
from briefing.translate.literal import LiteralTranslator
from briefing.translate.literal.doubt import bracketed, is_doubtful
from briefing.translate.literal.tree import Clause, Modifier, Noun, Word

ENGINE = LiteralTranslator()


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        ("De bakkerij heeft laten weten dat de oven kapot is.", "The bakery has said that the oven is broken."),
        ("De huurders hebben hun woning moeten verlaten.", "The tenants had to leave their home."),
        (
            "De inspecteur had de kelder eerder kunnen controleren.",
            "The inspector could have checked the basement earlier.",
        ),
        ("De school had de leerlingen moeten waarschuwen.", "The school should have warned the pupils."),
        ("De school zou de ouders hebben moeten waarschuwen.", "The school should have warned the parents."),
        ("De fabriek had nooit mogen openen.", "The factory should never have opened."),
        ("De wethouder heeft niet willen reageren.", "The alderman did not want to respond."),
    ],
)
def test_a_perfect_with_an_infinitive(dutch: str, wanted: str) -> None:
    assert ENGINE.translate([dutch], "nl", "en") == [wanted]


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        ("De boswachter maakte bekend dat de wolf terug is.", "The forest ranger announced that the wolf is back."),
        ("De winkel wijst de klacht af.", "The shop rejects the complaint."),
        ("Gisteren stelde de rechter de zitting uit.", "Yesterday, the judge postponed the session."),
        ("Er werd besloten de markt te verplaatsen.", "It was decided to move the market."),
        (
            "De gemeente houdt er rekening mee dat de kosten stijgen.",
            "The municipality takes into account that the costs rise.",
        ),
        ("De zanger is op 73-jarige leeftijd overleden.", "The singer has died at the age of 73."),
        ("De schilder, die in Assen woont, verkocht de boot.", "The painter, who lives in Assen, sold the boat."),
    ],
)
def test_verbs_in_parts_and_clauses_that_are_announced(dutch: str, wanted: str) -> None:
    assert ENGINE.translate([dutch], "nl", "en") == [wanted]


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        (
            "De brief werd bezorgd via Drachten, een dorp dat groeit.",
            "The letter was delivered via Drachten, a village that grows.",
        ),
        (
            "Ze slapen in een schuur, sommige in oude tenten zonder vloer.",
            "They sleep in a shed, some in old tents without floor.",
        ),
        (
            "De markt ligt in het westen en in het oosten van de stad.",
            "The market is in the west and in the east of the city.",
        ),
        (
            "De bakker zegt dat zijn zoon als kok in Brugge werkt.",
            "The baker says that his son works as cook in Bruges.",
        ),
    ],
)
def test_phrases_keep_together_and_in_their_place(dutch: str, wanted: str) -> None:
    assert ENGINE.translate([dutch], "nl", "en") == [wanted]


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        (
            "De buurman heeft de ladder gepakt en het raam gesloten.",
            "The neighbour has grabbed the ladder and closed the window.",
        ),
        (
            "De tuinman kan het hek schilderen en het gras maaien.",
            "The gardener can paint the fence and mow the grass.",
        ),
        (
            "De vrouw die gisteren is ondervraagd en later vrijgelaten, woont hier.",
            "The woman who was questioned yesterday and released later lives here.",
        ),
        ("De directeur maakte haar vertrek dinsdag bekend.", "The director announced her departure Tuesday."),
        ("De regen maakt de weg gevaarlijk.", "The rain makes the road dangerous."),
        ("De ring maakt het mogelijk dat schepen wachten.", "The ring makes it possible that ships wait."),
        ("Dat is anders.", "That is different."),
        ("Verwacht wordt dat de kosten stijgen.", "It is expected that the costs rise."),
        ("De club heeft gezegd niet te weten of het kan.", "The club has said not to know whether it can."),
        ("Ik zou eerder denken aan een hond.", "I would think earlier of a dog."),
        ("Het lied dat prinses Dora zong, is oud.", "The song that princess Dora sang is old."),
        (
            "Ze vindt de kritiek die ze op de school heeft niet hard.",
            "She does not find the criticism that she has on the school hard.",
        ),
        ("Of de winkel wordt gesloten is onbekend.", "Whether the shop is closed is unknown."),
        ("De ploeg kwam niet verder dan een gelijkspel.", "The team did not come further than a draw."),
        ("Ik zal er altijd voor haar zijn.", "I will always be there for her."),
    ],
)
def test_verbs_that_share_an_auxiliary_and_what_they_say_of_their_object(dutch: str, wanted: str) -> None:
    assert ENGINE.translate([dutch], "nl", "en") == [wanted]


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        ("Niemand weet waarom de boot daar lag.", "No one knows why the boat was moored there."),
        ("De boer vertelde hoe zwaar de oogst was.", "The farmer told how heavy the harvest was."),
        ("Nu het veilig is, gaat de school open.", "Now that it is safe, the school opens."),
        ("Wat heeft de stad geleerd?", "What has the city learned?"),
        (
            "De bond is blij, maar betreurt het dat de markt sluit.",
            "The union is happy, but regrets that the market closes.",
        ),
        ("Nu gaat de school open.", "Now the school opens."),
        ("Dit gebeurt wanneer mensen naar een dorp verhuizen.", "This happens when people move to a village."),
    ],
)
def test_question_words_and_conjunctions_open_clauses(dutch: str, wanted: str) -> None:
    assert ENGINE.translate([dutch], "nl", "en") == [wanted]


@pytest.mark.parametrize(
    ("english", "wanted"),
    [
        ("Four years later a school was built.", "Vier jaar later werd een school gebouwd."),
        ("Since that day, the shop has been empty.", "Sinds die dag is de winkel leeg geweest."),
        ("The thief was arrested, after a chase.", "De dief werd gearresteerd, na een achtervolging."),
        ("Tom's idea that the bridge was safe is wrong.", "Het idee van Tom dat de brug veilig was, is ernaast."),
        (
            "The law that Gov. Lane signed on Dec. 12 is new.",
            "De wet die Gov. Lane op 12 december ondertekende, is nieuw.",
        ),
        ("Mayor Wants To Close Three Schools In March.", "Burgemeester wil drie scholen in maart sluiten."),
        (
            "Ms. Reed, a former teacher at the school, said the roof was unsafe.",
            "Ms. Reed, een voormalige leraar op de school, zei dat het dak onveilig was.",
        ),
        ("The harbour is open, Ada Lane said Monday.", "De haven is open, zei Ada Lane maandag."),
        ("They saw it as the start, not the end.", "Ze zagen het als het begin, niet het eind."),
        ("The bakery declined to comment.", "De bakkerij weigerde te reageren."),
        ("No one was injured in the explosion.", "Niemand werd bij de explosie verwond."),
        ("The two clubs are set to merge.", "De twee clubs zullen fuseren."),
        ("Prices fell amid growing unrest.", "Prijzen daalden te midden van toenemende onrust."),
        ('"The roof is leaking," the tenant said.', '"Het dak lekt," zei de huurder.'),
        ("The bridge is unsafe, a report showed.", "De brug is onveilig, toonde een rapport."),
        ("He is believed to have left the country.", "Hij zou het land hebben verlaten."),
        ("The drug is likely to be banned.", "Het medicijn zal waarschijnlijk worden verboden."),
        ("The president threatened to leave the talks.", "De president dreigde de gesprekken te verlaten."),
        ("The mayor failed to inform the council.", "De burgemeester slaagde er niet in om de raad te informeren."),
        ("The court convicted him of fraud.", "De rechtbank veroordeelde hem wegens fraude."),
    ],
)
def test_what_english_news_says_in_its_ways(english: str, wanted: str) -> None:
    assert ENGINE.translate([english], "en", "nl") == [wanted]


@pytest.mark.parametrize(
    ("english", "wanted"),
    [
        ("Speaking in Geneva, the envoy rejected the offer.", "Sprekend in Genève verwierp de gezant het aanbod."),
        (
            "Having lost the case, the owner sold the farm.",
            "Na de zaak te hebben verloren verkocht de eigenaar de boerderij.",
        ),
        ("Tenants living near the lake complained.", "Huurders die bij het meer woonden, klaagden."),
        (
            "The guard was arrested and charged with theft.",
            "De bewaker werd gearresteerd en wegens diefstal aangeklaagd.",
        ),
        ("The village where the fire started was evacuated.", "Het dorp waar de brand begon, werd geëvacueerd."),
        ("Residents want the council to close the road.", "Inwoners willen dat de raad de weg sluit."),
        (
            "A man accused of stealing boats was released.",
            "Een man die was beschuldigd van het stelen van boten, werd vrijgelaten.",
        ),
    ],
)
def test_participles_and_infinitives_in_dutch_clauses(english: str, wanted: str) -> None:
    assert ENGINE.translate([english], "en", "nl") == [wanted]


def verb(text: str, tag: Tag) -> Word:
    return Word(text, "V", tag=tag)


def test_a_clause_with_two_finite_verbs_is_doubtful() -> None:
    words = [Word("men", "N"), verb("was", Tag.AUXILIARY), verb("went", Tag.FINITE_VERB), Word("home", "W")]
    clause = Clause("main", verbs=words[1:3], subject=Noun(head=words[:1]), middle=[Modifier(words[3:])])
    assert is_doubtful(clause, words)


def test_a_clause_that_leaves_a_finite_verb_over_is_doubtful_and_one_that_takes_all_is_not() -> None:
    words = [Word("men", "N"), verb("was", Tag.AUXILIARY), Word("went", "N", tag=Tag.FINITE_VERB), Word("home", "W")]
    clause = Clause("main", verbs=words[1:2], subject=Noun(head=words[:1]), middle=[Modifier(words[2:])])
    assert is_doubtful(clause, words)
    words[2].tag = Tag.NOUN
    assert not is_doubtful(clause, words)


def test_a_gloss_says_where_it_begins_and_ends() -> None:
    assert bracketed(["de", "man", "ging"]) == ["‹de", "man", "ging›"]


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        (
            "De bakker, een neef van de burgemeester, verkocht de oven.",
            "The baker, a cousin of the mayor, sold the oven.",
        ),
        (
            "Kwadro, maker van fietsen, opent een fabriek in Assen.",
            "Kwadro, maker of bicycles, opens a factory in Assen.",
        ),
        (
            "De politie vond in Assen, zo'n 20 kilometer van de grens, een wapen.",
            "The police found a weapon in Assen, about 20 kilometres of the border.",
        ),
        (
            "Een van de leerlingen, een jongen uit Assen, verliet de school.",
            "One of the pupils, a boy from Assen, left the school.",
        ),
    ],
)
def test_a_noun_phrase_between_commas_says_who_is_meant(dutch: str, wanted: str) -> None:
    assert ENGINE.translate([dutch], "nl", "en") == [wanted]


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        (
            "Hij zag de rook, sloot de deur en belde de brandweer.",
            "He saw the smoke, closed the door and called the fire brigade.",
        ),
        ("Het is onbekend wie de boot gekocht heeft.", "It is unknown who has bought the boat."),
        ("De boot die te koop is, ligt in Urk.", "The boat that is for sale is in Urk."),
        ("Hij zegt dat het boek daar verboden is.", "He says that the book is banned there."),
        (
            "De buren maken zich druk over hoe de straat wordt afgesloten.",
            "The neighbours get worked up about how the street is closed off.",
        ),
        ("De boer heeft drie jaar lang aan de schuur gebouwd.", "The farmer has worked for three years on the shed."),
        ("De zaak heeft niets met de burgemeester te maken.", "The case has nothing to do with the mayor."),
        ("De timmerman heeft zelf een fout gemaakt.", "The carpenter has made a mistake himself."),
        ("De bond herhaalde niet te willen staken.", "The union repeated it did not want to strike."),
        ("Wij kunnen de brand voorkomen.", "We can prevent the fire."),
        ("In het dorp komt de ziekte vaak voor.", "In the village, the disease often occurs."),
        ("Het OM vervolgt de dader.", "The Public Prosecution Service prosecutes the perpetrator."),
        ("De winkels zijn maar twee dagen open.", "The shops are only open two days."),
    ],
)
def test_who_does_what_in_longer_sentences(dutch: str, wanted: str) -> None:
    assert ENGINE.translate([dutch], "nl", "en") == [wanted]


@pytest.mark.parametrize(
    ("dutch", "name"),
    [
        ("Hij werkt voor de stichting Amis des Arbres in Assen.", "Amis des Arbres"),
        ("De spits viel uit in het Europa League-duel.", "Europa League match"),
        ("Volgens Frans is de brug dicht.", "Frans"),
        ("Zij sprak met Jan de Winter over de brug.", "Jan de Winter"),
    ],
)
def test_names_with_words_that_could_be_something_else(dutch: str, name: str) -> None:
    assert name in ENGINE.translate([dutch], "nl", "en")[0]


@pytest.mark.parametrize(
    ("english", "wanted"),
    [
        ("People are waiting outside the station.", "Mensen wachten buiten het station."),
        ("They would like to see the letter.", "Ze willen graag de brief zien."),
        ("The mayor may not be guilty.", "De burgemeester is misschien niet schuldig."),
        ("Farmers are more likely to sell the land.", "Boeren zullen eerder het land verkopen."),
        ("The 2012 election was long.", "De verkiezing van 2012 was lang."),
        ("There are letters in his house that are blank.", "Er zijn brieven die leeg zijn in zijn huis."),
        ("He's shown us the letter.", "Hij heeft ons de brief getoond."),
        ("No, the bridge is old.", "Nee, de brug is oud."),
        ("Prices rose by 12 percent.", "Prijzen stegen met 12 procent."),
        ("The tower was seen as a danger.", "De toren werd als een gevaar gezien."),
        ("OSLO, March 3 (NTB) — The bridge is old.", "OSLO, March 3 (NTB) — De brug is oud."),
    ],
)
def test_frequent_turns_of_english_news(english: str, wanted: str) -> None:
    assert ENGINE.translate([english], "en", "nl") == [wanted]


@pytest.mark.parametrize(
    ("english", "name"),
    [
        ("The Norwegian Medical Association closed the office.", "Norwegian Medical Association"),
        ("New Arvika mayor Anna Vos said nothing.", "New Arvika"),
        ("She told DAILY TODAY that the bridge is closed.", "DAILY TODAY"),
    ],
)
def test_english_names_of_known_words(english: str, name: str) -> None:
    assert name in ENGINE.translate([english], "en", "nl")[0]


@pytest.mark.parametrize(
    ("dutch", "wanted"),
    [
        ("Mocht het regenen, dan gaat de markt niet door.", "If it rains, then the market does not continue."),
        ("Het staat vast dat de brug sluit.", "It is certain that the bridge closes."),
        ("De huizen, gebouwd door een aannemer, worden verkocht.", "The houses, built by a contractor, are sold."),
        ("Hij kán de deur openen.", "He can open the door."),
        ("De winkel werkt op dezelfde manier als vroeger.", "The shop works in the same way as formerly."),
    ],
)
def test_conditions_accents_and_participles_between_commas(dutch: str, wanted: str) -> None:
    assert ENGINE.translate([dutch], "nl", "en") == [wanted]


def test_a_short_rare_noun_without_article_before_the_verb_is_a_surname() -> None:
    assert ENGINE.translate(["Specht heeft de zaak verkocht."], "nl", "en") == ["Specht has sold the case."]
