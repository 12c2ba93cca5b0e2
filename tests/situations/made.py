"""Incidents, a page and a store made by hand: for tests of what reads them."""

from typing import Any

from dateline.records import Citation, Dispute, Incident, Party, Site, Source, Span, Told
from dateline.records.situation import (
    ActorLine,
    AheadLine,
    Brief,
    ClaimLine,
    MapPoint,
    RelationLine,
    Situation,
)
from dateline.situations.escalation import Act, curve

Json = dict[str, Any]
FIRST = (
    "Rebel forces shelled the port of Karvel on Monday and killed at least 12 dockers, the mayor said. "
    "The rebels denied that they had fired on the port. The army still controls the town of Ostra."
)
SECOND = (
    "At least 15 dockers died when rebels shelled Karvel on Monday, the health ministry said. "
    "Talks between the government and the rebels are due in Vessa on March 20."
)
TEXTS = FIRST, SECOND
SOURCES = (
    Source(1, "own-1", "Shells on Karvel", "https://press.example/1", "Harbour Times", "2026-03-03", "harbour times"),
    Source(2, "own-2", "Fifteen dead", "https://wire.example/2", "Wire Post", "2026-03-04", "wire post"),
)  # fmt: skip
REBELS = Party("Rebel forces", "KAR", "KARREB", "group", None, ("rebels",), ("REB",))
DOCKERS = Party("dockers", "KAR", "KARLAB", "group", None, (), ("LAB",))
GOVERNMENT = Party("government", "KAR", "KARGOV", "organisation", None, (), ("GOV",))
KARVEL = Site("Karvel", "KAR", "North", 12.5, 30.1, "exact")
LAND = Site("Karvia", "KAR", None, None, None, "country")


def cite(number: int, words: str, status: str = "actual", **told: Any) -> Citation:
    """Words of one of the two texts."""
    at = TEXTS[number].index(words)
    return Citation(SOURCES[number], words, Span(at, at + len(words)), status, **told)


SHELLING = Incident(
    id="i-shelling", type="ASSAULT", modes=("heavy-weapons",), status="actual", relevant=True,
    actors=(REBELS,), recipients=(DOCKERS,), site=KARVEL, first_day="2026-03-02", last_day="2026-03-02",
    figures={"killed": (12, None)}, intensity=-9.5,
    told=(
        Told(
            cite(0, "Rebel forces shelled the port of Karvel on Monday and killed at least 12 dockers, the mayor said.",
                 speaker="mayor", event="e-1"),
            "ASSAULT", "2026-03-02", "2026-03-02", {"killed": (12, None)},
        ),
        Told(
            cite(1, "At least 15 dockers died when rebels shelled Karvel on Monday, the health ministry said.",
                 speaker="health ministry", event="e-2", by_person=True),
            "ASSAULT", "2026-03-02", "2026-03-02", {"killed": (15, None)},
        ),
        Told(
            cite(0, "The rebels denied that they had fired on the port.", "denied", speaker="rebels", event="e-3"),
            "ASSAULT", None, None,
        ),
    ),
    main=(1, 2), outlets=2, disputes=(Dispute("denied", "denied by rebels", (0, 2)),),
)  # fmt: skip
TALKS = Incident(
    id="i-talks", type="CONSULT", modes=(), status="planned", relevant=True, actors=(GOVERNMENT, REBELS),
    recipients=(), site=LAND, first_day="2026-03-20", last_day="2026-03-20", figures={}, intensity=2.5,
    told=(
        Told(
            cite(1, "Talks between the government and the rebels are due in Vessa on March 20.", "planned", event="e-4"),
            "CONSULT", "2026-03-20", "2026-03-20",
        ),
    ),
    main=(), outlets=1,
)  # fmt: skip
CONTROLS = RelationLine(
    "controls", "army", "Ostra", "actual", None, "2026-03-03", "2026-03-03",
    (cite(0, "The army still controls the town of Ostra."),),
)  # fmt: skip
DENIAL = ClaimLine(
    "rebels", "KAR", "deny", "that they had fired on the port", "2026-03-03",
    cite(0, "The rebels denied that they had fired on the port.", "denied", speaker="rebels", claim="c-1"),
    ("i-shelling",),
)  # fmt: skip
DAYS = [Act(f"2026-02-{day:02d}", -5.0) for day in range(1, 29) for _ in range(day % 3)]
BRIEF = Brief(
    situation=Situation("Karvel", countries=("KAR",), since="2026-02-01", made="2026-03-01T08:00:00.000000Z",
                        looked="2026-03-03T09:00:00.000000Z"),
    made="2026-03-05T10:00:00Z", coder="0.1.0", reports=2, outlets=2, reviewed=1,
    first_day="2026-02-01", last_day="2026-03-02", incidents=(SHELLING,),
    new_since="2026-03-03T09:00:00.000000Z", new=("i-shelling",), types=(("ASSAULT", 29),),
    actors=(ActorLine(REBELS, 29, 0, (CONTROLS,)), ActorLine(DOCKERS, 0, 1)), control=(CONTROLS,),
    ahead=(AheadLine("2026-03-20", "CONSULT", TALKS),), claims=(DENIAL,),
    curve=curve([*DAYS, *[Act("2026-03-02", -9.5)] * 9, Act(None, -5.0)], today="2026-03-05"),
    points=(MapPoint(KARVEL, ("i-shelling",)),), unplaced=(("Karvia", 27), ("", 1)), left_out=28,
)  # fmt: skip


def evidence(text: str, words: str, **more: Any) -> Json:
    """Words of a text with their span, as the contract has them."""
    at = text.index(words)
    return {"text": words, "span": [at, at + len(words)], **more}


def actor(text: str, words: str, name: str | None = None, **more: Any) -> Json:
    """A participant, found by its words."""
    shown = {
        "id": f"a-{name or words}",
        "name": name or words,
        "aliases": [],
        "country": "YEM",
        "sectors": ["REB"],
    }
    return {**shown, "code": "YEMREB", "kind": "group", "wikidata": None, **evidence(text, words), **more}  # fmt: skip


def place(text: str, words: str, **more: Any) -> Json:
    """A town, found by its words."""
    return {
        **evidence(text, words), "name": words, "country": "YEM", "country_name": "Yemen", "admin1": "North",
        "kind": "city", "use": "literal", "lat": 13.3, "lon": 43.2, "geonameid": 7, "precision": "exact",
        "relation": None, "candidates": [], "reason": None, **more,
    }  # fmt: skip


def days(first: str, last: str | None = None) -> Json:
    """A time expression."""
    return {"text": "then", "span": [0, 4], "type": "DATE", "value": first, "start": first, "end": last or first,
            "edtf": first, "basis": "absolute"}  # fmt: skip


def event(ident: str, text: str, sentence: str, trigger: str, **more: Any) -> Json:
    """An event, an assault unless it is said otherwise."""
    return {
        "id": ident, "type": "ASSAULT", "modes": [], "contexts": [], "cameo": "190", "quad": 4, "goldstein": -9.0,
        "intensity": -9.0, "status": "actual", "relevant": True, "of": None, "actors": [], "recipients": [],
        "instruments": [], "place": None, "date": None, "magnitude": {}, "magnitude_spans": {}, "attribution": None,
        "commitment": 0.9, "sentence": {"index": 0, **evidence(text, sentence)}, "trigger": evidence(text, trigger),
        "confidence": 0.8, "why": {"entries": ["x"]}, **more,
    }  # fmt: skip


def claim(
    ident: str, text: str, sentence: str, cue: str, act: str, content: str, **more: Any
) -> Json:
    """A claim of the rebels."""
    said = {"text": content, "spans": [evidence(text, content)["span"]]}
    speaker = actor(text, "rebels", "Rebels")
    return {
        "id": ident, "speaker": speaker, "speakers": [speaker], "act": act, "cue": evidence(text, cue), "content": said,
        "direct": False, "audience": None, "medium": None, "date": None, "events": [], "stance": [],
        "sentence": {"index": 0, **evidence(text, sentence)}, **more,
    }  # fmt: skip


def relation(text: str, sentence: str, kind: str, subject: Json, other: Json, **more: Any) -> Json:
    """A standing fact."""
    found = evidence(text, sentence)
    return {"kind": kind, "subject": subject, "object": other, "status": "actual", "attribution": None,
            "span": found["span"], "sentence": {"index": 0, **found}, **more}  # fmt: skip


def record(
    number: int, text: str, published: str | None = "2026-03-05", **lists: list[Json]
) -> Json:
    """A record with some lists filled."""
    empty: Json = {
        name: [] for name in ("actors", "places", "dates", "events", "claims", "relations")
    }
    known = {e["id"]: e for e in lists.get("events", ())}
    everybody = [who for e in known.values() for who in (*e["actors"], *e["recipients"])]
    return {
        "report": {
            "id": f"own-{number}", "input": "made", "title": f"Report {number}", "text": text,
            "url": f"https://press-{number}.example/", "publisher": f"Press {number}", "dateline": None,
            "published": published, "published_from": "given", "language": "en", "not_coded": None, "left_out": [],
            "coder": {"dateline": "0.1.0", "parser": "p", "lexicon": "l", "models": []},
        },
        "headline": None, **empty, "actors": [{**who, "mentions": [who["span"]]} for who in everybody], **lists,
    }  # fmt: skip


SHELLED = "Rebels shelled the harbour of Mocha on Monday."
DENIED = "The rebels denied that they had shelled it."
HELD = "The army still controls Taiz, the governor said."
TOOK = "On Tuesday the rebels captured the port city of Mocha."
TALKS = "Oman will host talks with the rebels in April."
WAR = " ".join((SHELLED, DENIED, HELD, TOOK, TALKS))


def war(number: int = 1, text: str = WAR, **more: Any) -> dict[str, Any]:
    """A report with everything a page has."""
    rebels = actor(text, "Rebels")
    shelling = event(
        "e-shelling", text, SHELLED, "shelled", actors=[rebels], place=place(text, "Mocha"), date=days("2026-03-02"),
        magnitude={"killed": [12, None]},
    )  # fmt: skip
    denied = event("e-denied", text, DENIED, "shelled", actors=[rebels], status="denied")
    denied["trigger"] = {
        "text": "shelled",
        "span": [text.index("had shelled") + 4, text.index("had shelled") + 11],
    }
    taking = event(
        "e-taking", text, TOOK, "captured", actors=[actor(text, "rebels", "Rebels")],
        place=place(text, "city of Mocha", name="Mocha"), date=days("2026-03-04"), why={"entries": ["assault.capture.v.2"]},
    )  # fmt: skip
    at = text.index("city of Mocha") + len("city of ")
    taking["place"] |= {"text": "Mocha", "span": [at, at + 5]}
    host = event(
        "e-host", text, TALKS, "host", type="AGREE", intensity=2.5,
        actors=[actor(text, "Oman", country="OMN", kind="country", wikidata="Q842")],
        of={"type": "CONSULT", "date": days("2026-04-01", "2026-04-30"), "of": None},
    )  # fmt: skip
    said = claim(
        "c-1", text, DENIED, "denied", "deny", "they had shelled it", events=["e-denied"],
        stance=[{"event": "e-denied", "stance": "denies"}],
    )  # fmt: skip
    speaker = {"claim": "c-9", "speaker": actor(text, "governor")}
    army = actor(text, "army")
    held = relation(text, HELD, "controls", army, place(text, "Taiz"), attribution=speaker)
    lists = {"events": [shelling, denied, taking, host], "claims": [said], "relations": [held]}
    return record(number, text, **(lists | more))
