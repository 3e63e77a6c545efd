"""Checks that a sentence written by a model says only what its passages say, in one language."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.article import Article, Language, PublicationDate, laid_out
from briefing.claims import claims_of
from briefing.claims.claim import Claim
from briefing.compare.terms import Profile, Term, profile
from briefing.language.lexicon import lexicon
from briefing.language.tags import VERBS
from briefing.summary.summary import Check
from briefing.translate.parity.cues import attribution_checks, negation_checks
from briefing.translate.parity.hedges import hedge_checks
from briefing.translate.parity.names_and_figures import figure_checks
from briefing.translate.parity.split_sentence import SplitSentence, line

_SURE: Final = 0.6
"""The least strength at which two words mean the same."""
_USED: Final = 0.5
"""The share of the words of a clause that a sentence must have to rest on it."""
_QUOTED: Final = re.compile(r"[\"“„«]([^\"“”„«»]{2,})[\"”“»]|(?<!\w)['‘]([^'‘’\n]{2,})['’](?!\w)")
_ENDED: Final = re.compile(r"[.!?…][\"'“”’)»]*$")
_DETERMINER, _PREPOSITION = "D", "p"


@dataclass(frozen=True, slots=True)
class CitedPassage:
    """A passage that a sentence rests on, with its article and the claims in it."""

    text: str
    article: Article
    claims: tuple[Claim, ...]


def failures(
    text: str, evidence: Sequence[CitedPassage], language: Language, published: PublicationDate | None = None
) -> tuple[Check, ...]:
    """What in the sentence no passage bears out, quoted from it or from the passage; nothing where it holds.

    Kinds: `passage` (it names none), `sentence` (it is none), `word`, `name`, `quotation`, `attribution`, `roles`, those of figures,
    and those of the checks of translations: `hedge`, `negation`, and what is added.
    """
    if not evidence:
        return (Check("passage", False, text),)
    cited, said = line(" ".join(one.text for one in evidence), language), line(text, language)
    found = [
        *([] if _is_whole(said) else [Check("sentence", False, text)]),
        *_words(text, cited.text, language),
        *(check for check in figure_checks(said, cited, published) if check.kind != "number-added"),
        *_quotations(text, cited.text),
        *_clauses(said, evidence, language),
        *_speakers(text, evidence, language),
        *_unattributed(text, evidence, language),
        *(check for one in evidence for check in _roles(text, one.text, language)),
    ]
    return tuple(dict.fromkeys(check for check in found if not check.ok))


def _is_whole(said: SplitSentence) -> bool:
    """Whether it is a sentence: one with a finite verb and an end."""
    return bool(_ENDED.search(said.text)) and any(tag in VERBS for tag in said.reading.tags)


def _words(text: str, cited: str, language: Language) -> Iterator[Check]:
    """The words with content that the passages do not have, nor one that means the same. Cues and hedges are looked at elsewhere."""
    known, cues = profile(cited, language), _cue_words(language)
    for term in profile(text, language).terms:
        if term.number or term.measure or term.text in cues:
            continue
        if not _is_in(term, known):
            yield Check("name" if term.name else "word", False, term.span.of(text))


@cache
def _cue_words(language: Language) -> frozenset[str]:
    words = lexicon(language)
    phrases = (phrase for listed in words.cues.phrases.values() for phrase in listed)
    return frozenset({*words.verbs, *words.noun_cues, *(word for phrase in phrases for word in phrase.split())})


def _is_in(term: Term, known: Profile) -> bool:
    return any(
        strength * other >= _SURE for key, strength in term.keys.items() for _place, other in known.by_key.get(key, ())
    )


def _quotations(text: str, cited: str) -> Iterator[Check]:
    """The quotations whose words do not stand in the passages."""
    plain = _bare(cited)
    for found in _QUOTED.finditer(text):
        words = found.group(1) or found.group(2)
        yield Check("quotation", _bare(words) in plain, words)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _clauses(said: SplitSentence, evidence: Sequence[CitedPassage], language: Language) -> Iterator[Check]:
    """Hedges, negations and attributions of what the sentence rests on, clause by clause; and those that it adds."""
    known = profile(said.text, language)
    used = [line(found, language) for one in evidence if (found := _used(one.text, known, language))]
    for one in used:
        for checks in (negation_checks, hedge_checks, attribution_checks):
            yield from (check for check in checks(one, said) if not _is_added(check))
    whole = line(" ".join(one.text for one in used) or evidence[0].text, language)
    for checks in (negation_checks, hedge_checks, attribution_checks):
        yield from (check for check in checks(whole, said) if _is_added(check))


def _is_added(check: Check) -> bool:
    return check.kind.endswith(("-added", "-stronger"))


def _used(text: str, known: Profile, language: Language) -> str:
    """The clauses of a passage that share enough of their words with a sentence, and those without words of their own."""
    split = line(text, language)
    clauses: dict[int, list[int]] = {}
    for at, clause in enumerate(split.clauses):
        clauses.setdefault(clause, []).append(at)
    kept = []
    for places in clauses.values():
        end = split.starts[places[-1]] + len(split.words[places[-1]])
        words = text[split.starts[places[0]] : end]
        terms = profile(words, language).terms
        if not terms or sum(_is_in(term, known) for term in terms) >= _USED * len(terms):
            kept.append(words)
    return " ".join(kept)


def _speakers(text: str, evidence: Sequence[CitedPassage], language: Language) -> Iterator[Check]:
    """Each source of the sentence says in a passage what it says here, affirmed or denied alike."""
    article = Article("", "", language, laid_out([(text, "body")]))
    for claim in claims_of(article):
        if claim.source is None or claim.source.kind == "author" or not claim.source.parts:
            continue
        who = claim.source.extent.span.of(text) if claim.source.extent else claim.source.name
        same = [(one, other) for one in evidence for other in one.claims if _is_source(who, other, one, language)]
        content = profile(claim.content.span.of(text), language)
        told = [other for one, other in same if _overlaps(content, other, one, language)]
        if not told:
            yield Check("attribution", False, who)
        elif all(other.polarity != claim.polarity for other in told):
            yield Check("negation", False, claim.content.span.of(text))


def _unattributed(text: str, evidence: Sequence[CitedPassage], language: Language) -> Iterator[Check]:
    """The sources of what the sentence says that it does not name."""
    known = profile(text, language)
    for one in evidence:
        for claim in one.claims:
            if claim.source is None or claim.source.kind == "author" or not claim.source.parts:
                continue
            content = profile(claim.content.span.of(one.article.text), language)
            words = " ".join(part.of(one.article.text) for part in claim.source.parts)
            who = profile(f"{words} {claim.source.name}", language)
            if content.terms and _shared(content, known) >= _USED * len(content.terms) and who.terms:
                yield Check("attribution", _shared(who, known) > 0, words)


def _shared(terms: Profile, known: Profile) -> int:
    return sum(_is_in(term, known) for term in terms.terms)


def _is_source(who: str, claim: Claim, evidence: CitedPassage, language: Language) -> bool:
    """Whether words stand for the source of a claim: by their names where both have some, else by their nouns."""
    if claim.source is None:
        return False
    own = " ".join([claim.source.name, *(part.of(evidence.article.text) for part in claim.source.parts), *claim.via])
    names, others = _names(who), _names(own)
    if names and others:
        return names[-1] in others or others[-1] in names
    known = profile(own, language)
    terms = profile(who, language).terms
    return not terms or any(_is_in(term, known) for term in terms)


def _names(words: str) -> list[str]:
    return [word for word in re.findall(r"[\w'’-]+", words) if word[0].isupper()]


def _overlaps(content: Profile, claim: Claim, evidence: CitedPassage, language: Language) -> bool:
    known = profile(claim.content.span.of(evidence.article.text), language)
    return _shared(content, known) >= _USED * min(len(content.terms), len(known.terms))


def _roles(text: str, passage: str, language: Language) -> Iterator[Check]:
    """Two that do something to each other the other way round than in the passage."""
    text, passage = (_QUOTED.sub(lambda found: " " * len(found.group()), one) for one in (text, passage))
    here, there = profile(text, language).terms, profile(passage, language).terms
    for one, verb, other in zip(here, here[1:], here[2:], strict=False):
        if not (_is_actor(one, text, language) and _is_actor(other, text, language)):
            continue
        places = [_place(term, there) for term in (one, verb, other)]
        if None in places or not _ordered(places[2], places[1], places[0]):
            continue
        if all(_is_actor(there[place], passage, language) for place in (places[0], places[2]) if place is not None):
            yield Check("roles", False, f"{one.text} – {other.text}")


def _ordered(*places: int | None) -> bool:
    known = [place for place in places if place is not None]
    return known == sorted(known)


def _place(term: Term, terms: Iterable[Term]) -> int | None:
    known = Profile(tuple(terms))
    return next((at for key in term.keys for at, _strength in known.by_key.get(key, ())), None)


def _is_actor(term: Term, text: str, language: Language) -> bool:
    """Whether a word can be who does it or to whom it is done: no figure, and behind no preposition."""
    if term.number or term.measure or term.text in lexicon(language).verbs:
        return False
    tags, before = lexicon(language).tags, re.findall(r"[\w'’-]+|[^\w\s]", text[: term.span.start].lower())
    while before and tags.get(before[-1]) == _DETERMINER:
        before.pop()
    return not (before and tags.get(before[-1]) == _PREPOSITION)
