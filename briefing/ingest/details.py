"""What a format tells of a report beside its text, and the article that both make."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from briefing.article import UNDETERMINED, Article, Language, PublicationDate, laid_out
from briefing.ingest.boilerplate import is_boilerplate
from briefing.ingest.clean import cleaned, on_one_line
from briefing.ingest.title import title_of
from briefing.language.identify import identify
from briefing.language.languages import is_code
from briefing.message import InputError


class Block(NamedTuple):
    """A paragraph before it has its place in an article."""

    text: str
    kind: Literal["heading", "body"] = "body"


@dataclass(frozen=True, slots=True)
class Details:
    """Title, outlet, address, date and language as the format gives them; "" or `None` where it does not."""

    title: str = ""
    outlet: str | None = None
    url: str | None = None
    published: PublicationDate | None = None
    language: str = ""


def assembled(blocks: Iterable[Block], details: Details, *, name: str, language: Language | None = None) -> Article:
    """The article of the blocks; its id is the first twelve digits of its digest.

    The language is the one given, else what the text looks like, else what the format says.

    Raises:
        InputError: there is no text.
    """
    kept = [Block(on_one_line(text), kind) for text, kind in blocks]
    kept = [block for block in kept if block.text and not is_boilerplate(block.text)]
    if not any(block.kind == "body" for block in kept):
        raise InputError("ingest.empty", name=name)
    title = on_one_line(details.title)
    paragraphs = laid_out(kept)
    told = details.language.partition("-")[0].lower()
    text = " ".join(block.text for block in kept)
    code = language or identify(text) or (told if is_code(told) else UNDETERMINED)
    article = Article(
        id="",
        title=title or title_of(paragraphs, code),
        language=code,
        paragraphs=paragraphs,
        outlet=on_one_line(details.outlet or "") or None,
        url=cleaned(details.url or "") or None,
        published=details.published,
    )
    return replace(article, id=article.digest[:12])
