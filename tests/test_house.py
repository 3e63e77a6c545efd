"""The house keeps its promises: who imports whom, what a start loads, and that no word bypasses the catalogues."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NETWORK = {"http.client", "urllib.request", "ssl", "socket", "asyncio"}


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(done.stdout.splitlines()[-1].split())


def test_the_domain_and_the_export_load_no_screen_no_database_no_network() -> None:
    loaded = modules_after(
        "import briefing, briefing.claims, briefing.compare, briefing.summary, briefing.export.markdown, briefing.export.json"
    )
    assert "briefing.export.markdown" in loaded
    assert not loaded & ({"textual", "tinydb", "sqlite3", "locales", "store", "tui"} | NETWORK)


@pytest.mark.parametrize("arguments", [["--help"], ["list"], ["claims", "--help"]])
def test_a_command_loads_no_textual(arguments: list[str], tmp_path: Path) -> None:
    code = f"""
from tui.cli import main
try:
    main(["--library", {str(tmp_path)!r}] + {arguments!r})
except SystemExit:
    pass
"""
    loaded = modules_after(code)
    assert "tui.cli" in loaded
    assert not {name for name in loaded if name.split(".")[0] in {"textual", "rich"}}


def shown_without_catalogue(source: str) -> list[str]:
    """Texts with letters that are handed to a widget, a notification or standard output as they stand."""
    showing = {
        "Label",
        "Static",
        "notify",
        "print",
        "Button",
        "set_title",
        "Tab",
        "TabPane",
        "Option",
        "Input",
        "Content",
        "add_column",
    }
    texts = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = (
            node.func.attr
            if isinstance(node.func, ast.Attribute)
            else node.func.id
            if isinstance(node.func, ast.Name)
            else ""
        )
        named = [
            word.value
            for word in node.keywords
            if word.arg in {"help", "description", "placeholder", "title", "tooltip", "label"}
        ]
        for value in [*(node.args[:1] if name in showing else []), *named]:
            parts = value.values if isinstance(value, ast.JoinedStr) else [value]
            constants = [part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str)]
            texts += [text for text in constants if sum(map(str.isalpha, text)) > 2]
    return texts


def test_no_text_of_the_interface_bypasses_the_catalogue() -> None:
    found = {
        str(path.relative_to(ROOT)): texts
        for path in (ROOT / "tui").rglob("*.py")
        if (texts := shown_without_catalogue(path.read_text(encoding="utf-8")))
    }
    assert not found


def test_no_message_hides_in_an_f_string_where_babel_does_not_look() -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "tui").rglob("*.py")
        for joined in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for call in ast.walk(joined)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"}
        if isinstance(call.args[0], ast.Constant)
    ]
    assert not hidden


def test_a_bypassing_text_would_be_seen() -> None:
    assert shown_without_catalogue('Label("Hello there")') == ["Hello there"]
    assert shown_without_catalogue('parser.add_argument("-x", help="do it")') == ["do it"]
    assert not shown_without_catalogue('Label(_("Hello there"))')
