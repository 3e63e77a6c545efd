"""The engine on SQLite from the standard library: one file, WAL, full synchronisation, FTS5 for the full text."""
