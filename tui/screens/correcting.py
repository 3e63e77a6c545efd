"""What a user says of the claims on the screens on which one reads; it wins over the rules."""

from dataclasses import replace
from functools import partial

from briefing.claims.claim import ClaimCorrection
from briefing.compare.link import LinkCorrection
from locales import _
from tui.screens.claims import ClaimsScreen, Here
from tui.screens.correct import Choice, CorrectionDialogue, about_claim, about_passage
from tui.screens.dialogue import Prompt, Question


class CorrectedScreen(ClaimsScreen):
    """Articles of whose claims the user says what is right."""

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
