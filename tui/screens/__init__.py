"""One screen for one question, each with its style sheet beside it."""
