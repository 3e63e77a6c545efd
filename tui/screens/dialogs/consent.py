"""What is asked before a translation: whether to install an offline model, and whether texts may be sent to a service."""

from collections.abc import Callable, Iterable

from briefing.article import Language
from locales import _, active
from tui.screens.base import BriefingScreen
from tui.screens.dialogs.base import Confirmation
from tui.screens.dialogs.model_offer import before_first_translation
from tui.translation import tell_where_it_goes, untold


def before_translating(
    screen: BriefingScreen,
    pairs: Iterable[tuple[Language, Language]],
    then: Callable[[], object],
    otherwise: Callable[[], object],
) -> None:
    """Offer the model that the pairs of languages lack, then ask whether texts may be sent where an engine sends them."""
    before_first_translation(screen, pairs, lambda: _before_sending(screen, then, otherwise))


def _before_sending(screen: BriefingScreen, then: Callable[[], object], otherwise: Callable[[], object]) -> None:
    """Call `then` at once if no text is sent anywhere; else say once what goes where, and ask.

    `otherwise` is called after a no, and if the yes cannot be written to the settings.
    """
    host = screen.host
    places = host.attempt(lambda: untold(host.settings))
    if not places:
        (otherwise if places is None else then)()
        return

    def answered(yes: bool | None) -> None:
        told = host.attempt(lambda: tell_where_it_goes(host.settings, (), lambda _name, _host: None)) if yes else None
        if told:
            host.settings = told
        (then if told else otherwise)()

    words = "\n".join(active().say("translate.goes-to", engine=name, host=place) for name, place in places)
    screen.app.push_screen(Confirmation(_("Translate with a service?"), words), answered)
