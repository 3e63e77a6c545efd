"""How sentences of a language are built: `grammar.toml`."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PhraseGrammar:
    """The keys of `grammar.toml` that say how a phrase is built."""

    links: frozenset[str]
    """Words that bind two parts of a noun phrase."""
    body_links: frozenset[str]
    """Those of them that bind only a body, and only to a common noun: "een econoom bij de bank"."""
    genitives: frozenset[str]
    """Determiners that bind the phrase they begin to the noun before it: "der Chef | der Bank"."""
    clause_prepositions: frozenset[str]
    """Prepositions that belong to the clause and not to the noun before them."""
    likening: frozenset[str]
    """Conjunctions that give examples of a noun before them: "landen als Peru"."""
    pairing: frozenset[str]
    """Words that such a conjunction answers: "zowel Ann als Bo"."""
    inner_adverbs: frozenset[str]
    """Adverbs that stand inside a noun phrase."""
    expletives: frozenset[str]
    """Pronouns that stand for a clause after them: "vindt het jammer dat"."""
    indefinite: frozenset[str]
    """Determiners of what is new."""
    pointing_determiners: frozenset[str]
    """Determiners that stand alone before a participle: "heeft deze gezien"."""
    demonstratives: frozenset[str]
    """Determiners that are pronouns as well."""
    possessive_verbs: frozenset[str]
    """Possessives that are a form of "to be" as well."""
    irregular_plurals: frozenset[str]
    """Plurals without a plural ending."""
    plural_endings: tuple[str, ...]
    """Endings of plurals."""
    past_endings: tuple[str, ...]
    """Endings of past participles that are the past tense as well."""
    singulars: frozenset[str]
    """Determiners before a singular, where the plural of a noun may look like it."""
    genitive_plurals: frozenset[str]
    """Those of them that begin a plural too, behind the noun that it belongs to."""
    adjective_endings: tuple[str, ...]
    """Endings of inflected adjectives; the first is that of adjectives of places."""
    name_links: frozenset[str]
    """Small words inside names."""
    answers: frozenset[str]
    """Answers that are all that is said."""
    quantities: frozenset[str]
    """Nouns of amount, before another noun in one phrase: "een aantal mensen"."""
    articles: frozenset[str]
    """Articles."""
    post_links: frozenset[str]
    """Further prepositions that bind a place or a body to the common noun before them: "een vrouw uit Gent"."""
    clitics: frozenset[str]
    """Finite verbs that lean on the word before them."""
    people_endings: tuple[str, ...]
    """Endings of adjectives that stand for people: "deskundigen zeggen"."""
    genitive_letters: str
    """Letters after which a genitive is written with an apostrophe: "Anna's"; after others "'s" is part of a name."""
    parts_of_periods: frozenset[str]
    """Words that date with the month or the week after them: "eind september"."""
    manner: frozenset[str]
    """Words that open a clause which tells who says the sentence around it: "zoals de krant meldde"."""
    relatives: frozenset[str]
    """Question words that are relative words after a noun."""
    possessives: frozenset[str]
    """Possessives before a noun that attributes."""
    noun_agents: frozenset[str]
    """Prepositions between a noun that attributes and who says it: "de klacht van bewoners dat"."""
    noun_verbs: frozenset[str]
    """Verbs whose subject has or reaches what such a noun names: "kwam tot de conclusie dat"."""
    predicatives: frozenset[str]
    """Words before what is said of the object of a cue: "criticized the board for its silence"."""
    continuing: frozenset[str]
    """Words before an infinitive that tells what is done: "went on to say"."""


@dataclass(frozen=True, slots=True)
class Grammar(PhraseGrammar):
    """All keys of `grammar.toml`, which says what each is for; its own say how a clause is built."""

    opener_tags: str = field(metadata={"key": "sentence_openers"})
    """Tags of the words that may open a sentence after an abbreviation."""
    also_nouns: frozenset[str]
    """Forms of verbs that are nouns as well."""
    verb_second: bool
    """The finite verb stands second in a main clause, so that its subject may follow it."""
    verb_final: bool
    """Verbs stand last in a subordinate clause."""
    bare_verbs: bool
    """The bare form of a verb is finite only after a plural or a pronoun."""
    one_word_nouns: bool
    """Compounds are written as one word: no noun follows a noun within a phrase."""
    capital_nouns: bool
    """Every noun begins with a capital, not names alone."""
    clauses_after_comma: bool
    """A comma stands before what a verb takes as a clause, also one without a conjunction, and before an infinitive."""
    relative_complementiser: bool
    """The complementiser is a relative word as well."""
    particles_beside: bool
    """The particle of a verb may stand right behind it, and a preposition ends the search for it."""
    reporting_forms: frozenset[str]
    """Finite forms by which a main clause tells what another says: "Er habe keine Wahl"."""
    subject_pronouns: frozenset[str]
    """Pronouns that are a subject when they follow the finite verb."""
    object_pronouns: frozenset[str]
    """Pronouns that are never a subject."""
    anaphors: frozenset[str]
    """Words that open a clause and are no subject of what is told."""
    pointers: frozenset[str]
    """Words that open a sentence and stand for the sentence before."""
    pointing: frozenset[str]
    """Complementisers that are a pronoun as well."""
    relative_determiners: frozenset[str]
    """Relative words that are determiners as well."""
    negators: frozenset[str]
    """Words that begin a subject and negate what is told of it."""
    breaking: frozenset[str]
    """Words that, after a comma, give the word back to the one who tells."""
    tag_openers: frozenset[str]
    """Words between a content and the verb of its tag."""
    questions: frozenset[str]
    """Words that open a question as content."""
    refusing: frozenset[str]
    """Complementisers after which a negated cue is a refusal."""
    noun_complementisers: frozenset[str]
    """Complementisers after a noun that attributes."""
    purposes: frozenset[str]
    """Words that make an infinitive a purpose, unless the cue takes them."""
    passives: frozenset[str]
    """Auxiliaries of the passive."""
    agent_marks: frozenset[str]
    """Prepositions before the agent of a passive."""
