"""The phrases for the codes of the claims."""

PHRASES: dict[str, str | tuple[str, str]] = {}
