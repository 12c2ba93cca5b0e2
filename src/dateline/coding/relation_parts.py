"""What the relation finder passes between its steps."""

from dataclasses import dataclass

from dateline.records import Sentence


@dataclass(frozen=True, slots=True)
class Tie:
    """Two sides and the word that ties them, as head tokens of one sentence.

    ``verb`` is the verb that asserts the tie (None for titles, owners and compounds, which the text
    takes for granted); ``wants`` says what the object must be: ``body``, ``actor``, ``armed``,
    ``place`` or ``""``.
    """

    sentence: Sentence
    kind: str
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    trigger: int
    verb: int | None
    wants: str
    status: str = "actual"
    form: str = ""
