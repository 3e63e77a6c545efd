"""Adding reports in the Library: by name, by address, and by pasting."""

from pathlib import Path
from urllib.parse import quote

import pytest
from textual.events import Paste
from textual.widgets import Input

from tests.briefing.ingest.samples import LINE, MORE, column, page, pdf
from tests.briefing.translate.raw_server import misbehaving, sends
from tests.tui.app import press, running, seen, settled

PAGE = sends(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page())
NO_PAGE = sends(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")


async def pasted(folder: Path, text: str, language: str = "en") -> tuple[list[str], str]:
    """The titles in the library after the text was pasted, and what is on the screen."""
    async with running(folder, texts=(), start=0, language=language) as (app, pilot):
        app.screen.post_message(Paste(text))
        await settled(pilot)
        return [record.title for record in app.library.articles.records()], seen(app)


async def test_the_text_of_a_report(tmp_path: Path) -> None:
    titles, shown = await pasted(tmp_path, f"Brug maanden dicht\n\n{LINE}\n\n{MORE}")
    assert titles == ["Brug maanden dicht"]
    assert "Added: Brug maanden dicht" in shown


@pytest.mark.parametrize("written", ["{}", "'{}'", '"{}"', " {}\n", "file://{}"])
async def test_the_path_of_a_file_as_terminals_drop_it(tmp_path: Path, written: str) -> None:
    path = tmp_path / "de brug.pdf"
    path.write_bytes(pdf(column(LINE, 40, 740)))
    titles, _shown = await pasted(tmp_path / "home", written.format(quote(str(path)) if "file:" in written else path))
    assert titles == [LINE.rstrip(".")]


async def test_several_files_dropped_at_once(tmp_path: Path) -> None:
    for name, text in (("een brug", LINE), ("twee", MORE)):
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    titles, _shown = await pasted(tmp_path / "home", f"{tmp_path}/een\\ brug.txt '{tmp_path}/twee.txt'")
    assert len(titles) == 2


async def test_the_address_of_a_page(tmp_path: Path) -> None:
    with misbehaving(PAGE) as url:
        titles, shown = await pasted(tmp_path, f" {url}/brug \n")
    assert titles == ["Brug maanden dicht"]
    assert f"Fetching {url}/brug" in shown


async def test_a_page_that_is_not_there_is_told_and_the_app_goes_on(tmp_path: Path) -> None:
    with misbehaving(NO_PAGE) as url:
        titles, shown = await pasted(tmp_path, url, "nl")
    assert titles == []
    assert "die pagina is er niet" in " ".join(shown.split())


@pytest.mark.parametrize("text", ["", " \n ", "\x1b]52;c;AAAA\x07", "\u202e"])
async def test_nothing_that_can_be_read_adds_nothing(tmp_path: Path, text: str) -> None:
    titles, _shown = await pasted(tmp_path, text)
    assert titles == []


async def test_an_address_typed_in_the_dialog(tmp_path: Path) -> None:
    with misbehaving(PAGE) as url:
        async with running(tmp_path, texts=(), start=0) as (app, pilot):
            await press(pilot, "plus")
            app.screen.post_message(Paste(url))
            await press(pilot, "enter")
            await settled(pilot)
            assert [record.title for record in app.library.articles.records()] == ["Brug maanden dicht"]


async def test_what_was_typed_is_there_to_be_mended_after_an_error(tmp_path: Path) -> None:
    async with running(tmp_path, texts=(), start=0) as (app, pilot):
        await press(pilot, "plus", *"brug", "enter")
        await settled(pilot)
        await press(pilot, "plus")
        assert app.screen.query_one("#answer", Input).value == "brug"
        await press(pilot, "escape")
        (tmp_path / "brug.txt").write_text(LINE, "utf-8")
        app.screen.post_message(Paste(str(tmp_path / "brug.txt")))
        await settled(pilot)
        await press(pilot, "plus")
        assert app.screen.query_one("#answer", Input).value == ""
