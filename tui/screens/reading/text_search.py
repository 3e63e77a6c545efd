"""The search in the text of the screens on which one reads."""

import re
from collections.abc import Iterator, Sequence

from briefing.article import Article, Span
from locales import _, active, ngettext
from tui.layout.sheet import Mark
from tui.screens.dialogs.base import Prompt, Question
from tui.screens.reading.claims import ClaimsScreen


class SearchedScreen(ClaimsScreen):
    """Articles in which words are searched for; while a search is on, the keys for claims go through what was found."""

    def __init__(self, articles: Sequence[Article]) -> None:
        super().__init__(articles)
        self.sought = ""
        self.matches: tuple[tuple[Span, ...], ...] = ((),) * len(self.articles)

    def action_search(self) -> None:
        """Ask for words to search for in the text; none ends the search."""
        question = Question(
            _("Search in the text"), self.sought, _("Then n and N go from one to the next; Esc ends the search.")
        )
        self.app.push_screen(Prompt(question), self._sought)

    def _sought(self, words: str | None) -> None:
        if words is None:
            return
        self.sought = words
        self.matches = tuple(tuple(occurrences(article.text, words)) for article in self.articles)
        self.lay_out()
        self.words()
        if words:
            self._go_to_match(1, here_too=True)

    def found_marks(self, sheet: int) -> list[Mark]:
        """The words that were searched for, as marks."""
        return [Mark(span, "found") for span in self.matches[sheet]]

    def search_words(self) -> str:
        """What is searched for, and how often it was found."""
        count = sum(map(len, self.matches))
        words = ngettext("“%(words)s”: %(count)s found", "“%(words)s”: %(count)s found", count)
        return words % {"words": self.sought, "count": active().number(count)} if self.sought else ""

    def _go_to_match(self, step: int, *, here_too: bool = False) -> None:
        page = self.page
        sheets = {line.sheet for line in page.lines if line.sheet < len(self.matches)}
        stops = sorted(
            (page.index_of(sheet, span.start) or 0, sheet, span) for sheet in sheets for span in self.matches[sheet]
        )
        beyond = [stop for stop in stops if (stop[0] - page.cursor) * step > (-1 if here_too else 0)]
        if not beyond:
            self.tell(_("Not found further on.") if stops else _("Not found in this text."))
            return
        _line, sheet, span = beyond[0] if step > 0 else beyond[-1]
        page.go_to(sheet, span.start)

    def action_back(self) -> None:
        """End the search where one is on; else go back one level."""
        if self.sought:
            self._sought("")
        else:
            super().action_back()

    def action_claim(self, step: int) -> None:
        """Go to the next claim or the one before; while a search is on, to what was found."""
        if self.sought:
            self._go_to_match(step)
        else:
            super().action_claim(step)


def occurrences(text: str, words: str) -> Iterator[Span]:
    """Where the words stand in the text, without regard to capitals."""
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
    return (Span(*found.span()) for found in pattern.finditer(text)) if words.strip() else iter(())
