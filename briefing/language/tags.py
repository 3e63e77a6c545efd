"""The tags of tokens: word classes and marks, one set for every language and for everything that reads a sentence."""

from enum import StrEnum
from typing import Final


class Tag(StrEnum):
    """What a token is. The value is the short form in which the word lists and tests write it."""

    NOUN = "N"
    NAME = "M"
    PRONOUN = "P"
    DETERMINER = "D"
    ADJECTIVE = "A"
    NUMBER = "#"
    TIME = "d"
    """A word that dates by itself: "gisteren", "Monday"."""
    ADVERB = "B"
    NEGATION = "n"
    PREPOSITION = "p"
    TO = "t"
    """The mark of an infinitive: "te", "to"."""
    AUXILIARY = "X"
    """A finite auxiliary or modal."""
    BARE_AUXILIARY = "x"
    """An auxiliary that is not finite: "hebben", "geweest"."""
    FINITE_VERB = "V"
    INFINITIVE = "v"
    PARTICIPLE = "E"
    """A past participle."""
    PRESENT_PARTICIPLE = "G"
    COMPLEMENTISER = "C"
    RELATIVE = "R"
    """A relative or question word."""
    SUBORDINATOR = "S"
    COORDINATOR = "K"
    POSSESSIVE = "s"
    """The ending "'s"."""
    COMMA = ","
    SEMICOLON = ";"
    COLON = ":"
    STOP = "."
    """Any mark that ends a sentence."""
    DASH = "-"
    QUOTE = '"'
    SINGLE_QUOTE = "'"
    OPENING_BRACKET = "("
    CLOSING_BRACKET = ")"
    UNKNOWN = "u"


VERBS: Final = frozenset((Tag.AUXILIARY, Tag.FINITE_VERB))
"""Tags of finite verbs."""
NON_FINITE: Final = frozenset((Tag.BARE_AUXILIARY, Tag.INFINITIVE, Tag.PARTICIPLE))
"""Tags of the other members of a verb group."""
NOMINAL: Final = frozenset((Tag.NOUN, Tag.NAME, Tag.PRONOUN, Tag.NUMBER))
"""Tags of words that can be the head of a noun phrase."""
MARKS: Final = frozenset(
    (
        Tag.COMMA,
        Tag.SEMICOLON,
        Tag.COLON,
        Tag.STOP,
        Tag.DASH,
        Tag.QUOTE,
        Tag.SINGLE_QUOTE,
        Tag.OPENING_BRACKET,
        Tag.CLOSING_BRACKET,
    )
)
"""Tags of punctuation."""
