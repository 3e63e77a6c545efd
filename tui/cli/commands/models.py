"""`briefing models`: list, install, verify and remove models of the offline engine firefox."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.message import UnavailableError, WrongUseError
from briefing.translate.addresses import host_of
from briefing.translate.firefox import models
from briefing.translate.firefox.catalogue import directions
from locales import _
from tui.cli.invocation import Invocation
from tui.cli.model_download import megabytes, offered_model, progress_bar
from tui.paths import expanded

if TYPE_CHECKING:
    from briefing.translate.firefox.catalogue import CatalogueModel
    from briefing.translate.firefox.models import Installed


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the subcommands."""
    steps = parser.add_subparsers(dest="step", required=True, metavar="list|install|verify|remove")
    steps.add_parser("list", help=_("the models here, and those that can be installed"))
    install = steps.add_parser("install", help=_("download a model, or take it from a folder or an archive"))
    install.add_argument("direction", metavar="DIRECTION", help=_("nl-en or en-nl"))
    install.add_argument(
        "--from", dest="origin", metavar="ORIGIN", help=_("the address of a mirror, a folder or an archive")
    )
    install.add_argument("--yes", action="store_true", help=_("do not ask first"))
    verify = steps.add_parser("verify", help=_("verify the checksums of the files"))
    verify.add_argument("direction", metavar="DIRECTION", nargs="?", help=_("nl-en or en-nl (default: all)"))
    remove = steps.add_parser("remove", help=_("remove a model"))
    remove.add_argument("direction", metavar="DIRECTION", help=_("nl-en or en-nl"))


def run(call: Invocation) -> int:
    """Run the subcommand."""
    return {"list": _list, "install": _install, "verify": _verify, "remove": _remove}[call.arguments.step](call)


def folder() -> Path:
    """The folder of the models."""
    from platformdirs import user_data_path

    return user_data_path("briefing") / "models"


def _list(call: Invocation) -> int:
    here = models.installed(folder())

    def rows() -> None:
        for direction in directions():
            model = here.get(direction)
            state = (
                _("here, %(size)s MB, from %(origin)s")
                % {"size": megabytes(model.size), "origin": _shown(model.origin)}
                if model
                else _("not here")
            )
            call.out.print(f"{models.named(direction)}  {state}")

    return call.answer(
        json=lambda: call.out.print_json({"models": [_json(model) for model in here.values()]}),
        text=rows,
    )


def _install(call: Invocation) -> int:
    from briefing.translate.firefox.offer import origin as origin_of
    from tui.settings import Settings
    from tui.translation import translation_settings

    asked = call.arguments
    direction = models.direction_of(asked.direction)
    origin = asked.origin or origin_of(translation_settings(Settings.read()))
    if "://" not in origin:
        path = expanded(origin)
        if not path.exists():
            raise WrongUseError("models.address", url=origin)
        return _done(call, models.bring(path, direction, folder()))
    model = offered_model(origin, direction)
    if not asked.yes and not _agreed(model, origin):
        raise WrongUseError("models.not-agreed")
    return _done(call, models.install(model, folder(), origin, progress=progress_bar()))


def _agreed(model: "CatalogueModel", origin: str) -> bool:
    """Ask on a terminal, with size and origin."""
    if not sys.stdin.isatty():
        return False
    question = _("Download %(size)s MB from %(origin)s? [y/N] ") % {
        "size": megabytes(model.size),
        "origin": _shown(origin),
    }
    print(question, end="", file=sys.stderr, flush=True)  # noqa: T201
    return sys.stdin.readline().strip().lower() in {"y", "yes", "j", "ja"}


def _verify(call: Invocation) -> int:
    here = models.installed(folder())
    named = call.arguments.direction
    chosen = [models.direction_of(named)] if named else sorted(here)
    for direction in chosen:
        with call.attempt():
            if direction not in here:
                raise UnavailableError("models.none", direction=models.named(direction))
            if broken := here[direction].broken():
                raise UnavailableError("models.spoiled", name=broken[0], direction=models.named(direction))
            call.out.print(_("%(direction)s: all files are intact") % {"direction": models.named(direction)})
    if not chosen:
        raise UnavailableError("models.none-here")
    return call.exit_code


def _remove(call: Invocation) -> int:
    models.remove(models.direction_of(call.arguments.direction), folder())
    call.out.print(_("%(direction)s is removed") % {"direction": call.arguments.direction})
    return 0


def _done(call: Invocation, model: "Installed") -> int:
    return call.answer(
        json=lambda: call.out.print_json({"models": [_json(model)]}),
        text=lambda: call.out.print(_("%(direction)s is installed") % {"direction": models.named(model.direction)}),
    )


def _json(model: "Installed") -> dict[str, object]:
    return {
        "direction": models.named(model.direction),
        "version": model.version,
        "origin": model.origin,
        "bytes": model.size,
        "files": {kind: {"name": name, "sha256": sha256} for kind, (name, _size, sha256) in model.files.items()},
    }


def _shown(origin: str) -> str:
    return host_of(origin)
