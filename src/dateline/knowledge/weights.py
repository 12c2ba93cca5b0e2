"""Pinned hashes of the parser's weights, and repairs of its lemmas."""

from dateline.knowledge.files import load_json


def pinned_weights(name: str) -> dict[str, str]:
    """SHA-256 of each weight file of a packaged pipeline, by path inside it."""
    found: dict[str, dict[str, str]] = load_json("weights.json")
    return found.get(name, {})


def lemma_repairs() -> dict[tuple[str, str], str]:
    """Right lemmas of forms that the parser gets wrong: (lower-case form, part of speech) -> lemma."""
    return {(form, pos): lemma for form, pos, lemma in load_json("lemmas.json")}
