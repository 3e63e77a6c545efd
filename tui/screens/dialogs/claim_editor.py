"""The claim editor: content, source, cue, certainty and polarity, each shown in the text."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar, Final, Literal

from textual.content import Content
from textual.types import CSSPathType
from textual.widget import Widget
from textual.widgets import Static

from briefing.article import Span
from briefing.claims.claim import ClaimCorrection
from briefing.language.shorten import shortened
from locales import _, active
from tui.actions import bindings
from tui.key_names import with_keys
from tui.layout.alignment import alone
from tui.layout.claim_draft import CERTAINTIES, KINDS, POLARITIES, ClaimDraft, DraftWords, Part, following, sentence_of
from tui.layout.sheet import Insert, Mark, Sheet
from tui.screens.dialogs.base import DIALOG_STYLE, Dialog, Prompt, Question
from tui.signs import Signs
from tui.widgets.page import Page
from tui.widgets.rows import Cell, Rows, fitted

Field = Literal["content", "source", "name", "kind", "cue", "certainty", "polarity"]
_FIELDS: Final[tuple[Field, ...]] = ("content", "source", "name", "kind", "cue", "certainty", "polarity")
_PARTS: Final[dict[Field, Part]] = {"content": "content", "source": "source", "cue": "cue"}
_LABEL: Final = 21
_AROUND: Final = 1
"""Number of paragraphs shown before and after that of the claim."""


class ClaimEditor(Dialog[ClaimCorrection]):
    """The parts of a claim, one a line; answers with the correction that the changes amount to."""

    CSS_PATH: ClassVar[CSSPathType | None] = [DIALOG_STYLE, "../../widgets/page.tcss"]
    BINDINGS = bindings(
        "keep-claim",
        "list-down",
        "list-up",
        "part-more",
        "part-less",
        "part-from-later",
        "part-from-before",
        "part-next-word",
        "part-word-before",
        "part-away",
        "type-name",
    )

    def __init__(self, draft: ClaimDraft, signs: Signs) -> None:
        super().__init__()
        self.draft = draft
        self._words = DraftWords(draft.article, draft.content)
        self._signs = signs

    def body(self) -> Iterable[Widget]:
        """The text, the parts and what the keys do with the one under the cursor."""
        yield Page(id="text")
        yield Rows(id="fields")
        yield Static(id="hint")

    def on_mount(self) -> None:
        """Show the claim as it stands."""
        self.entitle(_("Correct this claim") if self.draft.claim else _("Add a claim"))
        self.query_one(Page).can_focus = False
        rows = self.query_one(Rows)
        self.fit(rows, len(_FIELDS))
        rows.focus()
        self.show()

    def on_page_width_changed(self, message: Page.WidthChanged) -> None:
        """Lay out the text for the new width."""
        message.stop()
        self._show_text()

    def on_rows_highlighted(self) -> None:
        """Show the part under the cursor in the text."""
        self._show_text()
        self.query_one("#hint", Static).update(Content(self._hint()))

    @property
    def field(self) -> Field:
        """The field under the cursor."""
        return _FIELDS[self.query_one(Rows).cursor]

    def show(self) -> None:
        """Show the draft as it is now."""
        self.query_one(Rows).show(len(_FIELDS), self._row, signs=self._signs)
        self._show_text()
        self.query_one("#hint", Static).update(Content(self._hint()))

    # What is shown

    def _show_text(self) -> None:
        page, draft = self.query_one(Page), self.draft
        if not page.is_laid_out:
            return
        part = _PARTS.get(self.field)
        chosen = draft.part(part) if part else None
        parts = [words for words in (draft.content, draft.source, draft.cue) if words]
        first = draft.article.paragraph_at(min(words.start for words in parts)) - _AROUND
        last = draft.article.paragraph_at(max(words.end for words in parts) - 1) + _AROUND
        marks = [Mark(draft.content, f"claim-{draft.certainty}")]
        marks += [Mark(draft.source, "source")] if draft.source else []
        marks += [Mark(draft.cue, "cue")] if draft.cue else []
        edges = [Insert(chosen.start, "[", "cursor"), Insert(chosen.end, "]", "cursor")] if chosen else []
        paragraphs = draft.article.paragraphs[max(first, 0) : last + 1]
        sheet = Sheet(draft.article.text, paragraphs, tuple(marks), tuple(edges))
        page.show((sheet,), alone(sheet, page.text_width), signs=self._signs)
        seen = chosen or draft.content
        page.light(*([(0, chosen, "lit")] if chosen else []))
        page.go_to(0, seen.end - 1)
        page.go_to(0, seen.start)

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        field = _FIELDS[index]
        yield fitted(f" {_label(field)}", _LABEL), "row--muted"
        value = self._value(field, max(width - _LABEL - 1, 1))
        yield fitted(value or _("none"), width - _LABEL, self._signs.more), "row--strong" if value else "row--muted"

    def _value(self, field: Field, room: int) -> str:
        draft, say = self.draft, active().say
        if field in _PARTS:
            words = draft.part(_PARTS[field])
            return f"“{_ends(words.of(draft.article.text), room - 2, self._signs.more)}”" if words else ""
        if field == "name":
            return draft.called
        if field == "kind":
            return say(f"export.kind.{draft.kind}") if draft.called else ""
        if field == "certainty":
            return f"{self._signs.certainty[draft.certainty]} {say(f'export.certainty.{draft.certainty}')}"
        return say("export.polarity.negative") if draft.polarity == "negative" else _("affirmed")

    def _hint(self) -> str:
        if self.field == "content":
            words = _(
                "Move the end: [part-less part-more]. Move the beginning: [part-from-before part-from-later]. "
                "Next or previous word: [part-next-word] [part-word-before]."
            )
        elif self.field in _PARTS:
            words = _(
                "Move the end: [part-less part-more]. Move the beginning: [part-from-before part-from-later]. "
                "Next or previous word: [part-next-word] [part-word-before]. Clear: [part-away]."
            )
        elif self.field == "name":
            words = _("Write the name of the source: [type-name]")
        else:
            words = _("Choose: [part-less part-more]")
        return with_keys(words)

    # Keys

    def action_list_move(self, by: int) -> None:
        """Go to another part."""
        self.query_one(Rows).cursor += by

    def action_end(self, by: int) -> None:
        """Extend (1) or shorten (-1) the part by a word, or take the next or previous choice."""
        draft = self.draft
        if self.field == "kind":
            self.draft = replace(draft, kind=following(draft.kind, KINDS, by)) if draft.called else draft
        elif self.field == "certainty":
            self.draft = replace(draft, certainty=following(draft.certainty, CERTAINTIES, by))
        elif self.field == "polarity":
            self.draft = replace(draft, polarity=following(draft.polarity, POLARITIES, by))
        else:
            self._set(lambda words: self._words.end_moved(words, by))
        self.show()

    def action_beginning(self, by: int) -> None:
        """Begin the part one word later (1) or earlier (-1)."""
        self._set(lambda words: self._words.start_moved(words, by))
        self.show()

    def action_word(self, by: int) -> None:
        """Make the part the next word (1) or the previous one (-1)."""
        self._set(lambda words: self._words.stepped(words, by))
        self.show()

    def _set(self, moved: Callable[[Span], Span]) -> None:
        part = _PARTS.get(self.field)
        if part is None:
            return
        words = self.draft.part(part)
        content = self.draft.content
        sentence = sentence_of(self.draft.article, content)
        self.draft = self.draft.with_part(part, moved(words) if words else self._words.beside(content, sentence))

    def action_away(self) -> None:
        """Clear the part."""
        if self.field in {"source", "name"}:
            self.draft = replace(self.draft, source=None, name="")
        elif self.field == "cue":
            self.draft = replace(self.draft, cue=None)
        self.show()

    def action_type_name(self) -> None:
        """Ask for the name of the source."""
        hint = _("Leave empty to use the words of the source.")
        self.app.push_screen(Prompt(Question(_("Who says it?"), self.draft.called, hint)), self._named)

    def _named(self, name: str | None) -> None:
        if name is not None and name != self.draft.called:
            self.draft = replace(self.draft, name=name)
            self.show()

    def action_keep(self) -> None:
        """Answer with the correction."""
        self.dismiss(self.draft.correction())


def _label(field: Field) -> str:
    return {
        "content": _("Content"),
        "source": _("Source"),
        "name": _("Who that is"),
        "kind": _("Kind"),
        "cue": _("Wording"),
        "certainty": _("Presented as"),
        "polarity": _("Affirmed or denied"),
    }[field]


def _ends(words: str, room: int, more: str) -> str:
    """The words in a number of cells; if they do not fit, their beginning and end."""
    words = " ".join(words.split())
    if len(words) <= room:
        return words
    half = (room - len(more) - 2) // 2
    return f"{words[:half].rstrip()} {more} {words[-half:].lstrip()}" if half > 0 else shortened(words, room)
