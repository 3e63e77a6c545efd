"""The phrases for the codes of the compare."""

PHRASES: dict[str, str | tuple[str, str]] = {}
