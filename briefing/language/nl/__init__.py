"""Dutch: its morphology and its word lists."""
