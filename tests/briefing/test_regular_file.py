"""Files that a user names are opened without waiting; pipes, devices and sockets are refused."""

import os
import socket
from pathlib import Path

import pytest

from briefing.regular_file import IrregularFileError, open_regular, regular_text


def test_a_pipe_a_socket_and_a_device_are_refused_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("pipe")
    with socket.socket(socket.AF_UNIX) as here:
        here.bind("socket")
    for name in ("pipe", "socket", "/dev/zero"):
        with pytest.raises(IrregularFileError):
            open_regular(Path(name))


def test_a_file_and_the_null_device_are_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("woorden", "utf-8")
    (tmp_path / "link").symlink_to("file")
    assert regular_text(tmp_path / "file") == regular_text(tmp_path / "link") == "woorden"
    assert regular_text(Path(os.devnull)) == ""


@pytest.mark.parametrize(("name", "error"), [("none", FileNotFoundError), (".", IsADirectoryError)])
def test_what_is_missing_or_a_folder_is_an_error_of_the_system(tmp_path: Path, name: str, error: type[OSError]) -> None:
    with pytest.raises(error):
        open_regular(tmp_path / name)
