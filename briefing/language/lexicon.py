"""What is known of a language, read from its folder of data files: the form of those files is told in docs/claims.md."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from briefing.article import Language
from briefing.language.abbreviations import Abbreviations
from briefing.language.languages import has_data, read_table

Phrase = tuple[str, ...]
"""Words that stand together, in lower case."""

_LONGEST_ENDING = 7
_PRECEDENCE = "CRSKnXxtd#PDpBVvEGAN"


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that attributes: what it says of its source, and what may follow it. `particle` is "aan" of "kondigt ... aan"."""

    lemma: str
    kind: str
    takes: frozenset[str]
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language by what they do. Tags are one letter each: docs/claims.md lists them."""

    language: Language
    abbreviations: Abbreviations = field(default_factory=Abbreviations)
    sentence_openers: frozenset[str] = frozenset()
    tags: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)
    verbs: Mapping[str, tuple[VerbCue, ...]] = field(default_factory=dict)
    nominal: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    expletives: frozenset[str] = frozenset()
    pointing_determiners: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    complementisers: frozenset[str] = frozenset()
    noun_cues: Mapping[str, str] = field(default_factory=dict)
    phrase_heads: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    not_sources: frozenset[str] = frozenset()
    verb_second: bool = False
    verb_final: bool = False
    bare_verbs: bool = False
    one_word_nouns: bool = False
    relative_complementiser: bool = False
    questions: frozenset[str] = frozenset()
    subject_pronouns: frozenset[str] = frozenset()
    anaphors: frozenset[str] = frozenset()
    pointers: frozenset[str] = frozenset()
    closing_phrases: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    relative_determiners: frozenset[str] = frozenset()
    negators: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    possessive_verbs: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    participles: frozenset[str] = frozenset()
    agent_marks: frozenset[str] = frozenset()
    purposes: frozenset[str] = frozenset()
    noun_complementisers: frozenset[str] = frozenset()
    refusals: frozenset[str] = frozenset()
    refusing: frozenset[str] = frozenset()
    irregular_plurals: frozenset[str] = frozenset()
    tag_openers: frozenset[str] = frozenset()
    inner_adverbs: frozenset[str] = frozenset()
    origins: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    addressing: frozenset[str] = frozenset()
    plural_endings: tuple[str, ...] = ()
    meanings: frozenset[Phrase] = frozenset()
    choices: frozenset[Phrase] = frozenset()
    shapes: tuple[tuple[str, str, str], ...] = ()
    links: frozenset[str] = frozenset()
    name_links: frozenset[str] = frozenset()
    quantities: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    quoting: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    manner: frozenset[str] = frozenset()
    people_endings: tuple[str, ...] = ()
    clitics: frozenset[str] = frozenset()
    post_links: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    clause_prepositions: frozenset[str] = frozenset()
    breaking: frozenset[str] = frozenset()
    cues: Mapping[str, Any] = field(default_factory=dict)
    names: Mapping[str, Any] = field(default_factory=dict)
    certainty: Mapping[str, Any] = field(default_factory=dict)
    figures: Mapping[str, Any] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict, repr=False)

    def tag(self, word: str) -> str:
        """The likeliest tag of a word by itself."""
        known = self.seen.get(word)
        if known is None:
            known = self._guess(word)
            if len(self.seen) < 200_000:
                self.seen[word] = known
        return known

    def _guess(self, word: str) -> str:
        lower = word.lower().replace("’", "'")
        first = lower[0]
        if tag := self.tags.get(lower):
            return "M" if _is_acronym(word, tag) else tag
        if not first.isalnum():
            return _MARKS.get(lower, "u")
        if first.isdigit():
            return "#"
        return "M" if word[0].isupper() else self._by_shape(lower)

    def _by_shape(self, lower: str) -> str:
        """The tag that the first and last letters of an unknown word tell; a noun where they tell nothing."""
        for length in range(min(_LONGEST_ENDING, len(lower) - 2), 1, -1):
            if tag := self.endings.get(lower[-length:]):
                return tag
        for start, end, tag in self.shapes:
            if lower.startswith(start) and lower.endswith(end) and len(lower) > len(start) + len(end) + 1:
                return tag
        return "N"


def _is_acronym(word: str, tag: str) -> bool:
    """Whether a word in capitals is a name although it is spelled like a small word: "OM", "WHO"."""
    return 2 <= len(word) <= 3 and word.isupper() and tag in "PpRX"


_MARKS = {
    **dict.fromkeys(('"', "“", "”", "„", "«", "»", "''", "``", ",,"), '"'),
    **dict.fromkeys(("'", "‘", "’"), "'"),
    **dict.fromkeys(("-", "–", "—", "―", "--"), "-"),
    **dict.fromkeys((".", "!", "?", "…", "..."), "."),
    ",": ",",
    ";": ";",
    ":": ":",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    "'s": "s",
    "'": "'",
}


def phrases_in(listed: Iterable[str]) -> tuple[Phrase, ...]:
    """The phrases of a list, each cut into its words."""
    return tuple(tuple(phrase.split()) for phrase in listed)


def values_in(listed: str) -> dict[str, str]:
    """The table that is written as running text: "one=1 two=2"; an underscore stands for a space."""
    pairs = (item.partition("=") for item in listed.split())
    return {word.replace("_", " "): value for word, _, value in pairs}


def _verbs(cues: Mapping[str, Any], tags: dict[str, str]) -> dict[str, tuple[VerbCue, ...]]:
    """The verb cues by each of their forms; puts the tag of each form in `tags` where that has none."""
    columns = cues["verbs"]["columns"].split()
    found: dict[str, list[VerbCue]] = {}
    for kind, listed in cues["verbs"].items():
        if kind == "columns":
            continue
        for line in filter(None, map(str.strip, listed.splitlines())):
            forms, _, takes = line.partition(" : ")
            written, _, particle = forms.partition(" + ")
            cue = VerbCue(
                next(form for form in written.split() if form != "_"), kind, frozenset(takes.split()), particle
            )
            for form, tag in zip(written.split(), columns, strict=True):
                if form == "_":
                    continue
                for shape in {form, particle + form} if particle and not form.startswith(particle) else {form}:
                    tags.setdefault(shape, tag)
                    if cue not in found.setdefault(shape, []):
                        found[shape].append(cue)
    for kind, listed in cues["adjectives"].items():
        for line in filter(None, map(str.strip, listed.splitlines())):
            forms, _, takes = line.partition(" : ")
            for form in forms.split():
                tags.setdefault(form, "A")
                found.setdefault(form, []).append(VerbCue(form, kind, frozenset(takes.split())))
    return {form: tuple(listed) for form, listed in found.items()}


def _column(cues: Mapping[str, Any], tag: str) -> Iterator[str]:
    """The forms of the verb cues in the columns with the tag."""
    columns = cues["verbs"]["columns"].split()
    for kind, listed in cues["verbs"].items():
        for line in listed.splitlines() if kind != "columns" else ():
            written = line.partition(" : ")[0].partition(" + ")[0]
            yield from (form for form, column in zip(written.split(), columns, strict=False) if column == tag)


def _shapes(table: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """The first and last letters of words with the tag they tell: "ge-t" of a participle."""
    cut = ((shape.partition("-"), tag) for tag, listed in table.items() for shape in listed.split())
    return tuple((start, end, tag) for (start, _, end), tag in cut)


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(listed) for first, listed in found.items()}


@cache
def lexicon(language: Language) -> Lexicon:
    """All that is known of the language, read once; a language without data has a lexicon without words."""
    if not has_data(language):
        return Lexicon(language)
    words, grammar = read_table(language, "words"), read_table(language, "grammar")
    cues, certainty = read_table(language, "cues"), read_table(language, "certainty")
    tags: dict[str, str] = {}
    for tag in _PRECEDENCE:
        for word in words["tags"].get(tag, "").split():
            tags.setdefault(word, tag)
    verbs = _verbs(cues, tags)
    openers = frozenset(word for word, tag in tags.items() if tag in grammar["sentence_openers"])
    return Lexicon(
        language=language,
        abbreviations=Abbreviations.of(words["abbreviations"]),
        sentence_openers=openers,
        verbs=verbs,
        tags=tags,
        nominal=frozenset(grammar["also_nouns"].split())
        | frozenset(form for form in verbs if grammar["verb_final"] and tags[form] == "v"),
        pointing_determiners=frozenset(grammar["pointing_determiners"].split()),
        expletives=frozenset(grammar["expletives"].split()),
        indefinite=frozenset(grammar["indefinite"].split()),
        demonstratives=frozenset(grammar["demonstratives"].split()),
        endings={ending: tag for tag, listed in words["endings"].items() for ending in listed.split()},
        complementisers=frozenset(words["tags"]["C"].split()),
        noun_cues={noun: kind for kind, listed in cues["nouns"].items() for noun in listed.split()},
        phrase_heads=_by_first_word(phrases_in(phrase for listed in cues["phrases"].values() for phrase in listed)),
        not_sources=frozenset(word.replace("_", " ") for word in cues["traps"]["according"].split()),
        verb_final=grammar["verb_final"],
        verb_second=grammar["verb_second"],
        relative_complementiser=grammar["relative_complementiser"],
        bare_verbs=grammar["bare_verbs"],
        one_word_nouns=grammar["one_word_nouns"],
        questions=frozenset(grammar["questions"].split()),
        subject_pronouns=frozenset(grammar["subject_pronouns"].split()),
        anaphors=frozenset(grammar["anaphors"].split()),
        origins=_by_first_word(phrases_in(cues["chain"]["origins"])),
        addressing=frozenset(cues["chain"]["addressing"].split()),
        plural_endings=tuple(grammar["plural_endings"].split()),
        inner_adverbs=frozenset(grammar["inner_adverbs"].split()),
        tag_openers=frozenset(grammar["tag_openers"].split()),
        irregular_plurals=frozenset(grammar["irregular_plurals"].split()),
        refusing=frozenset(grammar["refusing"].split()),
        refusals=frozenset(cues["refusals"]["words"].split()),
        passives=frozenset(grammar["passives"].split()),
        participles=frozenset(_column(cues, "E")),
        agent_marks=frozenset(grammar["agent_marks"].split()),
        purposes=frozenset(grammar["purposes"].split()),
        noun_complementisers=frozenset(grammar["noun_complementisers"].split()),
        pointing=frozenset(grammar["pointing"].split()),
        without=frozenset(certainty["negations"]["without"].split()),
        negators=frozenset(grammar["negators"].split()),
        relative_determiners=frozenset(grammar["relative_determiners"].split()),
        possessive_verbs=frozenset(grammar["possessive_verbs"].split()),
        closing_phrases=frozenset(cues["phrases"].get("tag", ())),
        pointers=frozenset(grammar["pointers"].split()),
        choices=frozenset(phrases_in(cues["traps"]["choices"])),
        meanings=frozenset(phrases_in(cues["traps"]["meanings"])),
        shapes=_shapes(words["shapes"]),
        name_links=frozenset(grammar["name_links"].split()),
        quantities=frozenset(grammar["quantities"].split()),
        answers=frozenset(grammar["answers"].split()),
        quoting=frozenset(cues["chain"]["quoting"].split()),
        relatives=frozenset(grammar["relatives"].split()),
        manner=frozenset(grammar["manner"].split()),
        people_endings=tuple(grammar["people_endings"].split()),
        clitics=frozenset(grammar["clitics"].split()),
        post_links=frozenset(grammar["post_links"].split()),
        articles=frozenset(grammar["articles"].split()),
        adjective_endings=tuple(grammar["adjective_endings"].split()),
        links=frozenset(grammar["links"].split()),
        clause_prepositions=frozenset(grammar["clause_prepositions"].split()),
        breaking=frozenset(grammar["breaking"].split()),
        cues=cues,
        names=read_table(language, "names"),
        certainty=certainty,
        figures=read_table(language, "figures"),
    )
