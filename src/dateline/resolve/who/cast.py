"""The cast of a report: who its phrases stand for."""

from collections.abc import Mapping

from dateline.records import Actor, Participant


class Cast:
    """Everybody a report speaks of, and whom each phrase means.

    ``actors`` holds countries, organisations, persons and groups, in order of first mention;
    ``others`` the places and things that phrases stand for.
    """

    def __init__(
        self,
        actors: tuple[Actor, ...],
        others: tuple[Actor, ...],
        at: Mapping[tuple[int, int], tuple[Participant, ...]],
        speakers: Mapping[int, Actor],
    ) -> None:
        """Keep what :func:`dateline.resolve.actors.resolve_actors` found."""
        self.actors = actors
        self.others = others
        self._at = at
        self._speakers = speakers

    def at(self, sentence: int, head: int) -> tuple[Participant, ...]:
        """Who the phrase headed by a token stands for.

        Args:
            sentence: index of the sentence in the report.
            head: position of the head token in it; any token of a name will do.

        Returns:
            One participant, several for "French and Egyptian warships" or a plural pronoun, none
            for what is no actor or an unresolved pronoun.
        """
        return self._at.get((sentence, head), ())

    def speaker(self, sentence: int) -> Actor | None:
        """Who speaks the quotation in a sentence, as far as the simple search tells."""
        return self._speakers.get(sentence)
