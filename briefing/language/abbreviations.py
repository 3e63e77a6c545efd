"""Abbreviations of a language by what their full stop tells. Words stand in lower case, without their last full stop."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Abbreviations by where they stand in a sentence."""

    titles: frozenset[str] = frozenset()
    """Stand before a name: "dr.", "Mt."."""
    inner: frozenset[str] = frozenset()
    """Never end a sentence: "e.g.", "o.a."."""
    final: frozenset[str] = frozenset()
    """Often end a sentence: "etc."."""
    numbered: frozenset[str] = frozenset()
    """Are abbreviations only before a number: "p. 5", "no. 10"."""
    dated: frozenset[str] = frozenset()
    """Are abbreviations only beside a number: "3 mrt.", "Jan. 5"."""
    capitalised: frozenset[str] = frozenset()
    """Are abbreviations only with a capital after a comma: "Boston, Mass."."""
    others: frozenset[str] = frozenset()
    """May end a sentence or not."""
    labelled: frozenset[str] = frozenset()
    """Nouns before a letter that is no initial: "plan B."."""
    ordinal_marks: frozenset[str] = frozenset()
    """Words before a number with a full stop that is an ordinal: "am 3. Oktober". Empty where none is written so."""
    ordinal_heads: frozenset[str] = frozenset()
    """Words after it."""

    @classmethod
    def of(cls, table: dict[str, str]) -> Self:
        """The abbreviations in a table of words by class."""
        return cls(**{name: frozenset(words.split()) for name, words in table.items()})

    def keep_stop(self, word: str, before: str, following: str) -> bool:
        """Whether the full stop after the word is part of it, by the word before and the characters after."""
        if word.isdigit():
            return self._is_ordinal(before.lower(), following)
        if len(word) == 1 and word.isupper():
            return not before[-1:].isdigit() and before.lower() not in self.labelled
        if "." in word[1:]:
            parts = word.split(".")
            begins = len(parts[0]) == 1 or parts[0][0].isupper()
            return begins and min(map(len, parts)) == 1 and max(map(len, parts)) <= 3
        return self._is_listed(word, before, following)

    def _is_listed(self, word: str, before: str, following: str) -> bool:
        """Whether the word is listed, and stands where such an abbreviation may."""
        lower = word.lower()
        if lower in self.numbered and following.strip()[:1].isdigit():
            return True
        if lower in self.dated:
            return before[-1:].isdigit() or following.strip()[:1].isdigit()
        if lower in self.capitalised:
            return word[0].isupper() and before == ","
        return lower in self.titles or lower in self.inner or lower in self.final or lower in self.others

    def _is_ordinal(self, before: str, following: str) -> bool:
        """Whether a number with a full stop tells which one it is, by the word before and the characters after."""
        words = following.split(maxsplit=1)
        if not self.ordinal_heads or not words:
            return False
        word = words[0].rstrip(".,;:!?").lower()
        return word in self.ordinal_heads or (before in self.ordinal_marks and word.isalpha())
