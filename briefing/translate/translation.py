"""Texts through an engine: from the memory where they were translated before, in the forms of the other language, and checked."""

import hashlib
import json
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from typing import Any, Final, Protocol

from briefing.article import Language, PublicationDate
from briefing.engine import Engine
from briefing.ingest.clean import on_one_line
from briefing.message import UnavailableError
from briefing.summary.summary import Check
from briefing.translate.engine_settings import TranslationSettings
from briefing.translate.engines import Opened
from briefing.translate.localise import localised
from briefing.translate.parity import parity
from briefing.translate.translator import Cancelled, SelfChecking, Translator, never

KIND: Final = "translation"
"""The kind under which a memory keeps translations."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A text in another language, by which engine, and what the checks found."""

    original: str
    text: str
    from_: Language
    to: Language
    engine: Engine
    checks: tuple[Check, ...]


class TranslationCache(Protocol):
    """Where results are kept that can be computed again: the cache of a library is one."""

    def get(self, kind: str, key: str) -> bytes | None:
        """What was kept, or `None`."""

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep a result."""


class Forgetful:
    """The memory of whoever keeps nothing."""

    def get(self, kind: str, key: str) -> bytes | None:  # noqa: ARG002
        """Nothing."""
        return None

    def put(self, kind: str, key: str, value: bytes) -> None:
        """Keep nothing."""


def by_first_engine(
    texts: Sequence[str],
    from_: Language,
    to: Language,
    settings: TranslationSettings,
    named: Sequence[str] = (),
    *,
    opened: Opened | None = None,
    memory: TranslationCache | None = None,
    published: PublicationDate | None = None,
    passed_over: Callable[[UnavailableError], None] = lambda _: None,
    cancelled: Cancelled = never,
) -> list[Translation]:
    """The texts by the first engine that can do it.

    An engine that the user chose and that cannot is handed to `passed_over` when the next takes its turn. `opened` are the
    engines of a longer piece of work, which closes them; without it they are closed here.

    Raises:
        UnavailableError: none could; of an engine that was chosen, its own reason.
        StoppedError: `cancelled` answered yes.
    """
    failed: UnavailableError | None = None
    kept = Forgetful() if memory is None else memory
    chosen = bool(named or settings.order)
    with nullcontext(opened) if opened else Opened(settings) as engines:
        for engine in engines.in_turn(named):
            if failed is not None and chosen:
                passed_over(failed)
            if isinstance(engine, UnavailableError):
                failed = engine
                continue
            try:
                return translations(texts, from_, to, engine, memory=kept, published=published, cancelled=cancelled)
            except UnavailableError as error:
                failed = error
    if failed is not None and chosen:
        raise failed
    raise UnavailableError("translate.no-engine")


def translations(
    texts: Sequence[str],
    from_: Language,
    to: Language,
    engine: Translator,
    *,
    memory: TranslationCache,
    published: PublicationDate | None = None,
    cancelled: Cancelled = never,
) -> list[Translation]:
    """The texts in the other language, each checked; the engine is asked only for those that the memory has not.

    Raises:
        UnavailableError: the engine cannot do it now.
        StoppedError: `cancelled` answered yes.
    """
    known = {text: _recalled(memory, _key(text, from_, to, engine)) for text in texts}
    asked = [text for text, found in known.items() if found is None]
    given = engine.translate(asked, from_, to, cancelled=cancelled) if asked else []
    for text, translated in zip(asked, given, strict=True):
        known[text] = translated
        memory.put(KIND, _key(text, from_, to, engine), json.dumps(translated).encode())
    made = Engine(engine.name, engine.version)
    # Whatever an engine or a memory gives, a terminal will show it.
    found = [(text, localised(on_one_line(known[text] or ""), text, from_, to)) for text in texts]
    own = engine.checks if isinstance(engine, SelfChecking) else _no_checks
    return [
        Translation(
            original,
            text,
            from_,
            to,
            made,
            (*parity(original, from_, text, to, published=published), *own(original, from_, text, to)),
        )
        for original, text in found
    ]


def _no_checks(_original: str, _from: Language, _text: str, _to: Language) -> tuple[Check, ...]:
    return ()


def _key(text: str, from_: Language, to: Language, engine: Translator) -> str:
    parts = json.dumps([text, from_, to, engine.name, engine.version])
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()


def _recalled(memory: TranslationCache, key: str) -> str | None:
    kept = memory.get(KIND, key)
    if kept is None:
        return None
    try:
        found: Any = json.loads(kept)
    except ValueError:
        return None
    return found if isinstance(found, str) else None
