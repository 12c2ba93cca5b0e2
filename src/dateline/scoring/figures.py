"""Counts and what follows from them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, slots=True)
class Figures:
    """Events of the gold, events coded, and those that are in both."""

    gold: int = 0
    coded: int = 0
    hits: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        """Counts of both."""
        return Figures(self.gold + other.gold, self.coded + other.coded, self.hits + other.hits)

    @property
    def precision(self) -> float | None:
        """Share of the coded events that are right; None where nothing is coded."""
        return self.hits / self.coded if self.coded else None

    @property
    def recall(self) -> float | None:
        """Share of the gold's events that were found; None where the gold has none."""
        return self.hits / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there is no event at all."""
        total = self.gold + self.coded
        return 2 * self.hits / total if total else None


@dataclass(frozen=True, slots=True)
class Share:
    """How many of the cases that can be judged are right."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share; None without a case."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Mean:
    """Unweighted means over types (macro figures)."""

    precision: float | None
    recall: float | None
    f1: float | None


def total(figures: Iterable[Figures]) -> Figures:
    """The sum of counts (micro figures)."""
    return sum(figures, Figures())


def macro(figures: Iterable[Figures]) -> Mean:
    """Means over the types that the gold has; a type that was never coded counts in recall and F1 only."""
    having = [f for f in figures if f.gold]

    def mean(figure: Callable[[Figures], float | None]) -> float | None:
        known = [value for f in having if (value := figure(f)) is not None]
        return fmean(known) if known else None

    return Mean(mean(lambda f: f.precision), mean(lambda f: f.recall), mean(lambda f: f.f1))


def shares(judged: Iterable[bool | None]) -> Share:
    """The share of the true among those that can be judged (not None)."""
    known = [j for j in judged if j is not None]
    return Share(sum(known), len(known))
