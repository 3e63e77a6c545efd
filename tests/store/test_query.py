"""The query language of the search."""

import pytest

from briefing.article import PublicationDate
from briefing.message import WrongUseError
from store import ArticleFilter
from store.query import Query, QueryPhrase, parse


def words(*given: str) -> tuple[QueryPhrase, ...]:
    return tuple(QueryPhrase((word,)) for word in given)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query((), (), ArticleFilter())),
        ("  ", Query((), (), ArticleFilter())),
        ("brug dicht", Query(words("brug", "dicht"), (), ArticleFilter())),
        ('"hoge brug" dicht', Query((QueryPhrase(("hoge", "brug")), *words("dicht")), (), ArticleFilter())),
        ("brug -dicht", Query(words("brug"), words("dicht"), ArticleFilter())),
        ('brug -"hoge brug"', Query(words("brug"), (QueryPhrase(("hoge", "brug")),), ArticleFilter())),
        ("bru*", Query((QueryPhrase(("bru",), open=True),), (), ArticleFilter())),
        ("title:brug", Query((QueryPhrase(("brug",), title=True),), (), ArticleFilter())),
        ("TITEL:brug", Query((QueryPhrase(("brug",), title=True),), (), ArticleFilter())),
        ("x -title:brug", Query(words("x"), (QueryPhrase(("brug",), title=True),), ArticleFilter())),
        (
            "https://nieuws.example/brug",
            Query((QueryPhrase(("https", "nieuws", "example", "brug")),), (), ArticleFilter()),
        ),
        ("well-known", Query((QueryPhrase(("well", "known")),), (), ArticleFilter())),
        ("12:30", Query((QueryPhrase(("12", "30")),), (), ArticleFilter())),
        ("!? *", Query((), (), ArticleFilter())),
        ("lang:nl", Query((), (), ArticleFilter(language="nl"))),
        ("taal:EN", Query((), (), ArticleFilter(language="en"))),
        ('outlet:"De Bode"', Query((), (), ArticleFilter(outlet="De Bode"))),
        ("medium:Bode", Query((), (), ArticleFilter(outlet="Bode"))),
        ("tag:a label:b", Query((), (), ArticleFilter(tags=("a", "b")))),
        ("newer:2019-02", Query((), (), ArticleFilter(newer=PublicationDate(2019, 2)))),
        ("nieuwer:2019", Query((), (), ArticleFilter(newer=PublicationDate(2019)))),
        ("older:2019", Query((), (), ArticleFilter(older=PublicationDate(2019)))),
        ("ouder:2019-02-03", Query((), (), ArticleFilter(older=PublicationDate(2019, 2, 3)))),
        ("unread:", Query((), (), ArticleFilter(unread=True))),
        ("unread:yes", Query((), (), ArticleFilter(unread=True))),
        ("ongelezen:Ja", Query((), (), ArticleFilter(unread=True))),
        ("unread:1", Query((), (), ArticleFilter(unread=True))),
        ("unread:no", Query((), (), ArticleFilter(unread=False))),
        ("ongelezen:nee", Query((), (), ArticleFilter(unread=False))),
        ("unread:0", Query((), (), ArticleFilter(unread=False))),
        ("dossier:7", Query((), (), ArticleFilter(dossier="7"))),
        ("in:archive", Query((), (), ArticleFilter(state="archived"))),
        ("in:archief", Query((), (), ArticleFilter(state="archived"))),
        ("in:trash", Query((), (), ArticleFilter(state="trashed"))),
        ("in:prullenbak", Query((), (), ArticleFilter(state="trashed"))),
        ("in:all", Query((), (), ArticleFilter(state=None))),
        ("in:ALLES brug", Query(words("brug"), (), ArticleFilter(state=None))),
    ],
)
def test_a_text_is_this_query(text: str, query: Query) -> None:
    assert parse(text) == query


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("hoge bru", (*words("hoge"), QueryPhrase(("bru",), typing=True))),
        ("hoge bru ", words("hoge", "bru")),
        ('"hoge bru', (QueryPhrase(("hoge", "bru"), typing=True),)),
        ('"hoge brug"', (QueryPhrase(("hoge", "brug"), typing=True),)),
        ("bru*", (QueryPhrase(("bru",), open=True, typing=True),)),
    ],
)
def test_the_last_word_may_be_unfinished_while_it_is_typed(text: str, phrases: tuple[QueryPhrase, ...]) -> None:
    assert parse(text, typing=True).wanted == phrases


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        ('brug "hoge', "library.query-quote", {}),
        ("-brug", "library.query-only-without", {}),
        ("lang:nl -brug", "library.query-only-without", {}),
        ("kleur:rood", "library.query-filter", {"name": "kleur"}),
        ("brug -tag:x", "library.query-filter", {"name": "tag"}),
        ("lang:n", "library.query-value", {"name": "lang", "value": "n"}),
        ("outlet:", "library.query-value", {"name": "outlet", "value": ""}),
        ("tag:", "library.query-value", {"name": "tag", "value": ""}),
        ("dossier:", "library.query-value", {"name": "dossier", "value": ""}),
        ("ongelezen:misschien", "library.query-value", {"name": "ongelezen", "value": "misschien"}),
        ("in:kelder", "library.query-value", {"name": "in", "value": "kelder"}),
        ("newer:gisteren", "library.query-date", {"name": "newer", "value": "gisteren"}),
        ("ouder:", "library.query-date", {"name": "ouder", "value": ""}),
    ],
)
def test_a_query_that_is_not_understood_is_refused(text: str, code: str, params: dict[str, str]) -> None:
    with pytest.raises(WrongUseError) as refused:
        parse(text)
    assert (refused.value.message.code, dict(refused.value.message.params)) == (code, params)
