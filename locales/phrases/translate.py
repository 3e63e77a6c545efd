"""The phrases for the codes of the translate."""

PHRASES: dict[str, str | tuple[str, str]] = {}
