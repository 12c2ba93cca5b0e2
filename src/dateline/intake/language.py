"""Which language a text is in: letters for other scripts, small words for Latin ones.

English is assumed until another language shows itself plainly, so that no English sentence, headline or list of
names is ever turned away.
"""

import re
from functools import cache
from itertools import islice

from dateline.knowledge.files import load_json

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*")
#: Scripts by the first and last letter of their block, and the language most news in it is in.
_SCRIPTS = (
    ("\u0370", "\u03ff", "el"), ("\u0400", "\u052f", "ru"), ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"), ("\u0600", "\u077f", "ar"), ("\u0900", "\u097f", "hi"),
    ("\u0980", "\u09ff", "bn"), ("\u0a00", "\u0a7f", "pa"), ("\u0a80", "\u0aff", "gu"),
    ("\u0b80", "\u0bff", "ta"), ("\u0c00", "\u0c7f", "te"), ("\u0c80", "\u0cff", "kn"),
    ("\u0d00", "\u0d7f", "ml"), ("\u0d80", "\u0dff", "si"), ("\u0e00", "\u0e7f", "th"),
    ("\u0e80", "\u0eff", "lo"), ("\u1000", "\u109f", "my"), ("\u10a0", "\u10ff", "ka"),
    ("\u1200", "\u137f", "am"), ("\u1780", "\u17ff", "km"), ("\u3040", "\u30ff", "ja"),
    ("\u4e00", "\u9fff", "zh"), ("\uac00", "\ud7af", "ko"),
)  # fmt: skip
#: Letters and words that settle which of several languages of one script it is.
_NARROWER = (
    ("ru", re.compile("[іїєґ]"), "uk"), ("ru", re.compile("[ўЎ]"), "be"), ("ru", re.compile("[ђћџј]"), "sr"),
    ("ar", re.compile("[ٹڈڑںے]"), "ur"), ("ar", re.compile("[ېۍټډړږښڼ]"), "ps"), ("ar", re.compile("[پچگژ]"), "fa"),
    ("zh", re.compile("[\u3040-\u30ff]"), "ja"),
)  # fmt: skip
#: Words looked at; the start of a report tells its language.
_ENOUGH = 400
#: Hits of another language's small words needed, and how many times those of English.
_HITS, _TIMES = 3, 2.0
#: Share of words that must be small words of that language.
_SHARE = 0.12
#: Words up to which a sentence counts as short.
_SHORT = 12

#: Code of a language that is not English and not known.
UNKNOWN = "und"
NAMES = {
    "el": "Greek", "ru": "Russian", "hy": "Armenian", "he": "Hebrew", "ar": "Arabic", "hi": "Hindi", "bn": "Bengali",
    "pa": "Punjabi", "gu": "Gujarati", "ta": "Tamil", "te": "Telugu", "kn": "Kannada", "ml": "Malayalam",
    "si": "Sinhala", "th": "Thai", "lo": "Lao", "my": "Burmese", "ka": "Georgian", "am": "Amharic", "km": "Khmer",
    "ja": "Japanese", "zh": "Chinese", "ko": "Korean", "uk": "Ukrainian", "be": "Belarusian", "sr": "Serbian",
    "ur": "Urdu", "ps": "Pashto", "fa": "Persian", "de": "German", "fr": "French", "es": "Spanish",
    "pt": "Portuguese", "it": "Italian", "nl": "Dutch", "sv": "Swedish", "da": "Danish", "no": "Norwegian",
    "fi": "Finnish", "pl": "Polish", "cs": "Czech", "sk": "Slovak", "hu": "Hungarian", "ro": "Romanian",
    "hr": "Croatian or a neighbour", "sq": "Albanian", "tr": "Turkish", "az": "Azerbaijani", "id": "Indonesian",
    "tl": "Filipino", "vi": "Vietnamese", "sw": "Swahili", "so": "Somali", "ha": "Hausa", "af": "Afrikaans",
    "ca": "Catalan", "lt": "Lithuanian", "lv": "Latvian", "et": "Estonian", "en": "English", UNKNOWN: "an unknown language",
}  # fmt: skip


def detect_language(text: str) -> str:
    """ISO 639-1 code of the language most of the text is in; ``en`` unless another is plain."""
    sample = text[:20_000]
    return _by_script(sample) or _by_words(sample) or "en"


def _by_script(sample: str) -> str | None:
    letters = sum(c.isalpha() for c in sample)
    foreign = [c for c in sample if c > "\u036f" and c.isalpha()]
    if len(foreign) * 2 <= letters or not foreign:
        return None
    counts = {code: 0 for _, _, code in _SCRIPTS}
    for c in foreign:
        for first, last, code in _SCRIPTS:
            if first <= c <= last:
                counts[code] += 1
                break
    best = max(counts, key=lambda code: counts[code])
    if not counts[best]:
        return None
    joined = "".join(foreign).lower()
    return next((n for code, mark, n in _NARROWER if code == best and mark.search(joined)), best)


def _by_words(sample: str) -> str | None:
    plain = [m.group().replace("\u2019", "'") for m in islice(_WORD.finditer(sample), _ENOUGH)]
    words = [w.lower() for w in plain]
    hits: dict[str, int] = {}
    known = _profiles()
    for word in words:
        for code in known.get(word, ()):
            hits[code] = hits.get(code, 0) + 1
    english = hits.pop("en", 0)
    best = max(sorted(hits), key=lambda code: hits[code], default=UNKNOWN)
    if hits.get(best, 0) >= max(_HITS, _SHARE * len(words), _TIMES * english, english + 1):
        return best
    if english or len(words) > _SHORT:
        return None
    # A short sentence has few small words: two are enough where none is English, and a word with foreign
    # letters counts too.  Initials ("J. K.") and capitals ("De La Rua") are no small words.
    small = [
        w
        for w in plain
        if len(w) > 1 and w.islower() and (best in known.get(w, ()) or not w.isascii())
    ]
    return best if len(small) > 1 else None


@cache
def _profiles() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, words in load_json("intake.json")["languages"].items():
        for word in words:
            found[word] = (*found.get(word, ()), code)
    return found
