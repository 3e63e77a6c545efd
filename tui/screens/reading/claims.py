"""What the screens on which one reads stand on: the claims in the text, which of them are marked, and where the cursor is."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from briefing.article import Article, Passage, Span
from briefing.claims.claim import Claim
from briefing.claims.selection import NamedSource, again, sources_of
from briefing.language.sentences import sentences_at
from locales import _
from store import Change
from tui.layout.alignment import Line
from tui.layout.marks import CLAIM_FILTERS, ClaimFilter, claim_at, wanted
from tui.screens.dialogs.source_choice import SourceDialog, only_of
from tui.screens.reading.line_layout import LaidOutScreen
from tui.widgets.card import EvidenceCard
from tui.widgets.page import Page


@dataclass
class ClaimsFound(Message):
    """The claims of the articles were found."""

    claims: tuple[tuple[Claim, ...], ...]


@dataclass(frozen=True)
class Here:
    """What the cursor stands on: a claim of an article, or else a passage of it."""

    sheet: int
    article: Article
    span: Span
    claim: Claim | None

    @property
    def passage(self) -> Passage:
        """The claim's words, else the sentence that begins on the line or goes on there."""
        if self.claim:
            return self.article.passage(self.claim.span)
        sentences = sentences_at(self.article, self.span)
        begun = [sentence for sentence in sentences if sentence.start >= self.span.start]
        found = begun or sentences
        return self.article.passage(found[0].span if found else self.span)


class ClaimsScreen(LaidOutScreen):
    """One or two articles with their claims. The subclass says which pages there are and how the lines are laid out."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self.articles = tuple(articles)
        self.claims: tuple[tuple[Claim, ...], ...] = ((),) * len(self.articles)
        self.marked: tuple[tuple[Claim, ...], ...] = self.claims
        self.which: ClaimFilter = "attributed"
        self.source: NamedSource | None = None
        self.current: tuple[int, Claim] | None = None
        self.analysed = False

    @property
    def length(self) -> int:
        """The characters of the articles."""
        return sum(len(article.text) for article in self.articles)

    # What a subclass gives

    def show_here(self) -> None:
        """Show what is known of the place under the cursor."""

    # Analysis

    def on_mount(self) -> None:
        """Start the analysis once the bare text is shown."""
        self.call_after_refresh(self.analyse)

    @work(thread=True, exit_on_error=False, group="claims", exclusive=True)
    def analyse(self) -> None:
        """Find the claims of the articles."""
        worker = get_current_worker()
        analysis = self.briefing.analysis()
        claims = tuple(analysis.claims(article) for article in self.articles)
        if not worker.is_cancelled:
            self.post_message(ClaimsFound(claims))

    def on_claims_found(self, message: ClaimsFound) -> None:
        """Mark the claims; after a correction the one under the cursor may be new."""
        anew = any(self.claims)
        self.claims, self.analysed = message.claims, True
        if self.source:
            self.source = again(self.source, self.sources())
        self.mark_claims()
        if self.is_long or self.source:
            self.words()
        if anew and self.current is None and self.page.line is not None:
            self.follow_cursor(self.page.line)

    def library_changed(self, change: Change) -> None:
        """Take in new corrections."""
        if change.part == "corrections":
            self.analyse()

    def mark_claims(self) -> None:
        """Mark the claims that the filters let through."""
        self.marked = tuple(wanted(claims, self.which, self.source) for claims in self.claims)
        if self.current:
            sheet, former = self.current
            same = (claim for claim in self.marked[sheet] if claim.content == former.content or claim.id == former.id)
            found = next(same, None)
            self.current = (sheet, found) if found else None
        self.lay_out()
        self.show_here()

    # Where one is

    @property
    def here(self) -> Here | None:
        """What stands under the cursor of the page that keys work on."""
        line = self.page.line
        if line is None:
            return None
        article = self.articles[line.sheet] if line.sheet < len(self.articles) else None
        if article is None:
            return None
        span = self.page.span_of(line)
        if span.start == span.end:
            span = article.paragraphs[line.paragraph].span if article.paragraphs else Span(0, 0)
        claim = self.current[1] if self.current and self.current[0] == line.sheet else None
        return Here(line.sheet, article, span, claim)

    def on_page_cursor_moved(self, message: Page.CursorMoved) -> None:
        """Take the claim on the line as the current one, unless the current one is on it."""
        if message.page is self.page:
            self.follow_cursor(message.line)

    def follow_cursor(self, line: Line) -> None:
        """Make the claim on the line the current one."""
        span = self.page.span_of(line)
        kept = self.current is not None and self.current[0] == line.sheet and self._on(self.current[1], span)
        if not kept and line.sheet < len(self.marked):
            found = claim_at(self.marked[line.sheet], span) if span.start < span.end else None
            self.current = (line.sheet, found) if found else None
        self.show_here()

    @staticmethod
    def _on(claim: Claim, span: Span) -> bool:
        return any(part.overlaps(span) for part in claim.content.parts)

    def lit(self) -> list[tuple[int, Span, str]]:
        """The current claim's words."""
        if not self.current:
            return []
        sheet, claim = self.current
        parts = [*claim.content.parts, *(claim.cue.parts if claim.cue else ())]
        parts += claim.source.parts if claim.source else ()
        return [(sheet, part, "lit") for part in parts]

    def stops(self) -> list[tuple[int, int, Claim]]:
        """The marked claims on the page: the line on which each begins, its sheet and the claim, in the order of the lines."""
        page = self.page
        sheets = {line.sheet for line in page.lines if line.sheet < len(self.marked)}
        stops = [
            (page.index_of(sheet, claim.content.start) or 0, sheet, claim)
            for sheet in sheets
            for claim in self.marked[sheet]
        ]
        return sorted(stops, key=lambda stop: (stop[0], stop[1], stop[2].content.start))

    def go_to_claim(self, sheet: int, claim: Claim) -> None:
        """Make a claim the current one and bring it in sight."""
        self.current = (sheet, claim)
        self.page.go_to(sheet, claim.content.start)
        self.show_here()

    # Keys

    def action_claim(self, step: int) -> None:
        """Go to the next marked claim, or the one before."""
        stops = self.stops()
        if not stops:
            self.tell(_("No claims are marked here."))
            return
        current = next((n for n, stop in enumerate(stops) if self.current == (stop[1], stop[2])), None)
        if current is not None:
            wanted_stop = current + step
        elif step > 0:
            wanted_stop = next((n for n, stop in enumerate(stops) if stop[0] >= self.page.cursor), len(stops))
        else:
            wanted_stop = next((n for n in reversed(range(len(stops))) if stops[n][0] <= self.page.cursor), -1)
        if not 0 <= wanted_stop < len(stops):
            self.tell(_("That was the last claim.") if step > 0 else _("That was the first claim."))
            return
        _line, sheet, claim = stops[wanted_stop]
        self.go_to_claim(sheet, claim)

    def action_card(self, by: int) -> None:
        """Scroll the evidence card."""
        self.query_one(EvidenceCard).scroll_relative(y=by, animate=False)

    def action_claim_filter(self) -> None:
        """Mark another selection of the claims."""
        self.which = CLAIM_FILTERS[(CLAIM_FILTERS.index(self.which) + 1) % len(CLAIM_FILTERS)]
        self.mark_claims()
        self.words()

    def which_words(self) -> str:
        """What is marked, where it is not the usual."""
        kind = {
            "attributed": "",
            "hedged": _("only hedged claims"),
            "denied": _("only what is negated"),
            "all": _("all statements"),
        }[self.which]
        return ", ".join(filter(None, (kind, only_of(self.source, sum(map(len, self.marked))) if self.source else "")))

    def sources(self) -> tuple[NamedSource, ...]:
        """The sources of the claims that are marked where it does not matter whose they are."""
        return sources_of(claim for claims in self.claims for claim in wanted(claims, self.which))

    def action_of_source(self) -> None:
        """Ask for the source whose claims are to be marked."""
        dialog = SourceDialog(self.sources(), self.source, self.briefing.signs)
        self.app.push_screen(dialog, self._of_source)

    def _of_source(self, chosen: tuple[NamedSource, ...] | None) -> None:
        if chosen is None:
            return
        self.source = chosen[0] if chosen else None
        self.mark_claims()
        self.words()
        stops = self.stops()
        if self.source and self.current is None and stops:
            ahead = next((stop for stop in stops if stop[0] >= self.page.cursor), stops[0])
            self.go_to_claim(*ahead[1:])

    def action_back(self) -> None:
        """Mark the claims of every kind and source again where only some were; else go back one level."""
        if self.source or self.which != CLAIM_FILTERS[0]:
            self.which = CLAIM_FILTERS[0]
            self._of_source(())
        else:
            super().action_back()
