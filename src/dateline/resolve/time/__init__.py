"""Time expressions: words, grammar, readings, and what they come to on the calendar."""
