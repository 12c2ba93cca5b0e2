"""Who: the actors of a report, their mentions merged, their country and sectors.

Door of the actor resolver; the steps are in ``dateline.resolve.who``.
"""

from collections.abc import Sequence

from dateline.knowledge.actors import ActorBase
from dateline.records import ParsedReport, Place
from dateline.resolve.who.build import build
from dateline.resolve.who.cast import Cast
from dateline.resolve.who.cluster import gather
from dateline.resolve.who.lands import settle
from dateline.resolve.who.leading import leaders
from dateline.resolve.who.links import link
from dateline.resolve.who.quotes import mark, speak
from dateline.resolve.who.story import read
from dateline.resolve.who.walk import walk

__all__ = ["Cast", "resolve_actors"]


def resolve_actors(parsed: ParsedReport, places: Sequence[Place], base: ActorBase) -> Cast:
    """Find and merge the actors of a report.

    Args:
        parsed: the report with its sentences.
        places: the report's resolved places; may be empty.
        base: what is known about actors beforehand.

    Returns:
        The cast: entities, and for every phrase the ones it stands for.
    """
    story = read(parsed, tuple(places), base)
    mark(story)
    gather(story)
    link(story)
    leaders(story)
    walk(story)
    speak(story)
    settle(story)
    return build(story, parsed)
