"""Runs of tokens."""

Range = tuple[int, int]
"""A run of tokens, end exclusive."""
