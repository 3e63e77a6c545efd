"""The changes between two versions as lines and as marked text."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from textual.content import Content

from briefing.article import Span
from briefing.coverage.revision import ChangeKind, Revision, RevisionChange
from briefing.export.revision import CUT, PUT, change_facts, pieces
from briefing.language.folding import folded
from locales import active

SIGNS: Final[Mapping[ChangeKind, str]] = MappingProxyType(
    {
        "title": "T",
        "added": "+",
        "dropped": "-",
        "hardened": "^",
        "softened": "v",
        "reversed": "!",
        "reattributed": "@",
        "figures": "#",
        "reworded": "~",
    }
)
"""The sign of each kind of change, the same in ASCII."""


class ChangeList:
    """The changes that are listed: of one kind, and with the words that were typed."""

    def __init__(self) -> None:
        self.revision: Revision | None = None
        self.kind: ChangeKind | None = None
        self.words = ""

    @property
    def is_narrowed(self) -> bool:
        """Whether not all changes are listed."""
        return self.kind is not None or bool(self.words.strip())

    @property
    def changes(self) -> Sequence[RevisionChange]:
        """The changes that are listed."""
        revision, wanted = self.revision, folded(self.words).split()
        if revision is None:
            return ()
        return [
            change
            for change in revision.changes
            if (self.kind is None or self.kind in change.kinds)
            and all(word in _searched(revision, change) for word in wanted)
        ]

    def step_kind(self) -> None:
        """List the next kind of change that there is, or all."""
        kinds = [None, *(self.revision.counts if self.revision else ())]
        self.kind = kinds[(kinds.index(self.kind) + 1) % len(kinds)] if self.kind in kinds else None

    def clear(self) -> None:
        """List all changes."""
        self.kind, self.words = None, ""


def _searched(revision: Revision, change: RevisionChange) -> str:
    sides = (text_of(revision, change, newer=False), text_of(revision, change, newer=True))
    return folded(" ".join((*sides, *(word for one in change.details for word in (one.older, one.newer)))))


def text_of(revision: Revision, change: RevisionChange, *, newer: bool) -> str:
    """The sentence of a change in one version; the title where it is another title."""
    if change.kinds == ("title",):
        return change.details[0].newer if newer else change.details[0].older
    span, article = (change.newer, revision.newer) if newer else (change.older, revision.older)
    return " ".join(span.of(article.text).split()) if span else ""


def signs_of(change: RevisionChange) -> str:
    """The signs of what a change is."""
    return "".join(SIGNS[kind] for kind in change.kinds)


def content_of(revision: Revision, change: RevisionChange) -> Content:
    """What a change is, and both sentences with the changed words marked."""
    facts = [Content.styled(fact, "bold") for fact in change_facts(change, active())]
    if change.older:
        facts.append(_marked(revision.older.text, change.older, change.cut, CUT, "$text-error strike"))
    if change.newer:
        facts.append(_marked(revision.newer.text, change.newer, change.put, PUT, "$text-success bold"))
    return Content("\n").join(facts)


def _marked(text: str, sentence: Span, spans: Sequence[Span], marks: tuple[str, str], style: str) -> Content:
    """A sentence with some of its words between marks and in a style."""
    parts = [
        Content(marks[0]) + Content.styled(" ".join(words.split()), style) + Content(marks[1])
        if changed
        else Content(_on_one_line(words))
        for words, changed in pieces(text, sentence, spans)
    ]
    return Content("").join(parts)


def _on_one_line(words: str) -> str:
    return words.replace("\n", " ")
