"""Learns the tagger of a language from Universal Dependencies treebanks, and measures it on sentences kept aside.

    python -m bench.tagger nl TRAIN.conllu... --test DEV.conllu        # measure: tags right, words a second
    python -m bench.tagger nl TRAIN.conllu... --write briefing/language/nl/tagger.gz

The treebanks' classes are mapped to our tags; what our tags tell apart and theirs do not (a negation among adverbs, a word
that dates) comes from the word lists. briefing/language/TAGGER.md says which files the weights in the project come from.
"""

import argparse
import gzip
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from briefing.language.lexicon import Lexicon, lexicon
from briefing.language.tagger import SCALE, FeatureWords, Tagger, TaggerModel, features, mark_of, written
from briefing.language.tags import Tag
from briefing.language.tokens import Tokens, tokens_of

_LEAST_WEIGHT = 0.04
_RELATIVE = frozenset(("PRELS", "PRELAT", "PWAV", "REL"))
"""Classes of the German treebanks, whose features do not tell a relative word from a demonstrative."""
_START = "<s>"


class Word(NamedTuple):
    """A word of a treebank: its offsets in the sentence's text and the columns we read; `feats` has the last column with it."""

    start: int
    end: int
    form: str
    upos: str
    xpos: str
    feats: str
    relation: str


@dataclass
class Sentence:
    """A sentence as our tokens with their tags; a mark has none."""

    tokens: Tokens
    tags: list[Tag | None]


def sentences(path: Path, lists: Lexicon) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file as far as their words are found in their text."""
    text, rows = "", list[list[str]]()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# text = "):
                text = line[9:].rstrip("\n")
            elif line.strip() and line[0] != "#":
                rows.append(line.rstrip("\n").split("\t"))
            elif rows and not line.strip():
                words = _placed(text, rows)
                if words:
                    yield _tagged(text, words, lists)
                rows = []


def _placed(text: str, rows: Sequence[list[str]]) -> list[Word]:
    """The words with their offsets; those of a contraction stand all where it stands. Nothing where a form is not in the text."""
    found: list[Word] = []
    at, last, span = 0, 0, (0, 0)
    for number, form, _lemma, upos, xpos, feats, _head, relation, _dependencies, rest in rows:
        if "." in number:
            continue
        contracted = "-" in number
        if contracted or int(number) > last:
            at = text.find(form, span[1])
            if at < 0:
                return []
            span = (at, at + len(form))
            last = int(number.partition("-")[2]) if contracted else int(number)
        if not contracted:
            found.append(Word(*span, form, upos, xpos, f"{feats}|{rest}", relation))
    return found


def _tagged(text: str, words: Sequence[Word], lists: Lexicon) -> Sentence:
    tokens = tokens_of(text, lists.abbreviations)
    tags: list[Tag | None] = []
    for start, end, token in zip(tokens.starts, tokens.ends, tokens.words, strict=True):
        if mark_of(token, lists) is not None:
            tags.append(None)
            continue
        under = [word for word in words if word.start < end and word.end > start]
        tags.append(
            _joined([tag for word in under if (tag := tag_of(word, lists))], contracted="'" in token or "’" in token)
        )
    return Sentence(tokens, tags)


def _joined(tags: Sequence[Tag], *, contracted: bool) -> Tag:
    """The tag of a token over several words: the verb of a contraction ("don't", "they're"), a preposition with its article
    ("am"), else the last one's.
    """
    verbs = [tag for tag in tags if tag in {Tag.AUXILIARY, Tag.FINITE_VERB, Tag.BARE_AUXILIARY}]
    if len(tags) > 1 and contracted:
        return verbs[0] if verbs else tags[0]
    if tags[:1] == [Tag.PREPOSITION]:
        return Tag.PREPOSITION
    return tags[-1] if tags else Tag.NOUN


_SIMPLE = {
    "CCONJ": Tag.COORDINATOR,
    "PROPN": Tag.NAME,
    "NOUN": Tag.NOUN,
    "NUM": Tag.NUMBER,
    "ADJ": Tag.ADJECTIVE,
    "ADP": Tag.PREPOSITION,
    "ADV": Tag.ADVERB,
    "INTJ": Tag.ADVERB,
    "DET": Tag.DETERMINER,
}


def tag_of(word: Word, lists: Lexicon) -> Tag | None:
    """Our tag for a word of a treebank; `None` for a mark."""
    if word.upos in {"PUNCT", "SYM"}:
        return None
    lower = word.form.lower().replace("’", "'")
    listed = lists.tags.get(lower, "")
    return _small_word(word, lower, listed, lists) or _open_word(word, listed)


def _small_word(word: Word, lower: str, listed: str, lists: Lexicon) -> Tag | None:
    """The tag of a particle, a conjunction or a word that dates."""
    particle, marking = word.upos == "PART", word.relation == "mark"
    if listed == Tag.TO and (particle or (marking and word.xpos == "VZ|init")):
        return Tag.TO
    if listed == Tag.NEGATION or (particle and lower in {"not", "n't"}):
        return Tag.NEGATION
    if particle:
        return Tag.POSSESSIVE if lower in {"'s", "'"} else Tag.ADVERB
    if word.upos == "SCONJ" or (marking and word.upos != "ADP"):
        return Tag.COMPLEMENTISER if lower in lists.complementisers else Tag.SUBORDINATOR
    return Tag.TIME if listed == Tag.TIME and word.upos in {"NOUN", "ADV", "PROPN"} else None


def _open_word(word: Word, listed: str) -> Tag:
    proper = word.xpos.startswith("SPEC|deeleigen") or (word.upos == "NOUN" and "Proper=True" in word.feats)
    if proper and word.form[0].isupper():
        return Tag.NAME
    if word.upos in {"VERB", "AUX"}:
        return _verb(word, listed)
    if "PronType=Rel" in word.feats or "PronType=Int" in word.feats or word.xpos in _RELATIVE:
        return Tag.RELATIVE
    if word.upos == "PRON":
        return Tag.DETERMINER if word.relation in {"det", "nmod:poss"} else Tag.PRONOUN
    if word.upos == "X":
        return Tag.NAME if word.form[0].isupper() else Tag.NOUN
    return _SIMPLE.get(word.upos, Tag.UNKNOWN)


def _verb(word: Word, listed: str) -> Tag:
    auxiliary = word.upos == "AUX"
    if "VerbForm=Fin" in word.feats or "Mood=" in word.feats:
        return Tag.AUXILIARY if auxiliary or listed == Tag.AUXILIARY else Tag.FINITE_VERB
    if "VerbForm=Inf" in word.feats or (word.xpos == "VB" and "VerbForm=" not in word.feats):
        return Tag.BARE_AUXILIARY if auxiliary else Tag.INFINITIVE
    if word.xpos.startswith("WW|od") or word.xpos == "VBG" or "VerbForm=Ger" in word.feats:
        return Tag.PRESENT_PARTICIPLE
    if "prenom" in word.xpos or word.relation == "amod":
        return Tag.ADJECTIVE
    return Tag.BARE_AUXILIARY if auxiliary else Tag.PARTICIPLE


@dataclass
class Learner:
    """An averaged perceptron. A weight's sum over time is kept from its last change on, so that averaging costs nothing."""

    tags: tuple[Tag, ...]
    weights: dict[str, dict[int, float]] = field(default_factory=dict)
    sums: dict[tuple[str, int], float] = field(default_factory=lambda: defaultdict(float))
    changed: dict[tuple[str, int], int] = field(default_factory=dict)
    step: int = 0

    def guess(self, found: Iterable[str]) -> int:
        """The place of the likeliest tag by the weights as they are."""
        scores = [0.0] * len(self.tags)
        for feature in found:
            for place, weight in self.weights.get(feature, {}).items():
                scores[place] += weight
        return scores.index(max(scores))

    def learn(self, found: Sequence[str], right: int) -> int:
        """Move the weights towards the right tag where another was guessed; gives the guess."""
        self.step += 1
        guess = self.guess(found)
        if guess != right:
            for feature in found:
                self._move(feature, right, 1.0)
                self._move(feature, guess, -1.0)
        return guess

    def _move(self, feature: str, place: int, by: float) -> None:
        weights = self.weights.setdefault(feature, {})
        old, key = weights.get(place, 0.0), (feature, place)
        self.sums[key] += (self.step - self.changed.get(key, 0)) * old
        self.changed[key] = self.step
        weights[place] = old + by

    def averaged(self) -> TaggerModel:
        """The mean of the weights over time in whole units; what is next to nothing is left out."""
        kept = {}
        for feature, weights in self.weights.items():
            means = {
                place: (self.sums[feature, place] + (self.step - self.changed[feature, place]) * weight) / self.step
                for place, weight in weights.items()
            }
            pairs = [(place, round(mean * SCALE)) for place, mean in sorted(means.items()) if abs(mean) > _LEAST_WEIGHT]
            if pairs := [pair for pair in pairs if pair[1]]:
                kept[feature] = tuple(pairs)
        return TaggerModel(self.tags, kept)


def learned(data: list[Sentence], lists: Lexicon, rounds: int) -> TaggerModel:
    """The model of the sentences; the order in which they are learnt is random with a fixed seed."""
    tags = tuple(sorted({tag for sentence in data for tag in sentence.tags if tag}))
    learner, words = Learner(tags), FeatureWords(lists)
    shuffler = random.Random(1)
    for number in range(rounds):
        shuffler.shuffle(data)
        right = total = 0
        for sentence in data:
            one, of = _learn(learner, sentence, words, lists)
            right, total = right + one, total + of
        print(f"round {number + 1}: {right / total:.4f} right while learning", flush=True)
    return learner.averaged()


def _learn(learner: Learner, sentence: Sentence, words: FeatureWords, lists: Lexicon) -> tuple[int, int]:
    columns = words.columns(sentence.tokens)
    before, first = f"{_START} {_START}", "1"
    right = total = 0
    for at, (word, gold) in enumerate(zip(sentence.tokens.words, sentence.tags, strict=True)):
        if gold is None:
            tag = mark_of(word, lists) or Tag.UNKNOWN
            first = "1" if tag in {Tag.STOP, Tag.QUOTE} else first
        else:
            found = features(at, columns, before, first)
            tag = learner.tags[learner.learn(found, learner.tags.index(gold))]
            right, total, first = right + (tag == gold), total + 1, "0"
        before = f"{before[before.rfind(' ') + 1 :]} {tag.value}"
    return right, total


def print_figures(tagger: Tagger, data: Sequence[Sentence], lists: Lexicon) -> None:
    """Tags right of the words, beside the word lists alone; the commonest confusions; words a second."""
    confused: Counter[tuple[str, str]] = Counter()
    right = alone = total = 0
    start = time.process_time()
    found = [tagger.tags(sentence.tokens) for sentence in data]
    seconds = time.process_time() - start
    for sentence, tags in zip(data, found, strict=True):
        for word, gold, tag in zip(sentence.tokens.words, sentence.tags, tags, strict=True):
            if gold is None:
                continue
            total += 1
            right += tag == gold
            alone += lists.tag(word) == gold
            if tag != gold:
                confused[gold.name, tag.name] += 1
    print(
        f"{total:,} words: {right / total:.4f} right, by the word lists alone {alone / total:.4f}; {total / seconds:,.0f} words/s"
    )
    print("; ".join(f"{gold} as {tag} {count}" for (gold, tag), count in confused.most_common(15)))


def main() -> None:
    """Learn, then measure or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language")
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("--test", type=Path, nargs="*", default=[])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", type=Path)
    asked = parser.parse_args()
    lists = lexicon(asked.language)
    model = learned([one for path in asked.train for one in sentences(path, lists)], lists, asked.rounds)
    print(f"{len(model.weights):,} features")
    if asked.test:
        print_figures(Tagger(lists, model), [one for path in asked.test for one in sentences(path, lists)], lists)
    if asked.write:
        with asked.write.open("wb") as raw, gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
            packed.writelines(line.encode() for line in written(model))


if __name__ == "__main__":
    main()
