"""Whether an offline model may be offered to the user, before the first translation in a direction."""

from collections.abc import Sequence
from importlib.util import find_spec

from briefing.article import Language
from briefing.language.languages import base
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.firefox.catalogue import RECORDS, Direction, directions
from briefing.translate.firefox.models import installed

NAME = "firefox"


def model_to_offer(
    from_: Language, to: Language, settings: TranslationSettings, named: Sequence[str] = ()
) -> Direction | None:
    """The direction of a model that would translate it and is not here; `None` too where the user chose other engines."""
    direction, chosen, folder = (base(from_), to), named or settings.order, settings.of(NAME).folder
    if direction not in directions() or folder is None or (chosen and NAME not in chosen):
        return None
    return None if direction in installed(folder) else direction


def origin(settings: TranslationSettings) -> str:
    """Where models come from: the mirror of the settings, else Mozilla."""
    return settings.of(NAME).url or RECORDS


def can_run() -> bool:
    """Whether the package that runs the models is installed."""
    return find_spec("fxtranslate") is not None
