"""What changed between two versions of a report: sentence by sentence, and what that does to the claims in them."""

from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final, Literal

from briefing.article import Article, Sentence, Span
from briefing.claims.claim import Claim
from briefing.claims.names import same_name
from briefing.compare.ledger import SURENESS
from briefing.compare.link import Comparison, Pair
from briefing.language.figures import Figure, figures_in
from briefing.language.lexicon import lexicon
from briefing.language.sentences import sentences_of
from briefing.language.tokens import Tokens, tokens_of

ChangeKind = Literal[
    "title", "added", "dropped", "hardened", "softened", "reversed", "reattributed", "figures", "reworded"
]
KINDS: Final[tuple[ChangeKind, ...]] = (
    "title",
    "added",
    "dropped",
    "hardened",
    "softened",
    "reversed",
    "reattributed",
    "figures",
    "reworded",
)

# From this share of common words on two sentences are one that was edited; a content of a claim is one from a lower share on.
_ONE_SENTENCE: Final = 0.5
_ONE_CONTENT: Final = 0.3
# A word in more sentences than this brings no candidates.
_COMMON: Final = 40


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that changed, quoted from both versions; empty where a version has nothing of it."""

    kind: ChangeKind
    older: str = ""
    newer: str = ""


@dataclass(frozen=True, slots=True)
class RevisionChange:
    """A sentence that is not the same in both versions, or stands in one of them only.

    `cut` are the words that only the older version has, `put` those that only the newer one has, as spans of their articles.
    """

    details: tuple[Detail, ...]
    older: Span | None
    newer: Span | None
    cut: tuple[Span, ...] = ()
    put: tuple[Span, ...] = ()

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """What sort of change it is."""
        return tuple(detail.kind for detail in self.details)


@dataclass(frozen=True)
class Revision:
    """Two versions of a report, and what changed in the order of the newer one."""

    older: Article
    newer: Article
    changes: tuple[RevisionChange, ...]

    @property
    def counts(self) -> Mapping[ChangeKind, int]:
        """The number of changes of each kind, of those kinds that occur."""
        found = Counter(kind for change in self.changes for kind in change.kinds)
        return {kind: found[kind] for kind in KINDS if found[kind]}


@dataclass(frozen=True)
class _VersionSentence:
    """A sentence of a version with its claims."""

    article: Article
    sentence: Sentence
    claims: tuple[Claim, ...]

    @cached_property
    def tokens(self) -> Tokens:
        return tokens_of(self.sentence.text, lexicon(self.article.language).abbreviations)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its words in lower case, without marks."""
        return tuple(word for word in self.tokens.lower if any(map(str.isalnum, word)))

    def spans(self, ranges: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
        """The ranges of its tokens as spans of the article."""
        start, tokens = self.sentence.start, self.tokens
        return tuple(Span(start + tokens.starts[a], start + tokens.ends[b - 1]) for a, b in ranges if a < b)

    def words_of(self, claim: Claim) -> tuple[str, ...]:
        """The words of the claim's content in this sentence."""
        start, parts = self.sentence.start, claim.content.parts
        found = zip(self.tokens.starts, self.tokens.lower, strict=True)
        return tuple(word for at, word in found if any(part.start <= start + at < part.end for part in parts))


def revision_of(comparison: Comparison, older_claims: Sequence[Claim], newer_claims: Sequence[Claim]) -> Revision:
    """What changed from the left article of a comparison to the right one, with the claims of both.

    Sentences are one where their words are; one that was worded anew is found by the comparison.
    """
    older, newer = comparison.left, comparison.right
    ours, theirs = _lines(older, older_claims), _lines(newer, newer_claims)
    judged = {(pair.left.start, pair.right.start): pair for pair in comparison.pairs}
    matched = _matched(ours, theirs, judged)
    changes = [*_title(older, newer)]
    for at, line in enumerate(theirs):
        before = matched.get(at)
        if before is None:
            changes.append(RevisionChange((Detail("added"),), None, line.sentence.span, (), (line.sentence.span,)))
        else:
            pair = judged.get((ours[before].sentence.start, line.sentence.start))
            changes += _edited(ours[before], line, pair)
    return Revision(older, newer, tuple(_with_dropped(changes, ours, theirs, matched)))


def _lines(article: Article, claims: Sequence[Claim]) -> list[_VersionSentence]:
    sentences = sentences_of(article)
    starts = [sentence.start for sentence in sentences]
    held: list[list[Claim]] = [[] for _ in sentences]
    for claim in claims:
        for place in sorted({max(bisect_right(starts, part.start) - 1, 0) for part in claim.content.parts}):
            held[place].append(claim)
    return [_VersionSentence(article, one, tuple(mine)) for one, mine in zip(sentences, held, strict=True)]


def _title(older: Article, newer: Article) -> Iterator[RevisionChange]:
    """The change of the title, where it does not stand in the text."""
    titles = [" ".join(article.title.split()) for article in (older, newer)]
    if titles[0] != titles[1] and not (older.title in older.text and newer.title in newer.text):
        yield RevisionChange((Detail("title", *titles),), None, None)


def _matched(
    ours: Sequence[_VersionSentence], theirs: Sequence[_VersionSentence], judged: Mapping[tuple[int, int], Pair]
) -> dict[int, int]:
    """By a sentence of the newer version, by its place, the sentence of the older one that it was."""
    matched = _unchanged([one.words for one in ours], [one.words for one in theirs])
    free = set(range(len(ours))) - set(matched.values())
    likely = sorted(_likely(ours, theirs, free, set(range(len(theirs))) - matched.keys(), judged), reverse=True)
    for _, at, before in ((score, -at, -before) for score, at, before in likely):
        if at not in matched and before in free:
            matched[at] = before
            free.remove(before)
    return matched


def _unchanged(ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> dict[int, int]:
    """By the place of a newer sentence, that of the older one with the same words: in their order first, then moved ones."""
    matched: dict[int, int] = {}
    for start, at, size in SequenceMatcher(None, ours, theirs).get_matching_blocks():
        matched.update(zip(range(at, at + size), range(start, start + size), strict=True))
    taken = set(matched.values())
    moved: defaultdict[tuple[str, ...], deque[int]] = defaultdict(deque)
    for before, words in enumerate(ours):
        if before not in taken:
            moved[words].append(before)
    for at, words in enumerate(theirs):
        if at not in matched and moved.get(words):
            matched[at] = moved[words].popleft()
    return matched


def _likely(
    ours: Sequence[_VersionSentence],
    theirs: Sequence[_VersionSentence],
    left: set[int],
    right: set[int],
    judged: Mapping[tuple[int, int], Pair],
) -> Iterator[tuple[float, int, int]]:
    """How likely two of the sentences that are left are one, with their places as negative numbers: the newer one, the older one."""
    postings: defaultdict[str, set[int]] = defaultdict(set)
    for before in left:
        for word in ours[before].words:
            postings[word].add(before)
    starts = {ours[before].sentence.start: before for before in left}
    linked: defaultdict[int, set[int]] = defaultdict(set)
    for start, other in judged:
        if start in starts:
            linked[other].add(starts[start])
    for at in right:
        mine = linked[theirs[at].sentence.start]
        shared = {one for word in theirs[at].words if len(postings[word]) <= _COMMON for one in postings[word]}
        for before in shared | mine:
            score = _share(ours[before].words, theirs[at].words)
            if score >= _ONE_SENTENCE or before in mine:
                yield score, -at, -before


def _share(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the words that two texts have in common, 0..1."""
    both = len(one) + len(other)
    return 2 * sum((Counter(one) & Counter(other)).values()) / both if both else 0.0


def _with_dropped(
    changes: Sequence[RevisionChange],
    ours: Sequence[_VersionSentence],
    theirs: Sequence[_VersionSentence],
    matched: Mapping[int, int],
) -> list[RevisionChange]:
    """The changes with the sentences that were dropped, each behind what stood before it."""
    homes = {before: theirs[at].sentence.start for at, before in matched.items()}
    placed = [(change.newer.start if change.newer else -1, 0, change) for change in changes]
    last = -1
    for before, line in enumerate(ours):
        if before in homes:
            last = homes[before]
        else:
            span = line.sentence.span
            placed.append((last, 1, RevisionChange((Detail("dropped"),), span, None, (span,))))
    return [change for _, _, change in sorted(placed, key=lambda one: one[:2])]


def _edited(older: _VersionSentence, newer: _VersionSentence, pair: Pair | None) -> Iterator[RevisionChange]:
    """What changed in a sentence; nothing where only its marks did."""
    if older.words == newer.words:
        return
    details = tuple(dict.fromkeys([*_of_claims(older, newer, pair), *_of_figures(older, newer)]))
    steps = SequenceMatcher(None, older.tokens.lower, newer.tokens.lower, autojunk=False).get_opcodes()
    changed = [step for step in steps if step[0] != "equal"]
    yield RevisionChange(
        details or (Detail("reworded"),),
        older.sentence.span,
        newer.sentence.span,
        older.spans((a, b) for _, a, b, _, _ in changed),
        newer.spans((a, b) for _, _, _, a, b in changed),
    )


def _of_claims(older: _VersionSentence, newer: _VersionSentence, pair: Pair | None) -> Iterator[Detail]:
    """What changed in certainty, polarity and source."""
    for before, after in _paired_claims(older, newer):
        levels = [SURENESS[one.certainty] if one else SURENESS["certain"] for one in (before, after)]
        if levels[0] != levels[1]:
            kind: ChangeKind = "hardened" if levels[1] > levels[0] else "softened"
            yield Detail(kind, _hedges(before, older.article), _hedges(after, newer.article))
        if before and after and before.polarity != after.polarity:
            yield Detail("reversed")
        sources = [one.source.name if one and one.source else "" for one in (before, after)]
        if any(sources) and sources[0] != sources[1] and not same_name(*sources):
            yield Detail("reattributed", *sources)
    if pair and any(one.kind == "polarity" for one in pair.differences):
        yield Detail("reversed")


def _paired_claims(older: _VersionSentence, newer: _VersionSentence) -> Iterator[tuple[Claim | None, Claim | None]]:
    """The claims of two versions of a sentence that have the same content; one without a counterpart beside nothing."""
    if len(older.claims) <= 1 and len(newer.claims) <= 1:
        if older.claims or newer.claims:
            yield next(iter(older.claims), None), next(iter(newer.claims), None)
        return
    likely = [
        (_share(older.words_of(one), newer.words_of(other)), -a, -b)
        for a, one in enumerate(older.claims)
        for b, other in enumerate(newer.claims)
    ]
    free = set(range(len(older.claims))), set(range(len(newer.claims)))
    for score, a, b in sorted(likely, reverse=True):
        if score >= _ONE_CONTENT and -a in free[0] and -b in free[1]:
            free[0].remove(-a)
            free[1].remove(-b)
            yield older.claims[-a], newer.claims[-b]


def _hedges(claim: Claim | None, article: Article) -> str:
    return ", ".join(hedge.of(article.text) for hedge in claim.hedges) if claim else ""


def _of_figures(older: _VersionSentence, newer: _VersionSentence) -> Iterator[Detail]:
    """The numbers and dates that only one version has."""
    sides = [figures_in(one.sentence.text, one.article.language, one.article.published) for one in (older, newer)]
    texts = older.sentence.text, newer.sentence.text
    own = [
        [
            one
            for one in sides[at]
            if not any(_are_equal((one, texts[at]), (other, texts[1 - at])) for other in sides[1 - at])
        ]
        for at in (0, 1)
    ]
    if own[0] or own[1]:
        quotes = [", ".join(one.span.of(text) for one in figures) for figures, text in zip(own, texts, strict=True)]
        yield Detail("figures", *quotes)


def _are_equal(one: tuple[Figure, str], other: tuple[Figure, str]) -> bool:
    """Whether two figures are written alike or mean the same."""
    (ours, left), (theirs, right) = one, other
    if ours.span.of(left).casefold() == theirs.span.of(right).casefold():
        return True
    if ours.kind != theirs.kind:
        return False
    if ours.kind == "date":
        return (ours.earliest, ours.latest) == (theirs.earliest, theirs.latest) and ours.earliest is not None
    return ours.value == theirs.value and ours.approximate == theirs.approximate
