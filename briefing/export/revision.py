"""The versions of a report, and what changed between them, as JSON, plain text and Markdown."""

from collections.abc import Iterator, Sequence
from typing import Final

from briefing.article import Article, PublicationDate, Span
from briefing.coverage.revision import Detail, Revision, RevisionChange
from briefing.coverage.versions import History, Version
from briefing.export.json import Json, article_json, span_json
from briefing.export.markdown import escaped
from briefing.export.text import item, wrapped
from briefing.export.wording import citation
from briefing.message import Messages

CUT: Final = ("[-", "-]")
PUT: Final = ("{+", "+}")
"""What stands around words that were cut and put in, as in wdiff."""


def versions_json(history: History, revisions: Sequence[Revision]) -> Json:
    """The versions in order, and what changed from each to the next."""
    return {
        "versions": [
            article_json(one.article) | {"added": one.added.isoformat() if one.added else None}
            for one in history.versions
        ],
        "order": "published" if history.is_by_publication else "added",
        "revisions": [_revision(one) for one in revisions],
    }


def _revision(revision: Revision) -> Json:
    return {
        "older": revision.older.id,
        "newer": revision.newer.id,
        "changes": [
            {
                "details": [{"kind": one.kind, "older": one.older, "newer": one.newer} for one in change.details],
                "older": span_json(change.older, revision.older.text) if change.older else None,
                "newer": span_json(change.newer, revision.newer.text) if change.newer else None,
                "cut": [span_json(span, revision.older.text) for span in change.cut],
                "put": [span_json(span, revision.newer.text) for span in change.put],
            }
            for change in revision.changes
        ],
    }


def versions_text(history: History, revisions: Sequence[Revision], messages: Messages) -> str:
    """The versions, and each change with its words marked."""
    blocks = ["\n".join(wrapped(line) for line in version_lines(history, messages))]
    for revision in revisions:
        blocks.append(wrapped(heading(revision, messages)))
        for change in revision.changes:
            facts = [*change_facts(change, messages)]
            blocks.append(
                item("-  ", facts[0])
                + "".join(f"\n{item('   ', one)}" for one in (*facts[1:], *_sides(revision, change)))
            )
    return "\n\n".join(blocks) + "\n"


def _sides(revision: Revision, change: RevisionChange) -> Iterator[str]:
    if change.older:
        yield marked(revision.older.text, change.older, change.cut, CUT)
    if change.newer:
        yield marked(revision.newer.text, change.newer, change.put, PUT)


def versions_markdown(history: History, revisions: Sequence[Revision], messages: Messages) -> str:
    """The same as a document: what was cut is struck out, what was put in is bold."""
    blocks = [f"# {messages.say('versions.title')}"]
    blocks.append("\n".join(f"- {escaped(line)}" for line in version_lines(history, messages)))
    for revision in revisions:
        blocks.append(f"## {escaped(heading(revision, messages))}")
        for change in revision.changes:
            lines = [escaped(fact) for fact in change_facts(change, messages)]
            if change.older:
                lines.append(_struck(revision.older.text, change.older, change.cut, "~~"))
            if change.newer:
                lines.append(_struck(revision.newer.text, change.newer, change.put, "**"))
            blocks.append("- " + "\n  - ".join(lines))
    return "\n\n".join(blocks) + "\n"


def version_lines(history: History, messages: Messages) -> Iterator[str]:
    """The versions, a line each with its number and when it was added; how they are ordered, or that there is one only."""
    for number, one in enumerate(history.versions, start=1):
        yield f"{number}. {_version(one, messages)}"
    if len(history.versions) == 1:
        yield messages.say("versions.one")
    else:
        yield messages.say("versions.by-publication" if history.is_by_publication else "versions.by-adding")


def _version(version: Version, messages: Messages) -> str:
    words = citation(version.article, messages)
    if version.added is None:
        return words
    added = PublicationDate(version.added.year, version.added.month, version.added.day)
    kept = messages.say("versions.added", id=version.article.id, date=messages.date(added))
    return f"{words} ({kept})"


def heading(revision: Revision, messages: Messages) -> str:
    """From which version to which, and how many changes of each kind; or that only marks or nothing changed."""
    names = messages.say(
        "versions.from-to", older=_short(revision.older, messages), newer=_short(revision.newer, messages)
    )
    counts = [messages.say(f"versions.count.{kind}", count=count) for kind, count in revision.counts.items()]
    return f"{names}: {messages.listed(counts) if counts else messages.say('versions.nothing')}"


def _short(article: Article, messages: Messages) -> str:
    date = messages.date(article.published) if article.published else messages.say("export.undated")
    return f"{article.id} ({date})" if article.id.isdecimal() else date


def change_facts(change: RevisionChange, messages: Messages) -> Iterator[str]:
    """What a change is, a line each."""
    for detail in change.details:
        yield _fact(detail, messages)


def _fact(detail: Detail, messages: Messages) -> str:
    kind = messages.say(f"versions.kind.{detail.kind}")
    if not (detail.older or detail.newer):
        return kind
    nothing = "versions.no-source" if detail.kind == "reattributed" else "export.difference.none"
    sides = (
        messages.say("export.quoted", text=side) if side else messages.say(nothing)
        for side in (detail.older, detail.newer)
    )
    return f"{kind}: {' → '.join(sides)}"


def marked(text: str, sentence: Span, spans: Sequence[Span], marks: tuple[str, str]) -> str:
    """A sentence on one line with marks around some of its words."""
    return " ".join(
        "".join(
            f"{marks[0]}{words}{marks[1]}" if changed else words for words, changed in pieces(text, sentence, spans)
        ).split()
    )


def _struck(text: str, sentence: Span, spans: Sequence[Span], mark: str) -> str:
    found = pieces(text, sentence, spans)
    return "".join(f"{mark}{escaped(words)}{mark}" if changed else _plain(words) for words, changed in found)


def _plain(words: str) -> str:
    """Words between marked ones, literal, with the spaces at their ends."""
    inner = words.strip()
    return f"{' ' if words[:1].isspace() else ''}{escaped(inner)}{' ' if inner and words[-1:].isspace() else ''}"


def pieces(text: str, sentence: Span, spans: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """A sentence in pieces, with whether each is one of the spans."""
    at = sentence.start
    for span in spans:
        if at < span.start:
            yield text[at : span.start], False
        yield span.of(text), True
        at = span.end
    if at < sentence.end:
        yield text[at : sentence.end], False
