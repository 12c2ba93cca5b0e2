"""Which language a text is in: letters for other scripts, small words for Latin ones.

English is assumed until another language shows itself plainly, so that no English sentence,
headline or list of names is ever turned away.
"""

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from dateline.knowledge.files import load_json

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
#: Words looked at; the start of a report tells its language.
_ENOUGH = 400
#: Different small words of another language needed, and how many times the hits of English.
_HITS, _TIMES = 3, 2.0
#: Share of words that must be small words of that language.
_SHARE = 0.12
#: Words up to which a sentence counts as short.
_SHORT = 12

_LAST_LATIN = "\u036f"
#: Code of a language that is not English and not known.
UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class _Script:
    """A block of letters, and the language it speaks for; ``letters`` narrow it down."""

    first: str
    last: str
    code: str
    letters: str


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language most of the text is in; ``en`` unless another is plain."""
    sample = text[:20_000]
    return _by_script(sample) or _by_words(sample) or "en"


def language_name(code: str | None) -> str:
    """English name of a language code that ``detect_language`` gives."""
    names: dict[str, str] = load_json("intake.json")["names"]
    return names.get(code or UNKNOWN, "another language")


def _by_script(sample: str) -> str | None:
    letters = sum(c.isalpha() for c in sample)
    foreign = "".join(c for c in sample if c > _LAST_LATIN and c.isalpha())
    if len(foreign) * 2 <= letters or not foreign:
        return None
    blocks = [s for s in _scripts() if not s.letters]
    counts = {s.code: sum(s.first <= c <= s.last for c in foreign) for s in blocks}
    best = max(blocks, key=lambda s: counts[s.code])
    if not counts[best.code]:
        return None
    narrower = (s for s in _scripts() if s.first == best.first and s.letters)
    return next((s.code for s in narrower if set(s.letters) & set(foreign)), best.code)


def _by_words(sample: str) -> str | None:
    found = (m.group().replace("\u2019", "'") for m in _WORD.finditer(sample))
    # Single capitals are initials ("U.S.", "J. K."), not words.
    plain = list(islice((w for w in found if len(w) > 1 or w.islower()), _ENOUGH))
    words = [w.lower() for w in plain]
    hits: dict[str, int] = {}
    known = _profiles()
    for word in words:
        for code in known.get(word, ()):
            hits[code] = hits.get(code, 0) + 1
    english = hits.pop("en", 0)
    best = max(sorted(hits), key=lambda code: hits[code], default=UNKNOWN)
    different = sum(best in known.get(word, ()) for word in set(words))
    enough = max(_SHARE * len(words), _TIMES * english, english + 1)
    if different >= _HITS and hits.get(best, 0) >= enough:
        return best
    if english or len(words) > _SHORT:
        return None
    # A short sentence has few small words: two are enough where none is English, and a word with
    # foreign letters counts too.  Capitals ("De La Rua") are no small words.
    lower = (w for w in plain if len(w) > 1 and w.islower())
    small = [w for w in lower if best in known.get(w, ()) or not w.isascii()]
    return best if len(small) > 1 else None


@cache
def _scripts() -> tuple[_Script, ...]:
    rows = load_json("intake.json")["scripts"]
    return tuple(_Script(chr(a), chr(b), code, "".join(rest)) for a, b, code, *rest in rows)


@cache
def _profiles() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in load_json("intake.json")["languages"].items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found
