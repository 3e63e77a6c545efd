"""Tags of the words of a sentence in their context, by an averaged perceptron (Collins 2002) with one pass from left to right.

The weights of a language stand in its `tagger.gz`, learned from Universal Dependencies treebanks: briefing/language/TAGGER.md
says from which and under which licence. `python -m bench.tagger` learns and measures them.
"""

import gzip
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Final, NamedTuple

from briefing.language.languages import folder_of, has_data
from briefing.language.lexicon import Lexicon, lexicon
from briefing.language.tags import Tag
from briefing.language.tokens import Tokens

SCALE: Final = 16
"""Units of a stored weight for one unit of a learned one."""
_START: Final = "<s>"
_BEYOND: Final = ("<e>", "<e2>")
_MEMORY: Final = 100_000
_BASE: Final = ord("A")
"""The letter of the first tag in a file of weights."""

Weights = dict[str, tuple[tuple[int, int], ...]]
"""By feature, the tags it speaks for or against: the tag's place in the list of tags, and how much."""


class TaggerModel(NamedTuple):
    """What was learned: the tags that can be given, and the weights of the features."""

    tags: tuple[Tag, ...]
    weights: Weights


class FeatureColumns(NamedTuple):
    """A text by column: the words in lower case, what is known of each, and its shape; two places go beyond the end."""

    lower: list[str]
    known: list[str]
    shapes: list[str]


class FeatureWords:
    """The tokens of a text as the features see them: what the word lists know of each, and its shape.

    `classes` gives the word classes of a form in lower case as letters, empty where nothing is known.
    """

    def __init__(self, lists: Lexicon) -> None:
        self._lists = lists
        self._classes = word_classes(lists.language)
        self._memory: dict[str, tuple[str, str]] = {}

    def columns(self, tokens: Tokens) -> FeatureColumns:
        """What the features are made from."""
        known = [self._look_up(word) for word in tokens.words]
        lower = ["0" if word.isdigit() else word for word in tokens.lower]
        return FeatureColumns([*lower, *_BEYOND], [*(k for k, _ in known), ".", "."], [*(s for _, s in known), "", ""])

    def _look_up(self, word: str) -> tuple[str, str]:
        found = self._memory.get(word)
        if found is None:
            if len(self._memory) > _MEMORY:
                self._memory.clear()
            found = self._memory[word] = (self._known(word), _shape(word))
        return found

    def _known(self, word: str) -> str:
        lower = word.lower()
        listed = "" if lower in self._lists.tags else "?"
        return f"{listed}{self._lists.tag(word)}/{self._classes(lower)}"


def features(at: int, columns: FeatureColumns, before: str, first: str) -> tuple[str, ...]:
    """The features of a token; `before` holds the two tags before it with a blank between, `first` is "1" at a sentence's start."""
    lower, known, shapes = columns
    word, following, this, nearby = lower[at], lower[at + 1], known[at], known[at + 1]
    last = before[before.rfind(" ") + 1 :]
    return (
        f"w{word}",
        f"s{word[-4:]}",
        f"s{word[-3:]}",
        f"s{word[-2:]}",
        f"p{word[:3]}",
        f"h{shapes[at]}{first}",
        f"k{this}",
        f"a{last}",
        f"b{before}",
        f"c{last} {word}",
        f"d{lower[at - 1] if at else _START}",
        f"e{following}",
        f"f{nearby}",
        f"g{this} {nearby}",
        f"i{last} {this}",
        f"j{following[-3:]}",
        f"l{lower[at + 2]}",
        f"m{shapes[at + 1]}{first}{shapes[at]}",
        f"n{this} {nearby} {known[at + 2]}",
        f"o{last} {this} {nearby}",
    )


def _shape(word: str) -> str:
    """What the capitals, digits and marks of a word tell."""
    capital = ("X" if word.isupper() and len(word) > 1 else "x") if word[0].isupper() else ""
    digit = "d" if any(map(str.isdigit, word)) else ""
    return capital + digit + "-" * ("-" in word) + "." * ("." in word)


class Tagger:
    """The tagger of one language."""

    def __init__(self, lists: Lexicon, model: TaggerModel) -> None:
        self._lists, self._model = lists, model
        self._words = FeatureWords(lists)

    def tags(self, tokens: Tokens) -> list[Tag]:
        """The tag of each token, in time linear to their number."""
        columns = self._words.columns(tokens)
        names, weights = self._model
        found: list[Tag] = []
        before, first = f"{_START} {_START}", "1"
        for at, word in enumerate(tokens.words):
            tag = mark_of(word, self._lists)
            if tag is None:
                scores = [0] * len(names)
                for feature in features(at, columns, before, first):
                    for place, weight in weights.get(feature, ()):
                        scores[place] += weight
                tag = names[scores.index(max(scores))]
                first = "0"
            elif tag is Tag.STOP or tag is Tag.QUOTE:
                first = "1"
            found.append(tag)
            before = f"{before[before.rfind(' ') + 1 :]} {tag.value}"
        return found


def mark_of(word: str, lists: Lexicon) -> Tag | None:
    """The tag of a mark or a number in figures; `None` for a word, which needs its context."""
    if any(map(str.isalpha, word)):
        return None
    return Tag(lists.tag(word))


def parsed(lines: Iterable[str]) -> TaggerModel:
    """The model in the lines of a file: the tags, then a feature a line with its weights.

    Raises:
        ValueError: a line is not of that form.
    """
    rows = iter(lines)
    tags = tuple(Tag(value) for value in next(rows).rstrip("\n").split("\t"))
    weights: Weights = {}
    for row in rows:
        feature, *pairs = row.rstrip("\n").split("\t")
        weights[feature] = tuple([(ord(pair[0]) - _BASE, int(pair[1:])) for pair in pairs])
    return TaggerModel(tags, weights)


def written(model: TaggerModel) -> Iterator[str]:
    """The lines that `parsed` reads."""
    yield "\t".join(tag.value for tag in model.tags) + "\n"
    for feature, pairs in sorted(model.weights.items()):
        yield "\t".join((feature, *(f"{chr(_BASE + place)}{weight}" for place, weight in pairs))) + "\n"


def word_classes(language: str) -> Callable[[str], str]:
    """What gives the word classes of a form in the language, as letters; nothing for a language without such a module."""
    name = f"briefing.language.{language}.word_classes"
    package = f"briefing.language.{language}"
    if find_spec(package) is None or find_spec(name) is None:
        return lambda _form: ""
    classes: Callable[[str], str] = import_module(name).word_classes
    return classes


@cache
def tagger(language: str) -> Tagger | None:
    """The tagger of the language, read at the first call; `None` where it has no weights."""
    if not has_data(language):
        return None
    path = folder_of(language).joinpath("tagger.gz")
    if not path.is_file():
        return None
    with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        return Tagger(lexicon(language), parsed(lines))
