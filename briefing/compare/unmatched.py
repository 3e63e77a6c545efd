"""What only one report says, by weight: attributed claims before background."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.article import Span
from briefing.compare.statement import Statement
from briefing.progress import UNREPORTED, Progress


def weightiest(
    statements: Sequence[Statement], paired: Sequence[Span], progress: Progress = UNREPORTED
) -> tuple[Span, ...]:
    """The sentences of an article's body that overlap none of the paired spans, by falling weight.

    Raises:
        CancelledError: the work was cancelled.
    """
    starts = [one.sentence.start for one in statements]
    taken = {
        place for span in paired for place in range(bisect_right(starts, span.start) - 1, bisect_left(starts, span.end))
    }
    alone = [
        (-weight(one), one.sentence.start, one.sentence.span)
        for place, one in enumerate(progress.each(statements))
        if place not in taken and one.article.paragraphs[one.sentence.paragraph].kind == "body"
    ]
    return tuple(span for *_, span in sorted(alone))


def weight(statement: Statement) -> float:
    """The weight of a passage: highest with a source, then with a hedge; figures, names and an early position add to it."""
    sourced = any(claim.source for claim in statement.claims)
    total = 3.0 if sourced else 2.0 if statement.claims else 0.0
    total += 0.5 * min(2, len(statement.figures))
    total += 0.25 * min(3, sum(term.name for term in statement.profile.terms))
    return total + 1 / (2 + statement.sentence.paragraph)
