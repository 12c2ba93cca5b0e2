"""Web pages to articles; the only module that knows trafilatura."""

import logging
import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import htmldate
import trafilatura
from lxml.etree import LxmlError
from trafilatura.metadata import extract_metadata
from trafilatura.utils import load_html

from dateline.intake.furniture import strip_furniture
from dateline.intake.plain import Article
from dateline.intake.published import latest, line_day, url_day

_BULLET = re.compile(r"^(?:[-\u2022\u00b7*]\s+)+")
_SPACE = re.compile(r"[^\S\n]+")
#: A precise reading with less than this part of the ordinary one has lost paragraphs.
_ENOUGH = 0.6
#: Characters below which a reading is no article yet, and a broader one is tried.
_SHORT = 200
_DASHES = ("-", "|", "\u2013", "\u2014", "\u00b7", ":")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
#: Letters a line must share with the title's beginning to be the headline over again.
_BEGINNING = 20

# A page that one reading cannot take is no message for the user; the next reading is tried.
for _name in ("trafilatura", "htmldate", "courlan", "charset_normalizer"):
    logging.getLogger(_name).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Page:
    """An article and what its page says about it; ``day_from`` is ``page`` or ``url``."""

    article: Article
    url: str | None
    publisher: str | None
    day_from: str | None


def read_page(content: str, url: str | None = None) -> Page:
    """The report in a web page.

    Args:
        content: the page's HTML, however broken.
        url: where it came from, if known.

    Returns:
        The article; its text is empty when the page holds none.
    """
    if "<html" not in content.lower():
        content = f"<html><body>{content}</body></html>"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = _tree(content)
        if tree is None:
            return Page(Article(""), url, None, None)
        meta = _metadata(tree, url)
        publisher = _one_line(meta.sitename) if meta is not None else None
        title = _headline(meta.title, publisher) if meta is not None else None
        address = url or (meta.url if meta is not None else None)
        day, day_from = _published(content, address)
        lines = _article(content, address)
    cleaned = strip_furniture(_without_title(lines, title))
    text = "\n\n".join(line for line in cleaned.lines if line)
    return Page(Article(text, title, day, cleaned.left_out), address, publisher, day_from)


def _tree(content: str) -> Any | None:
    try:
        return load_html(content)
    except (LxmlError, ValueError, RecursionError):
        return None


def _metadata(tree: Any, url: str | None) -> Any | None:
    try:
        return extract_metadata(
            tree, default_url=url, date_config={"extensive_search": False}, extensive=False
        )
    except Exception:  # noqa: BLE001  (a page's metadata must never cost us its text)
        return None


def _article(content: str, url: str | None) -> list[str]:
    """Paragraphs of the article: the precise reading, or a broader one where that loses text."""
    precise = _read(content, url, favor_precision=True)
    plain = _read(content, url)
    best = precise if _size(precise) >= _ENOUGH * _size(plain) else plain
    if _size(best) < _SHORT:
        broad = _read(content, url, favor_recall=True)
        best = broad if _size(broad) > _size(best) else best
    if not best:
        dump = _guarded(trafilatura.html2txt, content) or ""
        best = [dump] if dump.strip() else []
    return best


def _read(content: str, url: str | None, **focus: bool) -> list[str]:
    found = _guarded(
        trafilatura.extract, content, url=url, include_comments=False, deduplicate=False, **focus
    )
    lines = (_BULLET.sub("", _SPACE.sub(" ", line)).strip() for line in (found or "").split("\n"))
    return [line for line in lines if line]


def _guarded(function: Callable[..., str | None], content: str, **options: Any) -> str | None:
    try:
        return function(content, **options)
    except Exception:  # noqa: BLE001  (broken pages raise all sorts; the next reading is tried)
        return None


def _size(lines: list[str]) -> int:
    return sum(map(len, lines))


def _without_title(lines: list[str], title: str | None) -> list[str]:
    """Headline and date lines at the top of the text say again what the record holds elsewhere."""
    plain = _letters(title or "")
    top = [
        line
        for line in lines[:3]
        if not line_day(line) and not (plain and _same(_letters(line), plain))
    ]
    return top + lines[3:]


def _headline(title: str | None, publisher: str | None) -> str | None:
    """The title without the name of the site that pages put after it."""
    plain = _one_line(title)
    if plain and publisher and plain.lower().endswith(publisher.lower()):
        short = plain[: -len(publisher)].rstrip()
        if short[-1:] in _DASHES and len(short) > len(publisher):
            return short[:-1].rstrip()
    return plain


def _same(line: str, title: str) -> bool:
    return line == title or (len(line) > _BEGINNING and title.startswith(line))


def _letters(words: str) -> str:
    return "".join(c for c in words.lower() if c.isalnum())


def _one_line(words: str | None) -> str | None:
    return " ".join(words.split()) or None if words else None


def _published(content: str, url: str | None) -> tuple[str | None, str | None]:
    """Day of publication by the page's metadata or byline, else by its URL."""
    day = _find(content, url, extensive=False)
    if day is None:
        day = _find(content, url, extensive=True)
        if day is not None and not _written(day, content):
            day = None  # put together from a year or a month alone: a guess
    if day is None:
        day = url_day(url)
        return day, "url" if day else None
    return day, "url" if day == url_day(url) and not _written(day, content) else "page"


def _find(content: str, url: str | None, *, extensive: bool) -> str | None:
    try:
        found = htmldate.find_date(
            content, url=url, original_date=True, extensive_search=extensive, max_date=latest()
        )
    except Exception:  # noqa: BLE001  (no date is better than no report)
        return None
    return found


def _written(day: str, content: str) -> bool:
    """Whether the page writes this day out, in figures or words."""
    year, month, number = day.split("-")
    word, short = _MONTHS[int(month) - 1], _MONTHS[int(month) - 1][:3]
    plain = str(int(number))
    forms = (
        rf"{year}[-/._]?0?{int(month)}[-/._]?0?{plain}(?!\d)",
        rf"(?<!\d)0?{plain}[-/. ]0?{int(month)}[-/. ](?:{year}|{year[2:]})(?!\d)",
        rf"(?<!\d)0?{int(month)}[-/. ]0?{plain}[-/. ](?:{year}|{year[2:]})(?!\d)",
        rf"(?:{word}|{short})\w*\.?\s+0?{plain}(?:st|nd|rd|th)?,?\s+{year}",
        rf"(?<!\d)0?{plain}(?:st|nd|rd|th)?\.?,?[\s-]+(?:{word}|{short})\w*\.?,?[\s-]+{year}",
    )
    return re.search("|".join(forms), content, re.IGNORECASE) is not None
