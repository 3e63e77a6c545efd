"""Conversion of values to documents and back. Only this module knows the fields of documents.

The types of corrections are imported when one is first read, since they load the claims and comparison packages.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import lru_cache, partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from briefing.article import (
    PARAGRAPH_BREAK,
    UNDETERMINED,
    Article,
    Language,
    Paragraph,
    Passage,
    PublicationDate,
    laid_out,
)
from briefing.dossier import Dossier
from briefing.ingest.clean import cleaned, on_one_line
from briefing.language.folding import folded
from briefing.language.languages import base
from briefing.language.stem import index_stemmer
from briefing.note import Note
from store import codec
from store.engine import Column, DamagedDocument, Document, Layout, ManyColumn, Terms
from store.index_terms import terms
from store.values import ArticleRecord, Grade

if TYPE_CHECKING:
    from briefing.claims.claim import ClaimCorrection
    from briefing.claims.source_judgements import SourceJudgement
    from briefing.compare.link import LinkCorrection

LIBRARY_FILE = "library.db"
CACHE_FILE = "cache.db"
"""The names of the files in a library's folder."""
UNREADABLE = "?"
"""What stands for the title, name or text of something damaged."""
_Fields = Mapping[str, Any]
_DRAFT = re.compile(r"draft (article|dossier|note) ([0-9]{1,15})(?![0-9])")


def now() -> str:
    """The present time in ISO 8601: UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def moment(text: str | None) -> datetime | None:
    """The time of a text in ISO 8601."""
    return None if text is None else datetime.fromisoformat(text)


@lru_cache(maxsize=4096)
def _day(text: str) -> PublicationDate:
    return PublicationDate.parse(text)


def article_document(article: Article, added: str, source: str | None) -> Document:
    """The fields of an article for lists and filters."""
    return {
        "title": article.title,
        "outlet": article.outlet,
        "language": article.language,
        "published": str(article.published) if article.published else None,
        "url": article.url,
        "source": source,
        "added": added,
        "unread": True,
        "state": "active",
        "tags": [],
        "words": article.words,
        "digest": article.digest,
    }


def cleaned_article(article: Article) -> Article:
    """The article without what a terminal would obey; its details are each on one line."""
    parts = ((cleaned(paragraph.text), paragraph.kind) for paragraph in article.paragraphs)
    return replace(
        article,
        title=on_one_line(article.title),
        paragraphs=laid_out(parts),
        outlet=on_one_line(article.outlet) if article.outlet else article.outlet,
        url=on_one_line(article.url) if article.url else article.url,
    )


def text_document(article: Article) -> Document:
    """The text of an article, with what the full-text index needs besides."""
    return {
        "title": article.title,
        "language": article.language,
        "paragraphs": [[paragraph.kind, paragraph.text] for paragraph in article.paragraphs],
    }


def text_of(text: _Fields) -> tuple[Paragraph, ...]:
    """The paragraphs of a text."""
    paragraphs, start = [], 0
    for kind, words in text["paragraphs"]:
        paragraphs.append(Paragraph(start, start + len(words), words, kind))
        start += len(words) + len(PARAGRAPH_BREAK)
    return tuple(paragraphs)


def article_of(number: int, record: _Fields, text: _Fields) -> Article:
    """The article of a record and a text."""
    return Article(
        str(number),
        record["title"],
        record["language"],
        text_of(text),
        record["outlet"],
        record["url"],
        PublicationDate.parse(record["published"]) if record["published"] else None,
    )


def record_of(number: int, document: _Fields, dossiers: tuple[str, ...]) -> ArticleRecord:
    """What a list shows of an article."""
    return ArticleRecord(
        str(number),
        document["title"],
        document["outlet"],
        document["language"],
        _day(document["published"]) if document["published"] else None,
        datetime.fromisoformat(document["added"]),
        document["unread"],
        tuple(document["tags"]),
        dossiers,
        document["words"],
        document["state"],
        document["source"],
        document["url"],
        isinstance(document, DamagedDocument),
    )


def fingerprint(document: _Fields) -> str:
    """A hash of the text, title and language of an article: 32 hexadecimal digits."""
    parts = json.dumps([document[name] for name in ("digest", "title", "language")])
    return blake2b(parts.encode(), digest_size=16).hexdigest()


def dossier_of(number: int, document: _Fields) -> Dossier:
    """The dossier of a document."""
    return Dossier(
        str(number),
        document["name"],
        tuple(map(str, document["articles"])),
        moment(document["created"]),
        moment(document["looked"]),
        {article: datetime.fromisoformat(put) for article, put in document.get("put", {}).items()},
        isinstance(document, DamagedDocument),
    )


def note_document(note: Note) -> Document:
    """A note without its number."""
    return {
        "text": note.text,
        "article": _number(note.article),
        "dossier": _number(note.dossier),
        "passage": asdict(note.passage) if note.passage else None,
        "claim": note.claim,
        "tags": list(note.tags),
        "created": note.created.isoformat() if note.created else None,
        "changed": note.changed.isoformat() if note.changed else None,
    }


def draft_name(note: Note) -> str:
    """The name of the setting that holds a draft of the note: what the note is about, and the position in it."""
    place = f" {note.passage.start}-{note.passage.end}" if note.passage else ""
    kind = "note" if note.id else "article" if note.article else "dossier"
    return f"draft {kind} {note.id or note.article or note.dossier}{'' if note.id else place}"


def renumbered_draft(name: str, number_of: Callable[[str, int], int]) -> str:
    """The name of a setting; in that of a draft, the number is replaced by what `number_of` gives for its kind and number."""
    found = _DRAFT.match(name)
    return f"draft {found[1]} {number_of(found[1], int(found[2]))}{name[found.end() :]}" if found else name


def draft_about(name: str) -> tuple[str, int] | None:
    """What the draft with this name is about, if it is one: an article, a dossier or a note, and its number."""
    found = _DRAFT.match(name)
    return (found[1], int(found[2])) if found else None


def note_of(number: int, document: _Fields) -> Note:
    """The note of a document."""
    return Note(
        str(number),
        document["text"],
        _text(document["article"]),
        _text(document["dossier"]),
        _passage(document["passage"]),
        document["claim"],
        tuple(document["tags"]),
        moment(document["created"]),
        moment(document["changed"]),
        isinstance(document, DamagedDocument),
    )


def claim_correction_document(article: int, correction: "ClaimCorrection") -> Document:
    """A correction of a claim of an article."""
    return {"kind": "claim", "article": article, "other": None, "at": now(), **asdict(correction)}


def claim_correction_of(document: _Fields) -> "ClaimCorrection":
    """The correction of a claim of a document."""
    from briefing.claims.claim import ClaimCorrection

    return ClaimCorrection(
        _required_passage(document["anchor"]),
        document["action"],
        _passage(document["cue"]),
        _passage(document["source"]),
        _passage(document["content"]),
        document["source_name"],
        document["source_kind"],
        document["certainty"],
        document["polarity"],
    )


def link_correction_document(article: int, other: int, correction: "LinkCorrection") -> Document:
    """A correction of a link between two articles."""
    return {"kind": "link", "article": article, "other": other, "at": now(), **asdict(correction)}


def link_correction_of(document: _Fields) -> "LinkCorrection":
    """The correction of a link of a document."""
    from briefing.compare.link import LinkCorrection

    return LinkCorrection(
        _required_passage(document["left"]),
        _required_passage(document["right"]),
        document["action"],
        document["relation"],
    )


def source_judgement_document(judgement: "SourceJudgement") -> Document:
    """What the user said of two names."""
    return {
        "kind": "source",
        "article": None,
        "other": None,
        "at": now(),
        "names": [judgement.one, judgement.other],
        "are_same": judgement.are_same,
    }


def source_judgement_of(document: _Fields) -> "SourceJudgement":
    """What a document says of two names."""
    from briefing.claims.source_judgements import SourceJudgement

    one, other = document["names"]
    return SourceJudgement(str(one), str(other), document["are_same"] is True)


def grade_document(grade: Grade) -> Document:
    """A grade without its number."""
    return {
        "subject": grade.subject,
        "grade": grade.grade,
        "article": _number(grade.article),
        "comment": grade.comment,
        "at": grade.at.isoformat() if grade.at else now(),
    }


def grade_of(document: _Fields) -> Grade:
    """The grade of a document."""
    return Grade(
        document["subject"],
        document["grade"],
        _text(document["article"]),
        document["comment"],
        moment(document["at"]),
    )


def _required_passage(fields: _Fields) -> Passage:
    return Passage(**fields)


def _passage(fields: _Fields | None) -> Passage | None:
    return None if fields is None else Passage(**fields)


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _text(number: int | None) -> str | None:
    return None if number is None else str(number)


_body_terms = lru_cache(maxsize=4)(terms)
"""Cached, since a change of a title needs the terms of the text twice."""


def _terms(text: _Fields) -> Terms:
    language: Language = text["language"]
    body = PARAGRAPH_BREAK.join([words for _, words in text["paragraphs"]])
    return Terms(terms(text["title"]), _body_terms(body), language, index_stemmer(language))


_LAYOUTS: Mapping[str, Layout] = {
    "articles": Layout(
        columns=(
            Column("state", lambda article: str(article["state"])),
            Column("unread", lambda article: int(article["unread"])),
            Column("language", lambda article: base(article["language"])),
            Column("outlet", lambda article: folded(article["outlet"]) if article["outlet"] else None),
            Column("published", lambda article: article["published"]),
            Column("added", lambda article: str(article["added"])),
            Column("title", lambda article: folded(article["title"])),
            Column("digest", lambda article: str(article["digest"])),
        ),
        indexes=(
            ("digest",),
            ("state", "title"),
            ("state", "added", "unread", "language", "outlet", "published"),
            ("state", "published", "unread", "language", "outlet"),
        ),
        many=(ManyColumn("tags", lambda article: {folded(tag) for tag in article["tags"]}),),
    ),
    "texts": Layout(terms=_terms),
    "dossiers": Layout(many=(ManyColumn("articles", lambda dossier: dossier["articles"]),)),
    "notes": Layout(
        columns=(Column("article", lambda note: note["article"]), Column("dossier", lambda note: note["dossier"])),
        indexes=(("article",), ("dossier",)),
    ),
    "corrections": Layout(
        columns=(Column("article", lambda one: one["article"]), Column("other", lambda one: one["other"])),
        indexes=(("article",), ("other",)),
    ),
    "grades": Layout(
        columns=(Column("subject", lambda grade: grade["subject"]), Column("article", lambda grade: grade["article"])),
        indexes=(("subject",), ("article",)),
    ),
    "settings": Layout(columns=(Column("name", lambda setting: str(setting["name"])),), indexes=(("name",),)),
}
_STAND_INS: Mapping[str, Document] = {
    "articles": article_document(Article("", UNREADABLE, UNDETERMINED, ()), "1970-01-01T00:00:00+00:00", None),
    "texts": text_document(Article("", UNREADABLE, UNDETERMINED, ())),
    "dossiers": {"name": UNREADABLE, "articles": [], "created": None, "looked": None},
    "notes": note_document(Note("", UNREADABLE)),
    "corrections": {"kind": "", "article": None, "other": None},
    "grades": grade_document(Grade(UNREADABLE, "")),
    "settings": {"name": "", "value": ""},
}


def _stand_in(table: str, columns: _Fields) -> Document:
    """What is shown of a damaged document: its columns, which have titles and outlets without capitals, if they are right."""
    known = {name: value for name, value in columns.items() if name in _STAND_INS[table]}
    if "unread" in known:
        known["unread"] = known["unread"] == 1
    try:
        codec.check(table, _STAND_INS[table] | known)
    except ValueError:
        return _STAND_INS[table]
    return _STAND_INS[table] | known


LAYOUTS: Mapping[str, Layout] = {
    table: replace(layout, check=partial(codec.check, table), stand_in=partial(_stand_in, table))
    for table, layout in _LAYOUTS.items()
}
