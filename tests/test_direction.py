"""Past or future: which weekday, day without its year or month is meant, and which quarter a report is about."""

from __future__ import annotations

import pytest

import timeline

ANCHOR = "1998-03-04"  # a Wednesday

CASES = [
    # awaited, whatever verb tells it
    ("The tests may start as soon as Monday, officials said.", "Monday", "1998-03-09"),
    ("The bank gave the firm until Monday to sign.", "Monday", "1998-03-09"),
    ("They waited until Monday.", "Monday", "1998-03-02"),
    ("Dividends are payable April 3, the company said.", "April 3", "1998-04-03"),
    ("Holders of record March 16 are paid, the company said.", "March 16", "1998-03-16"),
    ("The pact is expected in November.", "November", "1998-11"),
    ("The vote is set for December.", "December", "1998-12"),
    ("He is to arrive in October.", "October", "1998-10"),
    # from when something holds: the nearest such date, and the weekday to come
    ("The board named her president, effective Aug. 1.", "Aug. 1", "1998-08-01"),
    ("The fee, effective Feb. 1, was blamed.", "Feb. 1", "1998-02-01"),
    ("The board named her president, effective on Friday.", "Friday", "1998-03-06"),
    # a present in a relative clause tells of its own noun alone
    ("The plan follows Monday's talks with the rebels, who hold the town.", "Monday", "1998-03-02"),
    ("The concert, which opens on Monday, is sold out.", "Monday", "1998-03-09"),
    # right behind a finite past verb only the past is meant
    ("He resigned in April.", "April", "1997-04"),
    ("He was arrested on April 3.", "April 3", "1997-04-03"),
    # a participle before a time tells more than the verb of the sentence
    ("The ruling, announced Friday by the judge, would cut taxes.", "Friday", "1998-02-27"),
    ("The pact, signed Nov. 3, may hold.", "Nov. 3", "1997-11-03"),
    ("Shares rose, climbing from 20 in September.", "September", "1997-09"),
    # what belongs to its noun is over, unless the noun is of the sort that is planned
    ("They would look for ways around Friday's ruling.", "Friday", "1998-02-27"),
    ("They will attend Friday's meeting.", "Friday", "1998-03-06"),
    ("Friday's ruling will be read on television.", "Friday", "1998-03-06"),
    ("He could not be reached on Tuesday.", "Tuesday", "1998-03-03"),
    # a weekday decides the year, and the nearest of its years is meant
    ("The paper said in an editorial on Saturday, March 7: enough.", "Saturday, March 7", "1998-03-07"),
    # a length before "of" is no time ahead
    ("The aid will arrive in the first two weeks of May.", "the first two weeks of May", "P2W/1998-05"),
    ("The aid will arrive in two weeks.", "two weeks", "1998-03-18"),
    # "last" behind "to" or a modal is a verb, "to the last" is not
    ("The trial is expected to last three weeks.", "three weeks", "P3W"),
    ("The strike could not last two months, he said.", "two months", "P2M"),
    ("He was last seen on Friday.", "Friday", "1998-02-27"),
    # what must or should be done is to come, and so is what is called off
    ("Let's meet on Friday.", "Friday", "1998-03-06"),
    ("We have to leave by the 2nd.", "the 2nd", "1998-04-02"),
    ("He wants them out by the 2nd.", "the 2nd", "1998-04-02"),
    ("He says they were out by the 2nd.", "the 2nd", "1998-03-02"),
    ("They had to leave by the 2nd.", "the 2nd", "1998-03-02"),
    ("The meeting on the 2nd is cancelled.", "the 2nd", "1998-04-02"),
    ("The meeting on the 2nd was cancelled.", "the 2nd", "1998-03-02"),
    # what has been moved to a time has it still to come
    ("The regatta has been moved to 5-6 July.", "5-6 July", "1998-07-05/1998-07-06"),
    ("The family moved there in July.", "July", "1997-07"),
    # a range ends after it begins, whatever the tense
    ("It issued a warning from 4pm today until 2am on Saturday.", "4pm today until 2am on Saturday",
     "1998-03-04T16:00/1998-03-07T02:00"),
    # midnight is over, or still to come
    ("The pass expired at midnight.", "midnight", "1998-03-03T24:00"),
    ("The pass will expire at midnight.", "midnight", "1998-03-04T24:00"),
    # the day after the one told last
    ("They can come next Tuesday or the Friday after.", "the Friday after", "1998-03-13"),
    # a present right before its day is a timetable's, but a report's is over
    ("The trial continues on Friday.", "Friday", "1998-03-06"),
    ("The deadline is Friday.", "Friday", "1998-03-06"),
    ("The deadline was Friday.", "Friday", "1998-02-27"),
    ("It says on Friday the deal was struck.", "Friday", "1998-02-27"),
    # a step to come in a quarter lies in the next, a profit for one may still be reported
    ("The bank said a second step would follow in the fourth quarter.", "the fourth quarter", "1998-Q4"),
    ("The firm said it expects to report a profit for the fourth quarter.", "the fourth quarter", "1997-Q4"),
    # "the next year" behind a past is not that after the anchor
    ("The treaty was signed in 1987 and ratified the next year.", "the next year", "1988"),
    ("The treaty was signed in 1987 and will expire in the next year.", "the next year", "1999"),
    # a report keeps the latest quarter that was over
    ("Third-quarter profit rose from a year earlier.", "a year earlier", "1996-Q3"),
    ("Third-quarter profit rose. It will fall in the first quarter. In the 1996 period it fell", "the 1996 period", "1996-Q3"),
    ("Fourth-quarter profit rose after a flat second quarter. A year ago it fell.", "A year ago", "1996-Q4"),
    # what several quarters are compared with is the year before, not one of its quarters
    ("Third-quarter profit rose. In the first nine months it was 9, up from 8 a year earlier.", "a year earlier", "1996"),
    ("Third-quarter profit rose. For the nine months it was 9 million, up from the 1996 period.", "the 1996 period", "1996"),
    ("It earned 9 million in nine months and 3 in the third quarter, up from 2 a year ago.", "a year ago", "1996-Q3"),
]


@pytest.mark.parametrize(("text", "said", "value"), CASES)
def test_which_instance_is_meant(text: str, said: str, value: str) -> None:
    found = {time.text: time.value for time in timeline.times(text, anchor=ANCHOR)}
    assert found.get(said) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was arrested on 3 March and charged on the 12th.", "2014-03-12"),
        ("The fair is on 23 June and the concert on the 24th.", "2014-06-24"),
        ("They met on 20 March. He will be charged on the 25th.", "2014-05-25"),
    ],
)
def test_a_bare_day_goes_on_from_the_month_just_told(text: str, value: str) -> None:
    """Where that month still has it, and the tense does not speak against it."""
    assert timeline.times(text, anchor="2014-05-12")[-1].value == value


def test_the_reason_names_the_words_that_tell() -> None:
    time = timeline.times("The tests may start as soon as Monday.", anchor=ANCHOR)[0]
    assert '"as soon as"' in time.reason
    assert time.alternatives == ("1998-03-02",)


def test_a_start_that_goes_on_is_no_focus() -> None:
    text = "Prices have risen since 2019. The court meets next Wednesday."
    assert [time.resolved for time in timeline.times(text, anchor=None)] == [True, False]
    told = timeline.times("Prices rose in 2019. The court met in May.", anchor=None)
    assert [time.value for time in told] == ["2019", "2019-05"]


STORIES = [
    # what an event is called by leaves the story in its year
    ("On 13 July 1793 he died. The leader of the August 1792 uprising followed. On 24 August it passed.", "1793-08-24"),
    ("On 13 July 1793 he died. In August 1792 the palace fell. On 24 August the law passed.", "1792-08-24"),
    # a year behind another time still opens its sentence
    ("It fell in July 1918. In the first ten months of 1915 they held out. It was taken in October.", "1915-10"),
    # so does the year a paragraph begins with, unless it only describes a noun or lies behind what is told
    ("It fell in August 1714.\n\nThe two fleets met in 1712 off the cape. In early May it sank.", "1712-05"),
    ("It fell in August 1714.\n\nThe fort, built in 1712, burned. In early November it fell.", "1714-11"),
    ("It fell in August 1714.\n\nThe crown had built it in 1712. In early November it fell.", "1714-11"),
    # a day of the month is one of the month told, or follows soon
    ("On 20 September 1917 they attacked. The attack on the 20th was a success.", "1917-09-20"),
    ("On 25 March 1917 they attacked. They fell back on the 2nd.", "1917-04-02"),
]


@pytest.mark.parametrize(("text", "value"), STORIES)
def test_a_story_keeps_its_year(text: str, value: str) -> None:
    """The last time of a narrative, which leaves its year or month open."""
    conventions = timeline.Conventions(domain="narrative")
    assert timeline.times(text, anchor="2009-12-19", conventions=conventions)[-1].value == value


@pytest.mark.parametrize(("text", "count"), [("He left Acme Inc. Now he is gone.", 1), ("Acme Inc. Today sold it.", 1),
                                             ("Acme Inc. Chairman Lee left.", 0)])
def test_a_sentence_may_end_with_a_firm(text: str, count: int) -> None:
    """Where a word follows that opens sentences, which is then no part of a name."""
    assert len(timeline.times(text, anchor=ANCHOR)) == count


def test_the_ends_of_a_range_share_month_and_year() -> None:
    (time,) = timeline.times("They fought from the 13th to the 19th of October 1950.", anchor=ANCHOR)
    assert time.value == "1950-10-13/1950-10-19"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Brazil - a republic in 1939 - joined the war.", ["1939"]),
        ("In 2019 - 20 people died.", ["2019"]),
        ("It ran from 2011 - 2012.", ["2011/2012"]),
        ("Order 12-1998 was shipped.", []),
        ("Open on 3 May, 9 a.m. - 6 p.m.", ["1998-05-03T09:00/1998-05-03T18:00"]),
        ("It ran Jan. – Mar. 2012.", ["2012-01/2012-03"]),
        ("She left at 3 p.m. on 2 May 2012.\n\n- 5 May 2012", ["2012-05-02T15:00", "2012-05-05"]),
    ],
)
def test_a_hyphen_between_blanks_is_a_dash(text: str, values: list[str]) -> None:
    assert [time.value for time in timeline.times(text, anchor=ANCHOR)] == values


@pytest.mark.parametrize(("anchor", "year"), [("2025-04-05", 2025), ("2025-05-05", 2025), ("2025-12-05", 2026)])
@pytest.mark.parametrize(
    "text",
    [
        "The fair was moved from 3 May to 10 May.",
        "The fair has been postponed from 3 May to 10 May.",
        "The hearing has been rescheduled from 3 to 10 May.",
        "The road will be shut until the fair is over, from 3 May to 10 May.",
    ],
)
def test_what_is_told_ahead_may_have_begun(text: str, anchor: str, year: int) -> None:
    """The first day of what is moved, or will be, may be over: the last one lies ahead."""
    (row,) = timeline.extract(text, anchor=anchor)
    assert row.when.last_day is not None and str(row.when.last_day) == f"{year}-05-10"


WEDNESDAY = "2025-06-18"


@pytest.mark.parametrize(
    "text, values",
    [
        ("The office is closed from Thursday to Friday next week.", ["2025-06-26/2025-06-27"]),
        ("The museum shut between Tuesday and Thursday last week.", ["2025-06-10/2025-06-12"]),
        ("Talks are set for Wednesday-Friday next week.", ["2025-06-25/2025-06-27"]),
        ("He is away Monday to Thursday this week.", ["2025-06-16/2025-06-19"]),
        ("He will be away from Monday to Thursday the week after next.", ["2025-06-30/2025-07-03"]),
        ("The fair will run from Saturday to Monday next week.", ["2025-06-21/2025-06-23"]),  # over the weekend before
        ("The office will be closed Thursday and Friday next week.", ["2025-06-26", "2025-06-27"]),
        ("Rain fell on Monday, Tuesday, and Thursday of last week.", ["2025-06-09", "2025-06-10", "2025-06-12"]),
        ("Trains are off Thursday or Friday this week.", ["2025-06-19", "2025-06-20"]),
        ("He will be in Rome on Saturday and Monday next week.", ["2025-06-21", "2025-06-23"]),
        ("He left on Monday and will return on Friday next week.", ["2025-06-16", "2025-06-27"]),
    ],
)
def test_weekdays_share_the_week_of_the_last(text: str, values: list[str]) -> None:
    assert [time.value for time in timeline.times(text, anchor=WEDNESDAY)] == values


@pytest.mark.parametrize(
    "text, date",
    [
        ("The match was moved from 3 May to 10 May.", "2025-05-10"),
        ("The exam was rescheduled from 12 June to 26 June.", "2025-06-26"),
        ("The concert was postponed from 3 May to 30 August.", "2025-08-30"),
        ("The fair was put back from 5 July to 12 July.", "2025-07-12"),
        ("The vote was brought forward from 12 July to 5 July.", "2025-07-05"),
        ("The vote has been brought forward from Friday to Thursday.", "2025-06-19"),
        ("The wedding was put forward from 20 December to 6 December.", "2025-12-06"),
        ("The launch was moved up from September to August.", "2025-08"),
        ("The fair will run from 3 May to 10 May.", "2026-05-03/2026-05-10"),  # nothing is set anew
    ],
)
def test_what_is_set_anew_stays_near_its_old_date(text: str, date: str) -> None:
    (entry,) = timeline.extract(text, anchor=WEDNESDAY)
    assert entry.when is not None and str(entry.when) == date
