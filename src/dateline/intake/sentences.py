"""Whether a text holds anything that could be a sentence."""

import re

_PIECE = re.compile(r"[|\u2022\u00b7\u00bb\n\t]+|\s{3,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_STOP = re.compile(r"[.!?\u3002\u0964\u061f][\"'\u201d\u2019)\]]*\s*$")
#: Scripts written without spaces between words: one run of this many letters may be a sentence.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u4e00-\u9fff]{6,}")
_WORDS = 3


def has_sentence(text: str) -> bool:
    """Whether some line has three words, or two and a full stop; no menu, no row of figures."""
    for piece in _PIECE.split(text):
        words = len(_WORD.findall(piece[:2000]))
        if (
            words >= _WORDS
            or (words == _WORDS - 1 and _STOP.search(piece))
            or _UNSPACED.search(piece)
        ):
            return True
    return False
