"""The Timeline as an object to ask: subscripts, slices, selections by time and word, and their errors."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import Entry, Timeline, When

TEXT = (
    "The ministers met on Friday. They will meet again in May 2024. The bridge was closed from 3 to 7 July 2023. "
    "Repairs began on 5 July 2023. The mayor resigned in 2022. The road has been closed since 1 September 2023."
)


@pytest.fixture(scope="module")
def tl() -> Timeline:
    return timeline.extract(TEXT, anchor="2023-09-18")


def days(found: Timeline) -> list[str]:
    return [str(entry.when) for entry in found]


def test_rows_come_in_order_of_start(tl: Timeline) -> None:
    """Earliest start first, then latest end, then place in the text."""
    assert days(tl) == [
        "2022", "2023-07-03/2023-07-07", "2023-07-05", "2023-09-01/2023-09-18", "2023-09-15", "2024-05",
    ]  # fmt: skip


def test_overlapping_gives_what_may_have_been_going_on(tl: Timeline) -> None:
    """A window may overlap a day inside it; certain=True leaves it out."""
    assert days(tl.overlapping("2022-06-01")) == ["2022"]
    assert not tl.overlapping("2022-06-01")[0].certain
    assert days(tl.overlapping("2022-06-01", certain=True)) == []
    assert days(tl.overlapping("2023-07-05", certain=True)) == ["2023-07-03/2023-07-07", "2023-07-05"]


def test_before_and_after_leave_out_what_overlaps(tl: Timeline) -> None:
    """What must have ended, and what cannot have begun."""
    assert days(tl.before("2023-07-05", certain=True)) == ["2022"]
    assert days(tl.after("2023-07-07", certain=True)) == ["2023-09-01/2023-09-18", "2023-09-15", "2024-05"]


def test_between_takes_what_lies_wholly_inside(tl: Timeline) -> None:
    """Both ends are included to the grain written; an event that goes on may have ended inside."""
    assert days(tl.between("2023-07", "2023-07", certain=True)) == ["2023-07-03/2023-07-07", "2023-07-05"]


def test_on_takes_one_calendar_unit(tl: Timeline) -> None:
    """A day, a week or a month; an interval is for overlapping."""
    assert days(tl.on("2023-W37", certain=True)) == ["2023-09-01/2023-09-18", "2023-09-15"]
    assert days(tl.on(datetime.date(2023, 7, 5))) == ["2023-07-03/2023-07-07", "2023-07-05"]
    with pytest.raises(timeline.PeriodError, match="overlapping"):
        tl.on("2023-07-01/2023-07-03")


def test_a_slice_is_a_stretch_of_time(tl: Timeline) -> None:
    """Its ends are included; numbers slice the rows."""
    assert days(tl["2023-07":"2023-07"]) == days(tl.overlapping("2023-07"))
    assert days(tl[:"2022"]) == ["2022"]
    assert len(tl[0:2]) == 2
    with pytest.raises(timeline.PeriodError, match="before it starts"):
        tl["2023":"2022"]


def test_an_entry_answers_to_its_head_word(tl: Timeline) -> None:
    """By form or lemma; several are listed, none names the closest."""
    assert str(tl["resigned"].when) == str(tl["resign"].when) == "2022"
    assert str(tl[0].when) == "2022" and str(tl[-1].when) == "2024-05"
    with pytest.raises(timeline.AmbiguousError, match="2 entries answer to 'meet'") as several:
        tl["meet"]
    assert isinstance(several.value, LookupError)
    with pytest.raises(timeline.MissingError, match="resigned"):
        tl["resigne"]
    with pytest.raises(KeyError, match=r"tl\.on"):
        tl["2023-07-05"]
    with pytest.raises(timeline.MissingError, match="the timeline has 6"):
        tl[6]


def test_mentioning_finds_words_anywhere(tl: Timeline) -> None:
    """In labels, times and lemmas, in any case."""
    assert days(tl.mentioning("closed")) == ["2023-07-03/2023-07-07", "2023-09-01/2023-09-18"]
    assert days(tl.mentioning("FRIDAY")) == ["2023-09-15"]


def test_selections_chain_and_do_not_change_the_timeline(tl: Timeline) -> None:
    """Each gives a Timeline; the one asked stays as it is."""
    assert days(tl.mentioning("closed").before("2023-08", certain=True)) == ["2023-07-03/2023-07-07"]
    assert len(tl) == 6 and all(entry.certain for entry in tl)


@pytest.mark.parametrize("period", [None, 5, "Friday", "2023-13", "2023-02-30", "", "../..", "2023-W54", ["2023"]])
def test_what_is_no_time_is_refused(tl: Timeline, period: object) -> None:
    """The error says what was given and what would be right."""
    with pytest.raises(timeline.PeriodError):
        tl.overlapping(period)  # type: ignore[arg-type]


def test_why_names_the_words_that_decided(tl: Timeline) -> None:
    """Expression, rule, tense with its words, anchor, and the reading not taken."""
    told = str(tl.why("resigned")) + str(tl.why(4))
    for words in ('"2022"', '"Friday" is 2023-09-15', "2023-09-22", 'past, shown by "met"', "the anchor is 2023-09-18"):
        assert words in told


@st.composite
def whens(draw: st.DrawFn) -> When:
    """A filled stretch, a window, or one open to a side, of a few days in one month."""
    first = draw(st.integers(0, 20))
    start = timeline.Moment((738_000 + first) * 86_400)
    end = timeline.Moment(start.wall + draw(st.integers(1, 8)) * 86_400)
    kind = draw(st.sampled_from(("filling", "inside", "since", "until")))
    if kind == "since":
        return When.inside(start, None)
    if kind == "until":
        return When.inside(None, end)
    return When.filling(start, end) if kind == "filling" else When.inside(start, end)


@given(st.lists(whens(), max_size=8), whens())
def test_what_must_hold_also_may_and_every_row_is_somewhere(rows: list[When], asked: When) -> None:
    """Certain answers are among the possible ones, and before, overlapping and after leave no row out."""
    tl = Timeline(entries=tuple(Entry(label=str(number), when=when) for number, when in enumerate(rows)))
    found: set[str] = set()
    for query in (tl.before, tl.overlapping, tl.after):
        may = {entry.label for entry in query(asked)}
        must = {entry.label for entry in query(asked, certain=True)}
        assert must <= may
        found |= may
    assert found == {entry.label for entry in tl}


def test_a_timeline_is_a_key(tl: Timeline) -> None:
    """Equal timelines are one key, a selection is another."""
    again = timeline.extract(TEXT, anchor="2023-09-18")
    assert {tl: 1, again: 2, tl.mentioning("met"): 3} == {tl: 2, tl.mentioning("met"): 3}
    assert len({tl | timeline.extract("A day.", anchor=None), tl}) == 2


def test_a_whole_label_is_a_name(tl: Timeline) -> None:
    """An entry answers to its label, in any case."""
    for entry in tl:
        assert tl[entry.label] == tl[entry.label.upper()] == entry


@pytest.mark.parametrize("wrong", ("x", None, 3, ["a"]))
def test_only_timelines_are_merged(tl: Timeline, wrong: Any) -> None:
    """What is no timeline is refused with what would be right."""
    for merge in (lambda: Timeline.merge([tl, wrong]), lambda: tl | wrong, lambda: Timeline.merge(wrong)):
        with pytest.raises(timeline.OptionError, match="timeline"):
            merge()
    with pytest.raises(timeline.OptionError, match=r"Timeline\.merge\(\[a, b\]\)"):
        Timeline.merge(tl)  # type: ignore[arg-type]  # a timeline is iterable: its entries are no timelines


@pytest.mark.parametrize("wrong", (None, (1, 2), 1.5, datetime.date(2023, 9, 15)))
def test_an_entry_is_named_by_a_number_or_a_word(tl: Timeline, wrong: Any) -> None:
    """Anything else is refused as an option, and a day is sent to the question about days."""
    for ask in (lambda: tl[wrong], lambda: tl.why(wrong)):
        with pytest.raises(timeline.OptionError, match=r"by number, word or label, and entries by time with tl\.on; got"):
            ask()


def test_a_word_that_only_stands_in_an_entry_is_told_with_the_way_to_it(tl: Timeline) -> None:
    """It names no entry, and `mentioning` finds those that hold it."""
    word = tl[0].sentence.split()[0]
    assert word not in tl and len(tl.mentioning(word)) > 0
    with pytest.raises(timeline.MissingError, match=rf"tl\.mentioning\('{word}'\) finds {len(tl.mentioning(word))}"):
        tl.why(word)


def test_what_is_no_timeline_or_width_is_refused(tl: Timeline) -> None:
    """With what would be right."""
    with pytest.raises(timeline.OptionError, match="expected a Timeline to compare with, got str"):
        tl.diff("x")  # type: ignore[arg-type]
    with pytest.raises(timeline.OptionError, match="width is '80', expected a number of columns or None"):
        tl.table("80")  # type: ignore[arg-type]


def test_where_takes_a_function(tl: Timeline) -> None:
    """A word is for `mentioning`, and the error says so."""
    with pytest.raises(timeline.OptionError, match=r"'met'; tl\.mentioning"):
        tl.where("met")  # type: ignore[arg-type]


def test_options_are_known_in_any_case() -> None:
    """HTML is html, and dmy is DMY."""
    assert timeline.Conventions(date_order="dmy") == timeline.Conventions(date_order="DMY")  # type: ignore[arg-type]
    page = "<p>It <b>closed on 5&nbsp;July</b> 2023.</p>"
    loud: Any = "HTML"
    assert timeline.extract(page, anchor="2023-09-18", markup=loud) == timeline.extract(
        page, anchor="2023-09-18", markup="html"
    )


def test_what_a_page_quotes_is_shown_without_its_markup() -> None:
    """Time, label, sentence and reason; the mention itself is the caller's own text."""
    tl = timeline.extract("<p>The bridge <b>closed on 5&nbsp;July</b> 2023.</p>", anchor="2023-09-18", markup="html")
    assert tl.table() == '2023-07-05    The bridge closed  "on 5 July 2023"'
    assert tl[0].sentence == "The bridge closed on 5 July 2023."
    assert not {"<", "&"} & set(str(tl.why(0)))
    assert tl[0].time is not None and tl[0].time.text == "5&nbsp;July</b> 2023"


def test_merged_timelines_say_what_can_be_dated_again(tl: Timeline) -> None:
    """Each article can, under its own name."""
    merged = Timeline.merge([timeline.extract(TEXT, anchor="2023-09-18", source=name) for name in ("a", "b")])
    with pytest.raises(timeline.OptionError, match="by_source"):
        merged.reanchor("2024-09-18")
    assert merged.by_source["a"].reanchor("2024-09-18").anchor == timeline.extract("", anchor="2024-09-18").anchor


def test_a_value_is_shown_as_a_date(tl: Timeline) -> None:
    """In a notebook and in a list, without the numbers it is kept as."""
    assert repr(tl.anchor) == "<Moment 2023-09-18>"
    assert repr(tl[0]) == f"<Entry {tl[0].when} {tl[0].label!r}>"
    assert repr(Entry(label="talks")) == "<Entry - 'talks'>"


def test_a_row_that_is_not_resolved_shows_the_time_that_is_not() -> None:
    """Not a reference beside it, which could never be a date."""
    tl = timeline.extract("The firm now expects revenue of 3 billion in fiscal 2022.", anchor="2023-09-18")
    time = tl.unresolved[0].time
    assert time is not None and (time.text, time.reason) == ("fiscal 2022", "needs: fiscal_year_start")
