"""A plain text to an article: its header, paragraphs, headings, title, date and language."""

import re
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from statistics import median
from typing import Literal

from briefing.article import LANGUAGES, Article, Language, Paragraph, PublicationDate, laid_out
from briefing.ingest.clean import cleaned, spaced
from briefing.ingest.decode import decoded
from briefing.language.identify import identify
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
_DAY_FIRST = re.compile(r"(\d\d?)[-/.](\d\d?)[-/.](\d{4})")


def read_article(data: bytes, *, name: str, language: Language | None = None) -> Article:
    """The article in the bytes of a text file. Its id is the first twelve digits of its digest.

    `name` stands for the input in errors; `language` overrides what the text looks like.

    Raises:
        InputError: too large, empty, not text, or in neither Dutch nor English.
    """
    return article_of(decoded(data, name=name), name=name, language=language)


def article_of(text: str, *, name: str, language: Language | None = None) -> Article:
    """The article in a text; as `read_article`."""
    fields, blocks = _without_header(_blocks(cleaned(text)))
    if not blocks:
        raise InputError("ingest.empty", name=name)
    kinds: list[Literal["heading", "body"]] = ["heading" if _is_heading(block) else "body" for block in blocks]
    kinds[-1] = "body"
    paragraphs = laid_out(zip(blocks, kinds, strict=True))
    named = next((code for code in LANGUAGES if fields.get("language", "").lower().startswith(code)), None)
    found = language or named or identify(" ".join(blocks))
    if found is None:
        raise InputError("ingest.language", name=name)
    article = Article(
        id="",
        title=fields.get("title") or title_of(paragraphs, found),
        language=found,
        paragraphs=paragraphs,
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        published=parse_date(fields.get("published", "")),
    )
    return replace(article, id=article.digest[:12])


def parse_date(text: str) -> PublicationDate | None:
    """The date in ISO 8601 or as day-month-year in figures; `None` where it is neither."""
    if found := _DAY_FIRST.fullmatch(text.strip()):
        text = f"{found[3]}-{found[2]}-{found[1]}"
    try:
        return PublicationDate.parse(text)
    except ValueError:
        return None


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
        lines = [line for line in map(spaced, run.split("\n")) if line]
        blocks.extend([" ".join(lines)] if _wrapped(lines) else lines)
    return blocks


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


def _without_header(blocks: list[str]) -> tuple[dict[str, str], list[str]]:
    """The fields that stand before the text ("Date: 2019-01", or "date 2019-01" in front of the first words), and the rest."""
    fields: dict[str, str] = {}
    rest = list(blocks)
    while rest and _is_field(rest[0]):
        word, _, value = rest.pop(0).partition(":")
        fields[_field_names()[word.strip().lower()]] = value.strip()
    found = _DATE_IN_FRONT.match(rest[0]) if rest else None
    if found and _field_names().get(found[1].lower()) == "published":
        fields["published"] = found[2]
        rest[0] = rest[0][found.end() :]
    return fields, [block for block in rest if block]


def _is_heading(block: str) -> bool:
    """A short line without a full stop, or one wholly in quotation marks."""
    if len(block) > _HEADING_LENGTH or len(block.split()) > _HEADING_WORDS or _BULLET.match(block):
        return False
    core = block.rstrip(_CLOSING)
    return bool(core) and core[-1] not in _NO_HEADING_END and any(character.isalpha() for character in core)
