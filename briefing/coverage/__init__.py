"""How outlets cover a story: a claim over time, claims by outlet, reports by origin, and the versions of a report."""
