"""`briefing export`: the briefing as a Markdown document, or as JSON, to a file or standard output."""

import argparse
from pathlib import Path

from analysis import PARTS
from briefing.message import NothingFoundError
from locales import _
from tui.cli import source_options
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources, the file and the parts."""
    parser.add_argument(
        "source", nargs="*", metavar="SOURCE", help=_("articles or a dossier (default: everything in the library)")
    )
    source_options.arguments(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help=_("the file to write; - is standard output (the default)")
    )
    parser.add_argument("--only", action="append", choices=PARTS, help=_("only this part; may be given more than once"))
    parser.add_argument("--title", help=_("the title of the document"))
    parser.add_argument(
        "--force", action="store_true", help=_("overwrite a file that was changed since it was exported")
    )


def run(call: Invocation) -> int:
    """Write the document."""
    from briefing.export.json import briefing_json
    from briefing.export.markdown import briefing_markdown

    asked = call.arguments
    articles = call.articles(asked.source) if asked.source else call.listed_articles()
    if not articles:
        if call.exit_code:
            return call.exit_code
        raise NothingFoundError("library.nothing-listed")
    language = call.catalogue.language
    briefing = call.analysis.briefing(
        articles, to=language, title=asked.title, parts=asked.only or PARTS, engines=call.agreed_engines()
    )
    return call.answer(
        markdown=lambda: _written(call, briefing_markdown(briefing, call.catalogue)),
        json=lambda: call.out.print_json(briefing_json(briefing)),
    )


def _written(call: Invocation, text: str) -> None:
    from briefing.export.file import write_document

    if call.arguments.output in {None, "-"}:
        call.out.print(text.rstrip("\n"))
        return
    write_document(Path(call.arguments.output), text, force=call.arguments.force)
    call.out.print(_("saved as %(name)s") % {"name": call.arguments.output})
