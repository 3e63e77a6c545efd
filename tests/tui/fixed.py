"""An analysis that always gives the same, for pictures of the screens that change with the screens alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.article import Article, Language, PublicationDate, Span
from briefing.claims.claim import Certainty, Claim, Extent, Polarity, Source, SourceKind
from briefing.compare.ledger import Account, EntryLink, Ledger, Row
from briefing.compare.link import Comparison, Difference, Pair, Relation
from briefing.coverage.revision import Detail, Revision, RevisionChange
from briefing.coverage.versions import History, Version, history_of
from briefing.engine import Engine
from briefing.message import Message
from briefing.summary.summary import Check, Summary, SummarySentence
from briefing.translate.translation import Translation

ENGINE = Engine("fixed", "1")


@dataclass(frozen=True)
class Said:
    """A claim in the words of the text: content, cue and source."""

    content: str
    cue: str = ""
    source: str = ""
    kind: SourceKind = "organisation"
    via: tuple[str, ...] = ()
    hedge: str = ""
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"


SAID = (
    Said("in mei dicht", "volgens", "het bestuur"),
    Said("We hebben geen keus", "zegt", "havenmeester Anna Kramer", "person", polarity="negative"),
    Said(
        "De sluiting zou 48 miljoen euro kosten",
        "meldt",
        "een ingewijde",
        "anonymous",
        ("Noord",),
        "zou",
        "unspecified",
    ),
    Said("er banen verdwijnen", "ontkent", "De gemeente", polarity="negative"),
    Said("Mogelijk komt er een regeling voor het personeel", hedge="Mogelijk", certainty="possible"),
    Said("De sluiting van de haven kost 52 miljoen euro", "zegt", "wethouder Piet Smit", "person"),
)
TOLD: tuple[tuple[str, str, Relation | None], ...] = (
    ("De haven van Delfhuizen gaat", "De haven van Delfhuizen gaat", "same"),
    ("De sluiting zou 48 miljoen euro", "De sluiting van de haven kost 52 miljoen euro", "conflicts"),
    ("De gemeente ontkent", "De gemeente ontkent", "same"),
)


def _span(text: str, words: str) -> Span | None:
    at = text.find(words) if words else -1
    return Span(at, at + len(words)) if at >= 0 else None


def _sentence(text: str, words: str) -> Span | None:
    found = _span(text, words)
    return Span(found.start, text.index(".", found.start) + 1) if found else None


def _shorter(article: Article) -> Article:
    """The article a day later, without its last paragraph."""
    day = PublicationDate(2021, 3, 9)
    return replace(article, id="9", paragraphs=article.paragraphs[:-1], published=day)


class FixedAnalysis:
    """What the app asks of an analysis, answered from the tables above."""

    def claims(self, article: Article) -> tuple[Claim, ...]:
        """The claims of the table whose words stand in the article."""
        found = [self._claim(article.text, number, said) for number, said in enumerate(SAID, start=1)]
        return tuple(claim for claim in found if claim)

    def _claim(self, text: str, number: int, said: Said) -> Claim | None:
        content = _span(text, said.content)
        if content is None:
            return None
        cue, source, hedge = (_span(text, words) for words in (said.cue, said.source, said.hedge))
        spans = [span for span in (content, cue, source) if span]
        return Claim(
            id=str(number),
            start=min(span.start for span in spans),
            end=max(span.end for span in spans),
            content=Extent.of(content),
            cue=Extent.of(cue) if cue else None,
            source=Source(Extent.of(source), said.source, said.kind) if source else None,
            via=said.via,
            root=said.via[-1] if said.via else None,
            why=Message.of("compare.why.corrected"),
            quotation="none",
            hedges=(hedge,) if hedge else (),
            certainty=said.certainty,
            polarity=said.polarity,
        )

    def comparison(self, left: Article, right: Article, **_how: object) -> Comparison:
        """The pairs of the table."""
        pairs = []
        for one, other, relation in TOLD:
            spans = _sentence(left.text, one), _sentence(right.text, other)
            if spans[0] and spans[1]:
                differences = (
                    (Difference("amount", "48 miljoen euro", "52 miljoen euro"),) if relation == "conflicts" else ()
                )
                pairs.append(Pair(spans[0], spans[1], 0.9, relation, None, differences))
        only = tuple(paragraph.span for paragraph in right.paragraphs[:1])
        return Comparison(left, right, ENGINE, tuple(pairs), (), only)

    def ledger(self, articles: Sequence[Article], **_how: object) -> Ledger:
        """The claims of the table by report, with the pairs of the table."""
        rows: list[Row] = []
        for left, right in pairwise(articles):
            for pair in self.comparison(left, right).pairs:
                entries = (self._entry(left, pair.left), self._entry(right, pair.right))
                link = EntryLink((left.id, right.id), pair.relation, pair.differences)
                roots = tuple(name for one in entries if (name := one.claim and one.claim.root))
                rows.append(
                    Row(
                        f"{left.id}:{pair.left.start}",
                        entries,
                        pair.relation,
                        pair.differences,
                        roots,
                        (),
                        tuple(articles),
                        (link,),
                    )
                )
        return Ledger(tuple(articles), tuple(rows), ENGINE)

    def _entry(self, article: Article, passage: Span) -> Account:
        claim = next((one for one in self.claims(article) if one.span.overlaps(passage)), None)
        return Account(article, passage, claim.content.span if claim else passage, claim)

    def versions(self, articles: Sequence[Article]) -> dict[str, History]:
        """Each article as the older version of one that says less."""
        return {article.id: history_of([Version(article), Version(_shorter(article))]) for article in articles}

    def revision(self, older: Article, newer: Article, **_how: object) -> Revision:
        """The first sentence reworded, the second softened, the last dropped."""
        first, second = _sentence(older.text, "De haven van"), _sentence(older.text, "De sluiting zou")
        last = _sentence(older.text, "Mogelijk komt")
        assert first and second and last
        words = (_span(older.text, "volgens het bestuur"), _span(older.text, "zou"))
        changes = (
            RevisionChange((Detail("reworded"),), first, first, tuple(filter(None, words[:1])), ()),
            RevisionChange((Detail("softened", "", "zou"),), second, second, (), tuple(filter(None, words[1:]))),
            RevisionChange((Detail("dropped"),), last, None, (last,), ()),
        )
        return Revision(older, newer, changes)

    def summary(self, articles: Sequence[Article], **_how: object) -> Summary:
        """The first sentence of each article."""
        sentences = []
        for article in articles:
            span = Span(0, article.text.index(".") + 1)
            sentences.append(SummarySentence(span.of(article.text), span.of(article.text), (article.passage(span),)))
        return Summary("nl", None, "fixed", tuple(articles), tuple(sentences))

    def translated(self, summary: Summary, to: Language, *_engines: object, **_how: object) -> Summary:
        """The sentences in capitals; the first of them has lost its number."""
        if to == "nl":
            return summary
        lost = (Check("number", False, "48"),)
        sentences = tuple(
            SummarySentence(sentence.text.upper(), sentence.original, sentence.passages, () if place else lost)
            for place, sentence in enumerate(summary.sentences)
        )
        return Summary(to, ENGINE, "fixed", summary.articles, sentences)

    def translation(self, article: Article, to: Language, *_engines: object, **_how: object) -> Iterator[Translation]:
        """The paragraphs in capitals."""
        for paragraph in article.paragraphs:
            yield Translation(paragraph.text, paragraph.text.upper(), article.language, to, ENGINE, ())
