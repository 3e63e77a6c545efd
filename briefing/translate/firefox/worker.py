"""The process that runs a model: a JSON line with a text in, a JSON line with its translation out.

It stands alone because a model file can take the whole process down. `python -m briefing.translate.firefox.worker MODEL SRC TRG [LEX]`.
"""

import json
import sys
from pathlib import Path
from typing import TextIO


def main(paths: list[str], given: TextIO, out: TextIO) -> int:
    """Answer each line until there are no more; the first line out says whether the model could be loaded."""
    from fxtranslate import Translator

    try:
        engine = Translator(*(Path(path).read_bytes() for path in paths))
    except (ValueError, OSError) as error:
        say(out, {"error": str(error)[:200]})
        return 1
    say(out, {"ready": True})
    for line in given:
        try:
            say(out, {"text": engine.translate_long(json.loads(line)["text"])})
        except ValueError as error:
            say(out, {"error": str(error)[:200]})
    return 0


def say(out: TextIO, row: dict[str, object]) -> None:
    """Write a row at once; ASCII, so that no encoding of a pipe can spoil it."""
    out.write(json.dumps(row) + "\n")
    out.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], sys.stdin, sys.stdout))
