"""The phrases for what reading and writing the settings can say."""

from locales.phrases.mark import mark

PHRASES: dict[str, str | tuple[str, str]] = {
    "settings.unreadable": mark("%(path)s: the settings may not be read (%(reason)s). Change its permissions."),
    "settings.unwritable": mark(
        "%(path)s: the settings cannot be written (%(reason)s). This choice lasts until you quit."
    ),
    "settings.no-toml": mark("%(path)s: this is no TOML (%(reason)s). Correct it, or remove the file."),
    "settings.wrong": mark("%(path)s: %(name)s has a value of the wrong kind. Correct it, or remove the line."),
    "settings.not-allowed": mark("%(path)s: %(name)s must be one of: %(allowed)s. Correct it, or remove the line."),
}
