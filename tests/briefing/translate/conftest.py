"""The caller of commands, for what an engine's answer becomes on the command line."""

from tests.tui.conftest import briefing, report

__all__ = ["briefing", "report"]
