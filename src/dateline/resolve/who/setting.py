"""The country in which a report plays, where those who act in it come from outside."""

from collections import Counter

from dateline.knowledge.actors import words
from dateline.resolve.who.facing import sectors_told
from dateline.resolve.who.mention import BESIDE, OTHERS, Entity, Mention
from dateline.resolve.who.runs import View
from dateline.resolve.who.scenes import LOCATIVE, on_water, passing
from dateline.resolve.who.story import Story

#: How often the setting is told at least, and how many times as often as the next one.
TOLD, CLEAR = 2, 2
#: Officials, whom a report from outside may name by their office alone.
OFFICIALS = frozenset({"GOV", "LEG", "JUD", "COP"})


def setting(story: Story, main: str | None) -> str | None:
    """The country where the acts of a report are told to happen, if it is clearly another than the main one.

    ``main`` is the country that is named most, if one is: of a report on sanctions, a summit or an
    airlift it may be one that never is a scene.
    """
    found = Counter(code for v in story.views for code in _scenes(story, v))
    if main is not None and found[main]:
        return None
    top = found.most_common(2)
    if not top or top[0][1] < TOLD or (len(top) > 1 and top[0][1] < CLEAR * top[1][1]):
        return None
    return top[0][0]


def plays_there(story: Story, entity: Entity, place: str) -> bool:
    """Whether somebody nameless belongs to the setting rather than to a country from outside."""
    told = sectors_told(entity)
    if any(m.agent is not None and m.agent.noun.endswith("junta") for m in entity.mentions):
        return True
    if told & OFFICIALS:
        return False
    return "MIL" not in told or not _other_army(story, place)


def _other_army(story: Story, place: str) -> bool:
    """Whether soldiers of another country are told of, whom "the military" may mean."""
    return any(
        e.country not in (None, place) and "MIL" in sectors_told(e) and e.rank <= BESIDE
        for e in story.entities
    )


def _scenes(story: Story, v: View) -> list[str]:
    """Countries of the places of one sentence in which something happens or stands."""
    sentence = v.sentence
    found = []
    for place in story.places_in[sentence.index]:
        if not place.country or place.country in OTHERS or place.use == "demonym":
            continue
        at = [t.i for t in sentence.tokens if place.span.start <= t.start < place.span.end]
        if not at or on_water(sentence, at[-1]):
            continue
        if _in_it(v, at[-1], place.kind == "country") or any(_warring(story, v, i) for i in at):
            found.append(place.country)
    return found


def _in_it(v: View, i: int, country: bool) -> bool:
    """Whether something is in or at a place; a town may stand after any preposition."""
    token = v.sentence.tokens[i]
    if token.dep != "pobj" or passing(v.sentence, token.head):
        return False
    return not country or v.sentence.tokens[token.head].lower in LOCATIVE


def _warring(story: Story, v: View, i: int) -> bool:
    """Whether a country's own rebels, rulers by force or war are told of: "Chad's warring parties"."""
    token = v.sentence.tokens[i]
    if token.dep not in ("poss", "amod", "compound", "nmod"):
        return False
    head = v.sentence.tokens[token.head]
    other: Mention | None = story.at[v.sentence.index].get(head.i)
    rebels = other is not None and bool(set(other.sectors) & {"REB", "UAF", "PRM"})
    return rebels or head.lemma in words("at-war")
