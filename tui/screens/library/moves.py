"""Moving articles to the archive, to the trash, and back; removing them for good."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.message import Message
from locales import _, active, ngettext
from store import Attachments
from tui.key_names import with_keys
from tui.screens.base import BriefingScreen
from tui.screens.library.dossier_actions import Changed, DossierActions
from tui.screens.library.selection import Selection

if TYPE_CHECKING:
    from pathlib import Path

    from store import Library


class Moves:
    """Moves the chosen articles, or the one under the cursor; one step of the undo for all of them, none for a deletion."""

    def __init__(
        self, screen: BriefingScreen, selection: Selection, dossiers: DossierActions, changed: Changed
    ) -> None:
        self._screen, self._selection, self._dossiers, self._changed = screen, selection, dossiers, changed

    def away(self) -> None:
        """Move articles to the trash, out of the dossier, or out of the trash for good; remove the dossier under the cursor."""
        selection, ids = self._selection, self._selection.ids
        if selection.row_dossier:
            self._dossiers.remove(selection.row_dossier)
        elif selection.dossier:
            self._dossiers.take_out(selection.dossier, ids, self._said_of_dossier(ids))
        elif selection.state == "trashed":
            self._ask_to_remove(ids)
        else:
            self._trash(ids)

    def _said_of_dossier(self, ids: Sequence[str]) -> str:
        words = ngettext(
            "%(count)s article taken out of the dossier. Undo: [undo]",
            "%(count)s articles taken out of the dossier. Undo: [undo]",
            len(ids),
        )
        return self._said(ids, _("“%(title)s” taken out of the dossier. Undo: [undo]"), words)

    def _trash(self, ids: Sequence[str]) -> None:
        words = ngettext(
            "%(count)s article moved to the trash. Undo: [undo]",
            "%(count)s articles moved to the trash. Undo: [undo]",
            len(ids),
        )
        said = self._said(ids, _("“%(title)s” moved to the trash. Undo: [undo]"), words)
        self._move(ids, "trash", lambda library, one: library.articles.trash(one), said)

    def archive(self) -> None:
        """Move articles to the archive: out of the list, not out of the library."""
        ids = self._selection.ids
        words = ngettext(
            "%(count)s article archived. Undo: [undo]", "%(count)s articles archived. Undo: [undo]", len(ids)
        )
        said = self._said(ids, _("“%(title)s” archived. Undo: [undo]"), words)
        self._move(ids, "archive", lambda library, one: library.articles.archive(one), said)

    def recover(self) -> None:
        """Move articles from the archive or the trash back to the list."""
        ids = self._selection.ids
        words = ngettext("%(count)s article is back in the list.", "%(count)s articles are back in the list.", len(ids))
        said = self._said(ids, _("“%(title)s” is back in the list."), words)
        self._move(ids, "recover", lambda library, one: library.articles.recover(one), said)

    def _ask_to_remove(self, ids: Sequence[str]) -> None:
        """Remove articles for good, after a yes to what else is deleted."""
        host = self._screen.host
        attachments = host.attempt(lambda: [host.library.articles.attachments(one) for one in ids])
        if not attachments:
            return
        from tui.screens.dialogs.base import Confirmation

        words = ngettext("Delete %(count)s article for good?", "Delete %(count)s articles for good?", len(ids))
        title = self._said(ids, _("Delete “%(title)s” for good?"), words)
        self._screen.app.push_screen(
            Confirmation(title, " ".join([deleted_with(attachments), _("This cannot be undone.")])),
            partial(self._remove, ids),
        )

    def _remove(self, ids: Sequence[str], yes: bool | None) -> None:
        if yes:
            words = ngettext("%(count)s article deleted.", "%(count)s articles deleted.", len(ids))
            said = self._said(ids, _("“%(title)s” deleted."), words)
            self._screen.write(lambda library: library.erasure.erase(*ids), partial(self._erased, said))

    def _erased(self, said: str, still_in: "Sequence[Path]") -> None:
        """Say what was deleted, and in how many files it still is."""
        left = ngettext(
            "%(count)s backup or other file in the library's folder still holds it; see: briefing remove --help",
            "%(count)s backups and other files in the library's folder still hold it; see: briefing remove --help",
            len(still_in),
        ) % {"count": active().number(len(still_in))}
        self._moved(f"{said} {left}" if still_in else said, still_in)

    def _said(self, ids: Sequence[str], one: str, several: str) -> str:
        """What is said of articles: with the title of a single one, else with their number."""
        if len(ids) > 1:
            return with_keys(several) % {"count": active().number(len(ids))}
        host = self._screen.host
        records = host.attempt(lambda: host.library.articles.records_of(ids)) or ()
        return with_keys(one) % {"title": next((record.title for record in records), "")}

    def _move(self, ids: Sequence[str], code: str, move: "Callable[[Library, str], object]", words: str) -> None:
        def moved(library: "Library") -> None:
            if len(ids) == 1:
                move(library, ids[0])
                return
            with library.transaction(Message.of(f"library.did.{code}-several", count=len(ids))):
                for one in ids:
                    move(library, one)

        if ids:
            self._screen.write(moved, partial(self._moved, words))

    def _moved(self, words: str, _done: object) -> None:
        self._selection.chosen = []
        self._changed(words)


def deleted_with(attachments: Sequence[Attachments]) -> str:
    """What else is deleted with articles."""
    notes = sum(one.notes for one in attachments)
    corrections = sum(one.corrections for one in attachments)
    grades = sum(one.grades for one in attachments)
    dossiers = sum(one.dossiers for one in attachments)
    parts = (
        (notes, ngettext("%(count)s note", "%(count)s notes", notes)),
        (corrections, ngettext("%(count)s correction", "%(count)s corrections", corrections)),
        (grades, ngettext("%(count)s grade", "%(count)s grades", grades)),
        (dossiers, ngettext("a place in %(count)s dossier", "a place in %(count)s dossiers", dossiers)),
    )
    named = [words % {"count": active().number(count)} for count, words in parts if count]
    if not named:
        return _("Nothing else is deleted: no notes, no corrections, no place in a dossier.")
    return _("This also deletes: %(things)s.") % {"things": active().listed(named)}
