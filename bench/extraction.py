"""The reports found in web pages, beside trafilatura alone, on the pages that trafilatura is evaluated on.

    python -m bench.extraction FOLDER [--language nl]

FOLDER is `tests/` of the public repository adbar/trafilatura: `evaldata.json` and the pages in `eval/`. For each page it lists
segments that must be in the text and others that must not. Precision, recall and F1 are over all segments, as theirs are; a title
is right where its letters and digits are those listed, a date where its day is.
"""

import argparse
import json
import logging
from collections import Counter
from pathlib import Path

from briefing.article import Article
from briefing.ingest.page import read_page
from briefing.message import BriefingError


def read(path: Path, url: str) -> Article | None:
    """The article in a page; `None` where none is found."""
    try:
        return read_page(path.read_bytes(), name=url, url=url)
    except BriefingError:
        return None


def count(found: Counter[str], text: str, wanted: list[str], unwanted: list[str]) -> None:
    """Count the segments that stand in a text."""
    found["tp"] += sum(segment in text for segment in wanted)
    found["fn"] += sum(segment not in text for segment in wanted)
    found["fp"] += sum(segment in text for segment in unwanted)


def _letters(text: str) -> str:
    """The letters and digits in lower case."""
    return "".join(filter(str.isalnum, text)).casefold()


def scores(found: Counter[str]) -> str:
    """Precision, recall and F1."""
    precision = found["tp"] / max(1, found["tp"] + found["fp"])
    recall = found["tp"] / max(1, found["tp"] + found["fn"])
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def main() -> None:
    """Measure."""
    import trafilatura

    logging.disable(logging.CRITICAL)
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", help="only pages in this language")
    given = parser.parse_args()
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for url, expected in json.loads((given.folder / "evaldata.json").read_text("utf-8")).items():
        path = given.folder / "eval" / expected["file"]
        if not path.is_file():
            continue
        article = read(path, url)
        if given.language and (article is None or article.language != given.language):
            continue
        known["pages"] += 1
        wanted, unwanted = expected.get("with", []), expected.get("without", [])
        count(ours, " ".join(article.text.split()) if article else "", wanted, unwanted)
        alone = trafilatura.extract(path.read_bytes(), url=url, include_comments=False) or ""
        count(theirs, " ".join(alone.split()), wanted, unwanted)
        for field, value in (("title", article and article.title), ("date", article and article.published)):
            if expected.get(field):
                known[f"{field}s"] += 1
                given_value = str(value or "")[: 10 if field == "date" else None]
                known[f"{field} right"] += _letters(given_value) == _letters(expected[field])
    print(f"{known['pages']} pages\nours         {scores(ours)}\ntrafilatura  {scores(theirs)}")
    for field in ("title", "date"):
        print(f"{field} right: {known[f'{field} right']} of {known[f'{field}s']}")


if __name__ == "__main__":
    main()
