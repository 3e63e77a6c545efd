"""Attribution, hedging and negation measured against human annotation, and the speed beside spaCy.

Run as `python -m bench.claims SHARED [--polnear FOLDER] [--pages N]`: SHARED is the folder that holds `eval/`; FOLDER holds PolNeAR as JSON
lines (`dev.jsonl`, `dev.docs.jsonl`). What is not there is left out of the table and named.
"""

import bisect
import importlib.util
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from briefing.article import Article, Language, Span, laid_out
from briefing.claims import Claim, claims_of

Row = dict[str, Any]
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*")


def rows(path: Path) -> list[Row]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


class Document:
    """A text as an article, with the way back from its offsets to those of the text."""

    def __init__(self, text: str, language: Language) -> None:
        found = [(match.start(), match.group()) for match in _PARAGRAPH.finditer(text)]
        self._places = [place for place, _ in found]
        self.article = Article("1", "", language, laid_out((part, "body") for _, part in found))
        self._starts = [paragraph.start for paragraph in self.article.paragraphs]

    def original(self, span: Span) -> list[int]:
        """The span in the offsets of the text."""
        index = max(0, bisect.bisect_right(self._starts, span.start) - 1)
        shift = self._places[index] - self._starts[index]
        return [span.start + shift, span.end + shift]


def prediction(name: str, document: Document, claim: Claim) -> Row:
    """A claim in the form of the scorer."""
    extents = {"content": claim.content, "cue": claim.cue, "source": claim.source.extent if claim.source else None}
    spans = {
        f"{role}_spans": [document.original(part) for part in extent.parts] if extent else []
        for role, extent in extents.items()
    }
    return {"doc": name, "rule": claim.why.code, **spans}


def predictions(docs: Iterable[Row], language: Language) -> Iterator[Row]:
    """The attributions that the rules find in the documents."""
    for doc in docs:
        document = Document(doc["text"], language)
        for claim in claims_of(document.article):
            if claim.cue:
                yield prediction(doc["doc"], document, claim)


def module_at(path: Path) -> ModuleType:
    """The Python file at the path, loaded."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
