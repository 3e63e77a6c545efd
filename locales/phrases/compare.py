"""The phrases for why two passages are linked as they are, and for what a ledger says."""

from locales.phrases.mark import mark

PHRASES: dict[str, str | tuple[str, str]] = {
    "compare.cancelled": mark("The comparison was stopped. Start it again when you like."),
    "compare.why.same": mark("they say the same, with %(percent)s%% of their words in common"),
    "compare.why.supports": mark("they say the same by two sources: “%(left)s” and “%(right)s”"),
    "compare.why.amount": mark("another amount: “%(left)s” against “%(right)s”"),
    "compare.why.count": mark("another number: “%(left)s” against “%(right)s”"),
    "compare.why.date": mark("another date: “%(left)s” against “%(right)s”"),
    "compare.why.name": mark("another name: “%(left)s” against “%(right)s”"),
    "compare.why.polarity": mark("one affirms what the other denies: “%(left)s” against “%(right)s”"),
    "compare.why.polarity.one": mark("only one of them denies it: “%(words)s”"),
    "compare.why.certainty": mark("one is surer than the other: “%(left)s” against “%(right)s”"),
    "compare.why.certainty.one": mark("only one of them hedges: “%(words)s”"),
    "compare.why.corrected": mark("you said so"),
}
