"""Marking articles as read or unread, and setting their tags."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from briefing.message import Message
from locales import _
from tui.article_sources import tags_in
from tui.screens.base import BriefingScreen
from tui.screens.dialogs.base import Prompt, Question

if TYPE_CHECKING:
    from store import ArticleRecord, Library


def toggle_read(screen: BriefingScreen, ids: Sequence[str], then: Callable[[bool], object]) -> None:
    """Mark articles as read if one of them is unread, else as unread; `then` gets whether they are read now."""

    def toggle(library: "Library") -> bool:
        records = library.articles.records_of(ids)
        unread = [record for record in records if record.unread]
        with library.transaction(_done(unread or records, read=bool(unread))):
            for record in unread or records:
                library.articles.mark_read(record.id, bool(unread))
        return bool(unread)

    screen.write(toggle, then)


def ask_tags(screen: BriefingScreen, article_id: str, tags: tuple[str, ...], then: Callable[[object], object]) -> None:
    """Ask for the tags of an article and set them."""

    def answered(words: str | None) -> None:
        if words is not None:
            screen.write(lambda library: library.articles.tag(article_id, tags_in(words)), then)

    hint = _("Separated by commas. Leave empty to remove all.")
    screen.app.push_screen(Prompt(Question(_("Tags"), ", ".join(tags), hint)), answered)


def _done(records: "Sequence[ArticleRecord]", *, read: bool) -> Message:
    """What was done, for the undo."""
    code = f"library.did.{'read' if read else 'unread'}"
    if len(records) == 1:
        return Message.of(code, title=records[0].title)
    return Message.of(f"{code}-several", count=len(records))
