"""The library as a whole: settings, cache and what is imported."""

import subprocess
import sys
from pathlib import Path

import pytest

import store
from store import Library


def test_every_name_of_the_package_is_loaded_when_it_is_used() -> None:
    for name in store.__all__:
        assert getattr(store, name) is not None
    assert store.Library is Library
    with pytest.raises(AttributeError, match="nothing"):
        _ = store.nothing


def test_settings_and_caches_are_kept(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.settings.set("engine", "a")
        library.settings.set("engine", "b")
        library.cache.put("claims", "1", b"\x00")
    with Library.open(tmp_path) as library:
        assert library.settings.get("engine") == "b"
        assert library.settings.get("none", "default") == "default"
        assert library.cache.get("claims", "1") == b"\x00"


def test_importing_the_store_loads_no_database() -> None:
    code = "import store, sys; print([m for m in ('sqlite3', 'tinydb', 'store.library') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
