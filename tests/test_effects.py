"""What a signal and a time say about when an event was: the table of effects, row by row, at the level of bounds."""

from __future__ import annotations

import pytest

import timeline
from timeline import Entry

ANCHOR = "2023-09-18"  # a Monday

Bounds = tuple[str | None, str | None, str | None, str | None]

# sentence, word of the event, bounds as days: earliest and latest start, earliest and latest end (the last day, included)
WINDOWS: list[tuple[str, str, str, str]] = [
    ("They met on Friday.", "met", "2023-09-15", "2023-09-15"),
    ("They met in March.", "met", "2023-03-01", "2023-03-31"),
    ("The train left at 3 p.m. on Friday.", "left", "2023-09-15", "2023-09-15"),
    ("The bridge collapsed during August.", "collapsed", "2023-08-01", "2023-08-31"),
    ("They met between Monday and Thursday.", "met", "2023-09-11", "2023-09-14"),
    ("The court will rule by Friday.", "rule", "2023-09-18", "2023-09-22"),
    ("They must reply no later than Friday.", "reply", "2023-09-18", "2023-09-22"),
    ("The company will reply within three days.", "reply", "2023-09-18", "2023-09-21"),
    ("The court sat on 5 June. He was freed within three days.", "freed", "2023-06-05", "2023-06-08"),
    ("A report is expected within three weeks.", "expected", "2023-09-18", "2023-10-09"),
    ("He replied within three days.", "replied", "2023-09-15", "2023-09-18"),
    ("Sales rose since May.", "rose", "2023-05-01", "2023-09-18"),
    ("He died two days after 5 May 2023.", "died", "2023-05-07", "2023-05-07"),
    ("He resigned three days before 5 May 2023.", "resigned", "2023-05-02", "2023-05-02"),
    ("He died two weeks after 5 May 2023.", "died", "2023-05-16", "2023-05-22"),
    ("He resigned two months before 20 May 2023.", "resigned", "2023-03-05", "2023-04-04"),
    ("The war ended on 5 May 1945. Three days later he died.", "died", "1945-05-08", "1945-05-08"),
    ("The war ended on 5 May 1945. Three days earlier he had fled.", "fled", "1945-05-02", "1945-05-02"),
    ("He did not leave until Friday.", "leave", "2023-09-15", "2023-09-15"),
    ("The café will not open until Thursday.", "open", "2023-09-21", "2023-09-21"),
    ("He left after Friday's talks.", "talks", "2023-09-15", "2023-09-15"),
    ("He has kept silent since Friday's vote.", "vote", "2023-09-15", "2023-09-15"),
]

# sentence, word of the event, the four bounds as days
BOUNDS: list[tuple[str, str, Bounds]] = [
    ("She left before Friday.", "left", (None, None, None, "2023-09-14")),
    ("He resigned ahead of Monday.", "resigned", (None, None, None, "2023-09-17")),
    ("They left prior to 5 May 2023.", "left", (None, None, None, "2023-05-04")),
    ("He returned after 3 May 2023.", "returned", ("2023-05-04", None, None, None)),
    ("Following 3 May 2023 he stayed away.", "stayed", ("2023-05-04", None, None, None)),
    ("He returned after March.", "returned", ("2023-04-01", None, None, None)),
    ("The shop was closed until Friday.", "closed", (None, None, "2023-09-15", "2023-09-15")),
    ("The shop will be closed till Friday.", "closed", ("2023-09-18", None, "2023-09-22", "2023-09-22")),
    ("The shop was closed until August.", "closed", (None, None, "2023-07-31", "2023-08-31")),
    ("Results are not expected before June 2024.", "expected", ("2024-06-01", "2024-06-30", None, None)),
    ("They talked from Monday to Thursday.", "talked", ("2023-09-11", "2023-09-11", "2023-09-14", "2023-09-14")),
    ("The shop will be closed from Friday.", "closed", ("2023-09-22", "2023-09-22", None, None)),
    ("The shop will be closed from Friday onwards.", "closed", ("2023-09-22", "2023-09-22", None, None)),
    ("The fair will run from Friday for three days.", "run", ("2023-09-22", "2023-09-22", "2023-09-24", "2023-09-24")),
    ("They fought for three days until Friday.", "fought", ("2023-09-13", "2023-09-13", "2023-09-15", "2023-09-15")),
    ("He had been missing since Friday.", "missing", ("2023-09-15", "2023-09-15", None, None)),
]

# sentence, word of the event, earliest and latest start, whether exact; it goes on at the anchor
GOING_ON = [
    ("The shop has been closed since Friday.", "closed", "2023-09-15", "2023-09-15"),
    ("The shop has been closed since March.", "closed", "2023-03-01", "2023-03-31"),
    ("The shop has been closed for three weeks.", "closed", "2023-08-28", "2023-08-28"),
    ("The shop has been closed for about three weeks.", "closed", "2023-08-25", "2023-08-31"),
]


def row(sentence: str, word: str) -> Entry:
    """The row of the event that a word tells."""
    tl = timeline.extract(sentence, anchor=ANCHOR)
    return next(entry for entry in (*tl.entries, *tl.hidden) if entry.event is not None and entry.event.text == word)


def days(entry: Entry) -> Bounds:
    """The four bounds as days, ends as the last day that is still inside."""
    when = entry.when
    starts = [None if bound is None else str(bound)[:10] for bound in (when.earliest_start, when.latest_start)]
    ends = [None if bound is None else timeline.Moment(bound.wall - 1) for bound in (when.earliest_end, when.latest_end)]
    return (*starts, *(None if end is None else str(end)[:10] for end in ends))  # type: ignore[return-value]


@pytest.mark.parametrize("sentence, word, first, last", WINDOWS)
def test_it_falls_inside_the_time(sentence: str, word: str, first: str, last: str) -> None:
    """A window: it starts and ends anywhere inside."""
    entry = row(sentence, word)
    assert days(entry) == (first, last, first, last)
    assert entry.when.window and not entry.when.ongoing


@pytest.mark.parametrize("sentence, word, bounds", BOUNDS)
def test_its_start_or_end_is_told(sentence: str, word: str, bounds: Bounds) -> None:
    """What a signal does not tell stays open."""
    entry = row(sentence, word)
    assert days(entry) == bounds
    assert not entry.when.window and not entry.when.ongoing


@pytest.mark.parametrize("sentence, word, earliest, latest", GOING_ON)
def test_a_perfect_goes_on_at_the_anchor(sentence: str, word: str, earliest: str, latest: str) -> None:
    """A perfect with "since" or "for" starts then, and had not ended at the end of the anchor's day."""
    entry = row(sentence, word)
    assert days(entry) == (earliest, latest, ANCHOR, None)
    assert entry.when.ongoing


@pytest.mark.parametrize(
    "sentence, word",
    [
        ("They fought for three days.", "fought"),
        ("He had lived there for three years.", "lived"),
    ],
)
def test_a_length_alone_dates_nothing(sentence: str, word: str) -> None:
    """Without an end a length is a length; a past perfect leads up to another time than the anchor."""
    entry = row(sentence, word)
    assert not entry.dated and entry.duration is not None


def test_a_distance_from_another_event_is_no_length() -> None:
    """ "Three days before the wedding" does not say that he died for three days; the row waits among the references."""
    tl = timeline.extract("He died three days before the wedding.", anchor=ANCHOR)
    entry = next(entry for entry in tl.hidden if entry.event is not None and entry.event.text == "died")
    assert entry.duration is None and entry.is_reference


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        # a difference is no date and no length
        ("The bridge opened on 3 May, six months later than promised.", [("2023-05-03", "The bridge opened")]),
        ("The train arrived three hours late on Friday.", [("2023-09-15", "The train arrived three hours late")]),
        ("The tunnel was finished in March, a year ahead of schedule.", [("2023-03", "The tunnel was finished")]),
        # what was agreed lies ahead of the agreement
        ("It was agreed to raise fees by 5% from 1 August.", [("2024-08-01/..", "It was agreed to raise fees by 5%")]),
        ("They voted to close the pool in August.", [("2024-08", "They voted to close the pool")]),
        # the night goes on after midnight
        (
            "It was closed at 10pm on Friday. It was shut in the early hours.",
            [("2023-09-15T22:00:00", "It was closed"), ("2023-09-16T00:00:00/2023-09-16T06:00:00", "It was shut")],
        ),
        (
            "Doors open at 7pm on Saturday. The bar closes at 1am.",
            [("2023-09-23T19:00:00", "Doors open"), ("2023-09-24T01:00:00", "The bar closes")],
        ),
        # what is denied leaves the story where it was
        (
            "They will move on the 22nd, not on Friday. The servers stop two days before that.",
            [("2023-09-20", "The servers stop"), ("2023-09-22", "They will move")],
        ),
        # what something comes before has the day to itself
        ("She will circulate the accounts before the AGM on 6 October.", [("2023-10-06", "the AGM")]),
        ("Talks resumed ahead of Friday's vote.", [("2023-09-22", "the vote")]),
        ("She appeared before the magistrates on Friday.", [("2023-09-15", "She appeared before the magistrates")]),
        ("He performed before the queen on Friday.", [("2023-09-15", "He performed before the queen")]),
        # what is set for a day, what is off, what cannot be
        ("A hearing has been fixed for 9 August.", [("2024-08-09", "A hearing has been fixed")]),
        ("I've booked the cottage for the last week of August.", [("2024-08-26/2024-09-01", "I've booked the cottage")]),
        ("The trip to Wales in October is off.", [("2023-10", "The trip to Wales is off")]),
        ("Work cannot start before Friday.", [("2023-09-22/..", "Work cannot start before Friday")]),
        ("He was arrested on Monday and tried", [("2023-09-18", "He was arrested")]),
        ("The rent is due within 999999999 days.", [("2023-09-18/Y2739930-09-20", "The rent is due")]),
        ("The quiz night on 8 September raised £640.", [("2023-09-08", "The quiz night raised £640")]),
    ],
)
def test_rows_that_a_reader_expects(text: str, rows: list[tuple[str, str]]) -> None:
    """All on Monday 18 September 2023."""
    assert [(str(entry.when), entry.label) for entry in timeline.extract(text, anchor="2023-09-18")] == rows
