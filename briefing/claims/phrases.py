"""Noun phrases and clauses in a reading, found from their edges by tags: where a subject begins, where a clause ends."""

from typing import Final

from briefing.claims.reading import Range, Reading

_NOMINAL: Final = frozenset("DANM#s")
_APPOSITIONS: Final = 4
_LONGEST_APPOSITION: Final = 18
_LONGEST_BRACKET: Final = 12
_LONGEST_RELATIVE: Final = 30
_GOVERNED: Final = 14


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
    if at + 1 < limit and lower[at] in words.name_links and tags[at] == "p" and tags[at + 1] == "M":
        at += 2
    while at < limit and (after := _step_right(reading, at, (start, limit), with_place=with_place)) > at:
        at = after
    while at > start and tags[at - 1] in "pK":
        at -= 1
    return _with_apposition(reading, at, limit) if at > start else start


def _step_right(reading: Reading, at: int, around: Range, *, with_place: bool) -> int:
    """The token up to which the phrase goes on from the token; the token itself where it ends there."""
    tags = reading.tags
    start, limit = around
    tag = tags[at]
    if tag in _NOMINAL or (tag in "EG" and _modifies(tags, at, start, limit)):
        return at + int(at == start or not _begins_anew(reading, at))
    if tag == "'":
        return at + int(at + 1 < limit and tags[at + 1] in _NOMINAL)
    if at == start:
        return at
    if tag == "p":
        return _past_preposition(reading, at, limit, with_place=with_place)
    if tag == "(":
        return next((k + 1 for k in range(at, min(limit, at + _LONGEST_BRACKET)) if tags[k] == ")"), at)
    joined = tag == "K" and at + 1 < limit and _joins(reading, at, limit)
    return at + int(joined or (tag == "P" and tags[at - 1] == "p"))


def _begins_anew(reading: Reading, at: int) -> bool:
    """Whether a new phrase begins with the token, though another ends right before it: "zei de man | een uur later"."""
    tags, words = reading.tags, reading.words
    if words.one_word_nouns and tags[at] in "NE" and _ends_noun(reading, at - 1):
        return True
    if tags[at] == "#" and tags[at - 1] == "N" and not reading.tokens.words[at][0].isdigit():
        return words.one_word_nouns
    inside_name = (
        reading.tokens.lower[at] in words.name_links and tags[at - 1] == "M" and tags[at + 1 : at + 2] == ["M"]
    )
    return (
        tags[at] == "D" and tags[at - 1] in "NM" and reading.tokens.lower[at - 1] not in words.links and not inside_name
    )


def _past_preposition(reading: Reading, at: int, limit: int, *, with_place: bool) -> int:
    """The token after a preposition that binds two nouns, and after the adverbs there; the token itself if it binds none."""
    lower, words = reading.tokens.lower, reading.words
    if lower[at] not in words.links and not with_place:
        return at
    following = at + 1
    while following < limit and lower[following] in words.inner_adverbs:
        following += 1
    return following if following < limit and reading.tags[following] in "DANM#P'" else at


def _modifies(tags: list[str], at: int, start: int, limit: int) -> bool:
    """Whether a participle stands before the noun it belongs to: "the arrested man"."""
    return at + 1 < limit and tags[at + 1] in "NM" and (at == start or tags[at - 1] in "DA#p")


def _ends_noun(reading: Reading, at: int) -> bool:
    """Whether a noun phrase ends with the word: no compound goes on after it, as nouns are written as one word."""
    tag, word = reading.tags[at], reading.tokens.lower[at]
    endings = reading.words.adjective_endings
    if tag == "M" and word.endswith("s") and reading.tags[at + 1 : at + 2] == ["N"]:
        return False  # a genitive: "Jansens woordvoerder"
    opens = at == 0 or reading.tags[at - 1] in '."('  # where a capital tells nothing
    return tag in "NM" and not word.endswith(endings if tag == "N" or opens else endings[:1])


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
    """Past ", 32, a professor at Leiden," or ", who leads the party,": only where no clause of its own begins there."""
    for _ in range(_APPOSITIONS):
        end = _apposition_end(reading, at, limit)
        if end == at:
            return at
        at = end
    return at


def _apposition_end(reading: Reading, at: int, limit: int) -> int:
    """Where the apposition ends that a comma at the token opens; the token itself where none does."""
    tags, lower = reading.tags, reading.tokens.lower
    if at + 1 >= limit or tags[at] != "," or tags[at + 1] not in "DANM#R" or lower[at + 1] in reading.words.breaking:
        return at
    relative = tags[at + 1] == "R"
    last = min(limit, at + (_LONGEST_RELATIVE if relative else _LONGEST_APPOSITION))
    for end in range(at + 2, last):
        tag = tags[end]
        if tag in ",.;-":
            return end
        if tag in '":(' or (not relative and tag in "XVP"):
            return at
        relative = relative or tag in "RC"
    return at if last < limit else limit


def phrase_to(reading: Reading, end: int, floor: int) -> int:
    """Where the noun phrase that ends before `end` begins; `end` itself where none ends there."""
    tags = reading.tags
    at = end - 1
    if at < floor:
        return end
    if tags[at] == ")":
        opening = _opening(reading, at, floor)
        return phrase_to(reading, opening, floor) if opening > floor else end
    if tags[at] in "PR" or (
        tags[at] == "C" and reading.words.relative_complementiser and at > floor and tags[at - 1] in "NM"
    ):
        return at
    if tags[at] in ",-":
        return _before_apposition(reading, at, floor, end)
    if tags[at] not in "DANM#sEGd":
        return end
    while at > floor and (step := _step_left(reading, at, floor)):
        at -= step
    return _without_lead(reading, at, end)


def _opening(reading: Reading, at: int, floor: int) -> int:
    return next((k for k in range(at, max(floor, at - 12) - 1, -1) if reading.tags[k] == "("), -1)


def _step_left(reading: Reading, at: int, floor: int) -> int:
    """How many tokens left of the token belong to the same phrase."""
    tags, lower = reading.tags, reading.tokens.lower
    tag = tags[at - 1]
    if tag == ")":
        opening = _opening(reading, at - 1, floor)
        return at - opening if opening > floor and tags[opening - 1] in "NM" else 0
    before = tags[at - 2] if at - 2 >= floor else "."
    belongs = {
        "d": tags[at] in "sN",
        "p": lower[at - 1] not in reading.words.clause_prepositions,
        "P": tags[at] == "p",
        "K": before in "NM#" and tags[at] in "DANM#",
        ",": before == "M" and tags[at] == "M" and "K" in tags[at : at + 4],
    }
    return int(belongs.get(tag, tag in "DANM#sEG"))


def _without_lead(reading: Reading, at: int, end: int) -> int:
    """The phrase without a prepositional phrase that opens its clause: "In Berlin the minister"."""
    tags = reading.tags
    while at < end and tags[at] == "p":
        at += 1
        while at < end and tags[at] in "DA#d":
            at += 1
        while at < end and tags[at] in "NM":
            at += 1
            if at < end and tags[at] == "M" and tags[at - 1] == "N":
                break
    while at < end and tags[at] in "sGEK,)":
        at += 1
    return at


def _before_apposition(reading: Reading, mark: int, floor: int, end: int) -> int:
    """Where the phrase begins that ends in an apposition or relative clause closed by the comma or dash."""
    tags = reading.tags
    closing = tags[mark]
    at = mark - 1
    relative = verb = False
    while at > floor and mark - at < _LONGEST_RELATIVE:
        tag = tags[at]
        if tag in ';":':
            return end
        verb = verb or tag in "XV"
        if tag == closing or (tag == "," and closing == ","):
            relative = tags[at + 1] in "RpEGBS"
            if tags[at + 1] in "DANM#RpEGBSPv" and (relative or not verb or _has_relative(tags, at, mark)):
                start = phrase_to(reading, at, floor)
                if start < at:
                    return start
            if verb and not relative and closing == ",":
                return end
        at -= 1
    return end


def _has_relative(tags: list[str], start: int, end: int) -> bool:
    """Whether a relative word stands before the first finite verb of the stretch."""
    for at in range(start + 1, end):
        if tags[at] in "RC":
            return True
        if tags[at] in "XV":
            return False
    return False


def clause_start(reading: Reading, at: int, floor: int) -> int:
    """The first token of the clause that holds the token: after a comma, a conjunction, a mark or a relative word.

    An "and" that joins two nouns begins no clause: one does only where a finite verb stands before it.
    """
    tags = reading.tags
    while at > floor and tags[at - 1] not in ',;:."CSR-(':
        if tags[at - 1] == ")" and (opening := _opening(reading, at - 1, floor)) > floor:
            at = opening
            continue
        if tags[at - 1] == "K" and (
            reading.tokens.lower[at - 1] in reading.words.breaking or _verb_before(tags, at - 1, floor)
        ):
            break
        at -= 1
    return at


def _verb_before(tags: list[str], at: int, floor: int) -> bool:
    """Whether the clause that ends before the token has a finite verb."""
    for k in range(at - 1, floor - 1, -1):
        if tags[k] in "XV":
            return True
        if tags[k] in ',;:."-':
            return k + 1 == at
    return at == floor


def clause_end(reading: Reading, start: int, limit: int, *, narrow: bool = False, resumed: bool = False) -> int:
    """Where the content that begins at the token ends: before a new clause of the one who tells, or the sentence's end.

    `narrow` ends it at the first comma or finite verb outside a clause of its own, for an object or an infinitive;
    `resumed` where the clause around it goes on with its verb: "the claim that it is so was withdrawn".
    """
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    at = start
    quote = reading.quote_at[start] if start < limit else -1
    inner = False
    while at < limit:
        tag = tags[at]
        if reading.quote_at[at] not in {-1, quote}:
            at = min(limit, reading.quotes[reading.quote_at[at]].closing + 1)
            continue
        inner = inner or tag in "CRS"
        if (
            narrow
            and at > start
            and (tag in ";:" or (tag in "XV" and not inner) or (tag == "," and not _listed(tags, at, limit)))
        ):
            break
        if resumed and tag in ",XV" and at > start and _resumes(reading, start, at, limit):
            break
        if tag in ",-" and at + 1 < limit and at > start + 1 and _leaves(reading, at, limit):
            break
        if tag == "K" and at > start + 1 and at + 1 < limit and lower[at + 1] in words.verbs and tags[at + 1] == "V":
            break
        at += 1
    while at > start and tags[at - 1] in ".,;:-K":
        at -= 1
    return at


def _resumes(reading: Reading, start: int, at: int, limit: int) -> bool:
    """Whether the clause around a content goes on at the token: after a comma where verbs stand last, else at a second verb."""
    tags = reading.tags
    if tags[at] == ",":
        return reading.words.verb_final and at + 1 < limit and tags[at + 1] in "XV"
    if reading.words.verb_final or tags[at - 1] in "XBntPRK":
        return False
    verbs = [k for k in range(start, at) if tags[k] in "XV"]
    return bool(verbs) and not any(tag in "CRSK,:" for tag in tags[verbs[0] : at])


def _listed(tags: list[str], comma: int, limit: int) -> bool:
    """Whether the comma parts the members of a list: "jobs, wages and rents"."""
    for at in range(comma + 1, min(limit, comma + 6)):
        if tags[at] == "K":
            return True
        if tags[at] not in "DANM#,":
            return False
    return False


def _leaves(reading: Reading, comma: int, limit: int) -> bool:
    """Whether the words after a comma belong to the teller again."""
    tags, lower, words = reading.tags, reading.tokens.lower, reading.words
    following = comma + 1
    if lower[following] in words.breaking:
        return True
    if tags[following] == "G" and lower[following] in words.verbs:
        return True
    if tags[following] in "VX" and not words.verb_second:
        return True
    if tags[following] == "K" and following + 1 < limit:
        after = following + 1
        if tags[after] == "B" and after + 1 < limit:
            after += 1
        return (tags[after] in "VX" and words.verb_second) or (tags[after] == "V" and lower[after] in words.verbs)
    return False


def governs(reading: Reading, at: int, *, with_preposition: bool = False) -> bool:
    """Whether an infinitive or a clause depends on the verb at the token.

    After a preposition ("lijkt op") an infinitive counts only where nothing but its own objects stands before it.
    """
    last = reading.sentences[sentence_of(reading, at)][1]
    following = reading.tags[at + 1 : min(last, at + _GOVERNED)]
    if "C" in following[:3] and following[0] != "p":
        return True
    if "t" not in following:
        return False
    between = following[: following.index("t")]
    if not with_preposition and between[:1] == ["p"]:
        purposes = reading.words.purposes & set(reading.tokens.lower[at + 1 : at + 1 + len(between)])
        return not purposes and not set(between) & set("XV,;:CRS")
    return True
