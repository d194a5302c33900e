"""Difference constraints: the bounds of a network are those that trying every path gives."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calendar.constraints import ORIGIN, Constraint, Network

POINTS = 5
Edge = tuple[int, int, int]
EDGES = st.lists(
    st.tuples(st.integers(0, POINTS), st.integers(0, POINTS), st.integers(-6, 10)).filter(lambda edge: edge[0] != edge[1]),
    max_size=14,
)


def network() -> Network[str]:
    """A network with its points and nothing between them."""
    made = Network[str]()
    for _ in range(POINTS):
        made.point()
    return made


def filled(edges: list[Edge]) -> tuple[Network[str], list[Edge]]:
    """A network of some constraints, and those that it took."""
    made = network()
    taken = [edge for edge in edges if made.add(Constraint(*edge, reason="")) is None]
    return made, taken


def every_path(edges: list[Edge]) -> dict[tuple[int, int], float]:
    """The shortest path between any two points (Floyd and Warshall)."""
    shortest = {(a, b): 0.0 if a == b else float("inf") for a in range(POINTS + 1) for b in range(POINTS + 1)}
    for later, earlier, most in edges:
        shortest[earlier, later] = min(shortest[earlier, later], most)
    for middle, a, b in itertools.product(range(POINTS + 1), repeat=3):
        shortest[a, b] = min(shortest[a, b], shortest[a, middle] + shortest[middle, b])
    return shortest


def bounds(made: Network[str]) -> list[tuple[int | None, int | None]]:
    """What a network says of each point."""
    return [(made.earliest(point), made.latest(point)) for point in range(POINTS + 1)]


@given(EDGES)
def test_bounds_are_the_shortest_paths(edges: list[Edge]) -> None:
    """No bound is looser than what follows from the constraints, and none is tighter."""
    made, taken = filled(edges)
    shortest = every_path(taken)
    for point in range(1, POINTS + 1):
        ahead, back = shortest[ORIGIN, point], shortest[point, ORIGIN]
        assert made.latest(point) == (None if ahead == float("inf") else ahead)
        assert made.earliest(point) == (None if back == float("inf") else -back)


@given(EDGES)
def test_a_constraint_is_refused_just_where_it_contradicts(edges: list[Edge]) -> None:
    """What is taken leaves no negative cycle, and what is refused would close one."""
    made = network()
    taken: list[Edge] = []
    for edge in edges:
        shortest = every_path([*taken, edge])
        refused = made.add(Constraint(*edge, reason=""))
        assert (refused is not None) == any(shortest[point, point] < 0 for point in range(POINTS + 1))
        taken += [edge] if refused is None else []


@given(EDGES)
def test_a_refusal_names_what_is_contradicted_and_changes_nothing(edges: list[Edge]) -> None:
    """The constraints that are named close a negative cycle with the refused one, and the bounds stay."""
    made = network()
    for edge in edges:
        before = bounds(made)
        refused = made.add(Constraint(*edge, reason=""))
        if refused is not None:
            assert edge[2] + sum(step.most for step in refused) < 0
            assert bounds(made) == before


@given(EDGES, EDGES)
def test_what_is_added_together_is_added_whole_or_not_at_all(edges: list[Edge], group: list[Edge]) -> None:
    """A group of which one constraint is refused leaves the network as it was, also for what is added later."""
    made, taken = filled(edges)
    before = bounds(made)
    refused = made.add(*(Constraint(*edge, reason="") for edge in group))
    assert bounds(made) == bounds(filled([*taken, *(group if refused is None else [])])[0])
    assert refused is None or bounds(made) == before


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_consistent_constraints_does_not_matter(edges: list[Edge], chance: object) -> None:
    """The same constraints in another order give the same bounds."""
    made, taken = filled(edges)
    shuffled = list(taken)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert bounds(filled(shuffled)[0]) == bounds(made)


@given(EDGES)
def test_an_explanation_adds_up_to_its_bound(edges: list[Edge]) -> None:
    """The constraints that are named as the reason lead from the origin to just that bound."""
    made, _ = filled(edges)
    for point in range(1, POINTS + 1):
        latest, earliest = made.latest(point), made.earliest(point)
        if latest is not None:
            assert sum(step.most for step in made.why_latest(point)) == latest
        if earliest is not None:
            assert -sum(step.most for step in made.why_earliest(point)) == earliest


def test_two_orders_that_contradict_each_other_are_no_order() -> None:
    """A before B and B before A cannot both be, though neither has a date."""
    made = network()
    assert made.add(Constraint(1, 2, -1, "A before B")) is None
    refused = made.add(Constraint(2, 1, -1, "B before A"))
    assert refused is not None and [step.reason for step in refused] == ["A before B"]


@pytest.mark.parametrize("order", (1, -1))
def test_a_long_chain_is_mended_only_where_it_changes(order: int) -> None:
    """Thousands of points that each lie behind the last cost little more for each of them."""
    made = Network[str]()
    points = [made.point() for _ in range(5_000)]
    made.add(Constraint(ORIGIN, points[0], 0, "the first is not before the origin"))
    steps = list(zip(points, points[1:]))[::order]
    for one, other in steps:
        assert made.add(Constraint(one, other, 0, "no later")) is None
    assert made.earliest(points[-1]) == 0
