"""The two real reports, read from the folder beside the checkout; their text never enters the project."""

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.article import Article, PublicationDate
from briefing.ingest.text import read_article


@pytest.fixture
def articles(shared: Path) -> list[Article]:
    return [read_article(path.read_bytes(), name=path.name) for path in sorted((shared / "articles").glob("*.txt"))]


def test_the_first_is_known_to_the_month_and_the_second_has_no_date(articles: list[Article]) -> None:
    assert [article.published for article in articles] == [PublicationDate(2019, 1), None]


def test_each_has_its_one_heading(articles: list[Article]) -> None:
    assert [sum(part.kind == "heading" for part in article.paragraphs) for article in articles] == [1, 1]


def test_both_are_dutch_and_start_with_the_news(articles: list[Article]) -> None:
    assert {article.language for article in articles} == {"nl"}
    assert all(article.title.startswith("Huawei") and len(article.title) <= 90 for article in articles)


@pytest.mark.parametrize("promise", ["errors", "claims", "compare", "summary-nl"])
def test_the_commands_keep_their_promises(shared: Path, promise: str) -> None:
    command = shlex.join([sys.executable, "-m", "tui"])
    done = subprocess.run(
        [sys.executable, shared / "check" / "contract.py", "--briefing", command, promise],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
