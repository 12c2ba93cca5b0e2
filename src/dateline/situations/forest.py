"""Groups that come out the same in any order of arrival, and change only where something new is near.

Every node hangs on the best of its neighbours that leads it in one fixed order; a group is a tree. Where a node hangs
depends on the set of its neighbours alone, never on when they came, and a new node can change only itself and those it
leads. A tree is then looked through from its root: a node that contradicts what stands above it is cut off with all
it leads.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass

#: Members of a group that a new one is held against: those that say most.
_LOOKED_AT = 16
type Order[Node: Hashable] = Mapping[Node, tuple[str | int, ...]]


@dataclass(frozen=True, slots=True)
class Edge[N]:
    """Two nodes that may belong together; ``score`` from 0 to 1."""

    first: N
    second: N
    score: float


def hang[Node: Hashable](order: Order[Node], edges: Iterable[Edge[Node]]) -> dict[Node, Node]:
    """On which node each one hangs: the best neighbour before it in the order; nodes without one are missing.

    Args:
        order: every node's place; no two alike. The smallest leads.
        edges: pairs that belong together well enough.

    Returns:
        Parents; of two equally good ones the one that leads.
    """
    best: dict[Node, tuple[float, Node]] = {}
    for edge in edges:
        leader, led = edge.first, edge.second
        if order[led] < order[leader]:
            leader, led = led, leader
        there = best.get(led)
        if there is None or _better(edge.score, leader, there, order):
            best[led] = (edge.score, leader)
    return {node: parent for node, (_, parent) in best.items()}


def _better[Node: Hashable](
    score: float,
    node: Node,
    there: tuple[float, Node],
    order: Order[Node],
) -> bool:
    if score != there[0]:
        return score > there[0]
    return order[node] < order[there[1]]


def trees[Node: Hashable](
    order: Order[Node],
    parents: Mapping[Node, Node],
    against: Callable[[Node, Node], bool],
) -> dict[Node, list[Node]]:
    """The groups: root and members in the order, the root first.

    Args:
        order: as for ``hang``.
        parents: as it gives them.
        against: whether two nodes can never be in one group.
    """
    root: dict[Node, Node] = {}
    found: dict[Node, list[Node]] = {}
    for node in sorted(order, key=lambda n: order[n]):
        parent = parents.get(node)
        home = root[parent] if parent is not None else node
        if home != node and any(against(node, other) for other in found[home][:_LOOKED_AT]):
            home = node
        root[node] = home
        found.setdefault(home, []).append(node)
    return found
