"""How the tests read a sentence: its claims in words instead of offsets."""

from dataclasses import dataclass

from briefing.article import Article, Language, laid_out
from briefing.claims import Claim, Extent, claims_of


@dataclass(frozen=True)
class Report:
    """A claim in words; "..." stands between the parts of a cue or a content that is cut in two."""

    source: str | None
    cue: str | None
    content: str
    claim: Claim


def reported(text: str, language: Language) -> list[Report]:
    """The claims of a text of paragraphs with empty lines between them."""
    article = Article("1", "", language, laid_out((part, "body") for part in text.split("\n\n")))
    return [
        Report(
            _words(claim.source.extent, article.text) if claim.source and claim.source.extent else None,
            _words(claim.cue, article.text) if claim.cue else None,
            _words(claim.content, article.text),
            claim,
        )
        for claim in claims_of(article)
    ]


def _words(extent: Extent, text: str) -> str:
    return " ... ".join(part.of(text) for part in extent.parts)
