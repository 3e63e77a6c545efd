"""The offer of an offline model, in two lines: the words for the app and the command."""

from collections.abc import Iterable

from briefing.article import Language
from briefing.translate.addresses import host_of
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.firefox.catalogue import RECORDS, Direction
from briefing.translate.firefox.models import named
from briefing.translate.firefox.offer import can_run, model_to_offer, origin
from locales import _
from tui.installer import command_for
from tui.settings import Settings


def missing_model(
    pairs: Iterable[tuple[Language, Language]], known: TranslationSettings, settings: Settings
) -> Direction | None:
    """The first direction of the pairs whose model is not here and was not declined."""
    found = (model_to_offer(from_, to, known) for from_, to in pairs)
    return next((one for one in found if one and named(one) not in settings.offered), None)


def declined(direction: Direction, settings: Settings) -> Settings:
    """The settings that remember that the user did not want the model.

    Raises:
        UnavailableError: they cannot be written.
    """
    return settings.changed("offered", (*settings.offered, named(direction)))


def question(direction: Direction, known: TranslationSettings) -> str:
    """The first line: the model, its size and its origin; or how the engine for it is installed."""
    if not can_run():
        words = _("The engine for the offline model %(direction)s is missing. Install it with: %(command)s")
        return words % {"direction": named(direction), "command": command_for("fxtranslate")}
    words = _(
        "Install the offline model %(direction)s (about 40 MB from %(host)s, nothing leaves this machine afterwards)?"
    )
    place = origin(known)
    return words % {"direction": named(direction), "host": "Mozilla" if place == RECORDS else host_of(place)}


def where_engines_are_set(settings: Settings) -> str:
    """What is said to somebody who wants another engine."""
    return _("Engines are set in %(path)s; docs/translation.md has examples.") % {"path": settings.path}
