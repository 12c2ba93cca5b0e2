"""Run the lexicon's examples through the coder: each must fire its entry, each `not` must not.

check_lexicon.py [FILE.yml ...] [--verbose]     default: all; paths relative to knowledge/lexicon/en/
"""

import sys
from pathlib import Path

import yaml

from dateline.coding.events import EventCoder
from dateline.knowledge.actors import ActorBase
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.lexicon import load_lexicon
from dateline.parse.spacy_parser import SpacyParser
from dateline.records import Event, Report
from dateline.resolve.actors import resolve_actors
from dateline.resolve.dates import find_dates
from dateline.resolve.places import PlaceResolver

ENGLISH = Path(__file__).resolve().parent.parent / "knowledge" / "lexicon" / "en"


def cases(paths: list[Path]) -> list[tuple[str, str, bool]]:
    """(entry id, sentence, must fire)."""
    found = []
    for path in paths:
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
            found.append((entry["id"], entry["example"], True))
            counter = entry.get("not") or []
            found += [
                (entry["id"], c, False)
                for c in ([counter] if isinstance(counter, str) else counter)
            ]
    return found


def _right(event: Event, wanted: str | None) -> bool:
    """The entry's own type as fact, or left undone; or composed into another act by an operator above it."""
    told = event.status == "actual" or (event.status == "negated" and not event.of)
    return told and (event.type == wanted or event.of is not None)


def main(args: list[str]) -> int:
    """Check and print what fails; exit status 1 when anything does."""
    names = [a for a in args if not a.startswith("-")]
    paths = [ENGLISH / n for n in names] or sorted((ENGLISH / "events").glob("*.yml"))
    todo = cases(paths)
    kinds = {e.id: e.type for e in load_lexicon().entries}
    coder, places, actors = (
        EventCoder(load_lexicon(), load_grammar()),
        PlaceResolver(),
        ActorBase.load(),
    )
    reports = [
        Report(id=str(i), input="lexicon", text=text, published="2024-05-15")
        for i, (_, text, _) in enumerate(todo)
    ]
    failed = 0
    for (name, text, must), parsed in zip(todo, SpacyParser().parse(reports), strict=True):
        where, when = places.resolve(parsed), find_dates(parsed)
        cast = resolve_actors(parsed, where, actors)
        events = coder.code(parsed, cast, where, when)
        hits = [e for e in events if name in e.why.entries]
        fired = bool(hits)
        wrong = must and not any(_right(e, kinds.get(name)) for e in hits)
        if fired != must or wrong:
            failed += 1
            found = (
                ", ".join(f"{e.type}/{e.status} by {'+'.join(e.why.entries)}" for e in events)
                or "nothing"
            )
            want = "must fire" if must else "must not fire"
            print(f"{name}: {want}: {text!r}\n    found {found}")
    print(f"{len(todo) - failed} of {len(todo)} sentences as they should be")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
