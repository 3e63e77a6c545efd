"""The filter that every drawn line passes, so that no text reaches the terminal as a command."""

from typing import Final

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from briefing.ingest.clean import blanked


class Printable(LineFilter):
    """Draws controls, escape sequences and direction marks as blanks; widths stay as they are."""

    def apply(self, segments: list[Segment], _background: Color) -> list[Segment]:
        """The segments with printable text alone."""
        return [
            one if one.control or one.text.isprintable() else Segment(blanked(one.text, cell_len), one.style)
            for one in segments
        ]


PRINTABLE: Final = Printable()
