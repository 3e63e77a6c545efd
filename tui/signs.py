"""The signs that show a state without colour: a Unicode set and an ASCII set."""

import locale
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from briefing.claims.claim import Certainty
    from briefing.compare.link import Relation


@dataclass(frozen=True)
class Signs:
    """One set of signs. Those of the gutter are a cell wide. `close` ends a marked content where an underline may not be seen."""

    certainty: "MappingProxyType[Certainty, str]"
    relation: "MappingProxyType[Relation | None, str]"
    negative: str
    close: str
    cursor: str
    across: str
    note: str
    pin: str
    only_left: str
    only_right: str
    unread: str
    rule: str
    divider: str
    locked: str
    unlocked: str
    more: str
    between: str
    turn: str
    ascii: bool = field(default=False)


UNICODE: Final = Signs(
    certainty=MappingProxyType({"certain": "●", "probable": "◕", "possible": "◑", "unspecified": "○"}),
    relation=MappingProxyType({"same": "=", "supports": "+", "conflicts": "≠", "differs": "≈", None: "·"}),
    negative="¬",
    close="",
    cursor="▌",
    across="⇄",
    note="✎",
    pin="⚲",
    only_left="‹",
    only_right="›",
    unread="●",
    rule="─",
    divider="│",
    locked="⇕",
    unlocked="⇅",
    more="…",
    between="·",
    turn="↗",
)
ASCII: Final = Signs(
    certainty=MappingProxyType({"certain": "[!", "probable": "[+", "possible": "[~", "unspecified": "[?"}),
    relation=MappingProxyType({"same": "=", "supports": "+", "conflicts": "#", "differs": "~", None: "."}),
    negative="-",
    close="]",
    cursor=">",
    across="x",
    note="n",
    pin="p",
    only_left="<",
    only_right=">",
    unread="*",
    rule="-",
    divider="|",
    locked="=",
    unlocked="/",
    more="...",
    between=".",
    turn="^",
    ascii=True,
)


def signs_for(encoding: str | None = None) -> Signs:
    """The set that the encoding of the terminal can show; by default that of the locale."""
    asked = (encoding or locale.getpreferredencoding(False)).lower().replace("-", "").replace("_", "")
    return UNICODE if asked.startswith(("utf", "cp65001")) else ASCII
