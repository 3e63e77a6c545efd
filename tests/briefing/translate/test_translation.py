"""Which engine translates, what is remembered, and what becomes of summaries and articles."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from briefing.article import Article, Language
from briefing.ingest.text import article_of
from briefing.message import UnavailableError, WrongUseError
from briefing.summary import summarise
from briefing.translate import engines
from briefing.translate.articles import paragraphs_in
from briefing.translate.engine_settings import EngineSettings, TranslationSettings
from briefing.translate.engines import Registered, candidates, destination, staying
from briefing.translate.summaries import in_language
from briefing.translate.translation import KIND, by_first_engine
from briefing.translate.translator import Cancelled, StoppedError, never


@dataclass
class Echo:
    """Translates by saying what it was given, in capitals; fails where it is told to."""

    name: str
    version: str = "1"
    broken: bool = False
    asked: list[str] = field(default_factory=list)
    made: int = 0
    closed: int = 0

    def translate(
        self, texts: Sequence[str], from_: Language, to: Language, *, cancelled: Cancelled = never
    ) -> list[str]:
        if cancelled():
            raise StoppedError
        if self.broken:
            raise UnavailableError("translate.unreachable", engine=self.name, host="far")
        self.asked += texts
        return [text.upper() for text in texts]

    def close(self) -> None:
        self.closed += 1


class Memory:
    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def get(self, kind: str, key: str) -> bytes | None:
        return self.kept.get((kind, key))

    def put(self, kind: str, key: str, value: bytes) -> None:
        self.kept[kind, key] = value


@pytest.fixture
def echoes(monkeypatch: pytest.MonkeyPatch) -> dict[str, Echo]:
    """The engines `near`, which sends nothing, and `far`, which does."""
    made = {"near": Echo("near"), "far": Echo("far")}
    registered = {"near": Registered("near"), "far": Registered("far", sends=True, host="far.example")}
    monkeypatch.setattr(engines, "ENGINES", registered)

    def translator(name: str) -> Echo:
        made[name].made += 1
        return made[name]

    monkeypatch.setattr(engines, "import_module", lambda name: SimpleNamespace(translator=lambda _: translator(name)))
    return made


BOTH = TranslationSettings(("far", "near"))
NONE = TranslationSettings()


def test_without_a_choice_only_engines_that_send_nothing_are_tried(echoes: dict[str, Echo]) -> None:
    over: list[object] = []
    assert candidates(NONE) == ("near",)
    echoes["near"].broken = True
    with pytest.raises(UnavailableError) as raised:
        by_first_engine(["een"], "nl", "en", NONE, passed_over=over.append)
    assert raised.value.message.code == "translate.no-engine"
    assert over == []
    assert echoes["far"].asked == []


def test_the_engines_are_tried_in_the_user_s_order(echoes: dict[str, Echo]) -> None:
    assert by_first_engine(["een"], "nl", "en", BOTH)[0].engine.name == "far"
    echoes["far"].broken = True
    over: list[str] = []
    found = by_first_engine(["een"], "nl", "en", BOTH, passed_over=lambda error: over.append(error.message.code))
    assert found[0].engine.name == "near"
    assert over == ["translate.unreachable"]


def test_an_engine_that_was_named_is_the_only_one_and_says_why_it_cannot(echoes: dict[str, Echo]) -> None:
    echoes["far"].broken = True
    with pytest.raises(UnavailableError) as raised:
        by_first_engine(["een"], "nl", "en", NONE, ["far"])
    assert raised.value.message.code == "translate.unreachable"
    assert echoes["near"].asked == []


def test_an_unknown_engine_is_wrong_use(echoes: dict[str, Echo]) -> None:
    with pytest.raises(WrongUseError):
        by_first_engine(["een"], "nl", "en", NONE, ["nowhere"])


def test_a_text_is_translated_once_for_each_direction_engine_and_version(echoes: dict[str, Echo]) -> None:
    memory = Memory()
    for _ in range(2):
        by_first_engine(["een", "twee"], "nl", "en", NONE, memory=memory)
    assert echoes["near"].asked == ["een", "twee"]
    by_first_engine(["een"], "en", "nl", NONE, memory=memory)
    by_first_engine(["een"], "nl", "en", NONE, ["far"], memory=memory)
    echoes["near"].version = "2"
    by_first_engine(["een"], "nl", "en", NONE, memory=memory)
    assert echoes["near"].asked == ["een", "twee", "een", "een"]
    assert {kind for kind, _ in memory.kept} == {KIND}


def test_a_spoiled_memory_is_asked_anew(echoes: dict[str, Echo]) -> None:
    memory = Memory()
    by_first_engine(["een"], "nl", "en", NONE, memory=memory)
    for key in memory.kept:
        memory.kept[key] = b"{"
    assert by_first_engine(["een"], "nl", "en", NONE, memory=memory)[0].text == "EEN"


def test_what_an_engine_gives_is_cleaned_now_and_from_the_memory(echoes: dict[str, Echo]) -> None:
    memory = Memory()
    hostile = "\x1b]0;title\x07a \x1b[31mb\u202e\ud800 c\n\nd"
    for _ in range(2):
        (found,) = by_first_engine([hostile], "nl", "en", NONE, memory=memory)
        assert found.text == "A B C D"
    assert echoes["near"].asked == [hostile]


def test_where_nothing_may_leave_the_user_s_own_order_still_counts(echoes: dict[str, Echo]) -> None:
    here = EngineSettings(url="http://localhost:11434/v1")
    assert staying(BOTH) == ("near",)
    assert staying(TranslationSettings(("far",))) == ("near",)
    assert staying(TranslationSettings(("far",), {"far": here})) == ("far",)


def test_where_texts_go_is_known(echoes: dict[str, Echo]) -> None:
    own = TranslationSettings((), {"far": EngineSettings(url="https://mine.example/v1")})
    here = TranslationSettings((), {"far": EngineSettings(url="http://localhost:11434/v1")})
    assert destination("near", NONE) is None
    assert destination("far", NONE) == "far.example"
    assert destination("far", own) == "mine.example"
    assert destination("far", here) is None


DUTCH = """De gemeente sluit de brug over de Elm in mei. Volgens de gemeente kost de reparatie 1,75 miljard euro.

De winkeliers vrezen dat zij klanten verliezen. De aannemer ontkent dat hij fouten heeft gemaakt."""


@pytest.fixture
def dutch() -> Article:
    return article_of(DUTCH, name="brug")


def test_a_summary_in_its_own_language_needs_no_engine(echoes: dict[str, Echo], dutch: Article) -> None:
    summary = in_language(summarise([dutch]), "nl", NONE)
    assert summary.engine is None
    assert echoes["near"].asked == []


def test_a_translated_summary_keeps_originals_and_passages_and_is_checked(
    echoes: dict[str, Echo], dutch: Article
) -> None:
    own = summarise([dutch])
    summary = in_language(own, "en", NONE)
    assert summary.to == "en"
    assert summary.engine is not None
    for before, after in zip(own.sentences, summary.sentences, strict=True):
        assert (after.original, after.passages) == (before.original, before.passages)
        assert after.checks


def test_of_a_mixed_dossier_only_the_foreign_sentences_are_translated(echoes: dict[str, Echo], dutch: Article) -> None:
    english = article_of(
        "The council of Elm closes the bridge in May. Traders fear that they will lose customers.", name="b"
    )
    summary = in_language(summarise([dutch, english]), "en", NONE)
    kept = [one for one in summary.sentences if one.outlet or one.passages[0].article == english.id]
    assert kept
    assert all(one.text in english.text and not one.checks for one in kept)
    assert set(echoes["near"].asked) == {one.original for one in summary.sentences} - {one.original for one in kept}


def test_an_article_comes_paragraph_by_paragraph(echoes: dict[str, Echo], dutch: Article) -> None:
    paragraphs = paragraphs_in(dutch, "en", NONE)
    assert echoes["near"].asked == []
    assert next(paragraphs).original == dutch.paragraphs[0].text
    assert len(echoes["near"].asked) == 1
    assert len(list(paragraphs)) == len(dutch.paragraphs) - 1


def test_the_engine_that_began_an_article_ends_it(echoes: dict[str, Echo], dutch: Article) -> None:
    paragraphs = paragraphs_in(dutch, "en", BOTH)
    assert next(paragraphs).engine.name == "far"
    echoes["far"].broken = True
    with pytest.raises(UnavailableError):
        next(paragraphs)


@pytest.mark.parametrize("read", [1, 2])
def test_an_article_is_translated_by_engines_that_are_made_once_and_closed(
    echoes: dict[str, Echo], dutch: Article, read: int
) -> None:
    echoes["far"].broken = True
    paragraphs = paragraphs_in(dutch, "en", BOTH)
    for _ in range(read):
        next(paragraphs)
    assert {(echo.made, echo.closed) for echo in echoes.values()} == {(1, 0)}
    paragraphs.close()
    assert {(echo.made, echo.closed) for echo in echoes.values()} == {(1, 1)}


def test_an_engine_that_translated_a_summary_is_closed(echoes: dict[str, Echo], dutch: Article) -> None:
    in_language(summarise([dutch]), "en", NONE)
    assert (echoes["near"].made, echoes["near"].closed) == (1, 1)


def test_an_article_is_not_translated_to_its_own_language(echoes: dict[str, Echo], dutch: Article) -> None:
    with pytest.raises(WrongUseError):
        next(paragraphs_in(dutch, "nl", NONE))


def test_it_stops_when_the_user_cancels(echoes: dict[str, Echo], dutch: Article) -> None:
    calls: list[Callable[[], object]] = [
        lambda: next(paragraphs_in(dutch, "en", NONE, cancelled=lambda: True)),
        lambda: in_language(summarise([dutch]), "en", NONE, cancelled=lambda: True),
    ]
    for call in calls:
        with pytest.raises(StoppedError):
            call()
