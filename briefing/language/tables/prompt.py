"""What `prompt.toml` of a language tells a language model: its English name, its hedges, example sentences, how to summarise."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from briefing.article import Language
from briefing.language.languages import has_data, read_table


@dataclass(frozen=True, slots=True)
class PromptWords:
    """The words of one language; all empty for a language without the file.

    `hedges` explains the hedges of the language, by the language to translate to. The sentences of `examples` say the same, in the same
    order, in each language. `summarise` asks for a summary, in the language itself.
    """

    language: str
    hedges: Mapping[Language, str]
    examples: tuple[str, ...]
    summarise: str


@cache
def prompt_words(language: Language) -> PromptWords:
    """The words of `language/<code>/prompt.toml`."""
    table = read_table(language, "prompt") if has_data(language) else {}
    return PromptWords(
        str(table.get("language", "")),
        MappingProxyType(dict(table.get("hedges", {}))),
        tuple(table.get("examples", ())),
        str(table.get("summarise", "")),
    )
