"""Where the key of a service comes from: the environment, else the system's keyring. It is kept nowhere else and never shown."""

import os
from typing import Final

from briefing.message import UnavailableError

SERVICE: Final = "briefing"
"""The service under which the keyring knows the keys; the user name is the engine's name."""
_OWN_NAMES: Final = {"deepl": "DEEPL_AUTH_KEY", "llm": "OPENAI_API_KEY"}


class Key:
    """A key that is never printed: not in a text, an error, a log or the values of a traceback."""

    __slots__ = ("_secret",)

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def __bool__(self) -> bool:
        return bool(self._secret)

    def __repr__(self) -> str:
        return "Key(…)"

    def reveal(self) -> str:
        """The key itself, for the header of a request and nothing else."""
        return self._secret


def variables(engine: str) -> tuple[str, ...]:
    """The environment variables that are looked at, in order."""
    own = _OWN_NAMES.get(engine)
    return (f"BRIEFING_{engine.upper()}_KEY", *([own] if own else []))


def key_for(engine: str) -> Key:
    """The key of the engine; an empty one where there is none."""
    for name in variables(engine):
        if value := os.environ.get(name, "").strip():
            return Key(value)
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return Key("")
    try:
        return Key((keyring.get_password(SERVICE, engine) or "").strip())
    except KeyringError:
        return Key("")


def needed_key(engine: str) -> Key:
    """The key of an engine that cannot do without.

    Raises:
        UnavailableError: there is none.
    """
    key = key_for(engine)
    if not key:
        raise UnavailableError("translate.no-key", engine=engine, variable=variables(engine)[0])
    return key
