"""What the user says of the names of sources: `briefing sources same A B`, `different A B`, `forget A B`, `judged`."""

from collections.abc import Sequence
from typing import Final

from briefing.claims.source_judgements import SourceJudgement
from briefing.message import WrongUseError
from locales import _
from tui.cli.invocation import Invocation

_PAIRED: Final = frozenset(("same", "different", "forget"))
STEPS: Final = _PAIRED | {"judged"}
"""First words that make a call one of judgements; a dossier of such a name is written `dossier:same`."""


def run(call: Invocation, step: str, names: Sequence[str]) -> int:
    """Store or remove what is said of two names, and list all that was said.

    Raises:
        WrongUseError: there are not two names, or both are one.
    """
    corrections = call.library.corrections
    if step in _PAIRED:
        if len(names) != 2 or not all(name.strip() for name in names):
            raise WrongUseError("sources.two-names", step=step)
        judgement = SourceJudgement(names[0].strip(), names[1].strip(), step == "same")
        if len(judgement.key) < 2:
            raise WrongUseError("sources.one-name", name=names[0][:60])
        (corrections.forget_sources if step == "forget" else corrections.judge_sources)(judgement)
    return _list(call)


def _list(call: Invocation) -> int:
    said = call.library.corrections.of_sources()
    if not said and call.arguments.format != "json":
        call.out.say(_("No names of sources were judged."))
    rows = [{"id": number, "one": one.one, "other": one.other, "same": one.are_same} for number, one in said.items()]
    lines = [
        (_("%(one)s and %(other)s are one source") if one.are_same else _("%(one)s and %(other)s are two sources"))
        % {"one": one.one, "other": one.other}
        for one in said.values()
    ]
    return call.answer(
        json=lambda: call.out.print_json({"judgements": rows}),
        text=lambda: call.out.print_each(lines),
        markdown=lambda: call.out.print_each(f"- {line}" for line in lines),
    )
