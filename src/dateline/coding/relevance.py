"""Is an event political matter, or ordinary crime, accident and business?"""

from dateline.records import Event, Participant

POLITICAL = frozenset(
    {
        "GOV",
        "MIL",
        "REB",
        "OPP",
        "LEG",
        "PTY",
        "SPY",
        "PRM",
        "ELI",
        "UAF",
        "SOC",
        "REF",
        "REL",
        "JRN",
    }
)
#: Those who rule, fight, or stand against a state.
RULE = frozenset({"GOV", "MIL", "COP", "REB", "OPP", "LEG", "PRM", "SPY", "UAF", "PTY"})
BODIES = frozenset({"UNO", "EUR", "IGO", "NGO", "ISM", "IMG"})
#: Matter that lifts an act of police, courts or unnamed people out of ordinary crime.
MATTER = frozenset(
    {
        "repression",
        "terrorism",
        "election",
        "religion_ethnicity",
        "rights_freedoms",
        "military",
        "executive",
        "legislative",
        "territory",
        "peacekeeping",
        "migration",
        "corruption",
        "pro_democracy",
        "pro_autocracy",
        "diplomatic",
        "asylum",
        "human_rights",
        "trafficking",
        "cyber",
        "political_institutions",
        "human_security",
        "intelligence",
        "cbrn",
    }
)
#: Sides whose dealings with each other are no politics.
PRIVATE = frozenset({"EDU", "BUS", "MED", "CVL", "LAB", "AGR"})
#: Callings that count as a political side where a group of them is harmed, or refuses, threatens, demands.
CALLINGS = frozenset({"EDU", "MED", "LAB", "AGR"})
STRUGGLE = frozenset({"ASSAULT", "COERCE", "SANCTION", "REJECT", "THREATEN", "REQUEST"})
#: Means that ordinary crime does not use.
WARLIKE = frozenset(
    {
        "torture",
        "aerial",
        "drone",
        "heavy-weapons",
        "suicide-attack",
        "unconventional",
        "crowd-control",
    }
)
#: Acts that ordinary crime and police work also consist of.
CRIMELIKE = frozenset({"ASSAULT", "COERCE", "ACCUSE", "RETREAT", "AID", "MOBILIZE"})


def is_relevant(
    event: Event, heard: frozenset[str] | set[str], *, crime: bool = False, conflict: bool = False
) -> bool:
    """False for acts of crime, policing and business without a political side or matter.

    Police and courts are bodies of a state, so what they do counts unless it is about ordinary crime.
    Protests, and acts that only institutions perform (sign, lift, sanction), count as political
    unless every side is a firm.

    Args:
        event: with its sides.
        heard: contexts that words of the sentence speak for.
        crime: whether the sentence or the report is about ordinary crime.
        conflict: whether the report is about an armed or political conflict.
    """
    sides = [*event.actors, *event.recipients]
    if event.of is not None:
        sides += [*event.of.actors, *event.of.recipients]
    firms = sides and all({"BUS", "MNC"} & {*p.actor.sectors, p.actor.country or ""} for p in sides)
    struggle = event.type in STRUGGLE and not crime
    if any(_political(p, struggle=struggle) for p in sides) or (
        event.type == "PROTEST" and not firms
    ):
        return True
    bombed = "explosives" in event.modes and not crime
    if bombed or set(event.modes) & WARLIKE or (conflict and not crime and event.type in CRIMELIKE):
        return True
    if any(set(p.actor.sectors) & {"COP", "JUD"} for p in sides) and not crime:
        return True
    if firms:
        return False
    convicted = event.type == "SANCTION" and "convict" in event.modes
    if event.type in CRIMELIKE or convicted:
        return bool(heard & MATTER) or _abroad(sides)
    if all(set(p.actor.sectors) <= PRIVATE for p in sides):
        return bool(heard & MATTER) or conflict  # scientists, firms, doctors among themselves
    return bool(sides)


def _political(p: Participant, *, struggle: bool) -> bool:
    actor = p.actor
    if struggle and actor.kind in {"group", "organisation"} and set(actor.sectors) & CALLINGS:
        return True
    return (
        actor.kind == "country" or actor.country in BODIES or bool(set(actor.sectors) & POLITICAL)
    )


def political(p: Participant) -> bool:
    """Whether somebody in a role governs, fights, is a state or a body of states."""
    actor = p.actor
    state = actor.kind == "country" or actor.country in {"UNO", "EUR", "IGO"}
    return state or bool(set(actor.sectors) & RULE)


def _abroad(sides: list[Participant]) -> bool:
    """Sides of more than one country."""
    return len({p.actor.country for p in sides if p.actor.country}) > 1
