"""Markdown and JSON of what was found."""
