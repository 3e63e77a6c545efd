"""The phrases for what the library, its notes and the app's start can say, and what an undo took back."""

from locales.phrases.mark import mark, plural

PHRASES: dict[str, str | tuple[str, str]] = {
    "library.locked": mark("%(folder)s: another program holds the library. Try again, or close the other program."),
    "library.full": mark("%(folder)s: the disk is full, nothing was changed. Make room and try again."),
    "library.read-only": mark(
        "%(folder)s: the library may only be read here. Change its permissions, or choose another."
    ),
    "library.no-access": mark("%(folder)s: the library cannot be opened. Check that the folder exists and is yours."),
    "library.unwritable": mark(
        "%(folder)s: you may not write in this folder. Change its permissions, or choose another."
    ),
    "library.disk": mark("%(folder)s: the disk reports an error. Check the disk, then: briefing library check."),
    "library.damaged": mark("%(folder)s: the library is damaged. Nothing was changed. Run: briefing library salvage."),
    "library.failed": mark("%(folder)s: the library could not do this (%(reason)s). Run: briefing library check."),
    "library.none": mark("%(folder)s: there is no library here. Add an article first: briefing add FILE."),
    "library.address": mark("%(name)s: a library is a folder on this machine; addresses are not understood."),
    "library.lost": mark(
        "%(folder)s: the library is gone or empty, but %(backups)s holds backups. Run: briefing library restore FILE."
        " To begin a new library, move the backups away."
    ),
    "library.backup-damaged": mark(
        "%(name)s: the backup is damaged (%(table)s %(id)s). Choose another file; nothing was changed."
    ),
    "library.newer": mark(
        "%(folder)s: a newer version of briefing wrote this library. Update briefing; nothing was changed."
    ),
    "library.foreign": mark("%(folder)s: the file library.db belongs to another program. Choose another folder."),
    "library.older": mark(
        "%(folder)s: an older version of briefing wrote this library. Open it once with briefing list."
    ),
    "library.index-damaged": mark("The search index is damaged and is being built anew. Try again in a moment."),
    "library.backup-exists": mark("%(name)s: this file exists already. Choose another name; nothing was written."),
    "library.no-backup": mark("%(name)s: this is no backup of a library. Choose another file; nothing was changed."),
    "library.nothing-salvaged": mark(
        "%(folder)s: nothing can be read of the library. If there is a backup in %(backups)s, copy it to library.db."
    ),
    "library.import-field": mark("Line %(line)s: the field %(field)s is missing or wrong. Nothing was imported."),
    "library.import-line": mark("Line %(line)s is not from a library export. Nothing was imported."),
    "library.nothing-found": mark("Nothing was found for %(query)s. Try fewer words, or the beginning of one with *."),
    "library.nothing-to-undo": mark("There is nothing to undo."),
    "library.fault-file": mark("The file is damaged: %(what)s. Run: briefing library salvage."),
    "library.fault-document": mark("%(table)s %(id)s is damaged. Run: briefing library check --repair."),
    "library.fault-keys": mark("%(table)s %(id)s is missing from its index. Run: briefing library check --repair."),
    "library.fault-half": mark("Article %(id)s is incomplete. Run: briefing library check --repair."),
    "library.fault-index": mark("The search index does not fit the texts. Run: briefing library index."),
    "library.fault-index-unfinished": mark("The search index is still being built. Wait a moment."),
    "library.damaged-document": mark("%(table)s %(id)s is damaged. Run: briefing library check --repair."),
    "library.repaired-exact": mark("%(table)s %(id)s: repaired, exactly as it was."),
    "library.repaired-keys": mark("%(table)s %(id)s: entered in its index again."),
    "library.repaired-as-read": mark("%(table)s %(id)s: kept as it reads now, which is not quite what was written."),
    "library.repaired-aside": mark("%(table)s %(id)s: cannot be read, and was set aside."),
    "library.no-article": mark("%(id)s: the library has no such article. See: briefing list."),
    "library.no-dossier": mark("%(id)s: the library has no such dossier. See: briefing dossier list."),
    "library.no-note": mark("%(id)s: the library has no such note. See: briefing note list."),
    "library.no-correction": mark("%(id)s: the library has no such correction."),
    "library.no-source-judgement": mark("%(one)s and %(other)s were not judged."),
    "library.no-name": mark("A dossier needs a name."),
    "library.note-about": mark("A note is about an article or about a dossier: name one of them."),
    "library.undo-changed": mark("This cannot be undone: what it changed was changed again since."),
    "library.undo-damaged": mark("This cannot be undone: what was kept of it is damaged."),
    "library.query-quote": mark(
        'The search has a quotation mark that is not closed. Put a " at the end of the phrase.'
    ),
    "library.query-filter": mark(
        "%(name)s: there is no such filter. There are: lang, outlet, tag, newer, older, unread, dossier, in, title."
    ),
    "library.query-value": mark(
        '%(name)s: the filter has no value "%(value)s". Try lang:nl, unread:yes or in:archive.'
    ),
    "library.query-date": mark('%(name)s: "%(value)s" is no date. Write a year, 2019-01 or 2019-01-08.'),
    "library.query-only-without": mark("The search only says what to leave out. Say what to find as well."),
    "library.did.add": mark("added: %(title)s"),
    "library.did.edit": mark("edited: %(title)s"),
    "library.did.read": mark("marked as read: %(title)s"),
    "library.did.unread": mark("marked as unread: %(title)s"),
    "library.did.tag": mark("tagged: %(title)s"),
    "library.did.archive": mark("archived: %(title)s"),
    "library.did.trash": mark("moved to the trash: %(title)s"),
    "library.did.recover": mark("put back: %(title)s"),
    "library.did.remove": mark("removed: %(title)s"),
    "library.did.read-several": plural("marked as read: %(count)s article", "marked as read: %(count)s articles"),
    "library.did.unread-several": plural("marked as unread: %(count)s article", "marked as unread: %(count)s articles"),
    "library.did.archive-several": plural("archived: %(count)s article", "archived: %(count)s articles"),
    "library.did.trash-several": plural(
        "moved to the trash: %(count)s article", "moved to the trash: %(count)s articles"
    ),
    "library.did.recover-several": plural("put back: %(count)s article", "put back: %(count)s articles"),
    "library.did.remove-several": plural("removed: %(count)s article", "removed: %(count)s articles"),
    "library.did.dossier-create": mark("dossier made: %(name)s"),
    "library.did.dossier-rename": mark("dossier renamed: %(name)s"),
    "library.did.dossier-put": mark("put in the dossier: %(name)s"),
    "library.did.dossier-take": mark("taken out of the dossier: %(name)s"),
    "library.did.dossier-remove": mark("dossier removed: %(name)s"),
    "library.did.note-add": mark("note added"),
    "library.did.note-edit": mark("note edited"),
    "library.did.note-remove": mark("note removed"),
    "library.did.correct": mark("correction made"),
    "library.did.correct-remove": mark("correction removed"),
    "library.did.judge-sources": mark("%(one)s and %(other)s judged as sources"),
    "library.did.forget-sources": mark("judgement of %(one)s and %(other)s removed"),
    "library.did.import": mark("import"),
    "library.did.grade": mark("source graded"),
    "app.no-standard-input": mark(
        "%(name)s is not a file. Inside the app, name a file or a folder; to add standard input, run: briefing add -"
    ),
    "app.no-terminal": mark(
        "The app needs a terminal. In a script, use a command such as briefing list, or see briefing --help."
    ),
    "app.no-path": mark("%(name)s: there is no such place. Write the whole path."),
    "app.system": mark("This could not be done: %(reason)s. Check the disk and the permissions, and try again."),
    "app.memory": mark("There is not enough memory for this. Close other programs, or take fewer or shorter reports."),
    "app.defect": mark(
        "A defect of briefing: %(place)s. Please report it with this file, which holds none of your texts: %(file)s"
    ),
    "app.defect-unwritten": mark("A defect of briefing: %(place)s. Please report it with this line."),
    "claim.none-corrected": mark("No claim of article %(id)s is corrected yet."),
    "claim.none": mark("Article %(id)s has no claim %(claim)s. See briefing claims %(id)s."),
    "claim.no-corrections": mark("Nothing was corrected in article %(id)s."),
    "claim.nothing-to-change": mark("Nothing to change was given. Name a part, such as --certainty possible."),
    "library.nothing-listed": mark("No articles found. Add one: briefing add FILE"),
    "library.empty": mark("The library is empty. Add an article: briefing add FILE"),
    "library.nothing-to-edit": mark("Nothing to change was given. Name a field, such as --published 2018-12."),
    "note.none": mark("There are no notes. Write one with briefing note add ID TEXT."),
    "note.no-such-passage": mark("“%(quote)s” does not stand in article %(id)s. Copy the words as they stand there."),
}
