"""What the documents say holds: their commands are understood, their links lead somewhere, their keys are real."""

import re
import shlex
from pathlib import Path

import pytest

from tui.cli.commands import COMMANDS
from tui.cli.entry import understood

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def commands_in(document: str) -> list[str]:
    """The calls of `briefing` in the code blocks of a document, without what a comment or a pipe adds."""
    blocks = re.findall(r"```sh\n(.*?)```", document, re.DOTALL)
    lines = (line.split("#")[0].split("|")[0].strip() for block in blocks for line in block.splitlines())
    return [line for line in lines if re.match(r"(\.venv/bin/)?briefing\b", line)]


CALLS = [(path.name, line) for path in DOCUMENTS for line in commands_in(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("document", "line"), CALLS)
def test_a_command_in_a_document_is_understood(document: str, line: str) -> None:
    words = shlex.split(line)[1:]
    if "--help" in words:
        return
    arguments, run = understood(words)
    assert callable(run), document
    assert arguments


def test_the_documents_show_commands() -> None:
    assert {"guide.md", "README.md"} <= {document for document, _ in CALLS}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_a_link_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_every_command_is_in_the_guide() -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"briefing {name}" not in guide] == []


def test_every_dependency_is_explained() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    reasons = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    named = re.findall(r'^    "([a-z0-9-]+)(?:\[[a-z]+\])?[><=]', project, re.MULTILINE)
    assert len(named) > 5
    assert [name for name in named if name not in reasons] == []
