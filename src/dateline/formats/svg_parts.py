"""Small pieces of SVG: escaped elements, numbers, widths of words, axes of days."""

from collections.abc import Iterator
from datetime import date, timedelta
from unicodedata import east_asian_width

from markupsafe import Markup, escape

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
#: Letters by their width against the font's size; others take 0.7.
_NARROW = {
    **dict.fromkeys("ijlI.,:;'|! ", 0.4),
    **dict.fromkeys("ftr()-", 0.5),
    **dict.fromkeys("mwMW", 1.0),
}
#: Days an axis spans, up to which ticks stand every day, two days, week ...; longer ones have months, then years.
_STEPS = ((10, 1), (21, 2), (75, 7), (150, 14))


def element(name: str, content: str | Markup = "", **attributes: object) -> Markup:
    """One element, everything escaped; ``_`` in a name becomes ``-`` and one at its end is dropped; None is left out."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(v) if isinstance(v, float) else v)}"'
        for key, v in attributes.items()
        if v is not None
    )
    if not content:
        return Markup(f"<{name}{told}/>")  # noqa: S704  (escaped above)
    return Markup(f"<{name}{told}>{escape(content)}</{name}>")  # noqa: S704


def picture(
    key: str, title: str, text: str, size: tuple[float, float], body: Markup, kind: str
) -> Markup:
    """A whole picture with its name and description for those who do not see it."""
    return element(
        "svg",
        element("title", title, id=f"{key}-t") + element("desc", text, id=f"{key}-d") + body,
        viewBox=f"0 0 {number(size[0])} {number(size[1])}", width=number(size[0]), height=number(size[1]),
        role="img", aria_labelledby=f"{key}-t {key}-d", class_=f"pic {kind}",
    )  # fmt: skip


def number(value: float) -> str:
    """At most one decimal, no trailing zero: the same bytes on every machine."""
    text = f"{value:.1f}"
    return "0" if text in {"-0.0", "0.0"} else text.removesuffix(".0")


def joined(parts: "Iterator[Markup] | list[Markup]") -> Markup:
    """Elements one after the other."""
    return Markup("").join(parts)


def text_width(words: str, size: float) -> float:
    """About how wide words are in the widest of the common sans-serif fonts, in bold."""
    return sum(1.0 if east_asian_width(c) in "WF" else _NARROW.get(c, 0.7) for c in words) * size


def cut(words: str, size: float, room: float) -> str:
    """The words, or their beginning and an ellipsis where they are wider than ``room``."""
    if text_width(words, size) <= room:
        return words
    while words and text_width(f"{words}\u2026", size) > room:
        words = words[:-1]
    return f"{words.rstrip()}\u2026"


def days_between(first: date, last: date) -> int:
    """Days from one to the other."""
    return (last - first).days


def ticks(first: date, last: date, most: int) -> list[tuple[date, str]]:
    """Days that an axis names, at most about ``most``: days, weeks, months or years, by how long it is."""
    span = max(1, days_between(first, last))
    for limit, step in _STEPS:
        if span <= limit and span / step <= most:
            count = span // step
            days = [first + timedelta(days=step * n) for n in range(count + 1)]
            return [(d, f"{d.day} {_MONTHS[d.month - 1]}") for d in days]
    months = next((m for m in (1, 2, 3, 6) if span / 30.4 / m <= most), 0)
    return _months(first, last, months) if months else _years(first, last, most)


def _months(first: date, last: date, step: int) -> list[tuple[date, str]]:
    found = []
    for n in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        day = date(n // 12, n % 12 + 1, 1)
        if day >= first and n % step == 0:
            name = _MONTHS[day.month - 1]
            found.append((day, f"{name} {day.year}" if not found or day.month <= step else name))
    return found


def _years(first: date, last: date, most: int) -> list[tuple[date, str]]:
    step = next(
        s
        for s in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)
        if (last.year - first.year) / s <= most
    )
    return [
        (date(y, 1, 1), str(y))
        for y in range(first.year, last.year + 1)
        if y % step == 0 and date(y, 1, 1) >= first
    ]


def day_of(text: str | None) -> date | None:
    """An ISO day as a day; None for anything else."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
