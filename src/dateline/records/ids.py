"""Ids made of content, so that coding again changes nothing."""

import hashlib


def content_id(prefix: str, *parts: object, size: int = 12) -> str:
    """Short hash of the parts, with a prefix that says what it names.

    Args:
        prefix: one letter or word, as in ``e`` for events.
        parts: whatever defines the thing; their ``str`` is hashed, in order.
        size: hexadecimal digits kept.

    Returns:
        For example ``e-3f9a0c21b7d4``.
    """
    joined = "\x1f".join(str(p) for p in parts)
    return f"{prefix}-{hashlib.sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:size]}"
