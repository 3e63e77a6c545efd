"""Names in a Dutch sentence: which words are names, and names of several words put together."""

from briefing.language.dictionary import Dictionary
from briefing.translate.literal.tree import Word
from briefing.translate.literal.unknown import Further

_COMMON = frozenset(("n", "v", "a", "int"))
_LINKS = frozenset(("la", "du", "von", "bin", "el", "the", "and", "&", "di", "da", "del"))


def named(words: list[Word], dictionary: Dictionary, further: Further) -> list[Word]:
    """The words with their readings, names found and names of several words put together."""
    for at, word in enumerate(words):
        if not word.sort and any(letter.isalpha() for letter in word.text):
            word.options = dictionary.readings(word.text)
            _judge(words, at, dictionary, further)
    found: list[Word] = []
    for at, word in enumerate(words):
        last = found[-1] if found else None
        if last is not None and _is_open_name(last) and _continues(words, at):
            last.text += " " + word.text
            last.after = word.after
        else:
            found.append(word)
    return found


def _judge(words: list[Word], at: int, dictionary: Dictionary, further: Further) -> None:
    """Decide whether a word is a name: a capital or a digit that no lemma explains, or a common word after a name."""
    word = words[at]
    capital = word.text[:1].isupper()
    starts = at == 0 or (words[at - 1].sort == "X" and words[at - 1].text in ".:!?")
    if capital and starts and _verb_before_verb(words, at, dictionary):
        word.options = ()
    if not word.options:
        if capital or any(c.isupper() or c.isdigit() for c in word.text):
            word.sort = "E"
        else:
            word.options = further(word.text)
            word.known = bool(word.options)
    elif capital and not starts and not word.before and not word.text.isupper() and _common_after_name(words, at):
        word.sort, word.options = "E", ()


def _common_after_name(words: list[Word], at: int) -> bool:
    return _is_open_name(words[at - 1]) and {r.entry.pos for r in words[at].options} <= _COMMON


def _verb_before_verb(words: list[Word], at: int, dictionary: Dictionary) -> bool:
    """Whether the first word could only be a finite verb and a finite verb follows: "Batten stond", so a name."""
    readings = words[at].options
    if not readings or any(r.entry.pos != "v" or r.form in {"inf", "stem"} for r in readings) or at + 1 >= len(words):
        return False
    return any(r.entry.pos == "v" and r.form in {"3", "past"} for r in dictionary.readings(words[at + 1].low))


def _is_open_name(word: Word) -> bool:
    """Whether a word is a name that the next word may continue."""
    return word.sort == "E" and not word.target and not word.after and word.text[:1].isupper()


def _continues(words: list[Word], at: int) -> bool:
    word = words[at]
    if word.sort == "E":
        return not word.target and not word.before
    ahead = words[at + 1] if at + 1 < len(words) else None
    if ahead is None or word.before or word.after or (not word.text[:1].islower() and word.text != "&"):
        return False
    if word.low in _LINKS:
        return ahead.sort == "E"
    # "Geert van der Berg", but "Apple van Jobs" is Jobs's.
    return (word.low == "van" and ahead.low in {"der", "den"}) or (
        word.low in {"der", "den"} and words[at - 1].low == "van"
    )
