"""The user's corrections of claims and links; they take precedence over what the rules find."""

from collections.abc import Collection, Container
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.message import NothingFoundError
from store.base import LibraryPart
from store.engine import ColumnCondition, DocumentSelection
from store.records import (
    claim_correction_document,
    claim_correction_of,
    link_correction_document,
    link_correction_of,
    source_judgement_document,
    source_judgement_of,
)

if TYPE_CHECKING:
    from briefing.claims.claim import ClaimCorrection
    from briefing.claims.source_judgements import SourceJudgement
    from briefing.compare.link import LinkCorrection


class LibraryCorrections(LibraryPart):
    """The corrections, each with an identifier."""

    def add_claim(self, article_id: str, correction: "ClaimCorrection") -> str:
        """Store a correction of a claim; gives its identifier."""
        with self._action("correct"):
            number, _ = self._read("articles", article_id)
            return str(self._insert("corrections", claim_correction_document(number, correction)))

    def of_claims(self, article_id: str) -> "dict[str, ClaimCorrection]":
        """The corrections of an article's claims by identifier, oldest first."""
        number, _ = self._read("articles", article_id)
        with self._engine.reading() as snapshot:
            numbers = snapshot.select("corrections", DocumentSelection((ColumnCondition("article", "is", number),)))
            return {
                str(one): claim_correction_of(document)
                for one, document in snapshot.documents("corrections", numbers)
                if document["kind"] == "claim"
            }

    def remove_claim(self, article_id: str, id: str) -> None:
        """Remove a correction of a claim of the article.

        Raises:
            NothingFoundError: there is no such article, or no such correction of its claims.
        """
        self._remove(self.of_claims(article_id), id)

    def add_link(self, left_id: str, right_id: str, correction: "LinkCorrection") -> str:
        """Store a correction of a link between two articles; gives its identifier."""
        with self._action("correct"):
            left, right = self._read("articles", left_id)[0], self._read("articles", right_id)[0]
            return str(self._insert("corrections", link_correction_document(left, right, correction)))

    def of_links(self, left_id: str, right_id: str) -> "dict[str, LinkCorrection]":
        """The corrections of links between two articles by identifier, oldest first.

        Those made with the articles in the other order are given with their sides swapped.
        """
        left, right = self._read("articles", left_id)[0], self._read("articles", right_id)[0]
        found: dict[int, LinkCorrection] = {}
        with self._engine.reading() as snapshot:
            for one, other, swapped in ((left, right, False), (right, left, True)):
                pair = (ColumnCondition("article", "is", one), ColumnCondition("other", "is", other))
                numbers = snapshot.select("corrections", DocumentSelection(pair))
                links = ((n, one) for n, one in snapshot.documents("corrections", numbers) if one["kind"] == "link")
                for number, document in links:
                    link = link_correction_of(document)
                    found[number] = replace(link, left=link.right, right=link.left) if swapped else link
        return {str(number): found[number] for number in sorted(found)}

    def of_links_among(self, article_ids: Collection[str]) -> "tuple[LinkCorrection, ...]":
        """The corrections of links between any two of the articles, oldest first."""
        known = {self._read("articles", one)[0] for one in article_ids}
        found: dict[int, LinkCorrection] = {}
        with self._engine.reading() as snapshot:
            for article in sorted(known):
                numbers = snapshot.select(
                    "corrections", DocumentSelection((ColumnCondition("article", "is", article),))
                )
                for number, document in snapshot.documents("corrections", numbers):
                    if document["kind"] == "link" and document["other"] in known:
                        found[number] = link_correction_of(document)
        return tuple(found[number] for number in sorted(found))

    def remove_link(self, left_id: str, right_id: str, id: str) -> None:
        """Remove a correction of a link between the two articles.

        Raises:
            NothingFoundError: there is no such article, or no such correction between the two.
        """
        self._remove(self.of_links(left_id, right_id), id)

    def judge_sources(self, judgement: "SourceJudgement") -> str:
        """Store whether two names are one source, in place of what was said of them before; gives its identifier."""
        with self._action("judge-sources", one=judgement.one, other=judgement.other):
            earlier = [int(number) for number, one in self.of_sources().items() if one.key == judgement.key]
            self._table("corrections").remove(doc_ids=earlier)
            return str(self._insert("corrections", source_judgement_document(judgement)))

    def of_sources(self) -> "dict[str, SourceJudgement]":
        """What the user said of pairs of names by identifier, oldest first."""
        with self._engine.reading() as snapshot:
            numbers = snapshot.select("corrections", DocumentSelection((ColumnCondition("article", "is", None),)))
            found = snapshot.documents("corrections", sorted(numbers))
            return {str(one): source_judgement_of(document) for one, document in found if document["kind"] == "source"}

    def forget_sources(self, judgement: "SourceJudgement") -> None:
        """Remove what was said of the two names.

        Raises:
            NothingFoundError: nothing was said of them.
        """
        with self._action("forget-sources", one=judgement.one, other=judgement.other):
            numbers = [int(number) for number, one in self.of_sources().items() if one.key == judgement.key]
            if not numbers:
                raise NothingFoundError("library.no-source-judgement", one=judgement.one, other=judgement.other)
            self._table("corrections").remove(doc_ids=numbers)

    def _remove(self, candidates: Container[str], identifier: str) -> None:
        if identifier not in candidates:
            raise NothingFoundError("library.no-correction", id=identifier)
        number, _ = self._read("corrections", identifier)
        with self._action("correct-remove"):
            self._table("corrections").remove(doc_ids=[number])
