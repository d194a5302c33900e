"""Calendars: their bytes, their dates, what is left out of them and why."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path
from typing import Any

import icalendar
import pytest
from attrs import evolve
from hypothesis import given, settings

import timeline
from tests import samples
from tests.ical_checker import complaints
from timeline import (
    Entry,
    ExportError,
    Moment,
    OptionError,
    Recurrence,
    Timeline,
    When,
    ZoneError,
    extract,
    ical_report,
    to_ical,
)
from timeline.calendar.almanac import Grain
from timeline.grammar import meanings

UTC = datetime.timezone.utc
NINE = When.inside(Moment.of(2023, 9, 18, 9), Moment.of(2023, 9, 18, 9, 1), grain=Grain.MINUTE)


def events_of(data: bytes) -> list[Any]:
    """The events that the reader of the icalendar package finds."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def read_back(*entries: Entry, **options: Any) -> list[Any]:
    """The events of a calendar of some entries, whose bytes must be in order."""
    data = to_ical(samples.timeline_of(*entries), **options)
    assert complaints(data) == []
    return events_of(data)


def days(event: Any) -> tuple[datetime.date, datetime.date]:
    """Start and (exclusive) end of an event."""
    return event["DTSTART"].dt, event["DTEND"].dt


def reasons(*entries: Entry, **options: Any) -> list[str]:
    """Why entries are left out."""
    return [skipped.reason for skipped in ical_report(samples.timeline_of(*entries), **options).skipped]


# -- dates -------------------------------------------------------------------------------------------------------------


def test_the_dates_are_read_back_with_an_exclusive_end() -> None:
    """Consultations, meetings and the absence have the days they are printed with."""
    found = {str(event["SUMMARY"]): days(event) for event in events_of(to_ical(samples.seed_like()))}
    assert found == {
        "Li Shangfu not seen": (datetime.date(2023, 8, 28), datetime.date(2023, 9, 19)),
        "meetings": (datetime.date(2023, 9, 16), datetime.date(2023, 9, 18)),
        "strategic consultations": (datetime.date(2023, 9, 18), datetime.date(2023, 9, 22)),
    }


def test_a_single_day_ends_on_the_next() -> None:
    """An all-day event of one day has the next day as its end."""
    [event] = read_back(samples.entry(when=When.read("2023-09-18")))
    assert days(event) == (datetime.date(2023, 9, 18), datetime.date(2023, 9, 19))


def test_days_are_written_as_dates() -> None:
    """An all-day event names its type, so that no reader takes it for midnight somewhere."""
    assert b"\r\nDTSTART;VALUE=DATE:20230918\r\nDTEND;VALUE=DATE:20230922\r\n" in to_ical(
        samples.timeline_of(samples.entry())
    )


@pytest.mark.parametrize(
    ("when", "written"),
    [
        ("2023-09-18T09:00:00-04:00/2023-09-18T10:59:59-04:00", b"DTSTART:20230918T130000Z\r\nDTEND:20230918T150000Z"),
        ("2023-09-18T23:30Z/2023-09-19T00:29Z", b"DTSTART:20230918T233000Z\r\nDTEND:20230919T003000Z"),
    ],
)
def test_a_zoned_clock_time_is_written_in_utc(when: str, written: bytes) -> None:
    """A time with an offset is one instant everywhere."""
    assert written in to_ical(samples.timeline_of(samples.entry(when=When.read(when))))


def test_a_point_in_time_has_no_end() -> None:
    """ "At 9" says no length, so none is written."""
    [event] = read_back(samples.entry(when=NINE), tz="UTC")
    assert "DTEND" not in event


def test_a_clock_time_without_a_zone_makes_an_all_day_event() -> None:
    """No zone is invented: the day is kept, the clock time stands in the description."""
    [event] = read_back(samples.entry(when=NINE))
    assert days(event) == (datetime.date(2023, 9, 18), datetime.date(2023, 9, 19))
    assert "Time of day: 09:00; its time zone is not known." in event["DESCRIPTION"]


def test_a_clock_time_without_a_zone_is_reported() -> None:
    """The caller can learn which entries lost their clock time."""
    report = ical_report(samples.timeline_of(samples.entry(when=NINE)))
    assert str(report) == "made all-day: talks: 09:00, but its time zone is not known"


@pytest.mark.parametrize(("zone", "hour"), [("UTC", 9), ("America/New_York", 13), ("Asia/Tokyo", 0)])
def test_a_zone_given_lifts_clock_times(zone: str, hour: int) -> None:
    """The caller's zone makes bare clock times instants."""
    [event] = read_back(samples.entry(when=NINE), tz=zone)
    assert event["DTSTART"].dt == datetime.datetime(2023, 9, 18, hour, tzinfo=UTC)


def test_the_zone_of_the_timeline_serves_without_another() -> None:
    """What was said when extracting need not be said again."""
    [event] = events_of(to_ical(samples.timeline_of(samples.entry(when=NINE), tz="America/New_York")))
    assert event["DTSTART"].dt.hour == 13


def test_the_night_of_a_day_is_shown_on_that_day() -> None:
    """A part of a day has no clock time of its own and stays on the day that people name."""
    night = When.inside(Moment.of(2023, 9, 15, 18), Moment.of(2023, 9, 16, 6), grain=Grain.PART)
    [event] = read_back(samples.entry(when=night), tz="UTC")
    assert days(event) == (datetime.date(2023, 9, 15), datetime.date(2023, 9, 16))


@given(samples.timelines())
def test_any_timeline_makes_a_sound_calendar(tl: Timeline) -> None:
    """Whatever the text said, the bytes are valid and a reader finds every exported entry."""
    data = to_ical(evolve(tl, source="x"), empty=True, include="windows")
    assert complaints(data) == []
    assert len(events_of(data)) == len(ical_report(tl, include="windows").exported)


@settings(max_examples=25)
@given(samples.timelines())
def test_every_entry_is_exported_or_left_out_with_a_reason(tl: Timeline) -> None:
    """Nothing disappears silently."""
    report = ical_report(tl)
    assert len(report.exported) + len(report.skipped) == len(tl)
    assert all(skipped.reason for skipped in report.skipped)


# -- the seed article --------------------------------------------------------------------------------------------------

SEED = (Path(__file__).parent.parent / "seeds" / "wang-yi-visits-moscow.txt").read_text(encoding="utf-8")


def seed_calendar(text: str = SEED, **options: Any) -> bytes:
    """The calendar of the seed article."""
    return to_ical(extract(text, anchor="2023-09-18", source="wang-yi"), **options)


def test_the_seed_article_makes_a_sound_calendar() -> None:
    """Its bytes are in order."""
    assert complaints(seed_calendar()) == []


@pytest.mark.parametrize(
    ("word", "first", "end"),
    [
        ("not seen", datetime.date(2023, 8, 28), datetime.date(2023, 9, 19)),
        ("meetings", datetime.date(2023, 9, 16), datetime.date(2023, 9, 18)),
        ("consultations", datetime.date(2023, 9, 18), datetime.date(2023, 9, 22)),
    ],
)
def test_the_calendar_of_the_seed_article_has_its_dates(word: str, first: datetime.date, end: datetime.date) -> None:
    """Absence, meetings and consultations are read back."""
    [event] = [event for event in events_of(seed_calendar()) if word in event["SUMMARY"]]
    assert days(event) == (first, end)


def test_a_sentence_above_the_seed_article_changes_no_uid() -> None:
    """A corrected article updates its events."""
    longer = seed_calendar(f"This article has been corrected.\n\n{SEED}")
    assert [event["UID"] for event in events_of(longer)] == [event["UID"] for event in events_of(seed_calendar())]


def test_the_calendar_does_not_depend_on_the_machine() -> None:
    """Another zone, locale and process give the same bytes."""
    code = "import sys, timeline; text = sys.stdin.buffer.read().decode(); "
    code += "tl = timeline.extract(text, anchor='2023-09-18', source='wang-yi'); "
    code += "sys.stdout.buffer.write(timeline.to_ical(tl, tz='America/New_York'))"
    package = str(Path(timeline.__file__).parent.parent)
    environment = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONPATH": package, "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], input=SEED.encode(), capture_output=True, env=environment, timeout=60, check=True
    )
    assert done.stdout == seed_calendar(tz="America/New_York")


# -- properties --------------------------------------------------------------------------------------------------------


def test_the_stamp_is_the_anchor() -> None:
    """The article's date stands where calendars want the time of making."""
    [event] = read_back(samples.entry())
    assert event["DTSTAMP"].dt == datetime.datetime(2023, 9, 18, tzinfo=UTC)


@pytest.mark.parametrize(
    ("anchor", "written"),
    [
        (None, b"DTSTAMP:19700101T000000Z"),
        (Moment.of(2023, 9, 18, 21, 30, offset=-14_400), b"DTSTAMP:20230919T013000Z"),
        (Moment.of(-43, 3, 15), b"DTSTAMP:19700101T000000Z"),
    ],
)
def test_the_stamp_of_other_anchors(anchor: Moment | None, written: bytes) -> None:
    """A zoned anchor is written in UTC; without one that a calendar can hold, the epoch stands there."""
    assert written in to_ical(samples.timeline_of(samples.entry(), anchor=anchor))


def test_a_stamp_given_is_taken() -> None:
    """A caller who republishes may say when."""
    stamp = datetime.datetime(2024, 1, 1, 12, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    assert b"DTSTAMP:20240101T100000Z" in to_ical(samples.timeline_of(samples.entry()), stamp=stamp)


def test_events_block_no_time() -> None:
    """News in a calendar does not make its owner busy."""
    assert [str(event["TRANSP"]) for event in read_back(samples.entry())] == ["TRANSPARENT"]


@pytest.mark.parametrize(
    "entry",
    [
        samples.entry(factuality="planned"),
        samples.entry(when=evolve(samples.TALKS, approximate=True)),
        samples.entry(event=samples.event("talks", modality="may")),
        samples.entry(inferred=True),
    ],
)
def test_what_is_not_settled_is_tentative(entry: Entry) -> None:
    """Plans, approximate dates, modal events and inferred dates are marked."""
    assert [str(event["STATUS"]) for event in read_back(entry)] == ["TENTATIVE"]


def test_what_is_asserted_is_not_tentative() -> None:
    """A plain fact with a plain date has no status."""
    assert all("STATUS" not in event for event in read_back(samples.entry()))


def test_the_sentence_is_quoted() -> None:
    """The words of the article stand in the description, in one line."""
    [event] = read_back(samples.entry(sentence="There were\ntalks; long,\n  hard talks."))
    assert event["DESCRIPTION"] == "“There were talks; long, hard talks.”"


def test_quotations_can_be_left_out() -> None:
    """A publisher's words need not go into the calendar."""
    assert b"There were" not in to_ical(samples.timeline_of(samples.entry()), quotes=False)


def test_the_edtf_date_is_kept() -> None:
    """What a calendar cannot say of a date is kept beside it."""
    [event] = read_back(samples.entry(when=samples.ABSENCE))
    assert str(event["X-TIMELINE-EDTF"]) == "2023-08-28~/2023-09-18"


def test_a_window_says_that_it_is_one() -> None:
    """An event some time at a weekend does not seem to fill it."""
    window = When.inside(Moment.of(2023, 9, 16), Moment.of(2023, 9, 18))
    [event] = read_back(samples.entry(when=window))
    assert "Some time within 2023-09-16/2023-09-17." in event["DESCRIPTION"]


def test_who_says_so_is_kept() -> None:
    """What is reported keeps the name of the reporter in title and description."""
    [event] = read_back(samples.entry("the fraud", factuality="reported", attribution="prosecutors allege"))
    assert event["SUMMARY"] == "the fraud (prosecutors allege)"


def test_the_revision_of_an_article_is_numbered() -> None:
    """A corrected article updates the events of the first."""
    assert b"\r\nSEQUENCE:3\r\n" in to_ical(samples.timeline_of(samples.entry()), sequence=3)


def test_the_address_of_an_article_is_kept() -> None:
    """A reader of the calendar finds the article."""
    assert [str(event["URL"]) for event in read_back(samples.entry())] == ["https://example.org/1"]


@pytest.mark.parametrize("label", ["a\x00b", "a\x07\x1bb", "a\x7fb", "a\ud800b", "a\x9fb"])
def test_control_characters_are_removed(label: str) -> None:
    """What RFC 5545 forbids does not reach a calendar."""
    assert [event["SUMMARY"] for event in read_back(samples.entry(label))] == ["ab"]


@pytest.mark.parametrize("label", ["a, b; c", "a\\b", "“Жизнь” 平和 🙂" * 9, "x" * 500, ", ; " * 60 + "."])
def test_any_label_is_read_back(label: str) -> None:
    """Escaping and folding lose nothing."""
    assert [event["SUMMARY"] for event in read_back(samples.entry(label))] == [label]


@pytest.mark.parametrize("label", ["\\" * 200, ";" * 200, "\\N" * 99])
def test_an_escape_is_not_folded_apart(label: str) -> None:
    """A fold may fall anywhere in a row of escapes."""
    assert complaints(to_ical(samples.timeline_of(samples.entry(label)))) == []


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n", "\x85", "\u2028"])
def test_a_label_is_one_line(end: str) -> None:
    """No kind of line end splits a title."""
    assert [event["SUMMARY"] for event in read_back(samples.entry(f"one{end}two"))] == ["one two"]


# -- identity ----------------------------------------------------------------------------------------------------------


def uids(tl: Timeline) -> list[str]:
    """The UIDs of a timeline's calendar."""
    return [str(event["UID"]) for event in events_of(to_ical(tl))]


def test_a_calendar_is_the_same_every_time() -> None:
    """The same timeline gives the same bytes."""
    assert to_ical(samples.seed_like()) == to_ical(samples.seed_like())


def test_uids_differ_within_a_calendar() -> None:
    """Events with the same words are told apart by a running number."""
    found = uids(samples.timeline_of(*[samples.entry(event=samples.event("talks", place)) for place in (5, 10, 15)]))
    assert len(set(found)) == 3


def test_a_corrected_date_keeps_the_uid() -> None:
    """A calendar program moves the event instead of adding another."""
    first = samples.entry(time=samples.mention("on 18 September"))
    corrected = samples.entry(when=When.read("2023-09-19"), time=samples.mention("on 19 September"))
    assert uids(samples.timeline_of(first)) == uids(samples.timeline_of(corrected))


def test_a_sentence_put_in_front_keeps_the_uids() -> None:
    """Offsets are no part of an event's identity."""
    moved = samples.entry(event=samples.event("talks", 500), time=samples.mention("Monday", 520))
    assert uids(samples.timeline_of(samples.entry(time=samples.mention("Monday")))) == uids(samples.timeline_of(moved))


def test_a_corrected_date_does_not_swap_equal_events() -> None:
    """Equals are numbered in the order of the text, whatever their dates."""
    first = samples.entry(when=When.read("2023-09-18"), event=samples.event("talks", 5))
    second = samples.entry(when=When.read("2023-09-19"), event=samples.event("talks", 50))
    moved = evolve(second, when=When.read("2023-09-01"))
    assert uids(samples.timeline_of(first, second)) == uids(samples.timeline_of(moved, first))[::-1]


def test_what_is_left_out_does_not_renumber() -> None:
    """The options of an export change no UID."""
    denied = samples.entry(factuality="denied", event=samples.event("talks", 5))
    tl = samples.timeline_of(denied, samples.entry(event=samples.event("talks", 50)))
    both = [str(event["UID"]) for event in events_of(to_ical(tl, include="denied"))]
    assert uids(tl) == both[1:]


def test_another_article_has_other_uids() -> None:
    """Two articles on the same talks make two events."""
    row = samples.entry()
    assert uids(samples.timeline_of(row, source="a")) != uids(samples.timeline_of(row, source="b"))


def test_without_a_source_the_text_tells_articles_apart() -> None:
    """The hash of the text stands in for a source."""
    row = samples.entry()
    one, two = (samples.timeline_of(row, source=None, text_hash=text_hash) for text_hash in ("1", "2"))
    assert uids(one) != uids(two)


# -- what is left out --------------------------------------------------------------------------------------------------


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
        (samples.entry(when=When.read("2020/2022")), "it lasts 1096 days, longer than 366"),
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


def test_the_longest_period_can_be_set() -> None:
    """What is too long is the caller's to say."""
    assert reasons(samples.entry(), max_span=datetime.timedelta(days=3)) == ["it lasts 4 days, longer than 3"]


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
        ({"include": "wrong"}, OptionError, "include has 'wrong', expected some of denied, negated"),
        ({"max_span": 5}, OptionError, "max_span is 5, expected a timedelta of a day or more"),
        ({"sequence": -1}, OptionError, "sequence is -1, expected a whole number from 0"),
        ({"stamp": datetime.datetime(2023, 9, 18)}, OptionError, "expected a datetime with a time zone"),
    ],
)
def test_a_wrong_option_is_refused(options: dict[str, Any], error: type[Exception], told: str) -> None:
    """The option, its value and what would be right are told."""
    with pytest.raises(error, match=told):
        to_ical(samples.seed_like(), **options)


# -- repetitions -------------------------------------------------------------------------------------------------------


def repeated(rule: str | None, **other: Any) -> Entry:
    """A meeting that takes place again and again."""
    return samples.entry("the meeting", **{"when": When(), "recurrence": Recurrence(value="P1W", rule=rule), **other})


def test_a_repetition_starts_on_its_rule() -> None:
    """The first event is the first Tuesday, not the day of the article."""
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=TU"))
    assert event["DTSTART"].dt == datetime.date(2023, 9, 19)


def test_an_endless_repetition_is_bounded() -> None:
    """A calendar is not filled for ever: a year is."""
    assert b"RRULE:FREQ=WEEKLY;UNTIL=20240917;BYDAY=TU\r\n" in to_ical(
        samples.timeline_of(repeated("FREQ=WEEKLY;BYDAY=TU"))
    )


def test_a_counted_repetition_keeps_its_count() -> None:
    """COUNT bounds already, and may not stand beside UNTIL."""
    assert b"RRULE:FREQ=DAILY;COUNT=3\r\n" in to_ical(samples.timeline_of(repeated("FREQ=DAILY;COUNT=3")))


def test_a_repetition_ends_with_its_period() -> None:
    """Every Monday in October has no Monday of November."""
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=MO", when=When.read("2023-10")))
    assert event["DTSTART"].dt == datetime.date(2023, 10, 2)
    assert event["RRULE"]["UNTIL"] == [datetime.date(2023, 10, 30)]


def test_a_repeated_clock_time_in_utc_is_timed() -> None:
    """UNTIL is then a time of UTC, as DTSTART is."""
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=TU;BYHOUR=15;BYMINUTE=30"), tz="UTC")
    assert event["DTSTART"].dt == datetime.datetime(2023, 9, 19, 15, 30, tzinfo=UTC)
    assert event["RRULE"]["UNTIL"] == [datetime.datetime(2024, 9, 17, 15, 30, tzinfo=UTC)]


def test_the_hours_of_a_repetition_are_no_bounds_of_it() -> None:
    """ "Tuesdays from 6 to 7 pm" takes place for more than one evening."""
    hours = When.filling(Moment.of(2023, 9, 18, 18), Moment.of(2023, 9, 18, 19), grain=Grain.MINUTE)
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=TU", when=hours), tz="UTC")
    assert days(event) == tuple(datetime.datetime(2023, 9, 19, hour, tzinfo=UTC) for hour in (18, 19))
    assert event["RRULE"]["UNTIL"] == [datetime.datetime(2024, 9, 17, 18, tzinfo=UTC)]


def test_the_clock_time_said_with_a_repetition_is_kept() -> None:
    """ "Tuesdays at 3 pm" says so in the description when the zone is unknown."""
    said = meanings.Repeat(Recurrence(value="P1W"), meanings.Clock(hour=3, half="pm"))
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=TU", time=samples.mention("Tuesdays at 3", meaning=said)))
    assert "Time of day: 15:00; its time zone is not known." in event["DESCRIPTION"]


def test_several_hours_of_a_repetition_are_told_in_words() -> None:
    """One event a day cannot stand at nine and at five."""
    [event] = read_back(repeated("FREQ=DAILY;BYHOUR=9,17;BYMINUTE=30"), tz="UTC")
    assert "Time of day: 09:30, 17:30 (UTC);" in event["DESCRIPTION"]


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_a_repetition_that_utc_cannot_tell_is_all_day(zone: str) -> None:
    """Where summer time or another day of UTC would falsify the rule, the clock time goes into the description."""
    [event] = read_back(repeated("FREQ=WEEKLY;BYDAY=TU;BYHOUR=8"), tz=zone)
    assert event["DTSTART"].dt == datetime.date(2023, 9, 19)
    assert f"Time of day: 08:00 ({zone})" in event["DESCRIPTION"]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (repeated(None), "it repeats, but no rule says on which days"),
        (repeated("FREQ=HOURLY"), "it repeats within a day"),
        (
            repeated("FREQ=WEEKLY;BYDAY=MO", when=When.read("2023-10-03/2023-10-05")),
            "no day of its rule lies in its time",
        ),
        (
            repeated("FREQ=WEEKLY;BYDAY=MO", event=samples.event("met", tense="PAST")),
            "it repeated in the past, and nothing says since when",
        ),
    ],
)
def test_a_repetition_without_days_is_left_out(entry: Entry, reason: str) -> None:
    """A repetition that names no days has no place in a calendar."""
    assert reasons(entry) == [reason]


def test_a_repetition_needs_a_day_to_start_from() -> None:
    """Without an anchor there is no first Monday."""
    report = ical_report(samples.timeline_of(repeated("FREQ=WEEKLY;BYDAY=MO"), anchor=None))
    assert [skipped.reason for skipped in report.skipped] == [
        "it repeats, and without an anchor nothing says since when"
    ]


# -- the checker itself ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sound", "broken", "told"),
    [
        (b"\r\n", b"\n", "bare CR or LF"),
        (b"SUMMARY:", b"SUMMARY:" + b"x" * 70, "octets"),
        (b"SUMMARY:", b"SUMMARY:\x07", "control character"),
        ("“".encode(), "“".encode()[:1] + b"\r\n " + "“".encode()[1:], "folded apart"),
        (b"DTEND;VALUE=DATE:20230922", b"DTEND;VALUE=DATE:20230918", "DTEND is not after DTSTART"),
        (b"DTEND;VALUE=DATE:20230922", b"DTEND:20230922T000000Z", "DTEND is of another type"),
        (b"DTSTART;VALUE=DATE:20230918", b"DTSTART:20230918", "neither a date"),
        (b"DTSTART;VALUE=DATE:20230918", b"DTSTART;VALUE=DATE:20231318", "neither a date"),
        (b"DTSTAMP:20230918T000000Z", b"DTSTAMP:20230918T000000", "DTSTAMP"),
        (b"TRANSP:", b"RRULE:FREQ=DAILY;UNTIL=20240101T000000Z\r\nTRANSP:", "UNTIL is of another type"),
        (b"TRANSP:", b"RRULE:FREQ=DAILY\r\nTRANSP:", "not bounded"),
        (b"TRANSP:", b"UID:2\r\nTRANSP:", "2 times UID"),
        (b"SUMMARY:strategic", b"SUMMARY:strategic, new", "not escaped"),
        (b"VERSION:2.0\r\n", b"", "VERSION"),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR", "the last line"),
    ],
)
def test_the_checker_sees_what_readers_overlook(sound: bytes, broken: bytes, told: str) -> None:
    """Each fault that a calendar can have is reported."""
    data = to_ical(samples.seed_like())
    assert sound in data
    assert told in "; ".join(complaints(data.replace(sound, broken)))


def test_the_checker_sees_a_uid_used_twice() -> None:
    """Two events with one UID are one event to a calendar."""
    data = to_ical(samples.timeline_of(samples.entry()))
    start, end = data.index(b"BEGIN:VEVENT"), data.index(b"END:VCALENDAR")
    assert complaints(data[:end] + data[start:end] + data[end:]) == ["a UID stands twice"]


def test_hours_of_a_repetition_last_as_long_as_said() -> None:
    """A class from 7 to 9 pm takes two hours of the calendar, every week."""
    tl = extract("Yoga classes will take place on Thursdays, 7-9pm.", anchor="2023-09-18")
    (event,) = events_of(to_ical(tl, tz="UTC"))
    assert event["DTEND"].dt - event["DTSTART"].dt == datetime.timedelta(hours=2)
