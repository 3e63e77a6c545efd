"""How claims are compared with those that were marked by hand."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from bench.gold import is_attributed, matches, measured, naming, wrong_parts
from bench.marks import MARKS, Mark, load, plain
from briefing.article import Span
from briefing.claims import Claim, Extent, Source
from briefing.message import Message

TEXT = "Wethouder Els Prins zegt dat de brug dicht blijft, maar niet voor fietsers. Volgens haar is dat veilig."
CONTENT, CUE, SOURCE = "de brug dicht blijft, maar niet voor fietsers", "zegt", "Wethouder Els Prins"


def at(words: str) -> list[int]:
    """Where the words stand in the text."""
    start = TEXT.index(words)
    return [start, start + len(words)]


def mark(**changed: Any) -> Mark:
    """The first claim of the text as it was marked, with changes."""
    row = {
        "content": at(CONTENT),
        "cue": [at(CUE)],
        "source": at(SOURCE),
        "source_form": "name",
        "name": at("Els Prins"),
        "kind": "person",
        "via": [],
        "root": at("Els Prins"),
        "quotation": "indirect",
        "certainty": "certain",
        "polarity": "positive",
    }
    return Mark(row | changed, TEXT)


def claim(content: str = CONTENT, cue: str | None = CUE, source: str | None = SOURCE, name: str = "Els Prins") -> Claim:
    """A claim that was found."""
    extent = Extent.of(Span(*at(content)))
    return Claim(
        id="1",
        start=extent.start,
        end=extent.end,
        content=extent,
        cue=Extent.of(Span(*at(cue))) if cue else None,
        source=Source(Extent.of(Span(*at(source))), name, "person") if source else None,
        via=(),
        root=name if source else None,
        why=Message("why.test"),
        quotation="indirect",
        hedges=(),
        certainty="certain",
        polarity="positive",
    )


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (claim(), []),
        (claim(content=CONTENT + "."), []),
        (claim(content="de brug dicht blijft"), ["content"]),
        (claim(cue="Volgens"), ["cue"]),
        (claim(source="Els Prins"), ["source"]),
        (claim(name="Prins"), ["name", "root"]),
        (claim(source=None), ["source", "name", "root"]),
    ],
)
def test_each_part_is_compared_by_itself(found: Claim, wrong: list[str]) -> None:
    assert list(wrong_parts(TEXT, mark(), found)) == wrong


def test_a_further_reading_is_as_right() -> None:
    also = {"content": [at("de brug dicht blijft")], "source": [None], "name": [None], "root": [None]}
    assert not list(wrong_parts(TEXT, mark(also=also), claim(content="de brug dicht blijft", source=None)))


def test_a_source_that_is_carried_over_need_only_have_the_name() -> None:
    assert "source" not in wrong_parts(TEXT, mark(cue=None), claim(cue=None, source="haar"))
    assert "source" in wrong_parts(TEXT, mark(), claim(source="haar"))


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        (claim(name="els prins"), "right"),
        (claim(name="Prins"), "open"),
        (claim(name="Wethouder Els Prins"), "open"),
        (claim(source=None), "open"),
        (claim(name="de brug"), "wrong"),
        (claim(source="haar", name="haar"), "wrong"),
    ],
)
def test_a_name_is_right_wrong_or_left_open(found: Claim, outcome: str) -> None:
    assert naming(TEXT, mark(), found) == outcome


def test_what_the_text_leaves_open_may_be_left_open() -> None:
    pronoun = mark(source=at("haar"), source_form="pronoun", name="open")
    assert naming(TEXT, pronoun, claim(source="haar", name="haar")) == "right"
    assert naming(TEXT, pronoun, claim(source="haar", name="Els Prins")) == "wrong"


def test_each_claim_stands_for_one_mark_and_the_closest_first() -> None:
    second = mark(content=at("is dat veilig"), cue=[at("Volgens")])
    found = [claim("is dat veilig", "Volgens", "haar"), claim("de brug dicht blijft"), claim()]
    assert matches(TEXT, [mark(), second], found) == {0: 2, 1: 0}


def test_claims_far_from_the_mark_do_not_stand_for_it() -> None:
    assert not matches(TEXT, [mark()], [claim("is dat veilig"), claim("fietsers", cue=None)])


def test_an_author_s_own_statement_is_not_measured() -> None:
    assert is_attributed(claim())
    assert not is_attributed(claim(cue=None, source=None))


@pytest.mark.parametrize(
    ("one", "other"),
    [("De Courant", "courant"), ("“The Ledger,”", "ledger"), ("de", "De"), ("Ann’s  office", "ann's office")],
)
def test_names_are_compared_without_article_quotes_and_case(one: str, other: str) -> None:
    assert plain(one) == plain(other)


def write(folder: Path, text: str, rows: list[dict[str, Any]], digest: str | None = None) -> Path:
    """A text and its marks in a folder; the path of the marks."""
    (folder / "a.txt").write_text(text + "\n", encoding="utf-8")
    sha256 = digest or hashlib.sha256((text + "\n").encode()).hexdigest()
    path = folder / "a.json"
    path.write_text(json.dumps({"sha256": sha256, "language": "nl", "claims": rows}), encoding="utf-8")
    return path


def test_another_text_than_the_marked_one_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not the text"):
        load(write(tmp_path, TEXT, [], digest="0"), tmp_path)


def test_what_is_marked_as_optional_is_neither_missed_nor_false(tmp_path: Path) -> None:
    first, second = mark(optional=True).row, mark(content=at("is dat veilig"), cue=[at("Volgens")]).row
    result = measured(load(write(tmp_path, TEXT, [first, second]), tmp_path))
    assert [one.mark.row for one in result.outcomes] == [second]
    assert not result.false


def test_a_claim_that_nobody_marked_is_false(tmp_path: Path) -> None:
    result = measured(load(write(tmp_path, TEXT, [mark().row]), tmp_path))
    assert [TEXT[one.content.start : one.content.end] for one in result.false] == ["is dat veilig"]


@pytest.mark.parametrize("path", sorted(MARKS.glob("*.json")), ids=lambda path: path.stem)
def test_the_marks_are_spans_in_the_order_of_the_text(path: Path) -> None:
    claims = [Mark(row, "") for row in json.loads(path.read_text(encoding="utf-8"))["claims"]]
    spans = [span for one in claims for content in one.contents for span in content]
    assert spans
    assert all(0 <= start < end for start, end in spans)
    starts = [one.contents[0][0].start for one in claims]
    assert starts == sorted(starts)
