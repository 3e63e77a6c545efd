"""The command that adds a package to briefing, by the tool that installed it."""

import shlex
import sys
from pathlib import Path


def command_for(package: str) -> str:
    """The line to type: of uv or pipx where one of them made this environment, else of pip."""
    prefix = Path(sys.prefix)
    if (prefix / "uv-receipt.toml").exists():
        return f"uv tool install briefing-desk --with {package}"
    if (prefix / "pipx_metadata.json").exists():
        return f"pipx inject briefing-desk {package}"
    return shlex.join([sys.executable, "-m", "pip", "install", package])
