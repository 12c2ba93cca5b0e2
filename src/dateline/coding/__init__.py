"""Frames, lexicon and operators to events; speech to claims; standing ties to relations."""
