"""Reports to sentences; the only room that knows spaCy."""
