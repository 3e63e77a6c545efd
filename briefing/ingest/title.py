"""The title of a text that has none of its own."""

from briefing.article import Language, Paragraph
from briefing.language.sentences import split
from briefing.language.shorten import shortened

TITLE_LENGTH = 90
_MARKS = "\"'‘“„«”’»“)]"


def title_of(paragraphs: tuple[Paragraph, ...], language: Language) -> str:
    """A title for a text without one: the heading that it starts with, else its first sentence, cut at a word."""
    first = paragraphs[0]
    if first.kind == "heading":
        return first.text.strip(_MARKS) or first.text
    sentences = split(first.text[: TITLE_LENGTH * 20], language)
    sentence = sentences[0].of(first.text) if sentences else first.text
    return shortened(sentence.rstrip(" ."), TITLE_LENGTH)
