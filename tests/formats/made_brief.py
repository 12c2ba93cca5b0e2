"""Briefs made by hand: a rich one, an empty one, an ugly one.  Every name and act is invented."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.records.incident import Citation, Dispute, Incident, Party, Range, Site, Source, Told
from dateline.records.situation import (
    ActorLine,
    AheadLine,
    Brief,
    Change,
    ClaimLine,
    Curve,
    CurveDay,
    MapPoint,
    RelationLine,
    Situation,
)
from dateline.records.text import Span

START = date(2025, 3, 1)
OUTLETS = ("Harbour Times", "Northern Wire", "The Valley Post", "Delta Radio", "Lake Courier")


def source(key: int, day: int = 0, **changes: object) -> Source:
    outlet = OUTLETS[key % len(OUTLETS)]
    made = Source(
        key, f"r{key}", f"Report {key} from the lake country", f"https://{outlet.split()[0].lower()}.example/{key}",
        outlet, (START + timedelta(days=day)).isoformat(), outlet,
    )  # fmt: skip
    return replace(made, **changes)


def party(name: str, country: str | None = None, kind: str = "organisation") -> Party:
    return Party(name, country, None, kind, None)


ARMY = party("Chadian army", "TCD")
REBELS = party("Lake Front rebels", "TCD", "group")
POLICE = party("Police", "NER", "group")
TRADERS = party("traders", "NGA", "group")
CHAD, NIGER = party("Chad", "TCD", "country"), party("Niger", "NER", "country")
UNION = party("African Union", "IGO")
AID = party("Red Crescent volunteers", None, "group")
MINISTRY = party("Ministry of Defence", "TCD")

BOL = Site("Bol", "TCD", None, 13.46, 14.71, "exact")
BAGA = Site("Baga", "NGA", None, 13.12, 13.82, "exact")
DIFFA = Site("Diffa", "NER", None, 13.31, 12.61, "exact")
MAIDUGURI = Site("Maiduguri", "NGA", None, 11.85, 13.16, "exact")
NDJAMENA = Site("N'Djamena", "TCD", None, 12.11, 15.03, "exact")
KOUSSERI = Site("Kousseri", "CMR", None, 12.08, 15.03, "exact")
NGUIGMI = Site("Nguigmi", "NER", None, 14.25, 13.11, "near")
MAO = Site("Mao", "TCD", None, 14.12, 15.31, "exact")
COUNTRY = Site("Chad", "TCD", None, None, None, "country")
NIAMEY = Site("Niamey", "NER", None, 13.51, 2.11, "exact")

_HEAVY = ("heavy-weapons",)
#: day (None: not told), days long, type, modes, status, actors, recipients, site, figures, how many reports, quotation.
ROWS: tuple[tuple[object, ...], ...] = (
    (0, 0, "ACCUSE", ("disapprove",), "actual", CHAD, NIGER, None, {}, 1, "Chad criticised its neighbour over the closed crossing."),
    (4, 0, "CONSULT", (), "actual", CHAD, NIGER, NIAMEY, {}, 2, "Ministers of both countries met in Niamey on Wednesday."),
    (9, 0, "PROTEST", ("demo",), "actual", None, None, DIFFA, {"crowd": (200, 300)}, 2, "Between 200 and 300 people marched through Diffa."),
    (12, 0, "COERCE", ("arrest",), "actual", POLICE, None, DIFFA, {"arrested": (12, 12)}, 2, "Police detained 12 people in Diffa."),
    (16, 3, "MOBILIZE", ("troops",), "actual", ARMY, None, BOL, {}, 3, "The army moved two battalions to Bol over the week."),
    (21, 0, "THREATEN", ("violence",), "actual", REBELS, ARMY, None, {}, 1, "We will answer with fire, the front said."),
    (25, 0, "ASSAULT", _HEAVY, "actual", REBELS, ARMY, BOL, {"killed": (12, 15), "injured": (30, None)}, 5, "Rebels shelled the barracks in Bol, killing at least 12."),
    (26, 0, "ASSAULT", ("firearms",), "alleged", ARMY, TRADERS, BAGA, {"killed": (4, 4)}, 2, "Traders accused soldiers of firing at boats off Baga."),
    (27, 0, "ASSAULT", ("firearms",), "denied", ARMY, TRADERS, BAGA, {}, 1, "No soldier of ours was near Baga, the ministry said."),
    (29, 0, "AID", (), "actual", AID, TRADERS, BAGA, {}, 1, "Volunteers handed out food to stranded traders."),
    (31, 0, "ASSAULT", (), "actual", None, AID, MAO, {"injured": (3, 3)}, 2, "Three volunteers were hurt when their car was attacked near Mao."),
    (34, 0, "COERCE", ("curfew",), "actual", MINISTRY, None, NDJAMENA, {}, 2, "A curfew was imposed in the capital."),
    (36, 0, "PROTEST", ("riot",), "actual", None, None, KOUSSERI, {"crowd": (1000, None), "arrested": (40, 60)}, 3, "More than a thousand rioted across the river in Kousseri."),
    (40, 0, "SANCTION", ("expel",), "actual", CHAD, NIGER, NDJAMENA, {}, 2, "Chad expelled two diplomats."),
    (41, 0, "REJECT", ("meet",), "actual", REBELS, CHAD, None, {}, 1, "The front refused to come to the talks."),
    (44, 9, "ASSAULT", _HEAVY, "actual", ARMY, REBELS, NGUIGMI, {"killed": (20, 45), "displaced": (3000, None)}, 4, "For nine days shells fell on villages near Nguigmi."),
    (48, 0, "ASSAULT", ("aerial",), "hypothetical", ARMY, REBELS, NGUIGMI, {}, 1, "An apparent air strike hit a camp near Nguigmi."),
    (52, 0, "RETREAT", ("withdraw",), "actual", REBELS, None, MAO, {}, 2, "The rebels left Mao before dawn."),
    (55, 0, "REQUEST", ("yield",), "actual", UNION, CHAD, None, {}, 1, "The African Union asked for a truce."),
    (60, 0, "COERCE", ("arrest",), "actual", POLICE, TRADERS, MAIDUGURI, {"arrested": (7, 9)}, 2, "Police in Maiduguri held between seven and nine traders."),
    (66, 0, "CONSULT", ("third-party",), "actual", (CHAD, REBELS), UNION, NIAMEY, {}, 3, "Both sides sat down with the African Union in Niamey."),
    (70, 0, "RETREAT", ("release",), "negated", REBELS, None, BOL, {}, 1, "No captive was released, families said."),
    (74, 0, "RETREAT", ("ceasefire",), "actual", (ARMY, REBELS), None, COUNTRY, {}, 4, "The guns fell silent at noon."),
    (80, 0, "ASSAULT", ("explosives",), "actual", None, ARMY, MAO, {"killed": (2, 2)}, 3, "A mine killed two soldiers on the road to Mao."),
    (84, 0, "ACCUSE", ("allege",), "actual", CHAD, REBELS, None, {}, 2, "Chad charged the front with breaking the truce."),
    (86, 0, "COOPERATE", (), "actual", NIGER, CHAD, COUNTRY, {}, 1, "Niger and Chad resumed joint patrols."),
    (None, 0, "AGREE", (), "actual", CHAD, AID, None, {}, 1, "Chad promised the volunteers safe passage."),
    (None, 0, "ASSAULT", (), "alleged", REBELS, TRADERS, COUNTRY, {}, 1, "Traders spoke of raids by the front."),
    (96, 0, "CONSULT", (), "planned", CHAD, REBELS, NIAMEY, {}, 2, "A second round is due in Niamey on 5 June."),
    (103, 1, "PROTEST", ("strike",), "planned", TRADERS, None, MAIDUGURI, {}, 1, "Traders call a two-day strike from 12 June."),
)  # fmt: skip
SPEAKERS = {7: "traders' union", 8: "Ministry of Defence", 27: "traders' union"}


def _side(found: object) -> tuple[Party, ...]:
    return found if isinstance(found, tuple) else (found,) if isinstance(found, Party) else ()


def made(number: int, row: tuple[object, ...]) -> Incident:
    """One incident of the rich brief."""
    day, days, kind, modes, status, actors, recipients, site, figures, reports, quote = row
    first = None if day is None else (START + timedelta(days=int(str(day)))).isoformat()
    last = (
        None
        if day is None
        else (START + timedelta(days=int(str(day)) + int(str(days)))).isoformat()
    )
    assert isinstance(figures, dict)
    told = tuple(
        _told(
            number,
            n,
            str(kind),
            str(status),
            str(quote),
            (first, last),
            figures,
            0 if day is None else min(88, int(str(day)) + 1),
        )
        for n in range(int(str(reports)))
    )
    disputes = _disputes(figures, told)
    assert isinstance(modes, tuple)
    assert site is None or isinstance(site, Site)
    outlets = len({t.cite.source.outlet for t in told})
    return Incident(
        f"i{number:02}", str(kind), modes, str(status), True, _side(actors), _side(recipients), site, first, last,
        figures, None, told, (told[0].cite.source.key,), outlets, (), disputes,
    )  # fmt: skip


def _told(
    number: int, n: int, kind: str, status: str, quote: str,
    days: tuple[str | None, str | None], figures: dict[str, Range], day: int,
) -> Told:  # fmt: skip
    where = source(number * 5 + n, day)
    words = quote if n == 0 else f"{quote[:-1]}, as another account has it."
    speaker = SPEAKERS.get(number)
    start = 40 + 7 * number
    cite = Citation(
        where, words, Span(start, start + len(words)), status, speaker, f"e{number}-{n}"
    )
    return Told(cite, kind, *days, figures)


def _disputes(figures: dict[str, Range], told: tuple[Told, ...]) -> tuple[Dispute, ...]:
    found = figures.get("killed")
    if found and len(told) > 1 and found[0] != found[1]:
        outlets = [t.cite.source.outlet for t in told]
        says = f"{outlets[0]} has {found[0]} killed, {outlets[1]} has {found[1]}."
        return (Dispute("counts", says, (0, 1)),)
    return ()


def _curve() -> Curve:
    days = []
    for n in range(90):
        day = (START + timedelta(days=n)).isoformat()
        acts = [
            r
            for r in ROWS
            if r[0] is not None
            and int(str(r[0])) <= n <= int(str(r[0])) + int(str(r[1]))
            and r[4] == "actual"
        ]
        weights = {
            "ASSAULT": -9.0,
            "COERCE": -7.0,
            "PROTEST": -5.0,
            "CONSULT": 2.5,
            "AID": 10.0,
            "COOPERATE": 9.5,
            "RETREAT": 7.0,
        }
        total = sum(weights.get(str(r[2]), -3.0) for r in acts) * (1.8 if n in {25, 36} else 1)
        usual = (None, None) if n < 14 else (-8.0 - n / 30, 2.0 + (n % 7) / 5)
        out = "conflict" if usual[0] is not None and total < usual[0] else None
        out = "cooperation" if usual[1] is not None and total > usual[1] + 4 else out
        days.append(CurveDay(day, len(acts), round(total, 1), *usual, out))
    changes = (Change("2025-03-26", -1.4, -6.2), Change("2025-05-06", -6.2, -0.9))
    return Curve(
        tuple(days),
        changes,
        "In the last 7 days conflict left its usual range on 1 day (20 May 2025).",
        2,
    )


def rich() -> Brief:
    """Ninety days round a lake: 30 incidents in four countries."""
    incidents = tuple(made(n, row) for n, row in enumerate(ROWS))
    ordered = tuple(sorted(incidents, key=lambda i: (i.first_day is None, i.first_day or "", i.id)))
    points: dict[Site, list[str]] = {}
    for incident in ordered:
        if incident.site and incident.site.lat is not None:
            points.setdefault(incident.site, []).append(incident.id)
    cites = tuple(t.cite for t in incidents[6].told[:2])
    control = (
        RelationLine(
            "controls",
            "Lake Front rebels",
            "Mao",
            "actual",
            None,
            "2025-03-20",
            "2025-04-20",
            cites[:1],
        ),
        RelationLine(
            "controls",
            "Chadian army",
            "Mao",
            "alleged",
            "Ministry of Defence",
            "2025-04-23",
            "2025-05-20",
            cites,
        ),
        RelationLine(
            "controls", "Chadian army", "Bol", "actual", None, "2025-03-17", None, cites[1:]
        ),
    )
    backs = RelationLine(
        "backs",
        "Niger",
        "Lake Front rebels",
        "denied",
        "Niger's foreign minister",
        "2025-04-11",
        None,
        cites[:1],
    )
    leads = RelationLine(
        "leads",
        "Idriss Lamana",
        "Lake Front rebels",
        "actual",
        None,
        "2025-03-22",
        "2025-05-25",
        cites[:1],
    )
    kinds: dict[str, int] = {}
    for incident in incidents:
        kinds[incident.type] = kinds.get(incident.type, 0) + 1
    return Brief(
        situation=Situation("Lake crossing crisis", ("Lake Front rebels",), ("TCD", "NER"), since="2025-03-01"),
        made="2025-05-30T06:00:00+00:00", coder="0.1.0", reports=63, outlets=5, reviewed=4,
        first_day="2025-03-01", last_day="2025-06-13", incidents=ordered,
        new_since="2025-05-20T08:00:00+00:00", new=("i23", "i24", "i25"),
        types=tuple(sorted(kinds.items(), key=lambda k: (-k[1], k[0]))),
        actors=(
            ActorLine(ARMY, 5, 4, ()), ActorLine(REBELS, 6, 3, (leads, backs)), ActorLine(CHAD, 5, 3, (backs,)),
            ActorLine(POLICE, 2, 0), ActorLine(TRADERS, 1, 4),
        ),
        control=control,
        ahead=tuple(AheadLine(str(i.first_day), i.type, i) for i in ordered if i.status == "planned"),
        claims=(
            ClaimLine("traders' union", "NGA", "accuse", "that soldiers fired at boats off Baga", "2025-03-27", incidents[7].told[0].cite, ("i07",)),
            ClaimLine("Ministry of Defence", "TCD", "deny", "\u201cNo soldier of ours was near Baga\u201d", "2025-03-28", incidents[8].told[0].cite, ("i08",)),
            ClaimLine("Lake Front rebels", "TCD", "threaten", "\u201cWe will answer with fire\u201d", "2025-03-22", incidents[5].told[0].cite),
        ),
        curve=_curve(),
        points=tuple(MapPoint(site, tuple(ids)) for site, ids in points.items()),
        unplaced=(("Chad", 3), ("", 7)),
    )  # fmt: skip


def empty() -> Brief:
    """Nothing found."""
    return Brief(
        Situation("Quiet valley"), "2025-05-30T06:00:00+00:00", "0.1.0", 0, 0, 0, None, None, (), None, (), (), (), (), (), (),
        Curve(()), (), (),
    )  # fmt: skip


UGLY_NAMES = (
    "<script>alert(1)</script>",
    "Movement for the Restoration of the Provisional Revolutionary Council of the Upper and Lower Lake Districts and of the Islands thereof "
    * 3,
    "\u062c\u0628\u0647\u0629 \u0627\u0644\u0628\u062d\u064a\u0631\u0629",
    "\u05d4\u05d7\u05d6\u05d9\u05ea \u202e gnorw",
    "half \ud800 pair",
    "| pipe * star _ under ` tick [x](javascript:alert(1))",
    "\x1b[31mred\x07 &amp; \"quoted\" 'too'",
    "x" * 400,
    "",
)


def ugly() -> Brief:
    """Three hundred undated incidents with names that break things, and lines that lack their words."""
    bad = source(
        1, title='<img src=x onerror="alert(1)">', url="javascript:alert(1)", publisher="\u202eevil"
    )
    links = (
        'https://a.example/x"><script>',
        "http://a.example/\ud800 y|z)",
        "ftp://a.example/",
        None,
    )
    incidents = []
    for n in range(300):
        name, other = UGLY_NAMES[n % 9], UGLY_NAMES[(n * 7 + 3) % 9]
        cite = Citation(
            replace(bad, key=n, url=links[n % 4] if n % 3 else bad.url, outlet=name), f"{other} <b>said</b>\n\n# so", Span(0, 9),
            "actual", name if n % 2 else None, by_person=n % 5 == 0,
        )  # fmt: skip
        told = (Told(cite, "ASSAULT", None, None),) if n % 50 else ()
        incidents.append(
            Incident(
                f"u{n}<", "ASSAULT" if n % 4 else "NO<SUCH", ("<mode>",), ("actual", "denied", "odd<status", "planned")[n % 4], True,
                (party(name, "ZZZ", "group"),) * (n % 3), tuple(party(o) for o in UGLY_NAMES[: n % 10]),
                Site(other, "<q>", None, 95.0 if n % 2 else None, None, "exact"), None, None, {"killed": (None, 3), "<odd>": (1, None)},
                None, told, (n,), 1, (), (Dispute("<kind>", f"{name} < {other}", (0, 7)),) if n % 10 == 0 else (),
            )
        )  # fmt: skip
    line = RelationLine(
        "con_trols<",
        UGLY_NAMES[0],
        UGLY_NAMES[2],
        "odd",
        UGLY_NAMES[3],
        "no day",
        None,
        incidents[1].told and (incidents[1].told[0].cite,),
    )
    return replace(
        empty(), situation=Situation(UGLY_NAMES[0] + UGLY_NAMES[4], UGLY_NAMES, ("ZZZ",), UGLY_NAMES[:3], ("<T>",), "no day", None, UGLY_NAMES[5]),
        made="some day", reports=300, outlets=9, incidents=tuple(incidents), types=(("NO<SUCH", 75),),
        actors=tuple(ActorLine(party(name), 3, 4, (line,)) for name in UGLY_NAMES), control=(line, replace(line, cites=())),
        claims=(ClaimLine(UGLY_NAMES[6], None, "<act>", UGLY_NAMES[0], "no day", incidents[1].told[0].cite),),
        ahead=(AheadLine("some day", "ASSAULT", incidents[3]),), curve=Curve((), (), "<alert>", 300), left_out=12_000,
        unplaced=((UGLY_NAMES[0], 3), ("", 297)),
    )  # fmt: skip
