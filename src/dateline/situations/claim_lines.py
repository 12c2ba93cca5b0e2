"""The claims ledger of a situation: denials and accusations first, each saying of one speaker once."""

from collections.abc import Mapping, Sequence

from dateline.records.situation import ClaimLine
from dateline.situations.quotes import LONGEST
from dateline.situations.quoting import Quoting
from dateline.store.keys import folded
from dateline.store.moment import Moment
from dateline.store.told import ClaimRow

#: In this order; what merely informs comes last.
CLAIM_ACTS = (
    "deny", "accuse", "threaten", "promise", "order", "urge", "request", "question", "declare",
    "predict", "hope", "assert",
)  # fmt: skip
#: How firmly the words of a claim stand where no act in them was coded: on the speaker's word alone.
_ALONE, _DENIED = "alleged", "denied"


def claim_lines(
    rows: Sequence[ClaimRow],
    ids: Mapping[int, str],
    moment: Moment,
    quoting: Quoting,
    *,
    limit: int,
) -> tuple[ClaimLine, ...]:
    """Claims as they are shown, in their order.

    Args:
        rows: of the store.
        ids: of the incidents on the page, by their events' keys.
        moment: to ask what they are about.
        quoting: for the words.
        limit: how many at most.
    """
    some = _once(rows)[:limit]
    about = moment.about([row.key for row in some])
    quoting.load({row.report for row in some})
    return tuple(_line(row, about.get(row.key, []), ids, quoting) for row in some)


def _once(rows: Sequence[ClaimRow]) -> list[ClaimRow]:
    """Each saying where it was told first: copies of a report repeat it."""
    found: dict[tuple[str | None, ...], ClaimRow] = {}
    for row in rows:
        said = folded(row.speaker), row.act, folded(row.content or row.sentence)
        if said not in found or row.report < found[said].report:
            found[said] = row
    return list(found.values())


def _line(
    row: ClaimRow, about: Sequence[tuple[int, str]], ids: Mapping[int, str], quoting: Quoting
) -> ClaimLine:
    alone = _DENIED if row.act == "deny" else _ALONE
    cite = quoting.cite(
        row.report, row.sentence, (row.start, row.end), status=about[0][1] if about else alone,
        speaker=row.speaker, claim=row.id, by_person=row.correction is not None,
        denied_by=row.speaker if row.act == "deny" else None,
    )  # fmt: skip
    known = dict.fromkeys(ids[event] for event, _ in about if event in ids)
    return ClaimLine(
        speaker=row.speaker or "somebody not named",
        speaker_country=row.speaker_country,
        act=row.act,
        content=_short(row.content or cite.quote),
        day=row.day,
        cite=cite,
        about=tuple(known),
    )


def _short(words: str) -> str:
    if len(words) <= LONGEST:
        return words
    return words[:LONGEST].rpartition(" ")[0] + "\u2026"
