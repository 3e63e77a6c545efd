"""The correction of a claim or a link: a list of choices for the place under the cursor."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, get_args

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from briefing.article import Article, Passage, Span
from briefing.claims.claim import Certainty, Claim, ClaimCorrection
from briefing.compare.link import LinkCorrection, Pair, Relation
from locales import _, active
from tui.actions import bindings
from tui.screens.dialogs.base import Dialog
from tui.signs import UNICODE, Signs
from tui.widgets.rows import Cell, Rows, fitted

_CERTAINTIES: Final[tuple[Certainty, ...]] = get_args(Certainty)
_RELATIONS: Final[tuple[Relation, ...]] = get_args(Relation)


@dataclass(frozen=True)
class Edit:
    """Open the claim editor, on the claim or on a new one."""

    new: bool


@dataclass(frozen=True)
class Name:
    """A correction for which a name is still to be asked."""

    correction: ClaimCorrection


@dataclass(frozen=True)
class TakeBack:
    """Remove a correction by its identifier."""

    identifier: str


@dataclass(frozen=True)
class Choice:
    """A choice in words."""

    words: str
    answer: ClaimCorrection | LinkCorrection | Edit | Name | TakeBack


class CorrectionDialog(Dialog[Choice]):
    """A list of choices."""

    BINDINGS = bindings("accept", "list-down", "list-up")

    def __init__(self, about: str, choices: Sequence[Choice], signs: Signs = UNICODE) -> None:
        super().__init__()
        self._about, self._choices, self._signs = about, tuple(choices), signs

    def body(self) -> Iterable[Widget]:
        """What it is about, and the list."""
        yield Static(Content(self._about), id="about")
        yield Rows(id="choices")

    def on_mount(self) -> None:
        """Show the list."""
        self.entitle(_("Correct"))
        rows = self.query_one(Rows)
        self.fit(rows, len(self._choices))
        rows.show(len(self._choices), self._row, signs=self._signs)
        rows.focus()

    def _row(self, index: int, width: int) -> Iterable[Cell]:
        yield fitted(f" {self._choices[index].words}", width, self._signs.more), "row"

    def action_list_move(self, by: int) -> None:
        """Move the cursor in the list."""
        self.query_one(Rows).cursor += by

    def on_rows_picked(self) -> None:
        """Choose what was double-clicked."""
        self.action_accept()

    def action_accept(self) -> None:
        """Answer with the choice under the cursor."""
        self.dismiss(self._choices[self.query_one(Rows).cursor])


def about_claim(article: Article, claim: Claim, corrections: Sequence[str] = ()) -> Iterable[Choice]:
    """Choices for a claim; `corrections` are those applied to it, the newest first."""
    anchor = article.passage(claim.content.span)
    if corrections:
        yield Choice(_("Undo your last correction of it"), TakeBack(corrections[0]))
    yield Choice(_("The claim is correct as marked"), ClaimCorrection(anchor, "confirm"))
    yield Choice(_("This is not a claim"), ClaimCorrection(anchor, "reject"))
    yield Choice(_("Adjust everything…"), Edit(new=False))
    for certainty in _CERTAINTIES:
        if certainty != claim.certainty:
            words = _("It is presented as: %(certainty)s") % {
                "certainty": active().say(f"export.certainty.{certainty}")
            }
            yield Choice(words, ClaimCorrection(anchor, "change", certainty=certainty))
    yield Choice(_("Somebody else says it…"), Name(ClaimCorrection(anchor, "change")))
    if claim.polarity == "positive":
        yield Choice(_("It is negated"), ClaimCorrection(anchor, "change", polarity="negative"))
    else:
        yield Choice(_("It is affirmed, not negated"), ClaimCorrection(anchor, "change", polarity="positive"))
    yield Choice(_("Add another claim in this sentence…"), Edit(new=True))


def about_passage(passage: Passage) -> Iterable[Choice]:
    """Choices for a passage that is not marked as a claim."""
    yield Choice(_("Add a claim here…"), Edit(new=True))
    for certainty in _CERTAINTIES:
        words = _("This is a claim, presented as: %(certainty)s") % {
            "certainty": active().say(f"export.certainty.{certainty}")
        }
        yield Choice(words, ClaimCorrection(passage, "add", content=passage, certainty=certainty))


def about_rejected(article: Article, rejected: Mapping[str, Span]) -> Iterable[Choice]:
    """Choices to restore rejected claims, by the identifiers of the rejections."""
    for identifier, span in rejected.items():
        words = " ".join(span.of(article.text).split())
        yield Choice(_("It is a claim after all: “%(words)s”") % {"words": words}, TakeBack(identifier))


def about_pair(left: Article, right: Article, pair: Pair) -> Iterable[Choice]:
    """Choices for a pair of linked passages."""
    sides = left.passage(pair.left), right.passage(pair.right)
    yield Choice(_("The two passages do not belong together"), LinkCorrection(*sides, "reject"))
    for relation in _RELATIONS:
        if relation != pair.relation:
            words = _("Their relation is: %(relation)s") % {"relation": active().say(f"export.relation.{relation}")}
            yield Choice(words, LinkCorrection(*sides, "change", relation=relation))


def about_places(left: Passage, right: Passage) -> Iterable[Choice]:
    """Choices for the passages under both cursors."""
    words = _("The passages under both cursors belong together")
    yield Choice(words, LinkCorrection(left, right, "add"))
