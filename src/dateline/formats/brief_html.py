"""The brief as one HTML file that loads nothing and runs nothing."""

from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline.formats.brief_phrases import QUAD_WORDS, QUADS
from dateline.formats.brief_sheet import laid_out
from dateline.formats.brief_words import named, site_words
from dateline.formats.screen import printable
from dateline.formats.svg_curve import draw_curve
from dateline.formats.svg_map import NOTICE, draw_map, drawable
from dateline.formats.svg_timeline import dated, draw_timeline
from dateline.formats.wording import TYPES
from dateline.knowledge.outline import Outline, load_outline
from dateline.records.incident import Incident
from dateline.records.situation import Brief

#: Widths of the two drawings of each picture: for screens and paper, and for phones; the map has a column of its own.
WIDE, MAP, NARROW = 960, 600, 340
_SOURCE = "Natural Earth, simplified"
Pair = tuple[Markup, Markup]


def brief_html(brief: Brief, outline: Outline | None = None) -> str:
    """The brief as HTML.

    Args:
        brief: what to show.
        outline: land and borders of the map; None for the bundled ones.
    """
    style = _style()
    acts = _acts(brief)
    undated = len(acts) - len(dated(acts))
    page = _environment().get_template("brief.html.j2").render(
        sheet=laid_out(brief), coder=brief.coder, style=Markup(style), style_hash=_hash(style),  # noqa: S704  (our file)
        map=_pair(lambda key, width: draw_map(brief.points, _statuses(brief), outline or load_outline(), key, width), "map", MAP),
        timeline=_pair(lambda key, width: draw_timeline(acts, brief.made, key, width), "timeline"),
        curve=_pair(lambda key, width: draw_curve(brief.curve, key, width), "curve"),
        notice=NOTICE, source=_SOURCE if outline is None else "an outline of the user's own",
        places=_places(brief), days=_days(acts), undated=undated,
        curve_days=_curve_days(brief), undated_curve=brief.curve.undated,
        changes=[(c.day, f"{c.before:+.1f}", f"{c.after:+.1f}") for c in brief.curve.changes],
        kinds=[(TYPES.get(kind, named(kind)), f"{n:,}") for kind, n in brief.types],
    )  # fmt: skip
    return printable(page) + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("dateline.formats"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
    )


@cache
def _style() -> str:
    text = (files("dateline.formats") / "templates" / "brief.css").read_text(encoding="utf-8")
    return text.replace("\r\n", "\n").strip()


def _hash(style: str) -> str:
    """The one style that the page may use, for its content security policy."""
    return f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"


def _pair(draw: Callable[[str, float], Markup], key: str, wide: float = WIDE) -> Pair:
    """A picture twice: wide, and narrow for phones; the style shows one of them."""
    return draw(f"{key}-w", wide), draw(f"{key}-n", NARROW)


def _acts(brief: Brief) -> list[Incident]:
    """Those of the timeline and those ahead, each once."""
    every = (*brief.incidents, *(line.incident for line in brief.ahead))
    return list({incident.id: incident for incident in every}.values())


def _statuses(brief: Brief) -> dict[str, str]:
    return {i.id: i.status for i in brief.incidents}


def _places(brief: Brief) -> list[tuple[str, str, str, str]]:
    return [
        (site_words(p.site), f"{len(p.incidents):,}", f"{p.site.lat:.2f}", f"{p.site.lon:.2f}")
        for p in drawable(brief.points)
    ]


def _days(incidents: Sequence[Incident]) -> list[tuple[str, ...]]:
    """How many dated acts of each kind are told how."""
    counts: Counter[tuple[int, str]] = Counter()
    groups = {
        "planned": "planned",
        "alleged": "unsure",
        "hypothetical": "unsure",
        "denied": "denied",
        "negated": "denied",
    }
    for item in dated(incidents):
        state = groups.get(item.incident.status, "disputed" if item.incident.disputes else "told")
        counts[QUADS.get(item.incident.type or "", 0), state] += 1
    states = ("told", "disputed", "planned", "unsure", "denied")
    rows = [
        (QUAD_WORDS.get(quad, "Other"), *(f"{counts[quad, s]:,}" for s in states))
        for quad in (*QUAD_WORDS, 0)
    ]
    return [row for row in rows if any(cell != "0" for cell in row[1:])]


def _curve_days(brief: Brief) -> list[tuple[str, ...]]:
    """Days with an act or out of their usual range; the others say nothing."""
    return [
        (
            named(d.day), f"{d.incidents:,}", f"{d.intensity:+g}",
            "" if d.low is None or d.high is None else f"{d.low:+.1f} to {d.high:+.1f}",
            f"more {d.out}" if d.out else "",
        )
        for d in brief.curve.days
        if d.incidents or d.out
    ]  # fmt: skip
