"""From a table of a data file to a dataclass with the same keys, checked key by key.

How a value is written follows from the type of its field: words in one string with spaces between them, an underscore for
a space within one; pairs as "one=1 two=2"; phrases as a list of strings. A field whose key is no name in Python has the
key in its metadata.
"""

from collections.abc import Callable, Mapping
from dataclasses import Field, fields, is_dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, TypeVar, get_type_hints

from briefing.article import Language
from briefing.language.languages import read_table

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Table = TypeVar("Table", bound=DataclassInstance)
else:
    Table = TypeVar("Table")

Phrase = tuple[str, ...]
"""Words that stand together, in lower case."""


class TableError(ValueError):
    """A data file has a key or a value that it should not have; the message names file, table and key."""


def load(kind: type[Table], language: Language, name: str) -> Table:
    """The tables of the file `name`.toml of a language as an instance of the dataclass; empty if there is no such file.

    Raises:
        TableError: a key is unknown, or has no value of its type.
    """
    return read(kind, read_table(language, name), f"{language}/{name}.toml")


def read(kind: type[Table], values: Mapping[str, object], where: str) -> Table:
    """The dataclass with the values of a table; `where` names the table in errors. What a language lacks is left out.

    Raises:
        TableError: a key is unknown, or has no value of its type.
    """
    hints = get_type_hints(kind)
    keys = {_key(one): one for one in fields(kind)}
    if unknown := values.keys() - keys.keys():
        raise TableError(f"{where}: unknown key {', '.join(sorted(unknown))}")
    given: dict[str, object] = {}
    for key, one in keys.items():
        if key in values:
            given[one.name] = _value(hints[one.name], values[key], f"{where}: {key}")
        else:
            given[one.name] = _nothing(hints[one.name])
    make: Callable[..., Table] = kind
    return make(**given)


def empty(kind: type[Table]) -> Table:
    """The dataclass without any words, for a language without data."""
    hints = get_type_hints(kind)
    make: Callable[..., Table] = kind
    return make(**{one.name: _nothing(hints[one.name]) for one in fields(kind)})


def _nothing(hint: object) -> object:
    """The value of a key that is left out."""
    if isinstance(hint, type) and is_dataclass(hint):
        return empty(hint)
    return _EMPTY.get(hint, {})


def _key(one: "Field[object]") -> str:
    return str(one.metadata.get("key", one.name))


def _value(hint: object, value: object, where: str) -> object:
    if is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, dict):
            raise TableError(f"{where} is no table")
        return read(hint, value, where)
    try:
        return _CONVERSIONS[hint](value)
    except (TypeError, ValueError, ArithmeticError) as error:
        raise TableError(f"{where}: {error}") from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("is no text")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("is neither true nor false")
    return value


def _listed(value: object) -> list[str]:
    if isinstance(value, list):
        return [_text(one) for one in value]
    return [word.replace("_", " ") if len(word) > 1 else word for word in _text(value).split()]


def _phrases(value: object) -> tuple[Phrase, ...]:
    return tuple(tuple(phrase.split()) for phrase in _listed(value))


def pairs_in(listed: str) -> dict[str, str]:
    """The pairs in "one=1 two=2"; an underscore in the first stands for a space.

    Raises:
        ValueError: one has no value.
    """
    pairs: dict[str, str] = {}
    for item in listed.split():
        word, mark, value = item.partition("=")
        if not mark or not value:
            raise ValueError(f"{item} has no value")
        pairs[word.replace("_", " ")] = value
    return pairs


def _pairs(value: object) -> dict[str, str]:
    if isinstance(value, dict):
        return {str(key): _text(one) for key, one in value.items()}
    return pairs_in(_text(value))


def _named(convert: Callable[[object], object]) -> Callable[[object], object]:
    """The conversion of a table whose keys are free."""

    def converted(value: object) -> object:
        if not isinstance(value, dict):
            raise TypeError("is no table")
        return {str(key): convert(one) for key, one in value.items()}

    return converted


_CONVERSIONS: Final[Mapping[object, Callable[[object], object]]] = {
    str: _text,
    bool: _flag,
    frozenset[str]: lambda value: frozenset(_listed(value)),
    tuple[str, ...]: lambda value: tuple(_listed(value)),
    tuple[Phrase, ...]: _phrases,
    frozenset[Phrase]: lambda value: frozenset(_phrases(value)),
    Mapping[str, str]: _pairs,
    Mapping[str, int]: lambda value: {word: int(number) for word, number in _pairs(value).items()},
    Mapping[str, Decimal]: lambda value: {word: Decimal(number) for word, number in _pairs(value).items()},
    Mapping[str, frozenset[str]]: _named(lambda value: frozenset(_listed(value))),
    Mapping[str, tuple[str, ...]]: _named(lambda value: tuple(_listed(value))),
    Mapping[str, tuple[Phrase, ...]]: _named(_phrases),
}
_EMPTY: Final[Mapping[object, object]] = {
    str: "",
    bool: False,
    frozenset[str]: frozenset(),
    frozenset[Phrase]: frozenset(),
    tuple[str, ...]: (),
    tuple[Phrase, ...]: (),
}
