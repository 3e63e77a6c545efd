import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import locales
from briefing.article import Article, PublicationDate, Span, laid_out
from briefing.claims.claim import Claim, Extent, Source
from briefing.export.file import sealed, untouched, write_document
from briefing.export.json import claims_json
from briefing.export.markdown import Briefing, briefing_markdown, escaped
from briefing.message import Message, UnavailableError, WrongUseError
from briefing.note import Note

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
ARTICLE = Article(
    id="7",
    title="Brug dicht",
    language="nl",
    outlet="De Dagpost",
    url="https://example.org/brug",
    published=PublicationDate(2019, 1),
    paragraphs=laid_out(
        [
            ("Brug dicht", "heading"),
            ("De brug blijft dicht, zegt de minister.", "body"),
            ("Het herstel kost 2 miljoen.", "body"),
        ]
    ),
)


def passage(words: str) -> Span:
    start = ARTICLE.text.index(words)
    return Span(start, start + len(words))


CLAIM = Claim(
    id="c1",
    start=passage("De brug").start,
    end=passage("de minister").end,
    content=Extent.of(passage("De brug blijft dicht")),
    cue=Extent.of(passage("zegt")),
    source=Source(Extent.of(passage("de minister")), "de minister", "person"),
    via=(),
    root="de minister",
    why=Message.of("export.undated"),
    quotation="indirect",
    hedges=(),
    certainty="certain",
    polarity="positive",
)


def note(number: str, text: str, words: str | None = None) -> Note:
    return Note(number, text, ARTICLE.id, passage=ARTICLE.passage(passage(words)) if words else None, created=NOW)


def written(*notes: Note, language: str = "nl", claims: tuple[Claim, ...] = ()) -> str:
    briefing = Briefing("Brug", (ARTICLE,), NOW, notes=notes, claims={ARTICLE.id: claims})
    return briefing_markdown(briefing, locales.catalogue(language))


def test_the_front_matter_names_each_article_with_its_known_fields() -> None:
    front = written().split("---")[1]
    assert 'title: "Brug"' in front
    assert "date: 2026-03-01" in front
    assert '  - title: "Brug dicht"\n    outlet: "De Dagpost"\n    published: "2019-01"' in front


def test_a_note_stands_under_its_quote_with_source_date_and_place() -> None:
    assert "> Het herstel kost 2 miljoen.\n>\n> — De Dagpost, januari 2019, alinea 3\n\nVeel geld." in written(
        note("1", "Veel geld.", "Het herstel kost 2 miljoen.")
    )


def test_notes_stand_in_document_order_those_on_the_whole_article_first() -> None:
    text = written(note("1", "derde", "Het herstel"), note("2", "tweede", "zegt"), note("3", "eerste"))
    assert text.index("eerste") < text.index("tweede") < text.index("derde")


def test_dates_follow_the_chosen_language() -> None:
    assert "1 maart 2026" in written(note("1", "x"))
    assert "1 March 2026" in written(note("1", "x"), language="en")


def test_a_quote_that_is_no_longer_in_the_text_is_said_to_be_lost() -> None:
    lost = ARTICLE.passage(passage("zegt"))
    changed = type(lost)(lost.article, lost.start, lost.end, "loochent", lost.before, lost.after)
    assert "> loochent\n>\n> (deze passage staat niet meer in de tekst)" in written(
        replace(note("1", "x"), passage=changed)
    )


def test_a_claim_stands_with_its_source_and_certainty() -> None:
    text = written(claims=(CLAIM,))
    assert "“De brug blijft dicht, zegt de minister”" in text
    assert "Bron: de minister (persoon)" in text


@pytest.mark.parametrize(
    ("text", "literal"),
    [
        ("[klik](http://x)", r"\[klik\](http://x)"),
        ("<script>", r"\<script\>"),
        ("# kop", r"\# kop"),
        ("- punt", r"\- punt"),
        ("1. punt", r"\1. punt"),
        ("*nadruk* _x_ `c`", r"\*nadruk\* \_x\_ \`c\`"),
        ("twee\nregels", "twee regels"),
    ],
)
def test_what_markdown_would_act_on_is_made_literal(text: str, literal: str) -> None:
    assert escaped(text) == literal


def test_the_json_of_a_claim_quotes_the_text_by_its_offsets() -> None:
    shape = json.loads(json.dumps(claims_json([(ARTICLE, (CLAIM,))])))
    (claim,) = shape["articles"][0]["claims"]
    text = shape["articles"][0]["text"]
    for part in (claim, claim["content"], claim["cue"], claim["source"]):
        assert text[part["start"] : part["end"]] == part["text"]
    assert shape["articles"][0]["published"] == "2019-01"


def test_an_export_is_written_over_until_somebody_edits_it(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    write_document(path, "eerste\n")
    write_document(path, "tweede\n")
    assert path.read_text() == sealed("tweede\n")
    path.write_text(path.read_text().replace("tweede", "mijn tekst"))
    with pytest.raises(WrongUseError):
        write_document(path, "derde\n")
    assert "mijn tekst" in path.read_text()
    write_document(path, "derde\n", force=True)
    assert untouched(path.read_text())


def test_a_file_that_is_no_export_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text("mijn eigen notities\n")
    with pytest.raises(WrongUseError):
        write_document(path, "x\n")
    assert path.read_text() == "mijn eigen notities\n"


def test_a_place_that_cannot_be_written_is_said_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UnavailableError) as failed:
        write_document(tmp_path / "no-such-folder" / "notes.md", "x")
    assert re.search("unwritable", failed.value.message.code)
    assert list(tmp_path.glob("**/.notes*")) == []
