"""The library on disk: TinyDB's API over SQLite as its storage, full text, migrations.

The names are loaded when they are first used, so that a command that needs no library does not pay for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from store.database import Database
    from store.library import Library
    from store.recovery import Salvage, restore, salvage
    from store.values import (
        KEEP,
        Added,
        ArticleEdit,
        ArticleFilter,
        ArticleRecord,
        Attachments,
        Change,
        Counts,
        Grade,
        Hit,
        Keep,
        Statistics,
    )

__all__ = [
    "KEEP",
    "Added",
    "ArticleEdit",
    "ArticleFilter",
    "ArticleRecord",
    "Attachments",
    "Change",
    "Counts",
    "Database",
    "Grade",
    "Hit",
    "Keep",
    "Library",
    "Salvage",
    "Statistics",
    "restore",
    "salvage",
]
_ELSEWHERE = {
    "Database": "store.database",
    "Library": "store.library",
    "Salvage": "store.recovery",
    "restore": "store.recovery",
    "salvage": "store.recovery",
}


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ELSEWHERE.get(name, "store.values")), name)
