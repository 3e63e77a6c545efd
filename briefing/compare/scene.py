"""Where two passages that tell the same thing put it in other places."""

from collections.abc import Sequence

from briefing.compare.link import Difference
from briefing.language.places import Place


def differences(left: Sequence[Place], right: Sequence[Place], texts: tuple[str, str]) -> list[Difference]:
    """The one place where each passage says that it happens, if these are two and neither lies in the other.

    A passage that names several scenes, or the other's in another role, may tell more than one thing: then nothing is said.
    """
    ours, theirs = _scene(left), _scene(right)
    if ours is None or theirs is None or _meet(ours, right) or _meet(theirs, left):
        return []
    return [Difference("place", ours.span.of(texts[0]), theirs.span.of(texts[1]))]


def _scene(places: Sequence[Place]) -> Place | None:
    """The only place where something happens; of a city and its country the city."""
    scenes = [place for place in places if place.scene]
    inner = [one for one in scenes if not any(one.holds(other) and one.key != other.key for other in scenes)]
    return inner[0] if len({place.key for place in inner}) == 1 else None


def _meet(place: Place, others: Sequence[Place]) -> bool:
    return any(place.holds(other) or (other.scene and other.holds(place)) for other in others)
