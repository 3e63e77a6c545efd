"""The phrases for why two passages are linked as they are, and for what a ledger says."""

from locales.phrases.mark import mark, plural

PHRASES: dict[str, str | tuple[str, str]] = {
    "compare.cancelled": mark("The comparison was stopped. Start it again when you like."),
    "compare.why.same": mark("they say the same, with %(percent)s%% of their words in common"),
    "compare.why.supports": mark("they say the same by two sources: “%(left)s” and “%(right)s”"),
    "compare.why.amount": mark("another amount: “%(left)s” against “%(right)s”"),
    "compare.why.count": mark("another number: “%(left)s” against “%(right)s”"),
    "compare.why.date": mark("another date: “%(left)s” against “%(right)s”"),
    "compare.why.name": mark("another name: “%(left)s” against “%(right)s”"),
    "compare.why.place": mark("another place: “%(left)s” against “%(right)s”"),
    "compare.why.polarity": mark("one affirms what the other denies: “%(left)s” against “%(right)s”"),
    "compare.why.polarity.one": mark("only one of them denies it: “%(words)s”"),
    "compare.why.certainty": mark("one is surer than the other: “%(left)s” against “%(right)s”"),
    "compare.why.certainty.one": mark("only one of them hedges: “%(words)s”"),
    "compare.why.corrected": mark("you said so"),
    "compare.by-words": mark("Compared by their words."),
    "compare.by-meaning": mark("Compared by their words and by sentence embeddings of %(engine)s."),
    "compare.near-duplicate": mark("Both carry the same text for the most part: they are one report, not two."),
    "compare.in-pieces": plural(
        "%(count)s sentence is very long and was compared in pieces of at most %(longest)s words.",
        "%(count)s sentences are very long and were compared in pieces of at most %(longest)s words.",
    ),
    "ledger.title": mark("Who says what"),
    "ledger.itself": mark("the report itself"),
    "ledger.shared-root": mark("Not independent: they lean on %(roots)s"),
    "ledger.roots": plural("%(count)s origin: %(roots)s", "%(count)s origins: %(roots)s"),
    "ledger.surer": mark("Later reports are surer of it"),
    "ledger.less-sure": mark("Later reports are less sure of it"),
    "ledger.lacking": mark("Not in %(articles)s"),
    "ledger.left-out": mark("What %(article)s leaves out"),
    "ledger.timeline": mark("What is said to have happened when"),
    "dossier.none": mark("There are no dossiers yet. Make one: briefing dossier create NAME."),
    "dossier.no-story": mark("%(id)s: no other article seems to belong to the same story."),
    "link.none": mark("No pair is corrected yet."),
}
