"""The `briefing` command: arguments, commands and their output."""

from tui.cli.entry import main

__all__ = ["main"]
