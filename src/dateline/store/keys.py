"""What things are called in the store: hashes of contents and addresses, keys, names folded to be found."""

import hashlib
import json
import re
import unicodedata
import zlib
from datetime import UTC, datetime
from typing import Any

Json = dict[str, Any]
#: Items of one list of one record: half for what the coder found, half for what people put in its place.
ROOM = 1 << 20
HALF = ROOM >> 1
#: How hard zlib tries: more makes records a tenth smaller and storing them a tenth slower.
_QUICK = 1
#: Longest name that an index holds (PostgreSQL refuses more than about 2,700 bytes).
_LONGEST = 200
#: What a database cannot hold as text, escaped as JSON has it: NUL and single halves of surrogate pairs.
_ODD = re.compile(r"\\u(?:0000|d[89a-f])")
_UNHOLDABLE = re.compile("[\x00\ud800-\udfff]")


def now() -> str:
    """This moment, UTC, to the microsecond, as ISO text that sorts."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def dumps(value: Any) -> str:
    """JSON in ASCII, so that every text can be held exactly, whatever is in it."""
    return json.dumps(value, separators=(",", ":"))


def packed(text: str) -> bytes:
    """JSON as records are kept: a fifth of its length."""
    return zlib.compress(text.encode(), _QUICK)


def unpacked(kept: bytes) -> Any:
    """The JSON value of what ``packed`` gave."""
    return json.loads(zlib.decompress(kept))


def report_hash(report: Json) -> str:
    """SHA-256 of what a coding rests on: title, text and day of publication."""
    return _sha([report.get("title"), report["text"], report.get("published")])


def address_of(report: Json) -> str:
    """Where a report was found: its URL, else the id that its supplier gave, else the input's name."""
    if report.get("url"):
        return str(report["url"]).split("#", maxsplit=1)[0]
    ident = str(report.get("id") or "")
    made = re.fullmatch(
        r"r-[0-9a-f]{12}", ident
    )  # dateline's own id, which a change of text changes
    return f"id:{ident}" if ident and not made else f"input:{report.get('input') or ident}"


def address_hash(address: str) -> str:
    """SHA-256 of an address, which may be longer than an index can hold."""
    return _sha(address)


def _sha(value: Any) -> str:
    return hashlib.sha256(dumps(value).encode()).hexdigest()


def item_key(report: int, place: int) -> int:
    """Key of an item of a report's list; ``place`` counts from 0, people's items from ``HALF``."""
    return report * ROOM + place


def folded(name: str | None) -> str | None:
    """A name as it is looked up: small letters, no accents, single blanks; at most 200 characters."""
    if name is None:
        return None
    if not name.isascii():
        name = "".join(
            c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)
        )
    return " ".join(name.casefold().split())[:_LONGEST]


def term(kind: str, value: str) -> str:
    """What an event is found by: ``land``, ``name``, ``id`` or ``place`` and its value."""
    return f"{kind}:{value}"


def holdable(value: Json, dumped: str | None = None) -> Json:
    """The same with a replacement character, one for one, where a database could not hold a character.

    Args:
        value: any JSON object.
        dumped: what ``dumps`` makes of it, where that is known: looking through it is quicker.
    """
    odd = _odd(value) if dumped is None else _ODD.search(dumped) is not None
    return _cleaned(value) if odd else value


def _odd(value: Any) -> bool:
    if isinstance(value, str):
        return _UNHOLDABLE.search(value) is not None
    if isinstance(value, dict):
        return any(_odd(k) or _odd(v) for k, v in value.items())
    return isinstance(value, list) and any(_odd(v) for v in value)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return _UNHOLDABLE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_cleaned(k): _cleaned(v) for k, v in value.items()}
    return [_cleaned(v) for v in value] if isinstance(value, list) else value
