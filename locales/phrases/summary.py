"""The phrases for the codes of the summary."""

PHRASES: dict[str, str | tuple[str, str]] = {}
