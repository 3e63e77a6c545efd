"""Tests that read the folder `shared` beside the checkout; elsewhere they are skipped, and say why."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if SHARED.is_dir():
        return
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"needs the folder {SHARED.name} beside the checkout"))


@pytest.fixture
def shared() -> Path:
    return SHARED
