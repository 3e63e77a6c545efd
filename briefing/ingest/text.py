"""A plain text to an article: its header, paragraphs, headings, title, date and language."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import takewhile
from statistics import median
from typing import Literal

from briefing.article import UNDETERMINED, Article, Language, Paragraph, PublicationDate, laid_out
from briefing.ingest.clean import cleaned, spaced
from briefing.ingest.decode import decoded
from briefing.ingest.markdown import without_front_matter, without_marks
from briefing.ingest.publication_date import parse_date
from briefing.language.identify import identify
from briefing.language.languages import is_code
from briefing.language.sentences import split
from briefing.language.shorten import shortened
from briefing.message import InputError

TITLE_LENGTH = 90
_HEADING_LENGTH, _HEADING_WORDS = 100, 14
_WRAPPED_AT = 100
_CLOSING = "\"'”’»“)]"
_OPENING = "\"'‘“„«"
_NO_HEADING_END = ".,:;…"
_BULLET = re.compile(r"[-*•–]\s|\d+[.)]\s")
_FIELD = re.compile(r"([A-Za-z]{2,16})\s*:\s*(\S.*)")
_DATE_IN_FRONT = re.compile(
    r"([A-Za-z]{4,16})\s*:?\s+(\d{4}(?:-\d\d?){0,2}(?:[T ]\d\d?:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)(?=\s|$)\s*"
)
_LABEL = re.compile(r"([^\W\d_]+)\b\s*:?")
_WORD = re.compile(r"[^\W\d_]+")
_CONTINUED = re.compile(r"\n(?:[ \t]{2,}|\t)(?![-*•–]\s|\d+[.)]\s)")
_LINES_ABOVE = 3


def read_article(data: bytes, *, name: str, language: Language | None = None) -> Article:
    """The article in the bytes of a text file. Its id is the first twelve digits of its digest.

    `name` stands for the input in errors; `language` overrides what the text looks like. If neither is known, the
    language is `UNDETERMINED`.

    Raises:
        InputError: too large, empty, or not text.
    """
    return article_of(decoded(data, name=name), name=name, language=language)


def article_of(text: str, *, name: str, language: Language | None = None) -> Article:
    """The article in a text; as `read_article`."""
    front, text = without_front_matter(cleaned(text))
    text, marked = without_marks(text)
    found, blocks = _without_header(_blocks(text))
    fields = _known_fields(front) | found
    if not blocks:
        raise InputError("ingest.empty", name=name)
    headings = {" ".join(heading.split()) for heading in marked}
    kinds: list[Literal["heading", "body"]] = [
        "heading" if block in headings or _is_heading(block) else "body" for block in blocks
    ]
    kinds[-1] = "body"
    paragraphs = laid_out(zip(blocks, kinds, strict=True))
    named = fields.get("language", "").strip()
    code = language or (named if is_code(named) else None) or identify(" ".join(blocks)) or UNDETERMINED
    article = Article(
        id="",
        title=fields.get("title") or title_of(paragraphs, code),
        language=code,
        paragraphs=paragraphs,
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        published=_date_in(fields.get("published", "")) or _date_in(fields.get("updated", "")),
    )
    return replace(article, id=article.digest[:12])


def _date_in(value: str) -> PublicationDate | None:
    """The date in a field: all of it, else its first word."""
    return parse_date(value) or parse_date(value.partition(" ")[0])


def title_of(paragraphs: tuple[Paragraph, ...], language: Language) -> str:
    """A title for a text without one: the heading that it starts with, else its first sentence, cut at a word."""
    first = paragraphs[0]
    if first.kind == "heading":
        return first.text.strip(_OPENING + _CLOSING) or first.text
    sentences = split(first.text[: TITLE_LENGTH * 20], language)
    sentence = sentences[0].of(first.text) if sentences else first.text
    return shortened(sentence.rstrip(" ."), TITLE_LENGTH)


def _blocks(text: str) -> list[str]:
    """The paragraphs: runs of lines between empty ones, with wrapped lines joined."""
    blocks: list[str] = []
    for run in re.split(r"\n[^\S\n]*\n\s*", text):
        lines = [line for line in map(spaced, _joined_items(run).split("\n")) if line]
        blocks.extend([" ".join(lines)] if _wrapped(lines) else lines)
    return blocks


def _joined_items(run: str) -> str:
    """The lines of a run; in a list, indented lines are joined to their item."""
    return _CONTINUED.sub(" ", run) if _BULLET.match(run.lstrip()) else run


def _wrapped(lines: list[str]) -> bool:
    """Whether the lines are one paragraph broken at a margin, and not a paragraph each."""
    lengths = [len(line) for line in lines[:-1]]
    if not lengths or any(_BULLET.match(line) for line in lines) or all(map(_is_field, lines)):
        return False
    return max(lengths) <= _WRAPPED_AT and min(lengths) >= 0.6 * median(lengths) and max(lengths) >= 40


@cache
def _field_names() -> dict[str, str]:
    table = tomllib.loads(files("briefing.ingest").joinpath("headers.toml").read_text(encoding="utf-8"))
    return {word: field for field, words in table.items() for word in words}


def _is_field(line: str) -> bool:
    found = _FIELD.fullmatch(line)
    return found is not None and found[1].lower() in _field_names()


def _known_fields(front: dict[str, str]) -> dict[str, str]:
    names = _field_names()
    return {names[word]: value for word, value in front.items() if word in names}


def _without_header(blocks: list[str]) -> tuple[dict[str, str], list[str]]:
    """The fields and date lines that stand before the text, and the rest.

    A field is "Date: 2019-01"; "date 2019-01" may also stand in front of the first words. A date line may follow the title.
    """
    fields: dict[str, str] = {}
    header = list(takewhile(_is_field, blocks))
    for line in header:
        word, _, value = line.partition(":")
        fields.setdefault(_field_names()[word.strip().lower()], value.strip())
    rest = blocks[len(header) :]
    for place in range(min(_LINES_ABOVE, len(rest)) - 1, -1, -1):
        if len(rest) > 1 and (field := _dated_line(rest[place])):
            fields[field] = _without_label(rest.pop(place))
    found = _DATE_IN_FRONT.match(rest[0]) if rest else None
    if found and _field_names().get(found[1].lower()) == "published":
        fields["published"] = found[2]
        rest[0] = rest[0][found.end() :]
    return fields, [block for block in rest if block]


def _dated_line(line: str) -> str | None:
    """The field that a bare date line sets: "published", or "updated" if it says so."""
    if len(line) > _HEADING_LENGTH or parse_date(_without_label(line)) is None:
        return None
    labels = (_field_names().get(word.lower()) for word in _WORD.findall(line))
    return "updated" if "updated" in labels else "published"


def _without_label(line: str) -> str:
    """The line without its label: "Gepubliceerd op", "Updated:"."""
    found = _LABEL.match(line)
    if found and _field_names().get(found[1].lower()) in {"published", "updated"}:
        return line[found.end() :].strip()
    return line


def _is_heading(block: str) -> bool:
    """A short line without a full stop, or one wholly in quotation marks."""
    if len(block) > _HEADING_LENGTH or len(block.split()) > _HEADING_WORDS or _BULLET.match(block):
        return False
    core = block.rstrip(_CLOSING)
    return bool(core) and core[-1] not in _NO_HEADING_END and any(character.isalpha() for character in core)
