"""Who says what in a sentence: for each cue its source and its content, as runs of tokens. Certainty and names come later."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from briefing.claims import phrases
from briefing.claims.reading import Range, Reading
from briefing.language.lexicon import VerbCue

_LOOK_AHEAD: Final = 14
_TAG: Final = 16
_ADDRESSEE: Final = 6
_LIST: Final = 3
_SHORTEST_CLAUSE: Final = 4
_LONGEST_NAME: Final = 8
_SHORTEST_TURN: Final = 4


@dataclass(slots=True)
class Draft:
    """An attribution in tokens, before it has names and certainty."""

    cue: list[Range]
    source: Range | None
    content: list[Range]
    kind: str
    rule: str
    sentence: int
    direct: bool = False
    denies: bool = False
    verb: VerbCue | None = None
    negated: bool = False
    passed_on: bool = False


def attributions(reading: Reading) -> list[Draft]:
    """The attributions of a paragraph, in the order of their cues."""
    found: list[Draft] = []
    for place in range(len(reading.sentences)):
        found += _Sentence(reading, place).drafts()
        if found and found[0].rule == "turn" and not found[0].direct:
            break
    return found


class _Sentence:
    """The rules over one sentence of a reading."""

    def __init__(self, reading: Reading, place: int) -> None:
        self.reading = reading
        self.place = place
        self.floor, self.limit = reading.sentences[place]
        self.tags = reading.tags
        self.lower = reading.tokens.lower
        self.words = reading.words
        self.subject: Range | None = None
        self.speaker: Range | None = None
        self.taken: set[int] = set()

    def drafts(self) -> Iterator[Draft]:
        verbs = self.words.verbs
        at = self.floor
        turn = self._turn()
        if turn:
            yield turn
            return
        while at < self.limit:
            word = self.lower[at]
            if self.reading.in_speech(at):
                at += 1
                continue
            if self.tags[at] in "XV" and not self.words.verb_second:
                self._note_subject(at)
            if word in verbs and self.tags[at] in "VvEGXA" and at not in self.taken:
                draft = self._verb(at, verbs[word])
                if draft:
                    yield draft
            elif word in self.words.phrase_heads:
                draft = self._phrase(at)
                if draft:
                    yield draft
            elif word in self.words.noun_cues:
                draft = self._noun(at)
                if draft:
                    yield draft
            at += 1

    def _turn(self) -> Draft | None:
        """What follows a name and a colon at the start of a paragraph: "TAPPER: ...", "Boogerd: ..."."""
        if self.floor:
            return None
        colon = next((k for k in range(1, min(self.limit - 1, _LONGEST_NAME)) if self.tags[k] == ":"), 0)
        if not colon or any(tag not in "MND(),p" for tag in self.tags[:colon]) or "M" not in self.tags[:colon]:
            return None
        begin, end = colon + 1, len(self.tags)
        direct = self.reading.quote_at[begin] >= 0
        if direct:
            begin, end = self.reading.quotes[self.reading.quote_at[begin]].inside
        spoken = direct or self._is_transcript(colon)
        content = self._trim(begin, end)
        if not spoken or not content or content[1] - content[0] < _SHORTEST_TURN:
            return None
        return Draft([(colon, colon + 1)], (0, colon), [content], "say", "turn", self.place, direct)

    def _is_transcript(self, colon: int) -> bool:
        """Whether the name before the colon is set in capitals, as that of a speaker in a transcript."""
        names = self.reading.tokens.words[:colon]
        return all(name.isupper() or not name[0].isalpha() for name in names) and self.limit < len(self.tags)

    # --- prepositional cues

    def _phrase(self, at: int) -> Draft | None:
        """ "volgens X ..." and "..., aldus X"."""
        phrase = next(
            (p for p in self.words.phrase_heads[self.lower[at]] if tuple(self.lower[at : at + len(p)]) == p), None
        )
        if phrase is None:
            return None
        after = at + len(phrase)
        if after < self.limit and self.lower[after] in self.words.not_sources:
            return None
        if after + 1 < self.limit and " ".join(self.lower[after : after + 2]) in self.words.not_sources:
            return None
        end = phrases.phrase_from(self.reading, after, self.limit, with_place=False)
        if end == after:
            return None
        content = self._around(at, end)
        if not content:
            return None
        kind = "say"
        return Draft([(at, after)], (after, end), content, kind, "according", self.place)

    def _around(self, start: int, end: int) -> list[Range]:
        """The rest of the clause around a phrase."""
        parts: list[Range] = []
        begin = start
        while begin > self.floor and self.tags[begin - 1] not in ";:":
            begin -= 1
        before = self._trim(begin, start)
        if before:
            parts.append(before)
        stop = end
        while stop < self.limit and self.tags[stop] not in ";":
            stop += 1
        after = self._trim(end, stop)
        if after and not (before and self.tags[start - 1] == "," and self.tags[end : end + 1] == [","] and False):
            parts.append(after)
        return parts

    def _trim(self, start: int, end: int) -> Range | None:
        while start < end and self.tags[start] in ",;:.-\"'K":
            start += 1
        while end > start and self.tags[end - 1] in ",;:.-\"'":
            end -= 1
        return (start, end) if end > start else None

    # --- noun cues

    def _noun(self, at: int) -> Draft | None:
        """ "het gerucht dat ...", "the claim that ..."."""
        after = at + 1
        if after >= self.limit or self.lower[after] not in self.words.complementisers or self.lower[after] == "if":
            return None
        if self.tags[at] not in "NVvA":
            return None
        end = phrases.clause_end(self.reading, after + 1, self.limit, resumed=True)
        if end <= after + 1:
            return None
        source: Range | None = None
        begin = phrases.phrase_to(self.reading, at + 1, self.floor)
        owner = next((k for k in range(begin, at) if self.tags[k] == "s"), -1)
        if owner > begin:
            source = (begin, owner)
        return Draft(
            [(at, at + 1)], source, [(after + 1, end)], self.words.noun_cues[self.lower[at]], "noun", self.place
        )

    # --- verb cues

    def _verb(self, at: int, cues: tuple[VerbCue, ...]) -> Draft | None:
        if any(self._stands(phrase, at) for phrase in self.words.meanings):
            return None
        group = self._group(at)
        for cue in cues:
            parts = self._particle(group, at, cue)
            if parts is None:
                continue
            draft = self._backward(group, at, parts, cue) if self._closes_quote(group[0]) else None
            draft = draft or self._forward(group, at, parts, cue) or self._backward(group, at, parts, cue)
            if draft:
                self.taken.update(k for start, end in parts for k in range(start, end))
                return draft
        return None

    def _closes_quote(self, start: int) -> bool:
        """Whether a quotation ends right before the subject or the verb: '"...," X said'."""
        for k in range(start - 1, max(self.floor, start - _TAG) - 1, -1):
            index = self.reading.quote_at[k]
            if index >= 0:
                quote = self.reading.quotes[index]
                return (quote.is_speech() or quote.opening == self.floor) and k == quote.closing
            if self.tags[k] in "XVCSRt;:.":
                return False
        return False

    def _stands(self, phrase: tuple[str, ...], at: int) -> bool:
        """Whether the phrase stands around the token."""
        size = len(phrase)
        return any(tuple(self.lower[k : k + size]) == phrase for k in range(max(self.floor, at - size + 1), at + 1))

    def _particle(self, group: Range, at: int, cue: VerbCue) -> list[Range] | None:
        """The cue with its particle, which may stand later in the clause; `None` if it is not there."""
        if not cue.particle or self.lower[at].startswith(cue.particle):
            return [group]
        for k in range(at + 1, min(self.limit, at + _LOOK_AHEAD)):
            if self.lower[k] == cue.particle and self._ends_clause(k + 1):
                return [(group[0], k + 1)] if group[1] == k else [group, (k, k + 1)]
            if self.tags[k] in ".;:":
                break
        if at > self.floor and self.lower[at - 1] == cue.particle:
            return [(at - 1, at + 1)]
        return None

    def _ends_clause(self, at: int) -> bool:
        """Whether what begins at the token is no object of a preposition before it."""
        if at >= self.limit or self.reading.quote_at[at] >= 0:
            return True
        return (
            self.tags[at] not in "DPNMA#"
            or self.lower[at] in self.words.questions
            or self.lower[at] in self.words.complementisers
        )

    def _group(self, at: int) -> Range:
        """The verb with the auxiliaries and negation right before it."""
        start = at
        while start > self.floor and self.tags[start - 1] in "XxBn":
            start -= 1
        while start < at and self.tags[start] == "B":
            start += 1
        return start, at + 1

    def _forward(self, group: Range, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
        """The content after the cue: a clause, a quotation, an infinitive or an object."""
        after = max(part[1] for part in parts)
        start, rule = self._complement(at + 1, after, cue)
        if start < 0:
            return None
        direct = rule == "quote"
        if direct:
            begin, end = self._quoted(at + 1, start, cue)
        else:
            narrow = rule in {"object", "infinitive", "preposition"} and not self.words.verb_second
            begin, end = (
                start,
                phrases.clause_end(self.reading, start, self._bound(at), narrow=narrow, resumed=self._in_relative(at)),
            )
        if end <= begin:
            return None
        if rule == "preposition":
            parts = _joined(parts, start - 1)
        negated = "n" in self.tags[parts[0][0] : parts[0][1]] or (
            len(parts) > 1 and "n" in self.tags[parts[0][1] : parts[1][0]]
        )
        if rule in {"object", "infinitive", "preposition"} and not self._asserts(group, at, cue):
            return None
        if negated and rule == "clause" and self.lower[begin - 1] in self.words.refusing:
            return None
        source = self._subject(group, at, begin)
        return Draft(
            parts, source, [(begin, end)], cue.kind, rule, self.place, direct, cue.kind == "deny", cue, negated
        )

    def _asserts(self, group: Range, at: int, cue: VerbCue) -> bool:
        """Whether an attitude is told as held, and not as a purpose or a possibility: not "to support", "would attack"."""
        if cue.kind not in {"attitude", "want"} or self.words.verb_second:
            return True
        before = self.tags[group[0] - 1] if group[0] > self.floor else "."
        if self.tags[at] == "G":
            return before in ",M" or "X" in self.tags[group[0] : at]
        if self.tags[at] in "vN":
            return before in "NMPR" and "X" not in self.tags[group[0] : at]
        return True

    def _quoted(self, at: int, start: int, cue: VerbCue) -> Range:
        """The content whose quotation begins at `start`: all of it, or the clause or object of which it is a part."""
        quote = self.reading.quotes[self.reading.quote_at[start]]
        begin, end = quote.inside
        lead = at
        while lead < start and self.tags[lead] in "B":
            lead += 1
        mixed = lead < start and (
            ("object" in cue.takes and self.tags[lead] in "DANM#P" and cue.kind != "say")
            or ("zero" in cue.takes and self._clause_follows(lead, start))
        )
        if mixed:
            begin = lead
        elif quote.opening != start:
            begin = start
        if quote.closing + 1 < self.limit and self.tags[quote.closing + 1] not in ",.;:-":
            end = phrases.clause_end(self.reading, begin, self.limit)
            begin = min(begin, start)
        elif mixed:
            end = min(quote.closing + 1, self.limit)
        return begin, end

    def _in_relative(self, at: int) -> bool:
        """Whether the cue stands in a relative clause, after which the clause around it goes on."""
        start = phrases.clause_start(self.reading, at, self.floor)
        return start > self.floor and self.tags[start - 1] == "R"

    def _bound(self, at: int) -> int:
        """The end of the sentence, or of the quotation in which the cue itself stands."""
        index = self.reading.quote_at[at]
        return min(self.limit, self.reading.quotes[index].closing) if index >= 0 else self.limit

    def _complement(self, at: int, after: int, cue: VerbCue) -> tuple[int, str]:
        """Where the content begins after the cue, and by which rule; -1 where there is none."""
        tags, lower, takes = self.tags, self.lower, cue.takes
        limit = min(self._bound(at - 1), after + _LOOK_AHEAD)
        quote_of_cue = self.reading.quote_at[at - 1]
        k = at
        while k < limit:
            tag = tags[k]
            index = self.reading.quote_at[k]
            if index >= 0 and index != quote_of_cue:
                if "quote" in takes or "object" in takes:
                    return k, "quote"
                return -1, ""
            if tag == ":" and "quote" in takes:
                if k + 1 >= limit:
                    break
                return k + 1, "colon" if self.reading.quote_at[k + 1] < 0 else "quote"
            if lower[k] in self.words.complementisers and ("that" in takes or "wh" in takes) and k >= after - 1:
                return k + 1, "clause"
            if tag == "C" and lower[k] in self.words.complementisers and "that" in takes:
                return k + 1, "clause"
            if (
                lower[k] in self.words.questions
                and ("that" in takes or "wh" in takes)
                and (k in {at, after} or tags[k - 1] not in "NM,")
            ):
                return k, "clause"
            if tag == "t" and "to" in takes and k + 1 < limit and tags[k + 1] in "vVxNXE":
                if cue.kind == "refuse" and lower[k + 1] in self.words.refusals:
                    return -1, ""
                return self._infinitive(at, k, after), "infinitive"
            if tag == "," and k + 1 < limit and self.reading.quote_at[k + 1] not in {-1, quote_of_cue}:
                k += 1
                continue
            if tag in ".;,:" or (tag in "XV" and k > at and not self.words.verb_second):
                break
            k += 1
        if "zero" in takes and (self._clause_follows(at) or self._goes_on(at)):
            return at, "zero"
        place = self._preposition(at, limit, takes)
        if place >= 0:
            return place, "preposition"
        if "object" in takes and at < limit and tags[at] in "DANM#P":
            return at, "object"
        return -1, ""

    def _preposition(self, at: int, limit: int, takes: frozenset[str]) -> int:
        """The token after a preposition that the cue takes, behind at most a short addressee; -1 where none stands."""
        for k in range(at, min(limit, at + _ADDRESSEE)):
            if self.lower[k] in takes and self.tags[k] in "pBE":
                return k + 1 if k + 1 < self.limit else -1
            if (k == at and self.tags[k] != "p") or self.tags[k] in "XV,;:":
                return -1
        return -1

    def _infinitive(self, at: int, to: int, after: int) -> int:
        """Where an infinitive content begins: at "to", in Dutch right after the cue and its subject."""
        if not self.words.verb_second:
            return to
        if after > at:
            return after
        k = at
        while k < to and self.tags[k] == "B":
            k += 1
        if self.tags[at - 1] in "VX" and self._inverted(at - 1):
            k = phrases.phrase_from(self.reading, k, to)
        return k

    def _clause_follows(self, at: int, limit: int | None = None) -> bool:
        """Whether a clause without "that" begins at the token: a phrase and a finite verb after it."""
        tags = self.tags
        limit = self.limit if limit is None else limit
        while at < limit and (tags[at] in "Bd" or (tags[at] == "p" and tags[at + 1 : at + 2] == ["d"])):
            at += 1
        if at >= limit or tags[at] not in "DPNMA#SG":
            return False
        for k in range(at + 1, min(limit, at + 14)):
            if tags[k] in "XV" or (tags[k] in "vE" and tags[k - 1] in "PNM"):
                return True
            if tags[k] in '.;:"' or (tags[k] == "," and self._opens_clause(k + 1)):
                return False
        return False

    def _opens_clause(self, at: int) -> bool:
        return at < self.limit and (self.tags[at] in "SKG" or self.lower[at] in self.words.breaking)

    def _goes_on(self, at: int) -> bool:
        """Whether enough follows a finite cue with its subject before it to be a clause, whatever its verb."""
        if self.tags[at - 1] != "V" or at - 2 < self.floor or self.tags[at - 2] not in "NMPBd#DK":
            return False
        if at >= self.limit or self.tags[at] not in "DPNMA#SG":
            return False
        end = at
        while end < self.limit and self.tags[end] not in '.,;:"':
            end += 1
        return end - at >= _SHORTEST_CLAUSE and phrases.phrase_from(self.reading, at, end) < end

    def _inverted(self, at: int) -> bool:
        """Whether the subject of the Dutch finite verb stands after it."""
        finite = self._finite(at)
        start = phrases.clause_start(self.reading, finite, self.floor)
        return start == finite or self._subject_follows(start, finite)

    def _subject_follows(self, start: int, finite: int) -> bool:
        """Whether the clause that begins at `start` opens with something else than its subject."""
        if self.tags[start] in "pBdSt" or self.lower[start] in self.words.anaphors:
            return True
        return finite + 1 < self.limit and self.lower[finite + 1] in self.words.subject_pronouns

    def _finite(self, at: int) -> int:
        """The finite verb of the clause of the cue: itself, or its auxiliary further left."""
        if self.tags[at] in "VX":
            return at
        for k in range(at - 1, max(self.floor - 1, at - 25), -1):
            if self.tags[k] in "X":
                return k
            if self.tags[k] in ';:"':
                break
        return at

    def _subject(self, group: Range, at: int, content: int) -> Range | None:
        """The source of a cue whose content comes after it."""
        if self.words.verb_second:
            return self._dutch_subject(at, content)
        found = self._left_subject(group[0], self.tags[at])
        if found:
            self.speaker = found
        return found

    def _left_subject(self, start: int, tag: str) -> Range | None:
        """The subject of an English verb group that begins at `start`."""
        before = self.tags[start - 1] if start > self.floor else "."
        if before == "K" or (tag == "G" and before == ","):
            return self.speaker or self.subject or self._first_subject()
        if tag == "G" or before == "t":
            return self.subject if start > self.floor else self._later_subject(start)
        edge = self._without_adverbials(start)
        begin = phrases.phrase_to(self.reading, edge, self.floor)
        if begin == edge:
            return self.subject
        return (begin, edge - 1) if self.tags[edge - 1] in ",-" and edge - 1 > begin else (begin, edge)

    def _without_adverbials(self, edge: int) -> int:
        """Back over adverbs, days and what stands between commas, to the end of the subject."""
        tags = self.tags
        while edge > self.floor:
            if tags[edge - 1] in "Bd" or (tags[edge - 1] == "p" and edge < self.limit and tags[edge] == "d"):
                edge -= 1
            elif tags[edge - 1] == "," and edge - 2 > self.floor and self._is_interjection(edge - 1):
                edge = next(k for k in range(edge - 2, self.floor, -1) if tags[k] == ",")
            else:
                break
        return edge

    def _is_interjection(self, comma: int) -> bool:
        """Whether a few words between commas are an adverbial: ", in turn,", ", however,"."""
        for k in range(comma - 1, max(self.floor, comma - 7), -1):
            if self.tags[k] == ",":
                return k < comma - 1 and self.tags[k + 1] in "pB"
            if self.tags[k] not in "pBDANdM#":
                return False
        return False

    def _later_subject(self, start: int) -> Range | None:
        """The subject of the main clause after a participle that opens the sentence: "Asked why, she said"."""
        for k in range(start + 1, self.limit - 1):
            if self.tags[k] == "," and self.tags[k + 1] in "DANM#P":
                end = phrases.phrase_from(self.reading, k + 1, self.limit)
                if end < self.limit and self.tags[end] in "XVBEd":
                    return k + 1, end
        return None

    def _note_subject(self, at: int) -> None:
        """Keep the subject of a finite verb, for the verbs after it that have none of their own."""
        if at > self.floor and self.tags[at - 1] in "XxBnKtC":
            return
        begin = phrases.phrase_to(self.reading, at, self.floor)
        if begin < at and self.tags[begin] not in "R":
            self.subject = (begin, at - 1 if self.tags[at - 1] in ",-" and at - 1 > begin else at)

    def _dutch_subject(self, at: int, content: int) -> Range | None:
        finite = self._finite(at)
        tags = self.tags
        start = phrases.clause_start(self.reading, finite, self.floor)
        opener = tags[start - 1] if start > self.floor else "."
        if opener in "CSR":
            return self._in_subordinate(start, finite, opener)
        if start < finite and not self._subject_follows(start, finite):
            end = phrases.phrase_from(self.reading, start, finite, with_place=True)
            if end > start:
                return self._keep((self._list_start(start), end))
        if start == finite and opener in ",-)":
            begin = phrases.phrase_to(self.reading, finite, self.floor)
            if begin < finite:
                return self._keep((begin, finite - 1 if opener != ")" else finite))
        if opener == "K" and start == finite and not self._opens_inverted():
            return self.subject or self._first_subject()
        k = finite + 1
        while k < self.limit and tags[k] in "Bdn":
            k += 1
        end = phrases.phrase_from(self.reading, k, min(content, self.limit)) if k < content else k
        return self._keep((k, end)) if end > k else self.subject if start < finite or opener == "K" else None

    def _first_subject(self) -> Range | None:
        """The noun phrase that the sentence begins with."""
        end = phrases.phrase_from(self.reading, self.floor, self.limit)
        return (self.floor, end) if end > self.floor else None

    def _opens_inverted(self) -> bool:
        """Whether the sentence begins with an adverbial, so that its verbs stand before their subjects."""
        return self.tags[self.floor] in "pBdS"

    def _in_subordinate(self, start: int, finite: int, opener: str) -> Range | None:
        """The subject of a clause with its verb at the end: after its conjunction, or the relative word itself."""
        k = start
        while k < finite and self.tags[k] in "Bdnp":
            k = max(k + 1, phrases.phrase_from(self.reading, k + 1, finite)) if self.tags[k] == "p" else k + 1
        if opener == "R" and (k == finite or start < k or self.tags[start] in "xE"):
            return start - 1, start
        end = phrases.phrase_from(self.reading, k, finite)
        return (k, end) if end > k else (start - 1, start) if opener == "R" else None

    def _list_start(self, start: int) -> int:
        """Back over the earlier members of a list that ends in the subject: "Duitsers, Hongaren en Polen"."""
        at = start
        while at - 2 >= self.floor and self.tags[at - 1] in ",K" and self.tags[at - 2] in "NM":
            at -= 2
        listed = at == self.floor and "K" in self.tags[start : start + _LIST] + self.tags[at:start]
        return at if listed else start

    def _keep(self, found: Range) -> Range:
        self.subject = found
        return found

    def _backward(self, group: Range, at: int, parts: list[Range], cue: VerbCue) -> Draft | None:
        """The content before the cue: '"...", zegt X', '..., X said'."""
        if "quote" not in cue.takes or self.tags[at] not in "VXvE":
            return None
        start = group[0]
        source: Range | None = None
        edge = start
        before = self.tags[start - 1] if start > self.floor else ""
        tagged = before in {",", '"', "'"} or (start == self.floor and not self.words.verb_second)
        announced = start > self.floor and self.lower[start - 1] in self.words.tag_openers
        if tagged or announced:
            k = at + 1
            while k < self.limit and self.tags[k] in "Bd":
                k += 1
            end = phrases.phrase_from(self.reading, k, self.limit)
            if end > k:
                source = (k, end)
                edge = start - 1 if announced else start
        if source is None and not self.words.verb_second:
            outer = self._without_adverbials(start)
            begin = phrases.phrase_to(self.reading, outer, self.floor)
            if begin < outer:
                end = outer - 1 if self.tags[outer - 1] in ",-" else outer
                source, edge = (begin, end), begin
        if source is None:
            return None
        content = self._content_before(edge, max(source[1], at + 1))
        if not content:
            return None
        direct = self.reading.quote_at[edge - 1] >= 0
        self.subject = self.speaker = source
        return Draft(parts, source, content, cue.kind, "tag", self.place, direct, False, cue)

    def _content_before(self, edge: int, after: int) -> list[Range]:
        """What stands before a tag, with its second half where the tag cuts it in two."""
        tags = self.tags
        if edge <= self.floor:
            return self._quote_before()
        k = edge - 1
        if tags[k] not in ",\"'.":
            return []
        parts: list[Range] = []
        index = self.reading.quote_at[k]
        if index < 0 and k > 0:
            index = self.reading.quote_at[k - 1] if tags[k] == "," else -1
        if index >= 0 and k >= self.reading.quotes[index].closing:
            quote = self.reading.quotes[index]
            begin, end = quote.inside
            lead = self._trim(self.floor, quote.opening)
            begin = lead[0] if lead and quote.opening >= self.floor else begin
            whole = self._trim(begin, end)
            if not whole:
                return []
            parts.append(whole)
        else:
            whole = self._trim(self._content_floor(), k)
            if whole:
                parts.append(whole)
        rest = self._after_tag(after, quoted=index >= 0)
        if rest:
            parts.append(rest)
        return parts if sum(end - start for start, end in parts) > 1 else []

    def _after_tag(self, after: int, *, quoted: bool) -> Range | None:
        """The second half of a content that a tag cuts in two: '"A", says X, "B"', 'A, says X, B'."""
        k = after
        if k + 1 >= self.limit or self.tags[k] != ",":
            return None
        k += 1
        if self.reading.quote_at[k] >= 0:
            return self._trim(*self.reading.quotes[self.reading.quote_at[k]].inside) if quoted else None
        if quoted or self.tags[k] in "GKS" or self.lower[k] in self.words.breaking:
            return None
        return self._trim(k, phrases.clause_end(self.reading, k, self.limit))

    def _content_floor(self) -> int:
        """Where the sentence begins in which the quotation opened that the sentence goes on with."""
        floor = self.floor
        while floor > 0 and self.reading.quote_at[floor] >= 0:
            opening = self.reading.quotes[self.reading.quote_at[floor]].opening
            if opening >= floor:
                break
            floor = self.reading.sentences[phrases.sentence_of(self.reading, opening)][0]
        return floor

    def _quote_before(self) -> list[Range]:
        """The quotation that ends right before the sentence."""
        if self.floor == 0 or self.reading.quote_at[self.floor - 1] < 0:
            return []
        quote = self.reading.quotes[self.reading.quote_at[self.floor - 1]]
        if quote.closing != self.floor - 1:
            return []
        whole = self._trim(*quote.inside)
        return [whole] if whole else []


def _joined(parts: list[Range], at: int) -> list[Range]:
    """The cue with one token more, joined to its last part where it follows that."""
    first, end = parts[-1]
    return [*parts[:-1], (first, at + 1)] if end == at else [*parts, (at, at + 1)]
