"""Laws that hold for any text and any anchor, checked with hypothesis."""

from __future__ import annotations

import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline.calendar.almanac import Grain
from timeline.extractor import Tense
from timeline.languages.en import LAYERS

PHRASES = sorted(
    {phrase.replace("[", "").replace("]", "") for layer in LAYERS for rule in layer for phrase in rule.examples}
)
GLUE = [
    " ",
    ", ",
    ". ",
    "\n",
    "\n\n",
    " – ",
    " from ",
    " since ",
    " until ",
    " and ",
    " the minister resigned ",
    "- ",
    " | ",
    "\x00",
    "\u202e",
    "İ",
    "ſ",
]
anchors = st.one_of(st.none(), st.dates(), st.datetimes(), st.datetimes(timezones=st.just(datetime.timezone.utc)))
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.one_of(st.sampled_from(PHRASES), st.sampled_from(GLUE), st.text(max_size=6)), max_size=8).map("".join),
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def mentions(tl: timeline.Timeline) -> list[timeline.Time | timeline.Event | timeline.Signal]:
    parts = [part for time in tl.times for part in time.parts]
    signals = [time.signal for time in tl.times if time.signal is not None]
    return [*tl.times, *parts, *tl.events, *signals]


@settings(max_examples=300, deadline=None)
@given(texts, anchors)
def test_any_text_gives_a_timeline_whose_spans_slice_back(text: str, anchor: datetime.date | None) -> None:
    """No text raises, and every mention's words stand where it says."""
    tl = timeline.extract(text, anchor=anchor)
    for mention in mentions(tl):
        assert text[mention.start : mention.end] == mention.text
    for entry in (*tl, *tl.undated, *tl.references):
        assert entry.label and isinstance(str(entry.when), str)
    assert str(tl)
    assert all(time.reason for time in tl.times)


@settings(max_examples=100, deadline=None)
@given(texts, anchors)
def test_html_spans_slice_back_too(text: str, anchor: datetime.date | None) -> None:
    """The offsets of marked-up text are those of the string given."""
    source = f"<p>{text}</p><ul><li>on&nbsp;5 May 2023<li>R&amp;D met yesterday</ul>"
    for mention in mentions(timeline.extract(source, anchor=anchor, markup="html")):
        assert source[mention.start : mention.end] == mention.text


@settings(max_examples=100, deadline=None)
@given(texts, anchors)
def test_twice_gives_the_same(text: str, anchor: datetime.date | None) -> None:
    """The same text and anchor give an equal timeline."""
    assert timeline.extract(text, anchor=anchor) == timeline.extract(text, anchor=anchor)


@settings(max_examples=200, deadline=None)
@given(texts, anchors)
def test_bounds_are_in_order(text: str, anchor: datetime.date | None) -> None:
    """No entry starts after it ends, whatever the words say."""
    for entry in timeline.extract(text, anchor=anchor):
        when = entry.when
        pairs = ((when.earliest_start, when.latest_start), (when.earliest_end, when.latest_end), (when.start, when.end))
        for low, high in pairs:
            assert low is None or high is None or low.wall <= high.wall


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(DAYS),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    st.sampled_from((None, "past", "future")),
)
def test_a_week_later_weekdays_lie_a_week_later(day: str, anchor: datetime.date, tense: Tense | None) -> None:
    """Moving the anchor by a week moves a weekday by a week."""
    week = datetime.timedelta(days=7)
    first = timeline.resolve(day, anchor=anchor, tense=tense).when
    second = timeline.resolve(day, anchor=anchor + week, tense=tense).when
    assert first is not None and second is not None
    assert first.first_day is not None and second.first_day == first.first_day + week


@settings(max_examples=100, deadline=None)
@given(st.dates(datetime.date(1200, 1, 1), datetime.date(2199, 12, 31)), anchors)
def test_a_full_date_does_not_depend_on_the_anchor(date: datetime.date, anchor: datetime.date | None) -> None:
    """A date said in full is the same at any anchor."""
    for said in (date.isoformat(), f"{date.day} {date:%B} {date.year}", f"{date:%B} {date.day}, {date.year}"):
        found = timeline.times(said, anchor=anchor)
        assert [time.value for time in found] == [date.isoformat()]


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(DAYS),
    st.sampled_from(DAYS),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)),
    st.sampled_from((None, "past", "future")),
)
def test_a_range_of_weekdays_lies_within_a_fortnight(
    first: str, last: str, anchor: datetime.date, tense: Tense | None
) -> None:
    """From any weekday to any other, the start is not after the end, and both are near the anchor."""
    when = timeline.resolve(f"from {first} to {last}", anchor=anchor, tense=tense).when
    assert when is not None and when.first_day is not None and when.last_day is not None
    assert when.first_day <= when.last_day <= when.first_day + datetime.timedelta(days=6)
    assert abs(when.first_day - anchor) <= datetime.timedelta(days=14) >= abs(when.last_day - anchor)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(PHRASES), st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)))
def test_a_sentence_in_front_changes_only_offsets(phrase: str, anchor: datetime.date) -> None:
    """A sentence without any time, put in front, moves the mentions and nothing else."""
    text = f"The ministers met {phrase} in the old town."
    neutral = "The house is blue. "
    alone = timeline.extract(text, anchor=anchor)
    moved = timeline.extract(neutral + text, anchor=anchor)
    assert [(t.start + len(neutral), t.text, t.value) for t in alone.times] == [
        (t.start, t.text, t.value) for t in moved.times
    ]
    assert [(str(e.when), e.label) for e in alone] == [(str(e.when), e.label) for e in moved]


@settings(max_examples=200, deadline=None)
@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 28), st.integers(0, 400))
def test_intervals_print_and_read_back(year: int, month: int, day: int, length: int) -> None:
    """Printing an interval of days as EDTF and reading it gives the interval."""
    start = timeline.Moment.of(year, month, day)
    when = timeline.When.filling(start, timeline.Moment(start.wall + (length + 1) * 86_400))
    read = timeline.When.read(str(when))
    assert (read.start, read.end) == (when.start, when.end)
    assert str(timeline.When.read(str(read))) == str(read)


@settings(max_examples=100, deadline=None)
@given(
    st.integers(1, 40),
    st.sampled_from(("days", "weeks", "months", "years")),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)),
)
def test_about_never_narrows(count: int, unit: str, anchor: datetime.date) -> None:
    """An approximate length allows all that the exact one allows."""
    exact = timeline.extract(f"He has been missing for {count} {unit}.", anchor=anchor)[0].when
    about = timeline.extract(f"He has been missing for about {count} {unit}.", anchor=anchor)[0].when
    assert exact.earliest_start is not None and about.earliest_start is not None
    assert exact.latest_start is not None and about.latest_start is not None
    assert about.earliest_start.wall <= exact.earliest_start.wall <= exact.latest_start.wall <= about.latest_start.wall


WEEKLY = (
    *DAYS,
    "the weekend",
    "this weekend",
    "last weekend",
    "next weekend",
    "last Friday",
    "next Tuesday",
    "this week",
    "last week",
    "next week",
    "the week before last",
    "a week ago",
    "a week on Thursday",
    "yesterday",
    "three days ago",
    "Monday night",
    "3 p.m. on Friday",
)
FIXED = ("5 May 2012", "2012-05-05", "June 1998", "the summer of 1914", "the 1990s", "Q3 2022", "Easter 2024", "44 BC")


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(WEEKLY),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    st.sampled_from((None, "past", "future")),
)
def test_seven_days_later_all_that_is_weekly_lies_seven_days_later(
    phrase: str, anchor: datetime.date, tense: Tense | None
) -> None:
    """Weekdays, weekends, weeks and days move with the anchor, by exactly a week and with both their ends."""
    week = datetime.timedelta(days=7)
    first = timeline.resolve(phrase, anchor=anchor, tense=tense).when
    second = timeline.resolve(phrase, anchor=anchor + week, tense=tense).when
    assert first is not None and second is not None
    for bound in ("earliest_start", "latest_start", "earliest_end", "latest_end"):
        assert getattr(second, bound).wall - getattr(first, bound).wall == week.total_seconds()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FIXED), anchors, st.sampled_from((None, "past", "future")))
def test_what_is_said_in_full_moves_with_no_anchor(
    phrase: str, anchor: datetime.date | None, tense: Tense | None
) -> None:
    """An absolute date is the same at any anchor, also at none."""
    time = timeline.resolve(phrase, anchor=anchor, tense=tense)
    assert time.resolved and time.when == timeline.resolve(phrase, anchor="2023-09-18").when


def test_all_pairs_of_weekdays_from_all_days_of_a_week() -> None:
    """All 49 pairs at 7 anchors in three tenses: start before end, all within a fortnight, the days that were named."""
    for shift in range(7):
        anchor = datetime.date(2023, 9, 18) + datetime.timedelta(days=shift)
        for first in DAYS:
            for last in DAYS:
                for tense in (None, "past", "future"):
                    when = timeline.resolve(f"from {first} to {last}", anchor=anchor, tense=tense).when
                    assert when is not None and when.first_day is not None and when.last_day is not None
                    assert (f"{when.first_day:%A}", f"{when.last_day:%A}") == (first, last)
                    assert when.first_day <= when.last_day
                    assert abs(when.first_day - anchor).days <= 14 >= abs(when.last_day - anchor).days


UNITS_OF_DAYS = ("day", "week", "month", "quarter", "year", "decade", "century")


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(("this", "last", "next")),
    st.integers(0, 5),
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
)
def test_a_coarser_word_is_never_narrower(which: str, place: int, anchor: datetime.date) -> None:
    """A week is no shorter than a day, a month than a week, and so on."""
    lengths = []
    for unit in UNITS_OF_DAYS[place : place + 2]:
        when = timeline.resolve(f"{which} {unit}", anchor=anchor).when
        assert when is not None and when.earliest_start is not None and when.latest_end is not None
        lengths.append(when.latest_end.wall - when.earliest_start.wall)
    assert lengths == sorted(lengths)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PHRASES), anchors)
def test_values_print_the_same_after_reading(phrase: str, anchor: datetime.date | None) -> None:
    """The EDTF of any days reads back and prints as the same string, with what in it is approximate."""
    for time in timeline.times(phrase, anchor=anchor):
        printed = "" if time.when is None else str(time.when)
        # an interval of clock times is printed up to its end and read to the end of the unit written
        if time.when is not None and printed and time.when.grain >= Grain.DAY and "T" not in printed:
            assert str(timeline.When.read(printed)) == printed


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="0123456789０１９٠١٩ /:-.,’'stndrhBCADMay apm", max_size=24), anchors)
def test_figures_of_any_script_are_safe(text: str, anchor: datetime.date | None) -> None:
    """Digits, dates and clock times in disorder: no crash, no day outside the calendar, offsets exact."""
    for time in timeline.times(text, anchor=anchor):
        assert text[time.start : time.end] == time.text
        ends = (None, None) if time.when is None else (time.when.start, time.when.end)
        assert ends[0] is None or ends[1] is None or ends[0].wall <= ends[1].wall
