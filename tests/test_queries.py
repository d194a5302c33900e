"""Every query against a brute-force model: all the ways in which uncertain times could have been, tried one by one."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import timeline
from timeline import AllenRelation, Entry, Moment, Timeline, When
from timeline.asking.index import Index
from timeline.asking.order import holds
from timeline.calendar.allen import EXAMPLES, compose, possible, relation_of
from timeline.calendar.bounds import edges

SHORT, FAR = 4, 6  # bounds lie in 0 .. SHORT, an unknown one up to FAR beyond them
Pair = tuple[int, int]

MODEL: dict[str, Callable[[Pair, Pair], bool]] = {
    "before": lambda a, b: a[1] <= b[0],
    "after": lambda a, b: a[0] >= b[1],
    "overlapping": lambda a, b: a[0] < b[1] and b[0] < a[1],
    "within": lambda a, b: b[0] <= a[0] and a[1] <= b[1],
    "starting": lambda a, b: b[0] <= a[0] < b[1],
    "ending": lambda a, b: b[0] < a[1] <= b[1],
}
FEWER = settings(max_examples=40)  # trying all readings of two times takes a while
QUERY = pytest.mark.parametrize("name", sorted(MODEL))


def second(count: int | None) -> Moment | None:
    return None if count is None else Moment(count)


@st.composite
def uncertain(draw: st.DrawFn, *, lengths: bool = True, open_: bool = True) -> When:
    """A time of a few seconds of which one crisp reading is sure to exist: bounds around it, some of them unknown."""
    start = draw(st.integers(0, SHORT - 1))
    end = draw(st.integers(start + 1, SHORT))
    bounds = [
        draw(st.integers(0, start)), draw(st.integers(start, SHORT)),
        draw(st.integers(0, end)), draw(st.integers(end, SHORT)),
    ]  # fmt: skip
    known = [None if open_ and draw(st.booleans()) and draw(st.booleans()) else bound for bound in bounds]
    least = draw(st.none() | st.integers(1, end - start)) if lengths else None
    most = draw(st.none() | st.integers(end - start, SHORT)) if lengths else None
    return When(
        earliest_start=second(known[0]),
        latest_start=second(known[1]),
        earliest_end=second(known[2]),
        latest_end=second(known[3]),
        min_duration=None if least is None else datetime.timedelta(seconds=least),
        max_duration=None if most is None else datetime.timedelta(seconds=most),
    )


def readings(when: When) -> Iterator[Pair]:
    """All crisp readings of a time."""

    def between(low: Moment | None, high: Moment | None) -> range:
        return range(-FAR if low is None else low.wall, (SHORT + FAR if high is None else high.wall) + 1)

    least = 1 if when.min_duration is None else when.min_duration.seconds
    most = 99 if when.max_duration is None else when.max_duration.seconds
    for start in between(when.earliest_start, when.latest_start):
        for end in between(when.earliest_end, when.latest_end):
            if least <= end - start <= most:
                yield start, end


def modelled(name: str, a: When, b: When) -> tuple[bool, bool]:
    """Whether a question may, and whether it must hold, by trying all readings."""
    answers = {MODEL[name](*pair) for pair in itertools.product(readings(a), readings(b))}
    return True in answers, False not in answers


def rows(*whens: When) -> Timeline:
    entries = tuple(Entry(label=str(number), when=when) for number, when in enumerate(whens))
    return Timeline(entries=tuple(sorted(entries, key=lambda entry: entry.order)))


def labels(tl: Timeline) -> set[str]:
    return {entry.label for entry in tl}


# -- may and must ------------------------------------------------------------------------------------------------------


@QUERY
@FEWER
@given(uncertain(), uncertain(lengths=False, open_=False))
def test_a_question_is_what_trying_all_readings_gives(name: str, a: When, b: When) -> None:
    """What may hold holds in some reading, what must hold in all."""
    answers = {(True, False): "maybe", (True, True): "yes", (False, False): "no"}
    assert holds(name, a, b) == answers[modelled(name, a, b)]


@QUERY
@FEWER
@given(uncertain(), uncertain())
def test_what_is_possible_is_never_missed(name: str, a: When, b: When) -> None:
    """Where both sides are open and of uncertain length, an answer may be too careful, never too bold."""
    may, must = modelled(name, a, b)
    if may:
        assert holds(name, a, b) != "no"
    if holds(name, a, b) == "yes":
        assert must


@FEWER
@given(uncertain(), uncertain())
def test_relations_are_those_of_all_readings(a: When, b: When) -> None:
    """The relations still possible are exactly those that some pair of readings has."""
    tried = {relation_of(*pair) for pair in itertools.product(readings(a), readings(b))}
    assert possible(a, b) == tried
    assert {relation.converse for relation in tried} == possible(b, a)


@given(uncertain())
def test_tightened_bounds_are_those_of_the_readings(when: When) -> None:
    """A length narrows the bounds as far as it can and no further."""
    starts, ends = zip(*readings(when), strict=True)
    es, ls, ee, le = edges(when)
    for bound, tried in ((es, min(starts)), (ls, max(starts)), (ee, min(ends)), (le, max(ends))):
        assert bound is None or bound.wall == tried


# -- Allen's algebra ---------------------------------------------------------------------------------------------------

CRISP = [(start, end) for start in range(6) for end in range(start + 1, 7)]


def test_every_pair_of_intervals_has_one_relation() -> None:
    """The thirteen relations are all there are, each with its example."""
    assert {relation_of(a, b) for a in CRISP for b in CRISP} == set(AllenRelation) == set(EXAMPLES)
    assert all(relation_of(points[:2], points[2:]) is relation for relation, points in EXAMPLES.items())


def test_converse_and_composition_are_those_of_all_intervals() -> None:
    """What follows from the order of end points is what counting finds."""
    counted: dict[tuple[AllenRelation, AllenRelation], set[AllenRelation]] = {}
    for a, b, c in itertools.product(CRISP, repeat=3):
        assert relation_of(b, a) is relation_of(a, b).converse
        counted.setdefault((relation_of(a, b), relation_of(b, c)), set()).add(relation_of(a, c))
    assert len(counted) == 169
    for pair, found in counted.items():
        assert compose(*pair) == found, pair


def test_two_events_of_one_day_are_not_equal() -> None:
    """A day that something falls inside tells nothing of its order with something else of that day."""
    day = When.inside(Moment.of(2023, 9, 18), Moment.of(2023, 9, 19))
    assert possible(day, day) == set(AllenRelation)
    assert possible(When.read("2023-09-18"), When.read("2023-09-18")) == {AllenRelation.EQUALS}


def test_lengths_count_in_relations() -> None:
    """What takes a day at most does not contain the month that it lies in, nor a week of it."""
    day = evolve(When.inside(Moment.of(2023, 9, 1), Moment.of(2023, 10, 1)), max_duration=datetime.timedelta(days=1))
    assert AllenRelation.CONTAINS not in possible(day, When.read("2023-W37"))
    assert AllenRelation.CONTAINS in possible(evolve(day, max_duration=None), When.read("2023-W37"))


def test_a_time_without_a_zone_may_stand_anywhere_near_one_with_a_zone() -> None:
    """Noon somewhere is before, at or after noon in London; two noons without zones share their place."""
    noon = When.filling(Moment.of(2023, 9, 18, 12), Moment.of(2023, 9, 18, 13))
    london = When.filling(Moment.of(2023, 9, 18, 12, offset=0), Moment.of(2023, 9, 18, 13, offset=0))
    assert possible(noon, noon) == {AllenRelation.EQUALS}
    assert {AllenRelation.BEFORE, AllenRelation.EQUALS, AllenRelation.AFTER} < possible(noon, london)
    later = When.filling(Moment.of(2023, 9, 20, 12, offset=0), Moment.of(2023, 9, 20, 13, offset=0))
    assert possible(noon, later) == {AllenRelation.BEFORE}


# -- the timeline ------------------------------------------------------------------------------------------------------


@QUERY
@given(whens=st.lists(uncertain(), max_size=6), asked=uncertain(open_=False))
def test_a_timeline_answers_as_each_entry_does(name: str, whens: list[When], asked: When) -> None:
    """The index finds what asking entry by entry finds, and marks what need not answer."""
    tl = rows(*whens)
    found, sure = getattr(tl, name)(asked), getattr(tl, name)(asked, certain=True)
    told = {entry.label: holds(name, entry.when, asked) for entry in tl if entry.dated}
    assert labels(found) == {label for label, answer in told.items() if answer != "no"}
    assert labels(sure) == {label for label, answer in told.items() if answer == "yes"}
    assert {entry.label for entry in found if entry.certain} == labels(sure)
    assert [entry.order for entry in found] == sorted(entry.order for entry in found)


anywhere = st.builds(
    Moment, st.integers(0, 60).map(lambda hour: hour * 3600), st.none() | st.sampled_from((0, -18_000, 32_400))
)


@st.composite
def zoned(draw: st.DrawFn) -> When:
    """A time whose bounds have a zone or none, each for itself; those with a zone are in their order."""
    bounds = sorted((draw(anywhere) for _ in range(4)), key=lambda moment: moment.wall)
    known = [bound if draw(st.booleans()) or draw(st.booleans()) else None for bound in bounds]
    utc = [bound.earliest_utc for bound in known if bound is not None and bound.offset is not None]
    assume(utc == sorted(utc))
    return When(earliest_start=known[0], latest_start=known[1], earliest_end=known[2], latest_end=known[3])


@QUERY
@given(whens=st.lists(zoned(), max_size=40), asked=zoned(), certain=st.booleans())
def test_the_index_is_a_linear_scan(name: str, whens: list[When], asked: When, certain: bool) -> None:
    """Also where some bounds have a zone and others none."""
    found = Index(whens).find(name, asked, certain=certain)
    told = [holds(name, when, asked) for when in whens]
    wanted = ("yes",) if certain else ("yes", "maybe")
    assert found == [n for n, answer in enumerate(told) if answer in wanted and whens[n].known]


@given(st.lists(uncertain(), max_size=6), uncertain(open_=False))
def test_before_overlapping_and_after_leave_no_entry_out(whens: list[When], asked: When) -> None:
    """Every dated entry is on one side of a period, on the other, or touches it."""
    tl = rows(*whens)
    found = labels(tl.before(asked)) | labels(tl.overlapping(asked)) | labels(tl.after(asked))
    assert found == {entry.label for entry in tl if entry.dated}


SELECTIONS: tuple[Callable[[Timeline], Timeline], ...] = (
    lambda tl: tl.before("2023-09-20"),
    lambda tl: tl.overlapping("2023-09", certain=True),
    lambda tl: tl.starting("2023"),
    lambda tl: tl.within("2023", certain=True),
    lambda tl: tl.ongoing,
    lambda tl: tl.undated,
    lambda tl: tl.mentioning("e"),
    lambda tl: tl.about("Lund"),
    lambda tl: tl.where(lambda entry: entry.place > 100),
    lambda tl: tl.of_class("OCCURRENCE"),
)
TEXT = (
    "The ministers met in Lund on Friday. They will meet again in May 2024. "
    "The bridge in Lund was closed from 3 to 7 July 2023. "
    "Repairs began on 5 July 2023. The mayor resigned in 2022. The road has been closed since 1 September 2023. "
    "A crowd gathered in Lund. Prices have risen in recent years."
)


@pytest.fixture(scope="module")
def tl() -> Timeline:
    return timeline.extract(TEXT, anchor="2023-09-18")


@pytest.mark.parametrize("first", range(len(SELECTIONS)))
@pytest.mark.parametrize("second", range(len(SELECTIONS)))
def test_the_order_of_a_chain_does_not_matter(tl: Timeline, first: int, second: int) -> None:
    """Selecting by one thing and then by another is selecting by both."""
    assert SELECTIONS[second](SELECTIONS[first](tl)).entries == SELECTIONS[first](SELECTIONS[second](tl)).entries


@QUERY
@given(uncertain(), uncertain(open_=False), st.sampled_from(range(4)), st.integers(1, 2))
@example(When(), When.read("2023"), 0, 1)
def test_a_wider_bound_adds_what_may_and_takes_what_must(name: str, a: When, b: When, which: int, more: int) -> None:
    """Knowing less never rules anything out and never makes anything sure."""
    field = ("earliest_start", "latest_start", "earliest_end", "latest_end")[which]
    bound: Moment | None = getattr(a, field)
    if bound is None:
        return
    widened: dict[str, Any] = {field: Moment(bound.wall + (more if which % 2 else -more))}
    wider = evolve(a, **widened)
    may = {"no": 0, "maybe": 1, "yes": 1}
    assert may[holds(name, wider, b)] >= may[holds(name, a, b)]
    assert (holds(name, wider, b) == "yes") <= (holds(name, a, b) == "yes")


@given(st.lists(uncertain(), max_size=7))
def test_groups_of_the_order_are_certain_and_as_fine_as_can_be(whens: list[When]) -> None:
    """Whoever stands in an earlier group began before, and no group can be cut in two."""
    tl = rows(*whens)
    order = tl.order
    assert {entry.label for group in order for entry in group} == {entry.label for entry in tl if entry.dated}
    starts = [[[start for start, _ in readings(entry.when)] for entry in group] for group in order]
    for earlier, later in itertools.combinations(starts, 2):
        assert max(map(max, earlier)) < min(map(min, later))
    for group in starts:
        group.sort(key=min)
        for cut in range(1, len(group)):
            assert max(map(max, group[:cut])) >= min(map(min, group[cut:]))


def test_undated_entries_answer_a_query_only_on_request(tl: Timeline) -> None:
    """They may have been any time, so they are never certain."""
    assert labels(tl.undated).isdisjoint(labels(tl.overlapping("2023")))
    asked = tl.overlapping("2023", undated=True)
    assert labels(tl.undated) <= labels(asked)
    assert not any(entry.certain for entry in asked if not entry.dated)
    assert labels(tl.overlapping("2023", undated=True, certain=True)) == labels(tl.overlapping("2023", certain=True))


def test_a_name_is_found_in_its_forms(tl: Timeline) -> None:
    """Whole words in any case; the last word of a name of two."""
    assert len(tl.about("lund")) == 2 and len(tl.about("City Lund")) == 2
    assert len(tl.about("Lun")) == 0
    with pytest.raises(timeline.OptionError, match="expected a name"):
        tl.about("...")


def test_a_relation_takes_entries_numbers_words_and_periods(tl: Timeline) -> None:
    """Whatever names a time."""
    assert tl.holds("before", "resigned", "2023") == tl.holds("before", 0, datetime.date(2023, 1, 1)) == "yes"
    assert tl.relation("began", "2023-07") == {AllenRelation.DURING}
    assert tl.holds("after", tl["began"], "resigned") == "yes"
    with pytest.raises(timeline.OptionError, match="no relation 'later'"):
        tl.holds("later", 0, 1)
    with pytest.raises(timeline.MissingError):
        tl.relation("nothing", 0)
    with pytest.raises(timeline.OptionError, match="no event class"):
        tl.of_class("VERB")


def test_groups_print_one_a_line(tl: Timeline) -> None:
    """What cannot be told apart stands on one line."""
    lines = str(tl.order).splitlines()
    assert lines[0].startswith("2022 ") and len(lines) == len(tl.order) == 6
