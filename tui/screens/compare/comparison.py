"""The comparison behind two articles on a screen: how it comes, what it says of a place, and what the user says of its links."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from briefing.article import Article, Passage
from briefing.claims.claim import ClaimCorrection
from briefing.compare.link import Comparison, LinkCorrection, Pair
from briefing.progress import CancelledError, Progress
from locales import active, ngettext
from store import Change
from tui.layout.links import Links, differs
from tui.screens.dialogs.correction import Choice, about_pair, about_places
from tui.screens.reading.claims import Here
from tui.screens.reading.screen import ReadingScreen


@dataclass
class Compared(Message):
    """The two articles were compared."""

    comparison: Comparison


@dataclass
class Comparing(Message):
    """This share of the comparison, 0..1, is done."""

    share: float


class LinkedScreen(ReadingScreen):
    """Two articles with the links between their passages. The subclass says where they stand."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__(articles)
        self.comparison: Comparison | None = None
        self.links = Links(None)
        self.progress = ""

    # What a subclass gives

    def entitle(self) -> None:
        """Show how far the comparison is."""

    def other_passage(self) -> Passage | None:
        """The passage of the other article that the user has in mind beside the one under the cursor, if there is one."""
        raise NotImplementedError

    # The comparison

    def on_mount(self) -> None:
        """Start the comparison once the bare text is shown."""
        self.call_after_refresh(self.compare)

    @work(thread=True, exit_on_error=False, group="comparison", exclusive=True)
    def compare(self) -> None:
        """Compare the two articles."""
        worker = get_current_worker()

        progress = Progress(lambda share: self.post_message(Comparing(share)), lambda: worker.is_cancelled)
        try:
            comparison = self.briefing.analysis().comparison(self.articles[0], self.articles[1], progress=progress)
        except CancelledError:
            return
        if not worker.is_cancelled:
            self.post_message(Compared(comparison))

    def on_comparing(self, message: Comparing) -> None:
        """Show how far it is."""
        if self.comparison is None:
            self.progress = active().percent(message.share)
            self.entitle()

    def library_changed(self, change: Change) -> None:
        """Take in new notes and corrections."""
        super().library_changed(change)
        if change.part == "corrections":
            self.compare()

    def counted(self) -> str:
        """How much the two share, in how much they differ, and how much stands in one of them only."""
        if self.comparison is None:
            return ""
        differing = sum(1 for pair in self.comparison.pairs if differs(pair))
        shared = len(self.comparison.pairs) - differing
        counts = (
            (ngettext("%(count)s shared", "%(count)s shared", shared), shared),
            (ngettext("%(count)s difference", "%(count)s differences", differing), differing),
            (ngettext("%(count)s only left", "%(count)s only left", n := len(self.comparison.only_left)), n),
            (ngettext("%(count)s only right", "%(count)s only right", n := len(self.comparison.only_right)), n),
        )
        return ", ".join(words % {"count": active().number(count)} for words, count in counts)

    # The place under the cursor

    def pairs_here(self) -> list[Pair]:
        """The pairs under the cursor, the most telling first."""
        here = self.here
        if here is None:
            return []
        return self.links.over(here.sheet, here.claim.content.parts if here.claim else (here.span,))

    def choices(self, here: Here) -> list[Choice]:
        """What a user can say of the claim and of the links under the cursor."""
        choices = super().choices(here)
        for pair in self.pairs_here():
            choices += about_pair(self.articles[0], self.articles[1], pair)
        other = self.other_passage()
        if other and not self.pairs_here():
            sides = (here.passage, other) if here.sheet == 0 else (other, here.passage)
            choices += about_places(*sides)
        return choices

    def keep_correction(self, here: Here, correction: ClaimCorrection | LinkCorrection) -> None:
        """Keep what the user said of a claim or of a link."""
        super().keep_correction(here, correction)
        if isinstance(correction, LinkCorrection):
            left, right = self.articles
            self.write(lambda library: library.corrections.add_link(left.id, right.id, correction), self.corrected)

    def corrected(self, _correction: object) -> None:
        """Compare anew with what the user said."""
        super().corrected(_correction)
        self.compare()

    def taken_back(self, _done: object) -> None:
        """Compare anew without what the user no longer says."""
        super().taken_back(_done)
        self.compare()
