"""The built-in translator between Dutch and English: a dictionary and rules, nothing to download, the same result each time."""

from briefing.translate.literal.engine import LOOKED_UP, LiteralTranslator, LookedUp, Translated, look_up

__all__ = ["LOOKED_UP", "LiteralTranslator", "LookedUp", "Translated", "look_up"]
