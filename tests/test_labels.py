"""Labels: which words of a sentence tell what happened at a time, and which of its times tells what."""

from __future__ import annotations

import pytest

import timeline

ANCHOR = "2024-05-20"


def told(sentence: str) -> list[tuple[str, str]]:
    """The dates and labels of a sentence."""
    return [(str(entry.when), entry.label) for entry in timeline.extract(sentence, anchor=ANCHOR)]


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        (
            "Norcote lays off 35 people in spring 2023 and another 20 on 1 December 2023.",
            [("2023-21", "Norcote lays off 35 people"), ("2023-12-01", "Norcote lays off another 20 people")],
        ),
        (
            "There were 31 falls in December against 44 in November.",
            [("2023-11", "There were 44 falls"), ("2023-12", "There were 31 falls")],
        ),
        (
            "He did not resign on Thursday but on Friday.",
            [
                ("2024-05-16", "He did not resign on Thursday but on Friday"),
                ("2024-05-17", "He did not resign on Thursday but on Friday"),
            ],
        ),
        (
            "On 7 May the firm reported first-quarter sales of $5 million.",
            [("2024-33", "sales of $5 million"), ("2024-05-07", "the firm reported first-quarter sales of $5 million")],
        ),
        ("The group reported sales of $5 million for the first half of 2023.", [("2023-40", "sales of $5 million")]),
        (
            "The firm announced in the first quarter that it would close.",
            [("2024-33", "The firm announced that it would close")],
        ),
        ("Ada joined in 2019, Ben in 2021.", [("2019", "Ada joined"), ("2021", "Ben joined")]),
        ("She saw Rome in 1990, Cairo in 1991.", [("1990", "She saw Rome"), ("1991", "Cairo")]),
        ("The pier closed in 2011 and again in 2014.", [("2011", "The pier closed"), ("2014", "The pier closed again")]),
        (
            "The meeting is on 23 June and the concert on 24 June.",
            [("2024-06-23", "meeting"), ("2024-06-24", "the concert")],
        ),
        (
            "May and June 2023 were wet, but July 2023 was dry.",
            [("2023-05-01/2023-06-30", "May and June 2023 were wet"), ("2023-07", "July 2023 was dry")],
        ),
        ("He won in 1990, 1992 and 1995.", [("1990", "He won"), ("1992", "He won"), ("1995", "He won")]),
        (
            "She returned to Oslo in the spring of 1885 and the following January opened a school.",
            [("1885-21", "She returned to Oslo"), ("1886-01", "She opened a school")],
        ),
        (
            "They married in June 1950, divorced ten years later and remarried in 1971.",
            [("1950-06", "They married"), ("1960", "They divorced"), ("1971", "They remarried")],
        ),
        (
            "He was arrested in May 2021 and charged in July 2022.",
            [("2021-05", "He was arrested"), ("2022-07", "He was charged")],
        ),
        ("He was arrested in May 2021 and died in 2022.", [("2021-05", "He was arrested"), ("2022", "He died")]),
        (
            "She was elected in 2010 and led the party in 2015.",
            [("2010", "She was elected"), ("2015", "She led the party")],
        ),
        (
            "Olga Brandt was mayor until her death in 1990.",
            [("../1990-12-31", "Olga Brandt was mayor until her death in 1990"), ("1990", "her death")],
        ),
        ("Walter, who died in 2020, had three children.", [("2020", "Walter died")]),
        ("Priya Shah, 44, of Leeds, was fined in 2020.", [("2020", "Priya Shah was fined")]),
    ],
)
def test_each_time_of_a_coordination_has_its_own_part(sentence: str, rows: list[tuple[str, str]]) -> None:
    """A label tells what happened at its time, not what the sentence tells of another one."""
    assert told(sentence) == rows


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The club has been full since 2022, so places must be booked.", ("2022-01-01/2024-05-20", "The club has been full")),
        ("They did so in March, and she did not keep her word.", ("2024-03", "They did so")),
        ("Twelve wickets fell; yesterday it was three.", ("2024-05-19", "it was three")),
        ("Born above a bakery in the summer of 1933, Moro got his first job at 15.", ("1933-22", "Moro, born above a bakery")),
        ("Rents went up to 61m (2007: 63m).", ("2007", "Rents: 63m")),
        ("Talks broke down in March 2023, when the minister walked out.", ("2023-03", "the minister walked out")),
        ("It is the first win since June 2023, when Brandt took six wickets.", ("2023-06", "Brandt took six wickets")),
        ("She held the chair until she retired in 2019.", ("../2019-12-31", "She held the chair")),
        ("From 1970 until her death in 2002 she ran the station.", ("1970-01-01/2002-12-31", "she ran the station")),
        ("The dance, fixed for 16 June, is cancelled.", ("2024-06-16", "The dance is cancelled")),
        ("The opening, set for 1 June, slips to August.", ("2024-06-01", "The opening, set for 1 June")),
        ("The bridge, they like to say, was frozen in 1929.", ("1929", "The bridge was frozen")),
        ("Winds of 140 km/h were measured on Friday.", ("2024-05-17", "Winds of 140 km/h were measured")),
        ("The pair, both in their twenties, had left on Friday.", ("2024-05-17", "The pair had left")),
        ("Schools in Marram stay closed today and tomorrow.", ("2024-05-20", "Schools in Marram stay closed")),
        ("A guide fell in May 2023, and in 2019 four men died when a bridge collapsed.", ("2019", "four men died")),
        ("Her memoir, Fog Signal, published in 1995, has never been out of print.", ("1995", "Fog Signal published")),
        ("A monument was planned but not built until 1882.", ("1882", "A monument was not built until 1882")),
        ("The building, designed in 1904 by T. W. Harbin, was listed.", ("1904", "The building designed by T. W. Harbin")),
        ("1958: Tower damaged by lightning; repaired in 1959", ("1959", "Tower repaired")),
        ("Shortlisted for the Kemp Prize (not awarded in 2010)", ("2010", "Shortlisted for the Kemp Prize: not awarded")),
        ("The open day is held on 7 July, or on 14 July if it rains.", ("2024-07-07", "The open day is held")),
        ("Last year's was rained off.", ("2023", "Last year's was rained off")),
        ("Her talk is on 11 June and mine on 12 June.", ("2024-06-12", "mine")),
        ("The lunch has been moved from Tuesday to Thursday.", ("2024-05-23", "The lunch has been moved")),
        ("Please clear the shelves by close of business tomorrow.", ("2024-05-20/2024-05-21", "Please clear the shelves")),
        ("Swimming lessons run from 8 to 19 July.", ("2024-07-08/2024-07-19", "Swimming lessons run")),
        ("The new members were sworn in last week.", ("2024-05-13/2024-05-19", "The new members were sworn in")),
    ],
)
def test_the_clause_of_the_time_is_told(sentence: str, row: tuple[str, str]) -> None:
    """What stands in another clause of the sentence does not name the row."""
    assert row in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("The minutes of 7 January were approved.", [("2024-01-07", "The minutes")]),
        ("The county has not replied to our letter of 1 August.", [("2023-08-01", "our letter")]),
        ("The lift, out of use since 4 January, went back into service.", [("2024-01-04/..", "The lift, out of use")]),
        ("The 7 July bombings of 2005 killed 52 people.", [("2005-07-07", "bombings of 2005")]),
    ],
)
def test_a_date_bound_to_a_noun_dates_the_noun(sentence: str, rows: list[tuple[str, str]]) -> None:
    """Minutes are approved on another day than the one they bear."""
    assert told(sentence) == rows


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("It employs 640 people and last year reported revenue of 12 million.", "It reported revenue of 12 million"),
        ("Smith appeared at Ely Court on Monday charged with theft.", "Smith appeared at Ely Court charged with theft"),
        ("Late Hours, the largest show ever mounted here, opens on 1 June.", "Late Hours opens"),
        ("Half the village burnt, and the plague, which came in 1348, killed the rest.", "the plague came"),
        ("He said goodbye last month to the porter, who was ill.", "He said goodbye to the porter"),
        ("The match planned for Saturday has been postponed.", "The match has been postponed"),
        ("The funeral will be at St Petroc's on Friday at 11.30am.", "The funeral will be at St Petroc's"),
        ("From 1970 until her retirement in 2002 she ran the mill.", "her retirement"),
        ("2023 was a good year for the club.", "2023 was a good year for the club"),
        ("The bank rose in June but fell in July.", "The bank rose"),
        ("The trial, due to start on Monday, has been delayed.", "The trial due to start"),
        ("The ship left Hull on 3 May 1911, called at Leith two days later and was lost.", "The ship called at Leith"),
        ("Sales of the drug, approved in 2020, more than doubled last year.", "Sales of the drug more than doubled"),
        ("Since 2015 the charity, founded by two nurses in 1987, has helped many.", "the charity has helped many"),
        ("The mill in Ely closed in 1999 and that in Hull in 2004.", "that in Hull closed"),
        ("She was elected with 51% of the vote, up from 43% in 2020.", "up from 43%"),
    ],
)
def test_a_label_has_the_right_subject_and_no_loose_ends(sentence: str, label: str) -> None:
    """Who did it is the subject of the verb, whatever stands between."""
    assert label in [shown for _, shown in told(sentence)]


@pytest.mark.parametrize("noun", ["on strike", "out of order"])
def test_what_has_been_so_since_a_day_goes_on(noun: str) -> None:
    """The perfect shows it, also where a noun names the row."""
    (entry,) = timeline.extract(f"The lift has been {noun} since 13 May.", anchor=ANCHOR)
    assert entry.when.ongoing


@pytest.mark.parametrize(
    ("sentence", "rows"),
    [
        ("He drove a 1975 van into the river on Sunday.", [("2024-05-19", "He drove a 1975 van into the river")]),
        ("The firm cut its forecast for 2025 on Friday.", [("2024-05-17", "The firm cut its forecast for 2025")]),
        ("The autumn term starts on 4 September.", [("2024-09-04", "The autumn term starts")]),
        ("Third-quarter results are due on 9 November.", [("2024-11-09", "Third-quarter results are due")]),
    ],
)
def test_a_time_that_says_which_thing_is_meant_makes_no_row(sentence: str, rows: list[tuple[str, str]]) -> None:
    """It stays in the label of what happened at another time."""
    assert told(sentence) == rows


def test_what_is_called_off_is_told_at_the_day_it_was_for() -> None:
    """A day in the subject is that of the plan, and a plan lies ahead when it is given up."""
    (row,) = timeline.extract("The course on 11 June has been cancelled.", anchor=ANCHOR)
    assert (str(row.when), row.factuality, row.cancelled) == ("2024-06-11", "negated", True)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The firm, however, closed on Friday.", "The firm closed"),
        ("Shares, too, fell on Friday.", "Shares fell"),
    ],
)
def test_an_adverb_set_off_by_commas_is_no_part_of_a_subject(text: str, label: str) -> None:
    """Nothing but an adverb between the commas: the subject stands before them."""
    assert [entry.label for entry in timeline.extract(text, anchor="2025-03-12")] == [label]


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("He did not resign on Thursday but on Friday.", ["negated", "asserted"]),
        ("She was not born in 1950 but in 1951.", ["negated", "asserted"]),
        ("The shop opened not on 3 May but on 5 May.", ["negated", "asserted"]),
        ("The bridge was not built in 1890, but in 1901.", ["negated", "asserted"]),
        ("The vote will not be held on Friday but on Sunday.", ["negated", "planned"]),
        ("They did not meet in 1950 and did not speak in 1951.", ["negated", "negated"]),
    ],
)
def test_of_two_times_set_against_each_other_the_second_holds(text: str, stands: list[str]) -> None:
    assert [entry.factuality for entry in timeline.extract(text, anchor=ANCHOR)] == stands
