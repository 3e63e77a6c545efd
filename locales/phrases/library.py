"""The phrases for the codes of the library."""

PHRASES: dict[str, str | tuple[str, str]] = {}
