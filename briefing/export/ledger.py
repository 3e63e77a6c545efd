"""The ledger and the timeline of several reports as JSON, plain text and Markdown."""

from collections.abc import Iterator, Sequence

from briefing.compare.ledger import Account, Ledger, Row
from briefing.compare.timeline import Event
from briefing.coverage.drift import drift_of
from briefing.export.json import (
    Json,
    article_json,
    difference_json,
    engine_json,
    message_json,
    passage_json,
    span_json,
)
from briefing.export.markdown import escaped
from briefing.export.text import item, wrapped
from briefing.export.wording import named, pieces_note, row_facts
from briefing.message import Messages


def ledger_json(ledger: Ledger, events: Sequence[Event]) -> Json:
    """The claims by the reports that have them, what each report leaves out, and the timeline."""
    return {
        "articles": [article_json(article) for article in ledger.articles],
        "engine": engine_json(ledger.engine),
        "claims": [_row(row) for row in ledger.rows],
        "left_out": {article: [row.id for row in rows] for article, rows in ledger.left_out.items()},
        "timeline": [_event(event) for event in events],
        "in_pieces": [passage_json(passage) for passage in ledger.in_pieces],
    }


def _row(row: Row) -> Json:
    return {
        "id": row.id,
        "text": row.text,
        "relation": row.relation,
        "differences": [difference_json(one) for one in row.differences],
        "roots": list(row.roots),
        "shared_roots": list(row.shared_roots),
        "drift": drift_of(row).direction,
        "entries": [account_json(entry) for entry in row.entries],
        "lacking": [article.id for article in row.lacking],
    }


def account_json(entry: Account) -> Json:
    """One report's version of a claim."""
    claim, text = entry.claim, entry.article.text
    return {
        "article": entry.article.id,
        **span_json(entry.passage, text),
        "content": span_json(entry.content, text),
        "claim": claim.id if claim else None,
        "source": entry.source,
        "kind": claim.source.kind if claim and claim.source else None,
        "via": list(claim.via) if claim else [],
        "root": claim.root if claim else None,
        "hedges": list(entry.hedges),
        "certainty": entry.certainty,
        "polarity": claim.polarity if claim else None,
        "why": message_json(claim.why) if claim else None,
    }


def _event(event: Event) -> Json:
    return {
        "article": event.article.id,
        **span_json(event.passage, event.article.text),
        "date": span_json(event.named, event.article.text),
        "earliest": event.earliest.isoformat(),
        "latest": event.latest.isoformat(),
    }


def ledger_text(ledger: Ledger, events: Sequence[Event], messages: Messages) -> str:
    """Each claim with a line for each report that has it, what each report leaves out, and the timeline."""
    blocks = [wrapped(note) for note in pieces_note(len(ledger.in_pieces), messages)]
    blocks += [
        item(f"{number}. ", row.text, row_facts(row, messages)) for number, row in enumerate(ledger.rows, start=1)
    ]
    for heading, lines in _lists(ledger, events, messages):
        blocks += [wrapped(heading), *(item("-  ", line) for line in lines)]
    return "\n\n".join(blocks) + "\n"


def ledger_markdown(ledger: Ledger, events: Sequence[Event], messages: Messages) -> str:
    """The same as a Markdown document."""
    blocks = [f"# {messages.say('ledger.title')}", *map(escaped, pieces_note(len(ledger.in_pieces), messages))]
    for row in ledger.rows:
        facts = "\n".join(f"- {escaped(fact)}" for fact in row_facts(row, messages))
        blocks.append(f"**{escaped(row.text)}**\n\n{facts}")
    for heading, lines in _lists(ledger, events, messages):
        blocks += [f"## {escaped(heading)}", "\n".join(f"- {escaped(line)}" for line in lines)]
    return "\n\n".join(blocks) + "\n"


def _lists(ledger: Ledger, events: Sequence[Event], messages: Messages) -> Iterator[tuple[str, list[str]]]:
    for article in ledger.articles:
        rows = ledger.left_out[article.id]
        if rows:
            yield messages.say("ledger.left-out", article=named(article, messages)), [row.text for row in rows]
    if events:
        yield messages.say("ledger.timeline"), [event_line(event, messages) for event in events]


def event_line(event: Event, messages: Messages) -> str:
    """An event in a line: when, what is said of it, and by which report."""
    dates = dict.fromkeys(messages.date(date) for date in (event.earliest, event.latest))
    said = " ".join(event.passage.of(event.article.text).split())
    return f"{' – '.join(dates)}: {said} ({named(event.article, messages)})"
