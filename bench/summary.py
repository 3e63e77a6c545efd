"""Summaries beside simple and well-known ways to make them, against summaries that people wrote, and the time they take.

Run as `python -m bench.summary [FILE...] [--sentences N] [--words N]`. A FILE holds JSON lines, one set each:
`{"articles": [{"text": ..., "published": "2022-05-03"}], "summaries": ["..."]}`; a set of one article may give its `text` alone.
Every way gets as many sentences as ours chose, or N, and is cut after N words where that is asked. ROUGE is F1 over lower-case
words (Lin, 2004), the mean over the human summaries of a set and over the sets. TextRank and LexRank are those of sumy, where that
is installed. The oracle picks greedily with the human summaries at hand: no way of choosing whole sentences does much better.
"""

import argparse
import importlib.util
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from briefing.article import Article, PublicationDate
from briefing.ingest.text import article_of
from briefing.language.sentences import sentences_of
from briefing.summary import summarise

SAMPLES = Path(__file__).parent / "samples" / "summaries.jsonl"
_WORD = re.compile(r"\w+")


class Set(NamedTuple):
    """The articles about one event, oldest first where dates are known, and what people wrote as their summary."""

    articles: tuple[Article, ...]
    summaries: tuple[str, ...]


Way = Callable[[Set, int], list[str]]


def sets_in(path: Path) -> Iterator[Set]:
    """The sets of a file of JSON lines."""
    for number, line in enumerate(filter(str.strip, path.read_text(encoding="utf-8").splitlines())):
        row = json.loads(line)
        parts = row.get("articles") or [{"text": row["text"]}]
        articles = [_article(part, f"{number}-{place}") for place, part in enumerate(parts)]
        articles.sort(key=lambda article: article.published.isoformat() if article.published else "")
        summaries = row.get("summaries") or [row["summary"]]
        yield Set(tuple(articles), tuple(" ".join(one) if isinstance(one, list) else one for one in summaries))


def _article(part: dict[str, Any], name: str) -> Article:
    article = article_of(part["text"], name=name, language=part.get("language"))
    dated = PublicationDate.parse(part["published"]) if part.get("published") else article.published
    return replace(article, id=name, published=dated)


def sentences(one: Set) -> list[str]:
    """All sentences of the set in order."""
    return [
        sentence.text
        for article in one.articles
        for sentence in sentences_of(article)
        if article.paragraphs[sentence.paragraph].kind == "body"
    ]


def ours(one: Set, count: int) -> list[str]:
    """What the product chooses."""
    return [sentence.text for sentence in summarise(one.articles, sentences=count or None).sentences]


def lead(one: Set, count: int) -> list[str]:
    """The first sentences: of several articles in turn, the newest first."""
    if len(one.articles) == 1:
        return sentences(one)[:count]
    rows = [sentences(one._replace(articles=(article,))) for article in reversed(one.articles)]
    turns = [row[place] for place in range(count) for row in rows if place < len(row)]
    return turns[:count]


def last(one: Set, count: int) -> list[str]:
    """The last sentences."""
    return sentences(one)[-count:]


def oracle(one: Set, count: int) -> list[str]:
    """What the human summaries themselves would choose."""
    open_, chosen = sentences(one), list[str]()
    while open_ and len(chosen) < count:
        best = max(open_, key=lambda text: sum(sum(rouge([*chosen, text], ref)[:2]) for ref in one.summaries))
        open_.remove(best)
        chosen.append(best)
    return chosen


def sumy_way(name: str) -> Way:
    """TextRank or LexRank of sumy, given our sentences and words."""
    from importlib import import_module

    dom = import_module("sumy.models.dom")

    class Words:
        def to_words(self, text: str) -> tuple[str, ...]:
            return tuple(_WORD.findall(text.lower()))

    module, kind = {"textrank": ("text_rank", "TextRankSummarizer"), "lexrank": ("lex_rank", "LexRankSummarizer")}[name]
    summarizer = getattr(import_module(f"sumy.summarizers.{module}"), kind)()

    def way(one: Set, count: int) -> list[str]:
        known = [dom.Sentence(text, Words()) for text in sentences(one) if _WORD.search(text)]
        return [str(found) for found in summarizer(dom.ObjectDocumentModel([dom.Paragraph(known)]), count)]

    return way


def rouge(texts: Sequence[str], reference: str) -> tuple[float, float, float]:
    """ROUGE-1, ROUGE-2 and ROUGE-L, F1 in 0..1."""
    words, wanted = _WORD.findall(" ".join(texts).lower()), _WORD.findall(reference.lower())
    return (*(_overlap(_runs(words, n), _runs(wanted, n)) for n in (1, 2)), _longest(words, wanted))  # type: ignore[return-value]


def _runs(words: Sequence[str], length: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[at : at + length]) for at in range(len(words) - length + 1))


def _overlap(given: Counter[tuple[str, ...]], wanted: Counter[tuple[str, ...]]) -> float:
    return _f1((given & wanted).total(), given.total(), wanted.total())


def _longest(given: Sequence[str], wanted: Sequence[str]) -> float:
    row = [0] * (len(wanted) + 1)
    for word in given:
        before = 0
        for at, other in enumerate(wanted):
            before, row[at + 1] = row[at + 1], before + 1 if word == other else max(row[at + 1], row[at])
    return _f1(row[-1], len(given), len(wanted))


def _f1(shared: int, given: int, wanted: int) -> float:
    return 2 * shared / (given + wanted) if shared else 0.0


def cut(texts: Iterable[str], words: int) -> list[str]:
    """The texts up to so many words; 0 leaves them whole."""
    given = list(texts)
    return [" ".join(" ".join(given).split()[:words])] if words else given


def measured(sets: Sequence[Set], way: Way, counts: Sequence[int], words: int) -> tuple[float, ...]:
    """ROUGE-1, -2 and -L in 0..100, words a summary, and milliseconds a set."""
    scores, lengths = [0.0, 0.0, 0.0], 0
    begun = time.perf_counter()
    made = [way(one, count) for one, count in zip(sets, counts, strict=True)]
    seconds = time.perf_counter() - begun
    for one, texts in zip(sets, made, strict=True):
        shown = cut(texts, words)
        lengths += sum(len(text.split()) for text in shown)
        for reference in one.summaries:
            for at, score in enumerate(rouge(shown, reference)):
                scores[at] += 100 * score / len(one.summaries) / len(sets)
    return (*scores, lengths / len(sets), 1000 * seconds / len(sets))


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="*", type=Path, default=[SAMPLES])
    parser.add_argument("--sentences", type=int, default=0)
    parser.add_argument("--words", type=int, default=0)
    asked = parser.parse_args()
    ways: dict[str, Way] = {"ours": ours, "lead": lead, "last": last}
    if all(importlib.util.find_spec(name) for name in ("sumy", "numpy")):
        ways |= {"textrank": sumy_way("textrank"), "lexrank": sumy_way("lexrank")}
    else:
        print("sumy and numpy are not installed: no TextRank, no LexRank")
    ways["oracle"] = oracle
    long = dossier(list(sets_in(SAMPLES)))
    print(f"a dossier of {len(long)} articles, {sum(one.words for one in long)} words: {_timed(long)}")
    for path in asked.file:
        sets = list(sets_in(path))
        counts = [asked.sentences or _count(one) for one in sets]
        print(f"{path.name}: {len(sets)} sets, {sum(len(one.articles) for one in sets)} articles")
        print(f"{'':10}{'R-1':>7}{'R-2':>7}{'R-L':>7}{'words':>7}{'ms':>8}")
        for name, way in ways.items():
            found = measured(sets, way, counts, asked.words)
            print(f"{name:10}" + "".join(f"{value:7.1f}" for value in found[:4]) + f"{found[4]:8.1f}")


def dossier(sets: Sequence[Set], size: int = 10, parts: int = 5) -> list[Article]:
    """As many long articles as asked for, each put together of several of the sets."""
    articles = [article for one in sets for article in one.articles]
    joined = []
    for place in range(size):
        texts = [articles[(place + more) % len(articles)].text for more in range(parts)]
        article = article_of("\n\n".join(texts), name="", language=articles[place % len(articles)].language)
        joined.append(replace(article, id=str(place)))
    return joined


def _timed(articles: Sequence[Article]) -> str:
    """Seconds of processor time for a summary of the articles: the first time, with the word lists read, and after that."""
    taken = []
    for _ in range(4):
        begun = time.process_time()
        summarise(articles)
        taken.append(time.process_time() - begun)
    return f"{taken[0]:.2f} s the first time, {min(taken):.2f} s after that"


def _count(one: Set) -> int:
    """How many sentences ours chooses by itself, those counted that stand together."""
    return sum(len(sentences_of(_as_article(sentence.text, one))) for sentence in summarise(one.articles).sentences)


def _as_article(text: str, one: Set) -> Article:
    return article_of(text, name="", language=one.articles[0].language)


if __name__ == "__main__":
    main()
