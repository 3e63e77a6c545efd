"""The phrases for what translation can say of itself."""

from locales.phrases.mark import mark

PHRASES: dict[str, str | tuple[str, str]] = {
    "translate.direction": mark("%(engine)s does not translate from %(from_)s to %(to)s. Choose another engine."),
    "translate.unknown-engine": mark("There is no engine “%(engine)s”. There are: %(known)s."),
    "translate.no-engine": mark(
        "Nothing here can translate it yet, so it stands in its own language. Install an engine, or name one with --engine."
    ),
}
