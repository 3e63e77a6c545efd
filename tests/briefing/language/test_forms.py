"""The inflected forms of the data and of the rules: those that are hard to spell, and every verb that attributes."""

import pytest

from briefing.language.dictionary import lines_of, parse
from briefing.language.en import morphology as english
from briefing.language.languages import read_table
from briefing.language.nl import morphology as dutch

ENGLISH_VERBS = """
blog blogs blogged blogged blogging | echo echoes echoed echoed echoing | extol extols extolled extolled extolling
rebut rebuts rebutted rebutted rebutting | concur concurs concurred concurred concurring | worry worries worried worried worrying
guess guesses guessed guessed guessing | quiz quizzes quizzed quizzed quizzing | panic panics panicked panicked panicking
tie ties tied tied tying | agree agrees agreed agreed agreeing | visit visits visited visited visiting
offer offers offered offered offering | profit profits profited profited profiting | refer refers referred referred referring
obey obeys obeyed obeyed obeying | stress stresses stressed stressed stressing | hush hushes hushed hushed hushing
vow vows vowed vowed vowing | fix fixes fixed fixed fixing | develop develops developed developed developing
veto vetoes vetoed vetoed vetoing | radio radios radioed radioed radioing | queue queues queued queued queuing
say says said said saying | write writes wrote written writing | forget forgets forgot forgotten forgetting
"""
ENGLISH_PLURALS = """
worry worries | guess guesses | echo echoes | photo photos | monkey monkeys | wish wishes | box boxes | crisis crises
leaf leaves | roof roofs | belief beliefs | church churches | hero heroes | bus buses | quiz quizzes | series series
"""
DUTCH_VERBS = """
voeren voer voert voeren voerde voerden gevoerd
hameren hamer hamert hameren hamerde hamerden gehamerd
opperen opper oppert opperen opperde opperden geopperd
eisen eis eist eisen eiste eisten geëist
impliceren impliceer impliceert impliceren impliceerde impliceerden geïmpliceerd
oordelen oordeel oordeelt oordelen oordeelde oordeelden geoordeeld
waarschuwen waarschuw waarschuwt waarschuwen waarschuwde waarschuwden gewaarschuwd
reizen reis reist reizen reisde reisden gereisd
loven loof looft loven loofde loofden geloofd
wedden wed wedt wedden wedde wedden gewed
praten praat praat praten praatte praatten gepraat
zinspelen zinspeel zinspeelt zinspelen zinspeelde zinspeelden gezinspeeld
ergeren erger ergert ergeren ergerde ergerden geërgerd
erkennen erken erkent erkennen erkende erkenden erkend
voorspellen voorspel voorspelt voorspellen voorspelde voorspelden voorspeld
weerleggen weerleg weerlegt weerleggen weerlegde weerlegden weerlegd
appen app appt appen appte appten geappt
fluisteren fluister fluistert fluisteren fluisterde fluisterden gefluisterd
reageren reageer reageert reageren reageerde reageerden gereageerd
handelen handel handelt handelen handelde handelden gehandeld
antwoorden antwoord antwoordt antwoorden antwoordde antwoordden geantwoord
herinneren herinner herinnert herinneren herinnerde herinnerden herinnerd
mopperen mopper moppert mopperen mopperde mopperden gemopperd
"""
DERIVED = "zweren werpen dragen bijten verwijten gebieden weerspreken onderschrijven omschrijven vernemen"
STRONG = {entry.base for _, entry in parse(lines_of("nl", "verbs")) if entry.forms}.union(DERIVED.split())
AMERICAN = {"signal", "label"}


def rows(listed: str) -> list[list[str]]:
    return [row.split() for row in listed.replace("|", "\n").splitlines() if row.strip()]


@pytest.mark.parametrize("row", rows(ENGLISH_VERBS), ids=lambda row: str(row[0]))
def test_english_verbs_double_and_change_before_their_endings(row: list[str]) -> None:
    assert [row[0], *english.verb(row[0])] == row


@pytest.mark.parametrize(("singular", "plural"), rows(ENGLISH_PLURALS))
def test_english_plurals_change_before_their_ending(singular: str, plural: str) -> None:
    assert english.plural(singular) == plural


@pytest.mark.parametrize("row", rows(DUTCH_VERBS), ids=lambda row: str(row[0]))
def test_dutch_verbs_are_spelt_by_the_rules(row: list[str]) -> None:
    assert [row[0], *dutch.conjugation(row[0])] == row


def listed_verbs(language: str) -> list[tuple[list[str], str]]:
    """The forms and the particle of each verb that attributes, as the data have them."""
    found = []
    for kind, text in read_table(language, "cues")["verbs"].items():
        for line in text.strip().splitlines() if kind != "columns" else ():
            forms, _, particle = line.partition(" : ")[0].partition(" + ")
            found.append((forms.split(), particle.strip()))
    return found


@pytest.mark.parametrize("forms", [forms for forms, _ in listed_verbs("en")], ids=lambda forms: " ".join(forms[:2]))
def test_each_listed_english_verb_has_the_forms_of_the_rules(forms: list[str]) -> None:
    base = forms[0]
    if base == "_" or base in AMERICAN:
        return
    wrong = [
        (given, form)
        for given, form in zip(forms, [base, *english.verb(base)], strict=True)
        if given not in {"_", form}
    ]
    assert wrong == []


@pytest.mark.parametrize(("forms", "particle"), listed_verbs("nl"), ids=lambda one: str(one[0]) if one else "")
def test_each_listed_dutch_verb_has_the_forms_of_the_rules_unless_it_is_strong(forms: list[str], particle: str) -> None:
    base = forms[0]
    bare = base.removeprefix("be").removeprefix("ver").removeprefix("ge")
    if {base, bare, particle + base} & STRONG:
        return
    first, third, _, past, pasts, participle = dutch.conjugation(base)
    expected = [base, first, third, past, pasts, participle]
    wrong = [
        (given, form) for given, form in zip(forms, expected, strict=True) if given not in {"_", form, particle + form}
    ]
    assert wrong == []
