"""`briefing demo`: the sample articles in a temporary library."""

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from locales import _
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the choice to print instead."""
    parser.add_argument(
        "--print", action="store_true", help=_("print the briefing as Markdown instead of opening the app")
    )


def run(call: Invocation) -> int:
    """Open the app on the samples, or print their briefing where there is no terminal."""
    from analysis import Analysis
    from briefing.export.markdown import briefing_markdown
    from store import Library
    from tui.samples import sample_articles

    with tempfile.TemporaryDirectory(prefix="briefing-demo-") as folder, Library.open(Path(folder)) as library:
        articles = [library.articles.add(article).article for article in sample_articles()]
        if call.arguments.print or not (sys.stdin.isatty() and sys.stdout.isatty()):
            title, language = _("Britain and Huawei, winter 2018"), call.catalogue.language
            briefing = Analysis(library).briefing(articles, to=language, title=title)
            call.out.print(briefing_markdown(briefing, call.catalogue).rstrip("\n"))
            return 0
        from tui.app import BriefingApp
        from tui.settings import FILE_NAME, Settings

        # What is changed in the demo is forgotten with it.
        settings = replace(Settings.read(), path=Path(folder) / FILE_NAME)
        app = BriefingApp(lambda: library, start=tuple(article.id for article in articles[:2]), settings=settings)
        app.run()
        if defect := app.failure or app.defect:
            raise defect
        return app.return_code or 0
