"""Claims, comparisons and articles as plain text for a terminal, a pipe or a screen reader: wrapped, without markup."""

import textwrap
from collections.abc import Iterable, Sequence

from briefing.article import Article
from briefing.claims.claim import Claim
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
    summary_facts,
    summary_legend,
    translated_by,
    written_by,
)
from briefing.message import Messages
from briefing.note import Note
from briefing.summary.summary import Summary
from briefing.translate.translation import Translation

WIDTH = 88


def article_text(article: Article, messages: Messages) -> str:
    """The article with its citation, a paragraph a block."""
    blocks = [wrapped(citation(article, messages)), *(wrapped(paragraph.text) for paragraph in article.paragraphs)]
    return "\n\n".join(blocks) + "\n"


def claims_text(article: Article, claims: Sequence[Claim], messages: Messages) -> str:
    """The claims of the article, each behind its id, with their facts indented under them."""
    text = article.text
    items = [item(f"{claim.id}  ", claim.span.of(text), claim_facts(claim, text, messages)) for claim in claims]
    blocks = [wrapped(citation(article, messages)), *items]
    return "\n\n".join(blocks) + "\n"


def comparison_text(comparison: Comparison, messages: Messages) -> str:
    """The pairs with what is said of them, then what stands in one article only."""
    left, right = comparison.left, comparison.right
    blocks = [wrapped(messages.say("export.comparison", left=named(left, messages), right=named(right, messages)))]
    blocks.append(wrapped(compared_by(comparison.engine, messages)))
    blocks.extend(wrapped(note) for note in comparison_notes(comparison, messages))
    for pair in comparison.pairs:
        sides = [
            item("A  ", pair.left.of(left.text)),
            item("B  ", pair.right.of(right.text), pair_facts(pair, messages)),
        ]
        blocks.append("\n".join(sides))
    for article, spans in ((left, comparison.only_left), (right, comparison.only_right)):
        if spans:
            blocks.append(wrapped(messages.say("export.only", article=named(article, messages))))
            blocks.extend(item("-  ", span.of(article.text)) for span in spans)
    return "\n\n".join(blocks) + "\n"


def summary_text(summary: Summary, messages: Messages) -> str:
    """The sentences, each with the place in the article that it rests on."""
    articles = {article.id: article for article in summary.articles}
    blocks = []
    if summary.engine:
        blocks.append(wrapped(translated_by(summary.engine, messages)))
    if missing := left_untranslated(summary, messages):
        blocks.append(wrapped(missing))
    if summary.writer:
        blocks.append(wrapped(written_by(summary.writer, messages)))
    for heading, sentences in headed(summary, messages):
        if heading:
            blocks.append(wrapped(heading))
        for sentence in sentences:
            facts = summary_facts(sentence, summary, messages)
            facts += [place(articles[passage.article], passage, messages) for passage in sentence.passages]
            blocks.append(item("-  ", sentence.text, facts))
    if summary.refused:
        blocks.append(wrapped(messages.say("summary.refused-heading")))
        blocks.extend(item("-  ", line) for line in refusals(summary, messages))
    if legend := summary_legend(summary, messages):
        blocks.append(wrapped(legend))
    return "\n\n".join(blocks) + "\n"


def translation_text(article: Article, paragraphs: Sequence[Translation], messages: Messages) -> str:
    """An article in another language, each paragraph with what the checks found under it."""
    blocks = [wrapped(citation(article, messages))]
    if paragraphs:
        blocks.append(wrapped(made_by(paragraphs, messages)))
    blocks.extend(item("", one.text, doubts(one.checks, messages)) for one in paragraphs)
    return "\n\n".join(blocks) + "\n"


def item(sign: str, text: str, facts: Iterable[str] = ()) -> str:
    """A text behind a sign, with facts about it indented under it."""
    margin = " " * len(sign)
    return "\n".join([wrapped(text, sign, margin), *(wrapped(fact, margin + "  ", margin + "    ") for fact in facts)])


def wrapped(text: str, first: str = "", margin: str = "") -> str:
    """The text in lines of 88 characters at most, the first behind `first`, the others behind `margin`."""
    return textwrap.fill(
        " ".join(text.split()), WIDTH, initial_indent=first, subsequent_indent=margin, break_long_words=False
    )


def note_text(note: Note) -> str:
    """A note with its number, what it stands on and its tags."""
    about = " · ".join(filter(None, (note.article, note.dossier, *(f"#{tag}" for tag in note.tags))))
    quote = [wrapped(f"“{note.passage.text}”", "   ", "   ")] if note.passage else []
    return "\n".join([f"{note.id}  {about}", *quote, *(f"   {line}" for line in note.text.splitlines())])
