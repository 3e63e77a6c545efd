"""The library on disk: TinyDB's API over SQLite as its storage, full text, migrations."""
