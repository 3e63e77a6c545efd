"""`briefing dossier`: the articles about one story, put together, renamed and taken apart."""

import argparse

from briefing.article import Article
from briefing.dossier import Dossier
from briefing.message import NothingFoundError
from locales import _, ngettext
from tui.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what can be done with dossiers."""
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
    """Do the step that was asked for."""
    asked = call.arguments
    if asked.step == "suggest":
        return _suggested(call, call.library.article(asked.article))
    if asked.step == "list":
        return _listed(call)
    if asked.step == "create":
        return _shown(call, call.library.create_dossier(asked.name, asked.article))
    dossier = call.dossier(asked.dossier)
    if asked.step == "remove":
        call.library.remove_dossier(dossier.id)
        return _listed(call, missing=False)
    if asked.step == "rename":
        dossier = call.library.rename_dossier(dossier.id, asked.name)
    elif asked.step == "put":
        dossier = call.library.put_in_dossier(dossier.id, asked.article)
    elif asked.step == "take":
        dossier = call.library.take_from_dossier(dossier.id, asked.article)
    else:
        dossier = call.library.looked_at(dossier.id)
    return _shown(call, dossier)


def _listed(call: Invocation, *, missing: bool = True) -> int:
    dossiers = call.library.dossiers()
    if missing and not dossiers and call.arguments.format == "text":
        raise NothingFoundError("dossier.none")

    def rows() -> None:
        for dossier in dossiers:
            count = len(dossier.articles)
            words = ngettext("%(count)s article", "%(count)s articles", count) % {"count": count}
            call.print(f"{dossier.id}  {dossier.name}  ({words})")

    return call.answer(json=lambda: call.print_json({"dossiers": [_json(one) for one in dossiers]}), text=rows)


def _shown(call: Invocation, dossier: Dossier) -> int:
    """The dossier with its articles, those marked that were added since its user last looked."""
    records = call.library.records_of(dossier.articles)
    new = {record.id for record in records if dossier.looked is None or record.added > dossier.looked}

    def rows() -> None:
        call.print(f"{dossier.id}  {dossier.name}")
        for record in records:
            date = call.catalogue.date(record.published) if record.published else _("date unknown")
            sign = "*" if record.id in new else " "
            call.print(f"   {sign} {record.id}  {record.title} · {date}")

    return call.answer(json=lambda: call.print_json(_json(dossier) | {"new": sorted(new, key=int)}), text=rows)


def _suggested(call: Invocation, article: Article) -> int:
    with call.waiting(_("looking at the library…")) as onlooker:
        call.analysis.sketch(onlooker)
    found = call.analysis.same_story([article]).found[article.id]
    if not found and call.arguments.format == "text":
        raise NothingFoundError("dossier.no-story", id=article.id)
    records = {record.id: record for record in call.library.records_of([one.article for one in found])}

    def rows() -> None:
        for one in found:
            words = _("%(id)s  %(title)s (the same text)") if one.near_duplicate else "%(id)s  %(title)s"
            call.print(words % {"id": one.article, "title": records[one.article].title})

    likely = [
        {"article": one.article, "score": round(one.score, 4), "near_duplicate": one.near_duplicate} for one in found
    ]
    return call.answer(json=lambda: call.print_json({"article": article.id, "same_story": likely}), text=rows)


def _json(dossier: Dossier) -> dict[str, object]:
    return {
        "id": dossier.id,
        "name": dossier.name,
        "articles": list(dossier.articles),
        "created": dossier.created.isoformat() if dossier.created else None,
        "looked": dossier.looked.isoformat() if dossier.looked else None,
    }
