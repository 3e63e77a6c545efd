"""The JSON shapes that scripts rely on: claims, comparison, summary and translation as plain values.

Offsets are Unicode code points in the article's `text`, end exclusive; what is unknown is `None`.
"""

from collections.abc import Iterable, Mapping, Sequence

from briefing.article import Article, Language, Passage, Span
from briefing.claims.claim import Claim, ClaimCorrection, Extent, Source
from briefing.compare.link import Comparison, Difference, Pair
from briefing.engine import Engine
from briefing.export.markdown import Briefing
from briefing.message import Message
from briefing.note import Note
from briefing.summary.summary import Check, Summary
from briefing.translate.translation import Translation

Json = dict[str, object]


def article_json(article: Article, claims: Iterable[Claim] | None = None) -> Json:
    """The article with its text and, where given, its claims."""
    head: Json = {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "text": article.text,
    }
    return head if claims is None else head | {"claims": [claim_json(claim, article.text) for claim in claims]}


def claims_json(articles: Iterable[tuple[Article, Sequence[Claim]]]) -> Json:
    """The claims of each article."""
    return {"articles": [article_json(article, claims) for article, claims in articles]}


def claim_json(claim: Claim, text: str) -> Json:
    """A claim with its parts quoted from the article's text."""
    source = claim.source
    return {
        "id": claim.id,
        **span_json(claim.span, text),
        "content": extent_json(claim.content, text),
        "cue": extent_json(claim.cue, text) if claim.cue else None,
        "source": _source_json(source, text) if source else None,
        "via": list(claim.via),
        "root": claim.root,
        "why": message_json(claim.why),
        "quotation": claim.quotation,
        "hedges": [span_json(hedge, text) for hedge in claim.hedges],
        "certainty": claim.certainty,
        "polarity": claim.polarity,
    }


def _source_json(source: Source, text: str) -> Json:
    words = extent_json(source.extent, text) if source.extent else dict.fromkeys(("start", "end", "text"))
    return {**words, "name": source.name, "kind": source.kind}


def correction_json(correction: ClaimCorrection) -> Json:
    """What a user said of a claim: the passage that it is about, and what was set."""
    passages = {"content": correction.content, "cue": correction.cue, "source": correction.source}
    return {
        "action": correction.action,
        "anchor": passage_json(correction.anchor),
        **{name: passage_json(passage) if passage else None for name, passage in passages.items()},
        "source_name": correction.source_name,
        "source_kind": correction.source_kind,
        "certainty": correction.certainty,
        "polarity": correction.polarity,
    }


def comparison_json(comparison: Comparison) -> Json:
    """A comparison with its passages quoted from both texts."""
    left, right = comparison.left.text, comparison.right.text
    return {
        "left": _short(comparison.left),
        "right": _short(comparison.right),
        "engine": engine_json(comparison.engine),
        "pairs": [_pair(pair, left, right) for pair in comparison.pairs],
        "only_left": [span_json(span, left) for span in comparison.only_left],
        "only_right": [span_json(span, right) for span in comparison.only_right],
        "near_duplicate": comparison.near_duplicate,
        "in_pieces": {
            side: [span_json(span, text) for span in spans]
            for side, text, spans in zip(("left", "right"), (left, right), comparison.in_pieces, strict=True)
        },
    }


def _pair(pair: Pair, left: str, right: str) -> Json:
    return {
        "left": span_json(pair.left, left),
        "right": span_json(pair.right, right),
        "score": round(pair.score, 4),
        "relation": pair.relation,
        "why": message_json(pair.why) if pair.why else None,
        "differences": [difference_json(found) for found in pair.differences],
        "independent": pair.independent,
        "shared_root": pair.shared_root,
    }


def difference_json(difference: Difference) -> Json:
    """One thing in which two passages differ, quoted from both sides."""
    return {"kind": difference.kind, "left": difference.left, "right": difference.right}


def summary_json(summary: Summary) -> Json:
    """A summary, each sentence with its original, its checks and its passages."""
    return {
        "to": summary.to,
        "engine": engine_json(summary.engine) if summary.engine else None,
        "method": summary.method,
        "articles": [_short(article) for article in summary.articles],
        "writer": engine_json(summary.writer) if summary.writer else None,
        "refused": [
            {
                "text": one.text,
                "checks": [check_json(check) for check in one.checks],
                "passages": [passage_json(passage) for passage in one.passages],
            }
            for one in summary.refused
        ],
        "sentences": [
            {
                "text": sentence.text,
                "original": sentence.original,
                "made_by": sentence.made_by,
                "outlet": sentence.outlet.article if sentence.outlet else None,
                "added": [{"start": one.start, "end": one.end, "instead_of": one.instead_of} for one in sentence.added],
                "checks": [check_json(check) for check in sentence.checks],
                "passages": [passage_json(passage) for passage in sentence.passages],
            }
            for sentence in summary.sentences
        ],
    }


def translation_json(article: Article, to: Language, paragraphs: Sequence[Translation]) -> Json:
    """An article in another language, paragraph by paragraph."""
    return {
        "from": article.language,
        "to": to,
        "engine": engine_json(paragraphs[0].engine) if paragraphs else None,
        "article": {"id": article.id, "title": article.title},
        "paragraphs": [
            {"original": one.original, "text": one.text, "checks": [check_json(check) for check in one.checks]}
            for one in paragraphs
        ],
    }


def check_json(check: Check) -> Json:
    """A check of a translation."""
    return {"kind": check.kind, "ok": check.ok, "original": check.original}


def briefing_json(briefing: Briefing) -> Json:
    """The whole briefing: articles with their claims, comparisons, the summary, notes."""
    return {
        "title": briefing.title,
        "articles": [article_json(article, briefing.claims.get(article.id)) for article in briefing.articles],
        "comparisons": [comparison_json(comparison) for comparison in briefing.comparisons],
        "summary": summary_json(briefing.summary) if briefing.summary else None,
        "notes": [note_json(note) for note in briefing.notes],
    }


def note_json(note: Note) -> Json:
    """A note with what it stands on."""
    return {
        "id": note.id,
        "text": note.text,
        "article": note.article,
        "dossier": note.dossier,
        "claim": note.claim,
        "passage": passage_json(note.passage) if note.passage else None,
        "tags": list(note.tags),
        "created": note.created.isoformat() if note.created else None,
        "changed": note.changed.isoformat() if note.changed else None,
    }


def engine_json(engine: Engine) -> Json:
    """The engine's name and version."""
    return {"name": engine.name, "version": engine.version}


def message_json(message: Message) -> Json:
    """A message as its code and parameters."""
    return {"code": message.code, "params": dict(_plain(message.params))}


def passage_json(passage: Passage) -> Json:
    """A passage with the article that it stands in."""
    return {"article": passage.article, "start": passage.start, "end": passage.end, "text": passage.text}


def span_json(span: Span, text: str) -> Json:
    """A span with its text."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}


def extent_json(extent: Extent, text: str) -> Json:
    """An extent from its first part to its last, with the parts where there are several."""
    whole = span_json(extent.span, text)
    return whole if len(extent.parts) == 1 else whole | {"parts": [list(part) for part in extent.parts]}


def _short(article: Article) -> Json:
    return {"id": article.id, "title": article.title, "text": article.text}


def _plain(params: Mapping[str, object]) -> Mapping[str, object]:
    return {
        name: value if isinstance(value, str | int | float) or value is None else str(value)
        for name, value in params.items()
    }
