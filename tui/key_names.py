"""Keys as people write them: in the footer, in messages, and in the warning about a key that two actions have."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from textual.binding import Binding
from textual.keys import format_key

from locales import _, active
from tui.actions import ACTIONS

_ARROWS: Final = {"up": "↑", "down": "↓", "left": "←", "right": "→", "enter": "⏎", "tab": "⇥"}
_ACTIONS: Final = re.compile(r"\[([a-z-]+(?: [a-z-]+)*)\]")


class _Keys:
    keymap: Mapping[str, str] = {}
    ascii_only = False


def activate_keys(keymap: Mapping[str, str], *, ascii_only: bool = False) -> None:
    """Make a keymap the one that messages name keys of."""
    _Keys.keymap, _Keys.ascii_only = keymap, ascii_only


def with_keys(message: str) -> str:
    """The message with the current keys of the actions that it names by their ids: "Undo: [undo]" gives "Undo: [u]".

    To be used before values are filled in, which may have words in brackets of their own.
    """
    return _ACTIONS.sub(_keys_of, message)


def _keys_of(found: re.Match[str]) -> str:
    names = found[1].split()
    return f"[{' '.join(map(key_of, names))}]" if all(name in ACTIONS for name in names) else found[0]


def key_of(action_id: str) -> str:
    """The first key of an action as people write it; of one without a key, that of the palette and its name there."""
    given = list(filter(str.strip, _Keys.keymap.get(action_id, "").split(",")))
    if given:
        return _written(given[0])
    taken = {_written(key) for keys in _Keys.keymap.values() for key in keys.split(",")}
    action = ACTIONS[action_id]
    free = [written for key in action.keys.split(",") if (written := _written(key)) not in taken]
    if free:
        return free[0]
    return _(action.name) if action_id == "palette" else f"{key_of('palette')} {_(action.name)}"


def _written(key: str) -> str:
    return shown(key.strip(), ascii_only=_Keys.ascii_only)


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
    lost = (binding for binding in bindings if binding.description and not _is_own_key(binding))
    names = sorted({_(binding.description) for binding in lost})
    if not names:
        return ""
    return _("Your keymap leaves %(names)s without a key. Give them one in the settings.") % {
        "names": active().listed(names)
    }


def _is_own_key(binding: Binding) -> bool:
    """Whether the keymap gives an action one of its default keys, which Textual takes for a clash of the action with itself."""
    action = ACTIONS.get(binding.id or "")
    return action is not None and action.id in _Keys.keymap and binding.key in action.keys.split(",")
