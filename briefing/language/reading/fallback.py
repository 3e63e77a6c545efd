"""Tags for a language without a trained tagger: the likeliest of each word, settled by its neighbours."""

from briefing.language.lexicon import Lexicon
from briefing.language.tokens import Tokens


def tags_of(tokens: Tokens, words: Lexicon) -> list[str]:
    """The tag of each token."""
    tags = [words.tag(word) for word in tokens.words]
    _settle(tags, tokens, words)
    return tags


def _settle(tags: list[str], tokens: Tokens, words: Lexicon) -> None:
    """A form that may be verb or noun is a noun after a determiner, an adjective, a number or a preposition.

    The bare form is one after a singular noun or a name too, where a verb would have its ending: "press secretary".
    """
    nominal = words.nominal
    before = "."
    for at, tag in enumerate(tags):
        if tag in "VvEG":
            previous = tokens.lower[at - 1] if at else ""
            if (
                tokens.words[at][0].isupper()
                and before != "."
                and not tokens.words[at - 1][0].isupper()
                and before not in ':"(-'
            ):
                tags[at] = "M"
            elif tag in "Vv" and tokens.lower[at] in nominal:
                plural = previous.endswith("s") or previous in words.irregular_plurals
                bare = tag == "v" and words.bare_verbs and before in "MN" and not plural
                stacked = before == "G" or (before == "v" and tag == "V" and words.bare_verbs)
                if bare or stacked or (before in "DA#sp" and previous not in words.demonstratives):
                    tags[at] = "N"
            elif tag in "EV" and _is_person(tags, tokens, at, words):
                tags[at] = "N"
        elif tag == "X" and _is_first_name(tags, tokens, at, words):
            tags[at] = "M"
        elif tag == "s" and before in "PR":
            tags[at] = "X"
        elif tag == "D" and before in "NMVXpBP," and tokens.words[at][0].isupper() and tags[at + 1 : at + 2] == ["M"]:
            tags[at] = "M"
        elif tag == "C" and tokens.lower[at] in words.pointing and _points(tags, at):
            tags[at] = "P"
        elif tag == "D" and tokens.lower[at] in words.possessive_verbs and not _owns(tags, at):
            tags[at] = "X"
        before = tags[at]


def _is_person(tags: list[str], tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether a participle stands for people: "sommige geleerden denken", "de betrokkenen"."""
    if (
        not words.one_word_nouns
        or not at
        or tags[at - 1] != "D"
        or not tokens.lower[at].endswith(words.plural_endings[0])
    ):
        return False
    following = tags[at + 1] if at + 1 < len(tags) else "."
    return (
        (following in "XVv" or tags[at] == "E")
        and following not in "NMAEG#"
        and tokens.lower[at - 1].endswith("e")
        and tokens.lower[at - 1] not in words.pointing_determiners
    )


def _is_first_name(tags: list[str], tokens: Tokens, at: int, words: Lexicon) -> bool:
    """Whether a capital within a sentence makes an auxiliary a name: "topman Ben Smit", "said Will Smith"."""
    word = tokens.words[at]
    if not at or at + 1 >= len(tags) or tags[at - 1] in '.":(-' or not (word.istitle() and word.isalpha()):
        return False
    return tags[at + 1] == "M" or tokens.lower[at + 1] in words.name_links


def _points(tags: list[str], at: int) -> bool:
    """Whether "dat" is a pronoun: after a preposition, or at the start of a sentence right before its verb."""
    before = tags[at - 1] if at else "."
    return before == "p" or (before in '."(' and tags[at + 1 : at + 2] in (["X"], ["V"]))


def _owns(tags: list[str], at: int) -> bool:
    """Whether "zijn" is "his" and not "are": before a noun, and not right after the phrase that would be its subject."""
    following = tags[at + 1] if at + 1 < len(tags) else "."
    return following in "NAM#" and (at == 0 or tags[at - 1] not in "NMP")
