"""`briefing` and `briefing A B`: the app, with the library or with the reports named."""

import sys

from briefing.message import UnavailableError
from tui.invocation import Invocation


def run(call: Invocation) -> int:
    """Add the reports that are named, and open the app on them; without names on the library."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UnavailableError("app.no-terminal")
    added = [call.library.add_article(article).article.id for article in call.articles(call.arguments.source)]
    if call.exit_code:
        return call.exit_code
    from tui.app import BriefingApp

    app = BriefingApp(lambda: call.library, start=tuple(added))
    app.run()
    if app.failure:
        raise app.failure
    return 0
