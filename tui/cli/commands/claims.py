"""`briefing claims`: who says what, and how surely, in one or more reports."""

import argparse

from briefing.export.json import claims_json
from locales import _
from tui.cli import claim_options, source_options
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources and the options that narrow the claims."""
    parser.add_argument(
        "source",
        nargs="+",
        metavar="SOURCE",
        help=_("a number in the library, a file, a folder, or - for standard input"),
    )
    source_options.arguments(parser)
    claim_options.arguments(parser)


def run(call: Invocation) -> int:
    """Write the claims of each source."""
    from briefing.export.markdown import claims_markdown
    from briefing.export.text import claims_text

    articles = call.with_data(call.articles(call.arguments.source))
    found = [(article, call.analysis.claims(article)) for article in articles]
    if found:
        passes = claim_options.selection(call.arguments, (claim for _article, claims in found for claim in claims))
        found = [(article, tuple(filter(passes, claims))) for article, claims in found]
    return call.answer(
        json=lambda: call.out.print_json(claims_json(found)),
        markdown=lambda: call.out.print_each(
            claims_markdown(article, claims, call.catalogue) for article, claims in found
        ),
        text=lambda: call.out.print_each(claims_text(article, claims, call.catalogue) for article, claims in found),
    )
