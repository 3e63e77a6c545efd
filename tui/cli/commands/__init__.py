"""The commands of `briefing`, one module each, imported when its command is called.

A module gives `arguments(parser)`, which adds its own arguments, and `run(call)`, which does the work and gives the exit code.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from locales import mark


class Command(NamedTuple):
    """The module of a command, its one-line purpose, and its output formats."""

    module: str
    purpose: str
    formats: tuple[str, ...] = ("text", "json")


_EVERY_FORMAT = ("text", "json", "markdown")

COMMANDS: Mapping[str, Command] = MappingProxyType(
    {
        "add": Command("add", mark("add files, folders or standard input to the library")),
        "list": Command("list_", mark("list the articles of the library")),
        "show": Command("show", mark("show an article"), _EVERY_FORMAT),
        "claims": Command("claims", mark("who says what, and how surely"), _EVERY_FORMAT),
        "correct": Command("correct", mark("confirm, change, reject or add a claim")),
        "compare": Command("compare", mark("what two reports share and where they differ"), _EVERY_FORMAT),
        "link": Command("link", mark("reject, change or add a pair of passages of two reports")),
        "ledger": Command(
            "ledger", mark("who says what in several reports, and how many sources there are"), (*_EVERY_FORMAT, "csv")
        ),
        "sources": Command("sources", mark("on which sources reports lean"), (*_EVERY_FORMAT, "dot")),
        "versions": Command("versions", mark("what changed between the versions of a report"), _EVERY_FORMAT),
        "summary": Command("summary", mark("summarise reports, each sentence with its passage"), _EVERY_FORMAT),
        "translate": Command("translate", mark("translate a report, with doubtful places marked"), _EVERY_FORMAT),
        "note": Command("note", mark("write, list, change and remove notes")),
        "export": Command("export", mark("the briefing as Markdown or JSON"), ("markdown", "json")),
        "dossier": Command("dossier", mark("put the articles about one story together")),
        "edit": Command("edit", mark("set the title, outlet, date, address or language of an article")),
        "remove": Command("remove", mark("move articles to the trash, or out of it")),
        "archive": Command("archive", mark("archive articles, or bring them back")),
        "search": Command("search", mark("search the text of articles")),
        "library": Command("library", mark("check, copy, compact, export and import the library")),
        "doctor": Command("doctor", mark("which translation engines are ready")),
        "models": Command("models", mark("the models of the offline engine firefox")),
        "demo": Command("demo", mark("try it on sample articles in a throw-away library"), ("markdown",)),
    }
)
