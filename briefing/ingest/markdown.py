"""Markdown as text: front matter becomes fields, code is left out, marks of headings, quotes, links and emphasis are removed."""

import re
from typing import Final

_FRONT_MATTER: Final = re.compile(
    r"\s*---[ \t]*\n((?:\w[\w-]*[ \t]*:.*\n|[ \t]+\S.*\n|- .*\n|[ \t]*\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
_FIELD: Final = re.compile(r"([\w-]+)[ \t]*:[ \t]*(.+)")
_FENCE: Final = re.compile(r"^ {0,3}(`{3,}|~{3,})[^`\n]*\n(?:.*\n)*?(?: {0,3}\1[`~]*[ \t]*(?:\n|\Z)|\Z)", re.MULTILINE)
_HEADING: Final = re.compile(r"^ {0,3}#{1,6}[ \t]+(\S.*)$", re.MULTILINE)
_UNDERLINED: Final = re.compile(r"^(\S.{0,99})\n(?:={3,}|-{3,})[ \t]*$", re.MULTILINE)
_RULE: Final = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", re.MULTILINE)
_QUOTED: Final = re.compile(r"^ {0,3}(?:>[ \t]?)+", re.MULTILINE)
_IMAGE: Final = re.compile(r"!\[([^\]\n]{0,300})\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_LINK: Final = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|mailto:|/|#|\.)[^()\s]*(?:\s+\"[^\"\n]*\")?\)")
_STRONG: Final = re.compile(r"(\*\*|__)(?=\S)([^\n]{1,300}?)(?<=\S)\1")
_EMPHASIS: Final = re.compile(r"(?<![\w*\\])([*_])(?=[^\s*_])([^\n*_]{1,300})(?<=\S)\1(?![\w*])")
_CODE: Final = re.compile(r"(?<!`)`([^`\n]{1,300})`(?!`)")


def without_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The fields between two lines of dashes at the start, by their name in lower case, and the text after them."""
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    lines = (_FIELD.fullmatch(line.strip()) for line in found[1].split("\n"))
    fields = {line[1].lower(): line[2].strip().strip("\"'") for line in lines if line}
    return (fields, text[found.end() :]) if fields else ({}, text)


def without_marks(text: str) -> tuple[str, frozenset[str]]:
    """The text without the marks of Markdown, and the lines that were marked as headings."""
    text = _without_comments(_FENCE.sub("\n", text))
    headings = {*map(_bare, _HEADING.findall(text)), *_UNDERLINED.findall(text)}
    text = _UNDERLINED.sub(r"\n\1\n", _HEADING.sub(lambda found: f"\n{_bare(found[1])}\n", text))
    text = _QUOTED.sub("", _RULE.sub("", text))
    return _without_inline_marks(text), frozenset(map(_without_inline_marks, headings))


def _bare(heading: str) -> str:
    """A heading without the marks that may close it."""
    return heading.rstrip(" \t").rstrip("#").rstrip(" \t") or heading


def _without_comments(text: str) -> str:
    """The text without what stands between `<!--` and `-->`."""
    first, *rest = text.split("<!--")
    parts = (part.partition("-->") for part in rest)
    return first + "".join(after if mark else f"<!--{inside}" for inside, mark, after in parts)


def _without_inline_marks(text: str) -> str:
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    return _CODE.sub(r"\1", _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text)))
