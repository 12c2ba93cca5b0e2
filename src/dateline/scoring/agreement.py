"""How far coders agree on which types of event a report tells of."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.scoring.alpha import Alpha, alpha
from dateline.scoring.coding import CodedEvent, Coding, Loaded

#: The types that a coder has in a report.
_Types = dict[str, bool | None]


@dataclass(frozen=True, slots=True)
class TypeAgreement:
    """Agreement on one type; ``reports`` says in how many of the shared reports each coder has it."""

    type: str
    agreement: Alpha
    reports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of several coders.

    ``overall`` takes every type of every report as a unit. ``alone`` are the reports that one coder only
    has; ``lacking`` says of each coder how many of the reports it does not have.
    """

    coders: tuple[str, ...]
    everything: bool
    reports: int
    overall: Alpha
    types: tuple[TypeAgreement, ...]
    alone: tuple[str, ...]
    lacking: tuple[int, ...]


def agree(codings: Sequence[Loaded], *, everything: bool = False) -> Agreement:
    """Agreement on the presence of each event type in each report.

    A unit is a report, its value whether the coder has the type there (yes or no). A report that a coder's
    file lacks, or that was not coded, has no value of that coder; nor has a type that is there as optional only.

    Args:
        codings: at least two coders' files.
        everything: take events of every status, not only the facts.
    """
    present = [_present(c.codings, everything=everything) for c in codings]
    idents = list(dict.fromkeys(ident for coder in present for ident in coder))
    alone = {i for i in idents if sum(i in coder for coder in present) == 1}
    shared = [[coder.get(i) for coder in present] for i in idents if i not in alone]
    kinds = sorted({kind for unit in shared for types in unit for kind in types or ()})
    units = {
        kind: [
            [None if types is None else types.get(kind, False) for types in unit] for unit in shared
        ]
        for kind in kinds
    }
    return Agreement(
        coders=tuple(c.name for c in codings),
        everything=everything,
        reports=len(idents),
        overall=alpha(unit for kind in kinds for unit in units[kind]),
        types=tuple(
            TypeAgreement(
                kind,
                alpha(units[kind]),
                tuple(sum(map(bool, of)) for of in zip(*units[kind], strict=True)),
            )
            for kind in kinds
        ),
        alone=tuple(i for i in idents if i in alone),
        lacking=tuple(sum(i not in coder for i in idents) for coder in present),
    )


def _present(codings: Sequence[Coding], *, everything: bool) -> dict[str, _Types]:
    """Types of each report that was coded."""
    return {c.id: _types(c.kept(everything=everything)) for c in codings if c.not_coded is None}


def _types(events: Sequence[CodedEvent]) -> _Types:
    """Types of a report; None for one that is there as optional only, which is no judgement."""
    optional: _Types = {e.type: None for e in events if e.optional}
    return optional | {e.type: True for e in events if not e.optional}
