"""Reading and writing Dutch for the literal translator."""
