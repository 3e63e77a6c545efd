"""The headline as the first sentence of a summary whose report opens with something else than the news."""

from collections.abc import Sequence
from typing import Final

from briefing.article import Language
from briefing.language.lexicon import lexicon
from briefing.language.reading import read
from briefing.summary.fragments import is_fragment, opens_with_question_word
from briefing.summary.standing import sets_up, standing_in
from briefing.summary.units import Material, Unit, unit_of

_SHARED: Final = 0.2
"""The share of the headline's words from which an opening tells the same news."""


def headline_in_front(one: Material, chosen: Sequence[Unit]) -> Unit | None:
    """The headline of a report, where its opening is not in the summary or does not tell the news; `None` for a question."""
    opening = one.report.opening
    if opening is None or opening == one.sentences[0] or _asks(one.sentences[0].text, one.article.language):
        return None
    start = one.sentences.index(opening)
    if any(unit.first == 0 for unit in chosen):
        return None
    if any(unit.first <= start <= unit.last for unit in chosen) and _tells_the_news(one, start):
        return None
    return unit_of(0, one.report, one.weights, (0, 0), "alone")


def _asks(headline: str, language: Language) -> bool:
    """Whether a headline asks or promises to tell: "Is the bridge safe?", "Why the bridge stays shut"."""
    if headline.rstrip().endswith("?"):
        return True
    reading = read(headline, 0, len(headline), lexicon(language))
    tokens = (0, len(reading.tags))
    return opens_with_question_word(reading, tokens) and (not reading.words.verb_second or is_fragment(reading, tokens))


def _tells_the_news(one: Material, start: int) -> bool:
    """Whether the opening, at its place, can be read alone, sets no scene and shares words with the headline."""
    reading, tokens = one.report.tokens(one.sentences[start])
    if sets_up(reading, tokens) or standing_in(reading, tokens) == "leaning":
        return False
    words = one.weights[0].keys()
    return len(words & one.weights[start].keys()) >= _SHARED * len(words)
