"""What a user says of the claims on the screens on which one reads; it wins over the rules."""

from dataclasses import replace
from functools import partial

from briefing.claims.claim import ClaimCorrection
from briefing.claims.corrections import concerning, rejected_in
from briefing.compare.link import LinkCorrection
from locales import _
from tui.layout.claim_draft import Draft
from tui.screens.dialogs.base import Prompt, Question
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
from tui.screens.reading.claims import ClaimsScreen, Here


class CorrectedScreen(ClaimsScreen):
    """Articles of whose claims the user says what is right."""

    def choices(self, here: Here) -> list[Choice]:
        """What a user can say of the place under the cursor."""
        kept = self.briefing.attempt(lambda: self.briefing.library.corrections.of_claims(here.article.id)) or {}
        if here.claim:
            return [*about_claim(here.article, here.claim, concerning(kept, here.claim.content.span, here.article))]
        rejected = rejected_in(kept, here.passage.span, here.article)
        return [*about_rejected(here.article, rejected), *about_passage(here.passage)]

    def action_correct(self) -> None:
        """Ask what is right of the claim or the link under the cursor."""
        here = self.here
        if here is not None:
            about = " ".join(here.passage.text.split())
            dialog = CorrectionDialog(about, self.choices(here), self.briefing.signs)
            self.app.push_screen(dialog, partial(self._corrected, here))

    def _corrected(self, here: Here, choice: Choice | None) -> None:
        match choice.answer if choice else None:
            case None:
                return
            case Edit(new):
                self.edit_claim(here, new=new)
            case Name(correction):
                name = here.claim.source.name if here.claim and here.claim.source else ""
                prompt = Prompt(Question(_("Who says it?"), name))
                self.app.push_screen(prompt, partial(self._named, here, correction))
            case TakeBack(identifier):
                self.write(
                    lambda library: library.corrections.remove_claim(here.article.id, identifier), self.taken_back
                )
            case ClaimCorrection() | LinkCorrection() as correction:
                self.keep_correction(here, correction)

    def _named(self, here: Here, correction: ClaimCorrection, name: str | None) -> None:
        if name:
            self.keep_correction(here, replace(correction, source_name=name))

    def action_edit_claim(self) -> None:
        """Set the words, the source and the rest of the claim under the cursor, or of a new one in the sentence there."""
        here = self.here
        if here is not None:
            self.edit_claim(here, new=here.claim is None)

    def edit_claim(self, here: Here, *, new: bool) -> None:
        """Open the editor on the claim that is there, or on a new one in the sentence."""
        from tui.screens.dialogs.claim_editor import ClaimEditor

        if here.claim and not new:
            draft = Draft.of(here.article, here.claim)
        else:
            draft = Draft.new(here.article, replace(here, claim=None).passage.span)
        self.app.push_screen(ClaimEditor(draft, self.briefing.signs), partial(self._edited, here))

    def _edited(self, here: Here, correction: ClaimCorrection | None) -> None:
        if correction is not None:
            self.keep_correction(here, correction)

    def keep_correction(self, here: Here, correction: ClaimCorrection | LinkCorrection) -> None:
        """Keep what the user said of a claim."""
        if isinstance(correction, ClaimCorrection):
            self.write(lambda library: library.corrections.add_claim(here.article.id, correction), self.corrected)

    def corrected(self, _correction: object) -> None:
        """Mark the claims anew with what the user said."""
        self.tell(_("Kept; u takes it back."))
        self.analyse()

    def taken_back(self, _done: object) -> None:
        """Mark the claims anew without what the user no longer says."""
        self.tell(_("Taken back; u brings it back."))
        self.analyse()
