"""A kill at any time loses nothing that was acknowledged and causes no fault. The long run: bench/crashes.py."""

from pathlib import Path

import pytest

from tests.store.crashes import after_migration, after_rebuild, after_writes


@pytest.mark.parametrize("statement", [1, 9, 17, 25, 40, 75, 160])
def test_a_kill_at_a_statement_loses_nothing(tmp_path: Path, statement: int) -> None:
    assert after_writes(tmp_path, statement, statement=statement).wrong == []


def test_kills_at_a_random_time_lose_nothing(tmp_path: Path) -> None:
    kills = [after_writes(tmp_path, seed, seconds=0.3 + 0.1 * seed) for seed in range(3)]
    assert [kill.wrong for kill in kills] == [[], [], []]
    assert sum(kill.acknowledged for kill in kills) > 0


@pytest.mark.parametrize("statement", [8, 22, 34, 45, 60])
def test_a_kill_in_a_migration_loses_nothing(tmp_path: Path, statement: int) -> None:
    assert after_migration(tmp_path / "library", statement).wrong == []


@pytest.mark.parametrize("statement", [20, 40, 60, 80, 100])
def test_a_kill_while_the_full_text_is_built_loses_nothing(tmp_path: Path, statement: int) -> None:
    assert after_writes(tmp_path, 1, statement=200).wrong == []
    assert after_rebuild(tmp_path, statement).wrong == []
