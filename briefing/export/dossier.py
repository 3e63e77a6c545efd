"""Dossiers, the suggestions of what belongs in them, and the corrections of links, as JSON and as plain text."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from briefing.article import PublicationDate
from briefing.compare.link import LinkCorrection
from briefing.compare.stories import Likeness
from briefing.dossier import Dossier
from briefing.export.json import Json, passage_json
from briefing.message import Messages


class ListedArticle(Protocol):
    """What a list shows of an article."""

    @property
    def id(self) -> str:
        """Its identifier."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def published(self) -> PublicationDate | None:
        """When it was published."""


def dossier_json(dossier: Dossier) -> Json:
    """A dossier with the identifiers of its articles; `new` are those that were put in since one last looked."""
    return {
        "id": dossier.id,
        "name": dossier.name,
        "articles": list(dossier.articles),
        "created": dossier.created.isoformat() if dossier.created else None,
        "looked": dossier.looked.isoformat() if dossier.looked else None,
        "new": [one for one in dossier.articles if dossier.is_new(one, dossier.looked)],
    }


def dossiers_text(dossiers: Iterable[Dossier], messages: Messages) -> str:
    """The dossiers, each with the number of its articles, and of those that are new."""
    return "\n".join(f"{one.id}  {one.name}  ({_counted(one, messages)})" for one in dossiers)


def _counted(dossier: Dossier, messages: Messages) -> str:
    counts = [messages.say("export.articles", count=len(dossier.articles))]
    if new := sum(dossier.is_new(one, dossier.looked) for one in dossier.articles):
        counts.append(messages.say("export.new", count=new))
    return ", ".join(counts)


def dossier_text(dossier: Dossier, articles: Iterable[ListedArticle], messages: Messages) -> str:
    """A dossier with its articles, each on a line; `*` stands before what was put in since one last looked."""
    lines = [f"{dossier.id}  {dossier.name}"]
    for one in articles:
        sign = "*" if dossier.is_new(one.id, dossier.looked) else " "
        date = messages.date(one.published) if one.published else messages.say("export.undated")
        lines.append(f"   {sign} {one.id}  {one.title} · {date}")
    return "\n".join(lines)


def same_story_json(article: str, found: Iterable[Likeness]) -> Json:
    """What may belong to the story of an article, the likeliest first; `score` is 0..1."""
    likely = [
        {"article": one.article, "score": round(one.score, 4), "near_duplicate": one.near_duplicate} for one in found
    ]
    return {"article": article, "same_story": likely}


def same_story_text(found: Iterable[Likeness], titles: Mapping[str, str], messages: Messages) -> str:
    """What may belong to a story, each on a line; `titles` are those of the articles, by their identifiers."""
    lines = []
    for one in found:
        words = (
            messages.say("export.same-text", title=titles[one.article]) if one.near_duplicate else titles[one.article]
        )
        lines.append(f"{one.article}  {words}")
    return "\n".join(lines)


def link_corrections_json(corrections: Mapping[str, LinkCorrection]) -> Json:
    """What a user said of the pairs of two articles, by the numbers of the corrections."""
    return {
        "corrections": [
            {
                "id": number,
                "action": one.action,
                "left": passage_json(one.left),
                "right": passage_json(one.right),
                "relation": one.relation,
            }
            for number, one in corrections.items()
        ]
    }


def link_corrections_text(corrections: Mapping[str, LinkCorrection], messages: Messages) -> str:
    """What a user said of the pairs of two articles, with the words of both sides under it."""
    return "\n".join(_correction(number, one, messages) for number, one in corrections.items())


def _correction(number: str, one: LinkCorrection, messages: Messages) -> str:
    said = messages.say(f"export.link.{one.action}")
    relation = f": {messages.say(f'export.relation.{one.relation}').lower()}" if one.relation else ""
    quotes = (f"   {messages.say('export.quoted', text=side.text)}" for side in (one.left, one.right))
    return "\n".join([f"{number}  {said}{relation}", *quotes])
