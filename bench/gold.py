"""The claims of whole articles against those that were marked by hand, without looking at the rules (see `gold/README.md`).

Run as `python -m bench.gold FOLDER [--only NAME...] [--show]`. FOLDER holds the texts, one `NAME.txt` for each `gold/NAME.json`;
a text that is not the one that was marked is refused. `--show` prints each claim that is missed, wrong or false.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.marks import MARKS, Mark, Marked, load, plain, trimmed
from briefing.article import Span
from briefing.claims import Claim, claims_of

CONTENT_OVERLAP = 0.8
FOUND_OVERLAP = 0.5
PARTS = ("content", "cue", "source", "name", "certainty", "polarity")
CHAIN = ("via", "root", "quotation")


@dataclass(frozen=True)
class Outcome:
    """A mark with the claim found for it, and the parts of the claim that are wrong."""

    mark: Mark
    claim: Claim | None
    wrong: tuple[str, ...]
    naming: str | None

    @property
    def right(self) -> bool:
        """Whether it was found with all its parts right."""
        return self.claim is not None and not set(self.wrong) & set(PARTS)


@dataclass(frozen=True)
class Result:
    """What came of an article: its marks, and the claims that nobody marked."""

    marked: Marked
    outcomes: tuple[Outcome, ...]
    false: tuple[Claim, ...]


def letters(text: str, spans: Iterable[Span]) -> frozenset[int]:
    """Where the letters and digits of the spans stand, without punctuation, quotation marks and spaces."""
    return frozenset(place for span in spans for place in range(span.start, span.end) if text[place].isalnum())


def overlap(text: str, one: Iterable[Span], other: Iterable[Span]) -> float:
    """The Jaccard overlap of two extents, 0..1."""
    left, right = letters(text, one), letters(text, other)
    return len(left & right) / max(1, len(left | right))


def content_overlap(text: str, mark: Mark, claim: Claim) -> float:
    """How far the claim's content is one that is right for the mark, 0..1."""
    return max(overlap(text, content, claim.content.parts) for content in mark.contents)


def cue_overlaps(mark: Mark, claim: Claim) -> bool:
    """Whether the cues share a word."""
    parts = claim.cue.parts if claim.cue else ()
    return any(one.start < other.end and other.start < one.end for one in mark.cues for other in parts)


def closeness(text: str, mark: Mark, claim: Claim) -> float:
    """How well the claim stands for the mark; 0 where it does not."""
    content = content_overlap(text, mark, claim)
    if cue_overlaps(mark, claim) and content > 0:
        return 1 + content
    return content if content >= FOUND_OVERLAP else 0


def matches(text: str, marks: Sequence[Mark], claims: Sequence[Claim]) -> dict[int, int]:
    """The place of the claim for the place of each mark that was found, the closest first, each claim once."""
    pairs = sorted(
        (-score, one, other)
        for one, mark in enumerate(marks)
        for other, claim in enumerate(claims)
        if (score := closeness(text, mark, claim))
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, one, other in pairs:
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def source_words(text: str, claim: Claim) -> str:
    """The words of the claim's source; empty where it has none."""
    return " ".join(text[span.start : span.end] for span in claim.source.parts) if claim.source else ""


def has_the_source(text: str, mark: Mark, claim: Claim) -> bool:
    """Whether the source of the claim stands where it was marked, or has the same words."""
    parts = claim.source.parts if claim.source else ()
    meets = any(one.start < other.end and other.start < one.end for one in mark.sources for other in parts)
    return meets or trimmed(source_words(text, claim)) in {trimmed(text[one.start : one.end]) for one in mark.sources}


def left_open(text: str, mark: Mark, claim: Claim) -> bool:
    """Whether the claim names nobody but by the words of the source that was marked."""
    if claim.source is None:
        return True
    own_words = plain(claim.source.name) == plain(source_words(text, claim))
    return own_words and has_the_source(text, mark, claim)


def name_is_right(text: str, mark: Mark, claim: Claim) -> bool:
    """Whether the claim names the one that was marked, or leaves open what the text leaves open."""
    names = mark.names("name")
    name = plain(claim.source.name) if claim.source else None
    return name in map(plain, names) or ("open" in names and left_open(text, mark, claim))


def naming(text: str, mark: Mark, claim: Claim) -> str | None:
    """`right`, `wrong`, or `open`: not named, not in full, or with a title; nothing where no source was marked."""
    if mark.row["source"] is None:
        return None
    if name_is_right(text, mark, claim):
        return "right"
    given = claim.source.name if claim.source else ""
    alike = any(is_shorter(given, name) or is_titled(given, name) for name in mark.names("name") if name)
    return "open" if left_open(text, mark, claim) or alike else "wrong"


def is_shorter(given: str, name: str) -> bool:
    """Whether one is a part of the other's name: a surname."""
    return set((plain(given) or "").split()) <= set((plain(name) or "").split())


def is_titled(given: str, name: str) -> bool:
    """Whether one is the other with a title in front, all words with a capital."""
    return given.endswith(f" {name}") and all(word[0].isupper() for word in given.split())


def source_is_right(text: str, mark: Mark, claim: Claim) -> bool:
    """Whether the words of the source are those that were marked; one that is carried over need only have the name."""
    if mark.goes_on:
        return name_is_right(text, mark, claim)
    words = {trimmed(text[span.start : span.end]) for span in mark.sources}
    unnamed = {""} if None in mark.readings("source") else set()
    return trimmed(source_words(text, claim)) in words | unnamed


def wrong_parts(text: str, mark: Mark, claim: Claim) -> Iterator[str]:
    """The parts of the claim that are not as marked."""
    via, root = [plain(name) for name in claim.via], plain(claim.root)
    checks: dict[str, bool] = {
        "content": content_overlap(text, mark, claim) >= CONTENT_OVERLAP,
        "cue": not mark.cues or cue_overlaps(mark, claim),
        "source": source_is_right(text, mark, claim),
        "name": name_is_right(text, mark, claim),
        "certainty": claim.certainty in mark.readings("certainty"),
        "polarity": claim.polarity in mark.readings("polarity"),
        "via": via in mark.chains,
        "root": root in map(plain, mark.names("root")),
        "quotation": claim.quotation in mark.readings("quotation"),
    }
    return (part for part, right in checks.items() if not right)


def outcome(text: str, mark: Mark, claim: Claim | None) -> Outcome:
    """What came of a mark."""
    if claim is None:
        return Outcome(mark, None, (), None)
    return Outcome(mark, claim, tuple(wrong_parts(text, mark, claim)), naming(text, mark, claim))


def is_attributed(claim: Claim) -> bool:
    """Whether the claim is one of those that are marked: not an article's own statement."""
    return bool(claim.source or claim.cue) or claim.certainty != "certain"


def measured(marked: Marked) -> Result:
    """What the rules make of the article."""
    text, claims = marked.article.text, [claim for claim in claims_of(marked.article) if is_attributed(claim)]
    found = matches(text, marked.marks, claims)
    outcomes = tuple(
        outcome(text, mark, claims[found[place]] if place in found else None)
        for place, mark in enumerate(marked.marks)
        if not mark.optional
    )
    taken = set(found.values())
    return Result(marked, outcomes, tuple(claim for place, claim in enumerate(claims) if place not in taken))


def is_inside(result: Result, claim: Claim) -> bool:
    """Whether a claim that nobody marked is a part of one that was marked."""
    text = result.marked.article.text
    own = letters(text, claim.content.parts)
    contents = [content for mark in result.marked.marks for content in mark.contents]
    return any(len(own & letters(text, content)) >= FOUND_OVERLAP * len(own) for content in contents)


def percent(part: int, whole: int) -> str:
    """A share in per cent."""
    return f"{100 * part / whole:4.0f}%" if whole else "   - "


def print_shares(title: str, outcomes: Sequence[Outcome]) -> None:
    """How many are found, and how many with all parts right."""
    found = sum(one.claim is not None for one in outcomes)
    right = sum(one.right for one in outcomes)
    print(f"{title:24}{len(outcomes):6}{percent(found, len(outcomes)):>9}{percent(right, len(outcomes)):>9}")


def print_groups(outcomes: Sequence[Outcome], group: Callable[[Mark], str]) -> None:
    """The shares by a property of the marks."""
    for name in sorted({group(one.mark) for one in outcomes}):
        print_shares(f"  {name}", [one for one in outcomes if group(one.mark) == name])


def manner(mark: Mark) -> str:
    """How the claim is told: as a quotation of which kind, going on after its tag, or under a hedge without a source."""
    if mark.row["source"] is None:
        return "no source"
    return "quotation goes on" if mark.goes_on else str(mark.row["quotation"])


def print_naming(outcomes: Sequence[Outcome]) -> None:
    """Who is named, by the form of the source's words."""
    forms = {"name": ("name",), "pronoun, role": ("pronoun", "role"), "anonymous": ("anonymous",)}
    for title, taken in forms.items():
        counts = Counter(one.naming for one in outcomes if one.naming and one.mark.row["source_form"] in taken)
        print(f"  source is {title:15}right {counts['right']:3}  wrong {counts['wrong']:3}  open {counts['open']:3}")


def print_parts(outcomes: Sequence[Outcome]) -> None:
    """The share of the found claims that have each part right."""
    found = [one for one in outcomes if one.claim]
    for parts in (PARTS, CHAIN):
        shares = (
            f"{part} {percent(sum(part not in one.wrong for one in found), len(found)).strip()}" for part in parts
        )
        print("  of those found: " + ", ".join(shares))


def print_table(title: str, results: Sequence[Result]) -> None:
    """The figures of some articles."""
    outcomes = [one for result in results for one in result.outcomes]
    print(f"\n{title + f', {len(results)} articles':24}{'marked':>6}{'found':>9}{'right':>9}")
    print_shares("all", outcomes)
    print_groups(outcomes, lambda mark: mark.row["kind"] or "no source")
    print_groups(outcomes, manner)
    print_parts(outcomes)
    print_naming(outcomes)
    false = [is_inside(result, claim) for result in results for claim in result.false]
    print(f"  false claims: {len(false)}, {sum(false)} of them parts of a marked one")


def print_misses(result: Result) -> None:
    """Each claim that is missed, wrong or false, with what was marked."""
    text = result.marked.article.text
    print(f"\n{result.marked.name}")
    for one in result.outcomes:
        content = " … ".join(text[span.start : span.end] for span in one.mark.contents[0])
        if one.claim is None:
            print(f"  missed: {content!r}")
        elif one.wrong:
            said = " … ".join(text[span.start : span.end] for span in one.claim.content.parts)
            print(f"  {', '.join(one.wrong)}: {content!r}\n      marked: {told(one.mark)}")
            print(f"      found:  {said!r}\n              {described(text, one.claim)}")
    for claim in result.false:
        said = " … ".join(text[span.start : span.end] for span in claim.content.parts)
        print(f"  false: {said!r}\n              {described(text, claim)}")


def told(mark: Mark) -> str:
    """The values of a mark in one line."""
    row, name, root = mark.row, mark.names("name")[0], mark.names("root")[0]
    rest = f"{row['certainty']} {row['polarity']} {row['quotation']}"
    return f"{name!r} {rest} via {mark.chains[0]} root {root!r}"


def described(text: str, claim: Claim) -> str:
    """The parts of a claim in one line."""
    cue = " … ".join(text[span.start : span.end] for span in claim.cue.parts) if claim.cue else None
    name = claim.source.name if claim.source else None
    rest = f"{claim.certainty} {claim.polarity} {claim.quotation} via {list(claim.via)} root {claim.root!r}"
    return f"{name!r} ({source_words(text, claim)!r}, cue {cue!r}) {rest}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", metavar="NAME", default=[])
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    paths = [path for path in sorted(MARKS.glob("*.json")) if not asked.only or path.stem in asked.only]
    try:
        results = [measured(load(path, asked.folder)) for path in paths]
    except (OSError, ValueError) as error:
        parser.error(str(error))
    if asked.show:
        for result in results:
            print_misses(result)
    for language in ("nl", "en"):
        taken = [result for result in results if result.marked.article.language == language]
        if taken:
            print_table(language, taken)


if __name__ == "__main__":
    main()
