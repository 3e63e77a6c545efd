"""The phrases behind the codes of the domain: `PHRASES[code]` is a message of the catalogue, or its two plural forms.

One module a package of the domain; each fills a table `PHRASES` with messages marked by `mark`.
"""

from importlib import import_module

Phrase = str | tuple[str, str]
MODULES = ("claims", "compare", "coverage", "export", "ingest", "library", "settings", "summary", "translate")
PHRASES: dict[str, Phrase] = {}
for _module in MODULES:
    PHRASES.update(import_module(f"locales.phrases.{_module}").PHRASES)
