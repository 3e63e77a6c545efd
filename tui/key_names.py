"""Keys as people write them, and the warning about a keymap that gives one key to two actions."""

from collections.abc import Iterable
from typing import Final

from textual.binding import Binding
from textual.keys import format_key

from locales import _, active

_ARROWS: Final = {"up": "↑", "down": "↓", "left": "←", "right": "→", "enter": "⏎", "tab": "⇥"}


def shown(key: str, *, ascii_only: bool = False) -> str:
    """The key as people write it: `^p`, `?`, `Esc`, `⏎`; in ASCII with names for the arrows."""
    *modifiers, name = key.split("+")
    if name in _ARROWS:
        name = name.capitalize() if ascii_only else _ARROWS[name]
    elif name == "escape":
        name = "Esc"
    elif name == "space":
        name = _("Space")
    elif len(name) > 1:
        name = format_key(name)
        name = name if len(name) == 1 or name.isupper() else name.capitalize()
    if "ctrl" in modifiers:
        modifiers.remove("ctrl")
        name = f"^{name}"
    return "+".join([*(modifier.capitalize() for modifier in modifiers), name])


def clash(bindings: Iterable[Binding]) -> str:
    """The warning about actions that lost their key; empty if there are none."""
    names = sorted({_(binding.description) for binding in bindings if binding.description})
    if not names:
        return ""
    return _("Your keymap leaves %(names)s without a key. Give them one in the settings.") % {
        "names": active().listed(names)
    }
