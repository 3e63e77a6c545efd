"""The user's settings in a TOML file; writing keeps its other lines and comments."""

import os
import tempfile
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Literal, cast

from briefing.message import InputError, UnavailableError
from briefing.regular_file import regular_text
from locales import LANGUAGES

FILE_NAME = "settings.toml"
_DAY = 86_400
Value = str | bool | tuple[str, ...]


def default_path() -> Path:
    """The path of the settings on this platform."""
    from platformdirs import user_config_path

    return user_config_path("briefing") / FILE_NAME


@dataclass(frozen=True)
class Settings:
    """The user's choices. An empty one is decided by the terminal and the locale.

    `engines` are the translators in the order in which they are tried, `engine_options` what each is told (`[engine.NAME]`
    with `url`, `model`, `seconds`), `told` those of which the user was told where they send texts ("NAME@HOST"); `offered` are the
    offline models that the user did not want ("nl-en"); `keymap` gives other keys to actions by their ids.
    """

    path: Path
    language: str = ""
    theme: str = ""
    signs: Literal["", "unicode", "ascii"] = ""
    translation: Literal["off", "under", "beside"] = "off"
    engines: tuple[str, ...] = ()
    engine_options: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    told: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    keymap: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def read(cls, path: Path | None = None) -> "Settings":
        """The settings of the file, or the defaults if there is none.

        Raises:
            InputError: the file is no TOML, or a setting has the wrong type.
        """
        path = path or default_path()
        try:
            given = tomllib.loads(regular_text(path))
        except FileNotFoundError:
            return cls(path)
        except OSError as error:
            raise InputError("settings.unreadable", path=str(path), reason=error.strerror or "") from None
        except (ValueError, RecursionError) as error:
            raise InputError("settings.no-toml", path=str(path), reason=str(error)) from None
        return cls(path).with_values(given)

    def with_values(self, given: Mapping[str, object]) -> "Settings":
        """The settings with those of a parsed file.

        Raises:
            InputError: a setting has the wrong type, or a value that is not known.
        """
        for name, allowed in _CHOICES.items():
            value = given.get(name, "")
            if not isinstance(value, str):
                raise InputError("settings.wrong", path=str(self.path), name=name)
            if allowed and value not in allowed:
                named = ", ".join(filter(None, allowed))
                raise InputError("settings.not-allowed", path=str(self.path), name=name, allowed=named)
        keymap = given.get("keymap", {})
        if not isinstance(keymap, dict) or not all(isinstance(keys, str) for keys in keymap.values()):
            raise InputError("settings.wrong", path=str(self.path), name="keymap")
        chosen = {name: given[name] for name in _CHOICES if given.get(name)}
        return replace(
            self,
            engines=self._names(given, "engines"),
            told=self._names(given, "told"),
            offered=self._names(given, "offered"),
            engine_options=self._options(given),
            keymap=MappingProxyType(dict(keymap)),
            **cast("dict[str, str]", chosen),  # type: ignore[arg-type]
        )

    def _names(self, given: Mapping[str, object], name: str) -> tuple[str, ...]:
        value = given.get(name, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise InputError("settings.wrong", path=str(self.path), name=name)
        return tuple(value)

    def _options(self, given: Mapping[str, object]) -> Mapping[str, Mapping[str, str]]:
        """The tables `[engine.NAME]`, every value as text; `seconds` must be a number."""
        tables = given.get("engine", {})
        if not isinstance(tables, dict) or not all(isinstance(table, dict) for table in tables.values()):
            raise InputError("settings.wrong", path=str(self.path), name="engine")
        for name, table in tables.items():
            for option, value in table.items():
                good = _is_time(value) if option == "seconds" else isinstance(value, str)
                if not good:
                    raise InputError("settings.wrong", path=str(self.path), name=f"engine.{name}.{option}")
        return MappingProxyType(
            {
                name: MappingProxyType({key: str(value) for key, value in table.items()})
                for name, table in tables.items()
            }
        )

    def changed(self, name: str, value: Value) -> "Settings":
        """Write one setting to the file; gives the settings of the file with it.

        Raises:
            InputError: the file is no TOML, or a setting in it has the wrong type; nothing is written.
            UnavailableError: the file cannot be written.
        """
        import tomlkit
        from tomlkit.exceptions import TOMLKitError

        try:
            document = tomlkit.parse(regular_text(self.path)) if self.path.exists() else tomlkit.document()
            document[name] = list(value) if isinstance(value, tuple) else value
            changed = Settings(self.path).with_values(document.unwrap())
            _write(self.path, tomlkit.dumps(document))
        except (TOMLKitError, ValueError, RecursionError) as error:
            raise InputError("settings.no-toml", path=str(self.path), reason=str(error)) from None
        except OSError as error:
            raise UnavailableError("settings.unwritable", path=str(self.path), reason=error.strerror or "") from None
        return changed


def _is_time(value: object) -> bool:
    """Whether a value is a time to wait in seconds: above 0, and no more than a day."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= _DAY


def _write(path: Path, text: str) -> None:
    """Replace the file atomically; a symbolic link keeps pointing to it."""
    path = path.resolve()
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink()
        raise


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "language": ("", *LANGUAGES),
    "theme": (),
    "signs": ("", "unicode", "ascii"),
    "translation": ("", "off", "under", "beside"),
}
