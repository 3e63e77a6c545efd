"""Export of the briefing of some articles to a Markdown file."""

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from briefing.article import Article
from briefing.message import BriefingError
from locales import _, active
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


def _file_name(title: str) -> str:
    return re.sub(r"\W+", "-", title.lower()).strip("-")[:40].rstrip("-") or "briefing"


def _write(screen: BriefingScreen, articles: tuple[Article, ...], force: bool, name: str | None) -> None:
    if name:
        screen.run_worker(
            partial(_written, screen, articles, Path(name).expanduser(), force),
            thread=True,
            exit_on_error=False,
            group="export",
        )


def _written(screen: BriefingScreen, articles: tuple[Article, ...], path: Path, force: bool) -> None:
    """On a thread: make and write the briefing, and report to the screen."""
    from briefing.export.file import write_document
    from briefing.export.markdown import briefing_markdown

    try:
        messages = active()
        briefing = screen.host.analysis().briefing(articles, to=messages.language, engines=agreed(screen.host.settings))
        document = briefing_markdown(briefing, messages)
        write_document(path, document, force=force)
    except BriefingError as error:
        if error.message.code == "export.edited":
            screen.app.call_from_thread(_ask, screen, articles, path)
        else:
            screen.app.call_from_thread(screen.tell_error, error)
        return
    screen.app.call_from_thread(screen.tell, _("Saved as %(name)s") % {"name": str(path)})


def _ask(screen: BriefingScreen, articles: tuple[Article, ...], path: Path) -> None:
    def answered(yes: bool | None) -> None:
        if yes:
            _write(screen, articles, True, str(path))

    words = _("%(name)s was edited, or is no export of this program. Write over it?") % {"name": str(path)}
    screen.app.push_screen(Confirmation(_("Write over it?"), words), answered)
