"""The phrases for the codes of the export."""

PHRASES: dict[str, str | tuple[str, str]] = {}
