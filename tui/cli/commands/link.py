"""`briefing link`: the user's corrections of pairs of passages; they override what is computed."""

import argparse
from typing import get_args

from briefing.article import Article, Passage
from briefing.compare.link import LinkCorrection, Relation
from briefing.message import NothingFoundError
from locales import _
from tui.article_sources import quoted_passage
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the two articles and what can be done with their pairs."""
    parser.add_argument("left", metavar="A", help=_("the number of an article in the library"))
    parser.add_argument("right", metavar="B", help=_("the number of the other article"))
    steps = parser.add_subparsers(dest="step", required=True, metavar="reject|change|add|list|remove")
    for step, purpose in (
        ("reject", _("these passages do not tell the same")),
        ("change", _("they relate in another way")),
        ("add", _("these passages tell the same")),
    ):
        one = steps.add_parser(step, help=purpose)
        one.add_argument("ours", metavar="QUOTE", help=_("words of the first article, as they stand there"))
        one.add_argument("theirs", metavar="QUOTE", help=_("words of the second article, as they stand there"))
        if step != "reject":
            one.add_argument("--relation", choices=get_args(Relation), help=_("how they relate (default: not said)"))
    steps.add_parser("list", help=_("list what was corrected"))
    remove = steps.add_parser("remove", help=_("remove a correction"))
    remove.add_argument("correction", metavar="NUMBER", help=_("the number of the correction"))


def run(call: Invocation) -> int:
    """Run the subcommand and list the corrections between the two articles."""
    asked, library = call.arguments, call.library
    left, right = library.articles.get(asked.left), library.articles.get(asked.right)
    if asked.step == "remove":
        library.corrections.remove_link(left.id, right.id, asked.correction)
    elif asked.step != "list":
        sides = _sentence(left, asked.ours), _sentence(right, asked.theirs)
        library.corrections.add_link(
            left.id, right.id, LinkCorrection(*sides, asked.step, getattr(asked, "relation", None))
        )
    return _listed(call, left, right)


def _sentence(article: Article, quote: str) -> Passage:
    """The sentence that the quote stands in: pairs are of sentences."""
    from briefing.language.sentences import sentences_of

    quoted = quoted_passage(article, quote)
    around = (one.span for one in sentences_of(article) if one.span.contains(quoted.span))
    return article.passage(next(around, quoted.span))


def _listed(call: Invocation, left: Article, right: Article) -> int:
    from briefing.export.dossier import link_corrections_json, link_corrections_text

    corrections = call.library.corrections.of_links(left.id, right.id)
    if not corrections and call.arguments.step == "list" and call.arguments.format == "text":
        raise NothingFoundError("link.none")
    return call.answer(
        json=lambda: call.out.print_json(link_corrections_json(corrections)),
        text=lambda: call.out.print_block(link_corrections_text(corrections, call.catalogue)),
    )
