"""Adding articles to the library from a file, an address or pasted text, and suggesting others of the same story."""

import shlex
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

from textual.worker import get_current_worker

from briefing.address import is_address
from briefing.article import Article
from briefing.ingest.clean import on_one_line
from briefing.message import BriefingError, InputError
from locales import _, ngettext
from store import Added
from tui.key_names import with_keys
from tui.paths import expanded
from tui.screens.base import BriefingScreen


class Additions:
    """Adds articles and looks for others of the same story.

    `changed` is called when articles were added, `choose` with the articles that seem to belong to one story.
    """

    def __init__(
        self, screen: BriefingScreen, *, changed: Callable[[], object], choose: Callable[[Sequence[str]], object]
    ) -> None:
        self._screen, self._changed, self._choose = screen, changed, choose
        self._not_read = ""  # what was typed last, as long as it could not be read

    def ask(self) -> None:
        """Ask for a file, a folder or an address and add what is there."""
        from tui.screens.dialogs.base import Prompt, Question

        question = Question(
            _("Add an article"),
            self._not_read,
            _("A file, a folder, or the address of a page. Text can be pasted in the library."),
        )
        self._screen.app.push_screen(Prompt(question), self._answered)

    def paste(self, text: str) -> None:
        """Add what was pasted or dropped: addresses, paths of files, or the text of a report."""
        names = _names_in(text)
        for name in names:
            self._answered(name)
        if not names:
            self._run("add", partial(self._read_text, text))

    def _answered(self, name: str | None) -> None:
        self._not_read = name or self._not_read
        if name and is_address(name.strip()):
            self._screen.tell(_("Fetching %(name)s …") % {"name": on_one_line(name)})
            self._run("add", partial(self._read, name.strip()))
            return
        path = self._screen.host.attempt(lambda: expanded(name)) if name else None
        if not name or not path:
            return
        from tui.article_sources import STANDARD_INPUT

        if name == STANDARD_INPUT or _is_device(path):
            # The app reads its keys from the terminal: reading it here as well would freeze them.
            self._screen.tell_error(InputError("app.no-standard-input", name=on_one_line(name)))
            return
        self._run("add", partial(self._read, str(path)))

    def _run(self, group: str, act: Callable[[], object]) -> None:
        self._screen.run_worker(act, thread=True, exit_on_error=False, group=group)

    def _read(self, name: str) -> None:
        """On a thread: read what is at a path or an address and have its articles added."""
        from tui.article_sources import named_articles

        self._keep(lambda: named_articles(name, lambda: self._screen.host.library, self._failed), name)

    def _read_text(self, text: str) -> None:
        """On a thread: have the articles in a pasted text added."""
        from briefing.ingest.formats import read_articles

        name = _("the pasted text")
        self._keep(lambda: read_articles(text.encode(), name=name, failed=self._failed), "")

    def _failed(self, error: BriefingError) -> None:
        self._screen.app.call_from_thread(self._screen.tell_error, error)

    def _keep(self, read: Callable[[], list[Article]], source: str) -> None:
        try:
            articles = read()
        except BriefingError as error:
            self._failed(error)
            return
        self._screen.app.call_from_thread(
            self._screen.write,
            lambda library: [library.articles.add(article, source=source) for article in articles],
            self._added,
        )

    def _added(self, added: Sequence[Added]) -> None:
        self._not_read = ""
        for one in added:
            words = _("Added: %(title)s") if one.new else _("Already in the library: %(title)s")
            if one.recovered:
                words = _("Already in the library, back in the list: %(title)s")
            self._screen.tell(words % {"title": one.article.title})
        self._changed()
        new = [one.article for one in added if one.new]
        if new:
            self._run("story", partial(self._find_story, new))

    def _find_story(self, articles: Sequence[Article]) -> None:
        """On a thread: find indexed articles of the same story, then index the others."""
        from briefing.progress import CancelledError, Progress

        screen, worker = self._screen, get_current_worker()
        analysis = screen.host.analysis()
        versions = analysis.versions(articles)
        for new in articles:
            if len(versions[new.id].articles) > 1:
                words = with_keys(
                    _("“%(title)s” is another version of a report that you have. What changed: [versions]")
                )
                screen.app.call_from_thread(screen.tell, words % {"title": new.title})
        found, waiting = analysis.same_story(articles)
        for article, others in found.items():
            if others:
                screen.app.call_from_thread(self._suggest, [article, *(other.article for other in others)])
        if waiting:
            screen.app.call_from_thread(screen.tell, _indexing(waiting))
            with suppress(CancelledError):
                analysis.index_stories(Progress(cancelled=lambda: worker.is_cancelled))

    def _suggest(self, ids: Sequence[str]) -> None:
        self._choose(ids)
        count = len(ids) - 1
        words = ngettext(
            "%(count)s other article seems to be about the same; both are chosen. Make a dossier: [dossier]. Compare: [compare].",
            "%(count)s other articles seem to be about the same; all are chosen. Make a dossier: [dossier]. Compare: [compare].",
            count,
        )
        self._screen.tell(with_keys(words) % {"count": count})


def _names_in(text: str) -> list[str]:
    """The addresses and paths that a pasted line consists of, as terminals write files that are dropped; else none."""
    line = text.strip()
    if "\n" in line or not line:
        return []
    try:
        names = [_path_of(name) for name in shlex.split(line)]
    except ValueError:
        names = []
    for found in (names, [line]):
        if found and all(is_address(name) or _is_there(name) for name in found):
            return found
    return []


def _path_of(name: str) -> str:
    """The path in an address of a file, else the name itself."""
    return unquote(urlsplit(name).path) if name.startswith("file:///") else name


def _is_there(name: str) -> bool:
    """Whether the name is the path of a file or a folder."""
    try:
        return bool(name) and expanded(name).exists()
    except (OSError, BriefingError):
        return False


def _is_device(path: Path) -> bool:
    """Whether the path is there and neither a file nor a folder: a terminal or a pipe."""
    try:
        return path.exists() and not path.is_file() and not path.is_dir()
    except OSError:
        return False


def _indexing(count: int) -> str:
    words = ngettext(
        "%(count)s article is still being indexed for suggestions.",
        "%(count)s articles are still being indexed for suggestions.",
        count,
    )
    return words % {"count": count}
