"""The wording of a unit in a summary: its own words without a dateline, with names in place of pronouns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from briefing.article import Sentence, Span
from briefing.claims.references import Reference
from briefing.summary.report import Report
from briefing.summary.standing import pointing_words
from briefing.summary.summary import Addition

_ENDS: Final = (".", "!", "?", "…")
_MARKS: Final = (*"\"'“”„‘’«»", "''", "``", ",,")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text, and which of its words are ours."""

    text: str
    added: tuple[Addition, ...] = ()


@dataclass(frozen=True, slots=True)
class _Replacement:
    """Words that come in place of a span of the article's text."""

    span: Span
    words: str


def worded(report: Report, sentences: Sequence[Sentence], named: set[str]) -> Wording:
    """The sentences as one text. `named` are those whom the summary has named in full so far; it grows by those named here."""
    text, added = "", list[Addition]()
    here: set[str] = set()
    for sentence in sentences:
        text += " " if text else ""
        at = report.begin(sentence)
        for change in _changes(report, sentence, named, here):
            text += _spaced(report.article.text[at : change.span.start], text)
            added.append(Addition(len(text), len(text) + len(change.words), change.span.of(report.article.text)))
            text += change.words
            at = change.span.end
        text += _spaced(report.article.text[at : sentence.end], text)
        if not report.is_body(sentence) and not text.endswith(_ENDS):
            added.append(Addition(len(text), len(text) + 1, ""))
            text += "."
    return Wording(text, tuple(added))


def _spaced(text: str, before: str) -> str:
    """The text with single spaces, and none at the front of a sentence."""
    words = " ".join(text.split())
    if not words:
        return " " if text and before else ""
    opening = " " if text[0].isspace() and before and not before.endswith(" ") else ""
    return opening + words + (" " if text[-1].isspace() else "")


def _changes(report: Report, sentence: Sentence, named: set[str], here: set[str]) -> Iterator[_Replacement]:
    """The changes, in order."""
    if report.is_loose_quotation(sentence) and (speaker := report.speaker(sentence)):
        yield from _tagged(report, sentence, speaker if speaker in named else report.introduced_as(speaker))
        named.add(speaker)
        here.add(speaker)
        return
    yield from sorted((*_names(report, sentence, named, here), *_days(report, sentence)), key=lambda one: one.span)


def _names(report: Report, sentence: Sentence, named: set[str], here: set[str]) -> Iterator[_Replacement]:
    """Whom its pronouns and short names stand for."""
    for one in report.references(Span(report.begin(sentence), sentence.end)):
        if one.form == "name" and _goes_back(report, one):
            continue
        words = _words(report, one, named, here, opens=one.span.start == report.begin(sentence))
        if words and (one.form == "name" or report.is_known(one)):
            yield _Replacement(one.span, words)
        if one.name:
            here.add(one.name)
            named.add(one.name)


def _goes_back(report: Report, one: Reference) -> bool:
    """Whether a name begins before the span that was read as it: "Van der Velden"."""
    before = report.article.text[: one.span.start].split()[-1:]
    return bool(before) and before[0].lower() in one.name.lower().split()[:-1] and one.span.start > 0


def _days(report: Report, sentence: Sentence) -> Iterator[_Replacement]:
    """The dates of "today" and "yesterday"."""
    for span, day in report.relative_days(sentence):
        yield _Replacement(span, f"{span.of(report.article.text)} [{day}]")


def _tagged(report: Report, sentence: Sentence, speaker: str) -> Iterator[_Replacement]:
    """The speaker of a quotation in front of it, and the marks around it that stand in other sentences."""
    begin, end = report.begin(sentence), sentence.end
    speaker = speaker[:1].upper() + speaker[1:]
    opens = sentence.text.startswith(_MARKS)
    yield _Replacement(Span(begin, begin), f"[{speaker}:] " + ("" if opens else "“"))
    if not sentence.text.rstrip(".!?…").endswith(_MARKS):
        yield _Replacement(Span(end, end), "”")


def _words(report: Report, one: Reference, named: set[str], here: set[str], *, opens: bool) -> str:
    """What stands in a summary in place of a reference; "" where its own words will do. `opens` is at the start of a sentence."""
    own = one.span.of(report.article.text)
    if not one.name or one.name in here or one.form == "description":
        return ""
    whom = _introduction(one, opens=opens) if one.introduced and one.name not in named else one.name
    if one.form == "name":
        short = one.name.endswith(" " + " ".join(own.split())) and one.name not in named
        return f"[{whom if one.is_bare else one.name}]" if short else ""
    if one.form == "possessive":
        return f"[{pointing_words(report.article.language).genitive.of(whom)}]"
    if one.form == "pronoun":
        return f"[{whom}]"
    name = _without(one.name, own)
    return f"{own} [{name}]" if " " in name else ""


def _without(name: str, own: str) -> str:
    """A name without the words in front that stand there already: "President Ann Lee" behind "the president" is "Ann Lee"."""
    known, words = own.lower().split(), name.split()
    while words and words[0].lower() in known:
        words.pop(0)
    return " ".join(words)


def _introduction(one: Reference, *, opens: bool) -> str:
    """The words that introduce somebody, with a capital where they open a sentence and only there; a name keeps its own."""
    first = one.introduced[:1]
    if one.introduced.startswith(one.name):
        return one.introduced
    return (first.upper() if opens else first.lower()) + one.introduced[1:]
