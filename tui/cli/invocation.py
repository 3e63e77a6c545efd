"""One call of the `briefing` command: its arguments, its library, its language and its exit code."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.article import UNDETERMINED, Article
from briefing.dossier import Dossier
from briefing.ingest.clean import cleaned, on_one_line
from briefing.ingest.decode import LIMIT, decoded
from briefing.message import BriefingError, InputError, NothingFoundError, WrongUseError
from locales import Catalogue
from tui.cli.output import Output
from tui.paths import expanded

if TYPE_CHECKING:
    from analysis import Analysis
    from store import Library


def default_folder() -> Path:
    """The library's folder: `BRIEFING_LIBRARY`, else `briefing` under the platform's data directory."""
    if named := os.environ.get("BRIEFING_LIBRARY"):
        return expanded(named)
    from platformdirs import user_data_path

    return user_data_path("briefing")


class Invocation:
    """What a command works with."""

    def __init__(self, arguments: argparse.Namespace, catalogue: Catalogue) -> None:
        self.arguments = arguments
        self.catalogue = catalogue
        self.out = Output(catalogue.percent)
        self.exit_code = 0
        self._file_of: dict[str, str] = {}

    @property
    def folder(self) -> Path:
        """The folder of the library.

        Raises:
            WrongUseError: the name given is an address.
        """
        named = self.arguments.library or os.environ.get("BRIEFING_LIBRARY") or ""
        if "://" in named:
            raise WrongUseError("library.address", name=named)
        return expanded(self.arguments.library) if self.arguments.library else default_folder()

    @cached_property
    def library(self) -> "Library":
        """The library, opened when it is first needed."""
        from store import Library

        return Library.open(self.folder)

    @cached_property
    def analysis(self) -> "Analysis":
        """The analysis, with the library if that was opened for this call."""
        from analysis import Analysis
        from tui.settings import Settings
        from tui.translation import translation_settings

        library = self.library if "library" in self.__dict__ else None
        return Analysis(library, translation_settings(Settings.read()))

    def choose_engines(self, named: str | None) -> tuple[str, ...]:
        """The engine named for this call, if any; where it sends texts is written once to standard error.

        Raises:
            WrongUseError: it is no engine.
        """
        from tui.settings import Settings
        from tui.translation import tell_where_it_goes

        names = (named,) if named else ()
        tell_where_it_goes(Settings.read(), names, self._say_where)
        return names

    def agreed_engines(self) -> tuple[str, ...]:
        """The engines that send nothing, or of which the user knows where they send texts."""
        from tui.settings import Settings
        from tui.translation import agreed

        return agreed(Settings.read())

    def _say_where(self, engine: str, host: str) -> None:
        self.out.say(self.catalogue.say("translate.goes-to", engine=engine, host=host))

    def warn(self, error: BriefingError) -> None:
        """Write an error to standard error in one line; the exit code stays."""
        self.out.say(on_one_line(self.catalogue.say(error.message.code, **error.message.params)))

    def close(self) -> None:
        """Close the library if it was opened."""
        if "library" in self.__dict__:
            self.library.close()

    def failed(self, error: BriefingError) -> None:
        """Write an error to standard error in one line, and remember its exit code."""
        self.warn(error)
        self.exit_code = max(self.exit_code, error.exit_code)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Report an error of the user's and go on."""
        try:
            yield
        except BriefingError as error:
            self.failed(error)

    def articles(self, names: Iterable[str]) -> list[Article]:
        """The articles that the names stand for, in order; one that cannot be read is reported and left out."""
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

    def listed_articles(self) -> list[Article]:
        """The articles in the library's list, newest first; a damaged one is reported and left out."""
        articles = list[Article]()
        for one in self.library.articles.ids():
            with self.attempt():
                articles.append(self.library.articles.get(one))
        return articles

    def with_data(self, articles: Iterable[Article]) -> list[Article]:
        """The articles in languages with data; each other one is reported and left out."""
        from briefing.language.languages import has_data
        from briefing.language.shorten import shortened

        analysable: list[Article] = []
        for article in articles:
            if has_data(article.language):
                analysable.append(article)
            else:
                code = "language.unclear" if article.language == UNDETERMINED else "language.no-data"
                name = self._file_of.get(article.id) or f"“{shortened(article.title, 60)}”"
                self.failed(InputError(code, name=name, language=article.language))
        return analysable

    def reports(self, names: Sequence[str]) -> list[Article]:
        """The articles to compare with each other, each once: those named, or all of the library where none is.

        None where all those named were reported as errors.

        Raises:
            NothingFoundError: the library has none.
        """
        named = self.articles(names) if names else self.listed_articles()
        if not named and not self.exit_code:
            raise NothingFoundError("library.nothing-listed")
        return list({article.id: article for article in self.with_data(named)}.values())

    def dossier(self, name: str) -> Dossier:
        """The dossier of the library with the number or the name.

        Raises:
            NothingFoundError: there is none.
        """
        from tui.article_sources import named_dossier

        return named_dossier(name, self.library)

    def standard_input(self) -> str:
        """The text on standard input, cleaned.

        Raises:
            InputError: it is too large, empty, or not text.
        """
        return cleaned(decoded(sys.stdin.buffer.read(LIMIT + 1), name="-"))

    def wrong_use(self, words: str) -> int:
        """Report wrong use in one line; exit code 2."""
        self.out.say(words)
        return 2

    def answer(self, **forms: Callable[[], None]) -> int:
        """Write the answer in the format that was asked for; gives the exit code."""
        forms[self.arguments.format]()
        return self.exit_code

    def answer_rows(self, rows: Sequence[object], nothing: NothingFoundError, **forms: Callable[[], None]) -> int:
        """As `answer`; without rows the exit code is that of `nothing`, which is reported unless JSON was asked for."""
        if rows or self.arguments.format == "json":
            self.answer(**forms)
        else:
            self.failed(nothing)
        return self.exit_code or (0 if rows else nothing.exit_code)
