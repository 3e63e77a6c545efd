"""What lies ahead in the words of a Dutch sentence: verbs, "te", and whether a verb shares an auxiliary."""

from collections.abc import Sequence

from briefing.language.tags import Tag
from briefing.translate.literal.lists import listed
from briefing.translate.literal.to_english.nouns import finite, only_finite, participle
from briefing.translate.literal.tree import Clause, Punctuation, Word

END = frozenset(".!?")
_HELPING = listed("nl", "helping")
_NEGATED_ALONE = listed("nl", "negated_alone")
_MODALS = listed("nl", "modal_verbs")


def finite_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether a finite verb follows within five words, before any mark."""
    for word in words[at + 1 : at + 6]:
        if word.sort == "X":
            return False
        if word.sort == "V" and finite(word):
            return True
    return False


def verb_before_mark(words: Sequence[Word], at: int) -> bool:
    """Whether a finite verb comes before the next mark."""
    for word in words[at:]:
        if word.sort == "X":
            return False
        if word.sort == "V" and finite(word):
            return True
    return False


def compares(words: Sequence[Word], at: int) -> bool:
    """Whether "als", "dan" or "zoals" opens a phrase: no verb follows, or a name after a noun in the plural."""
    return not verb_before_mark(words, at + 1) or names_one_of(words, at) or _names_role(words, at)


def _names_role(words: Sequence[Word], at: int) -> bool:
    """Whether a noun without article follows "als", which says as what somebody does something: "vermomd als bezorger"."""
    ahead, further = words[at + 1] if at + 1 < len(words) else None, words[at + 2] if at + 2 < len(words) else None
    bare = ahead is not None and ahead.sort == "N" and ahead.tag is Tag.NOUN and ahead.form in {"sg", ""}
    return bare and at > 0 and words[at - 1].sort in "VAN" and (further is None or further.sort in "PXVS")


def names_one_of(words: Sequence[Word], at: int) -> bool:
    """Whether "als" names one of those before it: "bedrijven als Shell"."""
    plural = at > 0 and words[at - 1].sort == "N" and words[at - 1].form == "pl"
    return words[at].low == "als" and plural and at + 1 < len(words) and words[at + 1].sort == "E"


def joined_clause_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether a coordinator with a finite verb soon after it follows, as after the last but one of several clauses."""
    for place, word in enumerate(words[at:], at):
        if word.sort == "C" and any(one.sort == "V" and finite(one) for one in words[place + 1 : place + 4]):
            return True
    return False


def te_ahead(words: Sequence[Word], at: int) -> bool:
    """Whether "te" comes before a finite verb of the same clause."""
    depth = 0
    for word in words[at : at + 30]:
        if word.sort == "T":
            return True
        if word.sort == "X" and word.text in END:
            return False
        if word.sort == "S":
            depth += 1
        if word.sort == "V" and only_finite(word):
            if not depth:
                return False
            depth -= 1
    return False


def verb_final_after(words: Sequence[Word], at: int) -> bool:
    """Whether what follows "en" goes on as a subordinate clause: its finite verb comes last, not second."""
    chunks = 0
    for place, word in enumerate(words[at:], at):
        if word.sort in "XS":
            return False
        if word.sort == "V":
            last = place + 1 >= len(words) or words[place + 1].sort in "XCVTS"
            return chunks > 1 and last
        if word.sort in "NERWMZ":
            chunks += 1
    return False


def shares_verbs(words: Sequence[Word], at: int, clause: Clause) -> bool:
    """Whether after "en" a second participle or infinitive follows the auxiliary of the clause: "heeft A geopend en B gesloten"."""
    if len(clause.verbs) < 2 or clause.kind == "shared":
        return False
    last = clause.verbs[-1]
    mark = clause.verbs[-2].sort == "T"
    for place in range(at + 1, len(words)):
        word = words[place]
        if word.sort in "XS":
            return False
        if word.sort not in "VT":
            continue
        if (word.sort == "T") != mark:
            return False
        verb = words[place + mark] if place + mark < len(words) else word
        after = next((one for one in words[place + mark + 1 :] if one.sort != "V" or only_finite(one)), None)
        ends = after is None or after.sort in "XCSP"
        return ends and verb.sort == "V" and not only_finite(verb) and _alike(last, verb)
    return False


def extraposed(words: Sequence[Word], at: int) -> bool:
    """Whether what follows the verbs still belongs to the clause: nothing finite comes next to claim it."""
    for word in words[at : at + 8]:
        if word.sort in "XCS":
            return True
        if word.sort == "V" and finite(word):
            return False
    return True


def opens_with_participle(words: Sequence[Word], at: int) -> bool:
    """Whether a participle stands first and its auxiliary after it: "Verwacht wordt dat"."""
    word, follows = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.sort != "V" or follows is None or follows.sort != "V" or not participle(word):
        return False
    return finite(follows) and any(r.entry.lemma in _HELPING for r in follows.options)


def completes(words: Sequence[Word], at: int, start: int, helper: Word) -> bool:
    """Whether a verb further on than `start` completes the auxiliary of the clause: "heeft ... gekocht en verkocht"."""
    word = words[at]
    lemmas = {r.entry.lemma for r in helper.options}
    if participle(word) and lemmas & _HELPING:
        return True
    last = at + 1 >= len(words) or words[at + 1].sort in "XCS"
    infinitive = any(r.form == "inf" for r in word.options)
    return infinitive and last and at > start and bool(lemmas & _MODALS)


def _alike(one: Word, other: Word) -> bool:
    """Whether both verbs are participles, or both infinitives."""
    infinitives = [any(r.form == "inf" for r in verb.options) for verb in (one, other)]
    return (participle(one) and participle(other)) or all(infinitives)


def narrows_negation(words: Sequence[Word], at: int, clause: Clause) -> bool:
    """Whether "niet" belongs to the next word alone, or to a phrase that is added: "niet alleen", ", zeker niet in mei"."""
    ahead = words[at + 1] if at + 1 < len(words) else None
    if ahead is not None and ahead.low in _NEGATED_ALONE:
        return True
    added = bool(clause.verbs) and any(isinstance(e, Clause | Punctuation) for e in clause.middle)
    return added and ahead is not None and ahead.sort == "P" and not verb_before_mark(words, at)


def able_verbs(clause: Clause) -> list[Word]:
    """The verbs of a clause that can be its finite one: in a subordinate clause not those after "te" or tagged as participles."""
    verbs = [(mark, verb) for mark, verb in zip([None, *clause.verbs], clause.verbs, strict=False) if verb.sort == "V"]
    if clause.kind not in {"rel", "sub"}:
        return [verb for _, verb in verbs]
    return [verb for mark, verb in verbs if not _is_te(mark) and verb.tag is not Tag.PARTICIPLE]


def _is_te(word: Word | None) -> bool:
    return word is not None and word.sort == "T"
