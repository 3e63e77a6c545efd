"""Which engines there are, and the choice of one: the first in the user's order that can do it here and now."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from types import MappingProxyType

from briefing.article import Language
from briefing.message import UnavailableError, WrongUseError
from briefing.translate.translator import Translator

ENGINES: Mapping[str, str] = MappingProxyType({})
"""Name -> module; the module gives `translator(settings) -> Translator`. In the order in which they are tried."""


def translator(names: Sequence[str], from_: Language, to: Language) -> Translator:
    """The first of the engines named that is there; all of them in their order where none is named.

    Raises:
        WrongUseError: a name stands for no engine.
        UnavailableError: none is there.
    """
    for name in names:
        if name not in ENGINES:
            raise WrongUseError("translate.unknown-engine", engine=name, known=", ".join(ENGINES))
    for name in names or ENGINES:
        found: Translator = import_module(ENGINES[name]).translator()
        return found
    raise UnavailableError("translate.no-engine", from_=from_, to=to)
