"""The phrases for what translation can say of itself."""

from locales.phrases.mark import mark, plural

PHRASES: dict[str, str | tuple[str, str]] = {
    "translate.direction": mark("%(engine)s does not translate from %(language)s to %(to)s. Choose another engine."),
    "translate.unknown-engine": mark("There is no engine “%(engine)s”. There are: %(known)s."),
    "translate.no-engine": mark(
        "Nothing here can translate it yet, so it stands in its own language. Install an engine, or name one with --engine."
    ),
    "translate.same-language": mark("“%(title)s” is in that language already. Choose the other one with --to."),
    "translate.goes-to": mark("What is translated with %(engine)s is sent to %(host)s. This message is shown once."),
    "translate.no-key": mark(
        "%(engine)s needs a key. Put it in the environment as %(variable)s, or in the system's keyring under “briefing”."
    ),
    "translate.no-package": mark(
        "%(engine)s is not installed. Install it with: pip install 'briefing-desk[%(extra)s]'"
    ),
    "translate.no-server": mark(
        "%(engine)s has no server yet. Set its url (and for llm its model) under [engine.%(engine)s] in the settings."
    ),
    "translate.glossary-unreadable": mark("The glossary %(path)s cannot be read: %(reason)s. Correct or remove it."),
    "translate.glossary-line": mark(
        "%(path)s, line %(line)s: write a Dutch and an English word or phrase, with one tab between them."
    ),
    "translate.glossary-word": mark("%(path)s: write the English for “%(word)s” between quotation marks."),
    "translate.address": mark("“%(url)s” is no address for %(engine)s. Begin it with http:// or https://."),
    "translate.key-refused": mark("%(host)s refuses the key for %(engine)s. Check the key."),
    "translate.busy": mark("%(host)s has too much to do for %(engine)s. Try again later."),
    "translate.busy-for": plural(
        "%(host)s has too much to do for %(engine)s. Try again in a second.",
        "%(host)s has too much to do for %(engine)s. Try again in %(count)s seconds.",
    ),
    "translate.quota": mark("%(host)s: the quota of this key for %(engine)s is used up. Choose another engine."),
    "translate.not-there": mark(
        "%(host)s knows no such address or model for %(engine)s (%(url)s). Check the settings."
    ),
    "translate.status": mark(
        "%(host)s cannot do it now (status %(status)s). Try again later, or choose another engine."
    ),
    "translate.slow": plural(
        "%(host)s gave %(engine)s no answer within a second. Try again, or set more seconds.",
        "%(host)s gave %(engine)s no answer within %(count)s seconds. Try again, or set more seconds.",
    ),
    "translate.unreachable": mark("No connection with %(host)s for %(engine)s. Check that it runs and can be reached."),
    "translate.garbage": mark(
        "%(host)s gave %(engine)s an answer that cannot be understood. Choose another model or engine."
    ),
    "models.no-catalogue": mark("%(host)s gave no list of models. Name another address with --from."),
    "models.unknown": mark("There is no model “%(name)s”. There are: %(known)s."),
    "models.none": mark(
        "There is no model for %(direction)s here. Install it with: briefing models install %(direction)s"
    ),
    "models.none-here": mark("There is no Firefox model here yet. Install one with: briefing models install nl-en"),
    "models.not-offered": mark("%(host)s has no model for %(direction)s. Name another address with --from."),
    "models.spoiled": mark(
        "The file %(name)s of the model has changed. Install it again: briefing models install %(direction)s"
    ),
    "models.checksum": mark("%(name)s does not match its checksum, so it was deleted. Try again, or another origin."),
    "models.disk-full": mark("The disk is full. Make room and try again; what has been downloaded is kept."),
    "models.unwritable": mark("The models cannot be written (%(reason)s). Look at the permissions of the data folder."),
    "models.broken": mark("The connection with %(host)s was lost. Try again: the download continues where it stopped."),
    "models.status": mark("%(host)s refuses the download (status %(status)s). Try again later, or another origin."),
    "models.elsewhere": mark(
        "%(host)s redirects to another server, which is not followed. Name that server's address with --from."
    ),
    "models.address": mark("“%(url)s” is neither an address nor a folder or archive that is there."),
    "models.not-whole": mark("%(name)s holds no whole model for %(direction)s: a model file and its vocabulary."),
    "models.too-large": mark("%(name)s is larger than a model can be."),
    "models.no-archive": mark("%(name)s is no folder, and no zip or tar archive. Choose another."),
    "models.not-agreed": mark("Nothing was downloaded. Say yes when asked, or add --yes."),
    "firefox.died": mark(
        "The Firefox engine crashed on this model; nothing else was affected. Install the model again."
    ),
    "firefox.slow": plural(
        "The Firefox engine gave no answer within a second. Try again, or choose another engine.",
        "The Firefox engine gave no answer within %(count)s seconds. Try again, or choose another engine.",
    ),
    "firefox.failed": mark("The Firefox engine cannot use this model (%(reason)s). Install it again."),
}
