"""Repetitions within a time and at several hours, hours of logs, and what shorthand means."""

from __future__ import annotations

import datetime

import pytest

import timeline
from timeline.calendar.conventions import DateOrder

ANCHOR = "2023-09-18"


@pytest.mark.parametrize(
    ("text", "when", "rule"),
    [
        ("The class meets every Monday from 4 March until 20 April.", "2024-03-04/2024-04-20", "BYDAY=MO;UNTIL=20240420"),
        ("Yoga every Tuesday in October at 3 pm.", "2023-10", "BYHOUR=15;BYMINUTE=0;BYSECOND=0;UNTIL=20231031T235959"),
        ("The shop is open every Saturday in May and June.", "2024-05-01/2024-06-30", "BYDAY=SA;UNTIL=20240630"),
        ("The bus leaves every day at 9:15 and 17:45.", "", "BYHOUR=9,17;BYMINUTE=15,45;BYSECOND=0;BYSETPOS=1,4"),
        ("The bell rings every day at 9 a.m. and 5 p.m.", "", "BYHOUR=9,17;BYMINUTE=0;BYSECOND=0"),
    ],
)
def test_a_repetition_has_one_row_with_its_bounds(text: str, when: str, rule: str) -> None:
    """The time during which something repeats bounds its row and ends its rule; all its hours are in the rule."""
    (row,) = timeline.extract(text, anchor=ANCHOR)
    assert str(row.when) == when
    assert row.recurrence is not None and row.recurrence.rule is not None and row.recurrence.rule.endswith(rule)


@pytest.mark.parametrize(
    ("said", "days"),
    [("every Tuesday in October at 3 pm", [3, 10, 17, 24, 31]), ("every weekend at 9:15 and 17:45", [1, 7, 8, 14, 15])],
)
def test_each_day_of_a_rule_with_hours_is_told_once(said: str, days: list[int]) -> None:
    """A day with several hours is one day, and that with which the rule ends counts."""
    repeat = timeline.resolve(said, anchor=ANCHOR).recurrence
    assert repeat is not None
    found = [day.day for day in repeat.days(datetime.date(2023, 10, 1), datetime.date(2023, 11, 15))]
    assert found[: len(days)] == days


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8:10 p.m. The car left at 7:50.", "2023-09-18T19:50"),
        ("8:10 p.m. The car left at half past seven.", "2023-09-18T19:30"),
        ("8:10 a.m. The road will reopen at 1:15.", "2023-09-18T13:15"),
        ("8:10 a.m. The car left at 9 p.m.", "2023-09-17T21:00"),
        ("18:10 The car left at 7:50.", "2023-09-18T07:50"),
    ],
)
def test_a_bare_hour_in_a_log_lies_near_its_stamp(text: str, value: str) -> None:
    """In a log by the twelve-hour clock a bare hour is in the half of the day that its line and its tense ask for."""
    stamp = text.partition(" The")[0]
    lines = [text, *(stamp.replace(":10", f":{minute}") + " Nothing." for minute in (20, 40))]
    assert timeline.times("\n".join(lines), anchor=ANCHOR)[1].value == value


def test_minutes_ago_in_a_live_blog_count_from_the_line() -> None:
    """A line with its hour says "ten minutes ago" of that hour."""
    text = "10:05 She is here.\n10:20 She left about ten minutes ago.\n10:40 He came a quarter of an hour ago."
    assert [time.value for time in timeline.times(text, anchor=ANCHOR)][2::2] == ["2023-09-18T10:10", "2023-09-18T10:25"]


@pytest.mark.parametrize("said", ["9 a.m. to 11 a.m. ET", "9 a.m. ET to 11 a.m.", "from 9 a.m. to 11 a.m. ET"])
def test_a_range_of_hours_shares_its_zone(said: str) -> None:
    """The zone that one end of a range states holds for both."""
    found = timeline.resolve(said, anchor=ANCHOR)
    assert str(found.when) == "2023-09-18T09:00:00-04:00/2023-09-18T11:00:00-04:00"


@pytest.mark.parametrize(("order", "value"), [("DMY", "2023-10-05"), ("MDY", "2023-05-10"), (None, "XXXX")])
def test_a_day_and_month_in_figures_need_an_order(order: DateOrder | None, value: str) -> None:
    """Without an order both readings of 5/10 are told."""
    found = timeline.resolve("5/10", anchor=ANCHOR, conventions=timeline.Conventions(date_order=order))
    assert found.value == value and found.resolved == (order is not None)
    assert order is not None or found.alternatives == ("2023-10-05", "2023-05-10")


def test_feasts_are_kept_as_long_as_they_are() -> None:
    """Ramadan is a month, Hanukkah eight days; Hanukkah is told by its rule."""
    pytest.importorskip("holidays")
    assert timeline.resolve("during Ramadan 2024", anchor=ANCHOR).value == "2024-03-12/2024-04-09"
    assert timeline.resolve("Hanukkah 2024", anchor=ANCHOR).value == "2024-12-26/2025-01-02"
    assert timeline.resolve("Holi 2024", anchor=ANCHOR).value == "2024-03-25"


def test_a_sum_of_money_can_end_a_sentence() -> None:
    """The "m" of a sum is no initial, so the next sentence is one of its own."""
    rows = timeline.extract("The firm bought the mill for $5m. The council met on Friday.", anchor=ANCHOR)
    assert [row.label for row in rows if row.when.start] == ["The council met"]


def test_the_bank_holiday_on_a_day_is_that_day() -> None:
    """What is said of the day tells which bank holiday is meant."""
    rows = timeline.extract("The bank holiday on Monday brought crowds.", anchor="2023-08-30")
    assert [str(row.when) for row in rows] == ["2023-08-28"]
