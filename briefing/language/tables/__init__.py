"""The tables of a language's data files as typed values: one module a file, with the names and keys of that file."""
