"""The headline as the first sentence of a summary whose report opens with something else than the news."""

from collections.abc import Sequence

from briefing.summary.standing import sets_up, standing_in
from briefing.summary.units import Material, Unit, unit_of


def headline_in_front(one: Material, chosen: Sequence[Unit]) -> Unit | None:
    """The headline of a report, where its opening is not in the summary or sets the scene or leans on it; `None` for a question."""
    opening = one.report.opening
    if opening is None or opening == one.sentences[0] or one.sentences[0].text.rstrip().endswith("?"):
        return None
    start = one.sentences.index(opening)
    if any(unit.first == 0 for unit in chosen):
        return None
    is_told = any(unit.first <= start <= unit.last for unit in chosen)
    reading, tokens = one.report.tokens(opening)
    if is_told and not sets_up(reading, tokens) and standing_in(reading, tokens) != "leaning":
        return None
    return unit_of(0, one.report, one.weights, (0, 0), "alone")
