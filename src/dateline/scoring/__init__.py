"""Measuring codings: against a gold, or against one another; standard library only."""
