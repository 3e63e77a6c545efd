"""`python -m locales`: extract, update and compile; `compile` or `check` alone."""

import sys

from locales import LANGUAGES
from locales.catalogue_files import compile_all, unfinished, update

if __name__ == "__main__":
    step = sys.argv[1] if len(sys.argv) > 1 else "all"
    if step == "all":
        update()
    if step in {"all", "compile"}:
        compile_all()
    open_messages = [f"{language}: {message}" for language in LANGUAGES for message in unfinished(language)]
    if step in {"all", "check"} and open_messages:
        sys.exit("not translated yet:\n" + "\n".join(open_messages))
