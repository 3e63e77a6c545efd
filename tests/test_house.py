"""The house keeps its promises: who imports whom, what a start loads, and that no word bypasses the catalogues."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from store import Library

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


READING = {
    "article",
    "attachments",
    "backup",
    "cached",
    "claim_corrections",
    "close",
    "count",
    "dossier",
    "dossiers",
    "draft",
    "export_lines",
    "fingerprints",
    "grades",
    "ids",
    "index_progress",
    "link_corrections",
    "note",
    "notes",
    "open",
    "record",
    "records",
    "records_of",
    "search",
    "setting",
    "statistics",
    "subscribe",
    "check",
}
"""The methods of the library that write nothing that another program could make them wait for."""


def written_past_the_queue(source: str) -> list[str]:
    """The calls of writing methods on a library that was not handed over by the thread of the changes, by their names.

    It hands the library to a function or a lambda as its argument `library`.
    """
    methods = {name for name in dir(Library) if not name.startswith("_")}
    assert methods >= READING
    writing = methods - READING
    found: list[str] = []

    def look(node: ast.AST, handed: bool) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            handed = handed or any(argument.arg == "library" for argument in node.args.args)
        if isinstance(node, ast.Attribute) and node.attr in writing:
            owner = node.value
            named = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
            if named == "library" and not (handed and isinstance(owner, ast.Name)):
                found.append(node.attr)
        for child in ast.iter_child_nodes(node):
            look(child, handed)

    look(ast.parse(source), False)
    return found


def test_no_screen_changes_the_library_on_the_loop_of_the_interface() -> None:
    paths = [
        ROOT / "tui" / "app.py",
        *(ROOT / "tui" / "screens").glob("*.py"),
        *(ROOT / "tui" / "widgets").glob("*.py"),
    ]
    found = {
        str(path.relative_to(ROOT)): calls
        for path in paths
        if (calls := written_past_the_queue(path.read_text("utf-8")))
    }
    assert not found


def test_a_change_past_the_queue_would_be_seen() -> None:
    assert written_past_the_queue("self.briefing.library.trash(id)") == ["trash"]
    assert written_past_the_queue("library = self.briefing.library\nact(library.trash)") == ["trash"]
    assert not written_past_the_queue("self.write(lambda library: library.trash(id), then)")
    assert not written_past_the_queue("self.briefing.library.article(id)")
