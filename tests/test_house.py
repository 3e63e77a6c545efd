"""The house keeps its promises: who imports whom, what a start loads, and that no word bypasses the catalogues."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from store.articles import Articles
from store.corrections import LibraryCorrections
from store.dossiers import Dossiers
from store.exchange import Exchange
from store.full_text import FullText
from store.grades import Grades
from store.library_settings import Drafts, LibrarySettings
from store.maintenance import Maintenance
from store.notes import Notes

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
    assert not loaded & ({"textual", "tinydb", "sqlite3", "locales", "store", "analysis", "tui"} | NETWORK)


def test_the_analysis_loads_no_screen_no_catalogue_and_no_network() -> None:
    modules = [path.stem for path in (ROOT / "analysis").glob("[a-z]*.py")]
    loaded = modules_after("import " + ", ".join(f"analysis.{module}" for module in modules))
    assert "analysis.briefings" in loaded
    assert not loaded & ({"textual", "locales", "tui"} | NETWORK)


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
    "articles": {
        "attachments",
        "changed_since",
        "count",
        "fingerprints",
        "get",
        "ids",
        "record",
        "records",
        "records_of",
        "urls",
    },
    "corrections": {"of_claims", "of_links"},
    "dossiers": {"all", "get"},
    "drafts": {"get"},
    "exchange": {"export_lines"},
    "full_text": {"search"},
    "grades": {"of_claims", "of_sources"},
    "maintenance": {"backup", "check", "index_progress", "statistics"},
    "notes": {"find", "get"},
    "settings": {"get"},
}
"""By part of the library, the methods that no other program can delay: they write nothing."""
PARTS = (
    Articles,
    LibraryCorrections,
    Dossiers,
    Drafts,
    Exchange,
    FullText,
    Grades,
    Maintenance,
    Notes,
    LibrarySettings,
)
"""The classes of these parts, in the same order."""


def writing_methods() -> set[tuple[str, str]]:
    """The writing methods of the library, each with its part; those of the library itself belong to `library`."""
    writing = {("library", "transaction"), ("library", "undo")}
    for (name, reading), part in zip(READING.items(), PARTS, strict=True):
        methods = {method for method in dir(part) if not method.startswith("_")}
        assert methods >= reading
        writing |= {(name, method) for method in methods - reading}
    return writing


def written_past_the_queue(source: str) -> list[str]:
    """The writing methods that are used on a library which the writer thread did not pass to a function as `library`."""
    writing = writing_methods()
    found: list[str] = []

    def look(node: ast.AST, handed: bool) -> None:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            handed = handed or any(argument.arg == "library" for argument in node.args.args)
        if isinstance(node, ast.Attribute) and (name_of(node.value), node.attr) in writing:
            owner = node.value if name_of(node.value) == "library" else getattr(node.value, "value", node.value)
            if name_of(owner) == "library" and not (handed and isinstance(owner, ast.Name)):
                found.append(node.attr)
        for child in ast.iter_child_nodes(node):
            look(child, handed)

    look(ast.parse(source), False)
    return found


def name_of(node: ast.AST) -> str:
    """The last name of an expression: `trash` of `library.articles.trash`."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_no_screen_changes_the_library_on_the_loop_of_the_interface() -> None:
    paths = [
        ROOT / "tui" / "app.py",
        *(ROOT / "tui" / "screens").rglob("*.py"),
        *(ROOT / "tui" / "widgets").rglob("*.py"),
    ]
    found = {
        str(path.relative_to(ROOT)): calls
        for path in paths
        if (calls := written_past_the_queue(path.read_text("utf-8")))
    }
    assert not found


def test_a_change_past_the_queue_would_be_seen() -> None:
    assert written_past_the_queue("self.briefing.library.articles.trash(id)") == ["trash"]
    assert written_past_the_queue("self.briefing.library.undo()") == ["undo"]
    assert written_past_the_queue("library = self.briefing.library\nact(library.articles.trash)") == ["trash"]
    assert not written_past_the_queue("self.write(lambda library: library.articles.trash(id), then)")
    assert not written_past_the_queue("self.briefing.library.articles.get(id)")
