"""What analysis gives and generation takes: words, phrases and clauses. These are working values, changed while a sentence is read."""

from dataclasses import dataclass, field

from briefing.language.dictionary import DictionaryEntry, WordReading
from briefing.language.tags import Tag


@dataclass(slots=True, eq=False)
class Word:
    """A word of the original with what it was read as.

    `sort` is the class that the tagger chose: D determiner, A adjective, N noun, E name, P preposition, R pronoun, W adverb,
    V verb, M number, C coordinator, S subordinator or relative, T "te"/"to", Z negation, I interjection, X punctuation,
    K kept as it is. `target` is the translation where it is already decided.
    """

    text: str
    sort: str = ""
    options: tuple[WordReading, ...] = ()
    reading: WordReading | None = None
    target: str = ""
    before: str = ""
    after: str = ""
    known: bool = True
    place: int = 0
    base: str = ""
    tag: Tag | None = None

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def entry(self) -> DictionaryEntry | None:
        """The entry that it was read as."""
        return self.reading.entry if self.reading else None

    @property
    def lemma(self) -> str:
        """Its lemma, itself where it is not known."""
        return self.reading.entry.lemma if self.reading else self.low

    @property
    def form(self) -> str:
        """The form that it was read in, such as `pl` or `past`."""
        return self.reading.form if self.reading else ""


@dataclass(slots=True, eq=False)
class Noun:
    """A noun phrase: determiner, numbers, adjectives (each with its adverbs before it), head words, what follows."""

    determiner: Word | None = None
    before: list[Word] = field(default_factory=list)
    head: list[Word] = field(default_factory=list)
    after: list["Element"] = field(default_factory=list)
    plural: bool = False
    pronoun: bool = False
    others: list[tuple[Word | None, "Element"]] = field(default_factory=list)
    participle: "Clause | None" = None

    @property
    def last(self) -> Word | None:
        """The word that heads the phrase."""
        return self.head[-1] if self.head else None

    @property
    def innermost(self) -> "Noun":
        """The noun phrase that stands last in this one, into what is listed and into prepositional phrases."""
        if self.others:
            last = self.others[-1][1]
            return last.innermost if isinstance(last, Noun) else self
        for element in reversed(self.after):
            if isinstance(element, Preposition) and isinstance(element.object, Noun) and not element.owner:
                return element.object.innermost
        return self

    @property
    def is_time(self) -> bool:
        """Whether its last word says when by its tag: "next week", "Monday"."""
        return bool(self.head) and self.head[-1].tag is Tag.TIME


@dataclass(slots=True, eq=False)
class Preposition:
    """A preposition with its noun phrase, adverb or clause; `owner` where it stands for a genitive before its noun."""

    word: Word
    object: "Element | None" = None
    target: str = ""
    owner: bool = False


@dataclass(slots=True, eq=False)
class Modifier:
    """Adverbs or adjectives that stand on their own; `predicate` where they say what the subject is."""

    words: list[Word] = field(default_factory=list)
    predicate: bool = False


@dataclass(slots=True, eq=False)
class Punctuation:
    """Punctuation or a kept stretch between elements."""

    text: str


@dataclass(slots=True, eq=False)
class Kept:
    """A stretch translated on its own, such as a quotation or brackets."""

    parts: list[str]
    clause: bool = False


@dataclass(slots=True, eq=False)
class Clause:
    """A clause: what opens it, its elements in order without its verbs, its verbs in order, and how it is built.

    `kind`: main, sub (verb-final), rel (relative), inf ("om ... te"), ing ("door ... te"), part (participle), shared (a further
    participle or infinitive below the auxiliary of the clause before), joined (a further
    infinitive or participle of a cluster), none (no verb). `measure` is how long before or after, as in "three days after".
    `shares` is whether the subject can be that of the clause before. `words` are all words of a clause that is a part of the
    sentence, in order. `extraposed` are the elements of its middle that stand behind its last verb.
    """

    kind: str
    opener: list[Word] = field(default_factory=list)
    front: list["Element"] = field(default_factory=list)
    middle: list["Element"] = field(default_factory=list)
    extraposed: list["Element"] = field(default_factory=list)
    verbs: list[Word] = field(default_factory=list)
    particle: str = ""
    negation: Word | None = None
    subject: "Element | None" = None
    antecedent: Noun | None = None
    question: bool = False
    comma: bool = False
    inverted: bool = False
    imperative: bool = False
    shares: bool = False
    measure: Noun | None = None
    words: list[Word] = field(default_factory=list)
    extra: list["Clause"] = field(default_factory=list)


Element = Noun | Preposition | Modifier | Punctuation | Kept | Clause
