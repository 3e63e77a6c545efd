"""The legend of the signs in one line."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from briefing.claims.claim import Certainty
from briefing.compare.link import Relation
from locales import _, active
from tui.signs import UNICODE, Signs

CERTAINTIES: Final[Mapping[Certainty, str]] = MappingProxyType(
    {"certain": "$foreground", "probable": "$primary", "possible": "$secondary", "unspecified": "$accent"}
)
"""The colour of each certainty's sign."""
RELATIONS: Final[Mapping[Relation | None, str]] = MappingProxyType(
    {"same": "$success", "supports": "$success", "differs": "$accent", "conflicts": "$error", None: "$primary"}
)
"""The colour of each link's sign."""


class Legend(Widget):
    """The meaning of the signs of claims, and of links for two articles. What does not fit is in the help."""

    def __init__(self, *, links: bool = False) -> None:
        super().__init__()
        self.signs: Signs = UNICODE
        self._links = links

    def show(self, signs: Signs) -> None:
        """Write the legend of these signs in the interface's language."""
        self.signs = signs
        self.refresh()

    def render(self) -> RenderResult:
        """Whole entries in the available width, and a sign if there are more."""
        line, more = Content(""), f"{self.signs.more} ?"
        found = entries(self.signs, links=self._links)
        for place, one in enumerate(found, start=1):
            entry = Content.assemble((one.sign, one.colour), " ", one.words)
            room = self.content_size.width - (0 if place == len(found) else len(more) + 2)
            if line.cell_length + entry.cell_length > room:
                return line + more
            line += entry + "  "
        return line


class SignEntry(NamedTuple):
    """A sign, its meaning, its colour, and whether it is beside the text instead of in it."""

    sign: str
    words: str
    colour: str
    beside: bool = False


def entries(signs: Signs, *, links: bool) -> list[SignEntry]:
    """The signs of the claims, and those of the links where there are any."""
    say = active().say
    found = [
        SignEntry(sign, say(f"export.certainty.{name}"), CERTAINTIES[name]) for name, sign in signs.certainty.items()
    ]
    found.append(SignEntry(signs.negative, say("export.polarity.negative"), "$error"))
    if links:
        found += [
            SignEntry(signs.relation["same"], say("export.relation.same").lower(), RELATIONS["same"], beside=True),
            SignEntry(
                signs.relation["differs"], say("export.relation.differs").lower(), RELATIONS["differs"], beside=True
            ),
            SignEntry(
                signs.relation["conflicts"],
                say("export.relation.conflicts").lower(),
                RELATIONS["conflicts"],
                beside=True,
            ),
            SignEntry(signs.across, _("elsewhere"), "$primary", beside=True),
            SignEntry(f"{signs.only_left}{signs.only_right}", _("only here"), "$foreground-muted", beside=True),
            SignEntry(
                signs.relation["supports"], say("export.relation.supports").lower(), RELATIONS["supports"], beside=True
            ),
            SignEntry(signs.note, _("note"), "$primary", beside=True),
        ]
    return found
