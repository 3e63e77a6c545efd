"""Translation: one small interface, one module an engine, and the same checks on what any of them gives."""

from briefing.translate.translator import Cancelled, DirectionError, StoppedError, Translator, never

__all__ = ["Cancelled", "DirectionError", "StoppedError", "Translator", "never"]
