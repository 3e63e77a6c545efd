"""`briefing add`: files, folders and standard input into the library."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from locales import _, ngettext
from tui.cli import source_options
from tui.cli.invocation import Invocation

if TYPE_CHECKING:
    from briefing.compare.stories import Likeness
    from store import Added


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the sources."""
    parser.add_argument(
        "source",
        nargs="+",
        metavar="SOURCE",
        help=_("a file, a folder, the address of a page, or - for standard input"),
    )
    source_options.arguments(parser)


def run(call: Invocation) -> int:
    """Add each source that can be read, and write its number in the library."""
    from briefing.export.json import article_json

    added = []
    for article in call.articles(call.arguments.source):
        with call.attempt():
            added.append(call.library.articles.add(article))
    new = [one.article for one in added if one.new]
    alike, waiting = call.analysis.same_story(new)
    versions = {
        one: [each.id for each in found.articles if each.id != one]
        for one, found in call.analysis.versions(new).items()
    }
    if waiting and sys.stderr.isatty():
        call.out.say(_not_looked_at(waiting))

    return call.answer(
        json=lambda: call.out.print_json(
            {
                "articles": [
                    article_json(one.article)
                    | {
                        "new": one.new,
                        "recovered": one.recovered,
                        "versions": versions.get(one.article.id, []),
                        "same_story": [other.article for other in alike.get(one.article.id, ())],
                    }
                    for one in added
                ]
            }
        ),
        text=lambda: call.out.print_each(line for one in added for line in _lines(one, versions, alike)),
    )


def _lines(
    one: "Added", versions: Mapping[str, Sequence[str]], alike: Mapping[str, Sequence["Likeness"]]
) -> Iterator[str]:
    """What was added, then its other versions and the articles of the same story, by their numbers."""
    number = one.article.id
    yield _words(one) % {"id": number, "title": one.article.title}
    earlier = versions.get(number, ())
    if earlier:
        words = _("another version of %(ids)s. What changed: briefing versions %(id)s")
        yield "   " + words % {"ids": ", ".join(earlier), "id": number}
    if ids := ", ".join(other.article for other in alike.get(number, ()) if other.article not in earlier):
        yield "   " + _("the same story as %(ids)s? Put them in a dossier: briefing dossier create NAME %(all)s") % {
            "ids": ids,
            "all": f"{number} {ids.replace(',', '')}",
        }


def _not_looked_at(count: int) -> str:
    words = ngettext(
        "%(count)s article is not indexed for suggestions yet. Run: briefing dossier suggest",
        "%(count)s articles are not indexed for suggestions yet. Run: briefing dossier suggest",
        count,
    )
    return words % {"count": count}


def _words(one: "Added") -> str:
    if one.recovered:
        return _("%(id)s  %(title)s (was there already; put back in the list)")
    return _("%(id)s  %(title)s") if one.new else _("%(id)s  %(title)s (was there already)")
