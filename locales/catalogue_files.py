"""The work on the catalogues: extract the messages, bring the catalogues up to date, compile them. Babel does it all."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from locales import LANGUAGES

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent
DOMAIN = "briefing"
SOURCES = ("tui", "locales")
KEYWORDS = {"_": None, "mark": None, "plural": (1, 2), "ngettext": (1, 2)}
UNDATED = datetime(2026, 1, 1, tzinfo=UTC)


def po_path(language: str) -> Path:
    """Where the catalogue of a language stands."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def extracted() -> Catalog:
    """A template with every message that the sources mark, sorted, undated so that an update changes only what changed."""
    template = Catalog(fuzzy=False)
    head(template)
    for package in SOURCES:
        rows = extract_from_dir(
            ROOT / package, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Translators:",)
        )
        for _name, _line, message, comments, context in rows:
            template.add(message, auto_comments=comments, context=context)
    return template


def head(catalogue: Catalog) -> None:
    """Give the catalogue a head that names the project and no day, so that a file changes only with its messages."""
    catalogue.project, catalogue.version, catalogue.fuzzy = DOMAIN, "1", False
    catalogue.header_comment = f"# The messages of {DOMAIN}."
    catalogue.creation_date = catalogue.revision_date = UNDATED
    catalogue.last_translator = catalogue.language_team = catalogue.msgid_bugs_address = DOMAIN


def read(language: str) -> Catalog:
    """The catalogue of a language as it stands; an empty one where there is none yet."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language, domain=DOMAIN, fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def update() -> None:
    """Write the template and bring each catalogue up to date; what English lacks is filled with the message itself."""
    template = extracted()
    (FOLDER / f"{DOMAIN}.pot").write_bytes(written(template))
    for language in LANGUAGES:
        catalogue = read(language)
        catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
        head(catalogue)
        catalogue.obsolete.clear()
        for message in catalogue:
            if message.id and language == "en":
                message.string = message.id if message.pluralizable else (message.string or message.id)
        path = po_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written(catalogue))


def written(catalogue: Catalog) -> bytes:
    """The catalogue as a .po file: sorted and without line numbers, so that two changes seldom meet."""
    buffer = BytesIO()
    write_po(buffer, catalogue, no_location=True, sort_output=True, width=120)
    return buffer.getvalue()


def compile_all() -> None:
    """Write the .mo file of each language beside its .po file."""
    for language in LANGUAGES:
        with po_path(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, read(language))


def unfinished(language: str) -> list[str]:
    """The messages of the sources that the catalogue lacks, leaves empty or marks as fuzzy, and those with wrong placeholders."""
    catalogue = read(language)
    missing = []
    for wanted in extracted():
        if not wanted.id:
            continue
        found = catalogue.get(wanted.id, wanted.context)
        strings = found.string if found and isinstance(found.string, list | tuple) else [found.string if found else ""]
        if not found or found.fuzzy or not all(strings) or list(found.check(catalogue)):
            missing.append(wanted.id if isinstance(wanted.id, str) else wanted.id[0])
    return missing
