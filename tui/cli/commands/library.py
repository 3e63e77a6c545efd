"""`briefing library`: maintenance, backup, export and import of the library."""

import argparse
import os
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from briefing.ingest.decode import LIMIT
from briefing.message import InputError, NothingFoundError
from briefing.regular_file import IrregularFileError, open_regular
from locales import _, ngettext
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands."""
    steps = parser.add_subparsers(
        dest="step",
        required=True,
        metavar="check|compact|backup|restore|salvage|stats|export|import|index|undo",
    )
    check = steps.add_parser("check", help=_("check it for damage"))
    check.add_argument(
        "--repair", action="store_true", help=_("repair what is damaged; what cannot be read is set aside in a file")
    )
    steps.add_parser("compact", help=_("compact its file"))
    backup = steps.add_parser("backup", help=_("copy it, even while it is in use"))
    backup.add_argument("file", metavar="FILE", nargs="?", help=_("the copy (default: a new file beside the library)"))
    restore = steps.add_parser("restore", help=_("restore it from a backup"))
    restore.add_argument("file", metavar="FILE", help=_("the backup"))
    steps.add_parser("salvage", help=_("save what can be read of a damaged library"))
    steps.add_parser("stats", help=_("show what it contains and its size"))
    export = steps.add_parser("export", help=_("write everything as JSON lines"))
    export.add_argument(
        "file", metavar="FILE", nargs="?", help=_("the file to write; - is standard output (the default)")
    )
    take = steps.add_parser("import", help=_("import an export file"))
    take.add_argument("file", metavar="FILE", help=_("the file to read; - is standard input"))
    steps.add_parser("index", help=_("build the search index anew"))
    steps.add_parser("undo", help=_("undo the last change"))


def run(call: Invocation) -> int:
    """Run the subcommand."""
    steps = {
        "check": _check,
        "compact": _compact,
        "backup": _backup,
        "restore": _restore,
        "salvage": _salvage,
        "stats": _stats,
        "export": _export,
        "import": _import,
        "index": _index,
        "undo": _undo,
    }
    return steps[call.arguments.step](call)


def _check(call: Invocation) -> int:
    from store.repair import RepairReport

    maintenance = call.library.maintenance
    repair = RepairReport([], None)
    if call.arguments.repair:
        repair = maintenance.repair()
        maintenance.finish_index()
    faults = maintenance.check()
    done, words = ([call.catalogue.say(one.code, **one.params) for one in some] for some in (repair.done, faults))
    kept = [_("What was stored of them is kept in %(name)s") % {"name": repair.kept}] if repair.kept else []
    found = {"whole": not faults, "faults": words}
    if call.arguments.repair:
        found |= {"repaired": done, "kept": str(repair.kept) if repair.kept else None}
    call.answer(
        json=lambda: call.out.print_json(found),
        text=lambda: call.out.print_each([*done, *kept, *(words or [_("The library is undamaged.")])]),
    )
    return InputError.exit_code if faults else call.exit_code


def _compact(call: Invocation) -> int:
    before, after = call.library.maintenance.compact()
    return call.answer(
        json=lambda: call.out.print_json({"before": before, "after": after}),
        text=lambda: call.out.print(
            _("from %(before)s to %(after)s") % {"before": _size(call, before), "after": _size(call, after)}
        ),
    )


def _backup(call: Invocation) -> int:
    asked = call.arguments.file
    return _written(call, call.library.maintenance.backup(Path(asked) if asked else None))


def _restore(call: Invocation) -> int:
    from store import restore

    before = restore(call.folder, Path(call.arguments.file))
    words = _("restored; the library as it was is in %(name)s") % {"name": before} if before else _("restored")
    return call.answer(
        json=lambda: call.out.print_json({"before": str(before) if before else None}),
        text=lambda: call.out.print(words),
    )


def _salvage(call: Invocation) -> int:
    from store import salvage

    saved = salvage(call.folder)
    return call.answer(
        json=lambda: call.out.print_json(
            {"articles": saved.articles, "notes": saved.notes, "damaged": str(saved.kept)}
        ),
        text=lambda: call.out.print(
            _("saved %(articles)s articles and %(notes)s notes; the damaged file is kept as %(name)s")
            % {
                "articles": call.catalogue.number(saved.articles),
                "notes": call.catalogue.number(saved.notes),
                "name": saved.kept,
            }
        ),
    )


def _stats(call: Invocation) -> int:
    figures = call.library.maintenance.statistics()
    rows = [
        (_("articles"), call.catalogue.number(figures.articles)),
        (_("dossiers"), call.catalogue.number(figures.dossiers)),
        (_("notes"), call.catalogue.number(figures.notes)),
        (_("corrections"), call.catalogue.number(figures.corrections)),
        (_("texts"), _size(call, figures.text)),
        (_("search index"), _size(call, figures.index)),
        (_("file"), _size(call, figures.file)),
        (_("format"), call.catalogue.number(figures.version)),
    ]
    width = max(len(name) for name, _value in rows)
    fields = ("articles", "dossiers", "notes", "corrections", "text", "index", "file", "version")
    return call.answer(
        json=lambda: call.out.print_json({name: getattr(figures, name) for name in fields}),
        text=lambda: call.out.print_each(f"{name:<{width}}  {value:>10}" for name, value in rows),
    )


def _export(call: Invocation) -> int:
    asked = call.arguments.file
    if asked in {None, "-"}:
        call.out.print_each(call.library.exchange.export_lines())
        return call.exit_code
    from store.new_file import write_lines

    target = Path(asked)
    write_lines(target, call.library.exchange.export_lines())
    return _written(call, target)


def _import(call: Invocation) -> int:
    new = call.library.exchange.import_lines(_lines(call.arguments.file))
    return call.answer(
        json=lambda: call.out.print_json({"new": new}),
        text=lambda: call.out.print(
            ngettext("%(count)s item imported", "%(count)s items imported", new) % {"count": call.catalogue.number(new)}
        ),
    )


LONGEST_LINE = 4 * LIMIT
"""Limit of one line of an export, in characters: the largest article as JSON."""


def _lines(name: str) -> Iterator[str]:
    if name == "-":
        yield from _decoded(sys.stdin.buffer)
        return
    try:
        with open_regular(Path(name)) as file:
            yield from _decoded(file)
    except FileNotFoundError:
        raise InputError("ingest.missing", name=name) from None
    except IrregularFileError:
        raise InputError("ingest.irregular", name=name) from None
    except OSError as error:
        raise InputError("ingest.unreadable", name=name, reason=os.strerror(error.errno or 0)) from error


def _decoded(file: BinaryIO) -> Iterator[str]:
    lines = iter(partial(file.readline, LONGEST_LINE), b"")
    return (line.decode("utf-8", "replace") for line in lines)


def _index(call: Invocation) -> int:
    call.library.maintenance.rebuild_index()
    call.library.maintenance.finish_index()
    return call.answer(
        json=lambda: call.out.print_json({"built": True}),
        text=lambda: call.out.print(_("The search index was built anew.")),
    )


def _undo(call: Invocation) -> int:
    undone = call.library.undo()
    if undone is None:
        raise NothingFoundError("library.nothing-to-undo")
    words = call.catalogue.say(undone.code, **undone.params)
    return call.answer(
        json=lambda: call.out.print_json({"undone": {"code": undone.code, "params": dict(undone.params)}}),
        text=lambda: call.out.print(_("undone: %(what)s") % {"what": words}),
    )


def _written(call: Invocation, target: Path) -> int:
    return call.answer(
        json=lambda: call.out.print_json({"file": str(target)}),
        text=lambda: call.out.print(_("saved as %(name)s") % {"name": target}),
    )


def _size(call: Invocation, size: int) -> str:
    """A size in bytes as kB, or as MB with one decimal."""
    number = call.catalogue.number
    return f"{number(round(size / 1e6, 1))} MB" if size >= 1_000_000 else f"{number(round(size / 1e3))} kB"
