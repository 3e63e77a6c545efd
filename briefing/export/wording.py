"""The words for a claim and a citation that the Markdown, the plain text and the evidence card share."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.article import Article, Passage
from briefing.claims.claim import Claim, Extent
from briefing.compare.ledger import Account, Row
from briefing.compare.link import Comparison, Difference, Pair
from briefing.compare.statement import LONGEST
from briefing.coverage.drift import drift_of
from briefing.engine import Engine
from briefing.language.shorten import shortened
from briefing.message import Message, Messages
from briefing.summary.summary import Check, Summary, SummarySentence
from briefing.translate.known import MARKING, known_percentage
from briefing.translate.summaries import untranslated
from briefing.translate.translation import Translation


def worded(message: Message, messages: Messages) -> str:
    """The words of a message."""
    return messages.say(message.code, **message.params)


def quoted(extent: Extent, text: str) -> str:
    """The words of an extent on one line, with an ellipsis where it skips some."""
    return " … ".join(" ".join(part.of(text).split()) for part in extent.parts)


def citation(article: Article, messages: Messages) -> str:
    """Outlet, title and date of an article; what is unknown is left out, but for the date, which is said to be unknown."""
    date = messages.date(article.published) if article.published else messages.say("export.undated")
    title = messages.say("export.quoted", text=article.title)
    return ", ".join(filter(None, (article.outlet, title, date)))


NAME_LENGTH = 45


def named(article: Article, messages: Messages) -> str:
    """A short name for an article: its outlet, else its title in quotation marks, cut to `NAME_LENGTH`."""
    return article.outlet or messages.say("export.quoted", text=shortened(article.title, NAME_LENGTH))


def place(article: Article, passage: Passage, messages: Messages) -> str:
    """Where a passage stands, to write behind a quote: the article's short name, its date and the paragraph."""
    date = messages.date(article.published) if article.published else messages.say("export.undated")
    number = article.paragraph_at(passage.start) + 1
    return messages.say("export.place", article=named(article, messages), date=date, paragraph=number)


def claim_facts(claim: Claim, text: str, messages: Messages) -> Iterator[str]:
    """What the evidence card says of a claim, a line each: source, chain, hedges, certainty, polarity, and why."""
    if claim.source:
        as_written = quoted(claim.source.extent, text) if claim.source.extent else claim.source.name
        code = "export.source" if as_written == claim.source.name else "export.source-resolved"
        kind = messages.say(f"export.kind.{claim.source.kind}")
        yield messages.say(code, source=as_written, name=claim.source.name, kind=kind)
    started_there = bool(claim.via) and claim.root == claim.via[-1]
    if claim.via:
        yield messages.say("export.via-root" if started_there else "export.via", chain=" → ".join(claim.via))
    if claim.root and not started_there and not (claim.source and claim.root == claim.source.name):
        yield messages.say("export.root", root=claim.root)
    if claim.cue:
        yield messages.say("export.cue", cue=quoted(claim.cue, text))
    if claim.hedges:
        yield messages.say("export.hedges", hedges=messages.listed([f"“{hedge.of(text)}”" for hedge in claim.hedges]))
    certainty = messages.say(f"export.certainty.{claim.certainty}")
    denied = messages.say("export.polarity.negative") if claim.polarity == "negative" else ""
    yield messages.say("export.stands", certainty=", ".join(filter(None, (certainty, denied))))
    yield messages.say("export.why", why=worded(claim.why, messages))


def compared_by(engine: Engine, messages: Messages) -> str:
    """What a comparison was made with: words alone, or words and sentence embeddings."""
    _, _, embedder = engine.name.partition("+")
    version = engine.version.partition("+")[2]
    return (
        messages.say("compare.by-meaning", engine=f"{embedder} {version}")
        if embedder
        else messages.say("compare.by-words")
    )


def comparison_notes(comparison: Comparison, messages: Messages) -> list[str]:
    """What the reader of a comparison must know of it as a whole."""
    same = [messages.say("compare.near-duplicate")] if comparison.near_duplicate else []
    return [*same, *pieces_note(sum(map(len, comparison.in_pieces)), messages)]


def pieces_note(count: int, messages: Messages) -> list[str]:
    """The note that so many sentences are too long to be compared as one, where there are any."""
    return [messages.say("compare.in-pieces", count=count, longest=LONGEST)] if count else []


def made_by(made: Sequence[Translation], messages: Messages) -> str:
    """Which engine made a translation, and how many of the words it knew where it tells."""
    known = known_percentage(made)
    if known is None:
        return translated_by(made[0].engine, messages)
    return messages.say("export.gloss-known", engine=f"{made[0].engine.name} {made[0].engine.version}", percent=known)


def translated_by(engine: Engine, messages: Messages) -> str:
    """Which engine translated, and whether it was by machine translation or a gloss word for word."""
    code = "export.gloss" if engine.name in MARKING else "export.machine"
    return messages.say(code, engine=f"{engine.name} {engine.version}")


def doubts(checks: Iterable[Check], messages: Messages) -> list[str]:
    """What the checks of a translation found wrong, a line each."""
    return [messages.say(f"export.check.{check.kind}", original=check.original) for check in checks if not check.ok]


def summary_voices(sentence: SummarySentence, messages: Messages) -> str:
    """Who says what a sentence of a summary tells, and how surely, with the report's own hedges; "" for a plain statement.

    Somebody without a name is only told of where it is not certain.
    """
    certainties: dict[str | None, list[str]] = {}
    for voice in sentence.voices:
        if voice.source or voice.certainty != "certain":
            certainties.setdefault(voice.source, []).append(messages.say(f"export.certainty.{voice.certainty}"))
    return "; ".join(
        messages.say("summary.voice", source=source, certainty=", ".join(found))
        if source
        else messages.say("summary.own-voice" if source == "" else "summary.unnamed-voice", certainty=", ".join(found))
        for source, found in certainties.items()
    )


def summary_facts(sentence: SummarySentence, summary: Summary, messages: Messages) -> list[str]:
    """What is said of a sentence of a summary, a line each: who says it, whose own words it is, and what the checks found wrong."""
    facts = [voices] if (voices := summary_voices(sentence, messages)) else []
    facts += doubts(sentence.checks, messages)
    if language := untranslated(summary, sentence):
        facts.append(messages.say("summary.untranslated", language=messages.language_name(language)))
    if sentence.outlet:
        facts.append(messages.say("summary.outlet", outlet=named(_article(summary, sentence.outlet), messages)))
    if sentence.made_by == "model" and summary.writer and sentence.text == sentence.original:
        facts.append(messages.say("summary.by-model"))
    return facts


def left_untranslated(summary: Summary, messages: Messages) -> str:
    """That nothing translates some languages of the summary; "" where all was translated."""
    if not summary.untranslated:
        return ""
    languages = messages.listed([messages.language_name(one) for one in summary.untranslated])
    return messages.say("summary.no-engine", languages=languages, to=messages.language_name(summary.to))


def summary_legend(summary: Summary, messages: Messages) -> str:
    """What the brackets mean, where the summary has put in words; else ""."""
    put_in = [sentence.original[one.start : one.end] for sentence in summary.sentences for one in sentence.added]
    return messages.say("summary.added") if any("[" in words for words in put_in) else ""


def written_by(writer: Engine, messages: Messages) -> str:
    """Which language model wrote, and that its sentences were held against the passages."""
    return messages.say("summary.written", engine=f"{writer.name} {writer.version}")


def refusals(summary: Summary, messages: Messages) -> list[str]:
    """The sentences of a language model that did not hold, a line each with what failed."""
    return [
        messages.say(
            "summary.refused",
            text=one.text,
            words=messages.listed([f"“{check.original}”" for check in one.checks]),
        )
        for one in summary.refused
    ]


def _article(summary: Summary, passage: Passage) -> Article:
    return next(article for article in summary.articles if article.id == passage.article)


def headed(summary: Summary, messages: Messages) -> Iterator[tuple[str, list[SummarySentence]]]:
    """The sentences of a summary in runs under headings: what several reports say, and what stands in each one.

    The summary of one report has no headings.
    """
    articles = {article.id: article for article in summary.articles}

    def homes(sentence: SummarySentence) -> str:
        found = {passage.article for passage in sentence.passages}
        return found.pop() if len(found) == 1 else ""

    for home, run in groupby(summary.sentences, homes):
        sentences = list(run)
        if len(articles) == 1:
            yield "", sentences
        elif home:
            code = "export.only" if all(sentence.alone for sentence in sentences) else "summary.from"
            yield messages.say(code, article=named(articles[home], messages)), sentences
        else:
            yield messages.say("summary.both" if len(articles) == 2 else "summary.several"), sentences


def pair_facts(pair: Pair, messages: Messages) -> Iterator[str]:
    """What is said of a pair, a line each: the relation and why, the differences, the independence of the sources."""
    if pair.relation:
        yield messages.say(f"export.relation.{pair.relation}") + (f": {worded(pair.why, messages)}" if pair.why else "")
    told = set(pair.why.params.values()) if pair.why else set()
    for difference in pair.differences:
        if told >= {difference.left, difference.right} - {""}:
            continue  # that is why they are linked
        yield _difference(difference, messages)
    if pair.independent == "no" and pair.shared_root:
        yield messages.say("export.shared-root", root=pair.shared_root)
    elif pair.independent != "unknown":
        yield messages.say(f"export.independent.{pair.independent}")


def _difference(difference: Difference, messages: Messages) -> str:
    left, right = (
        messages.say("export.quoted", text=side) if side else messages.say("export.difference.none")
        for side in (difference.left, difference.right)
    )
    kind = messages.say(f"export.difference.{difference.kind}")
    return messages.say("export.difference", kind=kind, left=left, right=right)


def row_facts(row: Row, messages: Messages) -> Iterator[str]:
    """What the ledger says of a claim, a line each: who has it and how, the link, the sources that are one, the drift."""
    for entry in row.entries:
        yield entry_fact(entry, messages)
    if row.relation and len(row.articles) > 1:
        yield messages.say(f"export.relation.{row.relation}")
    elif len(row.articles) > 1:
        yield messages.say("export.relation.open")
    for difference in row.differences:
        yield _difference(difference, messages)
    if row.shared_roots:
        yield messages.say("ledger.shared-root", roots=messages.listed(row.shared_roots))
    elif len(row.roots) > 1:
        yield messages.say("ledger.roots", count=len(row.roots), roots=messages.listed(row.roots))
    direction = drift_of(row).direction
    if direction:
        yield messages.say(f"ledger.{direction}")
    if row.lacking and len(row.articles) > 1:
        yield messages.say("ledger.lacking", articles=messages.listed([named(one, messages) for one in row.lacking]))


def entry_fact(entry: Account, messages: Messages) -> str:
    """One report's version of a claim in a line: report, date, who says it, how surely, by which hedge."""
    date = messages.date(entry.article.published) if entry.article.published else messages.say("export.undated")
    denied = entry.claim is not None and entry.claim.polarity == "negative"
    parts = [
        named(entry.article, messages),
        date,
        entry.source or messages.say("ledger.itself"),
        " → ".join(entry.claim.via) if entry.claim else "",
        messages.say(f"export.certainty.{entry.certainty}"),
        messages.say("export.polarity.negative") if denied else "",
        messages.listed([f"“{hedge}”" for hedge in entry.hedges]) if entry.hedges else "",
    ]
    return " · ".join(filter(None, parts))
