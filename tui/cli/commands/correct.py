"""`briefing correct`: the user's corrections of claims; they override the rules."""

import argparse
import shlex
from typing import get_args

from briefing.article import Article, Passage, Span
from briefing.claims.claim import Certainty, Claim, ClaimCorrection, Polarity, SourceKind
from briefing.message import NothingFoundError, WrongUseError
from locales import _
from tui.article_sources import quoted_passage
from tui.cli.invocation import Invocation


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the article and the subcommands."""
    parser.add_argument("article", metavar="ID", help=_("the number of the article in the library"))
    steps = parser.add_subparsers(dest="step", required=True, metavar="confirm|reject|change|add|list|remove")
    for step, purpose in (("confirm", _("the claim is correct as it is")), ("reject", _("this is not a claim"))):
        steps.add_parser(step, help=purpose).add_argument(
            "claim", metavar="CLAIM", help=_("the id of the claim, see briefing claims")
        )
    change = steps.add_parser("change", help=_("set parts of a claim"))
    change.add_argument("claim", metavar="CLAIM", help=_("the id of the claim, see briefing claims"))
    change.add_argument("--content", metavar="QUOTE", help=_("what is said, in the words of the article"))
    add = steps.add_parser("add", help=_("add a claim that was not found"))
    add.add_argument("content", metavar="QUOTE", help=_("what is said, in the words of the article"))
    for one in (change, add):
        one.add_argument(
            "--source", metavar="QUOTE", help=_('who says it, in the words of the article; "" where nobody is named')
        )
        one.add_argument(
            "--cue", metavar="QUOTE", help=_('the word that says so, in the words of the article; "" for none')
        )
        one.add_argument("--source-name", metavar="NAME", help=_("whom the words of the source stand for"))
        one.add_argument("--source-kind", choices=get_args(SourceKind), help=_("what sort of source it is"))
        one.add_argument("--certainty", choices=get_args(Certainty), help=_("how surely it is presented"))
        one.add_argument("--polarity", choices=get_args(Polarity), help=_("whether it is asserted or denied"))
    steps.add_parser("list", help=_("list what was corrected"))
    remove = steps.add_parser("remove", help=_("remove a correction"))
    remove.add_argument("correction", metavar="NUMBER", help=_("the number of the correction"))


def run(call: Invocation) -> int:
    """Run the subcommand and list the corrections of the article."""
    asked = call.arguments
    article = call.library.articles.get(asked.article)
    if asked.step == "remove":
        call.library.corrections.remove_claim(article.id, asked.correction)
    elif asked.step != "list":
        call.library.corrections.add_claim(article.id, _correction(call, article))
    return _listed(call, article)


def _correction(call: Invocation, article: Article) -> ClaimCorrection:
    asked = call.arguments
    if asked.step in {"confirm", "reject"}:
        return ClaimCorrection(_anchor(article, _claim(call, article)), asked.step)
    content = quoted_passage(article, asked.content) if asked.content else None
    anchor = content if asked.step == "add" else _anchor(article, _claim(call, article))
    correction = ClaimCorrection(
        anchor=anchor or quoted_passage(article, asked.content),
        action=asked.step,
        content=content,
        source=_part(article, asked.source),
        cue=_part(article, asked.cue),
        source_name=asked.source_name,
        source_kind=asked.source_kind,
        certainty=asked.certainty,
        polarity=asked.polarity,
    )
    if correction == ClaimCorrection(correction.anchor, "change"):
        raise WrongUseError("claim.nothing-to-change")
    return correction


def _part(article: Article, quote: str | None) -> Passage | None:
    """The passage of a quote; an empty quote gives an empty passage, which removes the part."""
    return article.passage(Span(0, 0)) if quote == "" else quoted_passage(article, quote) if quote else None


def _claim(call: Invocation, article: Article) -> Claim:
    found = next((claim for claim in call.analysis.claims(article) if claim.id == call.arguments.claim), None)
    if found is None:
        raise NothingFoundError("claim.none", claim=call.arguments.claim, id=article.id)
    return found


def _anchor(article: Article, claim: Claim) -> Passage:
    return article.passage(claim.content.span)


def _listed(call: Invocation, article: Article) -> int:
    corrections = call.library.corrections.of_claims(article.id)
    if not corrections and call.arguments.step == "list" and call.arguments.format == "text":
        raise NothingFoundError("claim.none-corrected", id=article.id)

    from briefing.export.json import correction_json

    rows = [(number, correction) for number, correction in corrections.items()]
    return call.answer(
        json=lambda: call.out.print_json(
            {"corrections": [correction_json(correction) | {"id": number} for number, correction in rows]}
        ),
        text=lambda: call.out.print_each(
            f"{number}  {correction.action}  “{correction.anchor.text}”{_options(correction)}"
            for number, correction in rows
        ),
    )


def _options(correction: ClaimCorrection) -> str:
    """A correction as the options that would make it again."""
    passages = {"--content": correction.content, "--source": correction.source, "--cue": correction.cue}
    given = {name: passage.text for name, passage in passages.items() if passage and passage != correction.anchor}
    words = {
        "--source-name": correction.source_name,
        "--source-kind": correction.source_kind,
        "--certainty": correction.certainty,
        "--polarity": correction.polarity,
    }
    given |= {name: word for name, word in words.items() if word is not None}
    return "".join(f"  {name} {shlex.quote(word)}" for name, word in given.items())
