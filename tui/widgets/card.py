"""The evidence card: what is known of the claim under the cursor, and of the passage of the other article beside it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from briefing.article import Article
from briefing.claims.claim import Claim
from briefing.compare.link import Pair
from briefing.export.wording import claim_facts, pair_facts, quoted
from locales import _, active
from tui.page.marks import sign_of
from tui.signs import Signs


class EvidenceCard(VerticalScroll, can_focus=False):
    """Source, chain, hedge as quoted, certainty, and why, in words; nothing there is said by colour alone."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="evidence")

    def show(self, article: Article | None, claim: Claim | None, pairs: Sequence[Pair], signs: Signs) -> None:
        """Show a claim of the article and the pairs that the place under the cursor stands in; both may be missing."""
        blocks: list[Content] = []
        if article is not None and claim is not None:
            blocks.append(_claim(article, claim, signs))
        blocks += (_pair(pair, signs) for pair in pairs if pair.relation or pair.differences)
        if not blocks:
            blocks.append(Content.styled(_("No claim under the cursor; n goes to the next one."), "$foreground-muted"))
        self.query_one("#evidence", Static).update(Content("\n").join(blocks))
        self.scroll_home(animate=False)


def _claim(article: Article, claim: Claim, signs: Signs) -> Content:
    messages = active()
    words = Content.assemble(
        (sign_of(claim, signs), "bold $accent"), " ", (f"“{quoted(claim.content, article.text)}”", "bold")
    )
    facts = [fact for fact in claim_facts(claim, article.text, messages) if fact]
    return Content("\n").join([words, *(Content(fact) for fact in facts)])


def _pair(pair: Pair, signs: Signs) -> Content:
    sign = Content.styled(f"{signs.relation[pair.relation]} ", "bold $accent")
    return sign + Content("\n  ").join(Content(fact) for fact in pair_facts(pair, active()))
