"""Fetching what the user named from the network; nothing else is."""
