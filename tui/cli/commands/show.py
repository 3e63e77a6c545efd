"""`briefing show`: an article as it was read."""

import argparse

from briefing.export.json import article_json
from locales import _
from tui.cli import source_options
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources."""
    parser.add_argument(
        "source",
        nargs="+",
        metavar="SOURCE",
        help=_("a number in the library, a file, a folder, or - for standard input"),
    )
    source_options.arguments(parser)


def run(call: Invocation) -> int:
    """Write the articles."""
    from briefing.export.markdown import article_markdown
    from briefing.export.text import article_text

    articles = call.articles(call.arguments.source)
    return call.answer(
        json=lambda: call.out.print_json({"articles": [article_json(article) for article in articles]}),
        markdown=lambda: call.out.print_each(article_markdown(article, call.catalogue) for article in articles),
        text=lambda: call.out.print_each(article_text(article, call.catalogue) for article in articles),
    )
