"""Faulty imports and backups are refused whole, or can be read by everything. The long run: bench/faulty_imports.py."""

import random
from pathlib import Path

from tests.store.mutations import Mutator


def test_faulty_imports_and_backups_are_refused_whole_or_can_be_read(tmp_path: Path) -> None:
    mutator = Mutator(tmp_path)
    outcomes = [
        attempt(random.Random(f"test {at}"))
        for at in range(40)
        for attempt in (mutator.after_import, mutator.after_restore)
    ]
    assert [one for outcome in outcomes for one in outcome.wrong] == []
    assert {outcome.refused for outcome in outcomes} == {True, False}
