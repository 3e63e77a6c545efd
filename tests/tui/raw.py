"""Texts with terminal commands in every field, and what of them would reach a terminal."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from briefing.article import Passage
from briefing.claims.claim import ClaimCorrection
from briefing.claims.source_judgements import SourceJudgement
from briefing.ingest.text import read_article
from briefing.note import Note
from store import Library
from store.values import ArticleEdit, Grade
from tests.tui.app import HARBOUR, QUAY

ATTACK = "\x1b]52;c;ZXZpbA==\x07\x1b[31m\x9b2J\x9d0;title\x9c\x1bP+q\x1b\\\u202eevil\u2066\u061c\u200b\x00\x08\r\x7f\U000e0041"
"""A write to the clipboard, colours, C1 controls, a title, a device control string, marks of direction, invisible characters."""
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_FIXED = frozenset(
    (
        *("id", "language", "state", "published", "added", "digest", "kind", "action", "certainty", "polarity"),
        *("relation", "created", "changed", "looked", "at", "article", "other", "claim", "source_kind"),
    )
)
"""The fields that hold codes, times and numbers, which a text never fills."""


def fill(library: Library, text: Callable[[str], str]) -> None:
    """Store a thing of every type by the ordinary ways, with each text passed through a function."""
    ids = []
    for body, outlet in ((HARBOUR, "Noorderblad"), (QUAY, "Kustkrant")):
        article = library.articles.add(read_article(body.encode(), name="-"), source=text("haven.txt")).article
        edit = ArticleEdit(text(f"Haven {outlet}"), outlet=text(outlet), url=text("https://haven.example/1"))
        library.articles.edit(article.id, edit)
        library.articles.tag(article.id, [text("haven")])
        ids.append(article.id)
    first = library.articles.get(ids[0])
    passage = first.passage(first.paragraphs[1].span)
    dossier = library.dossiers.create(text("Haven"), ids)
    for note in (Note("", text("Nagaan"), article=first.id, passage=passage, tags=(text("later"),)),):
        library.notes.add(note)
    library.notes.add(Note("", text("Overzicht"), dossier=dossier.id))
    library.notes.edit("1", text=text("Nog nagaan"), tags=(text("later"),))
    library.drafts.save(Note("", "", article=ids[1]), text("Half"))
    library.settings.set("engine", text("literal"))
    library.grades.set(Grade(text("Anna Kramer"), "B2", comment=text("Bekend")))
    library.corrections.judge_sources(SourceJudgement(text("Piet Smit"), text("P. Smit"), True))
    library.corrections.add_claim(first.id, _correction(passage, text))


def _correction(passage: Passage, text: Callable[[str], str]) -> ClaimCorrection:
    return ClaimCorrection(
        passage, "change", None, passage, passage, text("De directeur"), "person", "certain", "positive"
    )


def spoil(library: Library) -> int:
    """Put the attack into every text of every document, past all that cleans; gives the number of texts."""
    count = 0

    def spoilt(value: Any, name: str) -> Any:
        nonlocal count
        if isinstance(value, str) and name not in _FIXED and not value.isdecimal():
            count += 1
            return f"{value[:3]}{ATTACK}{value[3:]}"
        if isinstance(value, dict):
            return {key: spoilt(one, key if name != "put" else "at") for key, one in value.items()}
        if isinstance(value, list):
            if len(value) == 2 and value[0] in {"body", "heading"}:
                return [value[0], spoilt(value[1], "")]
            return [spoilt(one, name) for one in value]
        return value

    engine = library._database.engine
    with engine.writing() as transaction:
        for table in ("articles", "texts", "dossiers", "notes", "corrections", "grades", "settings"):
            for number, document in list(transaction.documents(table)):
                transaction.put(table, number, spoilt(document, table))
    return count


def texts_of(library: Library) -> Iterator[str]:
    """Every text in a library."""
    for line in library.exchange.export_lines():
        yield from _texts(json.loads(line))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
