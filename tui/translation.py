"""Translation settings for the engines, and the one-time notice of where an engine sends texts."""

from collections.abc import Callable

from briefing.translate.engine_settings import EngineSettings, TranslationSettings
from briefing.translate.engines import candidates, destination, staying
from tui.settings import Settings


def translation_settings(settings: Settings) -> TranslationSettings:
    """The engines in the user's order with their options from `[engine.NAME]`, and the user's glossary.

    Raises:
        InputError: the glossary cannot be read.
    """
    from platformdirs import user_data_path

    from briefing.translate.glossary import read_glossary

    told = {
        name: EngineSettings(
            url=options.get("url", ""),
            model=options.get("model", ""),
            seconds=float(options.get("seconds", 60)),
        )
        for name, options in settings.engine_options.items()
    }
    glossary = read_glossary(settings.path.parent)
    if glossary:
        told["literal"] = EngineSettings(glossary=glossary)
    return TranslationSettings(settings.engines, told, user_data_path("briefing") / "models")


def tell_where_it_goes(settings: Settings, named: tuple[str, ...], say: Callable[[str, str], None]) -> Settings:
    """Call `say` with each engine that sends texts away and its host, the first time it is chosen; gives the settings that remember it.

    Raises:
        WrongUseError: a name stands for no engine.
        UnavailableError: the settings cannot be written.
    """
    for name, where in untold(settings, named):
        say(name, where)
        settings = settings.changed("told", (*settings.told, f"{name}@{where}"))
    return settings


def untold(settings: Settings, named: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The engines that send texts away, each with its host, that the user has not been told about.

    Raises:
        WrongUseError: a name stands for no engine.
    """
    known = translation_settings(settings)
    places = [(name, destination(name, known) or "") for name in candidates(known, named)]
    return [(name, where) for name, where in places if where and f"{name}@{where}" not in settings.told]


def agreed(settings: Settings) -> tuple[str, ...]:
    """The engines that send nothing, or those whose destination the user has been told.

    Raises:
        WrongUseError: a name stands for no engine.
    """
    known = translation_settings(settings)
    waiting = {name for name, _where in untold(settings)}
    return tuple(name for name in candidates(known) if name not in waiting) or staying(known)
