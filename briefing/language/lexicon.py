"""The words of a language by what they do, put together from the tables of its folder (`briefing.language.tables`)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache

from briefing.article import Language
from briefing.language.abbreviations import Abbreviations
from briefing.language.languages import base, has_data
from briefing.language.tables.certainty import CertaintyWords
from briefing.language.tables.cues import CueWords, VerbCue
from briefing.language.tables.figures import FigureWords
from briefing.language.tables.grammar import Grammar
from briefing.language.tables.loading import Phrase, empty, load
from briefing.language.tables.names import NameWords
from briefing.language.tables.words import WordTable

__all__ = ["Lexicon", "Phrase", "VerbCue", "lexicon", "phrases_in"]

_LONGEST_ENDING = 7
_PRECEDENCE = "CRSKnXxtd#PDpBVvEGAN"


@dataclass(frozen=True, slots=True)
class Lexicon(Grammar):
    """The words of one language by what they do. Tags are one letter each: docs/claims.md lists them."""

    language: Language
    abbreviations: Abbreviations
    sentence_openers: frozenset[str]
    tags: Mapping[str, str]
    endings: Mapping[str, str]
    shapes: tuple[tuple[str, str, str], ...]
    verbs: Mapping[str, tuple[VerbCue, ...]]
    participles: frozenset[str]
    nominal: frozenset[str]
    complementisers: frozenset[str]
    noun_cues: Mapping[str, str]
    phrase_heads: Mapping[str, tuple[Phrase, ...]]
    closing_phrases: frozenset[str]
    phrases_after: frozenset[str]
    end_phrases: frozenset[str]
    not_sources: frozenset[str]
    meanings: frozenset[Phrase]
    choices: frozenset[Phrase]
    origins: Mapping[str, tuple[Phrase, ...]]
    addressing: frozenset[str]
    outlets: frozenset[str]
    quoting: frozenset[str]
    refusals: frozenset[str]
    without: frozenset[str]
    cues: CueWords
    certainty: CertaintyWords
    figures: FigureWords
    names: NameWords
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
        return "M" if word[0].isupper() and not self.capital_nouns else self._by_shape(lower)

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
    **dict.fromkeys(("'", "‘", "’", "‚", "‹", "›"), "'"),
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


def _lines(classes: Mapping[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """The lines of cues by class: class, forms, particle, and what the cue takes."""
    for kind, listed in classes.items():
        for line in filter(None, map(str.strip, listed.splitlines())) if kind != "columns" else ():
            forms, _, takes = line.partition(" : ")
            written, _, particle = forms.partition(" + ")
            yield kind, written, particle, takes


def _verbs(cues: CueWords, tags: dict[str, str]) -> dict[str, tuple[VerbCue, ...]]:
    """The verb cues by each of their forms; puts the tag of each form in `tags` where that has none."""
    columns = cues.verbs.get("columns", "").split()
    found: dict[str, list[VerbCue]] = {}
    for kind, written, particle, takes in _lines(cues.verbs):
        lemma = next(form for form in written.split() if form != "_")
        cue = VerbCue(lemma, kind, frozenset(takes.split()), particle)
        for form, tag in zip(written.split(), columns, strict=True):
            if form == "_":
                continue
            for shape in {form, particle + form} if particle and not form.startswith(particle) else {form}:
                tags.setdefault(shape, tag)
                if cue not in found.setdefault(shape, []):
                    found[shape].append(cue)
    for kind, forms, _, takes in _lines(cues.adjectives):
        for form in forms.split():
            tags.setdefault(form, "A")
            found.setdefault(form, []).append(VerbCue(form, kind, frozenset(takes.split())))
    return {form: tuple(listed) for form, listed in found.items()}


def _column(cues: CueWords, tag: str) -> Iterator[str]:
    """The forms of the verb cues in the columns with the tag."""
    columns = cues.verbs.get("columns", "").split()
    for _, written, _, _ in _lines(cues.verbs):
        yield from (form for form, column in zip(written.split(), columns, strict=True) if column == tag)


def _shapes(table: Mapping[str, tuple[str, ...]]) -> tuple[tuple[str, str, str], ...]:
    """The first and last letters of words with the tag they tell: "ge-t" of a participle."""
    cut = ((shape.partition("-"), tag) for tag, listed in table.items() for shape in listed)
    return tuple((start, end, tag) for (start, _, end), tag in cut)


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """The phrases by their first word, the longest first."""
    found: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(listed) for first, listed in found.items()}


def _tags(words: WordTable) -> dict[str, str]:
    """The tag of each listed word; of one listed twice, that which comes first in the order of precedence."""
    tags: dict[str, str] = {}
    for tag in _PRECEDENCE:
        for word in words.tags.get(tag, ()):
            tags.setdefault(word, tag)
    return tags


@cache
def lexicon(language: Language) -> Lexicon:
    """All that is known of the language, whatever its region, read once; a language without data has no words.

    Raises:
        TableError: a data file of the language is not as it should be.
    """
    if language != base(language):
        return lexicon(base(language))
    if not has_data(language):
        nothing = empty(Lexicon)
        return replace(nothing, language=language, seen={})
    return _from_data(language)


def _from_data(language: Language) -> Lexicon:
    """The words of a language that has data files."""
    words, grammar = load(WordTable, language, "words"), load(Grammar, language, "grammar")
    cues, certainty = load(CueWords, language, "cues"), load(CertaintyWords, language, "certainty")
    tags = _tags(words)
    verbs = _verbs(cues, tags)
    infinitives = frozenset(form for form in verbs if grammar.verb_final and tags[form] == "v")
    return Lexicon(
        **{one.name: getattr(grammar, one.name) for one in fields(Grammar)},
        language=language,
        abbreviations=words.abbreviations,
        sentence_openers=frozenset(word for word, tag in tags.items() if tag in grammar.opener_tags),
        tags=tags,
        endings={ending: tag for tag, listed in words.endings.items() for ending in listed},
        shapes=_shapes(words.shapes),
        verbs=verbs,
        participles=frozenset(_column(cues, "E")),
        nominal=grammar.also_nouns | infinitives,
        complementisers=frozenset(words.tags.get("C", ())),
        noun_cues={noun: kind for kind, listed in cues.nouns.items() for noun in listed},
        phrase_heads=_by_first_word(
            phrases_in(phrase for kind, listed in cues.phrases.items() for phrase in listed if kind != "after")
        ),
        closing_phrases=frozenset((*cues.phrases.get("tag", ()), *cues.phrases.get("end", ()))),
        phrases_after=frozenset(cues.phrases.get("after", ())),
        end_phrases=frozenset(cues.phrases.get("end", ())),
        not_sources=cues.traps.according,
        meanings=cues.traps.meanings,
        choices=cues.traps.choices,
        origins=_by_first_word(cues.chain.origins),
        addressing=cues.chain.addressing,
        outlets=cues.chain.outlets,
        quoting=cues.chain.quoting,
        refusals=cues.refusals.words,
        without=certainty.negations.without,
        cues=cues,
        certainty=certainty,
        figures=load(FigureWords, language, "figures"),
        names=load(NameWords, language, "names"),
    )
