"""Words of web pages beside their report: `boilerplate.toml`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BoilerplateWords:
    """Phrases in lower case.

    Lines that open with `lead_elsewhere`, `share` or `other` are no part of a report; a page with words of `consent` or
    `paywall` and hardly any text shows no report.
    """

    lead_elsewhere: frozenset[str]
    share: frozenset[str]
    other: frozenset[str]
    consent: frozenset[str]
    paywall: frozenset[str]
