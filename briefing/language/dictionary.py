"""The Dutch-English dictionary: entries with their forms, read from the plain text files under `nl/dictionary`.

The format is described in docs/dictionary.md. What a form can be is worked out on demand (`Dictionary.readings`), so that loading
reads lines and nothing more.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final, Literal, NamedTuple, get_args

from briefing.article import Language
from briefing.language.nl import morphology

PartOfSpeech = Literal["n", "v", "a", "adv", "prep", "conj", "pron", "det", "num", "int", "name"]
PARTS_OF_SPEECH: tuple[PartOfSpeech, ...] = get_args(PartOfSpeech)
_POS: dict[str, PartOfSpeech] = {pos: pos for pos in PARTS_OF_SPEECH}
_LONGEST: Final = 60
"""Letters of the longest word that is looked for."""
_JOINING = frozenset(("vrij", "rijk", "arm", "vol", "wijd", "oud", "dicht", "blind", "vast", "loos", "lang", "moe"))
LANGUAGE: Final[Language] = "nl"
"""The language of the entries."""
EQUIVALENTS: Final[Language] = "en"
"""The language of their senses."""
FILES = ("function", "verbs", "nouns", "adjectives", "adverbs", "numerals", "interjections", "names")


class Sense(NamedTuple):
    """An English equivalent; with `near`, only where one of those Dutch lemmas stands in the same clause."""

    english: str
    near: tuple[str, ...] = ()


class DictionaryEntry(NamedTuple):
    """A Dutch lemma as one part of speech. `rank` is its place in its file: most frequent first, from 0."""

    lemma: str
    pos: PartOfSpeech
    forms: tuple[str, ...]
    flags: tuple[str, ...]
    senses: tuple[Sense, ...]
    particle: str
    rank: int

    @property
    def english(self) -> str:
        """The equivalent that serves best where nothing else decides."""
        return self.senses[0].english

    @property
    def base(self) -> str:
        """The verb without its separable particle."""
        return self.lemma[len(self.particle) :]

    @property
    def neuter(self) -> bool:
        """Whether the noun takes "het" first."""
        return self.pos == "n" and bool(self.forms) and self.forms[0] == "het"

    @property
    def plural(self) -> str:
        """The noun's plural, empty where it has none."""
        if self.forms == ("pl",):
            return self.lemma
        return self.forms[1] if len(self.forms) > 1 and self.forms[1] != "-" else ""


@cache
def forms_of(entry: DictionaryEntry) -> morphology.Conjugation:
    """The forms of a verb without its particle, the participle with it."""
    given = tuple(form.partition(" ")[0] for form in entry.forms)
    if len(given) != 3:
        given = ()
    elif entry.particle and given[2].startswith(entry.particle):
        given = (*given[:2], given[2][len(entry.particle) :])
    forms = morphology.conjugation(entry.base, given)
    return forms._replace(participle=entry.particle + forms.participle) if entry.particle else forms


class WordReading(NamedTuple):
    """What a word form can be: an entry in a form such as `sg`, `past.pl`, `part`, `comp`. The parts of a compound precede."""

    entry: DictionaryEntry
    form: str
    parts: tuple["WordReading", ...] = ()


class Dictionary:
    """Entries by lemma, and what a word form can be."""

    def __init__(self, entries: list[DictionaryEntry]) -> None:
        self.entries = entries
        self._by_lemma: dict[str, list[DictionaryEntry]] = {}
        self._by_form: dict[str, list[tuple[DictionaryEntry, str]]] = {}
        self.particles: dict[str, dict[str, DictionaryEntry]] = {}
        self._memory: dict[str, tuple[WordReading, ...]] = {}
        for entry in entries:
            self._by_lemma.setdefault(entry.lemma, []).append(entry)
            if entry.forms:
                self._index_forms(entry)
            if entry.particle:
                self.particles.setdefault(entry.base, {})[entry.particle] = entry
                self._index_base(entry)

    def _index_forms(self, entry: DictionaryEntry) -> None:
        if entry.pos == "n":
            if len(entry.forms) > 1 and entry.forms[1] != "-":
                self._by_form.setdefault(entry.forms[1], []).append((entry, "pl"))
        elif entry.pos == "v":
            for form, name in zip(entry.forms, ("past", "past.pl", "part"), strict=False):
                written, _, particle = form.partition(" ")
                self._by_form.setdefault(particle + written, []).append((entry, name))
        elif entry.pos == "a" and len(entry.forms) == 2:
            for form, name in zip(entry.forms, ("comp", "sup"), strict=True):
                for ending in ("", "e"):
                    self._by_form.setdefault(form + ending, []).append((entry, name))

    def _index_base(self, entry: DictionaryEntry) -> None:
        """Let the forms of "kwam aan" be found from "kwam" alone, by way of a verb without particle and senses."""
        if any(other.pos == "v" for other in self._by_lemma.get(entry.base, ())):
            return
        forms = tuple(form.partition(" ")[0] for form in entry.forms)
        if len(forms) == 3 and forms[2].startswith(entry.particle):
            forms = (*forms[:2], forms[2][len(entry.particle) :])
        bare = DictionaryEntry(entry.base, "v", forms, (), (), "", entry.rank + 100_000)
        self._by_lemma.setdefault(entry.base, []).append(bare)
        if forms:
            self._index_forms(bare)

    def of(self, lemma: str, pos: PartOfSpeech | None = None) -> tuple[DictionaryEntry, ...]:
        """The entries of a lemma, of one part of speech or of all."""
        return tuple(e for e in self._by_lemma.get(lemma, ()) if (pos is None or e.pos == pos) and e.senses)

    def readings(self, form: str) -> tuple[WordReading, ...]:
        """What a Dutch word form can be, likeliest part of speech not implied; a compound only where it is nothing else."""
        known = self._memory.get(form)
        if known is None:
            if len(self._memory) > 50_000:
                self._memory.clear()
            known = self._memory[form] = self._read(form)
        return known

    def _read(self, form: str) -> tuple[WordReading, ...]:
        if len(form) > _LONGEST:
            return ()
        found = self._simple(form)
        if not found and form != form.lower():
            found = self._simple(form.lower())
        if not found and form[:1].islower():
            found = self._simple(form[:1].upper() + form[1:])
        if not found and "-" in form[1:-1]:
            found = self._hyphened(form)
        if not found and len(form) >= 6:
            found = self._compound(form.lower())
        return tuple(found)

    def _hyphened(self, form: str) -> list[WordReading]:
        """Read "Huawei-apparatuur" as a noun whose first part may be any name or number."""
        first, _, last = form.rpartition("-")
        heads = [r for r in self.readings(last) if r.entry.senses and r.entry.pos in {"n", "a"}]
        if not heads or not first[-1:].isalnum():
            return []
        known = next(
            (r for r in self.readings(first) if r.entry.senses and r.entry.pos in {"n", "a", "name", "num"}), None
        )
        part = known or WordReading(DictionaryEntry(first, "name", (), (), (Sense(first),), "", 0), "")
        return [r._replace(parts=(part, *r.parts)) for r in heads]

    def _simple(self, form: str) -> list[WordReading]:
        found: dict[tuple[DictionaryEntry, str], WordReading] = {}
        for entry in self._by_lemma.get(form, ()):
            own = {"n": "sg", "v": "inf"}.get(entry.pos, "")
            own = "pl" if entry.forms == ("pl",) else own
            found[entry, own] = WordReading(entry, own)
        for entry, name in self._by_form.get(form, ()):
            found[entry, name] = WordReading(entry, name)
        for lemma, pos, name in morphology.candidates(form):
            for entry in self._by_lemma.get(lemma, ()):
                if entry.pos == pos and self._inflects(entry, name, form):
                    found.setdefault((entry, name), WordReading(entry, name))
        if not found and form.endswith(("de", "te")):
            return [WordReading(entry, "part.e") for entry, name in self._by_form.get(form[:-1], ()) if name == "part"]
        if not found and form.endswith(("en", "es")):
            # The other plural of a noun in -e: "ziektes" beside "ziekten".
            return [WordReading(e, "pl") for e in self._by_lemma.get(form[:-1], ()) if e.pos == "n" and e.plural]
        return list(found.values())

    @staticmethod
    def _inflects(entry: DictionaryEntry, name: str, form: str) -> bool:
        """Whether the entry really has the form that it may have by its ending."""
        if entry.pos == "v":
            forms = forms_of(entry)
            given = {
                "stem": forms.first,
                "3": forms.third,
                "past": forms.past,
                "past.pl": forms.past_plural,
                "part": forms.participle,
                "part.e": morphology.inflected_participle(forms.participle, entry.base),
            }.get(name, form)
            return form == given or (name != "part" and form == entry.particle + given)
        if entry.pos == "a":
            return not (name in {"comp", "sup"} and len(entry.forms) == 2)
        return True

    def _compound(self, form: str, depth: int = 0) -> list[WordReading]:
        """Read as known first parts and a known last one; the longest last part wins."""
        for at in range(3, len(form) - 2):
            heads = [
                r
                for r in self._simple(form[at:])
                if r.entry.senses and r.entry.pos in {"n", "a"} and len(form) - at > 2
            ]
            heads = [r for r in heads if r.form != "dim" or len(form) - at > 4]
            heads = [r for r in heads if r.entry.pos == "n" or len(r.entry.lemma) > 4 or r.entry.lemma in _JOINING]
            if not heads:
                continue
            first = self._first_parts(form[:at], depth)
            if first:
                return [WordReading(r.entry, r.form, first) for r in heads]
        return []

    def _first_parts(self, form: str, depth: int) -> tuple[WordReading, ...]:
        for link in ("", "s", "en", "n", "e", "-"):
            stem = form[: len(form) - len(link)] if form.endswith(link) else ""
            found = self._part(stem, link) if len(stem) > 2 else None
            if found is not None:
                return (found,)
        if depth == 0 and len(form) > 7:
            for at in range(4, len(form) - 3):
                first, second = self._first_parts(form[:at], 1), self._first_parts(form[at:], 1)
                if first and second:
                    return first + second
        return ()

    def _part(self, stem: str, link: str) -> WordReading | None:
        """The likeliest word that a first part of a compound is; "aard" may be "aarde"."""
        full = [r for r in self._simple(stem + "e") if r.entry.pos == "n" and r.form == "sg"] if not link else []
        readings = self._simple(stem) + full
        for poses in (("n", "a"), ("v",), ("name", "num"), ("adv", "prep")):
            fits = [
                reading
                for reading in readings
                if reading.entry.pos in poses
                and reading.entry.senses
                and reading.form in {"sg", "pl", "", "stem", "inf"}
                and (reading.entry.pos != "v" or not link or link == "-")
                and (len(stem) > 3 or reading.entry.rank < 2500)
            ]
            if fits:
                return min(
                    fits,
                    key=lambda reading: (
                        reading.form == "pl",
                        reading.entry.pos == "a" and len(stem) < 4,
                        reading.entry.rank,
                    ),
                )
        return None


def parse(lines: Iterable[str]) -> Iterator[tuple[int, DictionaryEntry]]:
    """The entries of a dictionary file with their line numbers, from 1.

    Raises:
        ValueError: a line is not an entry in the format; the message names the line.
    """
    rank = 0
    for number, line in enumerate(lines, 1):
        if line[0] == "#" or line == "\n":
            continue
        fields = line.rstrip("\n").split("\t")
        if len(fields) != 4 or fields[1] not in _POS:
            raise ValueError(f"line {number} is no entry of four fields with a part of speech: {line!r}")
        lemma, pos, forms, english = fields
        particle = ""
        if "|" in lemma and pos == "v":
            particle, _, base = lemma.partition("|")
            lemma = particle + base
        flags: tuple[str, ...] = ()
        if "+" in forms:
            forms, *marks = forms.split("+")
            flags = tuple(flag.strip() for flag in marks)
            forms = forms.strip()
        senses = tuple([_sense(text) if "@" in text else Sense(text) for text in english.split("; ")])
        split = tuple(forms.split(", ")) if forms else ()
        yield number, DictionaryEntry(lemma, _POS[pos], split, flags, senses, particle, rank)
        rank += 1


def _sense(text: str) -> Sense:
    english, *near = text.split(" @")
    return Sense(english.strip(), tuple(word.strip() for word in near))


def lines_of(language: str, name: str) -> list[str]:
    """The lines of a word list of a language, comments and all, with their line ends."""
    path = resources.files(f"briefing.language.{language}") / "dictionary" / f"{name}.tsv"
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def table(language: str, name: str) -> list[list[str]]:
    """The fields of each line of a word list that is not a comment."""
    return [line.rstrip("\n").split("\t") for line in lines_of(language, name) if line.strip() and line[0] != "#"]


@cache
def dictionary() -> Dictionary:
    """The whole dictionary, read at the first call."""
    return Dictionary([entry for name in FILES for _, entry in parse(lines_of(LANGUAGE, name))])


def with_entries(base: Dictionary, extra: Mapping[str, str]) -> Dictionary:
    """A dictionary in which a user's own words (Dutch to English) win over the built-in ones."""
    own = []
    for dutch, english in extra.items():
        known = base.of(dutch.lower()) or base.of(dutch)
        senses = (Sense(english),)
        if known:
            own += [entry._replace(senses=senses, rank=-1) for entry in known]
        else:
            pos: PartOfSpeech = "name" if dutch[:1].isupper() else "n"
            own.append(DictionaryEntry(dutch, pos, (), (), senses, "", -1))
    replaced = {(entry.lemma, entry.pos) for entry in own}
    return Dictionary(own + [entry for entry in base.entries if (entry.lemma, entry.pos) not in replaced])
