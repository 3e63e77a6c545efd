"""English noun phrases, prepositional phrases and adverbs from Dutch ones."""

from briefing.language.dictionary import DictionaryEntry
from briefing.language.en import morphology
from briefing.translate.literal.lists import listed, paired, tabled
from briefing.translate.literal.to_english.senses import compound, number, sense
from briefing.translate.literal.tree import Modifier, Noun, Word

_SHE_OR_THEY = listed("nl", "she_or_they")
_HUMAN_PRONOUNS = listed("nl", "human_pronouns")
_PLURAL_HEADS = listed("en", "plural_heads")
_BEGIN_NAMES_WITH_ARTICLE = tuple(listed("nl", "begin_names_with_article"))
_END_NAMES_WITH_ARTICLE = tuple(listed("en", "end_names_with_article"))

PERSONAL = tabled("nl", "personal_pronouns")
_DROPS_THE = listed("nl", "drops_the")
_ARTICLES = paired("nl", "article_equivalents")
_PLURAL_DETERMINER = paired("en", "plural_determiners")
_MASS_DETERMINER = paired("en", "mass_determiners")
_HUMAN_ENDINGS = tuple(listed("en", "human_endings"))
_DIMINUTIVE = tuple(listed("en", "diminutive"))
_NOT_HUMAN = listed("en", "not_human")
_HUMAN = listed("en", "human")


def is_human(phrase: Noun | None) -> bool:
    """Whether a noun phrase stands for people: a name after a title or of two words, a noun for a person."""
    if phrase is None or not phrase.head:
        return False
    nouns = [w for w in phrase.head if w.sort == "N"]
    if phrase.pronoun:
        return phrase.head[0].low in _HUMAN_PRONOUNS
    if nouns and nouns[-1].entry is not None and nouns[-1].entry.senses:
        return human_noun(nouns[-1].target or nouns[-1].entry.english)
    last = phrase.head[-1]
    return (
        last.sort == "E"
        and not last.target
        and last.text.count(" ") == 1
        and not any(part.isupper() for part in last.text.split())
    )


def human_noun(noun: str) -> bool:
    """Whether an English noun stands for a person, by lists and endings."""
    last = noun.rpartition(" ")[2]
    if last in _HUMAN or noun in _HUMAN:
        return True
    return (
        last.endswith(_HUMAN_ENDINGS)
        and last not in _NOT_HUMAN
        and not last.endswith(("ment", "tion", "ter" if last in _NOT_HUMAN else "ment"))
    )


def of_word(word: Word, near: frozenset[str], *, many: bool = False, as_adverb: bool = False) -> str:
    """The English of one word in its form, with capitals and quotation marks as in the original."""
    text = _plain(word, near, many, as_adverb)
    if word.text[:1].isupper() and text[:1].islower() and word.place > 0 and word.sort != "X":
        text = text.upper() if word.text.isupper() and len(word.text) > 3 else _capitals(text)
    return _glued(word, text)


def _capitals(text: str) -> str:
    return text if text.startswith("the ") else text[:1].upper() + text[1:]


def _glued(word: Word, text: str) -> str:
    return word.before + text + word.after


def _plain(word: Word, near: frozenset[str], many: bool, as_adverb: bool) -> str:
    if word.target:
        return morphology.plural(word.target) if word.sort == "N" and many else word.target
    reading = word.reading
    if reading is None or not reading.entry.senses or (word.sort == "M" and word.text[:1].isdigit()):
        return _unread(word)
    entry = reading.entry
    text = compound(reading, near) if reading.parts else sense(entry, near)
    if entry.pos == "v":
        return _verbal(text, word.sort, reading.form)
    if entry.pos == "a":
        return _degree(text, reading.form, as_adverb)
    if entry.pos == "n":
        return _counted(text, reading.form, many)
    return morphology.possessive(text) if reading.form == "gen" else text


def _unread(word: Word) -> str:
    """A word without an entry: a number, "niet", a name as it is, else marked as unknown."""
    if word.sort == "Z":
        return "not"
    if word.text[:1].isdigit() and word.sort in "MA":
        return number(word.text)
    return word.text if word.known or word.sort in "EKX" else f"*{word.text}*"


def _counted(text: str, form: str, many: bool) -> str:
    text = morphology.plural(text) if many else text
    small = form.startswith("dim") and not text.startswith(_DIMINUTIVE)
    return f"small {text}" if small else text


def _verbal(text: str, sort: str, form: str) -> str:
    """A verb used as an adjective ("bewaakte") or as a noun ("het bouwen")."""
    head, _, tail = text.partition(" ")
    if sort == "A":
        word = morphology.verb(head).ing if form == "pres" else morphology.verb(head).participle
    else:
        word = morphology.verb(head).ing if sort == "N" else head
    return f"{word} {tail}".strip()


def _degree(text: str, form: str, as_adverb: bool) -> str:
    if as_adverb:
        text = "well" if text == "good" else morphology.adverb(text) if form not in {"comp", "sup"} else text
    if form == "comp":
        return "better" if text == "well" else morphology.comparative(text)
    if form == "sup":
        return "best" if text == "well" else morphology.superlative(text)
    return text


def english_plural(phrase: Noun) -> bool:
    """Whether the English phrase agrees as a plural, whatever the Dutch one does."""
    if phrase.others and phrase.plural:
        return True
    nouns = [w for w in phrase.head if w.sort == "N"]
    if nouns:
        entry: DictionaryEntry | None = nouns[0].entry
        head = nouns[0].target or (entry.english if entry and entry.senses else "")
        if head in _PLURAL_HEADS and any(w.sort == "N" for w in phrase.head[1:]):
            return True
        mark = morphology.number_of(head)
        return mark == "pl" or (phrase.plural and mark != "-")
    return phrase.plural


def determiner(phrase: Noun, owner: str) -> str:
    """The English determiner; `owner` is what "zijn" refers to: his or its."""
    word = phrase.determiner
    if word is None:
        return ""
    low = word.low
    if (
        low == "het"
        and phrase.head
        and phrase.head[0].entry is not None
        and phrase.head[0].entry.pos == "v"
        and not phrase.before
    ):
        return ""
    many = english_plural(phrase)
    nouns = [w for w in phrase.head if w.sort == "N"]
    head = nouns[0] if nouns else None
    if low in _ARTICLES:
        return _article(phrase, low, head, many)
    if low == "zijn":
        return owner or "his"
    text = word.target or (word.entry.english if word.entry is not None and word.entry.senses else word.text)
    text = text.split(";")[0]
    if many:
        text = _PLURAL_DETERMINER.get(text, text)
    elif (
        head is not None
        and head.entry is not None
        and head.entry.senses
        and morphology.number_of(head.target or head.entry.english) == "-"
    ):
        text = _MASS_DETERMINER.get(text, text)
    return text


def _article(phrase: Noun, low: str, head: Word | None, many: bool) -> str:
    if low == "een":
        if many and head is not None:
            return "" if not (head.form == "sg" and head.target) else "a"
        mass = (
            head is not None
            and head.entry is not None
            and morphology.number_of(head.target or (head.entry.english if head.entry.senses else "")) == "-"
        )
        return (
            ""
            if mass and not any(w.sort == "N" for w in phrase.head[1:]) and not phrase.before
            else "some"
            if mass and not phrase.before
            else ""
            if mass
            else "a"
        )
    if head is None and phrase.head and phrase.head[0].sort == "E" and not phrase.before:
        first = phrase.head[0]
        target = first.target or (first.entry.english if first.entry and first.entry.senses else "")
        if target:
            return (
                ""
                if target.startswith("the ")
                or (
                    not first.low.startswith(_BEGIN_NAMES_WITH_ARTICLE) and not target.endswith(_END_NAMES_WITH_ARTICLE)
                )
                else "the"
            )
        return "the"
    if head is not None and head.lemma in _DROPS_THE and not phrase.after and not phrase.before:
        return ""
    return "the"


def pronoun(word: Word, *, subject: bool, plural: bool | None) -> str:
    """The English of a pronoun in its case."""
    low = word.low
    if low in _SHE_OR_THEY:
        many = plural if plural is not None else True
        return ("they" if many else "she") if subject else ("them" if many else "her")
    if low in PERSONAL:
        return PERSONAL[low][0 if subject else 1]
    if low == "deze":
        return "these" if plural else "this"
    if low == "die":
        return "those" if plural else "that"
    return word.target or (word.entry.english if word.entry is not None and word.entry.senses else word.text)


def of_modifier(modifier: Modifier, near: frozenset[str]) -> list[str]:
    """The English of adverbs, or of adjectives that are predicates."""
    return [of_word(word, near, as_adverb=not modifier.predicate and word.sort in "AW") for word in modifier.words]


def gloss(word: Word) -> str:
    """A word by itself, a verb in the form that comes nearest to its own."""
    if word.sort == "X":
        return "\x00" + word.text + word.after
    low = word.low
    if low in _ARTICLES and word.sort == "D":
        return _glued(word, _ARTICLES[low])
    if low in PERSONAL and word.sort in "RD" and not word.target:
        return _glued(word, PERSONAL[low][0])
    if word.sort == "T":
        return _glued(word, "to")
    if word.sort == "V" and not word.target and word.entry is not None and word.entry.senses:
        return _glued(word, _gloss_of_verb(word, word.form))
    return of_word(word, frozenset(), many=word.form in {"pl", "dim.pl"}, as_adverb=word.sort == "W")


_HELPERS = tabled("nl", "helper_glosses")


def _gloss_of_verb(word: Word, form: str) -> str:
    past = form in {"past", "past.pl"}
    if word.lemma in _HELPERS and form not in {"part", "part.e"}:
        plain, present, before = _HELPERS[word.lemma]
        return before if past else plain if form in {"inf", "pl"} else present
    english = sense(word.entry, frozenset()) if word.entry is not None else word.text
    head, _, tail = english.partition(" ")
    paradigm = morphology.verb(head)
    inflected = {"part": paradigm.participle, "part.e": paradigm.participle, "3": paradigm.third}.get(form, head)
    return f"{paradigm.past if past else inflected} {tail}".strip()
