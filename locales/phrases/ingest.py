"""The phrases for what reading an input can say."""

from locales.phrases.mark import mark

PHRASES: dict[str, str | tuple[str, str]] = {
    "ingest.missing": mark("%(name)s: there is no such file. Check the name."),
    "ingest.folder": mark("%(name)s: this folder holds no text files. Name a file or another folder."),
    "ingest.empty": mark("%(name)s: there is no text in it. Choose a file with a report."),
    "ingest.binary": mark("%(name)s: this is no text. Save the report as text and try again."),
    "ingest.large": mark("%(name)s: larger than %(limit)s million bytes. Split it, or choose the report alone."),
    "ingest.unreadable": mark("%(name)s: it cannot be read (%(reason)s). Change its permissions, or copy it."),
    "language.no-data": mark(
        "%(name)s: there are no claims, comparisons, summaries or translations yet for its language (%(language)s)."
        " It can be read, searched, noted and exported."
    ),
    "language.unclear": mark("%(name)s: its language is not clear. Name it with --language, as nl or en."),
    "ingest.date": mark("“%(text)s” is no date. Write it as 2018, 2018-12, 2018-12-07 or 2018-12-07T14:05."),
}
