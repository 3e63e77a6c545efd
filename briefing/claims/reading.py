"""The reading of a paragraph, which the rules of claims stand on."""

from briefing.language.reading import Quote, Range, Reading, read

__all__ = ["Quote", "Range", "Reading", "read"]
