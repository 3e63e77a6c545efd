"""The offer of an offline model on the command line, to somebody at a terminal."""

import sys
from collections.abc import Iterable

from briefing.article import Language
from locales import _
from tui.cli.invocation import Invocation


def before_first_translation(call: Invocation, pairs: Iterable[tuple[Language, Language]]) -> None:
    """Offer the model that the pairs of languages lack, if a person can answer, and do what is answered."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return
    from briefing.translate.firefox.offer import NAME, can_run, origin
    from tui.cli.model_download import install_from
    from tui.model_offer import declined, missing_model, question, where_engines_are_set
    from tui.settings import Settings
    from tui.translation import translation_settings

    settings = Settings.read()
    known = translation_settings(settings)
    direction = missing_model(pairs, known, settings)
    if direction is None:
        return
    call.out.say(question(direction, known))
    install = _("[i] install   ") if can_run() else ""
    call.out.say(install + _("[w] word-for-word gloss instead   [s] engine settings"))
    answer = sys.stdin.readline().strip().lower()
    folder = known.of(NAME).folder
    if answer == "i" and can_run() and folder:
        with call.attempt():
            install_from(origin(known), direction, folder)
    elif answer == "w":
        declined(direction, settings)
    elif answer == "s":
        call.out.say(where_engines_are_set(settings))
