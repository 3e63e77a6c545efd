"""Choosing a word class for each word of a sentence: the cheapest path by costs of neighbours that are written by hand."""

from collections.abc import Mapping, Sequence

DEFAULT = 2.0


def costs(text: str) -> dict[tuple[str, str], float]:
    """The costs of neighbours from lines such as `D N0 A.2 V5`: after D, N costs 0, A 0.2, V 5."""
    table: dict[tuple[str, str], float] = {}
    for line in text.strip().splitlines():
        first, *rest = line.split()
        for item in rest:
            table[first, item[0]] = float(item[1:])
    return table


def cheapest(options: Sequence[Mapping[str, float]], neighbours: Mapping[tuple[str, str], float]) -> list[str]:
    """One class for each word, given each word's possible classes with their own cost (Viterbi)."""
    steps: list[dict[str, str]] = []
    scores: dict[str, float] = {"X": 0.0}
    for possible in options:
        here: dict[str, float] = {}
        back: dict[str, str] = {}
        for sort, own in possible.items():
            best, chosen = min((score + neighbours.get((last, sort), DEFAULT), last) for last, score in scores.items())
            here[sort] = best + own
            back[sort] = chosen
        scores = here
        steps.append(back)
    if not steps:
        return []
    sort = min(scores, key=lambda s: (scores[s], s))
    path = [sort]
    for back in reversed(steps[1:]):
        sort = back[sort]
        path.append(sort)
    return path[::-1]
