"""The domain of briefing: articles, claims, comparison, summaries, translation and export as values and pure functions.

Knows no screen, no database, no catalogue and, at import, no network.
"""

__version__ = "0.2.0"
