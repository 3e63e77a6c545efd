"""The limits of the house: how long a file and a function may be, how much a class has, how deep classes stand on each other."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("briefing", "store", "analysis", "tui", "locales")
LONGEST_FILE = 400
LONGEST_FUNCTION = 40
MOST_MEMBERS = 40
MOST_LEVELS = 3
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def sources() -> dict[str, str]:
    """Every module by its path."""
    paths = (path for package in (*PACKAGES, "bench", "tests") for path in sorted((ROOT / package).rglob("*.py")))
    return {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in paths}


@cache
def trees() -> dict[str, ast.Module]:
    return {path: ast.parse(source) for path, source in sources().items()}


def classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def lines_of(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def long_functions(tree: ast.Module) -> list[str]:
    found = (node for node in ast.walk(tree) if isinstance(node, Function))
    return [node.name for node in found if lines_of(node) > LONGEST_FUNCTION]


def members(node: ast.ClassDef) -> set[str]:
    """The methods, the fields, and the attributes that a method sets on `self`."""
    names = {part.name for part in node.body if isinstance(part, Function)}
    names |= {
        part.target.id for part in node.body if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
    }
    assigned = (target for part in node.body if isinstance(part, ast.Assign) for target in part.targets)
    names |= {target.id for target in assigned if isinstance(target, ast.Name)}
    stored = (part for part in ast.walk(node) if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store))
    return names | {part.attr for part in stored if isinstance(part.value, ast.Name) and part.value.id == "self"}


def level(name: str, bases: dict[str, tuple[str, ...]]) -> int:
    """How many classes of our own stand on each other up to this one, itself among them; of others none."""
    return 1 + max((level(base, bases) for base in bases[name]), default=0) if name in bases else 0


def bases_in(modules: dict[str, ast.Module]) -> dict[str, tuple[str, ...]]:
    """The classes with the names of those they inherit from; an error in a test's class of the same name does no harm."""
    return {
        node.name: tuple(base for base in map(base_name, node.bases) if base != node.name)
        for tree in modules.values()
        for node in classes(tree)
    }


def base_name(node: ast.expr) -> str:
    """The name of a base class, of `Screen[None]` or `a.Screen` too."""
    node = node.value if isinstance(node, ast.Subscript) else node
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def raises_not_implemented(tree: ast.Module) -> bool:
    return any(isinstance(node, ast.Name) and node.id == "NotImplementedError" for node in ast.walk(tree))


def test_no_file_is_longer_than_400_lines() -> None:
    assert not {path: lines for path, text in sources().items() if (lines := text.count("\n")) > LONGEST_FILE}


def test_no_function_is_longer_than_40_lines() -> None:
    assert {f"{path}: {name}" for path, tree in trees().items() for name in long_functions(tree)} == set()


def test_no_class_has_more_than_40_members_of_its_own() -> None:
    counted = {node.name: len(members(node)) for tree in trees().values() for node in classes(tree)}
    assert not {name: count for name, count in counted.items() if count > MOST_MEMBERS}


def test_no_class_stands_on_more_than_two_others_of_our_own() -> None:
    bases = bases_in({path: tree for path, tree in trees().items() if path.split("/")[0] in PACKAGES})
    assert not {name: depth for name in bases if (depth := level(name, bases)) > MOST_LEVELS}


def test_no_two_classes_have_one_name() -> None:
    paths = [path for path in trees() if path.split("/")[0] in PACKAGES]
    counted = Counter(node.name.lstrip("_") for path in paths for node in classes(trees()[path]))
    assert not [name for name, count in counted.items() if count > 1]


def test_no_method_is_left_for_a_subclass_to_find_missing() -> None:
    assert not [path for path, tree in trees().items() if raises_not_implemented(tree)]


def nested(source: str) -> dict[str, tuple[str, ...]]:
    return bases_in({"x.py": ast.parse(source)})


def test_what_goes_past_a_limit_would_be_seen() -> None:
    long = "def long():\n" + "    pass\n" * LONGEST_FUNCTION
    assert long_functions(ast.parse(long)) == ["long"]
    assert not long_functions(ast.parse(long.replace("    pass\n", "", 1)))
    (wide,) = classes(ast.parse("class Wide:\n    a: int\n    b = 1\n    def c(self):\n        self.d = self.a\n"))
    assert members(wide) == {"a", "b", "c", "d"}
    assert raises_not_implemented(ast.parse("def hook():\n    raise NotImplementedError"))


@pytest.mark.parametrize(
    ("source", "depth"),
    [
        ("class D(object): pass", 1),
        ("class A(Screen[None]): pass\nclass B(A): pass\nclass C(x.B): pass\nclass D(C[int], Other): pass", 4),
    ],
)
def test_levels_are_counted_through_generic_and_qualified_bases(source: str, depth: int) -> None:
    assert level("D", nested(source)) == depth
