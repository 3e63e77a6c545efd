"""Whether two names can be one."""

import pytest

from briefing.claims.names import same_name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Molina", "President Molina", True),
        ("Minister Bos", "premier Bos", True),
        ("Jan Bos", "Marie Bos", False),
        ("The New York Times", "the Financial Times", False),
        ("ABN Bank", "ING Bank", False),
        ("de Rabobank", "Rabobank", True),
        ("Persbureau Reuters", "Reuters", True),
        ("Müller", "Hans Muller", True),
        ("de minister", "een ingewijde", False),
    ],
)
def test_names_that_can_be_one(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same_name(other, one) is same
