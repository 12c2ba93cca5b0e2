"""Every error dateline raises on purpose.

DatelineError
├── InputError        a report that cannot be read: what, where, what to do; it is set aside
│   └── FetchError    a page that cannot be fetched
├── UsageError        arguments that cannot be used: exit status 2
├── KnowledgeError    a data file is missing, damaged or does not fit the ontology
├── ParserError       the parser's weights are missing or are not the ones they should be
└── StoreError        the store cannot be reached, is damaged, or was made by a newer dateline
"""


class DatelineError(Exception):
    """Root of the tree; the message is one line and says what to do."""


class InputError(DatelineError):
    """A report that cannot be read; the run goes on without it."""


class FetchError(InputError):
    """A page that cannot be fetched.

    ``lasting``: trying again will not help.  ``status``: the server's answer, where there was one.  ``wait``: seconds
    the server asks to be left alone.
    """

    def __init__(
        self,
        message: str,
        *,
        lasting: bool = False,
        status: int | None = None,
        wait: float | None = None,
    ) -> None:
        super().__init__(message)
        self.lasting, self.status, self.wait = lasting, status, wait


class UsageError(DatelineError):
    """Arguments that cannot be used."""


class KnowledgeError(DatelineError):
    """A knowledge file is missing, damaged or does not fit the ontology."""


class ParserError(DatelineError):
    """The parser is not installed, or its weights are not the pinned ones."""


class StoreError(DatelineError):
    """The store cannot be reached, is damaged, or was made by a newer dateline."""
