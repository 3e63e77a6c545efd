"""Translations with the engines of the settings and the library's cache, and the content of a briefing."""

from collections.abc import Sequence
from types import SimpleNamespace

import pytest

from analysis import PARTS, Analysis
from briefing.article import Language
from briefing.claims.claim import ClaimCorrection
from briefing.message import UnavailableError
from briefing.note import Note
from briefing.translate import engines
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.engines import Registered
from briefing.translate.translator import Cancelled, StoppedError, never
from store import Library
from tests.analysis.reports import loose_reports, stored_reports


class Engine:
    """An engine that gives texts back in capitals, after its name."""

    version = "1"

    def __init__(self, name: str) -> None:
        self.name, self.texts, self.broken = name, list[str](), False

    def translate(
        self, texts: Sequence[str], from_: Language, to: Language, *, cancelled: Cancelled = never
    ) -> list[str]:
        if cancelled():
            raise StoppedError
        if self.broken:
            raise UnavailableError("translate.unreachable", engine=self.name, host="far")
        self.texts += texts
        return [f"{self.name.upper()} {text.upper()}" for text in texts]

    def close(self) -> None:
        """Nothing is open."""


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> dict[str, Engine]:
    """The engines `near`, which is local, and `far`, which sends texts to a service."""
    made = {"near": Engine("near"), "far": Engine("far")}
    registered = {"near": Registered("near"), "far": Registered("far", sends=True, host="far.example")}
    monkeypatch.setattr(engines, "ENGINES", registered)
    monkeypatch.setattr(engines, "import_module", lambda name: SimpleNamespace(translator=lambda _: made[name]))
    return made


SENDING = TranslationSettings(("far", "near"))


def test_a_translation_is_made_once_and_kept_in_the_library(library: Library, installed: dict[str, Engine]) -> None:
    article, *_ = stored_reports(library)
    first = list(Analysis(library).translation(article, "en"))
    assert [one.text.split()[0] for one in first] == ["NEAR", "NEAR"]
    assert list(Analysis(library).translation(article, "en")) == first
    assert len(installed["near"].texts) == 2
    list(Analysis().translation(article, "en"))
    assert len(installed["near"].texts) == 4


def test_a_translation_is_by_the_engines_of_the_settings_or_those_named(installed: dict[str, Engine]) -> None:
    article = loose_reports()[0]
    analysis = Analysis(None, SENDING)
    assert next(analysis.translation(article, "en")).engine.name == "far"
    assert next(analysis.translation(article, "en", ["near"])).engine.name == "near"
    installed["far"].broken = True
    passed_over: list[str] = []
    translation = analysis.translation(article, "en", passed_over=lambda error: passed_over.append(error.message.code))
    assert next(translation).engine.name == "near"
    assert passed_over == ["translate.unreachable"]


def test_a_translation_can_be_stopped(installed: dict[str, Engine]) -> None:
    with pytest.raises(StoppedError):
        next(Analysis().translation(loose_reports()[0], "en", cancelled=lambda: True))


def test_a_summary_is_translated_likewise(library: Library, installed: dict[str, Engine]) -> None:
    analysis = Analysis(library, SENDING)
    summary = analysis.summary(stored_reports(library)[:1])
    translated = analysis.translated(summary, "en", ["near"])
    assert translated.to == "en"
    assert {one.text.split()[0] for one in translated.sentences} == {"NEAR"}
    asked = list(installed["near"].texts)
    assert analysis.translated(summary, "en", ["near"]) == translated
    assert installed["near"].texts == asked
    assert {one.text.split()[0] for one in analysis.translated(summary, "en").sentences} == {"FAR"}
    installed["far"].broken = True
    passed_over: list[str] = []
    analysis.translated(
        analysis.summary(stored_reports(library)[1:2]),
        "en",
        passed_over=lambda error: passed_over.append(error.message.code),
    )
    assert passed_over == ["translate.unreachable"]
    with pytest.raises(StoppedError):
        Analysis(None, SENDING).translated(summary, "en", cancelled=lambda: True)


def test_a_briefing_on_two_articles_has_their_comparison(library: Library, installed: dict[str, Engine]) -> None:
    left, right, _ = stored_reports(library)
    analysis = Analysis(library)
    briefing = analysis.briefing([left, right], to="nl")
    assert (briefing.title, briefing.articles) == (left.title, (left, right))
    assert briefing.comparisons == (analysis.comparison(left, right),)
    assert briefing.ledger is None
    assert briefing.claims == {"1": analysis.claims(left), "2": analysis.claims(right)}
    assert briefing.summary == analysis.translated(analysis.summary([left, right]), "nl")
    assert briefing.made.utcoffset() is not None
    assert analysis.briefing([left], to="nl", title="Korenbrug").title == "Korenbrug"


def test_a_briefing_has_the_users_corrections(library: Library, installed: dict[str, Engine]) -> None:
    articles = stored_reports(library)
    analysis = Analysis(library)
    before = analysis.briefing(articles, to="nl")
    for article in articles:
        for claim in analysis.claims(article):
            anchor = article.passage(claim.content.span)
            library.corrections.add_claim(article.id, ClaimCorrection(anchor, "reject"))
    after = analysis.briefing(articles, to="nl")
    assert after.ledger == analysis.ledger(articles) != before.ledger
    assert after.claims == {article.id: analysis.claims(article) for article in articles} != before.claims
    assert after.summary == analysis.translated(analysis.summary(articles), "nl")


def test_a_briefing_on_several_articles_has_their_ledger_and_on_one_neither(
    library: Library, installed: dict[str, Engine]
) -> None:
    articles = stored_reports(library)
    analysis = Analysis(library)
    briefing = analysis.briefing(articles, to="en")
    assert briefing.comparisons == ()
    assert briefing.ledger == analysis.ledger(articles)
    alone = analysis.briefing(articles[:1], to="en")
    assert (alone.comparisons, alone.ledger) == ((), None)


@pytest.mark.parametrize("part", PARTS)
def test_a_briefing_has_only_the_parts_asked_for(library: Library, installed: dict[str, Engine], part: str) -> None:
    articles = stored_reports(library)
    library.notes.add(Note("", "Navragen.", article="1"))
    for some in (articles, articles[:2]):
        briefing = Analysis(library).briefing(some, to="nl", parts=[part])
        filled = {
            "summary": briefing.summary is not None,
            "comparison": bool(briefing.comparisons or briefing.ledger),
            "claims": bool(briefing.claims),
            "notes": bool(briefing.notes),
        }
        assert [name for name, there in filled.items() if there] == [part]


def test_a_briefing_has_the_notes_on_its_articles_and_on_dossiers_of_these_alone(
    library: Library, installed: dict[str, Engine]
) -> None:
    one, two, _ = stored_reports(library)
    for articles in (["1", "2"], ["1", "3"], []):
        library.dossiers.create("story", articles)
    for number in ("1", "2", "3"):
        library.notes.add(Note("", f"on article {number}", article=number))
        library.notes.add(Note("", f"on dossier {number}", dossier=number))
    briefing = Analysis(library).briefing([one, two], to="nl")
    assert [note.text for note in briefing.notes] == ["on article 1", "on article 2", "on dossier 1"]
    assert Analysis().briefing([one, two], to="nl").notes == ()


def test_the_summary_of_a_briefing_is_sent_nowhere_unasked(library: Library, installed: dict[str, Engine]) -> None:
    articles = stored_reports(library)
    analysis = Analysis(library, SENDING)
    briefing = analysis.briefing(articles, to="en", parts=["summary"])
    assert briefing.summary is not None
    assert briefing.summary.to == "en"
    assert (installed["far"].texts, installed["near"].texts != []) == ([], True)
    asked = list(installed["near"].texts)
    assert analysis.briefing(articles, to="en", parts=["summary"]).summary == briefing.summary
    assert installed["near"].texts == asked
    named = analysis.briefing(articles, to="en", parts=["summary"], engines=["far"]).summary
    assert named is not None
    assert named.engine is not None
    assert named.engine.name == "far"


def test_the_summary_of_a_briefing_stays_as_it_is_if_no_engine_works(
    library: Library, installed: dict[str, Engine]
) -> None:
    articles = stored_reports(library)
    installed["near"].broken = True
    assert Analysis(library).briefing(articles, to="en", parts=["summary"]).summary == Analysis(library).summary(
        articles
    )
    assert Analysis().briefing(loose_reports()[:2], to="en", parts=["summary"]).summary is not None
