"""What the system, the settings or the surroundings refuse is one line and the right exit code, never a traceback."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tui.calls import DUTCH
from tui.cli.defect import report

DONE, NOTHING, WRONG_USE, BAD_INPUT, REFUSED = range(5)


def shell(folder: Path, line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A line for the shell, with `briefing` as the command of this environment, in a folder with a report."""
    report_file = folder / "brug.txt"
    if not report_file.exists():
        report_file.write_text(DUTCH, "utf-8")
    command = f'briefing() {{ "{sys.executable}" -m tui --lang en "$@"; }}\n{line}'
    return subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(Path(__file__).parents[2]),
            "BRIEFING_LIBRARY": str(folder / "lib"),
            **environment,
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        start_new_session=True,
    )


def settings(folder: Path, text: str) -> dict[str, str]:
    """The environment of a home whose settings have the text."""
    home = folder / "config" / "briefing"
    home.mkdir(parents=True)
    (home / "settings.toml").write_text(text, "utf-8")
    return {"XDG_CONFIG_HOME": str(folder / "config")}


SURROUNDINGS = {
    "BRIEFING_LIBRARY=~nouser/x briefing list": BAD_INPUT,
    "briefing list --library '~nouser/x'": BAD_INPUT,
    "briefing claims brug.txt >/dev/full": REFUSED,
    "briefing claims brug.txt --format json >/dev/full": REFUSED,
    "briefing demo --print >/dev/full": REFUSED,
    "briefing --help >/dev/full": REFUSED,
    "briefing claims brug.txt >/dev/full 2>/dev/full": REFUSED,
    "briefing claims brug.txt 2>/dev/full": DONE,
    "briefing claims nothing.txt 2>/dev/full": BAD_INPUT,
    "briefing claims nothing.txt 2>&-": BAD_INPUT,
    "briefing add - <&-": BAD_INPUT,
    "briefing claims - <&-": BAD_INPUT,
    "briefing add brug.txt <&- && briefing list <&-": DONE,
    "briefing add brug.txt >&- 2>&- <&-; briefing list | grep -qi brug": DONE,
    "briefing <&-": REFUSED,
    "briefing library import /": BAD_INPUT,
    "briefing library import - </dev/null": DONE,
    "briefing add /": NOTHING,
    "briefing add /proc/self/mem": BAD_INPUT,
    "briefing list --library /proc/nothing": REFUSED,
    "briefing list --library /dev/null": REFUSED,
    "briefing list --library /dev/null/x": REFUSED,
    "briefing list --library brug.txt": REFUSED,
    "briefing add brug.txt --library /proc/nothing": REFUSED,
    f"briefing list --library {'x' * 300}": REFUSED,
    f"briefing add {'x' * 300}.txt": BAD_INPUT,
    f"briefing claims {'x/' * 3000}": BAD_INPUT,
    "briefing export brug.txt -o /dev/full": REFUSED,
    "briefing export brug.txt -o /proc/x.md": REFUSED,
    "briefing export brug.txt -o /": REFUSED,
    "briefing library backup /proc/x": REFUSED,
    "briefing library export /proc/x": REFUSED,
    "briefing library restore /dev/null": BAD_INPUT,
    "briefing models install nl-en --from 'http://['": WRONG_USE,
    "briefing models install nl-en --from 'http://x:99999999/'": WRONG_USE,
    "briefing models install nl-en --from 'http://[::1'": WRONG_USE,
    "briefing models install nl-en --from '~nouser/x'": BAD_INPUT,
    "briefing models install nl-en --from '://'": WRONG_USE,
    "briefing edit 1 --url 'http://['": NOTHING,
    "HOME=/nowhere briefing list --library lib": NOTHING,
    "HOME= XDG_DATA_HOME=/proc BRIEFING_LIBRARY= briefing add brug.txt": REFUSED,
    "LC_ALL=xx_YY.nothing briefing claims brug.txt": DONE,
    "PYTHONIOENCODING=ascii briefing claims brug.txt": DONE,
    "TZ=Nowhere/Nothing briefing claims brug.txt": DONE,
    "COLUMNS=0 briefing claims brug.txt": DONE,
    "COLUMNS=-7 briefing claims brug.txt": DONE,
    "COLUMNS=x briefing --help": DONE,
    "ulimit -f 0; briefing add brug.txt": REFUSED,
}
"""Lines for the shell, and their exit codes."""


@pytest.mark.parametrize("line", SURROUNDINGS)
def test_the_surroundings_refuse_in_one_line(tmp_path: Path, line: str) -> None:
    done = shell(tmp_path, line)
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode == SURROUNDINGS[line], done.stderr
    assert len(done.stderr.splitlines()) <= 1, done.stderr


@pytest.mark.parametrize("line", ["list", "claims brug.txt", "library export", "--help", "demo --print"])
def test_a_closed_pipe_ends_it_in_silence(tmp_path: Path, line: str) -> None:
    done = shell(tmp_path, f"set -o pipefail; briefing add brug.txt >/dev/null; briefing {line} | true")
    assert (done.returncode, done.stderr) == (DONE, "")


SETTINGS = {
    'engines = ["llm"]\n[engine.llm]\nurl = "http://["': "url",
    'engines = ["llm"]\n[engine.llm]\nurl = "http://x:notaport/"': "url",
    'engines = ["llm"]\n[engine.llm]\nurl = "http://x:999999/"': "url",
    "[engine.llm]\nseconds = 1e400": "seconds",
    "[engine.llm]\nseconds = -1e400": "seconds",
    "[engine.llm]\nseconds = nan": "seconds",
    f"[engine.llm]\nseconds = 1{'0' * 400}": "seconds",
    f"[engine.llm]\nseconds = 1{'0' * 5000}": "TOML",
    "x = " + "[" * 5000 + "]" * 5000: "TOML",
    "language = 7": "language",
    "engines = 7": "engines",
    "keymap = 7": "keymap",
    "[engine]\nllm = 7": "engine",
    "engine = 7": "engine",
    "\x00": "TOML",
    'theme = "\\ud800"': "TOML",
}


@pytest.mark.parametrize("text", SETTINGS, ids=range(len(SETTINGS)))
def test_settings_that_cannot_be_used_are_named(tmp_path: Path, text: str) -> None:
    environment = settings(tmp_path, text)
    done = shell(tmp_path, "briefing translate brug.txt --to en --engine llm", **environment)
    assert "Traceback" not in done.stderr
    assert done.returncode in {WRONG_USE, BAD_INPUT, REFUSED}, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may search every folder")
def test_a_folder_that_may_not_be_searched_is_named(tmp_path: Path) -> None:
    done = shell(tmp_path, "mkdir shut; cp brug.txt shut; chmod 0 shut; briefing claims shut/brug.txt 7 shut brug.txt")
    assert done.returncode == BAD_INPUT
    assert len(done.stderr.splitlines()) == 3
    assert "minister" in done.stdout


CLOCK = """
import sys, time, datetime
shift = {seconds} - time.time()
real = time.time
time.time = lambda: real() + shift
class Shifted(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return cls.now()
datetime.datetime = Shifted
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""
END_OF_9999 = 253402300700


@pytest.mark.parametrize("seconds", [END_OF_9999, 0, 4294967296], ids=["9999", "1970", "2106"])
def test_any_clock_will_do(tmp_path: Path, seconds: int) -> None:
    (tmp_path / "clocked.py").write_text(CLOCK.format(seconds=seconds))
    steps = ("add brug.txt", "list", "note add 1 words", "claims 1", "summary 1 --to en", "export 1", "library backup")
    for step in steps:
        done = shell(tmp_path, f'"{sys.executable}" clocked.py --lang en {step}')
        assert "Traceback" not in done.stderr
        assert (done.returncode, step) == (DONE, step), done.stderr


def test_the_report_of_a_defect_holds_places_and_no_texts() -> None:
    try:
        try:
            raise KeyError("a text of the user")
        except KeyError as first:
            raise ValueError("another text") from first
    except ValueError as error:
        written = report(error, ["claims", "a file of the user.txt"])
    assert "text" not in written.replace("test_", "").replace("texts", "").lower()
    assert "user" not in written
    assert "command: claims" in written
    assert written.index("builtins.ValueError") < written.index("builtins.KeyError")
    assert "tests/tui/test_no_traceback.py" in written


def test_a_signal_while_a_command_runs_leaves_no_traceback(tmp_path: Path) -> None:
    done = shell(tmp_path, "briefing claims - < <(sleep 5) & sleep 1; kill -INT $!; wait $!")
    assert "Traceback" not in done.stderr
    assert done.returncode in {130, -signal.SIGINT, 0, BAD_INPUT}
