"""Clauses that were not understood, which are glossed word for word between ‹ and ›, and sentences whose gloss is likely wrong."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefing.language.tags import VERBS, Tag
from briefing.translate.literal.tree import Clause, Element, Kept, Noun, Preposition, Punctuation, Word

OPENS, CLOSES = "‹", "›"
SHORT = 4
"""Words of a clause that is left as it is: word for word it would be the same."""
SEVERAL = 2
"""Clauses without a subject that make a gloss doubtful."""
UNKNOWN = 0.34
"""The share of unknown words from which a clause is doubtful."""


def is_doubtful(clause: Clause, words: Sequence[Word]) -> bool:
    """Whether a clause, with all inside it, cannot be right: a verb without clause or subject, two finite verbs in one, unknown words."""
    plain = [word for word in words if word.sort not in {"X", "K", "Q"}]
    if len(plain) < SHORT:
        return False
    inside = list(clauses(clause))
    used = {id(verb) for one in inside for verb in one.verbs}
    if any(id(word) not in used and _is_left(word, before) for before, word in pairwise([None, *plain])):
        return True
    if any(sum(_is_finite(verb) for verb in one.verbs) > 1 or _lacks_subject(one) for one in inside):
        return True
    return sum(not word.known for word in plain) / len(plain) > UNKNOWN


def is_unsure(parts: Sequence[Clause | Punctuation]) -> bool:
    """Whether several clauses of a sentence were read without a subject, so that its gloss is likely wrong."""
    inside = [clause for part in parts if isinstance(part, Clause) for clause in clauses(part)]
    open_ = [clause for clause in inside if clause.subject is None and clause.kind in {"main", "sub"} and clause.verbs]
    return len(open_) >= SEVERAL


def _is_left(word: Word | None, before: Word | None) -> bool:
    """Whether a word is a finite verb by its tag, and nothing speaks for another class, as an article before it does."""
    if word is None or word.tag not in VERBS or word.sort in "DR" or word.target:
        return False
    return before is None or before.sort not in "DA"


def _is_finite(verb: Word) -> bool:
    """Whether a verb can only be finite; a plural that is also the infinitive may be one of the others of its group."""
    return verb.tag in VERBS and not any(r.form == "inf" for r in verb.options)


def _lacks_subject(clause: Clause) -> bool:
    """Whether a clause with a finite verb has no subject and none before it to share, and is no order or impersonal."""
    if clause.subject is not None or clause.imperative or not any(verb.tag in VERBS for verb in clause.verbs):
        return False
    if clause.kind == "main":
        return not clause.opener and not clause.shares and clause.verbs[0].place > 0 and not _holds_clause(clause)
    opener = clause.opener[0] if clause.opener else None
    opens = opener is not None and opener.tag in {Tag.COMPLEMENTISER, Tag.SUBORDINATOR}
    return clause.kind == "sub" and opens and not _holds_clause(clause)


def _holds_clause(clause: Clause) -> bool:
    """Whether something stands for the subject: a clause, or a word such as "er" in front."""
    elements = [*clause.front, *clause.middle]
    return any(isinstance(e, Clause | Kept) or (isinstance(e, Noun) and e.pronoun) for e in elements) or not elements


def clauses(clause: Clause) -> Iterator[Clause]:
    """The clause and all clauses inside it."""
    yield clause
    for element in (*clause.front, *clause.middle, *clause.extra, *([clause.subject] if clause.subject else [])):
        yield from _inside(element)


def _inside(element: Element) -> Iterator[Clause]:
    if isinstance(element, Clause):
        yield from clauses(element)
    elif isinstance(element, Preposition) and element.object is not None:
        yield from _inside(element.object)
    elif isinstance(element, Noun):
        inner = [*element.after, *(other for _, other in element.others)]
        for one in [*inner, *([element.participle] if element.participle is not None else [])]:
            yield from _inside(one)


def bracketed(glosses: Sequence[str]) -> list[str]:
    """The glosses of the words of a clause, marked as such."""
    first, *rest = [gloss for gloss in glosses if gloss] or [""]
    out = [OPENS + first, *rest]
    out[-1] += CLOSES
    return out
