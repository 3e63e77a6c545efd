"""The mouse's selection in text that is drawn line by line."""

from textual.strip import Strip
from textual.widget import Widget


def selected(widget: Widget, index: int, strip: Strip) -> Strip:
    """A line with the selected part highlighted, and with its offsets for the next selection."""
    selection = widget.text_selection
    span = selection.get_span(index) if selection else None
    if span is not None:
        start, end = span[0], strip.cell_length if span[1] == -1 else span[1]
        style = widget.screen.get_component_rich_style("screen--selection")
        chosen = strip.crop(start, end).apply_style(style)
        strip = Strip.join([strip.crop(0, start), chosen, strip.crop(end)])
    return strip.apply_offsets(0, index)
