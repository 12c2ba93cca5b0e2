"""Feeds: what to look at and when, the one fetcher with its guards, pages kept."""
