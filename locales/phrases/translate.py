"""The phrases for what translation can say of itself."""

from locales.phrases.mark import mark

PHRASES: dict[str, str | tuple[str, str]] = {
    "translate.direction": mark("%(engine)s does not translate from %(from_)s to %(to)s. Choose another engine."),
}
