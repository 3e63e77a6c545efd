"""The types of the fields of documents: what comes in from an export, a backup or another program is held against them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import get_args

from briefing.article import PublicationDate
from briefing.language.languages import is_code
from store.values import State

LARGEST_NUMBER = 10**15 - 1
"""The largest number of a document, in the library and in exports."""
_Check = Callable[[object], bool]


class FieldError(ValueError):
    """A field that is missing or of the wrong type."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def check(table: str, document: Mapping[str, object]) -> None:
    """Hold a document against the fields of its table.

    Raises:
        FieldError: a field is missing or of the wrong type.
    """
    fields = FIELDS[table]
    if table == "corrections":
        kind = document.get("kind")
        fields = fields | (_CORRECTIONS.get(kind) or {} if isinstance(kind, str) else {})
    for name, is_right in fields.items():
        if not is_right(document.get(name, _MISSING)):
            raise FieldError(name)


_MISSING = object()


def _text(value: object) -> bool:
    return isinstance(value, str)


def _truth(value: object) -> bool:
    return isinstance(value, bool)


def _size(value: object) -> bool:
    return type(value) is int and 0 <= value <= LARGEST_NUMBER


def _number(value: object) -> bool:
    return type(value) is int and 0 < value <= LARGEST_NUMBER


def _language(value: object) -> bool:
    return isinstance(value, str) and is_code(value)


def _moment(value: object) -> bool:
    return isinstance(value, str) and _parses(value, lambda text: datetime.fromisoformat(text).utcoffset() is not None)


def _date(value: object) -> bool:
    return isinstance(value, str) and _parses(value, lambda text: bool(PublicationDate.parse(text)))


def _parses(text: str, parse: Callable[[str], bool]) -> bool:
    try:
        return parse(text)
    except (ValueError, OverflowError):
        return False


def _passage(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() - _PASSAGE.keys():
        return False
    return all(is_right(value.get(name, _MISSING)) for name, is_right in _PASSAGE.items())


def _paragraph(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and value[0] in ("heading", "body") and _text(value[1])


def _additions(value: object) -> bool:
    if not isinstance(value, dict):
        return value is _MISSING
    return all(one.isascii() and one.isdecimal() and len(one) <= 15 and _moment(at) for one, at in value.items())


def _or_none(is_right: _Check) -> _Check:
    return lambda value: value is None or is_right(value)


def _each(is_right: _Check) -> _Check:
    return lambda value: isinstance(value, list) and all(map(is_right, value))


def _one_of(*words: str) -> _Check:
    return lambda value: isinstance(value, str) and value in words


_PASSAGE: Mapping[str, _Check] = {
    "article": _text,
    "start": _size,
    "end": _size,
    "text": _text,
    "before": _text,
    "after": _text,
}
_CORRECTIONS: dict[str, dict[str, _Check]] = {
    "claim": {
        "article": _number,
        "anchor": _passage,
        "action": _one_of("confirm", "change", "reject", "add"),
        **dict.fromkeys(("cue", "source", "content"), _or_none(_passage)),
        **dict.fromkeys(("source_name", "source_kind", "certainty", "polarity"), _or_none(_text)),
    },
    "link": {
        "article": _number,
        "other": _number,
        "left": _passage,
        "right": _passage,
        "action": _one_of("reject", "change", "add"),
        "relation": _or_none(_text),
    },
    "source": {
        "names": lambda value: isinstance(value, list) and len(value) == 2 and all(map(_text, value)),
        "are_same": _truth,
    },
}
FIELDS: dict[str, dict[str, _Check]] = {
    "articles": {
        "title": _text,
        **dict.fromkeys(("outlet", "url", "source"), _or_none(_text)),
        "language": _language,
        "published": _or_none(_date),
        "added": _moment,
        "unread": _truth,
        "state": _one_of(*get_args(State)),
        "tags": _each(_text),
        "words": _size,
        "digest": _text,
    },
    "texts": {"title": _text, "language": _language, "paragraphs": _each(_paragraph)},
    "dossiers": {
        "name": _text,
        "articles": _each(_number),
        "created": _or_none(_moment),
        "looked": _or_none(_moment),
        "put": _additions,
    },
    "notes": {
        "text": _text,
        **dict.fromkeys(("article", "dossier"), _or_none(_number)),
        "passage": _or_none(_passage),
        "claim": _or_none(_text),
        "tags": _each(_text),
        **dict.fromkeys(("created", "changed"), _or_none(_moment)),
    },
    "corrections": {
        "kind": _one_of(*_CORRECTIONS),
        "at": _moment,
        **dict.fromkeys(("article", "other"), _or_none(_number)),
    },
    "grades": {
        **dict.fromkeys(("subject", "grade", "comment"), _text),
        "article": _or_none(_number),
        "at": _or_none(_moment),
    },
    "settings": {"name": _text, "value": _text},
}
"""By table, the check of each field."""
