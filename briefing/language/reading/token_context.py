"""A token among its neighbours, for the rules that settle its tag."""

from dataclasses import dataclass
from typing import Final

from briefing.language.lexicon import Lexicon
from briefing.language.tags import Tag
from briefing.language.tokens import Tokens

BEFORE_CAPITAL: Final = frozenset((Tag.STOP, Tag.COLON, Tag.QUOTE, Tag.SINGLE_QUOTE, Tag.OPENING_BRACKET, Tag.DASH))
"""Tags of marks after which any word has a capital."""


@dataclass(frozen=True, slots=True)
class TokenContext:
    """A token among its neighbours; `tags` is settled up to the token."""

    at: int
    tags: list[str]
    tokens: Tokens
    words: Lexicon

    @property
    def tag(self) -> str:
        """Its tag."""
        return self.tags[self.at]

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.tokens.lower[self.at]

    @property
    def before(self) -> str:
        """The tag before the token; that of a full stop at the start."""
        return self.tags[self.at - 1] if self.at else Tag.STOP

    @property
    def after(self) -> str:
        """The tag after the token; that of a full stop at the end."""
        return self.tags[self.at + 1] if self.at + 1 < len(self.tags) else Tag.STOP

    def has_capital(self, offset: int = 0) -> bool:
        """Whether the token, or one so many places away, begins with a capital."""
        at = self.at + offset
        return 0 <= at < len(self.tags) and self.tokens.words[at][0].isupper()

    def is_capital_inside(self) -> bool:
        """Whether it has a capital that no mark before it accounts for."""
        return self.has_capital() and self.before not in BEFORE_CAPITAL

    def is_source(self) -> bool:
        """Whether the word is listed as a noun for somebody who says something, and as nothing else."""
        kinds = self.words.names.kinds
        listed = self.lower in {*kinds.person, *kinds.anonymous, *kinds.group, *kinds.organisation}
        return listed and self.lower not in self.words.tags

    def name_or_noun(self) -> str:
        """The tag of a name where it has a capital, else that of a noun."""
        return Tag.NAME if self.has_capital() else Tag.NOUN

    def may_be_finite(self, offset: int = 0) -> bool:
        """Whether a participle there, or so many places away, is a finite form as well: "onderstreept"."""
        return self.words.tags.get(self.tokens.lower[self.at + offset]) == Tag.FINITE_VERB

    def is_quoted_medium(self) -> bool:
        """Whether the word alone stands in quotation marks and is the name of a known medium: "der „Zeit“"."""
        at, tags = self.at, self.tags
        alone = 0 < at < len(tags) - 1 and tags[at - 1] == tags[at + 1] == Tag.QUOTE
        return alone and self.tokens.words[at] in self.words.names.agencies.names
