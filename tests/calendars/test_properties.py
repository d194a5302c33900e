"""What stands in an event beside its date: words, marks of uncertainty, and where it was told."""

from __future__ import annotations

import datetime

import pytest
from attrs import evolve

from tests import samples
from tests.calendars.checker import complaints
from tests.calendars.reading import events_of, read_back, written
from timeline import (
    Entry,
    Moment,
    Recurrence,
    When,
    extract,
    to_ical,
)
from timeline.calendar.almanac import Grain
from timeline.export.ical.event import COLORS

UTC = datetime.timezone.utc


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
    ],
)
def test_what_is_not_settled_is_tentative(entry: Entry) -> None:
    """Plans, approximate dates, modal events and inferred dates are marked."""
    assert [str(event["STATUS"]) for event in read_back(entry)] == ["TENTATIVE"]


def test_an_inferred_date_is_tentative() -> None:
    """What only follows from other dates is marked where it is taken in."""
    assert [str(event["STATUS"]) for event in read_back(samples.entry(inferred=True), include="inferred")] == ["TENTATIVE"]


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


@pytest.mark.parametrize("source", ["wang-yi", "../../etc/passwd", "file:///etc/passwd", "javascript:alert(1)", "ftp://a.b/c"])
def test_what_is_no_address_is_no_url(source: str) -> None:
    """Programs open a URL on a click, so only addresses on the web become one; any other id is kept as text."""
    [event] = events_of(to_ical(samples.timeline_of(samples.entry(), source=source)))
    assert "URL" not in event and str(event["X-TIMELINE-SOURCE"]) == source


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("https://example.org/a?b=c;d,e&f=%20#g", "https://example.org/a?b=c;d,e&f=%20#g"),
        ("HTTPS://example.org", "HTTPS://example.org"),
        ("https://example.org/köln", "https://example.org/k%C3%B6ln"),
        ("https://example.org/a b", None),
        ("https://example.org/a\r\nBEGIN:VALARM", None),
        ("https://example.org/\ud800", None),
        ('https://example.org/"><script>', None),
        ("https://кремль.example/", None),
        ("https:///etc/passwd", None),
    ],
)
def test_an_address_is_written_as_one(source: str, url: str | None) -> None:
    """Letters beyond ASCII are escaped; what is no address is kept as text."""
    lines = written(samples.entry(source=source))
    assert [line for line in lines if line.startswith("URL:")] == ([] if url is None else [f"URL:{url}"])
    assert [line for line in lines if line.startswith(("BEGIN:VALARM", "END:VALARM"))] == []


def test_an_entry_of_a_merged_timeline_has_its_own_article() -> None:
    """Anchor, zone and address are those of the article that tells it."""
    told = "The board meets at 3 pm on Friday. The choir meets every Friday."
    one = extract(told, anchor="2023-09-18", source="https://example.org/1", tz="UTC")
    two = extract(told, anchor="2023-10-02", source="https://example.org/2")
    data = to_ical(one | two)
    assert complaints(data) == []
    assert {(str(e["URL"]), e["DTSTART"].dt, e["DTSTAMP"].dt.date()) for e in events_of(data)} == {
        ("https://example.org/1", datetime.datetime(2023, 9, 22, 15, tzinfo=UTC), datetime.date(2023, 9, 18)),
        ("https://example.org/1", datetime.date(2023, 9, 22), datetime.date(2023, 9, 18)),
        ("https://example.org/2", datetime.date(2023, 10, 6), datetime.date(2023, 10, 2)),
    }
    assert {str(e["UID"]) for e in events_of(to_ical(one))} < {str(e["UID"]) for e in events_of(data)}


# -- how sure and how precise ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("entry", "categories"),
    [
        (samples.entry(factuality="planned"), ["planned"]),
        (samples.entry(when=samples.ABSENCE, factuality="negated"), ["negated", "approximate", "ongoing"]),
        (samples.entry(when=When.inside(Moment.of(2023, 9, 16), Moment.of(2023, 9, 18))), ["within"]),
        (samples.entry(when=When.inside(Moment.of(2023, 9, 16), Moment.of(2023, 9, 17))), []),
        (samples.entry(factuality="negated", cancelled=True), ["cancelled"]),
        (samples.entry(inferred=True), ["inferred"]),
        (
            samples.entry(when=When(), recurrence=Recurrence(value="P1W", rule="FREQ=WEEKLY;BYDAY=TU")),
            ["repeating"],
        ),
        (samples.entry(), []),
    ],
)
def test_what_is_not_plain_is_a_category(entry: Entry, categories: list[str]) -> None:
    """The words of the timeline mark what a reader may want to filter or colour."""
    [event] = read_back(entry, include="inferred")
    assert ([str(name) for name in event["CATEGORIES"].cats] if "CATEGORIES" in event else []) == categories


@pytest.mark.parametrize(
    ("when", "color", "grain"),
    [
        (When.read("2023-09-18T09:00:00Z/2023-09-18T09:59:59Z"), "navy", "second"),
        (When.inside(Moment.of(2023, 9, 15, 18), Moment.of(2023, 9, 16, 6), grain=Grain.PART), "mediumblue", "part"),
        (samples.TALKS, "royalblue", "day"),
        (samples.WEEKEND, "cornflowerblue", "weekend"),
        (When.read("2023-09"), "lightskyblue", "month"),
        (When.read("2023"), "lightsteelblue", "year"),
    ],
)
def test_the_grain_is_kept_and_coloured(when: When, color: str, grain: str) -> None:
    """The finer the time was told, the darker the event."""
    [event] = read_back(samples.entry(when=when))
    assert (str(event["COLOR"]), str(event["X-TIMELINE-GRAIN"])) == (color, grain)


def test_every_grain_has_a_color() -> None:
    """A new grain would leave an event without one."""
    assert set(COLORS) == set(Grain)


def test_the_rules_that_read_the_time_are_kept() -> None:
    """Each rule once, in a property of its own, by the names of the rules page."""
    lines = written(samples.entry(time=samples.mention("Monday to Thursday", rules=("weekday", "from to", "weekday"))))
    assert [line for line in lines if line.startswith("X-TIMELINE-RULE")] == [
        "X-TIMELINE-RULE:weekday",
        "X-TIMELINE-RULE:from to",
    ]


def test_the_description_tells_how_the_date_came_about() -> None:
    """Sentence, doubts and derivation: each on a line of its own."""
    tl = extract("Ministers will meet on Friday.", anchor="2023-09-18")
    [event] = events_of(to_ical(tl))
    assert str(event["DESCRIPTION"]).splitlines() == [
        "“Ministers will meet on Friday.”",
        "Told as planned.",
        '“Friday” is 2023-09-22: the next from the anchor 2023-09-18: future, shown by "will meet"; '
        "the other reading: 2023-09-15.",
    ]


def test_the_description_of_an_inferred_date_says_so() -> None:
    """What follows from other dates tells from which."""
    [event] = read_back(samples.entry(inferred=True, reason="after the vote"), include="inferred")
    assert "Its date is inferred from other dates: after the vote." in event["DESCRIPTION"]


def test_a_cancelled_event_is_told_so() -> None:
    """What was called off is marked for programs and for people."""
    [event] = read_back(samples.entry(factuality="negated", cancelled=True))
    assert str(event["STATUS"]) == "CANCELLED" and "Called off." in event["DESCRIPTION"]


def test_no_sentence_stands_in_a_calendar_without_quotes() -> None:
    """The description then holds what we say ourselves, with the words of the time alone."""
    tl = extract("Ministers will meet on Friday, full of hope.", anchor="2023-09-18")
    [event] = events_of(to_ical(tl, quotes=False))
    assert "hope" not in event["DESCRIPTION"] and "“Friday” is 2023-09-22" in event["DESCRIPTION"]
