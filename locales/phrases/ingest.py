"""The phrases for what reading an input can say."""

from locales.phrases.mark import mark

PHRASES: dict[str, str | tuple[str, str]] = {
    "ingest.missing": mark("%(name)s: there is no such file. Check the name."),
    "ingest.folder": mark("%(name)s: this folder holds no files that can be read. Name a file or another folder."),
    "ingest.empty": mark("%(name)s: there is no text in it. Choose a file with a report."),
    "ingest.binary": mark(
        "%(name)s: this is no text and no known format. Save the report as text, HTML or PDF and try again."
    ),
    "ingest.large": mark("%(name)s: larger than %(limit)s million bytes. Split it, or choose the report alone."),
    "ingest.irregular": mark("%(name)s: it is a pipe, a device or a socket. Name a file; - is standard input."),
    "ingest.unreadable": mark("%(name)s: it cannot be read (%(reason)s). Change its permissions, or copy it."),
    "language.no-data": mark(
        "%(name)s: there are no claims, comparisons, summaries or translations yet for its language (%(language)s)."
        " It can be read, searched, noted and exported."
    ),
    "language.unclear": mark("%(name)s: its language is not clear. Name it with --language, as nl or en."),
    "ingest.no-report": mark("%(name)s: no report was found in this page. Copy its text and paste it."),
    "ingest.consent": mark(
        "%(name)s: the page only asks about cookies. Open it in a browser and save it, or paste the text."
    ),
    "ingest.paywall": mark(
        "%(name)s: only subscribers can read this page. Open it in a browser where you are one and save it, or paste the text."
    ),
    "ingest.no-extra": mark(
        "%(name)s: what reads this is not installed. Install briefing again with [%(extra)s], as its README says."
    ),
    "ingest.damaged": mark("%(name)s: the file is damaged. Get it again, or paste the text."),
    "ingest.locked": mark("%(name)s: a password locks this PDF. Save it without one, or paste the text."),
    "ingest.scanned": mark(
        "%(name)s: this PDF holds pictures and no text. A program for text recognition, such as ocrmypdf, makes it readable."
    ),
    "ingest.archive": mark(
        "%(name)s: it holds more than %(count)s files or %(limit)s million bytes. Take out the reports and add those."
    ),
    "ingest.nested": mark("%(name)s: an archive in an archive is not opened. Take it out and add it alone."),
    "ingest.no-files": mark("%(name)s: there is no file in it that can be read. Take out the reports and add those."),
    "ingest.json": mark("%(name)s: no report was found in this JSON. wallabag, JSON Feed and ninjs are understood."),
    "fetch.address": mark("%(name)s: this is no address of a page. Check it."),
    "fetch.slow": mark("%(name)s: no whole answer within %(seconds)s seconds. Try again later."),
    "fetch.unreachable": mark("%(name)s: it cannot be reached (%(reason)s). Check the address and the network."),
    "fetch.led-astray": mark(
        "%(name)s: it leads to %(url)s, which is not followed. Name that address yourself if you trust it."
    ),
    "fetch.circle": mark("%(name)s: it leads from page to page without end. Open it in a browser and save it."),
    "fetch.busy": mark("%(name)s: the server is busy (%(status)s). Try again later."),
    "fetch.gone": mark("%(name)s: there is no such page (%(status)s). Check the address."),
    "fetch.failing": mark("%(name)s: the server failed (%(status)s). Try again later."),
    "fetch.refused": mark(
        "%(name)s: the server refuses (%(status)s). Open it in a browser and save it, or paste the text."
    ),
    "ingest.date": mark("“%(text)s” is no date. Write it as 2018, 2018-12, 2018-12-07 or 2018-12-07T14:05."),
}
