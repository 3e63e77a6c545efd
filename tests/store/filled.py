"""A library with something of everything, for the tests."""

import json

from briefing.article import Span
from briefing.claims.claim import ClaimCorrection
from briefing.compare.link import LinkCorrection
from briefing.note import Note
from store import Grade, Library
from tests.store.articles import report


def filled(library: Library) -> Library:
    """A library with something of everything, numbers that were given and taken back among it."""
    left, right = (library.articles.add(report(title), source=f"{title}.txt").article for title in ("een", "twee"))
    library.articles.add(report("weg"))
    library.articles.remove("3")
    library.articles.add(report("Three cafés", language="en"))
    library.articles.tag("1", ("x",))
    library.articles.mark_read("2")
    library.articles.archive("2")
    library.dossiers.create("story", ["4", "1"])
    library.notes.add(Note("", "on a passage", article="1", passage=left.passage(Span(0, 3)), tags=("y",)))
    library.notes.add(Note("", "on a dossier", dossier="1"))
    library.corrections.add_claim("1", ClaimCorrection(left.passage(Span(0, 3)), "change", certainty="possible"))
    library.corrections.add_link(
        "1", "2", LinkCorrection(left.passage(Span(0, 3)), right.passage(Span(0, 4)), "reject")
    )
    library.grades.set(Grade("Reuters", "A"))
    library.settings.set("engine", "literal")
    return library


def everything(library: Library) -> list[object]:
    """All that a library holds, for comparing."""
    return [json.loads(line) for line in library.exchange.export_lines()][1:]
