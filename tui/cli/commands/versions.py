"""`briefing versions`: the versions of a report, and what changed between them."""

import argparse
from itertools import pairwise

from locales import _
from tui.cli import source_options
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the report, or its versions."""
    parser.add_argument(
        "source",
        nargs="+",
        metavar="SOURCE",
        help=_("an article of the library, of which the versions are found; or the versions themselves"),
    )
    parser.add_argument(
        "--ends", action="store_true", help=_("only what changed from the first version to the last, without the steps")
    )
    source_options.arguments(parser)


def run(call: Invocation) -> int:
    """Write the versions and what changed from each to the next."""
    from briefing.coverage.versions import Version, history_of
    from briefing.export.revision import versions_json, versions_markdown, versions_text

    articles = call.reports(call.arguments.source)
    if not articles:
        return call.exit_code
    if len(articles) == 1:
        history = call.analysis.versions(articles)[articles[0].id]
    else:
        history = history_of(Version(article) for article in articles)
    found = history.articles
    steps = [(found[0], found[-1])] if call.arguments.ends and len(found) > 1 else list(pairwise(found))
    with call.out.progress(_("comparing…")) as progress:
        revisions = [call.analysis.revision(*step, progress=part) for step, part in progress.parts(steps)]
    return call.answer(
        json=lambda: call.out.print_json(versions_json(history, revisions)),
        markdown=lambda: call.out.print(versions_markdown(history, revisions, call.catalogue).rstrip("\n")),
        text=lambda: call.out.print(versions_text(history, revisions, call.catalogue).rstrip("\n")),
    )
