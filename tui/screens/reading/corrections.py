"""Corrections of claims and links by the user: asked for in a dialog and kept in the library. They win over the rules."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial

from briefing.article import Article
from briefing.claims.claim import ClaimCorrection
from briefing.claims.corrections import concerning, rejected_in
from briefing.compare.link import LinkCorrection
from locales import _
from tui.key_names import with_keys
from tui.layout.claim_draft import ClaimDraft
from tui.screens.base import BriefingScreen
from tui.screens.dialogs.base import Prompt, Question
from tui.screens.dialogs.claim_editor import ClaimEditor
from tui.screens.dialogs.correction import (
    Choice,
    CorrectionDialog,
    Edit,
    Name,
    TakeBack,
    about_claim,
    about_passage,
    about_rejected,
)
from tui.screens.reading.cursor import Here


class Corrections:
    """What the user can correct at a place of some articles.

    `about_links` gives what else can be said there; `changed` is called when a correction was kept or taken back.
    """

    def __init__(
        self,
        screen: BriefingScreen,
        articles: Sequence[Article],
        *,
        about_links: Callable[[Here], Iterable[Choice]],
        changed: Callable[[], object],
    ) -> None:
        self._screen, self._articles = screen, tuple(articles)
        self._about_links, self._changed = about_links, changed

    def ask(self, here: Here) -> None:
        """Ask what is right of the claim or the link under the cursor."""
        about = " ".join(here.passage.text.split())
        dialog = CorrectionDialog(about, self.choices(here), self._screen.host.signs)
        self._screen.app.push_screen(dialog, partial(self._chosen, here))

    def choices(self, here: Here) -> list[Choice]:
        """What the user can say of a place."""
        host = self._screen.host
        kept = host.attempt(lambda: host.library.corrections.of_claims(here.article.id)) or {}
        if here.claim:
            made = concerning(kept, here.claim.content.span, here.article)
            own = [*about_claim(here.article, here.claim, made)]
        else:
            rejected = rejected_in(kept, here.passage.span, here.article)
            own = [*about_rejected(here.article, rejected), *about_passage(here.passage)]
        return [*own, *self._about_links(here)]

    def _chosen(self, here: Here, choice: Choice | None) -> None:
        match choice.answer if choice else None:
            case None:
                return
            case Edit(new):
                self.edit(here, new=new)
            case Name(correction):
                name = here.claim.source.name if here.claim and here.claim.source else ""
                prompt = Prompt(Question(_("Who says it?"), name))
                self._screen.app.push_screen(prompt, partial(self._named, here, correction))
            case TakeBack(identifier):
                self._take_back(here, identifier)
            case ClaimCorrection() | LinkCorrection() as correction:
                self._keep(here, correction)

    def _named(self, here: Here, correction: ClaimCorrection, name: str | None) -> None:
        if name:
            self._keep(here, replace(correction, source_name=name))

    def edit(self, here: Here, *, new: bool) -> None:
        """Open the editor on the claim under the cursor, or on a new one in its sentence."""
        if here.claim and not new:
            draft = ClaimDraft.of(here.article, here.claim)
        else:
            draft = ClaimDraft.new(here.article, replace(here, claim=None).passage.span)
        editor = ClaimEditor(draft, self._screen.host.signs)
        self._screen.app.push_screen(editor, partial(self._edited, here))

    def _edited(self, here: Here, correction: ClaimCorrection | None) -> None:
        if correction is not None:
            self._keep(here, correction)

    def _keep(self, here: Here, correction: ClaimCorrection | LinkCorrection) -> None:
        if isinstance(correction, ClaimCorrection):
            self._screen.write(lambda library: library.corrections.add_claim(here.article.id, correction), self._kept)
            return
        left, right = self._articles
        self._screen.write(lambda library: library.corrections.add_link(left.id, right.id, correction), self._kept)

    def _kept(self, _correction: object) -> None:
        self._screen.tell(with_keys(_("Saved. Undo: [undo]")))
        self._changed()

    def _take_back(self, here: Here, identifier: str) -> None:
        self._screen.write(
            lambda library: library.corrections.remove_claim(here.article.id, identifier), self._taken_back
        )

    def _taken_back(self, _done: object) -> None:
        self._screen.tell(with_keys(_("Correction removed. Undo: [undo]")))
        self._changed()
