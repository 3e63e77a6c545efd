"""The library and the tables against plain dictionaries, through any sequence of actions, restarts among them."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule
from tinydb import where

from briefing.note import Note
from store import ArticleFilter, Database, Library
from tests.store.articles import report

WORDS = st.sampled_from(["netwerk", "huis", "Café", "brug", "dienst"])
TAGS = st.lists(st.sampled_from(["een", "twee", "drie"]), max_size=3, unique=True)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


class LibraryModel(RuleBasedStateMachine):
    """Articles as (words, tags, unread, state), notes as (article, text), and the states before each action for the undo."""

    articles = Bundle("articles")

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.library = Library.open(self.folder)
        self.model: dict[str, tuple[str, tuple[str, ...], bool, str]] = {}
        self.notes: dict[str, tuple[str, str]] = {}
        self.before: list[tuple[Any, Any]] = []
        self.given: set[str] = set()

    def remember(self) -> None:
        self.before.append((dict(self.model), dict(self.notes)))

    @rule(target=articles, words=st.lists(WORDS, min_size=1, max_size=3), number=st.integers(0, 50))
    def add(self, words: list[str], number: int) -> str:
        title = f"{' '.join(words)} {number}"
        added = self.library.articles.add(report(title, title))
        known = [identifier for identifier, (text, *_) in self.model.items() if text == title]
        assert added.new == (not known)
        if added.new:
            assert added.article.id not in self.given
            self.remember()
            self.given.add(added.article.id)
            self.model[added.article.id] = (title, (), True, "active")
        else:
            assert added.article.id == known[0]
        return added.article.id

    @rule(article=articles, tags=TAGS)
    def tag(self, article: str, tags: list[str]) -> None:
        if article in self.model:
            text, old, unread, state = self.model[article]
            if old != tuple(tags):
                self.remember()
            self.library.articles.tag(article, tuple(tags))
            self.model[article] = (text, tuple(tags), unread, state)

    @rule(article=articles, state=st.sampled_from(["active", "archived", "trashed"]))
    def move(self, article: str, state: str) -> None:
        if article in self.model:
            text, tags, unread, old = self.model[article]
            if old != state:
                self.remember()
            moves = {
                "active": self.library.articles.recover,
                "archived": self.library.articles.archive,
                "trashed": self.library.articles.trash,
            }
            moves[state](article)
            self.model[article] = (text, tags, unread, state)

    @rule(article=articles, text=WORDS)
    def note(self, article: str, text: str) -> None:
        if article in self.model:
            self.remember()
            self.notes[self.library.notes.add(Note("", text, article=article)).id] = (article, text)

    @rule(article=consumes(articles))
    def remove(self, article: str) -> None:
        if article in self.model:
            self.remember()
            self.library.articles.remove(article)
            del self.model[article]
            self.notes = {key: note for key, note in self.notes.items() if note[0] != article}

    @rule()
    def undo(self) -> None:
        assert (self.library.undo() is not None) == bool(self.before)
        if self.before:
            self.model, self.notes = self.before.pop()

    @rule()
    def restart(self) -> None:
        self.library.close()
        self.library = Library.open(self.folder)

    @rule(words=WORDS)
    def search(self, words: str) -> None:
        found = {hit.record.id for hit in self.library.full_text.search(f"{words} in:all")}
        assert found == {key for key, (text, *_) in self.model.items() if words in text.split()}

    @invariant()
    def holds_the_same(self) -> None:
        everything = ArticleFilter(state=None)
        records = {record.id: record for record in self.library.articles.records(everything)}
        assert {
            key: (self.library.articles.get(key).text, record.tags, record.unread, record.state)
            for key, record in records.items()
        } == self.model
        assert {note.id: (note.article, note.text) for note in self.library.notes.find()} == self.notes
        active = [key for key, (_, _, _, state) in self.model.items() if state == "active"]
        assert self.library.articles.count().total == len(active)

    def teardown(self) -> None:
        if hasattr(self, "library"):
            assert self.library.maintenance.check() == []
            self.library.close()
            shutil.rmtree(self.folder)


class TableModel(RuleBasedStateMachine):
    """A table of TinyDB as a dictionary of documents by number."""

    @initialize()
    def start(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.database = Database(self.folder / "test.db")
        self.model: dict[int, dict[str, Any]] = {}
        self.last = 0

    @rule(documents=st.lists(st.dictionaries(st.sampled_from("abc"), JSON, max_size=3), max_size=3))
    def insert(self, documents: list[dict[str, Any]]) -> None:
        numbers = self.database.insert_multiple(documents)
        assert numbers == list(range(self.last + 1, self.last + 1 + len(documents)))
        self.last += len(documents)
        self.model.update(zip(numbers, documents, strict=True))

    @rule(name=st.sampled_from("abc"), value=JSON)
    def update(self, name: str, value: Any) -> None:
        updated = self.database.update({"x": value}, where(name).exists())
        assert updated == [number for number, document in self.model.items() if name in document]
        for number in updated:
            self.model[number] = {**self.model[number], "x": value}

    @rule(name=st.sampled_from("abc"), value=JSON)
    def remove(self, name: str, value: Any) -> None:
        removed = self.database.remove(where(name) == value)
        for number in removed:
            assert self.model.pop(number)[name] == value

    @rule(value=JSON)
    def fail_in_a_transaction(self, value: Any) -> None:
        try:
            with self.database.transaction():
                self.database.insert({"a": value})
                self.database.update({"b": value})
                raise KeyError
        except KeyError:
            pass

    @rule()
    def restart(self) -> None:
        self.database.close()
        self.database = Database(self.folder / "test.db")

    @invariant()
    def holds_the_same(self) -> None:
        assert {document.doc_id: dict(document) for document in self.database} == self.model
        assert self.database.search(where("a").exists()) == [one for one in self.model.values() if "a" in one]

    def teardown(self) -> None:
        if hasattr(self, "database"):
            self.database.close()
            shutil.rmtree(self.folder)


LENGTHS = settings(max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TestLibrary = LibraryModel.TestCase
TestLibrary.settings = LENGTHS
TestTable = TableModel.TestCase
TestTable.settings = LENGTHS
