"""`briefing` and `briefing SOURCE...`: the app, with the library or with the reports named."""

import sys

from briefing.message import UnavailableError
from tui.article_sources import is_kept
from tui.cli.invocation import Invocation


def run(call: Invocation) -> int:
    """Add the named reports that are not in the library and open the app on them, or on the library."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UnavailableError("app.no-terminal")
    named = [(article, is_kept(name)) for name in call.arguments.source for article in call.articles([name])]
    if call.exit_code:
        return call.exit_code
    start = dict.fromkeys(one.id if kept else call.library.articles.add(one).article.id for one, kept in named)
    from tui.app import BriefingApp

    app = BriefingApp(lambda: call.library, start=tuple(start))
    app.run()
    if defect := app.failure or app.defect:
        raise defect
    return app.return_code or 0
