"""Independence: whether two reports of a claim rest on two sources or on one."""

from typing import Final, NamedTuple

from briefing.article import Article
from briefing.claims.claim import Claim
from briefing.claims.names import is_name, words_of
from briefing.claims.source_judgements import RULES, Identities
from briefing.compare.assertion import Assertion
from briefing.compare.link import Independence
from briefing.compare.word_lists import verdict_words
from briefing.language.dateline import dateline_of
from briefing.language.lexicon import lexicon
from briefing.language.tags import Tag

_OPENING: Final = 200


class Leaning(NamedTuple):
    """Whether two claims are independent, and the name that both lean on."""

    independent: Independence
    shared_root: str | None = None


def independence(left: Assertion, right: Assertion, identities: Identities = RULES) -> Leaning:
    """Of two assertions that say the same: `no` by a shared named origin, `yes` by two that are proven to be two, else `unknown`.

    Two unnamed sources are one only through the same named channel; unnamed sources without a channel may be anyone. What the
    user said of two names goes before the rules.
    """
    ours, theirs = origins(left), origins(right)
    shared = next((name for name in ours if any(identities.are_same(name, other) for other in theirs)), None)
    if shared:
        return Leaning("no", shared)
    parted = bool(ours and theirs) and identities.judged(ours[0], theirs[0]) is False
    return Leaning("yes" if parted or _are_apart(left, right) else "unknown")


def origins(assertion: Assertion) -> list[str]:
    """The named origins that an assertion leans on, the furthest first; the agency of the dateline last."""
    dateline = agency_of(assertion.statement.article)
    return list(dict.fromkeys([*channels(assertion.claim), *([dateline] if dateline else [])]))


def channels(claim: Claim | None) -> list[str]:
    """The named links of a claim's chain, the furthest first."""
    if claim is None:
        return []
    named = [claim.root] if claim.root and _is_named(claim) else []
    return list(dict.fromkeys([*named, *reversed(claim.via)]))


def agency_of(article: Article) -> str | None:
    """The agency that the dateline names: "Reuters" of "LIMA (Reuters) - "."""
    for paragraph in article.paragraphs:
        if paragraph.kind == "body":
            dateline = dateline_of(article.text[paragraph.start : paragraph.start + _OPENING])
            return dateline.agency or None if dateline else None
    return None


def _is_named(claim: Claim) -> bool:
    """Whether the root is a name, and no group or unnamed person in the source's own words."""
    if claim.root is None or not is_name(claim.root):
        return False
    own = claim.source is not None and claim.root == claim.source.name
    return not own or (claim.source is not None and claim.source.kind in {"person", "organisation", "document"})


def _are_apart(left: Assertion, right: Assertion) -> bool:
    """Whether both sources are named where they speak, for themselves, and neither passage ties them to each other."""
    if not (_speaks_for_itself(left) and _speaks_for_itself(right)):
        return False
    return not (_names_around(left) & _names_around(right))


def _speaks_for_itself(assertion: Assertion) -> bool:
    """Whether the source is a name that stands in the passage, and no spokesman of somebody who is not named."""
    claim = assertion.claim
    if claim is None or not _is_named(claim) or claim.source is None or claim.source.extent is None:
        return False
    sentence, text = assertion.statement.sentence.span, assertion.statement.article.text
    written = " ".join(part.of(text) for part in claim.source.extent.parts)
    pronouns = lexicon(assertion.statement.language).tags
    if (
        pronouns.get(written.lower()) == Tag.PRONOUN
        or not is_name(written)
        or not sentence.contains(claim.source.extent.span)
    ):
        return False
    lower = assertion.statement.tokens.lower
    return not any(word in verdict_words(assertion.statement.language).voices.words for word in lower)


def _names_around(assertion: Assertion) -> frozenset[str]:
    """The words of the names in the passage outside what is said: of the source, and of whom it is described by."""
    start = assertion.statement.sentence.start
    claim = assertion.claim
    said = claim.content.parts if claim else ()
    outside = [
        term.text
        for term in assertion.statement.profile.terms
        if term.name or assertion.statement.text[term.span.start].isupper()
        if not any(part.start <= start + term.span.start < part.end for part in said)
    ]
    named = words_of(claim.root) + words_of(claim.source.name) if claim and claim.root and claim.source else ()
    return frozenset(word.lower().removesuffix("'s") for word in (*outside, *named))
