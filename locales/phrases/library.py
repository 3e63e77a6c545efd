"""The phrases for what the library, its notes and the app's start can say."""

from locales.phrases.mark import mark

PHRASES: dict[str, str | tuple[str, str]] = {
    "app.no-terminal": mark(
        "The app needs a terminal. In a script, use a command such as briefing list, or see briefing --help."
    ),
    "library.nothing-listed": mark("There is no such article in the library. Add one with briefing add FILE."),
    "library.nothing-to-edit": mark("Nothing to change was given. Name a field, such as --published 2018-12."),
    "note.none": mark("There are no notes. Write one with briefing note add ID TEXT."),
    "note.no-such-passage": mark("“%(quote)s” does not stand in article %(id)s. Copy the words as they stand there."),
}
