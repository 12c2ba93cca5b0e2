"""A saved question as the store is asked it."""

from dataclasses import replace

from dateline.records.situation import Situation
from dateline.store.query import EventQuery
from dateline.store.told import Asked

#: Acts that may have happened: whose claims belong on the page.
MAYBE = ("actual", "alleged", "denied", "negated")
AHEAD = ("actual", "planned")


def facts(situation: Situation) -> EventQuery:
    """Its relevant events that are told as done: what is counted."""
    return EventQuery(
        actors=situation.actors, countries=situation.countries, places=situation.places,
        types=situation.types, since=situation.since, until=situation.until, words=situation.words,
    )  # fmt: skip


def disputed(situation: Situation) -> EventQuery:
    """The same with those that are alleged or denied: what claims are about."""
    return replace(facts(situation), statuses=MAYBE)


def coming(situation: Situation) -> EventQuery:
    """What is planned or promised, whenever it is due."""
    return replace(facts(situation), statuses=AHEAD, until=None)


def spoken(situation: Situation) -> Asked:
    """Claims by its actors, of acts that were not coded too."""
    return Asked(situation.actors, (), situation.since, situation.until, situation.words)


def standing(situation: Situation) -> Asked:
    """Standing facts about its actors and places."""
    names = (*situation.actors, *situation.places)
    return Asked(names, situation.countries, situation.since, situation.until, situation.words)
