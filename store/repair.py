"""Repair of a library with damaged documents: what cannot be read is set aside in a file and gets a placeholder."""

import json
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from briefing.message import Message
from store.engine import Document, DocumentSelection, KeyCondition
from store.new_file import write_lines
from store.records import LAYOUTS, article_of
from store.sqlite import backups
from store.sqlite.checks import INDEX_FAULT
from store.sqlite.engine import SqliteEngine
from store.sqlite.repair import Repaired, repair_documents
from store.sqlite.transaction import SqliteTransaction


class RepairReport(NamedTuple):
    """What was done to each damaged document, and the file with what could not be repaired exactly; `None` if all could."""

    done: list[Message]
    kept: Path | None


def repair(engine: SqliteEngine) -> RepairReport:
    """Repair damaged documents, columns and indexes. The search index may be built anew in the background."""
    with engine.writing() as transaction:
        transaction.rebuild_column_indexes()
        done = list(repair_documents(transaction, engine.layouts, backups.newest_first(engine.path.parent)))
        kept = _set_aside(engine.path.parent, [one for one in done if one.way in {"as-read", "aside"}])
        for one in done:
            if one.way == "aside":
                _replace(transaction, one.table, one.number)
        _complete(transaction)
    if any(fault.code == INDEX_FAULT for fault in engine.faults()):
        engine.rebuild("texts")
    return RepairReport([_message(one) for one in done], kept)


def _message(one: Repaired) -> Message:
    return Message.of(f"library.repaired-{one.way}", table=one.table, id=one.number)


def _set_aside(folder: Path, lost: Collection[Repaired]) -> Path | None:
    """Write what is stored of the documents to a new file; gives its path."""
    if not lost:
        return None
    target = folder / f"{backups.SET_ASIDE}-{backups.moment()}.jsonl"
    write_lines(target, (json.dumps({"table": one.table, "id": one.number, "stored": one.stored}) for one in lost))
    return target


def _replace(transaction: SqliteTransaction, table: str, number: int) -> None:
    """Replace a document that is lost by a placeholder if others refer to it; remove any other."""
    stand_in = dict(transaction.documents(table, [number]))[number]
    if table == "articles":
        transaction.rewrite(table, number, _article(transaction, number, stand_in))
    elif table == "texts":
        transaction.rewrite(table, number, _text(transaction, number))
    elif table == "dossiers":
        articles = transaction.select("articles", DocumentSelection((KeyCondition(table, "articles", number),)))
        transaction.rewrite(table, number, stand_in | {"articles": articles})
    else:
        transaction.discard(table, number)


def _complete(transaction: SqliteTransaction) -> None:
    """Give each article a text and each text an article."""
    articles, texts = (set(transaction.select(table, DocumentSelection())) for table in ("articles", "texts"))
    for number in texts - articles:
        transaction.rewrite("articles", number, _article(transaction, number, LAYOUTS["articles"].stand_in({})))
    for number in articles - texts:
        transaction.rewrite("texts", number, _text(transaction, number))


def _article(transaction: SqliteTransaction, number: int, stand_in: Document) -> Document:
    """The fields of an article of which only the text is left, and the columns."""
    text = _found(transaction, "texts", number)
    named = stand_in | {name: text[name] for name in ("title", "language") if name in text}
    article = article_of(number, named, {"paragraphs": text.get("paragraphs", [])})
    return named | {"words": article.words, "digest": article.digest}


def _text(transaction: SqliteTransaction, number: int) -> Document:
    """An empty text for an article."""
    article = _found(transaction, "articles", number)
    kept = {name: article[name] for name in ("title", "language") if name in article}
    return LAYOUTS["texts"].stand_in({}) | kept


def _found(transaction: SqliteTransaction, table: str, number: int) -> Mapping[str, Any]:
    return dict(transaction.documents(table, [number])).get(number, {})
