"""What keeps a sentence together with the next one: its source, its denial, or a contrast that it only sets up."""

from briefing.claims.claim import Claim
from briefing.summary.denials import accuses, denies
from briefing.summary.report import Report
from briefing.summary.standing import sets_up, turns


def is_bound_to_next(report: Report, at: int) -> bool:
    """Whether a sentence is only half of what is said, and the next one is the other half."""
    return report.attributed_behind(at) or _is_set_up_for_next(report, at) or is_denied_behind(report, at)


def is_denied_behind(report: Report, at: int) -> bool:
    """Whether the next sentence denies what is said in a sentence: "He was bribed, the paper writes. The mayor denies it."."""
    if not _goes_on(report, at):
        return False
    here, following = report.sentences[at], report.sentences[at + 1]
    if denies(report, here) or not denies(report, following):
        return False
    own, theirs = _sources(report.claims_in(here)), _sources(report.claims_in(following))
    return not own & theirs and (bool(own) or _is_hearsay(report.claims_in(here)) or accuses(report, here))


def _is_set_up_for_next(report: Report, at: int) -> bool:
    """Whether a sentence tells how it usually or at first is, or the next one turns against it, in the same paragraph.

    A question is no half of anything.
    """
    if not _goes_on(report, at) or report.sentences[at].paragraph != report.sentences[at + 1].paragraph:
        return False
    if report.sentences[at + 1].text.rstrip().endswith("?"):
        return False
    here, following = report.tokens(report.sentences[at]), report.tokens(report.sentences[at + 1])
    return sets_up(*here) or turns(*following)


def _goes_on(report: Report, at: int) -> bool:
    """Whether body text follows without a heading between, in the same paragraph or the next."""
    if at + 1 >= len(report.sentences):
        return False
    here, following = report.sentences[at], report.sentences[at + 1]
    return report.is_body(here) and report.is_body(following) and following.paragraph - here.paragraph <= 1


def _is_hearsay(claims: list[Claim]) -> bool:
    return any(claim.certainty == "unspecified" for claim in claims)


def _sources(claims: list[Claim]) -> set[str]:
    return {claim.source.name for claim in claims if claim.source}
