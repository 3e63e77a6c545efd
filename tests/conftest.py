"""Every test runs in an empty home, in English, without the colour variables and the dictionaries of the machine."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import locales
from briefing.translate.literal import freedict


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for name in list(os.environ):
        # The plug-in for pictures of screens finds its folder by a variable of its own.
        if (
            name != "TEXTUAL_SNAPSHOT_TEMPDIR" and name.startswith(("BRIEFING_", "TEXTUAL", "LC_", "XDG_"))
        ) or name in {"NO_COLOR", "LANGUAGE", "FORCE_COLOR"}:
            monkeypatch.delenv(name)
    home = tmp_path / "home"
    home.mkdir()
    for name, value in {"HOME": str(home), "LANG": "en_GB.UTF-8", "TZ": "UTC", "COLUMNS": "100"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(freedict, "FOLDERS", ())
    locales.activate("en")
    yield
    locales.activate("en")
