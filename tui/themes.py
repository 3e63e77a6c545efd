"""The two themes of the app: calm, and legible by the contrast of WCAG 2 AA for text."""

from collections.abc import Container
from typing import Final

from textual.theme import Theme

DARK: Final = "briefing-dark"
LIGHT: Final = "briefing-light"

THEMES: Final = (
    Theme(
        name=DARK,
        dark=True,
        primary="#8fb3d9",
        secondary="#a9a2d6",
        accent="#e0b36a",
        warning="#e0b36a",
        error="#e58a86",
        success="#93c49b",
        foreground="#dcdfe4",
        background="#16191d",
        surface="#1c2025",
        panel="#262b32",
        variables={
            "block-cursor-background": "#31465c",
            "block-cursor-foreground": "#f2f4f7",
            "block-cursor-text-style": "none",
            "input-selection-background": "#31465c",
            "screen-selection-background": "#3b4f66",
        },
    ),
    Theme(
        name=LIGHT,
        dark=False,
        primary="#1f5a91",
        secondary="#5b4ba3",
        accent="#8a5a00",
        warning="#8a5a00",
        error="#a8322d",
        success="#2b6a3a",
        foreground="#23262b",
        background="#fbfaf7",
        surface="#f4f2ed",
        panel="#e8e5de",
        variables={
            "block-cursor-background": "#cfe0f1",
            "block-cursor-foreground": "#15181c",
            "block-cursor-text-style": "none",
            "input-selection-background": "#cfe0f1",
            "screen-selection-background": "#cfe0f1",
        },
    ),
)


def first_theme(chosen: str, available: Container[str]) -> str:
    """The theme to start with: the one of the settings where there is one of that name, else the dark one."""
    return chosen if chosen in available else DARK


def other_theme(*, dark: bool) -> str:
    """The theme that the theme key switches to from a dark one or a light one."""
    return LIGHT if dark else DARK
