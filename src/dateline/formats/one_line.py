"""An event or a claim of the contract's JSON in one line."""

from typing import Any

Json = dict[str, Any]


def event_words(event: Json) -> str:
    """For example ``ASSAULT (heavy-weapons), actual, Rebels > dockers, Aden YEM, 2019-04-05, "shelled"``."""
    modes = f" ({', '.join(event['modes'])})" if event.get("modes") else ""
    place, date = event.get("place") or {}, event.get("date") or {}
    named = " ".join(filter(None, (place.get("name") or place.get("text"), place.get("country"))))
    figures = [f"{name} {_range(pair)}" for name, pair in (event.get("magnitude") or {}).items()]
    sides = f"{_names(event.get('actors'))} > {_names(event.get('recipients'))}"
    relevant = "" if event.get("relevant", True) else "not relevant"
    parts = (
        f"{event['type']}{modes}",
        event["status"],
        sides,
        named,
        date.get("edtf"),
        *figures,
        relevant,
    )
    return ", ".join(filter(None, (*parts, _quoted(event.get("trigger")))))


def claim_words(claim: Json) -> str:
    """For example ``mayor of Aden: say, "Rebels shelled the harbour"``."""
    speaker = (claim.get("speaker") or {}).get("name") or "(nobody named)"
    day = (claim.get("date") or {}).get("edtf")
    direct = "direct" if claim.get("direct") else ""
    parts = (f"{speaker}: {claim['act']}", direct, day, _quoted(claim.get("content")))
    return ", ".join(filter(None, parts))


def _quoted(words: Json | None) -> str:
    return f'"{" ".join(str(words["text"]).split())}"' if words and words.get("text") else ""


def _names(side: list[Json] | None) -> str:
    return "; ".join(str(who["name"]) for who in side or ()) or "-"


def _range(pair: list[int | None]) -> str:
    low, high = pair
    if low == high:
        return str(low)
    return f"{'' if low is None else low}-{'' if high is None else high}"
