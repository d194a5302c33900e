"""Rows as a reader sees them: whose clause a time dates, who is its subject, and what its label says."""

from __future__ import annotations

import pytest

import timeline

ANCHOR = "2024-03-14"


def rows(text: str, anchor: str | None = ANCHOR) -> set[tuple[str, str]]:
    return {(str(row.when), row.label) for row in timeline.extract(text, anchor=anchor)}


@pytest.mark.parametrize(
    ("text", "when", "label"),
    [
        ('"We kept our word," said Ada Vance, who became chair on 1 April 2023.', "2023-04-01", "Ada Vance became chair"),
        (
            "Roy Mallin, who as captain of the county side won the cup in 1961, died on Saturday.",
            "1961",
            "Roy Mallin won the cup",
        ),
        ("Mallin's wife, Bea, to whom he had been married for years, died in April 2020.", "2020-04", "Bea died"),
        ("The bank, in which the state took a stake in 2009, was sold in May 2023.", "2023-05", "The bank was sold"),
        ("She ran a shop until 2001 and, in 1984, refused to pay a fine.", "1984", "She refused to pay a fine"),
        ("Elsa, whom he married in 1961, died in 2018.", "1961", "he married Elsa"),
        ("The house she bought in 1999 burned down in May 2022.", "1999", "she bought the house"),
        ("The house she bought in 1999 burned down in May 2022.", "2022-05", "The house she bought burned down"),
        ("In the last match he scored in May 2019.", "2019-05", "he scored"),
        ("He was arrested in May 2019, charged in June 2019 and released in July 2019.", "2019-07", "He was released"),
        ("The school was built in 1963 and rebuilt in 1972.", "1972", "The school was rebuilt"),
        ("It has not been cut since 2009.", "2009-01-01/2024-03-14", "It has not been cut"),
        ("He missed most of 1959 with a broken wrist.", "1959", "He missed with a broken wrist"),
        ("She was released from prison as recently as last month.", "2024-02", "She was released from prison"),
        ("The launch is still on for 7 November.", "2024-11-07", "The launch is still on"),
        ("The pipe reported in April 2023 was mended on 2 June 2023.", "2023-06-02", "The pipe was mended"),
        (
            "He complained that a shelter hit by a truck in May 2023 had not been mended.",
            "2023-05",
            "a shelter hit by a truck",
        ),
    ],
)
def test_a_label_tells_who_and_what(text: str, when: str, label: str) -> None:
    assert (when, label) in rows(text)


@pytest.mark.parametrize(
    ("text", "when", "label"),
    [
        (
            "He served in Malta, where he was wounded in 1957, and in Borneo from 1964 to 1966.",
            "1964-01-01/1966-12-31",
            "Borneo",
        ),
        ("He moved to Paris in 1955, and in 1960 to Rome.", "1960", "he moved to Rome"),
        ("In May 2011, a year after she was elected, the mayor resigned.", "2011-05", "the mayor resigned"),
        ("In 2010, when the mine closed, 300 people lost their jobs.", "2010", "300 people lost their jobs"),
        ("In 2010, when the mine closed, 300 people lost their jobs.", "2010", "the mine closed"),
        ("In 1966 plans to replace it were dropped.", "1966", "plans to replace it were dropped"),
    ],
)
def test_a_time_dates_the_clause_it_belongs_to(text: str, when: str, label: str) -> None:
    assert any(at == when and label.lower() in told.lower() for at, told in rows(text))


def test_a_time_set_against_another_makes_no_row() -> None:
    assert rows("The proofs will come on Friday, not Thursday.") == {("2024-03-15", "The proofs will come")}
    assert len(rows("She did not come on Monday and not on Tuesday.")) == 1


def test_a_match_whose_day_owns_it_lies_ahead_of_a_present() -> None:
    assert rows("Saturday's match is not affected.") == {("2024-03-16", "the match is not affected")}
    assert rows("Saturday's match was not affected.") == {("2024-03-09", "the match was not affected")}


def test_what_has_been_cancelled_lies_ahead_and_is_negated() -> None:
    for text in ("Norlink has cancelled all sailings on Friday.", "The club has cancelled Friday's match."):
        (row,) = timeline.extract(text, anchor=ANCHOR)
        assert (str(row.when), row.factuality) == ("2024-03-15", "negated")
    (row,) = timeline.extract("Norlink cancelled 40 flights on Friday.", anchor=ANCHOR)
    assert (str(row.when), row.factuality) == ("2024-03-08", "asserted")


def test_a_crime_is_judged_at_the_time_behind_it() -> None:
    (row,) = timeline.extract("The judge cleared him of murder in 2019.", anchor=ANCHOR)
    assert row.event is not None and (row.event.text, row.factuality) == ("cleared", "asserted")


def test_what_is_told_behind_but_is_left_to_its_own_row() -> None:
    told = rows("The mayor can't come on Tuesday but her deputy accepted yesterday.")
    assert told == {("2024-03-19", "The mayor can't come"), ("2024-03-13", "her deputy accepted")}


def test_a_colon_parts_a_past_from_what_follows() -> None:
    told = rows("The printers rang: proofs reach us on Friday, and they need corrections.", "2024-03-13")
    assert told == {("2024-03-15", "proofs reach us")}


def test_the_previous_friday_is_counted_from_the_article_behind_a_month() -> None:
    text = "The microscope, ordered in July 2023, had not arrived. He had spoken to the Dean the previous Friday."
    assert ("2024-03-08", "He had spoken to the Dean") in rows(text)


def test_a_clock_time_behind_a_month_is_of_the_day_told_last() -> None:
    text = "She was robbed on Monday of a ring bought in August. A neighbour heard a car at 8:15 p.m."
    assert ("2024-03-11T20:15:00", "A neighbour heard a car") in rows(text)


def test_since_then_counts_from_the_year_told_last() -> None:
    text = "The bridge was opened on 14 July 1803. In 1966 it was closed, and since then it has carried nobody."
    assert any(when.startswith("1966") and "carried" in label for when, label in rows(text, None))


def test_a_service_of_thanks_is_no_holiday() -> None:
    assert not any("11-28" in when for when, _ in rows("A thanksgiving service will be held on 5 May."))


def test_an_agency_in_brackets_belongs_to_the_dateline() -> None:
    text = "HALSTEAD FALLS, March 14 (Interstate Press) -- A worker has died of injuries he suffered on March 7."
    assert rows(text) == {("2024-03-07", "he suffered injuries")}


def test_the_number_of_a_house_is_no_year() -> None:
    assert rows("On 12 March men were sent to 1180 Alder Court.") == {("2024-03-12", "men were sent to 1180 Alder Court")}
    assert rows("In 1984 Park Lane was renamed.") == {("1984", "Park Lane was renamed")}
    assert rows("By 1950 Church Street was paved.") == {("../1950-12-31", "Church Street was paved")}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Since 1900 Alder Street has been closed.", ["1900"]),
        ("From 1984 Park Lane was closed.", ["1984"]),
        ("He moved from 1180 Alder Court to the river.", []),
    ],
)
def test_a_preposition_makes_a_year_before_the_name_of_a_street(text: str, years: list[str]) -> None:
    assert [time.value for time in timeline.times(text, anchor="2024-03-15")] == years


def test_a_sentence_begins_behind_a_half_of_the_day() -> None:
    text = "Chair Ortega called the meeting to order at 7:02 p.m. Members Hale and Lind were absent."
    assert rows(text) == {("2024-03-14T19:02:00", "Chair Ortega called the meeting to order")}
    assert ("2024-03-12T19:00:00", "The bomb went off in a market") in rows("The bomb went off at 7 p.m. Tuesday in a market.")
    assert ("2024-03-14T19:00:00", "Smith said he would resign") in rows("At 7 p.m. Smith said he would resign.")


def test_a_sentence_begins_behind_a_dash_unless_a_time_goes_on() -> None:
    told = timeline.extract("He came at 5 p.m. - The mayor left on 3 March.", anchor=ANCHOR)
    assert {entry.label: entry.sentence for entry in told} == {
        "He came": "He came at 5 p.m.",
        "The mayor left": "- The mayor left on 3 March.",
    }
    (time,) = timeline.times("Open 9 a.m. - noon on Friday.", anchor=ANCHOR)
    assert time.text == "9 a.m. - noon on Friday"


def test_a_meeting_that_was_called_to_order_is_recorded_in_minutes() -> None:
    head = "TOWN COUNCIL - SPECIAL MEETING, March 5, 2024\n\n"
    text = head + "The chair called the meeting to order at 7:02 p.m.\n\nADJOURNED 9:31 p.m.\n"
    assert {when for when, _ in rows(text)} >= {"2024-03-05T19:02:00", "2024-03-05T21:31:00"}


def test_a_weekday_before_a_stamp_tells_the_day_of_the_lines_below() -> None:
    text = "Fri 2100 Doors locked.\n2330 Bar closed.\nSat 0015 Taxi called.\n0500 Delivery arrived.\n"
    for head in ("", "NIGHT LOG - Fri 8 / Sat 9 March 2024\n\n"):
        assert {when for when, _ in rows(head + text, "2024-03-11")} == {
            "2024-03-08T21:00:00",
            "2024-03-08T23:30:00",
            "2024-03-09T00:15:00",
            "2024-03-09T05:00:00",
        }


def test_a_programme_with_weekdays_lies_ahead() -> None:
    text = "Sat 10:00 Doors open\n11:00 Talk by Ann Lee\nSun 10:00 Walk\n"
    assert {when[:10] for when, _ in rows(text)} == {"2024-03-16", "2024-03-17"}


def test_a_weekday_above_older_lines_looks_back() -> None:
    text = "11.40 Voting has closed.\n10.15 The leader has arrived.\nWednesday\n23.45 The house rises.\n21.10 A vote fails.\n"
    assert {when[:10] for when, _ in rows(text)} == {"2024-03-14", "2024-03-13"}


def test_a_copula_may_head_the_clause_that_a_repetition_opens() -> None:
    assert len(rows("The 1990s were long ago. A few days, Wednesdays at 10 am, were Fat Tuesday 2014.")) > 0
    assert len(rows("the 1990s and the 18th century were long ago. a few days Wednesdays at 10 am Fat Tuesday 2014")) > 0


@pytest.mark.parametrize(
    ("text", "when", "label"),
    [
        ("Kim, whose contract ends in 2027, is to hold talks this week.", "2027", "whose contract ends"),
        ("The mayor, whose mandate ends in May 2026, spoke on Monday.", "2026-05", "whose mandate ends"),
        ("Lee, whose lease ends in June, moved out on Monday.", "2024-03-11", "Lee moved out"),
        ("Smith, who admitted money laundering in June, was jailed on Monday.", "2023-06", "Smith admitted money laundering"),
        ("Lee, who pleaded guilty to armed robbery in June, was jailed.", "2023-06", "Lee pleaded guilty to armed robbery"),
        ("The driver, who confessed to murder in March, died on Sunday.", "2024-03", "The driver confessed to murder"),
        ("She admitted the theft in February was planned.", "2024-02", "the theft was planned (She admitted)"),
        ("He was cleared of murder in 2019.", "2019", "He was cleared of murder"),
        ("The unit left 15MAR23 1010.", "2023-03-15T10:10:00", "The unit left"),
    ],
)
def test_a_clause_about_a_noun_keeps_its_time(text: str, when: str, label: str) -> None:
    assert (when, label) in rows(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The price fell from 1950 to 1875 dollars.", []),
        ("Membership dropped from 2014 to 1987 members.", []),
        ("Shares fell to 1950 from 2010.", []),
        ("The index climbed to 1950 from 1910 on Monday.", ["2024-03-11"]),
        ("Emissions fell from 1990 to 2010.", ["1990/2010"]),
        ("Sales grew from 2012 to 2019 in Asia.", ["2012/2019"]),
        ("He taught in Rome from 1990 to 1995 and moved to Bonn.", ["1990/1995"]),
    ],
)
def test_figures_that_rise_and_fall_are_no_years(text: str, told: list[str]) -> None:
    assert [time.value for time in timeline.times(text, anchor=ANCHOR)] == told
