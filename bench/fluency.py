"""Learns the counts of a language's fluency model from the sentences of Universal Dependencies treebanks.

python -m bench.fluency en TREEBANK.conllu... --write briefing/language/en/fluency.gz
"""

import argparse
import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from briefing.language.fluency import counted, units, written
from briefing.language.lexicon import lexicon
from briefing.language.tagger import tagger
from briefing.language.tags import Tag
from briefing.language.tokens import Tokens, tokens_of

_KEPT = 0.00015
"""Share of all tokens from which a word counts as itself."""
_LEAST = 2
"""Times a run of three must have been seen to be kept."""


def tagged(paths: list[Path], language: str) -> Iterator[tuple[Tokens, list[Tag]]]:
    """The sentences of treebanks, cut and tagged as the program does it."""
    found = tagger(language)
    if found is None:
        raise SystemExit(f"{language} has no tagger")
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# text = "):
                tokens = tokens_of(line[9:], lexicon(language).abbreviations)
                yield tokens, found.tags(tokens)


def main() -> None:
    """Read the treebanks and write the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language")
    parser.add_argument("treebanks", type=Path, nargs="+")
    parser.add_argument("--write", type=Path, required=True)
    chosen = parser.parse_args()
    sentences = list(tagged(chosen.treebanks, chosen.language))
    words = Counter(word for tokens, _ in sentences for word in tokens.lower)
    kept = frozenset(word for word, times in words.items() if times >= _KEPT * words.total() and word.isalpha())
    grams = counted(units(tokens, tags, kept) for tokens, tags in sentences)
    frequent = Counter({gram: times for gram, times in grams.items() if len(gram) < 3 or times >= _LEAST})
    with gzip.GzipFile(chosen.write, "wb", mtime=0) as packed:
        packed.writelines(line.encode() for line in written(kept, frequent))
    print(
        f"{len(sentences):,} sentences, {len(kept)} words kept, {len(frequent):,} runs, {chosen.write.stat().st_size:,} bytes"
    )


if __name__ == "__main__":
    main()
