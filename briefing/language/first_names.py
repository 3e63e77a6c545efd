"""First names of all languages, and whose they are: `first_names.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, Literal

Gender = Literal["masculine", "feminine", ""]
"""Man or woman, as far as the words tell it."""

MASCULINE: Final[Gender] = "masculine"
FEMININE: Final[Gender] = "feminine"


@cache
def gender_of_first_name() -> Mapping[str, Gender]:
    """By first name whether it is a man's or a woman's; "" where it may be either."""
    text = files("briefing.language").joinpath("first_names.toml").read_text(encoding="utf-8")
    table: dict[str, str] = tomllib.loads(text)
    genders: dict[str, Gender] = dict.fromkeys(table["either"].split(), "")
    for gender in (MASCULINE, FEMININE):
        genders |= dict.fromkeys(table[gender].split(), gender)
    return genders
