"""Alignment of passages, links between claims, and the independence of their sources."""
