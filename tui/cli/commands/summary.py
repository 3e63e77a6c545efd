"""`briefing summary`: a summary of reports, each sentence with the passage it rests on."""

import argparse

from briefing.article import Language
from briefing.language.languages import languages
from briefing.message import NothingFoundError, UnavailableError
from locales import _
from tui.cli import source_options
from tui.cli.invocation import Invocation
from tui.cli.model_offer import before_first_translation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources, the language and the length."""
    parser.add_argument(
        "source",
        nargs="+",
        metavar="SOURCE",
        help=_("a number in the library, a file, a folder, or - for standard input"),
    )
    source_options.arguments(parser)
    parser.add_argument("--to", choices=languages(), help=_("the language of the summary (default: the interface's)"))
    parser.add_argument("--engine", metavar="NAME", help=_("what translates (default: the first that is there)"))
    parser.add_argument(
        "--written",
        action="store_true",
        help=_("let the language model of the settings write it; each sentence is checked"),
    )
    parser.add_argument(
        "--sentences", type=int, metavar="N", help=_("how many sentences (default: 3 to 10, by the text)")
    )


def run(call: Invocation) -> int:
    """Write the summary; where nothing can translate it, in its own language, and say so."""
    from briefing.export.json import summary_json
    from briefing.export.markdown import summary_markdown
    from briefing.export.text import summary_text

    asked = call.arguments
    articles = call.with_data(call.articles(asked.source))
    if not articles:
        if call.exit_code:
            return call.exit_code
        raise NothingFoundError("library.nothing-listed")
    if asked.sentences is not None and not 1 <= asked.sentences <= 50:
        return call.wrong_use(_("a summary has 1 to 50 sentences, not %(count)s") % {"count": asked.sentences})
    to: Language = asked.to or call.catalogue.language
    summary = call.analysis.summary(articles, sentences=asked.sentences)
    if asked.written:
        with call.attempt():
            call.choose_engines("llm")
            summary = call.analysis.written(summary)
    with call.attempt():
        if not asked.engine:
            before_first_translation(call, [(article.language, to) for article in articles])
        engines = call.choose_engines(asked.engine)
        summary = call.analysis.translated(summary, to, engines, passed_over=call.warn)
        if summary.untranslated:
            call.exit_code = UnavailableError.exit_code
    return call.answer(
        json=lambda: call.out.print_json(summary_json(summary)),
        markdown=lambda: call.out.print(summary_markdown(summary, call.catalogue)),
        text=lambda: call.out.print(summary_text(summary, call.catalogue)),
    )
