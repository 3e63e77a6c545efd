"""The legend of the signs in one line."""

from typing import Final

from textual.app import RenderResult
from textual.content import Content
from textual.widget import Widget

from briefing.claims.claim import Certainty
from locales import _, active
from tui.signs import UNICODE, Signs

_COLOURS: Final[dict[Certainty, str]] = {
    "certain": "$foreground",
    "probable": "$primary",
    "possible": "$secondary",
    "unspecified": "$accent",
}


class Legend(Widget):
    """What the signs of certainty, and of the links where there are two articles, stand for; cut where there is no room."""

    def __init__(self, *, links: bool = False) -> None:
        super().__init__()
        self.signs: Signs = UNICODE
        self._links = links

    def render(self) -> RenderResult:
        """The line in the width that there is: whole entries only."""
        line = Content("")
        for sign, words, style in self._entries():
            entry = Content.assemble((sign, style), " ", words)
            if line.cell_length + entry.cell_length > self.content_size.width:
                break
            line += entry + "  "
        return line

    def _entries(self) -> list[tuple[str, str, str]]:
        certainty, relation, say = self.signs.certainty, self.signs.relation, active().say
        entries = [(sign, say(f"export.certainty.{name}"), _COLOURS[name]) for name, sign in certainty.items()]
        entries.append((self.signs.negative, say("export.polarity.negative"), "$error"))
        if self._links:
            entries += [
                (relation["same"], say("export.relation.same").lower(), "$success"),
                (relation["differs"], say("export.relation.differs").lower(), "$accent"),
                (relation["conflicts"], say("export.relation.conflicts").lower(), "$error"),
                (self.signs.across, _("elsewhere"), "$primary"),
                (f"{self.signs.only_left}{self.signs.only_right}", _("only here"), "$foreground-muted"),
                (relation["supports"], say("export.relation.supports").lower(), "$success"),
                (self.signs.note, _("note"), "$primary"),
            ]
        return entries
