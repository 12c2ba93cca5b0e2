"""Speed of the store: how fast records come in, how fast a situation's page is asked for, and how both grow.

    store.py [--db ADDRESS] [--reports 20000] [--pages 60]

Records are synthetic: five events a report, actors, places and types as unevenly spread as in the news, three years of days.
A page is what a situation shows: its newest 100 events, events by day, actors, claims, dates ahead, who controls what.
Both are measured at a tenth, a quarter, half and all of the reports. Seconds are those of the clock on the wall; those of
the processor stand beside them, because a busy machine disturbs only the first.  Without --db: SQLite in a folder that is gone in the end.
"""

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from corpus import one_report
from sqlalchemy import text

from dateline.store.engine import open_engine
from dateline.store.query import EventQuery
from dateline.store.store import Store

GOALS = {"ingest": 300.0, "page": 0.150, "merge": 0.050}
STEPS = (0.1, 0.25, 0.5, 1.0)
EVENTS, DAYS = 5, 1_096
TYPES = ("ASSAULT", "CONSULT", "ACCUSE", "COERCE", "AGREE", "PROTEST", "AID", "THREATEN", "REQUEST", "SUPPORT", "REJECT", "RETREAT")  # fmt: skip
LANDS = tuple(f"{a}{b}{c}" for a in "ABCDE" for b in "LMNO" for c in "XYZ")
Json = dict[str, Any]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Benchmark dateline's store.")
    parser.add_argument("--db", help="address of an empty store")
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--pages", type=int, default=60)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.sqlite"
        with Store(args.db or str(path)) as store:
            run(store, args.reports, args.pages)
        if not args.db:
            print(
                f"{path.stat().st_size / 1e6:.0f} MB, {path.stat().st_size / args.reports / 1e3:.1f} kB a report"
            )
    return 0


def run(store: Store, total: int, pages: int) -> None:
    """Fill the store step by step and ask at each."""
    kind = store.address.split(":", maxsplit=1)[0] if "://" in store.address else "sqlite"
    print(f"{kind}: {total:,} reports, {EVENTS} events each; {pages} pages asked at each step")
    chance, done = random.Random(7), 0
    seconds, slow = 0.0, []
    for share in STEPS:
        goal = int(total * share)
        made = [record(chance, number) for number in range(done, goal)]
        began, spent = time.perf_counter(), time.process_time()
        for _ in store.add_records(made):
            pass
        wall, spent = time.perf_counter() - began, time.process_time() - spent
        settle(store)
        seconds, done = seconds + wall, goal
        took = sorted(page(store, wanted) for wanted in situations(random.Random(11), pages))
        slow.append(took[int(len(took) * 0.95)])
        print(
            f"{done * EVENTS:>9,} events   in: {len(made) / wall:6.0f} reports/s (processor alone {len(made) / spent:6.0f})"
            f"   page: median {statistics.median(took) * 1e3:4.0f} ms, p95 {slow[-1] * 1e3:4.0f} ms, slowest {took[-1] * 1e3:4.0f} ms"
        )
    verdict("ingest", total / seconds, at_least=True)
    verdict("page", slow[-1], at_least=False)


def settle(store: Store) -> None:
    """What PostgreSQL's own housekeeping does within a minute or two of a load."""
    if store.address.startswith("postgresql"):
        engine = open_engine(store._engine.url)  # noqa: SLF001
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
        engine.dispose()


def page(store: Store, wanted: EventQuery) -> float:
    """Seconds for everything that one page asks."""
    began = time.perf_counter()
    store.events(wanted)
    store.days(wanted)
    store.actors(wanted)
    store.claims(wanted)
    store.ahead(wanted, "2024-12-01")
    store.relations(["controls"], wanted.actors)
    return time.perf_counter() - began


def situations(chance: random.Random, count: int) -> Iterator[EventQuery]:
    """Saved questions as people have them: somebody or some land, often with types, days or words."""
    for number in range(count):
        since = day(chance.randrange(DAYS - 120))
        until = (
            date.fromisoformat(since) + timedelta(days=chance.choice((30, 90, 365)))
        ).isoformat()
        ranges: Json = {"since": since, "until": until} if number % 3 else {}
        if number % 4 == 0:
            ranges["types"] = tuple(chance.sample(TYPES, 3))
        if number % 5 == 0:
            yield EventQuery(
                words=chance.choice(("curfew", "harvest rain", '"the price of fuel"')), **ranges
            )
        elif number % 2:
            yield EventQuery(countries=(skewed(chance, LANDS), skewed(chance, LANDS)), **ranges)
        else:
            names = tuple(f"Actor {uneven(chance, 2_000)}" for _ in range(3))
            yield EventQuery(actors=names, **ranges)


def record(chance: random.Random, number: int) -> Json:
    """One record with all that a real one has."""
    text = f"Report {number}. {one_report(chance, 130)}"
    published = day(chance.randrange(DAYS))
    cast = [actor(uneven(chance, 2_000)) for _ in range(6)]
    events = [event(chance, number, n, cast, published, text) for n in range(EVENTS)]
    return {
        "report": {
            "id": f"b-{number}", "input": "bench", "title": text[:60], "text": text,
            "url": f"https://press-{number % 97}.example/{number}", "publisher": f"Press {number % 97}",
            "dateline": None, "published": published, "published_from": "given", "language": "en", "not_coded": None,
            "left_out": [], "coder": {"dateline": "0.1.0", "parser": "p", "lexicon": "l", "models": []},
        },
        "headline": None,
        "actors": [{**who, "mentions": [[0, 5], [9, 12]]} for who in cast],
        "places": [e["place"] for e in events] * 2,
        "dates": [e["date"] for e in events],
        "events": events,
        "claims": [claim(n, e) for n, e in enumerate(events[:3])],
        "relations": [relation(cast, events[0]["place"])],
    }  # fmt: skip


def event(
    chance: random.Random, number: int, nr: int, cast: list[Json], published: str, text: str
) -> Json:
    """One event."""
    act = (date.fromisoformat(published) - timedelta(days=chance.randrange(3))).isoformat()
    sides = [{**who, "text": who["name"], "span": [0, 5]} for who in chance.sample(cast, 2)]
    when = {"text": "Friday", "span": [3, 9], "type": "DATE", "value": act, "start": act, "end": act, "edtf": act, "basis": "relative to the report"}  # fmt: skip
    return {
        "id": f"e-{number}-{nr}", "type": skewed(chance, TYPES), "modes": ["heavy-weapons"], "contexts": ["military"],
        "cameo": "190", "quad": chance.randint(1, 4), "goldstein": -9.0, "intensity": chance.uniform(-10, 10),
        "status": chance.choice(("actual",) * 7 + ("planned", "denied", "alleged")), "relevant": True, "of": None,
        "actors": sides[:1], "recipients": sides[1:], "instruments": [], "place": place(chance), "date": when,
        "magnitude": {"killed": [chance.randint(1, 20), None]}, "magnitude_spans": {"killed": [[0, 3]]},
        "attribution": {"claim": f"c-{nr}", "speaker": sides[0]}, "commitment": 0.9,
        "sentence": {"index": nr, "text": text[:160], "span": [0, 160]}, "trigger": {"text": text[:6], "span": [0, 6]},
        "confidence": 0.8, "why": {"entries": ["assault.shell.v"], "operators": [], "rejected": ["x" * 80], "notes": []},
    }  # fmt: skip


def claim(nr: int, about: Json) -> Json:
    """Somebody's word about an event."""
    speaker = about["actors"][0]
    return {
        "id": f"c-{nr}", "speaker": speaker, "speakers": [speaker], "act": "say", "cue": about["trigger"],
        "content": {"text": about["sentence"]["text"], "spans": [[0, 160]]}, "direct": False, "audience": None,
        "medium": None, "date": None, "events": [about["id"]],
        "stance": [{"event": about["id"], "stance": "affirms"}], "sentence": about["sentence"],
    }  # fmt: skip


def relation(cast: list[Json], where: Json) -> Json:
    """Who holds a town."""
    return {
        "kind": "controls", "subject": {**cast[0], "text": "x", "span": [0, 1]}, "object": where, "status": "actual",
        "attribution": None, "span": [0, 9], "sentence": {"index": 0, "text": "They hold it.", "span": [0, 13]},
    }  # fmt: skip


def actor(number: int) -> Json:
    """The actor of a number; it has one country for ever."""
    land = LANDS[number % len(LANDS)]
    return {
        "id": f"a-{number}", "name": f"Actor {number}", "aliases": ["the actor"], "country": land, "sectors": ["GOV"],
        "code": f"{land}GOV", "kind": "organisation", "wikidata": f"Q{number}",
    }  # fmt: skip


def place(chance: random.Random) -> Json:
    """A town; each land has twenty."""
    land, town = skewed(chance, LANDS), uneven(chance, 20)
    return {
        "text": f"Town {land}{town}", "span": [4, 9], "name": f"Town {land}{town}", "country": land, "country_name": land,
        "admin1": "North", "kind": "city", "use": "literal", "lat": 12.5, "lon": 30.1, "geonameid": town,
        "precision": "exact", "relation": None, "candidates": [], "reason": None,
    }  # fmt: skip


def day(number: int) -> str:
    """A day of the three years."""
    return (date(2022, 1, 1) + timedelta(days=number)).isoformat()


def uneven(chance: random.Random, count: int) -> int:
    """A number below ``count``; small ones come far more often, the first in about one of fifteen draws of 2,000."""
    return min(count - 1, int(count ** chance.random()) - 1)


def skewed(chance: random.Random, some: tuple[str, ...]) -> str:
    """One of some, the first ones far more often."""
    return some[uneven(chance, len(some))]


def verdict(name: str, value: float, *, at_least: bool) -> None:
    """Print a figure beside its goal."""
    good = value >= GOALS[name] if at_least else value <= GOALS[name]
    print(
        f"{name:12} {value:.3f}   (goal {'>=' if at_least else '<='} {GOALS[name]:g}: {'met' if good else 'MISSED'})"
    )


if __name__ == "__main__":
    sys.exit(main())
