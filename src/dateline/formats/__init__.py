"""Records in the shapes that people and programs read."""
