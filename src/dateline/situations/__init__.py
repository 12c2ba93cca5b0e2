"""Many records: the same incident in several reports, situations, questions."""
