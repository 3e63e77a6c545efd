"""What the screens on which one reads have in common: claims and notes in the text, and the keys that work on them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from textual import work
from textual.message import Message
from textual.worker import get_current_worker

from briefing.article import Article, Passage, Span
from briefing.claims.claim import Claim, ClaimCorrection
from briefing.compare.link import LinkCorrection
from briefing.export.wording import place
from briefing.language.sentences import sentences_of
from briefing.note import Note
from locales import _, active, ngettext
from store import Change
from tui.page.level import Line
from tui.page.links import any_in
from tui.page.marks import CLAIM_FILTERS, ClaimFilter, claim_at, wanted
from tui.page.sheet import Mark
from tui.screens.correct import Choice, CorrectionDialogue, about_claim, about_passage
from tui.screens.dialogue import Prompt, Question
from tui.screens.moving import PagedScreen
from tui.widgets.card import EvidenceCard
from tui.widgets.page import Page


@dataclass
class NotesRead(Message):
    """The notes of the articles were read from the library."""

    notes: dict[str, list[Note]]


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
        sentences = [sentence for sentence in sentences_of(self.article) if sentence.span.overlaps(self.span)]
        begun = [sentence for sentence in sentences if sentence.start >= self.span.start]
        found = begun or sentences
        return self.article.passage(found[0].span if found else self.span)


class ReadingScreen(PagedScreen):
    """One or two articles with their marks. The subclass says which pages there are and how the lines are laid out."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__()
        self.articles = tuple(articles)
        self.claims: tuple[tuple[Claim, ...], ...] = ((),) * len(self.articles)
        self.marked: tuple[tuple[Claim, ...], ...] = self.claims
        self.which: ClaimFilter = "attributed"
        self.sought = ""
        self.matches: tuple[tuple[Span, ...], ...] = ((),) * len(self.articles)
        self.notes: dict[str, list[Note]] = {}
        self.note_starts: tuple[list[int], ...] = ([],) * len(self.articles)
        self.current: tuple[int, Claim] | None = None

    # What a subclass gives

    def lay_out(self) -> None:
        """Make the lines of the pages anew, from the articles, the claims and the notes; the cursors stay in place."""
        raise NotImplementedError

    def show_here(self) -> None:
        """Show what is known of the place under the cursor."""

    # Analysis

    def on_mount(self) -> None:
        """Lay out the bare text and start the analysis."""
        super().on_mount()
        self.call_after_refresh(self.analyse)
        self.call_after_refresh(self.read_notes)

    @work(thread=True, exit_on_error=False, group="claims", exclusive=True)
    def analyse(self) -> None:
        """Find the claims of the articles."""
        worker = get_current_worker()
        analysis = self.briefing.analysis()
        claims = tuple(analysis.claims(article) for article in self.articles)
        if not worker.is_cancelled:
            self.post_message(ClaimsFound(claims))

    def on_claims_found(self, message: ClaimsFound) -> None:
        """Mark the claims."""
        self.claims = message.claims
        self.mark_claims()

    @work(thread=True, exit_on_error=False, group="notes", exclusive=True)
    def read_notes(self) -> None:
        """Read the notes of the articles."""
        notes = {article.id: self.briefing.library.notes(article=article.id) for article in self.articles}
        if not get_current_worker().is_cancelled:
            self.post_message(NotesRead(notes))

    def on_notes_read(self, message: NotesRead) -> None:
        """Show where there are notes."""
        self.notes = message.notes
        self.note_starts = tuple(self._note_offsets(article) for article in self.articles)
        for page in self.query(Page):
            page.redraw()

    def library_changed(self, change: Change) -> None:
        """Take in new notes and corrections."""
        if change.part == "notes":
            self.read_notes()
        elif change.part == "corrections":
            self.analyse()

    def mark_claims(self) -> None:
        """Mark the claims that the filter lets through."""
        self.marked = tuple(wanted(claims, self.which) for claims in self.claims)
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

    def action_search(self) -> None:
        """Ask for words to search for in the text; none ends the search."""
        question = Question(
            _("Search in the text"), self.sought, _("Then n and N go from one to the next; Esc ends the search.")
        )
        self.app.push_screen(Prompt(question), self._sought)

    def _sought(self, words: str | None) -> None:
        if words is None:
            return
        self.sought = words
        self.matches = tuple(tuple(occurrences(article.text, words)) for article in self.articles)
        self.lay_out()
        self.words()
        if words:
            self._go_to_match(1, here_too=True)

    def found_marks(self, sheet: int) -> list[Mark]:
        """The words that were searched for, as marks."""
        return [Mark(span, "found") for span in self.matches[sheet]]

    def search_words(self) -> str:
        """What is searched for, and how often it was found."""
        count = sum(map(len, self.matches))
        words = ngettext("“%(words)s”: %(count)s found", "“%(words)s”: %(count)s found", count)
        return words % {"words": self.sought, "count": active().number(count)} if self.sought else ""

    def _go_to_match(self, step: int, *, here_too: bool = False) -> None:
        page = self.page
        sheets = {line.sheet for line in page.lines if line.sheet < len(self.matches)}
        stops = sorted(
            (page.index_of(sheet, span.start) or 0, sheet, span) for sheet in sheets for span in self.matches[sheet]
        )
        beyond = [stop for stop in stops if (stop[0] - page.cursor) * step > (-1 if here_too else 0)]
        if not beyond:
            self.tell(_("Not found further on.") if stops else _("Not found in this text."))
            return
        _line, sheet, span = beyond[0] if step > 0 else beyond[-1]
        page.go_to(sheet, span.start)

    def action_back(self) -> None:
        """End the search where one is on; else go back one level."""
        if self.sought:
            self._sought("")
        else:
            super().action_back()

    def action_claim(self, step: int) -> None:
        """Go to the next marked claim, or the one before; while a search is on, to what was found."""
        if self.sought:
            self._go_to_match(step)
            return
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
        return {
            "attributed": "",
            "hedged": _("only hedged claims"),
            "denied": _("only denials"),
            "all": _("all statements"),
        }[self.which]

    def action_copy(self) -> None:
        """Send the quote and its citation to the terminal's clipboard; whether that takes it cannot be known."""
        here = self.here
        if here is None:
            return
        passage = here.passage
        self.app.copy_to_clipboard(f"“{' '.join(passage.text.split())}” ({place(here.article, passage, active())})\n")
        self.tell(_("Quote and citation handed to the terminal. If pasting gives nothing, export them with e."))

    def action_note(self) -> None:
        """Write a note on the claim or the passage under the cursor."""
        here = self.here
        if here is not None:
            passage = here.passage
            self.write_note(
                Note("", "", article=here.article.id, passage=passage, claim=here.claim.id if here.claim else None)
            )

    def action_article_note(self) -> None:
        """Write a note on the article under the cursor."""
        here = self.here
        if here is not None:
            self.write_note(Note("", "", article=here.article.id))

    def write_note(self, note: Note) -> None:
        """Open the editor on a new note, and keep what was written."""
        from tui.screens.note import NoteEditor

        editor = NoteEditor(note, self._about(note), lambda library, text: library.add_note(replace(note, text=text)))
        self.app.push_screen(editor, self._noted)

    def _about(self, note: Note) -> str:
        if note.passage:
            return " ".join(note.passage.text.split())
        return next((article.title for article in self.articles if article.id == note.article), "")

    def _noted(self, kept: bool | None) -> None:
        if kept:
            self.tell(_("Note kept. A shows all your notes."))
            self.read_notes()

    def choices(self, here: Here) -> list[Choice]:
        """What a user can say of the place under the cursor."""
        return [*(about_claim(here.article, here.claim) if here.claim else about_passage(here.passage))]

    def action_correct(self) -> None:
        """Ask what is right of the claim or the link under the cursor."""
        here = self.here
        if here is not None:
            about = " ".join(here.passage.text.split())
            dialogue = CorrectionDialogue(about, self.choices(here), self.briefing.signs)
            self.app.push_screen(dialogue, partial(self._corrected, here))

    def _corrected(self, here: Here, choice: Choice | None) -> None:
        if choice is None:
            return
        if choice.asks:
            question = Question(_("Who says it?"), here.claim.source.name if here.claim and here.claim.source else "")
            self.app.push_screen(Prompt(question), partial(self._named, here, choice.correction))
        else:
            self.keep_correction(here, choice.correction)

    def _named(self, here: Here, correction: ClaimCorrection | LinkCorrection, name: str | None) -> None:
        if name and isinstance(correction, ClaimCorrection):
            self.keep_correction(here, replace(correction, source_name=name))

    def keep_correction(self, here: Here, correction: ClaimCorrection | LinkCorrection) -> None:
        """Keep what the user said of a claim."""
        if isinstance(correction, ClaimCorrection):
            self.write(lambda library: library.add_claim_correction(here.article.id, correction), self.corrected)

    def corrected(self, _correction: object) -> None:
        """Mark the claims anew with what the user said."""
        self.tell(_("Kept; u takes it back."))
        self.analyse()

    def action_look_up(self) -> None:
        """Show what the words on the line under the cursor mean."""
        here = self.here
        if here is None:
            return
        if here.article.language != "nl":
            self.tell(_("The dictionary has Dutch words only."))
            return
        from tui.screens.look_up import LookUpScreen

        sentence = Here(here.sheet, here.article, here.span, None).passage.text
        self.app.push_screen(LookUpScreen(here.span.of(here.article.text), sentence, self.briefing.signs))

    def action_notes(self) -> None:
        """Show the notes on these articles."""
        from tui.screens.notes import NotesScreen

        self.app.push_screen(NotesScreen(self.articles))

    def action_summary(self) -> None:
        """Show the short of the articles."""
        self.show_summary(self.articles)

    def action_ledger(self) -> None:
        """Show who says what in the articles."""
        self.show_ledger(self.articles)

    def action_export(self) -> None:
        """Ask for a file and write the briefing to it."""
        from tui.screens.export import export

        export(self, self.articles)

    def action_read(self) -> None:
        """Mark the article under the cursor as read, or as unread."""
        here = self.here
        if here is not None:
            self.turn_read(
                here.article.id, lambda read: self.tell(_("Marked as read.") if read else _("Marked as unread."))
            )

    def noted(self, sheet: int, span: Span) -> bool:
        """Whether a note is about a passage that begins in the span; one on the whole article stands at its start."""
        return any_in(self.note_starts[sheet], span)

    def _note_offsets(self, article: Article) -> list[int]:
        offsets = []
        for note in self.notes.get(article.id, ()):
            found = note.passage.found_in(article.text) if note.passage else Span(0, 0)
            if found:
                offsets.append(found.start)
        return sorted(offsets)


def occurrences(text: str, words: str) -> Iterator[Span]:
    """Where the words stand in the text, without regard to capitals."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    return (Span(*found.span()) for found in pattern.finditer(text)) if words.strip() else iter(())
