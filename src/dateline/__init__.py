"""dateline reads news reports and keeps the record: who did what to whom, according to whom."""

__version__ = "0.1.0"
