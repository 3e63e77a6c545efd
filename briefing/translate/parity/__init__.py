"""What a translation must keep, whatever engine made it: figures, names, quotations, negation, hedges and attribution.

The checks read words, not meanings: they find what was lost or put in, and cannot tell whether the rest is right.
"""

from typing import Final

from briefing.article import Language, PublicationDate
from briefing.language.shorten import shortened
from briefing.summary.summary import Check
from briefing.translate.parity.cues import attribution_checks, negation_checks
from briefing.translate.parity.hedges import hedge_checks
from briefing.translate.parity.names_and_figures import figure_checks, name_checks, quotation_checks
from briefing.translate.parity.split_sentence import line
from briefing.translate.parity.whole import whole_checks

LONGEST: Final = 500
"""Words and marks of the longest text whose words are checked: a paragraph of news has about sixty."""
_QUOTED: Final = 80


def parity(
    original: str, from_: Language, text: str, to: Language, *, published: PublicationDate | None = None
) -> tuple[Check, ...]:
    """What was asked of the translation of a sentence, and whether it holds. A check's `original` quotes the words in question.

    Kinds that ask for something of the original: `amount`, `attribution`, `date`, `hedge`, `name`, `negation`, `number`,
    `percentage`, `quotation`. Kinds that are there only where they fail, and quote the translation: `attribution-stronger`,
    `emphasis-added`, `hedge-added`, `negation-added`, `number-added`; `empty`, `repetition`, `length`, `untranslated`, and
    `unchecked` for a text too long to be checked word by word.
    `published` is the day that dates such as "vrijdag" are read against.
    """
    failed = tuple(whole_checks(original, from_, text, to))
    if any(check.kind == "empty" for check in failed):
        return failed
    here, there = line(original, from_), line(text, to)
    if max(len(here.words), len(there.words)) > LONGEST:
        return (*failed, Check("unchecked", False, shortened(original, _QUOTED)))
    return (
        *failed,
        *figure_checks(here, there, published),
        *name_checks(here, there),
        *quotation_checks(here, there),
        *negation_checks(here, there),
        *hedge_checks(here, there),
        *attribution_checks(here, there),
    )
