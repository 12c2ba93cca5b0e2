"""An input that could not be read, with the reason."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SetAside:
    """One input left out; ``reason`` is one line that says what is wrong and what to do."""

    input: str
    reason: str
