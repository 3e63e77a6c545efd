"""The engine on SQLite of the standard library: one file, WAL, full synchronisation, FTS5 for the full text."""
