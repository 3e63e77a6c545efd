"""Translation: one small interface, one module an engine."""
