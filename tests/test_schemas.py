"""The JSON of every command keeps to its schema in docs/schema."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from tui.cli import main
from tui.cli.commands import COMMANDS

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "schema" / "v1"
SCHEMAS: dict[str, Any] = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")}
REGISTRY: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)
LEFT = 'Brug dicht\n\nDe brug zou woensdag om 12.30 uur zijn ingestort, zegt minister Vos.\n\n"Wij weten niet waarom", aldus Vos.\n'
RIGHT = "Bridge closed\n\nThe bridge collapsed on Wednesday, Reuters reported. Minister Vos said nobody was hurt.\n"
CALLS = [
    ("add", "added", "add {left} {right}"),
    ("list", "list", "list"),
    ("show", "articles", "show 1 2"),
    ("edit", "article", "edit 1 --published 2019-01 --outlet Dagpost"),
    ("search", "search", "search brug"),
    ("claims", "claims", "claims 1 2"),
    ("correct", "corrections", "correct 1 change 1 --source minister --certainty possible"),
    ("compare", "compare", "compare 1 2"),
    ("link", "links", "link 1 2 add 'De brug' 'The bridge'"),
    ("ledger", "ledger", "ledger 1 2"),
    ("ledger", "drift", "ledger 1 2 --view drift"),
    ("ledger", "matrix", "ledger 1 2 --view matrix"),
    ("sources", "sources", "sources 1 2"),
    ("versions", "versions", "versions 1 2"),
    ("sources", "source-judgements", "sources same Reuters 'Reuters TV'"),
    ("summary", "summary", "summary 1 2 --to en"),
    ("translate", "translate", "translate 1 --to en"),
    ("note", "notes", "note add 1 Waarom? --quote Vos --tags vraag"),
    ("dossier", "dossier", "dossier create Brug 1 2"),
    ("dossier", "dossiers", "dossier list"),
    ("dossier", "same-story", "dossier suggest 1"),
    ("export", "briefing", "export 1 2"),
    ("archive", "list", "archive 1"),
    ("remove", "list", "remove 2"),
    ("remove", "removed", "remove 2 --forever"),
    ("library", "library", "library stats"),
    ("library", "library", "library check"),
    ("library", "library", "library undo"),
    ("library", "library", "library compact"),
    ("doctor", "doctor", "doctor"),
    ("models", "models", "models list"),
]


def breaches(schema: str, value: object) -> list[str]:
    validator = Draft202012Validator(SCHEMAS[f"{schema}.json"], registry=REGISTRY)
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(value)]


@pytest.fixture
def call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str], Any]:
    import shlex

    names = {"left": tmp_path / "left.txt", "right": tmp_path / "right.txt"}
    for path, text in zip(names.values(), (LEFT, RIGHT), strict=True):
        path.write_text(text, encoding="utf-8")

    def called(line: str) -> Any:
        words = shlex.split(line.format(**names))
        assert main(["--library", str(tmp_path / "library"), *words, "--format", "json"]) == 0, line
        return json.loads(capsys.readouterr().out)

    return called


def test_the_json_of_every_command_keeps_to_its_schema(call: Callable[[str], Any]) -> None:
    found = {line: breaches(schema, call(line)) for _command, schema, line in CALLS}
    assert {line: wrong for line, wrong in found.items() if wrong} == {}


def test_every_command_that_prints_json_has_a_schema() -> None:
    assert {name for name, command in COMMANDS.items() if "json" in command.formats} == {name for name, *_ in CALLS}


def test_every_schema_is_one_and_is_used() -> None:
    for schema in SCHEMAS.values():
        Draft202012Validator.check_schema(schema)
    assert {f"{schema}.json" for _command, schema, _line in CALLS} | {"common.json"} == SCHEMAS.keys()


def test_another_shape_is_a_breach(call: Callable[[str], Any]) -> None:
    claims = call("claims {left}")
    assert breaches("claims", claims) == []
    del claims["articles"][0]["claims"][0]["polarity"]
    assert breaches("claims", claims)
    assert breaches("claims", claims | {"more": 1})
