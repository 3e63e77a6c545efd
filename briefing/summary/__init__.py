"""Choosing and ordering what a summary says."""
