"""Cutting a text where a reader would."""


def shortened(text: str, length: int) -> str:
    """The text cut to at most `length` characters: after a clause where that keeps half of it, else after a word."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    clause = max(cut.rfind(", "), cut.rfind("; "), cut.rfind(" – "))
    end = clause if clause >= length // 2 else cut.rfind(" ")
    return cut[: end if end > 0 else None].rstrip(" ,;:–-(") + "…"
