"""What is computed from articles, with a library or without one: claims, comparisons, ledgers, summaries, briefings.

Commands and screens both use it. It shows nothing and stores nothing itself: results go to the library's cache.
"""

from analysis.analysis import PARTS, Analysis

__all__ = ["PARTS", "Analysis"]
