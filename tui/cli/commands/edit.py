"""`briefing edit`: change the title, outlet, date and other fields of an article."""

import argparse
from typing import TYPE_CHECKING

from briefing.article import Article
from briefing.ingest.publication_date import parse_date
from briefing.message import InputError, Message, WrongUseError
from locales import _
from tui.article_sources import tags_in
from tui.cli.invocation import Invocation
from tui.cli.source_options import language_code

if TYPE_CHECKING:
    from store import ArticleEdit


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the article and the fields."""
    parser.add_argument("id", metavar="ID", help=_("the number of the article in the library"))
    parser.add_argument("--title", help=_("its title"))
    parser.add_argument("--outlet", help=_("who published it"))
    parser.add_argument("--published", metavar="DATE", help=_("when: 2018, 2018-12, 2018-12-07 or 2018-12-07T14:05"))
    parser.add_argument("--url", help=_("its address"))
    parser.add_argument("--language", type=language_code, metavar="CODE", help=_("its language"))
    parser.add_argument("--tags", help=_("its tags, separated by commas; an empty text takes them away"))


def run(call: Invocation) -> int:
    """Change the fields that are given."""
    from store import ArticleEdit

    asked = call.arguments
    published = parse_date(asked.published) if asked.published else None
    if asked.published and published is None:
        raise InputError("ingest.date", text=asked.published)
    fields = {
        name: value for name in ("title", "outlet", "url", "language") if (value := getattr(asked, name)) is not None
    }
    if published is not None:
        fields["published"] = published
    if not fields and asked.tags is None:
        raise WrongUseError("library.nothing-to-edit")
    article = _edited(call, ArticleEdit(**fields))

    from briefing.export.json import article_json
    from briefing.export.wording import citation

    return call.answer(
        json=lambda: call.out.print_json(article_json(article)),
        text=lambda: call.out.print(f"{article.id}  {citation(article, call.catalogue)}"),
    )


def _edited(call: Invocation, edit: "ArticleEdit") -> Article:
    """The article with its new details and tags, changed in one step."""
    asked, articles = call.arguments, call.library.articles
    title = articles.record(asked.id).title
    with call.library.transaction(Message.of("library.did.edit", title=title)):
        articles.edit(asked.id, edit)
        if asked.tags is not None:
            articles.tag(asked.id, tags_in(asked.tags))
    return articles.get(asked.id)
