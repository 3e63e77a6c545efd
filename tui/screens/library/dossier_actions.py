"""What can be done with dossiers in the Library screen."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from briefing.dossier import Dossier
from locales import _
from tui.key_names import with_keys
from tui.screens.base import BriefingScreen
from tui.screens.library.selection import Selection

if TYPE_CHECKING:
    from store import Library

Changed = Callable[[str], object]
"""Called with what was done, to be shown, when the library changed; empty where it shows by itself."""


class DossierActions:
    """Makes, fills, renames and removes dossiers."""

    def __init__(self, screen: BriefingScreen, selection: Selection, changed: Changed) -> None:
        self._screen, self._selection, self._changed = screen, selection, changed

    def ask_to_fill(self) -> None:
        """Ask for a name and put the chosen articles in the dossier of that name, which is made where there is none."""
        ids = self._selection.ids
        if not ids:
            self._screen.tell(with_keys(_("Choose articles first: [choose].")))
            return
        from tui.screens.dialogs.base import Prompt, Question

        names = ", ".join(dossier.name for dossier in self._selection.listing.dossiers)
        hint = _("A new name, or one of these: %(names)s") % {"names": names} if names else _("Its name.")
        self._screen.app.push_screen(Prompt(Question(_("Put in a dossier"), "", hint)), partial(self._fill, ids))

    def _fill(self, ids: Sequence[str], name: str | None) -> None:
        if not name:
            return

        def fill(library: "Library") -> object:
            same = (dossier for dossier in library.dossiers.all() if dossier.name.casefold() == name.casefold())
            known = next(same, None)
            return library.dossiers.add_articles(known.id, ids) if known else library.dossiers.create(name, ids)

        self._screen.write(fill, lambda _done: self._release(""))

    def ask_to_rename(self) -> None:
        """Ask for another name for the dossier."""
        from tui.screens.dialogs.base import Prompt, Question

        row = self._selection.row
        dossier = row if isinstance(row, Dossier) else self._selection.dossier
        if dossier is None:
            self._screen.tell(_("There is no dossier here to rename."))
            return
        prompt = Prompt(Question(_("Rename the dossier"), dossier.name))
        self._screen.app.push_screen(prompt, partial(self._rename, dossier))

    def _rename(self, dossier: Dossier, name: str | None) -> None:
        if name:
            self._screen.write(
                lambda library: library.dossiers.rename(dossier.id, name), lambda _done: self._changed("")
            )

    def remove(self, dossier: Dossier) -> None:
        """Remove a dossier, not its articles."""
        words = with_keys(_("Dossier “%(name)s” removed, not its articles. Undo: [undo]")) % {"name": dossier.name}
        self._screen.write(lambda library: library.dossiers.remove(dossier.id), lambda _done: self._changed(words))

    def take_out(self, dossier: Dossier, ids: Sequence[str], words: str) -> None:
        """Take articles out of a dossier, and show the words."""
        self._screen.write(
            lambda library: library.dossiers.remove_articles(dossier.id, ids), lambda _done: self._release(words)
        )

    def _release(self, words: str) -> None:
        self._selection.chosen = []
        self._changed(words)
