"""DeepL by its official client, an extra that is loaded when it is used."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from briefing.article import Language
from briefing.message import UnavailableError
from briefing.translate import service
from briefing.translate.engine_settings import EngineSettings
from briefing.translate.keys import Key, needed_key
from briefing.translate.translator import Cancelled, StoppedError, never

NAME: Final = "deepl"
_BATCH: Final = 40
_RETRIES: Final = 1
_VARIANTS: Final = {"en": "EN-GB", "pt": "PT-PT"}
"""Targets that DeepL takes only with a region."""


@dataclass(frozen=True)
class DeepL:
    """DeepL's service. Its models have no public version, so that of its interface is used."""

    settings: EngineSettings
    key: Key = field(default_factory=lambda: Key(""))
    name: str = NAME

    @property
    def version(self) -> str:
        """The version of the interface."""
        return "v2"

    def translate(
        self, texts: Sequence[str], from_: Language, to: Language, *, cancelled: Cancelled = never
    ) -> list[str]:
        """The texts in the other language, in batches."""
        client = _client(self.settings, self.key)
        done: list[str] = []
        for start in range(0, len(texts), _BATCH):
            if cancelled():
                raise StoppedError
            done += self._batch(client, list(texts[start : start + _BATCH]), from_, to)
        return done

    def _batch(self, client: Any, texts: list[str], from_: Language, to: Language) -> list[str]:
        import deepl

        try:
            given = service.within(
                self.settings.seconds * (_RETRIES + 1),
                lambda: client.translate_text(
                    texts, source_lang=from_.upper(), target_lang=_VARIANTS.get(to, to.upper())
                ),
            )
        except TimeoutError:
            raise service.slow(NAME, self.settings) from None
        except deepl.AuthorizationException:
            raise service.refusal(NAME, self.settings, 403) from None
        except deepl.TooManyRequestsException:
            raise service.refusal(NAME, self.settings, 429) from None
        except deepl.QuotaExceededException:
            raise service.refusal(NAME, self.settings, 456) from None
        except deepl.ConnectionException as error:
            late = "timed out" in str(error)
            raise (service.slow if late else service.unreachable)(NAME, self.settings) from None
        except deepl.DeepLException as error:
            status = error.http_status_code
            raise (
                service.refusal(NAME, self.settings, status)
                if status and status >= 400
                else service.garbage(NAME, self.settings)
            ) from None
        except (ValueError, KeyError, TypeError, AttributeError):
            raise service.garbage(NAME, self.settings) from None
        found = [one.text for one in given] if isinstance(given, list) else []
        if len(found) != len(texts):
            raise service.garbage(NAME, self.settings)
        return found


def _client(settings: EngineSettings, key: Key) -> Any:
    import deepl

    deepl.http_client.max_network_retries = _RETRIES
    deepl.http_client.min_connection_timeout = settings.seconds
    client: Any = deepl.DeepLClient(key.reveal(), server_url=settings.url or None, send_platform_info=False)
    client._client._session.max_redirects = 0  # noqa: SLF001 -- the client has no setting for it
    return client


def translator(settings: EngineSettings) -> DeepL:
    """The engine.

    Raises:
        UnavailableError: the client is not installed, or there is no key.
    """
    try:
        import deepl  # noqa: F401
    except ImportError:
        raise UnavailableError("translate.no-package", engine=NAME, extra="deepl") from None
    return DeepL(settings, needed_key(NAME))
