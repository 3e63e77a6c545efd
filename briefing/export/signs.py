"""The signs of certainty in charts and tables: whoever writes one hands in the set that its reader can show."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from briefing.claims.claim import Certainty
from briefing.compare.ledger import Account
from briefing.message import Messages


class ClaimSigns(Protocol):
    """A set of signs."""

    @property
    def certainty(self) -> Mapping[Certainty, str]:
        """The sign of each certainty."""

    @property
    def negative(self) -> str:
        """The sign of a denial."""

    @property
    def between(self) -> str:
        """The sign for a report that does not have a claim."""

    @property
    def rule(self) -> str:
        """A piece of a horizontal line."""

    @property
    def divider(self) -> str:
        """A piece of a vertical line."""

    @property
    def more(self) -> str:
        """What stands for words that are cut off."""

    @property
    def ascii(self) -> bool:
        """Whether all signs are ASCII."""


def sign_of_account(account: Account, signs: ClaimSigns) -> str:
    """The sign of how a report presents a claim, with that of a denial where it is negative."""
    denied = account.claim is not None and account.claim.polarity == "negative"
    return signs.certainty[account.certainty] + (signs.negative if denied else "")


def sign_of_cell(accounts: Iterable[Account], signs: ClaimSigns) -> str:
    """The sign of a claim in the reports of one outlet: that of the last one, with a `*` where an earlier one has another."""
    found = [sign_of_account(account, signs) for account in accounts]
    if not found:
        return signs.between
    return found[-1] + ("*" if len(set(found)) > 1 else "")


def legend(signs: ClaimSigns, messages: Messages) -> str:
    """What the signs mean, in one line."""
    entries = [(sign, messages.say(f"export.certainty.{name}")) for name, sign in signs.certainty.items()]
    entries += [
        (signs.negative, messages.say("export.polarity.negative")),
        ("*", messages.say("coverage.several-signs")),
        (signs.between, messages.say("coverage.absent")),
    ]
    return ", ".join(f"{sign} {words}" for sign, words in entries)
