"""The dictionary's files are sound, and a word form finds its lemma."""

from collections import Counter

import pytest

from briefing.language.dictionary import FILES, PARTS_OF_SPEECH, dictionary, lines_of, parse, table
from briefing.language.en import morphology as english
from briefing.language.nl import morphology as dutch

ENTRIES = {name: [entry for _, entry in parse(lines_of("nl", name))] for name in FILES}
FLAGS = {"zijn", "zijn/hebben", "zich"}


def test_it_holds_at_least_nine_thousand_lemmas() -> None:
    assert len({entry.lemma for entries in ENTRIES.values() for entry in entries}) >= 9_000


@pytest.mark.parametrize("name", FILES)
def test_no_entry_stands_twice(name: str) -> None:
    counted = Counter((e.lemma, e.particle, e.pos, e.forms[:1] if e.pos == "n" else ()) for e in ENTRIES[name])
    assert [key for key, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("name", FILES)
def test_every_entry_has_a_known_part_of_speech_and_english_words(name: str) -> None:
    wrong = [
        e
        for e in ENTRIES[name]
        if e.pos not in PARTS_OF_SPEECH or not all(s.english.strip() == s.english != "" for s in e.senses)
    ]
    assert wrong == []
    assert [e for e in ENTRIES[name] if len(e.senses) > 5] == []


def test_every_noun_has_an_article_and_a_plural_or_none() -> None:
    def sound(forms: tuple[str, ...]) -> bool:
        return forms == ("pl",) or (len(forms) == 2 and forms[0] in {"de", "het", "de/het"} and bool(forms[1]))

    assert [e for e in ENTRIES["nouns"] if not sound(e.forms)] == []


def test_every_verb_inflects() -> None:
    for entry in ENTRIES["verbs"]:
        assert len(entry.forms) in {0, 3}, entry
        assert set(entry.flags) <= FLAGS, entry
        assert entry.base.endswith("n"), entry
        assert all(dutch.conjugation(entry.base)), entry


def test_forms_of_separable_verbs_are_written_with_the_particle_behind() -> None:
    wrong = [e for e in ENTRIES["verbs"] if e.particle and e.forms and not e.forms[0].endswith(" " + e.particle)]
    assert wrong == []


def test_adjectives_are_regular_or_have_two_grades_or_no_ending() -> None:
    assert [e for e in ENTRIES["adjectives"] if e.forms not in {(), ("-",)} and len(e.forms) != 2] == []


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "name"),
    [
        ("kinderen", "kind", "n", "pl"),
        ("risico's", "risico", "n", "pl"),
        ("ziekten", "ziekte", "n", "pl"),
        ("ziektes", "ziekte", "n", "pl"),
        ("kondigde", "kondigen", "v", "past"),
        ("aangekondigd", "aankondigen", "v", "part"),
        ("aankomt", "aankomen", "v", "3"),
        ("verhuisde", "verhuizen", "v", "past"),
        ("kwam", "komen", "v", "past"),
        ("gewerkt", "werken", "v", "part"),
        ("bewaakte", "bewaken", "v", "part.e"),
        ("verkochte", "verkopen", "v", "part.e"),
        ("varieert", "variëren", "v", "3"),
        ("creëert", "creëren", "v", "3"),
        ("tegengewerkt", "tegenwerken", "v", "part"),
        ("gerustgesteld", "geruststellen", "v", "part"),
        ("verwacht", "verwachten", "v", "part"),
        ("grote", "groot", "a", "e"),
        ("boze", "boos", "a", "e"),
        ("strengere", "streng", "a", "comp"),
        ("beste", "goed", "a", "sup"),
        ("financiële", "financieel", "a", "e"),
    ],
)
def test_a_form_finds_its_lemma(form: str, lemma: str, pos: str, name: str) -> None:
    assert (lemma, pos, name) in {(r.entry.lemma, r.entry.pos, r.form) for r in dictionary().readings(form)}


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("veiligheidseisen", ["veiligheid", "eis"]),
        ("bedrijfsgeheimen", ["bedrijf", "geheim"]),
        ("Huawei-apparatuur", ["Huawei", "apparatuur"]),
        ("telecomnetwerken", ["telecom", "netwerk"]),
    ],
)
def test_a_compound_is_read_by_its_parts(form: str, parts: list[str]) -> None:
    reading = dictionary().readings(form)[0]
    assert [part.entry.lemma for part in reading.parts] + [reading.entry.lemma] == parts


@pytest.mark.parametrize(
    ("form", "not_of"),
    [
        ("gewond", "wonen"),
        ("gemeente", "menen"),
        ("bestelt", "bestelen"),
        ("pakket", "pakken"),
        ("gevolg", "volgen"),
        ("rente", "rennen"),
    ],
)
def test_a_word_is_no_form_that_a_verb_does_not_have(form: str, not_of: str) -> None:
    readings = dictionary().readings(form)
    assert readings
    assert not_of not in {r.entry.lemma for r in readings}


@pytest.mark.parametrize(
    ("infinitive", "third"),
    [
        ("gaan", "gaat"),
        ("ondernemen", "onderneemt"),
        ("bevelen", "beveelt"),
        ("voorkomen", "voorkomt"),
        ("zien", "ziet"),
    ],
)
def test_the_third_person_of_dutch_verbs(infinitive: str, third: str) -> None:
    assert dutch.conjugation(infinitive).third == third


def test_nonsense_has_no_reading() -> None:
    assert dictionary().readings("qwrtplk") == ()


@pytest.mark.parametrize(
    ("infinitive", "past", "participle"),
    [
        ("werken", "werkte", "gewerkt"),
        ("verhuizen", "verhuisde", "verhuisd"),
        ("leven", "leefde", "geleefd"),
        ("maken", "maakte", "gemaakt"),
        ("antwoorden", "antwoordde", "geantwoord"),
        ("reageren", "reageerde", "gereageerd"),
        ("verbeteren", "verbeterde", "verbeterd"),
        ("handelen", "handelde", "gehandeld"),
        ("beweren", "beweerde", "beweerd"),
        ("kondigen", "kondigde", "gekondigd"),
        ("verdelen", "verdeelde", "verdeeld"),
        ("waarderen", "waardeerde", "gewaardeerd"),
        ("verwelkomen", "verwelkomde", "verwelkomd"),
    ],
)
def test_regular_dutch_verbs(infinitive: str, past: str, participle: str) -> None:
    forms = dutch.conjugation(infinitive)
    assert (forms.past, forms.participle) == (past, participle)


@pytest.mark.parametrize(
    ("adjective", "inflected", "comparative", "superlative"),
    [
        ("groot", "grote", "groter", "grootst"),
        ("dik", "dikke", "dikker", "dikst"),
        ("boos", "boze", "bozer", "boost"),
        ("lief", "lieve", "liever", "liefst"),
        ("duur", "dure", "duurder", "duurst"),
        ("Brits", "Britse", "Britser", "Britst"),
        ("commercieel", "commerciële", "commerciëler", "commercieelst"),
    ],
)
def test_dutch_adjectives(adjective: str, inflected: str, comparative: str, superlative: str) -> None:
    assert (dutch.inflected(adjective), dutch.comparative(adjective), dutch.superlative(adjective)) == (
        inflected,
        comparative,
        superlative,
    )


@pytest.mark.parametrize(
    ("verb", "third", "past", "participle", "ing"),
    [
        ("take", "takes", "took", "taken", "taking"),
        ("admit", "admits", "admitted", "admitted", "admitting"),
        ("deny", "denies", "denied", "denied", "denying"),
        ("die", "dies", "died", "died", "dying"),
        ("develop", "develops", "developed", "developed", "developing"),
        ("go", "goes", "went", "gone", "going"),
    ],
)
def test_english_verbs(verb: str, third: str, past: str, participle: str, ing: str) -> None:
    assert english.verb(verb) == (third, past, participle, ing)


@pytest.mark.parametrize(
    ("adjective", "adverb"),
    [
        ("quick", "quickly"),
        ("heavy", "heavily"),
        ("basic", "basically"),
        ("hard", "hard"),
        ("average", "on average"),
        ("maximum", "at most"),
        ("Dutch", "Dutch"),
    ],
)
def test_english_adverbs(adjective: str, adverb: str) -> None:
    assert english.adverb(adjective) == adverb


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("country", "countries"),
        ("child", "children"),
        ("member of parliament", "members of parliament"),
        ("policeman", "policemen"),
        ("analysis", "analyses"),
        ("person involved", "people involved"),
    ],
)
def test_english_plurals(one: str, many: str) -> None:
    assert english.plural(one) == many


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("hour", "an"),
        ("union", "a"),
        ("insider", "an"),
        ("EU", "an"),
        ("8", "an"),
        ("European", "a"),
        ("unusual", "an"),
    ],
)
def test_a_or_an(word: str, article: str) -> None:
    assert english.article(word) == article


def test_expressions_and_collocations_are_sound_and_stand_once() -> None:
    expressions = table("nl", "expressions")
    assert all(len(fields) == 3 for fields in expressions)
    assert [key for key, count in Counter((f[0], f[1]) for f in expressions).items() if count > 1] == []
    collocations = table("nl", "collocations")
    assert all(len(fields) == 3 for fields in collocations)
    assert [fields for fields in collocations if not dictionary().of(fields[0], "v")] == []


def test_a_file_with_a_wrong_line_is_refused_with_its_number() -> None:
    with pytest.raises(ValueError, match="line 2"):
        list(parse(["# comment\n", "woord\tn\n"]))
