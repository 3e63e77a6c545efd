"""The dateline that a report opens with: "LIMA (Reuters) - ", "(AFP) ", "ZWOLLE - "."""

import re
from typing import Final, NamedTuple

_DASH: Final = r"\s*(?:--|[-–—])\s*"
_SENTENCE: Final = r"(?=[\"'“‘„]*[A-Z\d])"
_AGENCY: Final = r"\((?P<{}>[A-Z][^()\n]{{1,40}})\)"
_FORMS: Final = (
    # A place, perhaps with a date, an agency in brackets and a dash.
    re.compile(rf"(?:\W[a-z]-)?[A-Z][^()\n.;:]{{1,50}} ?{_AGENCY.format('agency')}{_DASH}{_SENTENCE}"),
    re.compile(rf"\((?P<agency>[A-Z]{{2,}}[A-Z /.]*)\)(?:{_DASH}|\s*){_SENTENCE}"),
    # A place in capitals and a dash.
    re.compile(rf"(?P<agency>)(?:\W[a-z]-)?[A-Z][A-Z .,'/-]{{2,40}}(?:\s+(?:--|[-–—])\s+|[–—]){_SENTENCE}"),
)


class Dateline(NamedTuple):
    """The agency that it names, "" for none, and where the report begins behind it."""

    agency: str
    end: int


def dateline_of(text: str) -> Dateline | None:
    """The dateline at the start of a paragraph; `None` where there is none."""
    for form in _FORMS:
        if found := form.match(text):
            return Dateline(found["agency"].strip(), found.end())
    return None
