"""`briefing note`: notes on articles and passages."""

import argparse

from briefing.message import NothingFoundError
from briefing.note import Note
from locales import _
from tui.article_sources import quoted_passage, tags_in
from tui.cli.invocation import Invocation
from tui.damaged import shown_note


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands."""
    steps = parser.add_subparsers(dest="step", required=True, metavar="add|list|edit|remove")
    add = steps.add_parser("add", help=_("write a note"))
    add.add_argument("article", metavar="ID", help=_("the number of the article in the library"))
    add.add_argument("text", help=_("the note, in Markdown; - reads it from standard input"))
    add.add_argument("--quote", help=_("words of the article that the note is about, as they stand there"))
    add.add_argument("--tags", default="", help=_("tags, separated by commas"))
    list_ = steps.add_parser("list", help=_("list the notes"))
    list_.add_argument("article", metavar="ID", nargs="?", help=_("only those on this article"))
    edit = steps.add_parser("edit", help=_("write another text for a note"))
    edit.add_argument("note", metavar="NOTE", help=_("the number of the note"))
    edit.add_argument("text", help=_("the note, in Markdown; - reads it from standard input"))
    remove = steps.add_parser("remove", help=_("remove a note"))
    remove.add_argument("note", metavar="NOTE", help=_("the number of the note"))


def run(call: Invocation) -> int:
    """Run the subcommand."""
    return {"add": _add, "list": _list, "edit": _edit, "remove": _remove}[call.arguments.step](call)


def _add(call: Invocation) -> int:
    asked = call.arguments
    article = call.library.articles.get(asked.article)
    passage = quoted_passage(article, asked.quote) if asked.quote else None
    note = Note("", _given(call, asked.text), article.id, passage=passage, tags=tags_in(asked.tags))
    return _shown(call, [call.library.notes.add(note)])


def _list(call: Invocation) -> int:
    return _shown(call, call.library.notes.find(article=call.arguments.article))


def _edit(call: Invocation) -> int:
    return _shown(call, [call.library.notes.edit(call.arguments.note, text=_given(call, call.arguments.text))])


def _remove(call: Invocation) -> int:
    call.library.notes.remove(call.arguments.note)
    return call.exit_code


def _given(call: Invocation, text: str) -> str:
    return call.standard_input() if text == "-" else text


def _shown(call: Invocation, notes: list[Note]) -> int:
    from briefing.export.json import note_json
    from briefing.export.text import note_text

    return call.answer_rows(
        notes,
        NothingFoundError("note.none"),
        json=lambda: call.out.print_json({"notes": [note_json(note) for note in notes]}),
        text=lambda: call.out.print_each(note_text(shown_note(note)) for note in notes),
    )
