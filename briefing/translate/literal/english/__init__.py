"""Reading and writing English for the literal translator."""
