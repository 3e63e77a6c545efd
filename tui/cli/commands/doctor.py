"""`briefing doctor`: which translation engines are ready, and what the others lack."""

import argparse
from dataclasses import dataclass

from briefing.message import UnavailableError
from locales import _
from tui.cli.invocation import Invocation


@dataclass(frozen=True, slots=True)
class EngineState:
    """An engine: what it would translate with, or what it lacks; and where it sends texts, if anywhere."""

    name: str
    version: str
    lacks: str
    sends_to: str | None


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Nothing to add."""


def run(call: Invocation) -> int:
    """Write what is ready."""
    states = _states(call)

    def lines() -> None:
        for state in states:
            what = _("ready (%(version)s)") % {"version": state.version} if not state.lacks else state.lacks
            sends = _(", sends texts to %(host)s") % {"host": state.sends_to} if state.sends_to else ""
            call.out.print(f"{state.name:<16}{what}{sends}")

    return call.answer(
        json=lambda: call.out.print_json(
            {
                "engines": [
                    {
                        "name": state.name,
                        "ready": not state.lacks,
                        "version": state.version or None,
                        "lacks": state.lacks or None,
                        "sends_to": state.sends_to,
                    }
                    for state in states
                ]
            }
        ),
        text=lines,
    )


def _states(call: Invocation) -> list[EngineState]:
    """Each engine as it is now; nothing is sent and no model is loaded."""
    from briefing.translate.engines import ENGINES, destination, ready
    from tui.settings import Settings
    from tui.translation import translation_settings

    known = translation_settings(Settings.read())
    states = []
    for name in ENGINES:
        version = lacks = ""
        try:
            version = ready(name, known).version
        except UnavailableError as error:
            lacks = call.catalogue.say(error.message.code, **error.message.params)
        states.append(EngineState(name, version, lacks, None if lacks else destination(name, known)))
    return states
