"""`briefing compare`: what two reports share, where they differ, and what only one of them says."""

import argparse

from briefing.export.json import comparison_json
from locales import _
from tui.cli import source_options
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the two sources."""
    parser.add_argument("left", metavar="A", help=_("the first report: a number in the library, a file, or -"))
    parser.add_argument("right", metavar="B", help=_("the second report"))
    source_options.arguments(parser)


def run(call: Invocation) -> int:
    """Write the comparison."""
    from briefing.export.markdown import comparison_markdown
    from briefing.export.text import comparison_text

    articles = call.with_data(call.articles([call.arguments.left, call.arguments.right]))
    if len(articles) != 2:
        return call.exit_code or call.wrong_use(
            _("compare takes two reports, not %(count)s") % {"count": len(articles)}
        )
    with call.out.progress(_("comparing…")) as progress:
        comparison = call.analysis.comparison(articles[0], articles[1], progress=progress)
    return call.answer(
        json=lambda: call.out.print_json(comparison_json(comparison)),
        markdown=lambda: call.out.print(comparison_markdown(comparison, call.catalogue)),
        text=lambda: call.out.print(comparison_text(comparison, call.catalogue)),
    )
