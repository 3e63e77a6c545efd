"""Whether a translation still says who said it, and does not vouch for more, and whether it denies what its original denies."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from briefing.article import Article, Language, Span, laid_out
from briefing.claims import claims_of
from briefing.language.lexicon import VerbCue, lexicon
from briefing.language.negation import implied_negations_in, negation_words
from briefing.summary.summary import Check
from briefing.translate.parity.hedges import hedged_words
from briefing.translate.parity.split_sentence import PhraseMatch, Phrases, SplitSentence, matched, phrases, table

# What a cue of each kind may become. "Volgens X" is often "X says", and the other way round.
_SAYING: Final = frozenset({"say", "according", "tag", "claim"})
_MAY_BECOME: Final[Mapping[str, frozenset[str]]] = {
    "say": _SAYING,
    "tag": _SAYING,
    "claim": _SAYING | {"allegation"},
    "allegation": _SAYING | {"allegation", "rumour"},
    "according": _SAYING | {"show", "think", "attitude"},
    "show": _SAYING | {"show"},
    "think": _SAYING | {"think", "attitude", "want"},
    "attitude": _SAYING | {"think", "attitude", "want"},
    "want": _SAYING | {"think", "attitude", "want"},
    "deny": frozenset({"deny"}),
    "refuse": frozenset({"refuse", "deny", "want"}),
    "rumour": _SAYING | {"rumour", "think", "allegation"},
    "": _SAYING | {"show", "think", "attitude", "want", "rumour", "allegation"},
}


@dataclass(frozen=True, slots=True)
class _Cues:
    """The words of a language that attribute, by kind; those that vouch; and what holds a negation."""

    verbs: Mapping[str, tuple[VerbCue, ...]]
    kinds: Mapping[str, frozenset[str]]
    phrases: Phrases
    particles: Mapping[str, frozenset[str]]
    according: Phrases
    not_sources: frozenset[str]
    vouching: Phrases
    inner: Phrases
    made: re.Pattern[str]


def attribution_checks(original: SplitSentence, text: SplitSentence) -> Iterator[Check]:
    """A check for each attribution of the original: one of its kind in the translation; and one where that vouches for more."""
    here, there = _cues(original.language), _cues(text.language)
    cues = _asked(original, here)
    answers = [found for found in text.find(there.phrases) if _is_cue(text, found, there)]
    open_ = {
        place: [
            at
            for at, answer in enumerate(answers)
            if wanted & there.kinds[" ".join(text.lower[answer.start : answer.end])]
        ]
        for place, (_, wanted) in enumerate(cues)
    }
    met = matched(open_)
    for place, (words, _) in enumerate(cues):
        yield Check("attribution", place in met, words)
    vouching = text.find(there.vouching)
    spare = len(original.find(here.vouching))
    for found in vouching[spare:]:
        if cues:
            yield Check("attribution-stronger", False, text.quoted(found))


def negation_checks(original: SplitSentence, text: SplitSentence) -> Iterator[Check]:
    """Whether there is as much negation in the translation as in the original, by words of negation or by words that hold one."""
    here, there = _cues(original.language), _cues(text.language)
    denied, denying = _negations(original), _negations(text)
    implied = [original.words[at] for at in implied_negations_in(original.reading, 0, len(original.lower))]
    if asked := denied + implied:
        enough = len(denying) + _inner(text, there) >= len(asked)
        yield Check("negation", enough, asked[0])
    if denying and len(denying) > len(denied) + _inner(original, here):
        yield Check("negation-added", False, denying[-1])


def _is_cue(text: SplitSentence, found: PhraseMatch, there: _Cues) -> bool:
    """Whether a verb that attributes only with its particle ("kondigt ... aan") has that behind it."""
    particles = there.particles.get(" ".join(text.lower[found.start : found.end]))
    return particles is None or bool(particles & set(text.lower[found.end :]))


def _asked(original: SplitSentence, here: _Cues) -> list[tuple[str, frozenset[str]]]:
    """The cues of the original as they stand there, each with the kinds that answer it.

    Those of its claims, and "according to" wherever it stands; a cue that is a hedge is asked for as one.
    """
    article = Article("", "", original.language, laid_out([(original.text, "body")]))
    spans = [claim.cue.parts for claim in claims_of(article) if claim.cue]
    spans += [(original.span(found),) for found in original.find(here.according) if not _is_trap(original, found, here)]
    hedged = [original.starts[at] for at in hedged_words(original)]
    asked: dict[Span, tuple[str, frozenset[str]]] = {}
    for parts in spans:
        whole = Span(parts[0].start, parts[-1].end)
        if any(part.start <= start < part.end for part in parts for start in hedged):
            continue
        words = " ".join(part.of(original.text) for part in parts)
        asked.setdefault(whole, (words, _answering(words.lower(), here)))
    return [asked[whole] for whole in sorted(asked)]


def _answering(words: str, here: _Cues) -> frozenset[str]:
    """The kinds of cue that may stand for this one in a translation; a verb counts with its particle or as itself alone."""
    cut = words.split()
    verbs = {cue for word in cut for cue in here.verbs.get(word, ())}
    kinds = {cue.kind for cue in verbs if cue.particle in cut or any(word.startswith(cue.particle) for word in cut)}
    exact = {cue.kind for cue in verbs if cue.particle and cue.particle in cut}
    plain = {cue.kind for cue in verbs if not cue.particle}
    found = set(here.kinds.get(words, ())) if " " in words else set()
    found = found or exact or plain or kinds or {kind for word in cut for kind in here.kinds.get(word, ())} or {""}
    if "deny" in found:
        return frozenset({"deny"})
    return frozenset().union(*(_MAY_BECOME.get(kind, _MAY_BECOME[""]) for kind in found))


def _is_trap(original: SplitSentence, found: PhraseMatch, here: _Cues) -> bool:
    """Whether "volgens" names no source: "volgens plan"."""
    following = original.lower[found.end : found.end + 2]
    return any(" ".join(following[:count]) in here.not_sources for count in (1, 2))


def _inner(line: SplitSentence, known: _Cues) -> int:
    """How many words hold a negation: those listed, and those that the language makes so ("undiscovered", "zinloos")."""
    listed = {at for found in line.find(known.inner) for at in range(found.start, found.end)}
    return len(listed | {at for at, word in enumerate(line.lower) if known.made.fullmatch(word)})


def _negations(line: SplitSentence) -> list[str]:
    """The words of negation, but for "not only" and the like."""
    return [line.lower[at] for at in negation_words(line.reading, 0, len(line.lower))]


@cache
def _cues(language: Language) -> _Cues:
    words, more = lexicon(language), table(language)
    kinds: dict[str, set[str]] = {}
    particles: dict[str, frozenset[str]] = {}
    for form, cues in words.verbs.items():
        kinds.setdefault(form, set()).update(cue.kind for cue in cues)
        if all(cue.particle and not form.startswith(cue.particle) for cue in cues):
            particles[form] = frozenset(cue.particle for cue in cues)
    for noun, kind in words.noun_cues.items():
        kinds.setdefault(noun, set()).add(kind)
    for kind, listed in words.cues.phrases.items():
        for phrase in listed:
            kinds.setdefault(phrase, set()).add(kind)
    for kind, listed in more.attribution.items():
        if kind != "vouching":
            for phrase in listed:
                kinds.setdefault(phrase, set()).add(kind)
                particles.pop(phrase, None)
    return _Cues(
        words.verbs,
        {phrase: frozenset(named) for phrase, named in kinds.items()},
        phrases({"": kinds}),
        particles,
        phrases({"according": words.cues.phrases.get("according", ())}),
        words.not_sources,
        phrases({"": more.attribution.get("vouching", ())}),
        phrases({"": more.negations.inner}),
        re.compile(words.certainty.negations.made),
    )
