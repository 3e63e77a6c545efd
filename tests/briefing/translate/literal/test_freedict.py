"""FreeDict dictionaries of the system serve the words that the built-in dictionary lacks, and never get in the way."""

import gzip
from pathlib import Path

import pytest

from briefing.article import Language
from briefing.translate.literal import LiteralTranslator, freedict
from briefing.translate.literal.engine import translator
from briefing.translate.literal.freedict import FreeDict, FreedictEntry, files

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
DUTCH = """\
flabber /flɑbər/
1. zwonk
2. machine

glimpelen /xlɪmpələn/
wander, stroll

snorrig /snɔrəx/ <adj>
wobblesome

hutsel /hʏtsəl/
tradeandindustry, lastweek

mĳmelaar /mɛimɘlaːr/
dreamer (of dreams), ...ago

nacht /nɑxt/
night

snof /snɔf/
wobble-thing

Borvel /bɔrvəl/
Borvelland
"""
ENGLISH = """\
frobbet /frɒbɪt/
1. zwalp, fiets, rijwiel
2. gebouw

splonk /splɒŋk/ <v>
huppen

and /ænd/
en

quibbic /kwɪbɪk/
kwibbig

snoff /snɒf/
snof

trade /treɪd/
handel

industry /ɪndəstri/
nijverheid

last /lɑːst/
laatst

week /wiːk/
week
"""


def _base64(value: int) -> str:
    digits = _DIGITS[value % 64]
    while value := value // 64:
        digits = _DIGITS[value % 64] + digits
    return digits


def written(folder: Path, from_: Language, text: str, *, packed: bool = True) -> None:
    """Write a dictionary as dictd has it, entries apart by an empty line."""
    name = {"nl": "freedict-nld-eng", "en": "freedict-eng-nld"}[from_]
    body, lines = b"", ["00databaseshort\tA\tB"]
    for entry in text.strip("\n").split("\n\n"):
        data = (entry + "\n").encode()
        headword = entry.split(" /")[0].lower()
        lines.append(f"{headword}\t{_base64(len(body))}\t{_base64(len(data))}")
        body += data
    (folder / f"{name}.index").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / f"{name}.dict{'.dz' if packed else ''}").write_bytes(gzip.compress(body) if packed else body)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with both dictionaries."""
    written(tmp_path, "nl", DUTCH)
    written(tmp_path, "en", ENGLISH, packed=False)
    return tmp_path


def opened(folder: Path, from_: Language = "nl") -> FreeDict:
    """The dictionary of the folder."""
    to = "en" if from_ == "nl" else "nl"
    return FreeDict(files(from_, to, (folder,)))


@pytest.mark.parametrize(
    ("from_", "word", "found"),
    [
        ("nl", "flabber", [FreedictEntry(None, (("zwonk",), ("machine",)))]),
        ("nl", "snorrig", [FreedictEntry("a", (("wobblesome",),))]),
        ("nl", "mijmelaar", [FreedictEntry(None, (("dreamer",),))]),
        ("nl", "borvel", []),
        ("nl", "Borvel", [FreedictEntry(None, (("Borvelland",),))]),
        ("nl", "databaseshort", []),
        ("nl", "", []),
        ("en", "splonk", [FreedictEntry("v", (("huppen",),))]),
    ],
)
def test_an_entry_gives_its_meanings_and_the_part_of_speech_that_it_names(
    folder: Path, from_: Language, word: str, found: list[FreedictEntry]
) -> None:
    assert list(opened(folder, from_).entries(word)) == found


@pytest.mark.parametrize(
    ("dutch", "english"),
    [
        ("De man koopt een flabber.", "The man buys a machine."),
        ("De man glimpelde in de stad.", "The man wandered in the city."),
        ("De mijmelaars wachten.", "The dreamers wait."),
        ("Een snorrige man wacht.", "A wobblesome man waits."),
    ],
)
def test_an_unknown_dutch_word_is_translated_in_its_form_and_counts_as_known(
    folder: Path, dutch: str, english: str
) -> None:
    one = LiteralTranslator(freedict=(folder,)).translated([dutch], "nl", "en")[0]
    assert one.text == english
    assert one.share == 1


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("The man buys two frobbets.", "De man koopt twee fietsen."),
        ("The man splonked in the city.", "De man hupte in de stad."),
        ("The man buys a quibbic bicycle.", "De man koopt een kwibbige fiets."),
        ("The man buys three snoffs.", "De man koopt drie snoffen."),
    ],
)
def test_an_unknown_english_word_is_the_commonest_known_equivalent_in_its_form(
    folder: Path, english: str, dutch: str
) -> None:
    one = LiteralTranslator(freedict=(folder,)).translated([english], "en", "nl")[0]
    assert one.text == dutch
    assert one.share == 1


@pytest.mark.parametrize("word", ["hutsel", "zwurfel"])
def test_a_word_without_a_usable_equivalent_stays_marked(folder: Path, word: str) -> None:
    one = LiteralTranslator(freedict=(folder,)).translated([f"De man koopt een {word} in de stad."], "nl", "en")[0]
    assert f"*{word}*" in one.text
    assert one.share < 1


def test_a_form_that_a_built_in_word_does_not_have_is_not_made_one_of_it(folder: Path) -> None:
    one = LiteralTranslator(freedict=(folder,)).translate(["Hij zag twee nachts en twee snoffen."], "nl", "en")[0]
    assert "*nachts*" in one
    assert "two wobble-things" in one


def test_the_built_in_dictionary_and_the_glossary_win(tmp_path: Path) -> None:
    written(tmp_path, "nl", "fiets /fits/\nwobbler\n\nflabber /flɑbər/\nwobbler\n")
    engine = LiteralTranslator({"flabber": "gizmo"}, freedict=(tmp_path,))
    text = engine.translate(["De man koopt een fiets en een flabber."], "nl", "en")[0]
    assert "bicycle" in text or "bike" in text
    assert "gizmo" in text
    assert "wobbler" not in text


def test_the_files_are_read_only_when_a_word_is_unknown(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []
    whole = freedict._bytes

    def counted(path: Path) -> bytes:
        read.append(path)
        return whole(path)

    monkeypatch.setattr(freedict, "_bytes", counted)
    engine = LiteralTranslator(freedict=(folder,))
    engine.translate(["De man koopt een fiets."], "nl", "en")
    assert not read
    engine.translate(["De man koopt een flabber."], "nl", "en")
    assert read


def test_the_version_tells_whether_and_which_dictionaries_are_there(folder: Path, tmp_path: Path) -> None:
    plain = LiteralTranslator().version
    first = LiteralTranslator(freedict=(folder,)).version
    assert first.startswith(f"{plain}+freedict.")
    assert LiteralTranslator(freedict=(folder / "none",)).version == plain
    written(folder, "nl", DUTCH + "\nsnorf /snɔrf/\nthing\n")
    assert LiteralTranslator(freedict=(folder,)).version not in {plain, first}


def test_the_engine_of_the_registry_looks_in_the_folders_of_the_system(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(freedict, "FOLDERS", (folder / "none", folder))
    assert "+freedict" in translator().version
    assert translator().translate(["De mijmelaar wacht."], "nl", "en") == ["The dreamer waits."]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("freedict-nld-eng.dict.dz", b"no gzip at all"),
        ("freedict-nld-eng.dict.dz", gzip.compress(DUTCH.encode())[:-20]),
        ("freedict-nld-eng.dict.dz", b""),
        ("freedict-nld-eng.index", b"flabber\xff\tA\tB\n"),
        ("freedict-nld-eng.index", b"flabber\nflabber\t?\tB\nflabber\tB\t//////\nflabber\t//////////////\tB\n"),
    ],
)
def test_damaged_files_are_no_dictionary_and_no_error(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    one = LiteralTranslator(freedict=(folder,)).translate(["De man koopt een flabber."], "nl", "en")[0]
    assert one == "The man buys a *flabber*."


def test_a_missing_half_is_no_dictionary(folder: Path) -> None:
    (folder / "freedict-nld-eng.index").unlink()
    assert files("nl", "en", (folder,)) is None
    assert "*flabber*" in LiteralTranslator(freedict=(folder,)).translate(["Een flabber wacht."], "nl", "en")[0]


def test_a_file_that_unpacks_beyond_the_limit_is_no_dictionary(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(opened(folder).entries("flabber"))
    monkeypatch.setattr(freedict, "LARGEST", 100)
    assert not list(opened(folder).entries("flabber"))
