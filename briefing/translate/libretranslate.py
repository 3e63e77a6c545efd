"""LibreTranslate: a server of one's own or another's, by its public interface (`POST /translate`)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from briefing.article import Language
from briefing.message import UnavailableError
from briefing.translate.engine_settings import EngineSettings
from briefing.translate.keys import Key, key_for
from briefing.translate.service import garbage, post
from briefing.translate.translator import Cancelled, StoppedError, never

NAME: Final = "libretranslate"
_BATCH: Final = 20


@dataclass(frozen=True)
class LibreTranslate:
    """A LibreTranslate server. Its models have no public version, so its address is used."""

    settings: EngineSettings
    key: Key = field(default_factory=lambda: Key(""))
    name: str = NAME

    @property
    def version(self) -> str:
        """Where the translation was made."""
        return self.settings.host

    def translate(
        self, texts: Sequence[str], from_: Language, to: Language, *, cancelled: Cancelled = never
    ) -> list[str]:
        """The texts in the other language, in batches."""
        done: list[str] = []
        for start in range(0, len(texts), _BATCH):
            if cancelled():
                raise StoppedError
            done += self._batch(list(texts[start : start + _BATCH]), from_, to)
        return done

    def _batch(self, texts: list[str], from_: Language, to: Language) -> list[str]:
        body: dict[str, object] = {"q": texts, "source": from_, "target": to, "format": "text"}
        if self.key:
            body["api_key"] = self.key.reveal()
        answer = post(NAME, self.settings, "/translate", body, {})
        given = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(given, list) or len(given) != len(texts) or not all(isinstance(one, str) for one in given):
            raise garbage(NAME, self.settings)
        return given


def translator(settings: EngineSettings) -> LibreTranslate:
    """The engine.

    Raises:
        UnavailableError: no server is set.
    """
    if not settings.url:
        raise UnavailableError("translate.no-server", engine=NAME)
    return LibreTranslate(replace(settings), key_for(NAME))
