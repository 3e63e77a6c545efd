"""Denials: by the verb, or by saying that what somebody is accused of is not so."""

from functools import cache

from briefing.article import Article, Language, Sentence
from briefing.claims.claim import Claim
from briefing.language.lexicon import lexicon
from briefing.language.tables.key_facts import KeyFactWords
from briefing.language.tables.loading import load
from briefing.summary.report import Report


@cache
def key_fact_words(language: Language) -> KeyFactWords:
    """The words of a language that tell of harm, decisions and accusations."""
    return load(KeyFactWords, language, "key_facts")


def is_denial(claim: Claim, article: Article, *, accuses: bool) -> bool:
    """Whether a source denies something. `accuses` is whether the sentence names something that people are accused of."""
    if accuses and claim.source and claim.cue and claim.polarity == "negative":
        return True
    return _is_by_verb(claim, article)


def denies(report: Report, sentence: Sentence) -> bool:
    """Whether somebody denies something in the sentence, by the verb."""
    return any(_is_by_verb(claim, report.article) for claim in report.claims_in(sentence))


def accuses(report: Report, sentence: Sentence) -> bool:
    """Whether the sentence names something that people are accused of."""
    return not key_fact_words(report.article.language).accusation.isdisjoint(report.words(sentence))


def _is_by_verb(claim: Claim, article: Article) -> bool:
    if not claim.source or not claim.cue or claim.polarity != "negative":
        return False
    verbs = lexicon(article.language).verbs
    words = " ".join(part.of(article.text) for part in claim.cue.parts).lower().split()
    return any(cue.kind == "deny" for word in words for cue in verbs.get(word, ()))
