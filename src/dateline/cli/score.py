"""``dateline score``: a coding against a gold, or coders against one another."""

import json
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import click

from dateline.cli import base
from dateline.errors import InputError, UsageError
from dateline.formats.score_differences import difference_rows, differences
from dateline.formats.score_json import agreement_dict, score_dict
from dateline.formats.score_table import agreement_table, score_table
from dateline.records import Report
from dateline.scoring.agreement import agree
from dateline.scoring.coding import Coding, Loaded
from dateline.scoring.files import read_codings
from dateline.scoring.lines import coding_of
from dateline.scoring.score import Score
from dateline.scoring.score import score as measured

#: Ids that are told one by one.
_TOLD = 5
_HELP = "see dateline score --help"


@click.command()
@click.argument("files", metavar="SET GOLD", nargs=-1, required=True)
@click.option("--code", "code", is_flag=True, help="Give GOLD only: dateline codes its texts.")
@click.option("--agree", "agreeing", is_flag=True, help="Two or more files: do they agree?")
@click.option(
    "--status", "scope", type=click.Choice(("facts", "all")), default="facts", show_default=True,
    help="Compare facts only, or events of every status.",
)  # fmt: skip
@click.option("--list", "listing", is_flag=True, help="Also every event that differs, by report.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of text.")
@click.option("--date", metavar="DAY", help="With --code: day of reports without their own.")
@click.option("--parser", default=base.DEFAULT_PARSER, show_default=True, help="spaCy pipeline.")
@base.actors_option
def score(files: tuple[str, ...], code: bool, agreeing: bool, **options: Any) -> None:
    """Measure the coding SET against GOLD: precision, recall and F1, confusion, calibration.

    SET and GOLD are dateline's records (dateline code --json) or the simple format of JSON Lines, CSV
    or TSV that docs/scoring.md describes; - is standard input. With --agree the files are
    codings of equal rank, and Krippendorff's alpha tells how far they agree.

    Exit status: 0 all used, 3 some lines or reports left out, 2 unusable arguments, 1 failure.
    """
    _check(files, code=code, agreeing=agreeing, options=options)
    everything, as_json = options["scope"] == "all", options["as_json"]
    loaded = [_read(path) for path in files]
    left = any(one.faults for one in loaded)
    if agreeing:
        found = agree(loaded, everything=everything)
        if len(found.alone) == found.reports:
            msg = "no report is in two of the files: give all of them the same ids"
            raise UsageError(msg)
        _tell("in one file only, no unit of agreement", found.alone)
        made = json.dumps(agreement_dict(found)) if as_json else agreement_table(found)
    else:
        gold = loaded[-1]
        coded = _coded(gold, options) if code else loaded[0].codings
        result = measured(coded, gold.codings, everything=everything)
        _told(result)
        left = left or bool(result.not_coded) or (code and bool(result.only_gold))
        made = _shown(result, as_json=as_json, listing=options["listing"])
    click.echo(_plain(made), nl=as_json)
    sys.exit(base.SOME_LEFT if left else base.ALL_CODED)


def _check(files: Sequence[str], *, code: bool, agreeing: bool, options: dict[str, Any]) -> None:
    """Refuse arguments that do not go together."""
    if code and agreeing:
        msg = f"--code and --agree contradict each other: give one of them ({_HELP})"
    elif code and len(files) != 1:
        msg = f"--code takes one file, a gold with texts, not {len(files)} ({_HELP})"
    elif agreeing and len(files) < 2:  # noqa: PLR2004  (agreement takes two)
        msg = f"--agree takes two files or more, one a coder ({_HELP})"
    elif not code and not agreeing and len(files) != 2:  # noqa: PLR2004
        msg = f"give two files, SET and GOLD, or one with --code, not {len(files)} ({_HELP})"
    elif agreeing and options["listing"]:
        msg = "--list is for SET and GOLD: leave it out with --agree"
    elif not code and (options["date"] or options["actor_files"]):
        msg = "--date and --actors are for --code, where dateline codes: leave them out"
    elif files.count("-") > 1:
        msg = "standard input can be only one of the files: give the other by its name"
    else:
        return
    raise UsageError(msg)


def _read(path: str) -> Loaded:
    """A file of codings; what is left out of it is told."""
    loaded = read_codings(path, sys.stdin.buffer if path == "-" else None)
    for note in loaded.notes:
        click.echo(_plain(f"score: {loaded.name}: {note}"), err=True)
    for fault in loaded.faults:
        told = f"score: {loaded.name} line {fault.line}: {fault.reason}: left out"
        click.echo(_plain(told), err=True)
    return loaded


def _coded(gold: Loaded, options: dict[str, Any]) -> list[Coding]:
    """What dateline makes of the texts of a gold."""
    from dateline.formats.to_json import record_dict  # noqa: PLC0415

    if not any(g.text for g in gold.codings):
        msg = f'{gold.name} has no texts to code: give its reports a field "text", or a SET'
        raise UsageError(msg)
    own = base.own_actors(options["actor_files"])
    reports = _reports(gold, base.day(options["date"]))
    return [coding_of(record_dict(r)) for r in base.coded(reports, options["parser"], own)]


def _reports(gold: Loaded, date: str | None) -> Iterator[Report]:
    from dateline.intake.assemble import Raw, assemble  # noqa: PLC0415  (as in base.reader)

    for coding in gold.codings:
        if coding.text is None:
            click.echo(f"score: report {coding.id} has no text: counts as not coded", err=True)
            continue
        given = "given" if coding.date else None
        raw = Raw(gold.name, coding.text, coding.id, own_day=coding.date, own_from=given)
        try:
            yield assemble(raw, date)
        except InputError as fault:
            click.echo(f"score: report {coding.id} {fault}: counts as not coded", err=True)


def _shown(result: Score, *, as_json: bool, listing: bool) -> str:
    if as_json:
        found = score_dict(result)
        return json.dumps({**found, "differences": difference_rows(result)} if listing else found)
    return score_table(result) + (f"\n{differences(result)}" if listing else "")


def _told(result: Score) -> None:
    """Tell which reports were not compared as they stand."""
    if len(result.only_gold) == result.reports and result.only_set:
        msg = f"no report of GOLD is in SET, for example {result.only_gold[0]!r}: give both the same ids"
        raise UsageError(msg)
    _tell("in GOLD only, taken as coded without events", result.only_gold)
    _tell("in SET only, not judged", result.only_set)
    _tell("not coded by SET, taken as without events", result.not_coded)


def _tell(what: str, idents: Sequence[str]) -> None:
    if idents:
        shown = ", ".join(idents[:_TOLD])
        more = f" and {len(idents) - _TOLD:,} more" if len(idents) > _TOLD else ""
        count = f"{len(idents):,} report{'' if len(idents) == 1 else 's'}"
        click.echo(_plain(f"score: {count} {what}: {shown}{more}"), err=True)


def _plain(words: str) -> str:
    """Without control characters: a file must not move the reader's cursor."""
    return "".join(c if c.isprintable() or c == "\n" else " " for c in words)
