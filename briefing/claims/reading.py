"""A paragraph made ready for the rules: its tokens with their tags, its sentences and its quotations. No rule stands here."""

from dataclasses import dataclass

from briefing.article import Span
from briefing.language.lexicon import Lexicon
from briefing.language.sentences import sentence_ranges
from briefing.language.tokens import Tokens, tokens_of

Range = tuple[int, int]
"""A run of tokens, end exclusive."""

_OPENING = frozenset("“„«") | {",,", "``"}
_CLOSING = frozenset("”»")
_SPEECH_WORDS = 4
_GAP = 12
_LONGEST_SENTENCE = 250


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: the tokens of its marks. `closed` is false where it runs on into the next paragraph."""

    opening: int
    closing: int
    closed: bool

    @property
    def inside(self) -> Range:
        """The tokens between the marks."""
        return self.opening + 1, self.closing

    def is_speech(self) -> bool:
        """Whether it is long enough to be what somebody said, and not a word held at arm's length."""
        return self.closing - self.opening - 1 >= _SPEECH_WORDS


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a paragraph, one tag a token, the sentences and quotations as runs of tokens."""

    text: str
    words: Lexicon
    tokens: Tokens
    tags: list[str]
    sentences: list[Range]
    quotes: list[Quote]
    quote_at: list[int]
    goes_on: bool

    def in_speech(self, at: int) -> bool:
        """Whether the token stands inside what somebody is quoted to say."""
        if self.quote_at[at] < 0:
            return False
        quote = self.quotes[self.quote_at[at]]
        return quote.is_speech() and (quote.closed or self.goes_on)

    def span(self, found: Range) -> Span:
        """Where a run of tokens stands in the text."""
        return Span(self.tokens.starts[found[0]], self.tokens.ends[found[1] - 1])

    def lower(self, found: Range) -> list[str]:
        """The words of a run of tokens in lower case."""
        return self.tokens.lower[found[0] : found[1]]


def read(text: str, start: int, end: int, words: Lexicon) -> Reading:
    """The reading of the paragraph between two offsets of the text.

    A quotation that is not closed runs to its end, and counts as speech only if the next paragraph opens one again.
    """
    tokens = tokens_of(text, words.abbreviations, start, end)
    tags = [words.tag(word) for word in tokens.words]
    _settle(tags, tokens, words)
    quotes = _quotes(text, tokens, start)
    quote_at = [-1] * len(tokens)
    for index, quote in enumerate(quotes):
        for at in range(quote.opening, min(quote.closing + 1, len(tokens))):
            quote_at[at] = index
    following = text[end : end + _GAP].lstrip()[:2]
    goes_on = following[:1] in _OPENING or following[:1] in "\"'‘" or following in _OPENING
    return Reading(
        text,
        words,
        tokens,
        tags,
        _bounded(sentence_ranges(tokens, words)),
        quotes,
        quote_at,
        goes_on and bool(following),
    )


def _bounded(sentences: list[Range]) -> list[Range]:
    """The sentences, those cut in pieces that are longer than any sentence is: the rules look through a whole sentence."""
    return [
        (at, min(at + _LONGEST_SENTENCE, end))
        for start, end in sentences
        for at in range(start, end, _LONGEST_SENTENCE)
    ]


def _settle(tags: list[str], tokens: Tokens, words: Lexicon) -> None:
    """A form that may be verb or noun is a noun after a determiner, an adjective, a number or a preposition.

    The bare form is one after a singular noun or a name too, where a verb would have its ending: "press secretary".
    """
    nominal = words.nominal
    before = "."
    for at, tag in enumerate(tags):
        if tag in "VvEG":
            previous = tokens.lower[at - 1] if at else ""
            if (
                tokens.words[at][0].isupper()
                and before != "."
                and not tokens.words[at - 1][0].isupper()
                and before not in ':"(-'
            ):
                tags[at] = "M"
            elif tag in "Vv" and tokens.lower[at] in nominal:
                plural = previous.endswith("s") or previous in words.irregular_plurals
                bare = tag == "v" and words.bare_verbs and before in "MN" and not plural
                stacked = before == "G" or (before == "v" and tag == "V" and words.bare_verbs)
                if bare or stacked or (before in "DA#sp" and previous not in words.demonstratives):
                    tags[at] = "N"
            elif tag in "EV" and _is_person(tags, tokens, at, words):
                tags[at] = "N"
        elif tag == "X" and _is_first_name(tags, tokens, at, words):
            tags[at] = "M"
        elif tag == "s" and before in "PR":
            tags[at] = "X"
        elif tag == "D" and before in "NMVXpBP," and tokens.words[at][0].isupper() and tags[at + 1 : at + 2] == ["M"]:
            tags[at] = "M"
        elif tag == "C" and tokens.lower[at] in words.pointing and _points(tags, at):
            tags[at] = "P"
        elif tag == "D" and tokens.lower[at] in words.possessive_verbs and not _owns(tags, at):
            tags[at] = "X"
        before = tags[at]


def _is_person(tags: list[str], tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether a participle stands for people: "sommige geleerden denken", "de betrokkenen"."""
    if (
        not words.one_word_nouns
        or not at
        or tags[at - 1] != "D"
        or not tokens.lower[at].endswith(words.plural_endings[0])
    ):
        return False
    following = tags[at + 1] if at + 1 < len(tags) else "."
    return (
        (following in "XVv" or tags[at] == "E")
        and following not in "NMAEG#"
        and tokens.lower[at - 1].endswith("e")
        and tokens.lower[at - 1] not in words.pointing_determiners
    )


def _is_first_name(tags: list[str], tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether a capital within a sentence makes an auxiliary a name: "topman Ben Smit", "said Will Smith"."""
    word = tokens.words[at]
    if not at or at + 1 >= len(tags) or tags[at - 1] in '.":(-' or not (word.istitle() and word.isalpha()):
        return False
    return tags[at + 1] == "M" or tokens.lower[at + 1] in words.name_links


def _points(tags: list[str], at: int) -> bool:
    """Whether "dat" is a pronoun: after a preposition, or at the start of a sentence right before its verb."""
    before = tags[at - 1] if at else "."
    return before == "p" or (before in '."(' and tags[at + 1 : at + 2] in (["X"], ["V"]))


def _owns(tags: list[str], at: int) -> bool:
    """Whether "zijn" is "his" and not "are": before a noun, and not right after the phrase that would be its subject."""
    following = tags[at + 1] if at + 1 < len(tags) else "."
    return following in "NAM#" and (at == 0 or tags[at - 1] not in "NMP")


def _quotes(text: str, tokens: Tokens, start: int) -> list[Quote]:
    """The quotations of a paragraph, one inside another left out; marks are paired by their shape and the space around them."""
    found: list[Quote] = []
    opening, closer = -1, frozenset[str]()
    for at, word in enumerate(tokens.words):
        if len(word) > 2 or word[0].isalnum() or (word not in _MARKS):
            continue
        if opening >= 0:
            if word in closer and _may_close(text, tokens, at, word):
                found.append(Quote(opening, at, closed=True))
                opening = -1
        elif word in _OPENING or (word in _PLAIN and _may_open(text, tokens, at, start)):
            opening, closer = at, _CLOSER_OF.get(word, frozenset((word,)))
    if opening >= 0 and tokens.words[opening] not in _SINGLE:
        found.append(Quote(opening, len(tokens), closed=False))
    return found


_PLAIN = frozenset(('"', "''", "'", "‘", "”"))
_SINGLE = frozenset("'‘")
_MARKS = _OPENING | _CLOSING | _PLAIN | {"’"}
_CLOSER_OF = {
    "“": frozenset(("”", "“", '"')),
    "„": frozenset(("”", "“", '"')),
    "«": frozenset("»"),
    ",,": frozenset(("''", '"', "”")),
    "``": frozenset(("''",)),
    "‘": frozenset("’'"),
    '"': frozenset('"”'),
}


def _may_open(text: str, tokens: Tokens, at: int, start: int) -> bool:
    where, after = tokens.starts[at], tokens.ends[at]
    if after >= len(text) or (where > start and text[where - 1].isalnum()):
        return False
    if text[after].isspace():
        return at == 0 or tokens.words[at - 1] == ":"
    return text[after].isalnum() or text[after] in "'‘’([…$€£-.@#*"


def _may_close(text: str, tokens: Tokens, at: int, word: str) -> bool:
    where, after = tokens.starts[at], tokens.ends[at]
    if word in {"'", "’", "“"}:
        return not text[where - 1].isspace() and (after >= len(text) or not text[after].isalnum())
    return True
