"""What the comparison makes of the tables of reports in `verdicts/`, which were written before anybody looked at its answers."""

from pathlib import Path

import pytest

from bench.verdicts import Scores, count, placed, planted
from briefing.compare import compare

TABLES = sorted((Path(__file__).parent / "verdicts").glob("*.txt"))


def scores(table: Path) -> Scores:
    found = Scores()
    for one in planted(table):
        count(found, one, placed(compare(one.left, one.right), one.spans))
    return found


@pytest.mark.parametrize("table", TABLES, ids=[table.stem for table in TABLES])
def test_verdicts_are_mostly_right_and_mostly_given(table: Path) -> None:
    found = scores(table)
    conflicts, same = found.verdicts["conflicts"], found.verdicts["same"]
    assert conflicts.right >= 0.9 * conflicts.given
    assert conflicts.found >= 0.7 * conflicts.due
    assert same.right >= 0.85 * same.given
    assert found.aligned.found >= 0.9 * found.aligned.due
