"""What only the comparison of two reports needs to know of words: `verdicts.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class LightWords:
    """Words in their base form that tell little of what happens, and words of closed classes that tell something all the same."""

    words: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Words of what is to come, of what is intended and of what has been; of what is to come beside an infinitive (`going`), and
    of what has been beside a participle (`perfect`).
    """

    future: frozenset[str] = frozenset()
    intention: frozenset[str] = frozenset()
    going: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    perfect: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DenialWords:
    """Verbs in their base form that deny what they govern, words beside which a negation proves nothing, words next to a
    negation that make it one of the moment, and words that deny something of everybody.
    """

    verbs: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    moment: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Opposed prepositions, by what every language calls them."""

    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class QuestionWords:
    """Words that open a question inside a sentence: by themselves, or after a word of asking or not knowing."""

    alone: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    asking: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CountedWords:
    """Nouns for people by what befell them, in their base form: "the dead", "gewonden"; and the words before a number of all."""

    people: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AgentWords:
    """Prepositions that name who does what a passive verb tells, and who receives it."""

    agent: frozenset[str] = frozenset()
    recipient: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class IdiomWords:
    """Set phrases, their words joined by underscores, with the word that means the same: "om_het_leven" with "sterven"."""

    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShareWords:
    """Shares of a whole in words, joined by underscores, with their percentage."""

    words: Mapping[str, Decimal]


@dataclass(frozen=True, slots=True)
class VoiceWords:
    """Nouns for somebody who speaks for an organisation that may not be named."""

    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PermissionWords:
    """Words that permit, and hedges that may permit as well: "may"."""

    words: frozenset[str] = frozenset()
    hedges: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class VerdictTable:
    """The tables of `verdicts.toml`."""

    light: LightWords
    tense: TenseWords
    permission: PermissionWords
    denial: DenialWords
    stance: StanceWords
    voices: VoiceWords
    question: QuestionWords
    counted: CountedWords
    idioms: IdiomWords
    shares: ShareWords
    roles: AgentWords
