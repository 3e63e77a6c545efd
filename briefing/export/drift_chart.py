"""The chart of a claim over time, drawn with characters: certainty upwards, dates to the right."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from briefing.article import PublicationDate
from briefing.claims.claim import Certainty
from briefing.compare.ledger import Account
from briefing.coverage.drift import HedgeDrift, Moment
from briefing.export.signs import ClaimSigns, sign_of_account
from briefing.message import Messages

_LEVELS: Final[Sequence[Certainty]] = ("certain", "probable", "possible", "unspecified")
_CELL: Final = 4
"""Columns between two dates at least: a sign, that of a denial, and a count."""
_LEAST: Final = 2 * _CELL


def sign_line(drift: HedgeDrift, signs: ClaimSigns, gap: str = " ") -> str:
    """The signs of a claim by date, those of one date side by side; behind a question mark those of no known place in time.

    `gap` stands on both sides of the line between two dates.
    """
    dated = ["".join(sign_of_account(one, signs) for one in moment.accounts) for moment in drift.moments]
    unplaced = "".join(sign_of_account(one, signs) for one in drift.unplaced)
    return "  ".join(filter(None, (f"{gap}{signs.rule}{gap}".join(dated), f"? {unplaced}" if unplaced else "")))


def chart(drift: HedgeDrift, messages: Messages, signs: ClaimSigns, width: int) -> list[str]:
    """The lines of the chart, at most so many columns wide; none where no date is known or the width does not do.

    What has no known place in time stands behind a question mark, right of the dates.
    """
    labels = {level: messages.say(f"export.certainty.{level}") for level in _LEVELS}
    margin = max(map(len, labels.values())) + 2
    aside = _CELL + 3 if drift.unplaced else 0
    room = width - margin - aside
    if not drift.moments or room < _LEAST:
        return []
    places = _places(drift.moments, room - _CELL)
    lines = []
    for level in _LEVELS:
        line = f"{labels[level]:>{margin - 2}} {signs.divider}" + _signs(drift.moments, places, level, signs, room)
        unplaced = [one for one in drift.unplaced if one.certainty == level]
        lines.append((line + (f" {signs.divider} {_cell(unplaced, signs)}" if aside else "")).rstrip())
    corner, tick = ("+", "+") if signs.ascii else ("└", "┴")
    axis = "".join(tick if at in places else signs.rule for at in range(room))
    lines.append(" " * (margin - 1) + corner + axis + (f" {signs.divider} ?" if aside else ""))
    lines.append((" " * margin + _dates(drift.moments, places, messages, room)).rstrip())
    return lines


def _places(moments: Sequence[Moment], room: int) -> list[int]:
    """The columns of the dates, in proportion to the days between them as far as they do not get into each other's way."""
    days = [_day(moment.date) for moment in moments]
    length = max(days[-1] - days[0], 1)
    places = [round((day - days[0]) * room / length) for day in days]
    if len(moments) * _CELL > room:
        return [place // _CELL * _CELL for place in places]
    for at in range(1, len(places)):
        places[at] = max(places[at], places[at - 1] + _CELL)
    for at in reversed(range(len(places))):
        places[at] = min(places[at], room - _CELL * (len(places) - 1 - at))
    return places


def _day(published: PublicationDate) -> int:
    return date(published.year, published.month or 1, published.day or 1).toordinal()


def _signs(moments: Sequence[Moment], places: Sequence[int], level: Certainty, signs: ClaimSigns, room: int) -> str:
    cells: dict[int, list[Account]] = {}
    for moment, place in zip(moments, places, strict=True):
        cells.setdefault(place, []).extend(one for one in moment.accounts if one.certainty == level)
    line = ""
    for place, accounts in sorted(cells.items()):
        line = line.ljust(place) + _cell(accounts, signs)
    return line.ljust(room)[:room]


def _cell(accounts: Sequence[Account], signs: ClaimSigns) -> str:
    """The sign of reports of one certainty, with their number where there are several."""
    if not accounts:
        return ""
    found = {sign_of_account(one, signs) for one in accounts}
    sign = found.pop() if len(found) == 1 else signs.certainty[accounts[0].certainty]
    return (sign + (str(len(accounts)) if len(accounts) > 1 else ""))[:_CELL]


def _dates(moments: Sequence[Moment], places: Sequence[int], messages: Messages, room: int) -> str:
    """The dates under the axis: the first, the last, and those between that fit."""
    labels: dict[int, str] = {}
    for moment, place in zip(moments, places, strict=True):
        labels.setdefault(place, messages.date(moment.date))
    last = max(labels)
    last_at = max(min(last, room - len(labels[last])), 0)
    line = labels[min(labels)][:room]
    for place, words in _fitting(labels, last_at, len(line)):
        line = line.ljust(place) + words
    if last != min(labels) and last_at > len(line) + 1:
        line = line.ljust(last_at) + labels[last]
    return line


def _fitting(labels: Mapping[int, str], end: int, start: int) -> Iterator[tuple[int, str]]:
    """The labels that fit between two columns, from left to right."""
    for place in sorted(labels):
        if place > start + 1 and place + len(labels[place]) + 1 < end:
            start = place + len(labels[place])
            yield place, labels[place]
