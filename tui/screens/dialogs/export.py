"""Export of a briefing or of a view to a file."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from briefing.article import Article
from briefing.message import BriefingError
from locales import _, active
from tui.paths import expanded
from tui.screens.base import BriefingScreen
from tui.screens.dialogs.base import Confirmation, Prompt, Question
from tui.translation import agreed


def export(screen: BriefingScreen, articles: Sequence[Article]) -> None:
    """Ask for the file and write to it; an edited file is overwritten only after a yes."""
    if not articles:
        screen.tell(_("There is nothing to export here."))
        return
    question = Question(
        _("Export to Markdown"), f"{_file_name(articles[0].title)}.md", _("The name of the Markdown file.")
    )
    screen.app.push_screen(Prompt(question), partial(_write, screen, tuple(articles), False))


def export_view(screen: BriefingScreen, name: str, document: Callable[[str], str]) -> None:
    """Ask for the file and write what is shown to it: a table to .csv, a graph to .dot, else Markdown."""
    question = Question(
        _("Export this view"), name, _("The name of the file: .md writes text, .csv a table, .dot a graph.")
    )

    def answered(given: str | None) -> None:
        path = screen.host.attempt(lambda: expanded(given)) if given else None
        if path:
            _start(screen, partial(_document_written, screen, path, document(path.suffix.lower()), False))

    screen.app.push_screen(Prompt(question), answered)


def _document_written(screen: BriefingScreen, path: Path, text: str, force: bool) -> None:
    """On a thread: write a document, and report to the screen."""
    from briefing.export.file import write_document, write_plain

    write = write_plain if path.suffix.lower() in {".csv", ".dot"} else write_document
    again = partial(_document_written, screen, path, text, True)
    _report(screen, path, again, lambda: write(path, text, force=force))


def _file_name(title: str) -> str:
    return re.sub(r"\W+", "-", title.lower()).strip("-")[:40].rstrip("-") or "briefing"


def _write(screen: BriefingScreen, articles: tuple[Article, ...], force: bool, name: str | None) -> None:
    path = screen.host.attempt(lambda: expanded(name)) if name else None
    if path:
        _start(screen, partial(_written, screen, articles, path, force))


def _start(screen: BriefingScreen, act: Callable[[], object]) -> None:
    screen.run_worker(act, thread=True, exit_on_error=False, group="export")


def _written(screen: BriefingScreen, articles: tuple[Article, ...], path: Path, force: bool) -> None:
    """On a thread: make and write the briefing, and report to the screen."""
    from briefing.export.file import write_document
    from briefing.export.markdown import briefing_markdown

    def write() -> None:
        messages = active()
        briefing = screen.host.analysis().briefing(articles, to=messages.language, engines=agreed(screen.host.settings))
        write_document(path, briefing_markdown(briefing, messages), force=force)

    _report(screen, path, partial(_written, screen, articles, path, True), write)


def _report(screen: BriefingScreen, path: Path, again: Callable[[], object], write: Callable[[], object]) -> None:
    """On a thread: write, and say that it is done or why not; a file that was edited is written `again` after a yes."""
    try:
        write()
    except BriefingError as error:
        if error.message.code == "export.edited":
            screen.app.call_from_thread(_ask, screen, path, again)
        else:
            screen.app.call_from_thread(screen.tell_error, error)
        return
    screen.app.call_from_thread(screen.tell, _("Saved as %(name)s") % {"name": str(path)})


def _ask(screen: BriefingScreen, path: Path, again: Callable[[], object]) -> None:
    def answered(yes: bool | None) -> None:
        if yes:
            _start(screen, again)

    words = _("%(name)s was edited, or is no export of this program. Overwrite it?") % {"name": str(path)}
    screen.app.push_screen(Confirmation(_("Write over it?"), words), answered)
