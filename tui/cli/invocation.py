"""One call of the `briefing` command: its arguments, its library, its language, and where its output goes."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from briefing.article import UNDETERMINED, Article
from briefing.dossier import Dossier
from briefing.ingest.clean import cleaned, on_one_line
from briefing.ingest.decode import LIMIT, decoded
from briefing.language.languages import has_data
from briefing.language.shorten import shortened
from briefing.message import BriefingError, InputError, NothingFoundError
from locales import Catalogue

if TYPE_CHECKING:
    from analysis import Analysis
    from briefing.progress import Progress
    from store import Library

_SOON = 1.0
"""Seconds within which work needs no word of how far it is."""


def default_folder() -> Path:
    """The library's folder: `BRIEFING_LIBRARY`, else `briefing` under the platform's data directory."""
    if named := os.environ.get("BRIEFING_LIBRARY"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("briefing")


class Invocation:
    """What a command is given to work with."""

    def __init__(self, arguments: argparse.Namespace, catalogue: Catalogue) -> None:
        self.arguments = arguments
        self.catalogue = catalogue
        self.exit_code = 0
        self._file_of: dict[str, str] = {}

    @property
    def folder(self) -> Path:
        """The folder of the library."""
        return Path(self.arguments.library).expanduser() if self.arguments.library else default_folder()

    @cached_property
    def library(self) -> "Library":
        """The library, opened when it is first asked for."""
        from store import Library

        return Library.open(self.folder)

    @cached_property
    def analysis(self) -> "Analysis":
        """The analysis, beside the library if that was opened for this call."""
        from analysis import Analysis
        from tui.settings import Settings
        from tui.translation import translation_settings

        library = self.library if "library" in self.__dict__ else None
        return Analysis(library, translation_settings(Settings.read()))

    @contextmanager
    def waiting(self, doing: str) -> "Iterator[Progress]":
        """Who waits for long work: a terminal at standard error shows what is done and how far it is, once it takes a second."""
        from briefing.progress import Progress

        if not sys.stderr.isatty():
            yield Progress()
            return
        began, shown = monotonic(), ""

        def show(share: float) -> None:
            nonlocal shown
            if monotonic() - began > _SOON:
                shown = f"{doing} {self.catalogue.percent(share)}"
                print(f"\r{shown} ", end="", file=sys.stderr, flush=True)  # noqa: T201

        try:
            yield Progress(show)
        finally:
            print("\r" + " " * (len(shown) + 1), end="\r", file=sys.stderr, flush=True)  # noqa: T201

    def choose_engines(self, named: str | None) -> tuple[str, ...]:
        """The engine named for this call, if one is; says on standard error where it sends texts, the first time.

        Raises:
            WrongUseError: it is no engine.
        """
        from tui.settings import Settings
        from tui.translation import tell_where_it_goes

        names = (named,) if named else ()
        tell_where_it_goes(Settings.read(), names, self._say_where)
        return names

    def agreed_engines(self) -> tuple[str, ...]:
        """The engines that need no telling: those that send nothing, and those of which the user was told where they send."""
        from tui.settings import Settings
        from tui.translation import agreed

        return agreed(Settings.read())

    def _say_where(self, engine: str, host: str) -> None:
        self.say(self.catalogue.say("translate.goes-to", engine=engine, host=host))

    def say(self, words: str) -> None:
        """Say something beside the answer, on standard error."""
        print(words, file=sys.stderr)  # noqa: T201

    def warn(self, error: BriefingError) -> None:
        """Say on standard error what did not work, where something else did."""
        self.say(self.catalogue.say(error.message.code, **error.message.params))

    def close(self) -> None:
        """Close the library if it was opened."""
        if "library" in self.__dict__:
            self.library.close()

    def failed(self, error: BriefingError) -> None:
        """Say on standard error what went wrong, in one line, and remember the exit code; the rest goes on."""
        self.warn(error)
        self.exit_code = max(self.exit_code, error.exit_code)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Carry on after an error that is the user's to mend."""
        try:
            yield
        except BriefingError as error:
            self.failed(error)

    def articles(self, names: Iterable[str]) -> list[Article]:
        """The articles that the names stand for, in their order; each that cannot be read is said and left out."""
        from tui.article_sources import is_kept, named_articles

        articles: list[Article] = []
        language = getattr(self.arguments, "read_in", None)
        for name in names:
            with self.attempt():
                found = named_articles(name, lambda: self.library, self.failed, language)
                if len(found) == 1 and not is_kept(name):
                    self._file_of[found[0].id] = on_one_line(name)
                articles.extend(found)
        return articles

    def with_data(self, articles: Iterable[Article]) -> list[Article]:
        """The articles in languages that can be analysed; each other one is said and left out."""
        analysable: list[Article] = []
        for article in articles:
            if has_data(article.language):
                analysable.append(article)
            else:
                code = "language.unclear" if article.language == UNDETERMINED else "language.no-data"
                name = self._file_of.get(article.id) or f"“{shortened(article.title, 60)}”"
                self.failed(InputError(code, name=name, language=article.language))
        return analysable

    def dossier(self, name: str) -> Dossier:
        """The dossier of the library with the number or the name.

        Raises:
            NothingFoundError: there is none.
        """
        from tui.article_sources import named_dossier

        return named_dossier(name, self.library)

    def standard_input(self) -> str:
        """What stands on standard input, read and cleaned like any text from outside.

        Raises:
            InputError: it is too large, empty, or not text.
        """
        return cleaned(decoded(sys.stdin.buffer.read(LIMIT + 1), name="-"))

    def wrong_use(self, words: str) -> int:
        """Say in one line what is wrong with the call; exit code 2."""
        self.say(words)
        return 2

    def print(self, text: str) -> None:
        """Write text to standard output."""
        print(text)  # noqa: T201

    def print_block(self, text: str) -> None:
        """Write lines to standard output, nothing where there are none."""
        if text:
            self.print(text)

    def print_each(self, texts: Iterable[str]) -> None:
        """Write texts to standard output, each on a line of its own."""
        for text in texts:
            self.print(text)

    def print_json(self, value: Mapping[str, object]) -> None:
        """Write a value as JSON to standard output."""
        self.print(json.dumps(value, ensure_ascii=False, indent=2))

    def answer(self, **forms: Callable[[], None]) -> int:
        """Write the answer in the form that was asked for; the exit code of the call."""
        forms[self.arguments.format]()
        return self.exit_code

    def answer_rows(self, rows: Sequence[object], nothing: NothingFoundError, **forms: Callable[[], None]) -> int:
        """As `answer`; without rows the exit code says that nothing was found, and a person is told so in words."""
        if rows or self.arguments.format == "json":
            self.answer(**forms)
        else:
            self.failed(nothing)
        return self.exit_code or (0 if rows else nothing.exit_code)
