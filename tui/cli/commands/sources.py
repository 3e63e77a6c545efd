"""`briefing sources`: on which origins several reports lean, and which names the user calls one source."""

import argparse

from locales import _
from tui.article_sources import DOSSIER, may_be_source
from tui.cli import source_options
from tui.cli.invocation import Invocation
from tui.cli.source_judgements import STEPS
from tui.cli.source_judgements import run as judge


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources."""
    parser.add_argument(
        "source",
        nargs="*",
        metavar="SOURCE",
        help=_(
            "a dossier by its name or number, articles or files (default: everything in the library); "
            "or `same A B`, `different A B`, `forget A B` to say that two names are one source, or two, and `judged` to list that"
        ),
    )
    source_options.arguments(parser)


def run(call: Invocation) -> int:
    """Write the source map."""
    words = call.arguments.source
    if words and words[0] in STEPS:
        return judge(call, words[0], words[1:])
    from briefing.coverage.source_map import source_map_of
    from briefing.export.source_map import source_map_dot, source_map_json, source_map_markdown, source_map_text

    articles = call.reports([_source(word) for word in call.arguments.source])
    if not articles:
        return call.exit_code
    out, catalogue = call.out, call.catalogue
    with out.progress(_("comparing…")) as progress:
        found = source_map_of(call.analysis.ledger(articles, progress=progress))
    return call.answer(
        json=lambda: out.print_json(source_map_json(found)),
        markdown=lambda: out.print(source_map_markdown(found, catalogue).rstrip("\n")),
        dot=lambda: out.print(source_map_dot(found, catalogue).rstrip("\n")),
        text=lambda: out.print(source_map_text(found, catalogue, out.signs).rstrip("\n")),
    )


def _source(word: str) -> str:
    """A word that is no article or file as the name of a dossier."""
    return word if may_be_source(word) else f"{DOSSIER}{word}"
