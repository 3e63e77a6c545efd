"""Dialogs over a screen: prompts, editors and choices."""
