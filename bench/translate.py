"""How well and how fast the literal translator translates: BLEU and chrF2 on parallel sentences, known words, words a second.

The scores need sacrebleu (`pip install sacrebleu`), which the project itself does not use.
"""

import argparse
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefing.article import Language
from briefing.language.dictionary import dictionary
from briefing.translate.literal import LiteralTranslator
from briefing.translate.literal.freedict import FOLDERS


def measure(
    engine: LiteralTranslator, source: list[str], reference: list[str], from_: Language, to: Language, *, show: int
) -> None:
    """Translate and print the figures of one direction."""
    engine.translate(["Een." if from_ == "nl" else "One."], from_, to)
    start = time.process_time()
    done = engine.translated(source, from_, to)
    seconds = time.process_time() - start
    words = sum(len(text.split()) for text in source)
    known = sum(one.known for one in done) / max(1, sum(one.words for one in done))
    print(
        f"{from_} -> {to}: {len(source)} sentences, {known:.1%} of the words known, {words / seconds:,.0f} words a second"
    )
    if find_spec("sacrebleu"):
        metrics: Any = import_module("sacrebleu.metrics")
        texts = [one.text for one in done]
        bleu, chrf = metrics.BLEU().corpus_score(texts, [reference]), metrics.CHRF().corpus_score(texts, [reference])
        print(f"{from_} -> {to}: BLEU {bleu.score:.1f}, chrF2 {chrf.score:.1f}")
    else:
        print("no scores: sacrebleu is not installed")
    for text, one, other in list(zip(source, done, reference, strict=True))[:show]:
        print(f"\n  {text}\n> {one.text}\n= {other}")


def main() -> None:
    """Read the files and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nl", type=Path)
    parser.add_argument("en", type=Path)
    parser.add_argument("--direction", choices=("nl-en", "en-nl", "both"), default="both")
    parser.add_argument("--show", type=int, default=0, help="print the first sentences")
    parser.add_argument("--freedict", action="store_true", help="ask the system's FreeDict dictionaries too")
    chosen = parser.parse_args()
    engine = LiteralTranslator(freedict=FOLDERS if chosen.freedict else ())
    used = "used too" if "+freedict" in engine.version else "not there" if chosen.freedict else "not used"
    print(f"the engine: {engine.version}; FreeDict dictionaries: {used}")
    start = time.process_time()
    count = len(dictionary().entries)
    print(f"the dictionary: {count:,} entries, loaded in {(time.process_time() - start) * 1000:.0f} ms")
    dutch, english = (path.read_text(encoding="utf-8").splitlines() for path in (chosen.nl, chosen.en))
    if chosen.direction != "en-nl":
        measure(engine, dutch, english, "nl", "en", show=chosen.show)
    if chosen.direction != "nl-en":
        measure(engine, english, dutch, "en", "nl", show=chosen.show)


if __name__ == "__main__":
    main()
