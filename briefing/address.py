"""Addresses of the web."""


def is_address(name: str) -> bool:
    """Whether a word is an http or https URL."""
    return name.lower().startswith(("http://", "https://"))
