"""What is shown of an article, a dossier or a note that is stored but damaged."""

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.dossier import Dossier
from briefing.note import Note
from locales import _

if TYPE_CHECKING:
    from store import ArticleRecord


def title_of(record: "ArticleRecord") -> str:
    """The title of an article; of a damaged one, what is known of it."""
    return _said(record.title) if record.damaged else record.title


def name_of(dossier: Dossier) -> str:
    """The name of a dossier."""
    return _said(dossier.name) if dossier.damaged else dossier.name


def shown_note(note: Note) -> Note:
    """The note; a damaged one says so."""
    return replace(note, text=_said(note.text)) if note.damaged else note


def _said(known: str) -> str:
    return _("damaged: %(title)s") % {"title": known}
