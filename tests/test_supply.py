"""What development installs: pinned with hashes, in step with pyproject.toml, and under licences that may be used."""

import re
import tomllib
from importlib.metadata import PackageMetadata, PackageNotFoundError, metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
_PIN = re.compile(r"^(\S+)==([^\s;]+)(?: ;[^\\\n]*)? \\(?=\n {4}--hash=sha256:[0-9a-f]{64})", re.MULTILINE)
PINS = _PIN.findall(LOCK)
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ASKED = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
REFUSED = re.compile(r"\b(A?GPL|Affero|GNU General Public)", re.IGNORECASE)
LESSER = re.compile(r"\bLGPL|Lesser General Public|Library or Lesser", re.IGNORECASE)


def test_every_line_of_the_lock_is_a_pin_with_hashes() -> None:
    assert len(PINS) == len(re.findall(r"^\S", LOCK, re.MULTILINE)) > 40
    assert not re.search(r"https?:", LOCK)


@pytest.mark.parametrize("asked", ASKED, ids=lambda line: re.split(r"[<>=;]", line)[0])
def test_the_lock_has_what_the_project_asks_for(asked: str) -> None:
    requirement = Requirement(asked)
    versions = [Version(version) for name, version in PINS if name == canonicalize_name(requirement.name)]
    assert versions
    assert all(version in requirement.specifier for version in versions)


@pytest.mark.parametrize("name", sorted({name for name, _ in PINS}))
def test_no_package_has_a_licence_that_binds_its_users(name: str) -> None:
    try:
        found = metadata(name)
    except PackageNotFoundError:
        pytest.skip("for another platform or Python")
    said = licence(found)
    assert said, "says nothing of its licence"
    assert LESSER.search(said) or not REFUSED.search(said), said


def licence(found: PackageMetadata) -> str:
    """What a package says of its licence, in its metadata's fields and classifiers."""
    classifiers = [line for line in found.get_all("Classifier") or [] if line.startswith("License ::")]
    fields = [(found[name] or "")[:200] for name in ("License-Expression", "License") if name in found]
    return "\n".join([*fields[:1], *classifiers]).strip()


@pytest.mark.parametrize(
    ("said", "refused"),
    [
        ("GPL-3.0-only", True),
        ("AGPL-3.0", True),
        ("License :: OSI Approved :: GNU General Public License (GPL)", True),
        ("MIT", False),
        ("MPL-2.0", False),
    ],
)
def test_which_licences_are_refused(said: str, refused: bool) -> None:
    assert bool(REFUSED.search(said)) is refused
