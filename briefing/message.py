"""What the domain says of itself: a code with parameters, put in words by whoever holds a catalogue."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Protocol

from briefing.article import PublicationDate

Parameter = str | int | float | None


@dataclass(frozen=True)
class Message:
    """A code such as `why.cue.verb` with its named parameters; the words are in the catalogues."""

    code: str
    params: Mapping[str, Parameter] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, code: str, **params: Parameter) -> "Message":
        """The message with the code and the parameters given by name."""
        return cls(code, MappingProxyType(params))

    def __hash__(self) -> int:
        return hash((self.code, *sorted(self.params)))


class Messages(Protocol):
    """A catalogue in one language: gives the words for a message, and dates and numbers in that language's form."""

    @property
    def language(self) -> str:
        """The language of the words: `nl` or `en`."""

    def say(self, code: str, /, **params: object) -> str:
        """The words of the code with its named parameters filled in; a `count` chooses the plural form."""

    def language_name(self, code: str) -> str:
        """The name of a language in this one: "Nederlands" or "Dutch" for `nl`."""

    def date(self, value: PublicationDate) -> str:
        """The date as precisely as it is known: "januari 2019"."""

    def number(self, value: Decimal | float) -> str:
        """The number with the language's separators: "1.234,5"."""

    def listed(self, items: Sequence[str]) -> str:
        """The items as one phrase: "a, b en c"."""


class BriefingError(Exception):
    """What could not be done, as a message that says what to do; the base of all errors shown to the user."""

    exit_code = 3

    def __init__(self, code: str, /, **params: Parameter) -> None:
        self.message = Message.of(code, **params)
        super().__init__(code, params)


class NothingFoundError(BriefingError):
    """A well-formed request that matches nothing."""

    exit_code = 1


class WrongUseError(BriefingError):
    """A request that cannot be carried out as worded."""

    exit_code = 2


class InputError(BriefingError):
    """An input that cannot be read or understood."""

    exit_code = 3


class UnavailableError(BriefingError):
    """An engine, a file system or a network that is not there."""

    exit_code = 4
