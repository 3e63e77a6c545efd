"""What the Library screen shows of the row under the cursor."""

from collections.abc import Iterable
from typing import Final

from textual.content import Content

from briefing.article import Article
from briefing.dossier import Dossier
from locales import _, active, ngettext
from store import Hit
from tui.words import origin

_LENGTH: Final = 4000
"""Characters of an article that are shown."""
_MUTED: Final = "$foreground-muted"


def of_article(article: Article, hit: Hit | None) -> Content:
    """The article's head and its first words; before them the words that a search found."""
    words = ngettext("%(count)s word", "%(count)s words", article.words) % {"count": active().number(article.words)}
    facts = ", ".join(filter(None, (origin(article), article.language, words)))
    blocks = [Content.styled(article.title, "bold"), Content.styled(facts, _MUTED), Content("")]
    if hit and hit.snippet:
        snippet = Content(hit.snippet)
        for span in hit.highlights:
            snippet = snippet.stylize("bold underline", span.start, span.end)
        blocks += [snippet, Content("")]
    return Content("\n").join([*blocks, Content(article.text[:_LENGTH])])


def of_dossier(dossier: Dossier, titles: Iterable[str]) -> Content:
    """The dossier's name and what is in it."""
    return Content("\n").join(
        [Content.styled(dossier.name, "bold"), Content(""), *(Content(f"· {title}") for title in titles)]
    )


def of_nothing(*, searching: bool) -> Content:
    """What to do where the list is empty."""
    if searching:
        return Content.styled(_("Nothing fits. Esc shows everything again."), _MUTED)
    words = _(
        "The library is empty.\n\nPress + to add a text file, or run: briefing add FILE…\nbriefing demo shows an example."
    )
    return Content.styled(words, _MUTED)
