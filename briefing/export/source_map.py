"""The source map as a tree, JSON, Markdown and a graph in the DOT language of Graphviz."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from briefing.article import Article
from briefing.coverage.source_map import Origin, Reliance, SameText, SourceMap
from briefing.export.json import Json, article_json, span_json
from briefing.export.markdown import escaped
from briefing.export.signs import ClaimSigns
from briefing.export.text import wrapped
from briefing.export.wording import named
from briefing.message import Messages


def source_map_json(source_map: SourceMap) -> Json:
    """The origins with the reports that lean on them and the passages, the claims without one, and reports with one text."""
    return {
        "articles": [article_json(article) for article in source_map.articles],
        "outlets": source_map.outlets,
        "origins": [
            {"name": origin.name, "outlets": origin.outlets, "reports": _reports(origin.reliances)}
            for origin in source_map.origins
        ],
        "unnamed": _reports(source_map.unnamed),
        "own": _reports(source_map.own),
        "same_text": [[one.id, other.id] for one, other in source_map.same_text],
    }


def _reports(reliances: Iterable[Reliance]) -> list[Json]:
    return [
        {
            "article": one.article.id,
            "via": list(one.via),
            "passages": [span_json(account.passage, one.article.text) for account in one.accounts],
        }
        for one in reliances
    ]


def source_map_text(source_map: SourceMap, messages: Messages, signs: ClaimSigns) -> str:
    """What is to be said of the whole, and the tree."""
    branch, last = ("|- ", "`- ") if signs.ascii else ("├─ ", "└─ ")
    lines = []
    for heading, reliances in branches(source_map, messages):
        lines.append(heading)
        for at, one in enumerate(reliances, start=1):
            lines.append((last if at == len(reliances) else branch) + reliance_fact(one, messages))
    return "\n".join([*(wrapped(fact) for fact in map_facts(source_map, messages)), "", *lines]) + "\n"


def source_map_markdown(source_map: SourceMap, messages: Messages) -> str:
    """The same as nested lists."""
    blocks = [f"# {messages.say('sources.title')}", *(escaped(fact) for fact in map_facts(source_map, messages))]
    items = []
    for heading, reliances in branches(source_map, messages):
        items += [f"- {escaped(heading)}", *(f"  - {escaped(reliance_fact(one, messages))}" for one in reliances)]
    return "\n\n".join([*blocks, "\n".join(items)]) + "\n"


def branches(source_map: SourceMap, messages: Messages) -> Iterator[tuple[str, Sequence[Reliance]]]:
    """The branches of the tree under their headings: each origin, the unnamed sources, and what reports say themselves."""
    for origin in source_map.origins:
        yield origin_fact(origin, messages), origin.reliances
    for code, reliances in (("sources.unnamed", source_map.unnamed), ("sources.own", source_map.own)):
        if reliances:
            yield messages.say(code), reliances


def origin_fact(origin: Origin, messages: Messages) -> str:
    """An origin in a line: its name, outlets and claims."""
    claims = sum(len(one.accounts) for one in origin.reliances)
    outlets = messages.say("sources.outlets", count=origin.outlets)
    return f"{origin.name} · {outlets} · {messages.say('sources.claims', count=claims)}"


def reliance_fact(reliance: Reliance, messages: Messages) -> str:
    """A report under its origin in a line: name, date, number of claims, and the channels between."""
    article = reliance.article
    parts = [
        named(article, messages),
        _date(article, messages),
        messages.say("sources.claims", count=len(reliance.accounts)),
        messages.say("export.via", chain=", ".join(reliance.via)) if reliance.via else "",
    ]
    return " · ".join(filter(None, parts))


def map_facts(source_map: SourceMap, messages: Messages) -> Iterator[str]:
    """What is to be said of the whole, a line each: outlets, origins, the one that most lean on, reports with one text."""
    outlets = messages.say("sources.outlets", count=source_map.outlets)
    yield f"{outlets}, {messages.say('sources.origins', count=len(source_map.origins))}"
    most = source_map.most_used
    if most:
        yield messages.say("sources.most-used", count=most.outlets, outlets=source_map.outlets, origin=most.name)
    elif source_map.outlets > 1:
        yield messages.say("sources.none-shared")
    for group in _groups(source_map.same_text):
        reports = messages.listed([_told(one, messages) for one in group])
        yield messages.say("sources.same-text", reports=reports, count=len(group))


def _groups(pairs: SameText) -> list[list[Article]]:
    """The articles that carry one text, together."""
    groups: list[list[Article]] = []
    for pair in pairs:
        met = [group for group in groups if any(one.id == other.id for one in group for other in pair)]
        merged = {one.id: one for one in (*(one for group in met for one in group), *pair)}
        groups = [*(group for group in groups if group not in met), list(merged.values())]
    return groups


def _told(article: Article, messages: Messages) -> str:
    """A report by its outlet and, where that is known, its date."""
    name = named(article, messages)
    return f"{name} ({messages.date(article.published)})" if article.published else name


def source_map_dot(source_map: SourceMap, messages: Messages) -> str:
    """A directed graph: from each report, through the channels, to the origin; edges carry the number of claims."""
    lines = [
        _node(f"report {one.id}", (named(one, messages), _date(one, messages)), "shape=box")
        for one in source_map.articles
    ]
    edges = Counter(edge for origin in source_map.origins for one in origin.reliances for edge in _edges(one))
    names = dict.fromkeys([*(one.name for one in source_map.origins), *(other for _, other in edges)])
    lines += [_node(f"source {name}", (name,), "shape=ellipse") for name in names]
    lines += [_edge(one, f"source {other}", f"label={_quoted(str(count))}") for (one, other), count in edges.items()]
    if source_map.unnamed:
        lines.append(_node("unnamed", (messages.say("sources.unnamed"),), "shape=ellipse, style=dashed"))
    for reliance in source_map.unnamed:
        count = _quoted(str(len(reliance.accounts)))
        lines.append(_edge(f"report {reliance.article.id}", "unnamed", f"label={count}, style=dashed"))
    for one, other in source_map.same_text:
        lines.append(_edge(f"report {one.id}", f"report {other.id}", "dir=none, style=dotted"))
    return "\n".join(["digraph sources {", "  rankdir=LR;", *lines, "}"]) + "\n"


def _edges(reliance: Reliance) -> Iterator[tuple[str, str]]:
    """The steps from a report to the origin, for each claim: where it starts, and the name where it ends."""
    for chain in reliance.chains:
        names = list(reversed(chain))
        yield f"report {reliance.article.id}", names[0]
        yield from ((f"source {one}", other) for one, other in pairwise(names))


def _node(key: str, label: Sequence[str], attributes: str) -> str:
    return f"  {_quoted(key)} [label={_quoted(*label)}, {attributes}];"


def _edge(one: str, other: str, attributes: str) -> str:
    return f"  {_quoted(one)} -> {_quoted(other)} [{attributes}];"


def _date(article: Article, messages: Messages) -> str:
    return messages.date(article.published) if article.published else messages.say("export.undated")


def _quoted(*lines: str) -> str:
    """A quoted string of the DOT language; several lines stand one below the other."""
    return '"' + "\\n".join(" ".join(line.split()).replace("\\", "\\\\").replace('"', '\\"') for line in lines) + '"'
