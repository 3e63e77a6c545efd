"""The briefing as Markdown: front matter, summary, comparison, claims and notes, every quote with its source, date and place.

Each anchor is checked against the article's text while the document is written: a passage that is gone is said to be gone.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from briefing.article import Article, Passage, PublicationDate, Span
from briefing.claims.claim import Claim
from briefing.compare.ledger import Ledger
from briefing.compare.link import Comparison
from briefing.export.wording import (
    citation,
    claim_facts,
    compared_by,
    comparison_notes,
    doubts,
    headed,
    left_untranslated,
    made_by,
    named,
    pair_facts,
    place,
    refusals,
    row_facts,
    summary_facts,
    summary_legend,
    translated_by,
    written_by,
)
from briefing.message import Messages
from briefing.note import Note
from briefing.summary.summary import Summary
from briefing.translate.translation import Translation

_ACTIVE = re.compile(r"([\\`*_\[\]<>~|])")
_ACTIVE_IN_FRONT = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s|$)")


@dataclass(frozen=True)
class Briefing:
    """What goes into the document; each part may be empty. `claims` is by article id."""

    title: str
    articles: tuple[Article, ...]
    made: datetime
    summary: Summary | None = None
    comparisons: tuple[Comparison, ...] = ()
    ledger: Ledger | None = None
    claims: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()


def escaped(text: str) -> str:
    """The text on one line with every character that Markdown would act on made literal."""
    return _ACTIVE_IN_FRONT.sub(r"\1\\\2", _ACTIVE.sub(r"\\\1", " ".join(text.split())))


def briefing_markdown(briefing: Briefing, messages: Messages) -> str:
    """The whole document in the language of the messages."""
    blocks = [
        _front_matter(briefing, messages),
        f"# {escaped(briefing.title)}",
        _bullets(escaped(citation(article, messages)) for article in briefing.articles),
    ]
    if briefing.summary:
        blocks.extend(summary_blocks(briefing.summary, messages))
    for comparison in briefing.comparisons:
        blocks.extend(comparison_blocks(comparison, messages))
    if briefing.ledger:
        blocks.extend(ledger_blocks(briefing.ledger, messages))
    for article in briefing.articles:
        blocks.extend(_article_blocks(article, briefing, messages))
    about_all = [note for note in briefing.notes if note.dossier]
    if about_all:
        blocks.append(f"## {messages.say('export.notes')}")
        blocks.extend(note.text.strip() for note in about_all)
    return "\n\n".join(filter(None, blocks)) + "\n"


def claims_markdown(article: Article, claims: Sequence[Claim], messages: Messages) -> str:
    """The claims of one article as a document of their own."""
    return (
        "\n\n".join(
            [f"# {escaped(article.title)}", escaped(citation(article, messages)), *_claims(article, claims, messages)]
        )
        + "\n"
    )


def comparison_markdown(comparison: Comparison, messages: Messages) -> str:
    """A comparison as a document of its own."""
    return "\n\n".join(comparison_blocks(comparison, messages)) + "\n"


def summary_markdown(summary: Summary, messages: Messages) -> str:
    """A summary as a document of its own."""
    return "\n\n".join(summary_blocks(summary, messages)) + "\n"


def article_markdown(article: Article, messages: Messages) -> str:
    """The article as a document of its own."""
    body = ["## " * (paragraph.kind == "heading") + escaped(paragraph.text) for paragraph in article.paragraphs]
    return "\n\n".join([f"# {escaped(article.title)}", escaped(citation(article, messages)), *body]) + "\n"


def translation_markdown(article: Article, paragraphs: Sequence[Translation], messages: Messages) -> str:
    """An article in another language as a document of its own, doubts under the paragraph that they are about."""
    blocks = [f"# {escaped(article.title)}", escaped(citation(article, messages))]
    if paragraphs:
        blocks.append(f"*{made_by(paragraphs, messages)}*")
    for one, paragraph in zip(paragraphs, article.paragraphs, strict=True):
        blocks.append("## " * (paragraph.kind == "heading") + escaped(one.text))
        blocks.append(_bullets(escaped(doubt) for doubt in doubts(one.checks, messages)))
    return "\n\n".join(filter(None, blocks)) + "\n"


def _front_matter(briefing: Briefing, messages: Messages) -> str:
    """YAML of which every value is written as JSON, which is YAML too."""
    rows = [
        f"title: {_yaml(briefing.title)}",
        f"date: {briefing.made.date().isoformat()}",
        f"lang: {messages.language}",
        "articles:",
    ]
    for article in briefing.articles:
        known = {
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published.isoformat() if article.published else None,
            "url": article.url,
            "language": article.language,
            "sha256": article.digest,
        }
        lines = [f"{name}: {_yaml(value)}" for name, value in known.items() if value]
        rows.extend(
            f"  {'- ' if first else '  '}{line}"
            for first, line in zip([True, *[False] * len(lines)], lines, strict=False)
        )
    return "\n".join(["---", *rows, "---"])


def _yaml(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def summary_blocks(summary: Summary, messages: Messages) -> Iterator[str]:
    """The summary: each sentence with a mark where a check failed, and the quotes that it rests on."""
    yield f"## {messages.say('export.summary')}"
    if summary.engine:
        yield f"*{translated_by(summary.engine, messages)}*"
    if missing := left_untranslated(summary, messages):
        yield f"*{escaped(missing)}*"
    if summary.writer:
        yield f"*{escaped(written_by(summary.writer, messages))}*"
    articles = {article.id: article for article in summary.articles}
    for heading, sentences in headed(summary, messages):
        if heading:
            yield f"### {escaped(heading)}"
        for sentence in sentences:
            warning = "".join(f"\n  - {escaped(fact)}" for fact in summary_facts(sentence, summary, messages))
            rests = [
                _quote(articles[passage.article], passage, messages)
                if passage.text != sentence.text
                else f"({escaped(place(articles[passage.article], passage, messages))})"
                for passage in sentence.passages
            ]
            yield f"- {escaped(sentence.text)}{warning}\n" + "\n".join(f"  - {quote}" for quote in rests)
    if summary.refused:
        yield f"### {escaped(messages.say('summary.refused-heading'))}"
        yield _bullets(escaped(line) for line in refusals(summary, messages))
    if legend := summary_legend(summary, messages):
        yield f"*{escaped(legend)}*"


def comparison_blocks(comparison: Comparison, messages: Messages) -> Iterator[str]:
    """What two articles share, where they differ, and what stands in one of them only."""
    left, right = comparison.left, comparison.right
    yield f"## {messages.say('export.comparison', left=escaped(named(left, messages)), right=escaped(named(right, messages)))}"
    yield f"*{escaped(compared_by(comparison.engine, messages))}*"
    yield from map(escaped, comparison_notes(comparison, messages))
    linked = [pair for pair in comparison.pairs if pair.relation]
    for pair in linked:
        quotes = [_quote(left, left.passage(pair.left), messages), _quote(right, right.passage(pair.right), messages)]
        yield "\n".join(f"- {quote}" for quote in quotes) + "".join(
            f"\n  - {escaped(fact)}" for fact in pair_facts(pair, messages)
        )
    for article, spans in ((left, comparison.only_left), (right, comparison.only_right)):
        if spans:
            yield f"### {messages.say('export.only', article=escaped(named(article, messages)))}"
            yield _bullets(_quote(article, article.passage(span), messages) for span in spans)


def ledger_blocks(ledger: Ledger, messages: Messages) -> Iterator[str]:
    """What more than one of several articles say: each claim with who has it, how surely, and the sources that are one."""
    shared = [row for row in ledger.rows if len(row.articles) > 1]
    if shared:
        yield f"## {messages.say('export.shared')}"
    for row in shared:
        yield f"- **{escaped(row.text)}**\n" + "\n".join(f"  - {escaped(fact)}" for fact in row_facts(row, messages))


def _article_blocks(article: Article, briefing: Briefing, messages: Messages) -> Iterator[str]:
    claims = briefing.claims.get(article.id, ())
    notes = [note for note in briefing.notes if note.article == article.id]
    if not claims and not notes:
        return
    yield f"## {escaped(article.title)}"
    yield escaped(citation(article, messages)) + (
        f" <{article.url}>" if article.url and _plain_url(article.url) else ""
    )
    if notes:
        yield f"### {messages.say('export.notes')}"
        yield from _notes(article, notes, claims, messages)
    if claims:
        yield f"### {messages.say('export.claims')}"
        yield from _claims(article, claims, messages)


def _plain_url(url: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>\"`]+", url) is not None


def _notes(article: Article, notes: Sequence[Note], claims: Sequence[Claim], messages: Messages) -> Iterator[str]:
    """The notes in the order of the passages that they stand on, those on the whole article first."""
    known = {claim.id: claim for claim in claims}
    for _start, note, anchor in sorted(
        ((_at(note, article), note, _anchor(note, article)) for note in notes), key=_by_place
    ):
        if note.passage and anchor is None:
            yield f"> {escaped(note.passage.text)}\n>\n> {messages.say('export.lost')}"
        elif anchor is not None:
            passage = article.passage(anchor)
            yield f"> {escaped(passage.text)}\n>\n> — {escaped(place(article, passage, messages))}"
        if note.claim in known:
            yield _bullets(escaped(fact) for fact in claim_facts(known[note.claim], article.text, messages))
        tags = " ".join(f"#{tag}" for tag in note.tags)
        changed = note.changed or note.created
        date = messages.date(PublicationDate(changed.year, changed.month, changed.day)) if changed else ""
        yield note.text.strip() + (f"\n\n*{escaped(', '.join(filter(None, (date, tags))))}*" if date or tags else "")


def _anchor(note: Note, article: Article) -> Span | None:
    return note.passage.found_in(article.text) if note.passage else None


def _at(note: Note, article: Article) -> int:
    if not note.passage:
        return -1
    anchor = _anchor(note, article)
    return anchor.start if anchor else note.passage.start


def _by_place(row: tuple[int, Note, Span | None]) -> tuple[int, str]:
    start, note, _ = row
    return start, note.created.isoformat() if note.created else ""


def _claims(article: Article, claims: Iterable[Claim], messages: Messages) -> Iterator[str]:
    for claim in claims:
        facts = "".join(f"\n  - {escaped(fact)}" for fact in claim_facts(claim, article.text, messages))
        yield f"- {_quote(article, article.passage(claim.span), messages)}{facts}"


def _quote(article: Article, passage: Passage, messages: Messages) -> str:
    found = passage.found_in(article.text)
    if found is None:
        return f"{messages.say('export.quoted', text=escaped(passage.text))} {messages.say('export.lost')}"
    where = place(article, article.passage(found), messages)
    return f"{messages.say('export.quoted', text=escaped(passage.text))} ({escaped(where)})"


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
