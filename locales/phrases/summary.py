"""The phrases for a summary and for the checks of its translation."""

from locales.phrases.mark import mark

PHRASES: dict[str, str | tuple[str, str]] = {
    "summary.both": mark("What both report"),
    "summary.from": mark("From %(article)s"),
    "summary.outlet": mark("In the words of %(outlet)s"),
    "summary.added": mark("Words in [ ] were added: whom the report means there."),
    "summary.put-in": mark("“%(words)s” replaces “%(instead_of)s”"),
    "summary.voice": mark("%(source)s: %(certainty)s"),
    "summary.own-voice": mark("the report itself: %(certainty)s"),
    "summary.unnamed-voice": mark("somebody without a name: %(certainty)s"),
    "summary.untranslated": mark("%(language)s, not translated"),
    "summary.no-engine": mark("Nothing here translates %(languages)s to %(to)s: those sentences stand as they are."),
    "summary.several": mark("What several report"),
    "export.check.amount": mark("Check the amount “%(original)s”: it is not in the translation."),
    "export.check.number": mark("Check the number “%(original)s”: it is not in the translation."),
    "export.check.percentage": mark("Check the share “%(original)s”: it is not in the translation."),
    "export.check.date": mark("Check the date “%(original)s”: it is not in the translation."),
    "export.check.name": mark("Check the name “%(original)s”: it is not in the translation."),
    "export.check.quotation": mark("Check the quotation “%(original)s”: it is not in the translation as one."),
    "export.check.negation": mark("Check the negation “%(original)s”: the translation has none for it."),
    "export.check.hedge": mark("Check the hedge “%(original)s”: the translation says it more surely, or otherwise."),
    "export.check.attribution": mark("Check who says it: “%(original)s” has no counterpart in the translation."),
    "export.check.attribution-stronger": mark("Check who says it: the translation vouches for it with “%(original)s”."),
    "export.check.hedge-added": mark("Check “%(original)s”: the original has no such hedge."),
    "export.check.emphasis-added": mark("Check “%(original)s”: the original is less sure."),
    "export.check.negation-added": mark("Check “%(original)s”: the original has no such negation."),
    "export.check.number-added": mark("Check “%(original)s”: the original has no such figure."),
    "export.check.empty": mark("The engine gave no translation of “%(original)s”."),
    "export.check.untranslated": mark("Not translated: “%(original)s”."),
    "export.check.gloss-doubt": mark("This word-for-word gloss may be wrong: rely on the original, “%(original)s”."),
    "export.check.in-pieces": mark("This sentence is very long and was translated in pieces: “%(original)s”."),
    "export.check.unchecked": mark("This text is too long for its translation to be checked: “%(original)s”."),
    "export.check.repetition": mark("The engine repeats itself: “%(original)s”."),
    "export.check.length": mark("The translation is far longer or shorter than “%(original)s”."),
    "summary.written": mark(
        "Written by the language model %(engine)s. Each sentence was checked against the passages that it names."
    ),
    "summary.by-model": mark("in the words of the language model"),
    "summary.refused-heading": mark(
        "Sentences of the language model that did not hold; the reports' own stand in their place"
    ),
    "summary.refused": mark("“%(text)s” (the passages do not bear out: %(words)s)"),
}
