"""The evidence card: facts about the claim under the cursor and about linked passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from briefing.article import Article
from briefing.claims.claim import Claim
from briefing.compare.link import Pair
from briefing.export.wording import claim_facts, pair_facts, quoted
from briefing.language.languages import has_data
from locales import _, active
from tui.key_names import with_keys
from tui.layout.marks import sign_of
from tui.signs import UNICODE, Signs
from tui.widgets.legend import CERTAINTIES, RELATIONS

_SHORT = 6
"""Height in lines below which the card leaves out the quote and joins its facts."""


class EvidenceCard(VerticalScroll, can_focus=False):
    """Source, chain, hedge, certainty and reason in words; nothing is shown by colour alone."""

    def __init__(self) -> None:
        super().__init__()
        self.evidence: Evidence | None = None
        self._signs: Signs = UNICODE

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="evidence")

    def show(self, evidence: "Evidence", signs: Signs) -> None:
        """Show what is known of the place under the cursor."""
        self.evidence, self._signs = evidence, signs
        blocks = [Content.styled(f"! {notice}", "$text-error") for notice in evidence.notices]
        blocks += (Content.styled(remark, "$foreground-muted") for remark in evidence.remarks)
        if evidence.claim is not None:
            blocks.append(self._claim(evidence.article, evidence.claim, signs))
        blocks += (self._pair(pair, signs) for pair in evidence.pairs if pair.relation or pair.differences)
        if not blocks:
            blocks.append(Content.styled(_nothing_at(evidence.article), "$foreground-muted"))
        self.query_one("#evidence", Static).update(Content("\n").join(blocks))
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Show it in the form that fits the new size."""
        if self.evidence is not None:
            self.show(self.evidence, self._signs)

    @property
    def _is_short(self) -> bool:
        return 0 < self.container_size.height < _SHORT

    def _claim(self, article: Article, claim: Claim, signs: Signs) -> Content:
        sign = Content.styled(f"{sign_of(claim, signs)} ", f"bold {CERTAINTIES[claim.certainty]}")
        facts = [Content(fact) for fact in claim_facts(claim, article.text, active()) if fact]
        if self._is_short:
            return sign + _BESIDE.join(facts)
        return Content("\n").join([sign + Content.styled(f"“{quoted(claim.content, article.text)}”", "bold"), *facts])

    def _pair(self, pair: Pair, signs: Signs) -> Content:
        sign = Content.styled(f"{signs.relation[pair.relation]} ", f"bold {RELATIONS[pair.relation]}")
        joint = _BESIDE if self._is_short else Content("\n  ")
        return sign + joint.join(Content(fact) for fact in pair_facts(pair, active()))


def _nothing_at(article: Article) -> str:
    """What to do if there is no claim, or why there cannot be one."""
    if has_data(article.language):
        return with_keys(_("No claim under the cursor. Next claim: [next-claim]. Add a claim: [correct]."))
    name = active().language_name(article.language)
    words = with_keys(_("Claims are not found in this language yet: %(language)s. Add a claim yourself: [correct]."))
    return words % {"language": name}


_BESIDE = Content("  ·  ")


@dataclass(frozen=True)
class Evidence:
    """A claim of an article, its pairs, warnings, and other remarks."""

    article: Article
    claim: Claim | None = None
    pairs: Sequence[Pair] = ()
    notices: Sequence[str] = ()
    remarks: Sequence[str] = ()
