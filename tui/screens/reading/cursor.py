"""Where one is in a text: the one answer to which claim or passage is under the cursor.

The line under the page's cursor decides. A claim or a passage that was gone to is kept as long as that line shows it, so
that of several on a line the right one is meant. Nothing here waits for a message of the page: bar, highlight, card, copy
and notes all ask `ClaimCursor.here`, however fast keys come.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from briefing.article import Article, Passage, Span
from briefing.claims.claim import Claim
from briefing.language.sentences import sentences_at
from tui.layout.alignment import Line
from tui.layout.marks import claim_at
from tui.screens.reading.claims import MarkedClaims, same_claim
from tui.widgets.page import Page


@dataclass(frozen=True)
class Here:
    """A claim of an article, or else a passage of it."""

    sheet: int
    article: Article
    span: Span
    claim: Claim | None

    @property
    def passage(self) -> Passage:
        """The claim's words, else the sentence that begins in the span or goes on there."""
        if self.claim:
            return self.article.passage(self.claim.span)
        sentences = sentences_at(self.article, self.span)
        begun = [sentence for sentence in sentences if sentence.start >= self.span.start]
        found = begun or sentences
        return self.article.passage(found[0].span if found else self.span)


class Paged(Protocol):
    """A view of one or two sheets on pages."""

    @property
    def page(self) -> Page:
        """The page that keys work on."""

    def enter(self, sheet: int) -> Page:
        """Have keys work on the page that shows a sheet, and give it."""


@dataclass(frozen=True)
class _Target:
    """What was gone to: a passage of a sheet, and the claim in it if there is one."""

    sheet: int
    passage: Span
    claim: Claim | None

    def is_shown(self, line: Line, span: Span) -> bool:
        """Whether the line, which shows the span of the article, shows the target."""
        if line.sheet != self.sheet or span.start >= span.end:
            return False
        if self.claim:
            return any(part.overlaps(span) for part in self.claim.content.parts)
        return span.start <= self.passage.start < span.end


class ClaimCursor:
    """The claim or passage under the cursor, and the way to others."""

    def __init__(self, articles: Sequence[Article], claims: MarkedClaims, view: Paged) -> None:
        self._articles, self._claims, self._view = tuple(articles), claims, view
        self._target: _Target | None = None
        self._found: tuple[Sequence[Claim], Span, Claim | None] | None = None
        self.is_active = False
        """Whether the line under the cursor counts: not before the first step, which goes to the first claim."""

    # Where one is

    def _shown_target(self) -> _Target | None:
        line = self._view.page.line
        if line is None or self._target is None:
            return None
        return self._target if self._target.is_shown(line, self._view.page.span_of(line)) else None

    @property
    def here(self) -> Here | None:
        """What is under the cursor of the page that keys work on."""
        line = self._view.page.line
        if line is None or line.sheet >= len(self._articles):
            return None
        article, span = self._articles[line.sheet], self._view.page.span_of(line)
        target = self._shown_target()
        if target and target.claim:
            return Here(line.sheet, article, span, target.claim)
        if target:
            return Here(line.sheet, article, target.passage, None)
        if span.start < span.end:
            return Here(line.sheet, article, span, self._claim_on(line, span))
        span = article.paragraphs[line.paragraph].span if article.paragraphs else Span(0, 0)
        return Here(line.sheet, article, span, None)

    def _claim_on(self, line: Line, span: Span) -> Claim | None:
        """The claim on a line; none on the first line before the first step. The last answer is kept: long texts have many."""
        if not (self.is_active or self._view.page.cursor > 0):
            return None
        marked = self._claims.marked[line.sheet]
        if self._found is None or self._found[0] is not marked or self._found[1] != span:
            self._found = marked, span, claim_at(marked, span)
        return self._found[2]

    @property
    def current(self) -> tuple[int, Claim] | None:
        """The claim under the cursor, with the index of its sheet."""
        here = self.here
        return (here.sheet, here.claim) if here and here.claim else None

    @property
    def passage(self) -> Span | None:
        """The passage that was gone to, if the cursor is still on it."""
        target = self._shown_target()
        return target.passage if target else None

    def lit(self) -> list[tuple[int, Span, str]]:
        """The words of the claim under the cursor, as marks of the page."""
        here = self.here
        if here is None or here.claim is None:
            return []
        sheet, claim = here.sheet, here.claim
        parts = [*claim.content.parts, *(claim.cue.parts if claim.cue else ())]
        parts += claim.source.parts if claim.source else ()
        return [(sheet, part, "lit") for part in parts]

    # Moving

    def settle(self) -> None:
        """Keep to the claim that is under the cursor now, so that it stays meant on its further lines."""
        self.is_active = True
        here = self.here
        if self._shown_target() is None:
            self._target = _Target(here.sheet, here.claim.content.span, here.claim) if here and here.claim else None

    def go_to_claim(self, sheet: int, claim: Claim) -> None:
        """Put the cursor on a claim."""
        self._target, self.is_active = _Target(sheet, claim.content.span, claim), True
        self._view.enter(sheet).go_to(sheet, claim.content.start)

    def go_to_passage(self, sheet: int, span: Span) -> None:
        """Put the cursor on a passage of a sheet, and on the first marked claim in it."""
        claims = (claim for claim in self._claims.marked[sheet] if span.start <= claim.content.start < span.end)
        claim = next(claims, None)
        self._target, self.is_active = _Target(sheet, span, claim), True
        self._view.enter(sheet).go_to(sheet, claim.content.start if claim else span.start)

    def go_to_offset(self, sheet: int, offset: int) -> None:
        """Put the cursor on the line that shows an offset."""
        self.forget()
        self._view.page.go_to(sheet, offset)

    def forget(self) -> None:
        """Keep to nothing but the line under the cursor."""
        self._target, self.is_active = None, True

    def renew(self) -> None:
        """After the claims changed: keep to what is now the same claim."""
        if self._target and self._target.claim:
            claim = same_claim(self._claims.marked[self._target.sheet], self._target.claim)
            self._target = _Target(self._target.sheet, claim.content.span, claim) if claim else None

    def step(self, by: int) -> bool | None:
        """Go to the next marked claim (1) or the one before (-1). `None`: nothing is marked; `False`: that was the last."""
        stops = self.stops()
        if not stops:
            return None
        current = self.current
        at = next((n for n, stop in enumerate(stops) if current == stop[1:]), None)
        row = self._view.page.cursor
        if at is not None:
            wanted = at + by
        elif by > 0:
            wanted = next((n for n, stop in enumerate(stops) if stop[0] >= row), len(stops))
        else:
            wanted = next((n for n in reversed(range(len(stops))) if stops[n][0] <= row), -1)
        if not 0 <= wanted < len(stops):
            return False
        self.go_to_claim(*stops[wanted][1:])
        return True

    def step_match(self, matches: Sequence[Sequence[Span]], by: int, *, here_too: bool) -> bool | None:
        """Go to the next line with a match (1) or the one before (-1). `None`: there is none; `False`: that was the last.

        `here_too` lets the line under the cursor count. `matches` has those of each sheet.
        """
        page = self._view.page
        sheets = {line.sheet for line in page.lines if line.sheet < len(matches)}
        stops = sorted(
            (page.index_of(sheet, span.start) or 0, sheet, span) for sheet in sheets for span in matches[sheet]
        )
        beyond = [stop for stop in stops if (stop[0] - page.cursor) * by > (-1 if here_too else 0)]
        if not beyond:
            return False if stops else None
        _row, sheet, span = beyond[0] if by > 0 else beyond[-1]
        self.go_to_offset(sheet, span.start)
        return True

    def stops(self) -> list[tuple[int, int, Claim]]:
        """The marked claims on the page: the line on which each begins, its sheet and the claim, in the order of the lines."""
        page, marked = self._view.page, self._claims.marked
        sheets = {line.sheet for line in page.lines if line.sheet < len(marked)}
        stops = [
            (page.index_of(sheet, claim.content.start) or 0, sheet, claim)
            for sheet in sheets
            for claim in marked[sheet]
        ]
        return sorted(stops, key=lambda stop: (stop[0], stop[1], stop[2].content.start))
