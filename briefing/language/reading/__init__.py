"""One reading of a paragraph: tags, sentences, quotations, noun phrases, clauses."""

from briefing.language.reading.paragraph import Reading, read
from briefing.language.reading.quotations import Quote
from briefing.language.reading.ranges import Range

__all__ = ["Quote", "Range", "Reading", "read"]
