"""What the Compare screen says of the links of two articles: how many there are, and what the user can correct."""

from collections.abc import Iterable

from briefing.compare.link import Comparison
from locales import active, ngettext
from tui.layout.links import differs
from tui.screens.compare.view import CompareView
from tui.screens.dialogs.correction import Choice, about_pair, about_places
from tui.screens.reading.cursor import Here


def counted(comparison: Comparison) -> str:
    """How many passages are shared, differ, or are in one article only."""
    differing = sum(1 for pair in comparison.pairs if differs(pair))
    shared = len(comparison.pairs) - differing
    left, right = len(comparison.only_left), len(comparison.only_right)
    counts = (
        (ngettext("%(count)s shared", "%(count)s shared", shared), shared),
        (ngettext("%(count)s difference", "%(count)s differences", differing), differing),
        (ngettext("%(count)s only left", "%(count)s only left", left), left),
        (ngettext("%(count)s only right", "%(count)s only right", right), right),
    )
    return ", ".join(words % {"count": active().number(count)} for words, count in counts)


def about_links(view: CompareView, here: Here) -> Iterable[Choice]:
    """What the user can say of the links at a place: of those that are there, else of the passages under both cursors."""
    left, right = view.text.articles
    pairs = view.pairs_at(here)
    for pair in pairs:
        yield from about_pair(left, right, pair)
    across = view.passage_across(here)
    if across and not pairs:
        yield from about_places(*((here.passage, across) if here.sheet == 0 else (across, here.passage)))
