"""What a calendar leaves out and why, and the options that change it."""

from __future__ import annotations

import datetime
import inspect
from typing import Any

import pytest

from tests import samples
from tests.calendars.checker import complaints
from tests.calendars.reading import reasons
from timeline import (
    Entry,
    ExportError,
    Moment,
    OptionError,
    When,
    ZoneError,
    ical_report,
    to_ical,
)


@pytest.mark.parametrize("factuality", ["denied", "possible", "conditional", "asked"])
def test_what_may_not_be_so_is_left_out(factuality: str) -> None:
    """A calendar states facts and plans."""
    assert reasons(samples.entry(factuality=factuality)) == [f"it is {factuality}; include='{factuality}' takes it in"]


@pytest.mark.parametrize("factuality", ["asserted", "reported", "planned"])
def test_facts_reports_and_plans_are_exported(factuality: str) -> None:
    """These need no option."""
    assert reasons(samples.entry(factuality=factuality)) == []


def test_what_did_not_happen_in_a_window_is_left_out() -> None:
    """ "He did not resign on Friday" is nothing for Friday."""
    window = When.inside(Moment.of(2023, 9, 15), Moment.of(2023, 9, 16))
    assert reasons(samples.entry(when=window, factuality="negated")) == ["it is negated; include='negated' takes it in"]


def test_what_was_not_so_for_a_time_is_exported() -> None:
    """ "Not seen for three weeks" is a fact about the three weeks."""
    assert reasons(samples.entry(when=samples.ABSENCE, factuality="negated")) == []


def test_what_is_left_out_can_be_taken_in() -> None:
    """Each kind has its option."""
    entries = [samples.entry(factuality=factuality) for factuality in ("possible", "asked")]
    assert reasons(*entries, include=("possible", "asked")) == []


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (
            samples.entry(when=When.inside(Moment.of(2023, 1, 1), Moment.of(2023, 9, 18))),
            "its day is not known within 260 days; include='windows' takes it in",
        ),
        (
            samples.entry(when=When.read("2020/2022")),
            "it lasts 1096 days, longer than 366; max_span=timedelta(days=1096) takes it in",
        ),
        (samples.entry(when=When.read("1582-10-15")), "it lies before 1583, the first year that calendars know"),
        (samples.entry(when=When.read("-0043-03-15")), "it lies outside the years 1 to 9999"),
        (samples.entry(when=When.read("9999-12-31")), "it lies outside the years 1 to 9999"),
        (samples.entry(when=When.read("../2023-09-21")), "its start is not known"),
        (samples.entry(when=When.read("2023-09-18/..")), "its end is not known"),
        (samples.entry(when=When(), event=samples.event("talks")), "it has no time"),
        (
            samples.entry(when=When(), time=samples.mention("3/4/2023", reason="ambiguous: date_order")),
            "its time is not resolved: ambiguous: date_order",
        ),
    ],
)
def test_what_has_no_day_is_left_out(entry: Entry, reason: str) -> None:
    """Wide windows, long and old periods, open and unresolved times are listed with the reason."""
    assert reasons(entry) == [reason]


def test_a_week_is_not_too_wide() -> None:
    """Some time last week is still worth a place in a calendar."""
    assert reasons(samples.entry(when=When.inside(Moment.of(2023, 9, 11), Moment.of(2023, 9, 18)))) == []


def test_wide_windows_can_be_taken_in() -> None:
    """Those who want them get the whole window."""
    assert (
        reasons(samples.entry(when=When.inside(Moment.of(2023, 9, 1), Moment.of(2023, 9, 18))), include="windows") == []
    )


def test_a_wide_window_is_told_apart_from_a_long_period() -> None:
    """Some day within two years is no event of two years."""
    window = When.inside(Moment.of(2021, 1, 1), Moment.of(2023, 1, 1))
    assert reasons(samples.entry(when=window), include="windows") == [
        "its day is not known within 730 days, longer than 366; max_span=timedelta(days=730) takes it in"
    ]


@pytest.mark.parametrize(
    ("entry", "kind", "reason"),
    [
        (samples.entry(factuality="planned"), "planned", "it is planned; exclude='planned' leaves it out"),
        (samples.entry(), "asserted", "it is asserted; exclude='asserted' leaves it out"),
        (
            samples.entry(when=samples.ABSENCE, factuality="negated"),
            "negated",
            "it is negated; exclude='negated' leaves it out",
        ),
        (
            samples.entry(when=When.inside(Moment.of(2023, 9, 16), Moment.of(2023, 9, 18))),
            "windows",
            "its day is not known within 2 days; exclude='windows' leaves it out",
        ),
    ],
)
def test_what_is_in_can_be_left_out(entry: Entry, kind: str, reason: str) -> None:
    """A calendar of facts alone, or of plans alone, or of days that are known."""
    assert reasons(entry) == []
    assert reasons(entry, exclude=kind) == [reason]


def test_a_day_is_no_window_to_leave_out() -> None:
    """ "On Friday" is a window of one day, and the day is known."""
    window = When.inside(Moment.of(2023, 9, 15), Moment.of(2023, 9, 16))
    assert reasons(samples.entry(when=window), exclude="windows") == []


def test_an_inferred_date_is_left_out() -> None:
    """A calendar holds what the text dates; what only follows from it is there for the asking."""
    assert reasons(samples.entry(inferred=True)) == ["its date is inferred from others; include='inferred' takes it in"]
    assert reasons(samples.entry(inferred=True), include="inferred") == []


def test_what_is_both_denied_and_inferred_needs_both() -> None:
    """Each reason has its own option."""
    entry = samples.entry(inferred=True, factuality="denied")
    assert reasons(entry, include="inferred") == ["it is denied; include='denied' takes it in"]
    assert reasons(entry, include="denied") == ["its date is inferred from others; include='inferred' takes it in"]
    assert reasons(entry, include=("denied", "inferred")) == []


def test_the_report_takes_the_options_of_the_calendar() -> None:
    """The same choices, so that it tells the truth about the same calendar; the others change nothing that it tells."""
    calendar, report = (set(inspect.signature(function).parameters) for function in (to_ical, ical_report))
    assert report < calendar and calendar - report == {"sequence", "quotes", "stamp", "empty"}


def test_the_longest_period_can_be_set() -> None:
    """What is too long is the caller's to say."""
    assert reasons(samples.entry(), max_span=datetime.timedelta(days=3)) == [
        "it lasts 4 days, longer than 3; max_span=timedelta(days=4) takes it in"
    ]


def test_nothing_to_export_is_an_error() -> None:
    """An empty calendar would look like a failed download."""
    with pytest.raises(ExportError, match=r"nothing to export: of 1 entries none has a place"):
        to_ical(samples.timeline_of(samples.entry(factuality="denied")))


def test_an_empty_calendar_can_be_asked_for() -> None:
    """A subscription may be empty for a while."""
    assert complaints(to_ical(samples.timeline_of(), empty=True)) == []


@pytest.mark.parametrize(
    ("options", "error", "told"),
    [
        ({"tz": "CST"}, ZoneError, "CST"),
        ({"include": "wrong"}, OptionError, "include has 'wrong', expected some of asserted, reported"),
        ({"exclude": ("planned", 3)}, OptionError, "exclude has 3, expected some of asserted, reported"),
        ({"include": "windows", "exclude": "windows"}, OptionError, "'windows' is both in include and in exclude"),
        ({"recurrence": "weekly"}, OptionError, "recurrence is 'weekly', expected one of bounded, endless, none"),
        ({"recurrence": ["none"]}, OptionError, "recurrence is"),
        ({"include": 5}, OptionError, "include is 5, expected a name or several"),
        ({"max_span": 5}, OptionError, "max_span is 5, expected a timedelta of a day or more"),
        ({"sequence": -1}, OptionError, "sequence is -1, expected a whole number from 0"),
        ({"stamp": datetime.datetime(2023, 9, 18)}, OptionError, "expected a datetime with a time zone"),
    ],
)
def test_a_wrong_option_is_refused(options: dict[str, Any], error: type[Exception], told: str) -> None:
    """The option, its value and what would be right are told."""
    with pytest.raises(error, match=told):
        to_ical(samples.seed_like(), **options)
