"""TIMEX3 read back: the value and modifier of a time say the same interval again, where the notation carries it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import Conventions, Time, When
from timeline.calendar.almanac import DAY_SECONDS, Grain, Period, day_number
from timeline.calendar.timex3 import period_value, read_period
from timeline.dating.mention_times import own_when
from timeline.dating.reading import Context
from timeline.dating.timexes import read_timex
from timeline.languages.en import LAYERS

ANCHOR = "2023-09-18"
CONTEXT = Context(anchor=None, conventions=Conventions())
FIRST, LAST = day_number(-900, 1, 1), day_number(2800, 12, 31)
WHOLE = (
    *(Grain.DAY, Grain.WEEK, Grain.WEEKEND, Grain.MONTH, Grain.QUARTER, Grain.SEASON),
    *(Grain.HALF, Grain.YEAR, Grain.DECADE, Grain.CENTURY),
)
PHRASES = sorted(
    phrase.replace("[", "").replace("]", "")
    for layer in LAYERS
    for rule in layer
    if not rule.latent
    for phrase in rule.examples
)


def _told() -> list[Time]:
    """All times of the examples of the rules that have an interval."""
    return [time for phrase in PHRASES for time in timeline.times(phrase, anchor=ANCHOR) if time.when is not None]


def _carried(time: Time) -> bool:
    """Whether value and modifier say all that the words do: neither a zone, a part of what they name, nor a limit."""
    when = time.when
    assert when is not None
    zoned = when.start is not None and when.start.offset is not None
    whole = time.mod in (None, "START", "MID", "END", "APPROX") and not when.window
    plain = not any(part.mod for part in time.parts)  # a range has one value for both its ends
    return whole and plain and not zoned and not any(part in str(time.meaning) for part in NOT_WRITTEN)


def _when(value: str, mod: str | None = None) -> When | None:
    """The interval that a value and its modifier say; an ISO interval ("2023-09-18/2023-09-21") fills both its ends."""
    first, slash, last = value.partition("/")
    begun = own_when(read_timex(first, mod, CONTEXT, "read"))
    if begun is None or not slash:
        return begun
    ended = own_when(read_timex(last, None, CONTEXT, "read"))
    if ended is None or begun.start is None or ended.end is None:
        return None
    grain = min(begun.grain, ended.grain)
    stop = ended.start if grain < Grain.PART else ended.end
    return None if stop is None or stop.wall <= begun.start.wall else When.filling(begun.start, stop, grain=grain)


# what TIMEX3 has no name for: halves, what lies before and behind the anchor, spans, slack of lengths, and the time during
# which something repeats
NOT_WRITTEN = (
    *("during=Date", "during=Range", "during=Shift"),
    *("_HALF", "EARLIER", "LATER", "Span(", "Onward(", "Offset(", "Stretch(", "Turn("),
    *("code='DW'", "code='SM'", "either=True"),
)


@pytest.mark.parametrize("time", [pytest.param(time, id=f"{time.text}: {time.value}") for time in _told() if _carried(time)])
def test_a_time_reads_back_to_its_interval(time: Time) -> None:
    """From its two attributes alone, under the same conventions."""
    assert _when(time.value, time.mod) == time.when


def test_most_times_are_carried() -> None:
    """The exceptions are exceptions."""
    times = _told()
    assert len([time for time in times if _carried(time)]) > 0.75 * len(times) > 200


@given(st.integers(FIRST, LAST), st.sampled_from(WHOLE), st.booleans())
def test_every_unit_reads_back(day: int, grain: Grain, southern: bool) -> None:
    """Of all grains, before Christ too, and in the south."""
    conventions, period = Conventions(southern=southern), Period.of_day(day).to(grain)
    assert read_period(period_value(period, conventions), conventions) == (period, None)


@given(st.integers(FIRST * DAY_SECONDS, LAST * DAY_SECONDS), st.sampled_from((Grain.MINUTE, Grain.SECOND)))
def test_every_clock_time_reads_back(wall: int, grain: Grain) -> None:
    """To the minute or the second."""
    period = Period.of_second(wall, grain)
    assert read_period(period_value(period, Conventions()), Conventions()) == (period, None)


@given(st.text(alphabet="0123456789-WQHTBCXP:/", max_size=20))
def test_what_reads_prints_as_what_reads_the_same(value: str) -> None:
    """Also the forms of older corpora, such as "199X"; anything else reads as nothing, and nothing raises."""
    found = read_period(value, Conventions())
    assert found is None or read_period(period_value(found[0], Conventions())) == (found[0], None)
    assert _when(value) is None or isinstance(_when(value), When)


@pytest.mark.parametrize(
    "value", ("P3W", "PAST_REF", "XXXX-09", "XXXX-WXX-1", "2023-13", "2023-02-30", "2023-W60", "2023-Q5", "")
)
def test_what_names_no_unit_reads_as_none(value: str) -> None:
    """Lengths, sets, references, open values, and dates that no calendar has."""
    assert _when(value) is None


@given(
    st.integers(1, LAST),
    st.sampled_from((Grain.DAY, Grain.MONTH, Grain.YEAR)),
    st.sampled_from((0, 1, 40)),
    st.sampled_from(("", "~")),
)
def test_an_approximation_survives_edtf(day: int, grain: Grain, more: int, mark: str) -> None:
    """What was printed prints again, and "~" is no certainty."""
    unit = str(When.read(period_value(Period.of_day(day).to(grain), Conventions())))
    later = str(When.read(period_value(Period.of_day(day).to(grain).shift(more + 1), Conventions())))
    for text in (f"{unit}~", f"{unit}{mark}/{later}~", f"../{unit}~", f"{unit}~/.."):
        read = When.read(text)
        assert read.approximate and When.read(str(read)) == When.read(str(When.read(str(read))))
        assert "~" in str(read) and str(When.read(str(read))) == str(read)


def test_early_may_is_still_early_may() -> None:
    """The interval of a time that was printed keeps its edges, and that they are vague."""
    early = timeline.resolve("early May 2024", anchor=ANCHOR).when
    assert early is not None and str(When.read(str(early))) == str(early) == "2024-05-01/2024-05-10~"
    assert When.read(str(early)).approximate
