"""Who says what: source, cue and content of one sentence at a time."""

import pytest

from briefing.article import Language
from tests.briefing.claims.reports import reported

DUTCH = [
    # A verb with a complement clause, its subject before it, after it, or shared with an earlier verb.
    ("De minister zegt dat de weg dicht blijft.", "De minister", "zegt", "de weg dicht blijft"),
    ("Gisteren zei de minister dat de weg dicht blijft.", "de minister", "zei", "de weg dicht blijft"),
    ("Ook ontkent Nokia dat Polen meedoet.", "Nokia", "ontkent", "Polen meedoet"),
    ("In een brief schrijft het kabinet dat de weg dicht blijft.", "het kabinet", "schrijft", "de weg dicht blijft"),
    ("De minister heeft dinsdag gezegd dat de weg dicht blijft.", "De minister", "gezegd", "de weg dicht blijft"),
    ("Jansen kwam laat aan en zei dat de trein stilstond.", "Jansen", "zei", "de trein stilstond"),
    (
        "Jan Smit, hoogleraar in Gent, zegt dat de prijs stijgt.",
        "Jan Smit, hoogleraar in Gent",
        "zegt",
        "de prijs stijgt",
    ),
    (
        "De bank, die de cijfers vrijdag vrijgaf, verwacht dat de winst daalt.",
        "De bank, die de cijfers vrijdag vrijgaf",
        "verwacht",
        "de winst daalt",
    ),
    (
        "Winkeliers, bakkers en slagers klagen dat de huur te hoog is.",
        "Winkeliers, bakkers en slagers",
        "klagen",
        "de huur te hoog is",
    ),
    ("Een vrouw die zegt dat zij alles zag, werd gehoord.", "die", "zegt", "zij alles zag"),
    ("De minister vraagt zich af waarom de brug dicht is.", "De minister", "vraagt ... af", "waarom de brug dicht is"),
    (
        "Jansens woordvoerder Piet Smit meldt dat de weg dicht is.",
        "Jansens woordvoerder Piet Smit",
        "meldt",
        "de weg dicht is",
    ),
    (
        "Reisbureau Zon (Strand, Zee) zei dat de vlucht uitviel.",
        "Reisbureau Zon (Strand, Zee)",
        "zei",
        "de vlucht uitviel",
    ),
    ("Betrouwbare bronnen zeggen dat de baas vertrekt.", "Betrouwbare bronnen", "zeggen", "de baas vertrekt"),
    ("Sommige geleerden denken dat de munt vals is.", "Sommige geleerden", "denken", "de munt vals is"),
    ("Daarna zweeg Smit en beloofde de bank meer te doen.", "de bank", "beloofde", "meer te doen"),
    ("Toen kwam Smit en zei dat hij wegging.", "Smit", "zei", "hij wegging"),
    ("Ze vindt het jammer dat de weg dicht is.", "Ze", "vindt", "het jammer dat de weg dicht is"),
    ("Minister Anna de Vries meldt dat de weg dicht is.", "Minister Anna de Vries", "meldt", "de weg dicht is"),
    ("Topman Ben van Dam zegt dat de weg dicht is.", "Topman Ben van Dam", "zegt", "de weg dicht is"),
    # Separable verbs and fixed pairs.
    ("De fabriek laat weten dat niemand gewond is.", "De fabriek", "laat weten", "niemand gewond is"),
    ("De partij kondigt aan dat zij tegen stemt.", "De partij", "kondigt aan", "zij tegen stemt"),
    (
        "Het bedrijf liet vrijdag weten te stoppen met de bouw.",
        "Het bedrijf",
        "liet ... weten",
        "te stoppen met de bouw",
    ),
    ("Smit geeft toe dat hij de brief las.", "Smit", "geeft toe", "hij de brief las"),
    # An infinitive as content.
    ("De wethouder belooft de straat te vegen.", "De wethouder", "belooft", "de straat te vegen"),
    ("Smit zegt niets van de brief te weten.", "Smit", "zegt", "niets van de brief te weten"),
    # Tags and inversions.
    ("De brug gaat dicht, meldt de gemeente.", "de gemeente", "meldt", "De brug gaat dicht"),
    ("De brug gaat dicht, zo meldt de gemeente vrijdag.", "de gemeente", "meldt", "De brug gaat dicht"),
    ("De brug gaat dicht, aldus de gemeente.", "de gemeente", "aldus", "De brug gaat dicht"),
    ('"De brug gaat dicht", zegt wethouder Anna Smit.', "wethouder Anna Smit", "zegt", "De brug gaat dicht"),
    ('"De brug", zegt Smit, "gaat morgen dicht."', "Smit", "zegt", "De brug ... gaat morgen dicht"),
    (",,De brug gaat dicht'', zegt Smit.", "Smit", "zegt", "De brug gaat dicht"),
    ("'De brug gaat morgen dicht', zegt Smit.", "Smit", "zegt", "De brug gaat morgen dicht"),
    # A colon.
    ('Smit zegt: "De brug gaat dicht."', "Smit", "zegt", "De brug gaat dicht."),
    ("Smit zei het zo: de brug gaat dicht.", "Smit", "zei", "de brug gaat dicht"),
    ('Smit: "De brug gaat morgen dicht."', "Smit", ":", "De brug gaat morgen dicht"),
    # Prepositions.
    ("Volgens de politie reed de man te hard.", "de politie", "Volgens", "reed de man te hard"),
    ("De man reed volgens de politie te hard.", "de politie", "volgens", "De man reed ... te hard"),
    ("De man reed te hard, volgens de politie.", "de politie", "volgens", "De man reed te hard"),
    (
        "Volgens een rapport van de Rekenkamer is het geld op.",
        "een rapport van de Rekenkamer",
        "Volgens",
        "is het geld op",
    ),
    # Nouns.
    ("Er gaat een gerucht dat de baas vertrekt.", None, "gerucht", "de baas vertrekt"),
    ("De angst dat het water stijgt, is groot.", None, "angst", "het water stijgt"),
    # Passives.
    ("Er wordt gezegd dat de baas vertrekt.", None, "wordt gezegd", "de baas vertrekt"),
    # What a source does not confirm, and what it calls something.
    (
        "De woordvoerder wil niet bevestigen dat de baas vertrekt.",
        "De woordvoerder",
        "wil niet bevestigen",
        "de baas vertrekt",
    ),
    ("Smit noemt het plan een ramp.", "Smit", "noemt", "het plan een ramp"),
    ("De rechter sprak van een ernstig feit.", "De rechter", "sprak van", "een ernstig feit"),
]

ENGLISH = [
    ("The minister said that the road is closed.", "The minister", "said", "the road is closed"),
    ("The minister said the road is closed.", "The minister", "said", "the road is closed"),
    ("The minister told reporters that the road is closed.", "The minister", "told", "the road is closed"),
    ("On Monday the minister said the road is closed.", "the minister", "said", "the road is closed"),
    ("The minister arrived late and said the road is closed.", "The minister", "said", "the road is closed"),
    (
        "Ann Smith, a professor at Ghent, says prices will rise.",
        "Ann Smith, a professor at Ghent",
        "says",
        "prices will rise",
    ),
    (
        "A spokesman for the bank has said that nobody was hurt.",
        "A spokesman for the bank",
        "has said",
        "nobody was hurt",
    ),
    ("The bank did well, Smith said.", "Smith", "said", "The bank did well"),
    ('"The bank did well," Smith said.', "Smith", "said", "The bank did well"),
    (
        '"The bank did well," said Ann Smith, a trader in Paris.',
        "Ann Smith, a trader in Paris",
        "said",
        "The bank did well",
    ),
    ('"The bank," Smith said, "did very well."', "Smith", "said", "The bank ... did very well"),
    ("“The bank did well,” she added.", "she", "added", "The bank did well"),
    ('Smith said: "The bank did well."', "Smith", "said", "The bank did well."),
    (
        'Smith called the plan "a disaster for the whole region".',
        "Smith",
        "called",
        'the plan "a disaster for the whole region"',
    ),
    ("According to the police, the man drove too fast.", "the police", "According to", "the man drove too fast"),
    ("The man drove too fast, according to the police.", "the police", "according to", "The man drove too fast"),
    (
        "According to the police, the driver, who was drunk, drove too fast.",
        "the police",
        "According to",
        "the driver, who was drunk, drove too fast",
    ),
    ("The minister said they're ready.", "The minister", "said", "they're ready"),
    ("The minister said no road was closed.", "The minister", "said", "no road was closed"),
    ("“It was the best day of all.” ― Ann Smith", "Ann Smith", "―", "It was the best day of all"),
    ("No one expects that the road will close.", "No one", "expects", "the road will close"),
    ("The company denied that it had lied.", "The company", "denied", "it had lied"),
    ("The mayor promised to sweep the street.", "The mayor", "promised", "to sweep the street"),
    ("The claim that the bank is broke was withdrawn.", None, "claim", "the bank is broke"),
    ("She was late, saying the train had stopped.", "She", "saying", "the train had stopped"),
    ("The people, who said they were tired, went home.", "who", "said", "they were tired"),
    ("The bank reportedly left London.", None, "reportedly", "The bank reportedly left London"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content"), DUTCH, ids=[row[0][:45] for row in DUTCH])
def test_a_dutch_attribution_has_its_parts(text: str, source: str | None, cue: str, content: str) -> None:
    assert (source, cue, content) in [(found.source, found.cue, found.content) for found in reported(text, "nl")]


@pytest.mark.parametrize(("text", "source", "cue", "content"), ENGLISH, ids=[row[0][:45] for row in ENGLISH])
def test_an_english_attribution_has_its_parts(text: str, source: str | None, cue: str, content: str) -> None:
    assert (source, cue, content) in [(found.source, found.cue, found.content) for found in reported(text, "en")]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Alles verloopt volgens plan.", "nl"),
        ("De bouw verloopt volgens schema.", "nl"),
        ("Hij is vrij, dat wil zeggen dat hij mag gaan.", "nl"),
        ("Zonder steun zou het bedrijf omvallen.", "nl"),
        ("De minister wilde niet reageren.", "nl"),
        ('De "beste" bakker van het land opent een winkel.', "nl"),
        ("Hij wist de trein te halen.", "nl"),
        ("Of de brug open gaat, is onduidelijk.", "nl"),
        ("De man die het huis kocht, woont er nu.", "nl"),
        ("Dat wil niet zeggen dat de brug dicht is.", "nl"),
        ("De koe leed aan de ziekte van Bang of mond-en-klauwzeer.", "nl"),
        ("De dieren staan in een stal waar ze voer te eten krijgen.", "nl"),
        ("The mayor declined to say how much it costs.", "en"),
        ("The new tool shows promise.", "en"),
        ('The so-called "experts" went home.', "en"),
        ("The minister declined to comment.", "en"),
        ("The states of the union met in May.", "en"),
        ("All told, five people left.", "en"),
    ],
)
def test_what_is_no_attribution_is_not_marked_as_one(text: str, language: Language) -> None:
    assert [found for found in reported(text, language) if found.source or found.cue] == []


@pytest.mark.parametrize(
    "text", ["De minister wilde niet zeggen of hij vertrekt.", "Het bedrijf wilde niet bevestigen noch ontkennen."]
)
def test_a_refusal_has_no_content(text: str) -> None:
    assert [found for found in reported(text, "nl") if found.source] == []
