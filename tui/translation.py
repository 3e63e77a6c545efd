"""What the settings file says of translation, for the engines; and, once, where an engine sends what it translates."""

from collections.abc import Callable

from briefing.translate.engines import ENGINES, candidates, destination
from briefing.translate.settings import EngineSettings, TranslationSettings
from tui.settings import Settings


def translation_settings(settings: Settings) -> TranslationSettings:
    """The engines in the user's order, with what each is told under `[engine.NAME]`."""
    from platformdirs import user_data_path

    told = {
        name: EngineSettings(
            url=options.get("url", ""),
            model=options.get("model", ""),
            seconds=float(options.get("seconds", 60)),
        )
        for name, options in settings.engine_options.items()
    }
    return TranslationSettings(settings.engines, told, user_data_path("briefing") / "models")


def tell_where_it_goes(settings: Settings, named: tuple[str, ...], say: Callable[[str, str], None]) -> Settings:
    """Tell, the first time that an engine is chosen that sends texts away, which one and where they go; remember that.

    Raises:
        WrongUseError: a name stands for no engine.
        UnavailableError: the settings cannot be written.
    """
    known = translation_settings(settings)
    for name in candidates(known, named):
        where = destination(name, known)
        if where and f"{name}@{where}" not in settings.told:
            say(name, where)
            settings = settings.changed("told", (*settings.told, f"{name}@{where}"))
    return settings


def engine_names() -> tuple[str, ...]:
    """The names that `--engine` takes."""
    return tuple(ENGINES)
