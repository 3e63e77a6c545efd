"""The matrix of claims by outlet as JSON, plain text, Markdown and CSV."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Final

from briefing.compare.ledger import Account
from briefing.coverage.matrix import Matrix, MatrixRow
from briefing.coverage.outlets import Outlet
from briefing.export.json import Json, article_json, engine_json
from briefing.export.ledger import account_json
from briefing.export.markdown import escaped
from briefing.export.signs import ClaimSigns, legend, sign_of_cell
from briefing.export.text import WIDTH, item, wrapped
from briefing.export.wording import named
from briefing.language.shorten import shortened
from briefing.message import Messages

_CELL: Final = 3
_LEAST: Final = 40
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""The first characters that make a spreadsheet compute a cell."""


def matrix_json(matrix: Matrix) -> Json:
    """The claims by outlet; a claim names the outlets by their place in the list."""
    places = {outlet.key: place for place, outlet in enumerate(matrix.outlets)}
    return {
        "articles": [article_json(article) for article in matrix.ledger.articles],
        "engine": engine_json(matrix.ledger.engine),
        "outlets": [
            {
                "name": outlet.name,
                "articles": [article.id for article in outlet.articles],
                "origins": list(matrix.origins[outlet.key]),
                "only_here": [one.row.id for one in matrix.only_here[outlet.key]],
                "left_out": [one.row.id for one in matrix.left_out[outlet.key]],
            }
            for outlet in matrix.outlets
        ],
        "claims": [
            {
                "id": one.row.id,
                "text": one.row.text,
                "relation": one.row.relation,
                "origins": list(one.origins),
                "cells": [
                    {"outlet": places[key], "entries": [account_json(entry) for entry in entries]}
                    for key, entries in one.cells.items()
                ],
            }
            for one in matrix.rows
        ],
    }


def matrix_text(matrix: Matrix, messages: Messages, signs: ClaimSigns) -> str:
    """The outlets with what is said of them, and a line of signs for each claim."""
    heads = [item(f"{letter(at):>2}  ", outlet_fact(matrix, one, messages)) for at, one in enumerate(matrix.outlets)]
    room = max(WIDTH - _CELL * len(matrix.outlets) - 5, _LEAST)
    letters = "".join(f"{letter(at):{_CELL}}" for at in range(len(matrix.outlets)))
    lines = [f"{letters}  #  {messages.say('matrix.claim')}"]
    for row in matrix.rows:
        cells = "".join(f"{cell_sign(row, outlet, signs):{_CELL}}" for outlet in matrix.outlets)
        lines.append(f"{cells}{len(row.origins):3}  {shortened(' '.join(row.row.text.split()), room)}")
    notes = [wrapped(words) for words in (legend(signs, messages), messages.say("matrix.origins-column"))]
    return "\n\n".join(["\n".join(heads), "\n".join(lines), "\n".join(notes), *_lists_text(matrix, messages)]) + "\n"


def _lists_text(matrix: Matrix, messages: Messages) -> Iterator[str]:
    for heading, rows in _lists(matrix, messages):
        yield "\n".join([wrapped(heading), *(item("-  ", row.row.text) for row in rows)])


def matrix_markdown(matrix: Matrix, messages: Messages, signs: ClaimSigns) -> str:
    """A table of signs, what they mean, and what only one outlet has or leaves out."""
    names = [escaped(outlet_name(outlet, messages)) for outlet in matrix.outlets]
    head = [messages.say("matrix.claim"), *names, messages.say("matrix.origins")]
    table = [_line(head), _line([":--", *[":-:"] * len(names), "--:"])]
    for row in matrix.rows:
        cells = [escaped(cell_sign(row, outlet, signs)) for outlet in matrix.outlets]
        table.append(_line([escaped(row.row.text), *cells, str(len(row.origins))]))
    blocks = [f"# {messages.say('matrix.title')}", "\n".join(table), escaped(legend(signs, messages))]
    for heading, rows in _lists(matrix, messages):
        blocks += [f"## {escaped(heading)}", "\n".join(f"- {escaped(row.row.text)}" for row in rows)]
    return "\n\n".join(blocks) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def matrix_csv(matrix: Matrix, messages: Messages) -> str:
    """A line for each claim: the words of its certainty by outlet, the number of outlets, its origins, and what is only in one."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    names = [outlet_name(outlet, messages) for outlet in matrix.outlets]
    columns = ("outlets", "origin-count", "origins", "only-in", "left-out-by")
    writer.writerow(
        map(_safe, [messages.say("matrix.claim"), *names, *(messages.say(f"matrix.{one}") for one in columns)])
    )
    left_out = {key: {one.row.id for one in rows} for key, rows in matrix.left_out.items()}
    for row in matrix.rows:
        having = [name for outlet, name in zip(matrix.outlets, names, strict=True) if outlet.key in row.cells]
        lacking = [
            name for outlet, name in zip(matrix.outlets, names, strict=True) if row.row.id in left_out[outlet.key]
        ]
        alone = len(having) == 1 < len(names)
        cells = [_words(row.cells.get(outlet.key, ()), messages) for outlet in matrix.outlets]
        facts = [
            str(len(having)),
            str(len(row.origins)),
            "; ".join(row.origins),
            having[0] if alone else "",
            "; ".join(lacking),
        ]
        writer.writerow(map(_safe, [row.row.text, *cells, *facts]))
    return target.getvalue()


def _safe(text: str) -> str:
    """The text on one line, so written that no spreadsheet takes it for a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line.startswith(_FORMULA) else line


def _words(accounts: Sequence[Account], messages: Messages) -> str:
    """How the reports of an outlet present a claim."""
    return "; ".join(
        messages.say(f"export.certainty.{one.certainty}")
        + (f" ({messages.say('export.polarity.negative')})" if one.claim and one.claim.polarity == "negative" else "")
        for one in accounts
    )


def letter(place: int) -> str:
    """The letter of a column, the number from the twenty-seventh on."""
    return chr(ord("A") + place) if place < 26 else str(place + 1)


def cell_sign(row: MatrixRow, outlet: Outlet, signs: ClaimSigns) -> str:
    """The sign of a claim in an outlet."""
    return sign_of_cell(row.cells.get(outlet.key, ()), signs)


def outlet_name(outlet: Outlet, messages: Messages) -> str:
    """The name of an outlet; where it is not known the title of its report."""
    return named(outlet.articles[0], messages)


def outlet_fact(matrix: Matrix, outlet: Outlet, messages: Messages) -> str:
    """An outlet in a line: its reports, how many claims only it has, how many it leaves out, and its origins."""
    parts = [
        outlet_name(outlet, messages),
        messages.say("matrix.reports", count=len(outlet.articles)),
        messages.say("matrix.only-here", count=len(matrix.only_here[outlet.key])),
        messages.say("matrix.left-out", count=len(matrix.left_out[outlet.key])),
        messages.say(
            "ledger.roots", count=len(matrix.origins[outlet.key]), roots=messages.listed(matrix.origins[outlet.key])
        )
        if matrix.origins[outlet.key]
        else messages.say("matrix.no-origin"),
    ]
    return " · ".join(parts)


def _lists(matrix: Matrix, messages: Messages) -> Iterator[tuple[str, Sequence[MatrixRow]]]:
    """For each outlet what only it has and what it leaves out, under a heading; or that there is one outlet only."""
    if len(matrix.outlets) < 2:
        yield messages.say("matrix.one-outlet"), ()
        return
    for outlet in matrix.outlets:
        name = outlet_name(outlet, messages)
        for code, rows in (
            ("export.only", matrix.only_here[outlet.key]),
            ("ledger.left-out", matrix.left_out[outlet.key]),
        ):
            if rows:
                yield messages.say(code, article=name), rows
