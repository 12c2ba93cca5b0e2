"""Is an event political matter, or ordinary crime, accident and business?"""

from dateline.knowledge.lexicon import Lexicon
from dateline.records import Event, Participant, Sentence

POLITICAL = frozenset({"GOV", "MIL", "REB", "OPP", "LEG", "PTY", "SPY", "PRM", "ELI", "UAF"})
LAW = frozenset({"COP", "JUD", "CRM"})
BODIES = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG"})
MATTER = frozenset({"repression", "terrorism", "election", "religion_ethnicity", "rights_freedoms", "military", "executive",
                    "territory", "peacekeeping", "migration", "corruption", "pro_democracy", "pro_autocracy", "diplomatic", "asylum",
                    "human_rights", "trafficking", "illegal_drugs", "cyber", "political_institutions"})  # fmt: skip


def is_relevant(event: Event, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a side or the matter is political, armed or of a state."""
    sides = [*event.actors, *event.recipients]
    if event.of is not None:
        sides += [*event.of.actors, *event.of.recipients]
    if event.type == "PROTEST":
        return True
    if any(_political(p) for p in sides):
        return True
    if any(set(p.actor.sectors) & LAW for p in sides):
        return (
            bool(set(event.contexts) & MATTER)
            or len({p.actor.country for p in sides if p.actor.country}) > 1
        )
    return bool(set(event.contexts) & MATTER) and bool(sides)


def _political(p: Participant) -> bool:
    actor = p.actor
    return (
        actor.kind == "country" or actor.country in BODIES or bool(set(actor.sectors) & POLITICAL)
    )
