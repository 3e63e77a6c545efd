"""Noun phrases and clauses in a reading, found from their edges by tags: where a subject begins, where a clause ends."""

from typing import Final

from briefing.claims.reading import Reading

_NOMINAL: Final = frozenset("DANM#s")
_ENDS: Final = frozenset('.;:"')


def sentence_of(reading: Reading, at: int) -> int:
    """The place of the sentence that holds the token."""
    low, high = 0, len(reading.sentences) - 1
    while low < high:
        middle = (low + high) // 2
        if reading.sentences[middle][1] <= at:
            low = middle + 1
        else:
            high = middle
    return low


def phrase_from(reading: Reading, start: int, limit: int, *, with_place: bool = False) -> int:
    """Where the noun phrase that begins at the token ends, exclusive; the token itself where none begins there.

    With an apposition or a relative clause between commas. `with_place` lets a phrase take "in", "on" and the like.
    """
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    at = start
    if at < limit and tags[at] == "P":
        at += 1
        if not (at < limit and lower[at] in words.links):
            return at
    while at < limit:
        tag = tags[at]
        if tag in _NOMINAL or (tag in "EG" and at + 1 < limit and tags[at + 1] in "NM"):
            if tag == "N" and at > start and tags[at - 1] == "N" and words.one_word_nouns:
                break
            if tag == "D" and at > start and tags[at - 1] in "NM" and lower[at - 1] not in words.links:
                break
            at += 1
        elif tag == "'" and at + 1 < limit and tags[at + 1] in _NOMINAL:
            at += 1
        elif tag == "p" and at > start and (lower[at] in words.links or with_place):
            if not (at + 1 < limit and tags[at + 1] in "DANM#P'"):
                break
            at += 1
        elif tag == "K" and at > start and at + 1 < limit and _joins(reading, at, limit):
            at += 1
        elif tag == "(" and at > start:
            close = next((k for k in range(at, min(limit, at + 12)) if tags[k] == ")"), -1)
            if close < 0:
                break
            at = close + 1
        elif tag == "P" and at > start and tags[at - 1] == "p":
            at += 1
        else:
            break
    while at > start and tags[at - 1] in "pK":
        at -= 1
    return _with_apposition(reading, at, limit) if at > start else start


def _joins(reading: Reading, at: int, limit: int) -> bool:
    """Whether "and" joins two nouns, and not two clauses."""
    tags = reading.tags
    if tags[at - 1] not in "NM" or tags[at + 1] not in "DANM#":
        return False
    end = at + 1
    while end < limit and tags[end] in _NOMINAL:
        end += 1
    return end >= limit or tags[end] not in "XV"


def _with_apposition(reading: Reading, at: int, limit: int) -> int:
    """Past ", a professor at Leiden," or ", who leads the party,": only where no clause of its own begins there."""
    tags, lower = reading.tags, reading.tokens.lower
    if at + 1 >= limit or tags[at] != ",":
        return at
    if tags[at + 1] == "R":
        for end in range(at + 2, min(limit, at + 25)):
            if tags[end] == ",":
                return end
            if tags[end] in '"':
                return at
        return limit - 1 if limit - at < 25 and tags[limit - 1] == "." else at
    if tags[at + 1] not in "DANM#":
        return at
    for end in range(at + 1, min(limit, at + 16)):
        tag = tags[end]
        if tag in ",.":
            return end
        if tag in 'XVvCSPR";:' or (tag == "K" and tags[end + 1 : end + 2] in (["P"], ["X"], ["V"])):
            return at
        if lower[end] in reading.words.breaking:
            return at
    return at if limit - at > 15 else limit


def phrase_to(reading: Reading, end: int, floor: int) -> int:
    """Where the noun phrase that ends before `end` begins; `end` itself where none ends there."""
    tags, lower = reading.tags, reading.tokens.lower
    at = end - 1
    if at < floor:
        return end
    if tags[at] == ")":
        opening = next((k for k in range(at, max(floor, at - 12) - 1, -1) if tags[k] == "("), -1)
        if opening <= floor:
            return end
        return phrase_to(reading, opening, floor)
    if tags[at] == "P":
        return at
    if tags[at] == "R":
        return at
    if tags[at] == ",":
        return _before_apposition(reading, at, floor, end)
    if tags[at] not in "DANM#sEG":
        return end
    while at > floor:
        tag = tags[at - 1]
        linked = tag == "p" and lower[at - 1] not in reading.words.clause_prepositions
        joined = tag == "K" and tags[at - 2] in "NM" and tags[at] in "DANM#" and at - 2 >= floor
        if tag in _NOMINAL or tag in "EG" or linked or joined or (tag == "d" and tags[at] == "s"):
            at -= 1
        else:
            break
    while at < end and tags[at] in "p":
        at += 1
        while at < end and tags[at] in "DA#":
            at += 1
        while at < end and tags[at] in "NM":
            at += 1
            if at < end and tags[at] == "M" and tags[at - 1] == "N":
                break
    while at < end and tags[at] in "sGEK":
        at += 1
    return at


def _before_apposition(reading: Reading, comma: int, floor: int, end: int) -> int:
    """Where the phrase begins that ends in an apposition or relative clause closed by the comma."""
    tags = reading.tags
    at = comma - 1
    while at > floor and comma - at < 30 and tags[at] not in ',;".':
        at -= 1
    if tags[at] != "," or at <= floor or tags[at + 1] not in "DANM#RpEGB":
        return end
    if tags[at + 1] != "R" and any(tag in "XV" for tag in tags[at + 1 : comma]):
        return end
    start = phrase_to(reading, at, floor)
    return start if start < at else end


def clause_start(reading: Reading, at: int, floor: int) -> int:
    """The first token of the clause that holds the token: after a comma, a conjunction, a mark or a relative word."""
    tags = reading.tags
    while at > floor and tags[at - 1] not in ',;:."CSR-(K':
        at -= 1
    return at


def clause_end(reading: Reading, start: int, limit: int) -> int:
    """Where the content that begins at the token ends: before a new clause of the one who tells, or the sentence's end."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    at = start
    quote = reading.quote_at[start] if start < limit else -1
    while at < limit:
        tag = tags[at]
        if reading.quote_at[at] not in {-1, quote}:
            at = min(limit, reading.quotes[reading.quote_at[at]].closing + 1)
            continue
        if tag in ",-" and at + 1 < limit and at > start + 1 and _leaves(reading, at, limit):
            break
        if tag == "K" and at > start + 1 and at + 1 < limit and lower[at + 1] in words.verbs and tags[at + 1] in "V":
            break
        at += 1
    while at > start and tags[at - 1] in ".,;:-":
        at -= 1
    return at


def _leaves(reading: Reading, comma: int, limit: int) -> bool:
    """Whether the words after a comma belong to the teller again."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    following = comma + 1
    if lower[following] in words.breaking:
        return True
    if tags[following] == "G" and lower[following] in words.verbs:
        return True
    if tags[following] == "K" and following + 1 < limit:
        after = following + 1
        if tags[after] == "B" and after + 1 < limit:
            after += 1
        return (tags[after] in "VX" and words.verb_second) or (tags[after] == "V" and lower[after] in words.verbs)
    return False
