"""A plain text to an article: its header, paragraphs, headings, title, date and language."""

import re
import tomllib
from collections.abc import Collection
from functools import cache
from importlib.resources import files
from itertools import takewhile
from statistics import median

from briefing.article import Article, Language, PublicationDate
from briefing.ingest.clean import cleaned, spaced
from briefing.ingest.decode import decoded
from briefing.ingest.details import Block, Details, assembled
from briefing.ingest.markdown import without_front_matter, without_marks
from briefing.ingest.publication_date import parse_date
from briefing.language.languages import is_code
from briefing.message import InputError

_HEADING_LENGTH, _HEADING_WORDS = 100, 14
_WRAPPED_AT = 100
_CLOSING = "\"'”’»“)]"
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
_PARTED = re.compile(r"^[ \t]*(?:={5,}|-{5,}|\*{5,}|_{5,}|(?:\* ?){3,5})[ \t]*$", re.MULTILINE)
"""A rule line between two reports."""


def read_article(data: bytes, *, name: str, language: Language | None = None) -> Article:
    """The article in the bytes of a text file. Its id is the first twelve digits of its digest.

    `name` stands for the input in errors; `language` overrides what the text looks like. If neither is known, the
    language is `UNDETERMINED`.

    Raises:
        InputError: too large, empty, or not text.
    """
    return article_of(decoded(data, name=name), name=name, language=language)


def read_texts(data: bytes, *, name: str, language: Language | None = None) -> list[Article]:
    """The articles in the bytes of a text file: one, or several where rule lines part reports that each have a header.

    Raises:
        InputError: too large, empty, or not text.
    """
    text = decoded(data, name=name)
    parts = [part for part in _PARTED.split(cleaned(text)) if part.strip()]
    if len(parts) > 1 and all(
        _without_header(_blocks(part.strip()))[0].keys() & {"title", "published"} for part in parts
    ):
        return [article_of(part.strip(), name=name, language=language) for part in parts]
    return [article_of(text, name=name, language=language)]


def article_of(
    text: str,
    *,
    name: str,
    language: Language | None = None,
    details: Details | None = None,
    headings: Collection[str] = (),
) -> Article:
    """The article in a text; as `read_article`. `details` win over the text's own header, `headings` are known to be such."""
    front, text = without_front_matter(cleaned(text))
    text, marked = without_marks(text)
    found, blocks = _without_header(_blocks(text))
    if not blocks:
        raise InputError("ingest.empty", name=name)
    known = {" ".join(heading.split()) for heading in (*marked, *headings)}
    laid = [Block(block, "heading" if block in known or _is_heading(block) else "body") for block in blocks]
    laid[-1] = Block(laid[-1].text)
    fields = _known_fields(front) | found
    return assembled(laid, _details(fields, details or Details()), name=name, language=language or _named(fields))


def _named(fields: dict[str, str]) -> Language | None:
    """The language that a header names by its code."""
    code = fields.get("language", "").strip()
    return code if is_code(code) else None


def _details(fields: dict[str, str], given: Details) -> Details:
    """What is given, else what the header says."""
    return Details(
        title=given.title or fields.get("title", ""),
        outlet=given.outlet or fields.get("outlet"),
        url=given.url or fields.get("url"),
        published=given.published or _date_in(fields.get("published", "")) or _date_in(fields.get("updated", "")),
        language=given.language,
    )


def _date_in(value: str) -> PublicationDate | None:
    """The date in a field: all of it, else its first word."""
    return parse_date(value) or parse_date(value.partition(" ")[0])


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
