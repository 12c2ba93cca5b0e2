"""The regular plural of an English noun."""


def plural(noun: str) -> str:
    """The plural of a lower-case noun, or of the last word of several."""
    if noun.endswith(("man", "woman")):
        return noun[:-2] + "en"
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"
