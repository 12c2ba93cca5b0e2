"""Loads compiled knowledge: ontology, lexicon, actors, gazetteer, cues."""
