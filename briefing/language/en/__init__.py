"""English: its morphology and its word lists."""
