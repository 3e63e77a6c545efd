"""What changes where articles stand: adding them, dossiers, the archive and the trash."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.worker import get_current_worker

from briefing.article import Article
from briefing.dossier import Dossier
from briefing.message import BriefingError, Message
from locales import _, active, ngettext
from store import Added, ArticleRecord, Attachments
from tui.screens.library.listing import Place, Row
from tui.screens.library.search_bar import FindingScreen

if TYPE_CHECKING:
    from store import Library


class ShelvingScreen(FindingScreen):
    """A list of articles and dossiers that can be put elsewhere."""

    def __init__(self, chosen: Sequence[str] = ()) -> None:
        super().__init__()
        self.chosen: list[str] = list(chosen)
        self.dossier: Dossier | None = None

    # What the screen gives

    @property
    def row(self) -> Row | None:
        """What stands under the cursor."""
        raise NotImplementedError

    @property
    def record(self) -> ArticleRecord | None:
        """The article under the cursor."""
        raise NotImplementedError

    def entitle(self) -> None:
        """Write the title."""
        raise NotImplementedError

    def go_to_place(self, place: Place, dossier: Dossier | None = None) -> None:
        """Show what stands elsewhere."""
        raise NotImplementedError

    def changed(self, _done: object = None, words: str = "") -> None:
        """Say what was done, and read the library again."""
        raise NotImplementedError

    # Adding

    def action_add(self) -> None:
        """Ask for a text file and add it."""
        from tui.screens.dialogs.base import Prompt, Question

        question = Question(_("Add an article"), "", _("The name of a text file."))
        self.app.push_screen(Prompt(question), self._add)

    def _add(self, name: str | None) -> None:
        if name:
            self.add(Path(name).expanduser())

    @work(thread=True, exit_on_error=False, group="add")
    def add(self, path: Path) -> None:
        """Read the file, and have what is in it added."""
        from tui.article_sources import named_articles

        def failed(error: BriefingError) -> None:
            self.app.call_from_thread(self.tell_error, error)

        try:
            articles = named_articles(str(path), lambda: self.briefing.library, failed)
        except BriefingError as error:
            failed(error)
            return
        self.app.call_from_thread(
            self.write,
            lambda library: [library.articles.add(article, source=str(path)) for article in articles],
            self._added,
        )

    def _added(self, added: Sequence[Added]) -> None:
        for one in added:
            words = _("Added: %(title)s") if one.new else _("Already in the library: %(title)s")
            if one.recovered:
                words = _("It was there already and is put back in the list: %(title)s")
            self.tell(words % {"title": one.article.title})
        self.changed()
        self.find_alike([one.article for one in added if one.new])

    @work(thread=True, exit_on_error=False, group="alike")
    def find_alike(self, articles: Sequence[Article]) -> None:
        """Look for articles that may belong to the same story, among all that were looked at before; then look at the others."""
        if not articles:
            return
        from briefing.progress import CancelledError, Progress

        worker, analysis = get_current_worker(), self.briefing.analysis()
        alike, waiting = analysis.same_story(articles)
        for article, others in alike.items():
            if others:
                self.app.call_from_thread(self.suggest, [article, *(other.article for other in others)])
        if waiting:
            self.app.call_from_thread(self.tell, self._looking_at(waiting))
            with suppress(CancelledError):
                analysis.index_stories(Progress(cancelled=lambda: worker.is_cancelled))

    def _looking_at(self, count: int) -> str:
        words = ngettext(
            "%(count)s article is still being looked at; the next suggestions know it.",
            "%(count)s articles are still being looked at; the next suggestions know them.",
            count,
        )
        return words % {"count": count}

    def suggest(self, ids: Sequence[str]) -> None:
        """Choose the articles that seem to belong to one story; what to do with them is the user's to say."""
        self.chosen = list(ids)
        self.list.redraw()
        self.entitle()
        count = len(ids) - 1
        words = ngettext(
            "It seems to be about the same as %(count)s other article; both are chosen: D makes a dossier, c compares.",
            "It seems to be about the same as %(count)s other articles; all are chosen: D makes a dossier, c compares.",
            count,
        )
        self.tell(words % {"count": count})

    # Dossiers

    def action_dossier(self) -> None:
        """Ask for a name and put the chosen articles in a dossier of that name."""
        ids = self.ids_meant
        if not ids:
            self.tell(_("Choose articles with the space bar first."))
            return
        from tui.screens.dialogs.base import Prompt, Question

        names = ", ".join(dossier.name for dossier in self.listing.dossiers)
        hint = _("A new name, or one that there is: %(names)s") % {"names": names} if names else _("Its name.")
        self.app.push_screen(Prompt(Question(_("Put in a dossier"), "", hint)), partial(self._put, ids))

    def _put(self, ids: Sequence[str], name: str | None) -> None:
        if not name:
            return

        def put(library: "Library") -> object:
            same = (dossier for dossier in library.dossiers.all() if dossier.name.casefold() == name.casefold())
            known = next(same, None)
            return library.dossiers.add_articles(known.id, ids) if known else library.dossiers.create(name, ids)

        self.write(put, self._moved)

    def action_rename(self) -> None:
        """Ask for another name for the dossier."""
        from tui.screens.dialogs.base import Prompt, Question

        dossier = self.row if isinstance(self.row, Dossier) else self.dossier
        if dossier is None:
            self.tell(_("There is no dossier here to rename."))
            return
        self.app.push_screen(Prompt(Question(_("Rename the dossier"), dossier.name)), partial(self._rename, dossier))

    def _rename(self, dossier: Dossier, name: str | None) -> None:
        if name:
            self.write(lambda library: library.dossiers.rename(dossier.id, name), self.changed)

    # The archive and the trash

    @property
    def ids_meant(self) -> tuple[str, ...]:
        """The chosen articles, else the one under the cursor."""
        return tuple(self.chosen) or ((self.record.id,) if self.record else ())

    def action_shelf(self) -> None:
        """Show the archive, the trash, or the daily list again."""
        places = {"active": Place("archived"), "archived": Place("trashed"), "trashed": Place()}
        self.chosen = []
        self.go_to_place(places[self.place.state])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is in the archive or the trash can be put back; what is there already cannot be put there."""
        if action == "recover":
            return self.place.state != "active"
        if action == "archive":
            return self.place.state == "active"
        return super().check_action(action, parameters)

    def action_trash(self) -> None:
        """Put articles in the trash; take them out of the dossier; remove a dossier; in the trash, remove for good."""
        row, ids = self.row, self.ids_meant
        if isinstance(row, Dossier) and not self.chosen:
            words = _("Dossier “%(name)s” removed, not its articles; u brings it back.") % {"name": row.name}
            self.write(lambda library: library.dossiers.remove(row.id), partial(self.changed, words=words))
        elif self.dossier:
            self._take_out(self.dossier, ids)
        elif self.place.state == "trashed":
            self._ask_to_remove(ids)
        else:
            count = len(ids)
            words = ngettext(
                "%(count)s article is in the trash; u brings it back.",
                "%(count)s articles are in the trash; u brings them back.",
                count,
            )
            said = self._said(ids, _("“%(title)s” is in the trash; u brings it back."), words)
            self._move(ids, "trash", lambda library, one: library.articles.trash(one), said)

    def _take_out(self, dossier: Dossier, ids: Sequence[str]) -> None:
        words = ngettext(
            "%(count)s article is no longer in this dossier; u brings it back.",
            "%(count)s articles are no longer in this dossier; u brings them back.",
            len(ids),
        )
        said = self._said(ids, _("“%(title)s” is no longer in this dossier; u brings it back."), words)
        self.write(lambda library: library.dossiers.remove_articles(dossier.id, ids), partial(self._moved, words=said))

    def action_archive(self) -> None:
        """Put articles in the archive: out of the list, not out of the library."""
        ids = self.ids_meant
        words = ngettext(
            "%(count)s article is in the archive; u brings it back.",
            "%(count)s articles are in the archive; u brings them back.",
            len(ids),
        )
        said = self._said(ids, _("“%(title)s” is in the archive; u brings it back."), words)
        self._move(ids, "archive", lambda library, one: library.articles.archive(one), said)

    def action_recover(self) -> None:
        """Put articles from the archive or the trash back in the list."""
        ids = self.ids_meant
        words = ngettext("%(count)s article is back in the list.", "%(count)s articles are back in the list.", len(ids))
        said = self._said(ids, _("“%(title)s” is back in the list."), words)
        self._move(ids, "recover", lambda library, one: library.articles.recover(one), said)

    def _ask_to_remove(self, ids: Sequence[str]) -> None:
        """Remove articles for good, after a yes to what goes with them."""
        hanging = self.briefing.attempt(lambda: [self.briefing.library.articles.attachments(one) for one in ids])
        if not hanging:
            return
        from tui.screens.dialogs.base import Confirmation

        words = ngettext("Remove %(count)s article for good?", "Remove %(count)s articles for good?", len(ids))
        title = self._said(ids, _("Remove “%(title)s” for good?"), words)
        self.app.push_screen(Confirmation(title, hangs(hanging)), partial(self._remove, ids))

    def _remove(self, ids: Sequence[str], yes: bool | None) -> None:
        words = ngettext(
            "%(count)s article is removed; u brings it back.",
            "%(count)s articles are removed; u brings them back.",
            len(ids),
        )
        if yes:
            said = self._said(ids, _("“%(title)s” is removed; u brings it back."), words)
            self._move(ids, "remove", lambda library, one: library.articles.remove(one), said)

    def _said(self, ids: Sequence[str], one: str, several: str) -> str:
        """What is said of articles: by its title of one alone, else by their number."""
        if len(ids) > 1:
            return several % {"count": active().number(len(ids))}
        records = self.briefing.attempt(lambda: self.briefing.library.articles.records_of(ids)) or ()
        return one % {"title": next((record.title for record in records), "")}

    def _move(self, ids: Sequence[str], code: str, move: "Callable[[Library, str], object]", words: str) -> None:
        """Move articles, in one step of the undo."""

        def moved(library: "Library") -> None:
            if len(ids) == 1:
                move(library, ids[0])
                return
            with library.transaction(Message.of(f"library.did.{code}-several", count=len(ids))):
                for one in ids:
                    move(library, one)

        if ids:
            self.write(moved, partial(self._moved, words=words))

    def _moved(self, _done: object = None, words: str = "") -> None:
        self.chosen = []
        self.changed(words=words)


def hangs(attachments: Sequence[Attachments]) -> str:
    """What hangs on articles and is removed with them."""
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
        return _("Nothing else is lost: no notes, no corrections, no place in a dossier.")
    return _("With it goes: %(things)s.") % {"things": active().listed(named)}
