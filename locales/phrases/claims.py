"""The phrases for the codes of the claims: why a passage is marked, in words that quote the cue."""

from locales.phrases.mark import mark

PHRASES: dict[str, str | tuple[str, str]] = {
    "claims.why.clause": mark("“%(cue)s” introduces what is said"),
    "claims.why.zero": mark("“%(cue)s” introduces what is said, without “that”"),
    "claims.why.quote": mark("“%(cue)s” introduces a quotation"),
    "claims.why.colon": mark("“%(cue)s” and a colon introduce what is said"),
    "claims.why.infinitive": mark("“%(cue)s” introduces what is said, with an infinitive"),
    "claims.why.preposition": mark("“%(cue)s” introduces what is spoken of"),
    "claims.why.object": mark("“%(cue)s” has what is said as its object"),
    "claims.why.tag": mark("“%(cue)s” tells afterwards who said it"),
    "claims.why.according": mark("“%(cue)s” names whose words these are"),
    "claims.why.noun": mark("the noun “%(cue)s” introduces what is said"),
    "claims.why.hedge": mark("“%(hedge)s” leaves open whether it is so; no source is named"),
    "claims.why.anaphor": mark("“%(cue)s” tells who said what the sentence before says"),
    "claims.why.turn": mark("a name and a colon open what is said"),
    "claims.why.user": mark("added by you"),
    "claims.why.confirmed": mark("confirmed by you"),
    "claims.why.corrected": mark("corrected by you"),
    "claims.why.corrected-kept": mark("you corrected it; the rules no longer find it"),
    "claims.why.kept": mark("you confirmed it; the rules no longer find it"),
    "claims.why.carried": mark("the quotation goes on: still %(name)s"),
    "claims.why.reported": mark("the form of the verb goes on with what %(name)s said"),
    "claims.why.negation": mark("says that something is not so; no source is named"),
    "claims.no-such-source": mark("No claim has a source called “%(name)s”. There are: %(sources)s."),
    "claims.no-source": mark("No claim has a source called “%(name)s”: none names a source."),
    "claims.none-of-the-kind": mark("There are no claims of that kind. Ask for fewer things at once."),
}
