"""Where the words of a query stand in a text, and the snippet around them."""

import pytest

from briefing.article import PARAGRAPH_BREAK, Paragraph, Span, laid_out
from store.highlights import SNIPPET_LENGTH, Highlighter, opening, snippet


def marked(text: str, *phrases: str, prefixes: tuple[str, ...] = ()) -> str:
    """The text with brackets around what is highlighted."""
    for span in reversed(Highlighter([tuple(one.split()) for one in phrases], prefixes).spans(text)):
        text = f"{text[: span.start]}[{text[span.start : span.end]}]{text[span.end :]}"
    return text


@pytest.mark.parametrize(
    ("text", "phrases", "expected"),
    [
        ("De brug is open. Een brug dus.", ["brug"], "De [brug] is open. Een [brug] dus."),
        ("brug", ["brug"], "[brug]"),
        ("brugbrug ophaalbrug bruggen brug", ["brug"], "brugbrug ophaalbrug bruggen [brug]"),
        ("BRUG, brug; (Brug)", ["brug"], "[BRUG], [brug]; ([Brug])"),
        ("auto's en ’auto’ en l'auto", ["autos", "auto"], "[auto's] en ’[auto]’ en l'auto"),
        ("'t hek, o'hek hek'", ["hek"], "'t [hek], o'hek [hek]'"),
        ("café Cafe\u0301 cafe", ["cafe"], "[café] [Cafe\u0301] [cafe]"),
        ("naïeve İstanbul straße", ["strasse", "naieve"], "[naïeve] İstanbul [straße]"),
        ("hoge brug, lage brug, hoge lage brug", ["hoge brug"], "[hoge] [brug], lage brug, hoge lage brug"),
        ("Hoge. Brug", ["hoge brug"], "[Hoge]. [Brug]"),
        ("hoge brug hoge brug", ["hoge brug"], "[hoge] [brug] [hoge] [brug]"),
        ("de café-brug", ["cafe brug"], "de [café]-[brug]"),
        ("niets", ["brug"], "niets"),
        ("", ["brug"], ""),
    ],
)
def test_whole_words_and_phrases_are_highlighted(text: str, phrases: list[str], expected: str) -> None:
    assert marked(text, *phrases) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("brug bruggen opbrug br", "[brug] [bruggen] opbrug br"),
        ("Brügge brug's", "[Brügge] [brug's]"),
        ("brug2 brug-x", "[brug2] [brug]-x"),
    ],
)
def test_words_with_a_prefix_are_highlighted(text: str, expected: str) -> None:
    assert marked(text, prefixes=("bru",)) == expected
    assert marked(text, "brug", prefixes=("bru",)) == expected


def test_a_query_with_many_terms_highlights_the_same(request: pytest.FixtureRequest) -> None:
    terms = [f"woord{number}" for number in range(150)]
    assert marked("een woord7 en woord149's woord200", *terms, "woord149s") == "een [woord7] en [woord149's] woord200"


def paragraphs(*texts: str, heading: bool = False) -> tuple[str, tuple[Paragraph, ...]]:
    laid = tuple(laid_out((text, "heading" if heading and not place else "body") for place, text in enumerate(texts)))
    return PARAGRAPH_BREAK.join(texts), laid


def spans_of(text: str, *words: str) -> list[Span]:
    return Highlighter([(word,) for word in words], ()).spans(text)


def test_a_snippet_is_where_most_highlights_are() -> None:
    text, laid = paragraphs("aap " + "x " * 200 + "aap noot mies " + "y " * 200 + "noot")
    found = snippet(text, laid, spans_of(text, "aap", "noot", "mies"))
    assert found is not None
    assert "aap noot mies" in found.of(text)
    assert len(found.of(text)) <= SNIPPET_LENGTH
    assert text[: found.start].rstrip().endswith("x")
    first = snippet(text, laid, spans_of(text, "noot"))
    assert first is not None
    assert first.of(text).startswith("x x")


def test_a_snippet_begins_and_ends_between_words_and_stays_in_its_paragraph() -> None:
    text, laid = paragraphs("eerste alinea", "abcdefg " * 10 + "zwaan " + "hijklmn " * 60, "laatste")
    found = snippet(text, laid, spans_of(text, "zwaan"))
    assert found is not None
    shown = found.of(text)
    assert set(shown.split()) == {"abcdefg", "zwaan", "hijklmn"}
    assert shown.index("zwaan") == 40
    assert 100 < len(shown) <= SNIPPET_LENGTH
    text, laid = paragraphs("eerste alinea", "zwaan en meer", "laatste")
    assert snippet(text, laid, spans_of(text, "zwaan")) == laid[1].span
    assert snippet(text, laid, spans_of(text, "laatste")) == laid[2].span
    assert snippet(text, laid, []) is None


def test_a_snippet_of_one_endless_word_is_cut_within_it() -> None:
    text, laid = paragraphs("begin " + "z" * 1000)
    found = snippet(text, laid, [Span(6, 1006)])
    assert found == Span(0, 1006)
    assert snippet(text, laid, [Span(0, 5)]) == Span(0, SNIPPET_LENGTH)


def test_the_opening_is_that_of_the_first_body_paragraph() -> None:
    text, laid = paragraphs("De kop", "De eerste alinea.", "De tweede.", heading=True)
    assert opening(text, laid).of(text) == "De eerste alinea."
    text, laid = paragraphs("De kop", "woord " * 100, heading=True)
    assert opening(text, laid).of(text) == ("woord " * 100)[:197].rstrip()
    text, laid = paragraphs("Alleen een kop", heading=True)
    assert opening(text, laid) == Span(0, len(text))
    text, laid = paragraphs("k" * 500, heading=True)
    assert opening(text, laid) == Span(0, SNIPPET_LENGTH)
