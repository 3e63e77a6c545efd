"""`briefing translate`: a report in another language, paragraph by paragraph, with doubtful places marked."""

import argparse

from briefing.article import Language
from briefing.language.languages import base, languages
from locales import _
from tui.cli import source_options
from tui.cli.invocation import Invocation
from tui.cli.model_offer import before_first_translation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the source, the language and the engine."""
    parser.add_argument("source", metavar="SOURCE", help=_("a number in the library, a file, or - for standard input"))
    source_options.arguments(parser)
    parser.add_argument("--to", choices=languages(), help=_("the language to translate to (default: the other one)"))
    parser.add_argument("--engine", metavar="NAME", help=_("what translates (default: the first that is there)"))


def run(call: Invocation) -> int:
    """Write the translation of the report."""
    from briefing.export.json import translation_json
    from briefing.export.markdown import translation_markdown
    from briefing.export.text import translation_text

    articles = call.with_data(call.articles([call.arguments.source]))
    if len(articles) != 1:
        return call.exit_code or call.wrong_use(
            _("translate takes one report, not %(count)s") % {"count": len(articles)}
        )
    article = articles[0]
    to: Language = call.arguments.to or next(code for code in languages() if code != base(article.language))
    if not call.arguments.engine:
        before_first_translation(call, [(article.language, to)])
    engines = call.choose_engines(call.arguments.engine)
    paragraphs = list(call.analysis.translation(article, to, engines, passed_over=call.warn))
    return call.answer(
        json=lambda: call.out.print_json(translation_json(article, to, paragraphs)),
        markdown=lambda: call.out.print(translation_markdown(article, paragraphs, call.catalogue)),
        text=lambda: call.out.print(translation_text(article, paragraphs, call.catalogue)),
    )
