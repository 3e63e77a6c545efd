"""What the documents say holds: their commands are understood, their links lead somewhere, their keys are real."""

import re
import shlex
from pathlib import Path

import pytest

from locales import activate
from tui.actions import ACTIONS, Action, unknown
from tui.cli.commands import COMMANDS
from tui.cli.entry import understood
from tui.key_names import activate_keys, shown, with_keys
from tui.settings import Settings

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


def key_row(action: Action) -> str:
    """The line of an action in the table of keys."""
    keys = " ".join(f"`{shown(key)}`" for key in action.keys.split(","))
    return f"| `{action.id}` | {keys} | {with_keys(action.help)} |"


def test_the_table_of_keys_has_every_action_with_its_keys() -> None:
    activate("en")
    activate_keys({})
    table = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in table if line.startswith("| `")] == [
        key_row(action) for action in ACTIONS.values() if action.listed
    ]


def test_the_settings_in_the_guide_are_read_as_they_stand(tmp_path: Path) -> None:
    guide = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    (written,) = re.findall(r"```toml\n(.*?)```", guide, re.DOTALL)
    path = tmp_path / "settings.toml"
    path.write_text(written, "utf-8")
    settings = Settings.read(path)
    assert settings.language
    assert settings.keymap
    assert not unknown(settings.keymap)
