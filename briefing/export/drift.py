"""Hedge drift as JSON, plain text and Markdown."""

from collections.abc import Iterator, Sequence

from briefing.compare.ledger import Account, Ledger
from briefing.coverage.drift import HedgeDrift, Turn
from briefing.export.drift_chart import chart, sign_line
from briefing.export.json import Json, article_json, difference_json, engine_json
from briefing.export.ledger import account_json
from briefing.export.markdown import escaped
from briefing.export.signs import ClaimSigns, legend, sign_of_account
from briefing.export.text import WIDTH, item, wrapped
from briefing.export.wording import entry_fact, named
from briefing.message import Messages

_INDENT = 6


def drift_json(ledger: Ledger, drifts: Sequence[HedgeDrift]) -> Json:
    """The claims of several reports over time."""
    return {
        "articles": [article_json(article) for article in ledger.articles],
        "engine": engine_json(ledger.engine),
        "claims": [_drift(one) for one in drifts],
    }


def _drift(drift: HedgeDrift) -> Json:
    return {
        "id": drift.row.id,
        "text": drift.text,
        "roots": list(drift.row.roots),
        "shared_roots": list(drift.row.shared_roots),
        "first": [account.article.id for account in drift.first],
        "first_known": drift.is_first_known,
        "moments": [
            {"date": moment.date.isoformat(), "entries": [account_json(one) for one in moment.accounts]}
            for moment in drift.moments
        ],
        "unplaced": [account_json(one) for one in drift.unplaced],
        "turns": [_turn(turn) for turn in drift.turns],
    }


def _turn(turn: Turn) -> Json:
    return {
        "kind": turn.kind,
        "before": turn.before.article.id,
        "after": turn.after.article.id,
        "own": turn.is_own,
        "difference": difference_json(turn.difference),
    }


def drift_text(ledger: Ledger, drifts: Sequence[HedgeDrift], messages: Messages, signs: ClaimSigns) -> str:
    """Each claim with its signs by date, the chart, and what is said of its turns."""
    blocks = [legend(signs, messages)]
    for number, drift in enumerate(drifts, start=1):
        lines = chart(drift, messages, signs, WIDTH - _INDENT)
        facts = [sign_line(drift, signs), *drift_facts(drift, messages, signs)]
        drawing = "".join(f"\n{' ' * _INDENT}{line}".rstrip() for line in lines)
        blocks.append(item(f"{number}. ", drift.text, facts) + (f"\n{drawing}" if drawing else ""))
    blocks += [wrapped(line) for line in what_lacks(ledger, drifts, messages)]
    return "\n\n".join(blocks) + "\n"


def drift_markdown(ledger: Ledger, drifts: Sequence[HedgeDrift], messages: Messages, signs: ClaimSigns) -> str:
    """The same as a Markdown document."""
    blocks = [f"# {messages.say('drift.title')}", escaped(legend(signs, messages))]
    for drift in drifts:
        facts = "\n".join(f"- {escaped(fact)}" for fact in drift_facts(drift, messages, signs))
        blocks.append(f"## {escaped(drift.text)}\n\n{escaped(sign_line(drift, signs))}\n\n{facts}")
        lines = chart(drift, messages, signs, WIDTH)
        if lines:
            blocks.append("\n".join(["```", *lines, "```"]))
    blocks += [escaped(line) for line in what_lacks(ledger, drifts, messages)]
    return "\n\n".join(blocks) + "\n"


def drift_facts(drift: HedgeDrift, messages: Messages, signs: ClaimSigns) -> Iterator[str]:
    """What is said of a claim over time, a line each: which report was first, the turns, and each report by date."""
    yield _first(drift, messages)
    for turn in drift.turns:
        yield turn_fact(turn, messages)
    for moment in drift.moments:
        for account in moment.accounts:
            yield f"{sign_of_account(account, signs)} {entry_fact(account, messages)}"
    for account in drift.unplaced:
        fact = f"{sign_of_account(account, signs)} {entry_fact(account, messages)}"
        yield fact if account.article.published is None else messages.say("drift.coarse", fact=fact)
    if drift.row.shared_roots:
        yield messages.say("ledger.shared-root", roots=messages.listed(drift.row.shared_roots))


def _first(drift: HedgeDrift, messages: Messages) -> str:
    if not drift.moments:
        return messages.say("drift.first.unknown")
    reports = messages.listed([named(one.article, messages) for one in drift.first])
    date = messages.date(drift.moments[0].date)
    if drift.is_first_known:
        return messages.say("drift.first", reports=reports, date=date)
    code = "drift.first.same-date" if len(drift.first) > 1 else "drift.first.dated"
    return messages.say(code, reports=reports, date=date)


def turn_fact(turn: Turn, messages: Messages) -> str:
    """A turn in a line: when, which report, against which, and the words."""
    after, before = turn.after.article, turn.before.article
    kind = "fact" if turn.kind == "hardened" and turn.is_fact else turn.kind
    words = messages.say(
        f"drift.{kind}.own" if turn.is_own else f"drift.{kind}",
        after=named(after, messages),
        before=named(before, messages),
        hedge=_hedge(turn.after if turn.kind == "softened" else turn.before, turn),
    )
    return f"{messages.date(after.published)}: {words}" if after.published else words


def _hedge(account: Account, turn: Turn) -> str:
    """The hedge of a report in the turn, else the words in which the two differ."""
    quoted = turn.difference.right if account is turn.after else turn.difference.left
    return ", ".join(account.hedges) or quoted


def what_lacks(ledger: Ledger, drifts: Sequence[HedgeDrift], messages: Messages) -> Iterator[str]:
    """What is missing to follow claims over time, a line each; nothing where all is there."""
    if len(ledger.articles) < 2:
        yield messages.say("drift.one-report")
    elif not drifts:
        yield messages.say("drift.nothing-shared")
    undated = [article for article in ledger.articles if article.published is None]
    if undated:
        names = messages.listed([named(article, messages) for article in undated])
        yield messages.say("drift.undated", count=len(undated), reports=names)
