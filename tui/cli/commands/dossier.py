"""`briefing dossier`: the articles about one story, put together, renamed and taken apart."""

import argparse

from briefing.article import Article
from briefing.dossier import Dossier
from briefing.export.dossier import dossier_json, dossier_text, dossiers_text, same_story_json, same_story_text
from briefing.message import NothingFoundError
from locales import _
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands."""
    steps = parser.add_subparsers(dest="step", required=True, metavar="create|list|show|rename|put|take|remove|suggest")
    create = steps.add_parser("create", help=_("make a dossier"))
    create.add_argument("name", metavar="NAME", help=_("its name"))
    create.add_argument("article", metavar="ID", nargs="*", help=_("the numbers of articles to put in it"))
    steps.add_parser("list", help=_("list the dossiers"))
    for step, purpose in (
        ("show", _("list its articles, what is new marked")),
        ("remove", _("remove it; its articles stay in the library")),
    ):
        steps.add_parser(step, help=purpose).add_argument("dossier", metavar="DOSSIER", help=_("its name or number"))
    rename = steps.add_parser("rename", help=_("give it another name"))
    rename.add_argument("dossier", metavar="DOSSIER", help=_("its name or number"))
    rename.add_argument("name", metavar="NAME", help=_("its new name"))
    for step, purpose in (("put", _("put articles in it")), ("take", _("take articles out of it"))):
        one = steps.add_parser(step, help=purpose)
        one.add_argument("dossier", metavar="DOSSIER", help=_("its name or number"))
        one.add_argument("article", metavar="ID", nargs="+", help=_("the numbers of the articles"))
    suggest = steps.add_parser("suggest", help=_("find articles that may belong to the story of one"))
    suggest.add_argument("article", metavar="ID", help=_("the number of an article in the library"))


def run(call: Invocation) -> int:
    """Run the subcommand."""
    asked = call.arguments
    if asked.step == "suggest":
        return _suggested(call, call.library.articles.get(asked.article))
    if asked.step == "list":
        return _listed(call)
    if asked.step == "create":
        return _shown(call, call.library.dossiers.create(asked.name, asked.article))
    dossier = call.dossier(asked.dossier)
    if asked.step == "remove":
        call.library.dossiers.remove(dossier.id)
        return _listed(call, missing=False)
    if asked.step == "rename":
        dossier = call.library.dossiers.rename(dossier.id, asked.name)
    elif asked.step == "put":
        dossier = call.library.dossiers.add_articles(dossier.id, asked.article)
    elif asked.step == "take":
        dossier = call.library.dossiers.remove_articles(dossier.id, asked.article)
    else:
        dossier = call.library.dossiers.mark_viewed(dossier.id)
    return _shown(call, dossier)


def _listed(call: Invocation, *, missing: bool = True) -> int:
    dossiers = call.library.dossiers.all()
    if missing and not dossiers and call.arguments.format == "text":
        raise NothingFoundError("dossier.none")
    return call.answer(
        json=lambda: call.out.print_json({"dossiers": [dossier_json(one) for one in dossiers]}),
        text=lambda: call.out.print_block(dossiers_text(dossiers, call.catalogue)),
    )


def _shown(call: Invocation, dossier: Dossier) -> int:
    """The dossier with its articles; those added since it was last viewed are marked."""
    records = call.library.articles.records_of(dossier.articles)
    return call.answer(
        json=lambda: call.out.print_json(dossier_json(dossier)),
        text=lambda: call.out.print_block(dossier_text(dossier, records, call.catalogue)),
    )


def _suggested(call: Invocation, article: Article) -> int:
    with call.out.progress(_("indexing the library…")) as progress:
        call.analysis.index_stories(progress)
    found = call.analysis.same_story([article]).found[article.id]
    if not found and call.arguments.format == "text":
        raise NothingFoundError("dossier.no-story", id=article.id)
    titles = {record.id: record.title for record in call.library.articles.records_of([one.article for one in found])}
    return call.answer(
        json=lambda: call.out.print_json(same_story_json(article.id, found)),
        text=lambda: call.out.print_block(same_story_text(found, titles, call.catalogue)),
    )
