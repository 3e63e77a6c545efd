"""The engine: cuts texts into sentences, translates each with the rules of its direction, and looks single words up."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from briefing.article import Language
from briefing.language.dateline import dateline_of
from briefing.language.dictionary import EQUIVALENTS, FILES, LANGUAGE, Dictionary, dictionary, lines_of, with_entries
from briefing.language.pieces import piece_ranges
from briefing.language.sentences import split
from briefing.language.shorten import shortened
from briefing.summary.summary import Check
from briefing.translate.literal import freedict
from briefing.translate.literal.doubt import is_unsure
from briefing.translate.literal.expressions import Expressions, expressions, with_glossary
from briefing.translate.literal.finish import finished
from briefing.translate.literal.to_dutch.dutch_writer import DutchWriter
from briefing.translate.literal.to_dutch.english_parser import EnglishParser
from briefing.translate.literal.to_dutch.words import words_of as english_words_of
from briefing.translate.literal.to_english.dutch_parser import ClauseParser
from briefing.translate.literal.to_english.elements import State
from briefing.translate.literal.to_english.english_writer import Generator
from briefing.translate.literal.to_english.words import words_of
from briefing.translate.literal.tokens import (
    OPENING_BRACKETS,
    Token,
    is_headline,
    joined,
    sentence_case,
    tokens,
    without_inner,
)
from briefing.translate.literal.tree import Word
from briefing.translate.literal.unknown import Further, further, nothing
from briefing.translate.literal.vocabulary import Vocabulary, vocabulary
from briefing.translate.translator import Cancelled, DirectionError, StoppedError, never

_TURNED: Final = re.compile(r"(?<=\w)‘(?=s\b)")
"""An apostrophe that was set as an opening quotation mark."""
Reader = Callable[[list[Token], Mapping[int, Word], bool], tuple[list[Word], str]]
"""Reads tokens, with stretches already translated by their place; gives the words and their translation."""
RULES = 9
"""Raised when the rules change what a translation says."""
DIRECTIONS: Final = ((LANGUAGE, EQUIVALENTS), (EQUIVALENTS, LANGUAGE))
"""The directions with rules: `to_english` and `to_dutch`."""
LONGEST = 160
"""Tokens of a sentence that are read at once; a longer one is cut."""
LOOKED_UP: Final = LANGUAGE
"""The language whose words `look_up` knows."""
DOUBT: Final = "gloss-doubt"
"""The kind of check that fails where a gloss is likely wrong."""
IN_PIECES: Final = "in-pieces"
"""The kind of check that fails where a sentence is too long to be read at once."""
_QUOTED: Final = 80
FOREIGN = 0.4
"""The share of known words under which a sentence is left as it is: it is in another language."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation with how many of its words were known, names and numbers among them."""

    text: str
    words: int
    known: int

    @property
    def share(self) -> float:
        """The share of known words, 0..1."""
        return self.known / self.words if self.words else 1.0


@dataclass(frozen=True)
class LiteralTranslator:
    """Translates by rule between Dutch and English; words that it does not know stay as they are, between asterisks.

    `freedict` are the folders in which FreeDict dictionaries are looked for, to be asked for words that the built-in one lacks.
    """

    glossary: Mapping[str, str] = field(default_factory=dict)
    name: str = "literal"
    freedict: tuple[Path, ...] = ()

    @property
    def version(self) -> str:
        """The version of the rules and of the words they use, the user's own among them."""
        own = sha256(repr(sorted(self.glossary.items())).encode()).hexdigest()[:6] if self.glossary else ""
        return f"{RULES}.{_content()}" + (f"+{own}" if own else "") + self._freedict_version()

    def _freedict_version(self) -> str:
        """Nothing where no FreeDict dictionary is there; else that there is, and which by the sizes of its files."""
        found = [freedict.files(*direction, self.freedict) for direction in DIRECTIONS]
        if not any(found):
            return ""
        sizes = repr([one.sizes if one else None for one in found])
        return f"+freedict.{sha256(sizes.encode()).hexdigest()[:6]}"

    def translate(
        self, texts: Sequence[str], from_: Language, to: Language, *, cancelled: Cancelled = never
    ) -> list[str]:
        """The texts in the other language; any text, of any length.

        Raises:
            StoppedError: `cancelled` answered yes.
            DirectionError: there are no rules from the one language to the other.
        """
        return [one.text for one in self.translated(texts, from_, to, cancelled=cancelled)]

    def translated(
        self, texts: Sequence[str], from_: Language, to: Language, *, cancelled: Cancelled = never
    ) -> list[Translated]:
        """The texts in the other language with the share of known words.

        Raises:
            StoppedError: `cancelled` answered yes.
            DirectionError: there are no rules from the one language to the other.
        """
        if (from_, to) not in DIRECTIONS:
            raise DirectionError(self.name, from_, to)
        done = []
        for text in texts:
            if cancelled():
                raise StoppedError
            done.append(self._text(text, from_))
        return done

    def checks(self, original: str, from_: Language, _text: str, _to: Language) -> tuple[Check, ...]:
        """A failed check where the gloss of a Dutch sentence is likely wrong, and one where it was read in pieces; nothing else.

        To Dutch no sign of a wrong gloss was found that is right often enough: `docs/measurements.md` has the figures.
        """
        long = _long_sentence(original, from_)
        return (
            *((Check(DOUBT, False, original),) if from_ == LANGUAGE and self._is_unsure(original) else ()),
            *((Check(IN_PIECES, False, shortened(long, _QUOTED)),) if long else ()),
        )

    def _is_unsure(self, original: str) -> bool:
        """Whether a Dutch sentence was not read well."""
        words, known = self._own()
        read = words_of(tokens(original)[:LONGEST], words, known, further=self._further(LANGUAGE))
        return is_unsure(ClauseParser(read, words).sentence())

    def _text(self, text: str, from_: Language) -> Translated:
        out: list[str] = []
        at = words = known = 0
        state = State()
        for line in _lines(text):
            for span in split(line.text, from_):
                start = line.start + span.start
                out.append(text[at:start])
                one = self._sentence(text[start : line.start + span.end], from_, state)
                out.append(one.text)
                words, known = words + one.words, known + one.known
                at = line.start + span.end
        out.append(text[at:])
        return Translated("".join(out), words, known)

    def _sentence(self, text: str, from_: Language, state: State) -> Translated:
        opening = dateline_of(text)
        if opening is None:
            return self._report(text, from_, state)
        rest = self._report(text[opening.end :], from_, state)
        return Translated(text[: opening.end] + rest.text, rest.words, rest.known)

    def _report(self, text: str, from_: Language, state: State) -> Translated:
        """The translation of a sentence without its dateline."""
        cut = tokens(_TURNED.sub("’", text) if from_ == EQUIVALENTS else text)
        if from_ == EQUIVALENTS and is_headline(cut, self._vocabulary().function.__contains__):
            cut = sentence_case(cut, self._vocabulary().is_common)
        pieces: list[str] = []
        total = known = 0
        reader = self._reader(from_, state)
        for start, end in piece_ranges([token.text for token in cut], LONGEST):
            read, translation = translated(cut[start:end], reader)
            plain = [word for word in read if any(letter.isalpha() for letter in word.text)]
            sure = sum(word.known for word in plain)
            if plain and sure / len(plain) < FOREIGN:
                return Translated(text, len(plain), sure)
            total, known = total + len(plain), known + sure
            pieces.append(translation)
        return Translated(finished(" ".join(pieces), text, from_), total, known)

    def _reader(self, from_: Language, state: State) -> Reader:
        words, known = self._own()
        if from_ == LANGUAGE:
            return dutch_to_english(words, known, state, self._further(from_))
        return english_to_dutch(self._vocabulary(), known, self._further(from_))

    def _further(self, from_: Language) -> Further:
        if not self.freedict:
            return nothing
        return further(from_, *(freedict.files(*direction, self.freedict) for direction in DIRECTIONS))

    def _vocabulary(self) -> Vocabulary:
        if not self.glossary:
            return vocabulary()
        return _own_vocabulary(tuple(sorted(self.glossary.items())))

    def _own(self) -> tuple[Dictionary, Expressions]:
        if not self.glossary:
            return dictionary(), expressions()
        return _with_glossary(tuple(sorted(self.glossary.items())))


def translated(part: list[Token], reader: Reader, *, first: bool = True) -> tuple[list[Word], str]:
    """The words that were read and their translation. Brackets and longer quotations are translated on their own and put back.

    `first` is whether the tokens stand at the start of a sentence.
    """
    inner: dict[int, Word] = {}
    read: list[Word] = []
    outside = without_inner(part)
    for start, end, place in outside.inside:
        below, text = translated(part[start + 1 : end], reader, first=False)
        clause = any(word.sort == "V" for word in below) and part[start].text not in OPENING_BRACKETS
        kept = Word(" ".join(token.text for token in part[start : end + 1]), "Q" if clause else "K")
        begins = start + 1 < end and part[start + 1].text[:1].isupper()
        kept.target = part[start].text + (text[:1].upper() + text[1:] if begins else text) + part[end].text
        inner[place] = kept
        read += below
    own, text = reader(outside.tokens, inner, first)
    return read + [word for word in own if word not in inner.values()], text


def dutch_to_english(words: Dictionary, known: Expressions, state: State, further: Further = nothing) -> Reader:
    """What reads Dutch tokens and gives English."""

    def read(cut: list[Token], inner: Mapping[int, Word], first: bool) -> tuple[list[Word], str]:
        own = words_of(cut, words, known, inner, further)
        _moved(own, first)
        parts = ClauseParser(own, words).sentence()
        return own, joined(Generator(known, state).sentence(parts))

    return read


def english_to_dutch(words: Vocabulary, known: Expressions, further: Further = nothing) -> Reader:
    """What reads English tokens and gives Dutch."""

    def read(cut: list[Token], inner: Mapping[int, Word], first: bool) -> tuple[list[Word], str]:
        own = english_words_of(cut, words, inner, further)
        _moved(own, first)
        parts = EnglishParser(own).sentence()
        return own, joined(DutchWriter(words, known).sentence(parts))

    return read


def _moved(words: list[Word], first: bool) -> None:
    """A word that does not begin the sentence keeps its capital."""
    for word in words:
        word.place += 0 if first else 1


@dataclass(frozen=True, slots=True)
class _TextLine:
    start: int
    text: str


def _lines(text: str) -> list[_TextLine]:
    lines = []
    at = 0
    for line in text.splitlines(keepends=True):
        lines.append(_TextLine(at, line.rstrip("\r\n")))
        at += len(line)
    return lines


def _long_sentence(text: str, from_: Language) -> str:
    """The first sentence of a text that is read in pieces; "" where there is none."""
    sentences = (span.of(line.text) for line in _lines(text) for span in split(line.text, from_))
    return next((one for one in sentences if len(one) > LONGEST < len(tokens(one))), "")


@cache
def _content() -> str:
    lines = [
        line for name in (*FILES, "expressions", "collocations", "prepositions") for line in lines_of(LANGUAGE, name)
    ]
    lines += [
        line
        for name in ("function", "preferences", "nouns", "verbs", "verb_idioms")
        for line in lines_of(EQUIVALENTS, name)
    ]
    return sha256("".join(lines).encode()).hexdigest()[:8]


@cache
def _with_glossary(items: tuple[tuple[str, str], ...]) -> tuple[Dictionary, Expressions]:
    glossary = dict(items)
    single = {dutch: english for dutch, english in glossary.items() if " " not in dutch.strip()}
    return with_entries(dictionary(), single), with_glossary(expressions(), glossary)


@cache
def _own_vocabulary(items: tuple[tuple[str, str], ...]) -> Vocabulary:
    """The vocabulary with a user's own words, which win in this direction too."""
    return Vocabulary(*_with_glossary(items))


def translator(settings: object = None) -> LiteralTranslator:
    """The engine for the registry of engines, with the system's FreeDict dictionaries; a glossary among the settings wins over all."""
    glossary = getattr(settings, "glossary", None)
    return LiteralTranslator(dict(glossary) if glossary else {}, freedict=freedict.FOLDERS)


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What a word is: its lemma, part of speech, meanings, and the expression of the sentence that it is part of."""

    lemma: str
    pos: str
    meanings: tuple[str, ...]
    parts: tuple[str, ...] = ()
    expression: str = ""
    expression_meaning: str = ""


def look_up(word: str, sentence: str = "") -> list[LookedUp]:
    """What a Dutch word can be, the likeliest in its sentence first; empty where it is not known."""
    words, known = dictionary(), expressions()
    read = words_of(tokens(sentence), words, known) if sentence else []
    chosen = next((w for w in read if w.low == word.lower()), None)
    around = next((w for w in read if " " in w.text and word.lower() in w.low.split()), None)
    found: list[LookedUp] = []
    first = chosen.reading if chosen is not None else None
    for reading in sorted(words.readings(word), key=lambda r: r is not first):
        entry = reading.entry
        if not entry.senses:
            continue
        expression = around.text if around is not None else ""
        meaning = around.target if around is not None else ""
        one = LookedUp(
            entry.lemma,
            entry.pos,
            tuple(s.english for s in entry.senses),
            tuple(p.entry.lemma for p in reading.parts),
            expression,
            meaning,
        )
        if one not in found:
            found.append(one)
    return found
