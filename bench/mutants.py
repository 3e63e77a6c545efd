"""How many random faults in a package its tests catch, with mutmut.

    python -m bench.mutants store [--sample 300] [--seed 1] [--tests tests/store ...]

A package is a folder: `store`, `briefing/claims`. Its tests are those of the same folder under `tests/`, without the ones that
kill processes. mutmut works in a copy of the project, `build/mutants/`; the sample is the same for the same seed and code.
"""

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MUTMUT = str(Path(sys.executable).with_name("mutmut"))
CAUGHT = {"killed", "timeout", "segfault", "caught by type check"}
_SETTINGS = """
[tool.mutmut]
source_paths = ["{package}"]
also_copy = ["analysis", "bench", "briefing", "docs", "locales", "store", "tui"]
do_not_mutate = ["*/__init__.py"]
pytest_add_cli_args_test_selection = {tests}
pytest_add_cli_args = ["-o", "disable_test_id_escaping_and_forfeit_all_rights_to_community_support=true"]
"""
# A module's `__getattr__` does not survive being wrapped. The last line: mutmut asks for tests by their names, and pytest does not find
# those whose letters it has escaped itself.

_IDS = '''

def pytest_make_parametrize_id(val: object) -> str | None:
    """Ids in ASCII, since pytest does not escape them then."""
    return ascii(val) if isinstance(val, bytes) or (isinstance(val, str) and not val.isprintable()) else None
'''


def prepare(folder: Path, package: str, tests: list[str]) -> None:
    """Copy the project's files to a folder, with mutmut's settings for the package."""
    shutil.rmtree(folder, ignore_errors=True)
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in listed.stdout.splitlines():
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(_SETTINGS.format(package=package, tests=tests))
    with (folder / "tests" / "conftest.py").open("a", encoding="utf-8") as hooks:
        hooks.write(_IDS)
    subprocess.run([sys.executable, "-m", "locales", "compile"], cwd=folder, check=True, stdout=subprocess.DEVNULL)


def mutant_names(folder: Path) -> list[str]:
    """Have mutmut create the mutants, and see which tests run them; gives the names of the mutants."""
    # A run of no mutant does both before it complains.
    output = subprocess.run([MUTMUT, "run", "none"], cwd=folder, capture_output=True, text=True, check=False)
    found = [json.loads(path.read_text("utf-8")) for path in (folder / "mutants").rglob("*.py.meta")]
    names = sorted(name for one in found for name in one["exit_code_by_key"])
    if not names or "nothing matches" not in output.stderr:
        sys.exit(output.stdout + output.stderr)
    return names


def verdicts(folder: Path, names: list[str]) -> dict[str, str]:
    """What becomes of each mutant: `killed`, `survived`, `no tests`, ..."""
    subprocess.run([MUTMUT, "run", "--max-children", "2", *names], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    listed = subprocess.run(
        [MUTMUT, "results", "--all", "true"], cwd=folder, capture_output=True, text=True, check=True
    )
    found = dict(re.findall(r"(\S+): (.+)", listed.stdout))
    return {name: found[name] for name in names}


def main() -> None:
    """Run the sample and print the share that is caught, and the names of the mutants that survive."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package")
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tests", nargs="+")
    asked = parser.parse_args()
    folder = ROOT / "build" / "mutants" / asked.package.replace("/", ".")
    tests = asked.tests or [f"tests/{asked.package}", "--ignore=tests/store/test_crashes.py"]
    prepare(folder, asked.package, tests)
    names = mutant_names(folder)
    chosen = sorted(random.Random(asked.seed).sample(names, min(asked.sample, len(names))))
    found = verdicts(folder, chosen)
    for name, verdict in found.items():
        if verdict not in CAUGHT:
            print(f"{verdict}: {name}")
    caught = sum(verdict in CAUGHT for verdict in found.values())
    print(f"{asked.package}: {caught} of {len(chosen)} caught ({caught / len(chosen):.0%}), of {len(names)} mutants")
    print(f"See one: cd {folder} && {MUTMUT} show NAME")


if __name__ == "__main__":
    main()
