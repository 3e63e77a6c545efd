"""What the Library screen shows of the row under the cursor."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.message import Message

from briefing.article import Article
from briefing.dossier import Dossier
from briefing.message import BriefingError, NothingFoundError
from locales import _, active, ngettext
from store import ArticleFilter, Hit
from store.values import State
from tui.key_names import with_keys
from tui.latest_wins import LatestWins
from tui.origin import origin
from tui.screens.library.listing import Row, key_of
from tui.widgets.prose import Prose

if TYPE_CHECKING:
    from store import Library

_LENGTH: Final = 4000
"""Characters of an article that are shown."""
_TITLES: Final = 200
"""Titles of a dossier's articles that are shown."""
_MUTED: Final = "$foreground-muted"


@dataclass
class Previewed(Message):
    """The content of a row was read."""

    key: tuple[str, str]
    content: Content


class Preview(Prose):
    """The preview of a row, read on a thread; rows that the cursor only passed are not read."""

    def __init__(self, library: "Callable[[], Library]", *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._library = library
        self._rows = LatestWins[Row](self, self._read)
        self._wanted: tuple[str, str] | None = None
        self._shown: tuple[str, str] | None = None

    def show(self, row: Row) -> None:
        """Show a row as soon as it is read."""
        self._wanted = key_of(row)
        self._rows.ask(row)

    def show_words(self, content: Content) -> None:
        """Show a text instead of a row."""
        self._wanted = self._shown = None
        self.say(content)

    def _read(self, row: Row) -> None:
        """On a thread: read the row; one that is gone leaves the list as well."""
        library = self._library()
        try:
            if isinstance(row, Dossier):
                ids = library.articles.ids(ArticleFilter(dossier=row.id))
                titles = [record.title for record in library.articles.records_of(ids[:_TITLES])]
                content = of_dossier(row, titles, len(ids))
            else:
                content = of_article(library.articles.get(key_of(row)[1]), row if isinstance(row, Hit) else None)
        except NothingFoundError:
            return
        except BriefingError as error:
            content = Content(active().say(error.message.code, **error.message.params))
        if not self._rows.overtaken:
            self.post_message(Previewed(key_of(row), content))

    def on_previewed(self, message: Previewed) -> None:
        """Show it; another row from the top."""
        message.stop()
        if message.key == self._wanted:
            self.say(message.content, from_top=self._shown != message.key)
            self._shown = message.key


def of_article(article: Article, hit: Hit | None) -> Content:
    """The title, facts and first words of an article, after the snippet that a search found."""
    words = ngettext("%(count)s word", "%(count)s words", article.words) % {"count": active().number(article.words)}
    facts = ", ".join(filter(None, (origin(article), article.language, words)))
    blocks = [Content.styled(article.title, "bold"), Content.styled(facts, _MUTED), Content("")]
    if hit and hit.snippet:
        snippet = Content(hit.snippet)
        for span in hit.highlights:
            snippet = snippet.stylize("bold underline", span.start, span.end)
        blocks += [snippet, Content("")]
    text = article.text[:_LENGTH]
    return Content("\n").join([*blocks, Content(text.removeprefix(article.title).lstrip())])


def of_dossier(dossier: Dossier, titles: Sequence[str], count: int) -> Content:
    """The name of a dossier and the titles of its first articles, `count` of them in all."""
    lines = [Content.styled(dossier.name, "bold"), Content(""), *(Content(f"· {title}") for title in titles)]
    more = count - len(titles)
    if more > 0:
        words = ngettext("and %(count)s more", "and %(count)s more", more) % {"count": active().number(more)}
        lines.append(Content.styled(words, _MUTED))
    return Content("\n").join(lines)


def of_nothing(state: State, *, searching: bool) -> Content:
    """What to do where the list is empty."""
    if searching:
        words = _("No matches. Show everything again: [back]")
    elif state == "archived":
        words = _(
            "The archive is empty. In the list, press [archive] to archive an article: out of sight, but not out of the library."
        )
    elif state == "trashed":
        words = _("The trash is empty. Back to the list: [back]")
    else:
        words = _(
            "The library is empty.\n\nPress [add] to add a text file, or run: briefing add FILE…\nbriefing demo shows an example."
        )
    return Content.styled(with_keys(words), _MUTED)
