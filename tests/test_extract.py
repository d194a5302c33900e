"""What a reader gets from texts as they come: notices, lists, tables, wrapped lines, markup, odd input."""

from __future__ import annotations

import datetime
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

import timeline
from timeline.calendar.zones import zone

SEED = (Path(__file__).parent.parent / "seeds" / "wang-yi-visits-moscow.txt").read_text(encoding="utf-8")
ANCHOR = "2023-09-18"  # a Monday


def rows(text: str, anchor: Any = ANCHOR, **options: Any) -> list[tuple[str, str]]:
    return [(str(entry.when), entry.label) for entry in timeline.extract(text, anchor=anchor, **options)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Meeting Tuesday 3pm", [("2023-09-19T15:00:00", "Meeting")]),
        ("Deadline: 30 June 2024", [("2024-06-30", "Deadline")]),
        ("Submit by Friday", [("2023-09-18/2023-09-22", "Submit")]),
        ("12 March 1793 | Revolt in the Vendée", [("1793-03-12", "Revolt in the Vendée")]),
        ("- 14:10 UTC page acknowledged", [("2023-09-18T14:10:00Z", "page acknowledged")]),
        ("The minister resigned on Friday.", [("2023-09-15", "The minister resigned")]),
        ("The minister will resign on Friday.", [("2023-09-22", "The minister will resign")]),
        ("They fought in 2022.", [("2022", "They fought")]),
        ("He has been in hospital since Friday.", [("2023-09-15/2023-09-18", "He has been in hospital")]),
        ("He has lived there since more than a decade ago.", [("../2023-09-18", "He has lived there")]),
        ("The court will rule by Friday.", [("2023-09-18/2023-09-22", "The court will rule")]),
        ("Man dies Monday", [("2023-09-18", "Man dies")]),
        ("Fed meets Tuesday", [("2023-09-19", "Fed meets")]),
    ],
)
def test_short_text_gives_the_row_a_reader_expects(text: str, expected: list[tuple[str, str]]) -> None:
    """A line, a notice or a headline gives its one row."""
    assert rows(text) == expected


def test_bullet_list_gives_a_row_for_each_item() -> None:
    """A date that leads a list item dates the rest of the item."""
    items = ("3 May 2021: The bridge was closed.", "7 June 2021: Repairs began.", "August 2022 - it reopened")
    text = "Course of events\n\n" + "\n".join(f"- {item}" for item in items)
    assert rows(text) == [
        ("2021-05-03", "The bridge was closed"),
        ("2021-06-07", "Repairs began"),
        ("2022-08", "it reopened"),
    ]


def test_table_gives_a_row_for_each_line() -> None:
    """A date that leads a table row dates the rest of the row."""
    text = "| date | event |\n|---|---|\n| 2021-05-03 | Bridge closed |\n| 2022-08-01 | Bridge reopened |"
    assert rows(text) == [("2021-05-03", "Bridge closed"), ("2022-08-01", "Bridge reopened")]


def test_date_alone_on_a_line_dates_the_clock_times_below() -> None:
    """A heading date is the focus of the lines below it, and the clock running backwards passes midnight."""
    text = "5 May 2021\n\n- 23:40 alarm raised\n- 00:10 fire out"
    assert rows(text) == [("2021-05-05T23:40:00", "alarm raised"), ("2021-05-06T00:10:00", "fire out")]


@pytest.mark.parametrize("width", [16, 20, 33, 48, 60, 72, 100, 140])
def test_wrapping_changes_no_value_and_no_label(width: int) -> None:
    """Hard-wrapped text reads like the same text unwrapped."""
    paragraphs = SEED.split("\n")
    plain = "\n\n".join(paragraphs)
    wrapped = "\n\n".join(textwrap.fill(paragraph, width, break_long_words=False) for paragraph in paragraphs)
    assert rows(wrapped) == rows(plain)


def test_markup_reads_like_the_text_it_shows() -> None:
    """Tags and scripts are skipped, blocks end sentences, entities are their characters."""
    script = "<script>var d='2020-01-01'</script>"
    markup = f"<h1>News</h1>{script}<p>It <b>closed</b> on 5&nbsp;May&#160;2023</p><p>and reopened on 7 May 2023.</p>"
    assert [when for when, _ in rows(markup, markup="html")] == ["2023-05-05", "2023-05-07"]


def test_aware_anchor_is_read_in_the_zone_given() -> None:
    """The caller's zone decides which day "today" is."""
    assert timeline.times("today", anchor="2023-09-19T01:30Z", tz="America/New_York")[0].value == "2023-09-18"


def test_without_an_anchor_relative_words_stay_unresolved() -> None:
    """No anchor: the words are found, with the reason why they have no date."""
    (time,) = timeline.times("They left yesterday.", anchor=None)
    assert (time.resolved, time.when, time.reason) == (False, None, "needs: anchor")


def test_both_readings_of_a_weekday_are_kept() -> None:
    """The reading not taken is told."""
    (time,) = timeline.times("The minister resigned on Friday.", anchor=ANCHOR)
    assert (time.value, time.alternatives) == ("2023-09-15", ("2023-09-22",))


@pytest.mark.parametrize(
    "setting",
    [{"TZ": "Asia/Tokyo"}, {"TZ": "Foo/Bar"}, {"LC_ALL": "C"}, {"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2"}],
)
def test_machine_settings_change_nothing(setting: dict[str, str], tmp_path: Path) -> None:
    """Zone, locale and hash seed of the process leave no trace in the result."""
    script = (
        "import sys, timeline, pathlib\n"
        "text = pathlib.Path(sys.argv[1]).read_text(encoding='utf-8')\n"
        "tl = timeline.extract(text, anchor='18 September 2023', source='seed')\n"
        "sys.stdout.buffer.write(timeline.to_json(tl).encode() + timeline.to_ical(tl))\n"
    )
    path = tmp_path / "seed.txt"
    path.write_text(SEED, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], env={**_paths(), **setting}, capture_output=True, check=True
    )
    tl = timeline.extract(SEED, anchor=ANCHOR, source="seed")
    assert done.stdout == timeline.to_json(tl).encode() + timeline.to_ical(tl)


def _paths() -> dict[str, str]:
    return {"PYTHONPATH": str(Path(timeline.__file__).parent.parent), "PYTHONUTF8": "1"}


def test_the_clock_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that believes it is 1999 gives the same timeline and calendar."""
    before = timeline.to_ical(timeline.extract(SEED, anchor="18 September 2023"))

    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Clock:
            return cls(1999, 1, 1, tzinfo=tz)

        utcnow = today = now

    monkeypatch.setattr(datetime, "datetime", Clock)
    monkeypatch.setattr("time.time", lambda: 915_148_800.0)
    assert timeline.to_ical(timeline.extract(SEED, anchor="18 September 2023")) == before


@pytest.mark.parametrize(
    "anchor",
    ["yesterday", "Monday", "September 2023", "18 September", "3/4/2023", "2023", "29 February", "2023-02-30", "",
     "now", "12023-01-01", "0000-01-01", "99999-01-01", 20230918, 1.5, b"2023-09-18", datetime.time(3), "5", "May",
     "18 Septembre 2023 ou 19"],
)  # fmt: skip
def test_anchor_that_states_no_day_is_refused(anchor: Any) -> None:
    """An anchor must say day, month and year by itself; the error tells what was given and what would be right."""
    with pytest.raises(timeline.AnchorError) as caught:
        timeline.extract("Meeting on Friday", anchor=anchor)
    assert isinstance(caught.value, ValueError)
    assert repr(anchor) in str(caught.value) or str(anchor) in str(caught.value)


@pytest.mark.parametrize(
    "anchor", ["2023-09-18", "18 September 2023", "September 18, 2023", "Sept. 18, 2023", "Monday, 18 September 2023",
               "2023-09-18T12:00",
               "2023-09-18 12:00:30+02:00", datetime.date(2023, 9, 18), datetime.datetime(2023, 9, 18, 23, 59),
               "18 Sep 2023", "18th September 2023"]
)  # fmt: skip
def test_full_date_is_an_anchor(anchor: Any) -> None:
    """A date, a datetime, an ISO string or a written-out date will do."""
    assert timeline.times("today", anchor=anchor)[0].value == "2023-09-18"


def test_not_a_time_is_refused_as_an_anchor() -> None:
    """A value that equals nothing, such as pandas.NaT, is no anchor."""

    class NotATime(datetime.datetime):
        def __eq__(self, other: object) -> bool:
            return False

        __hash__ = datetime.datetime.__hash__

    with pytest.raises(timeline.AnchorError):
        timeline.extract("", anchor=NotATime(2023, 1, 1))


@pytest.mark.parametrize("text", [None, b"Friday", 5, ["Friday"]])
def test_what_is_no_string_is_refused_as_text(text: Any) -> None:
    """A text is a str; bytes are told to be decoded."""
    with pytest.raises(timeline.TextError, match="expected str") as caught:
        timeline.extract(text, anchor=ANCHOR)
    assert isinstance(caught.value, TypeError)


@pytest.mark.parametrize(("text", "told"), [(b"Friday", r"text\.decode"), (Path("article.txt"), r"path\.read_text")])
def test_how_a_text_is_made_of_it_is_told(text: Any, told: str) -> None:
    """Bytes are decoded, a file is read first."""
    with pytest.raises(timeline.TextError, match=told):
        timeline.extract(text, anchor=ANCHOR)


@pytest.mark.parametrize("source", [3, b"daily", ["daily"]])
def test_a_source_is_a_string(source: Any) -> None:
    """Else it would be refused only when the timeline is merged, stored or exported."""
    with pytest.raises(timeline.OptionError, match="source is .*expected an id or URL as a string"):
        timeline.extract("They met.", anchor=ANCHOR, source=source)


def test_a_zone_is_given_by_its_name() -> None:
    """An object that holds one is told with the name to write."""
    with pytest.raises(timeline.ZoneError, match="its name is 'Europe/Berlin'"):
        timeline.Extractor(tz=zone("Europe/Berlin"))  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["xx", "", "deutsch", None, 5])
def test_unknown_language_is_refused(language: Any) -> None:
    """The error lists the languages there are."""
    with pytest.raises(timeline.LanguageError, match="en-GB") as caught:
        timeline.extract("", anchor=ANCHOR, language=language)
    assert isinstance(caught.value, LookupError)


def test_unknown_zone_is_refused() -> None:
    """The error gives an example of a zone's name."""
    with pytest.raises(timeline.ZoneError, match="Europe/Berlin"):
        timeline.extract("", anchor=ANCHOR, tz="Mars/Base")


@pytest.mark.parametrize(
    "text",
    [
        "in 10000000000 weeks",
        "year 99999",
        "February 30",
        "30 February 2023",
        "99/99/9999",
        "31 June",
        "25:61",
        "0 BC",
        "9" * 400,
        "in 99999999 years",
    ],
)
def test_impossible_dates_are_never_invented(text: str) -> None:
    """What the calendar does not have gets no interval, and nothing breaks."""
    for time in timeline.times(text, anchor=ANCHOR):
        assert time.when is None or time.when.start is None or abs(time.when.start.wall) < 10**15


@pytest.mark.parametrize(
    "text",
    [
        "١٨ سبتمبر ٢٠٢٣",
        "１８ September ２０２３",
        "on \u200f5 May 2023\u200e",
        "\ud800 on 5 May 2023",
        "İ ſ on 5 May 2023",
    ],
)
def test_odd_characters_keep_offsets_exact(text: str) -> None:
    """Digits of other scripts, direction marks and lone surrogates move no span."""
    for time in timeline.times(text, anchor=ANCHOR):
        assert text[time.start : time.end] == time.text


LISTINGS = (
    (
        "1998–2003 Lecturer, University of Kent\n2003–2011 Reader, University of Leeds and of York",
        [
            ("1998-01-01/2003-12-31", "Lecturer, University of Kent"),
            ("2003-01-01/2011-12-31", "Reader, University of Leeds and of York"),
        ],
    ),
    (
        "Farmers' market: Saturday 8 June, 9am\nLife drawing: Thursday 6 June, 7pm, Guildhall",
        [("2024-06-06T19:00:00", "Life drawing: Guildhall"), ("2024-06-08T09:00:00", "Farmers' market")],
    ),
    ("Jazz in the park\nFriday 14 June, 6.30pm. Free.", [("2024-06-14T18:30:00", "Jazz in the park")]),
    ("Jazz in the park\nFriday 14 June, 6.30pm.", [("2024-06-14T18:30:00", "Jazz in the park")]),
)


@pytest.mark.parametrize(("text", "rows"), LISTINGS)
def test_each_line_of_a_listing_is_a_row(text: str, rows: list[tuple[str, str]]) -> None:
    """Lines that begin alike are kept apart; a time by itself is that of the line above, also when dated again."""
    tl = timeline.extract(text, anchor="2024-05-31", conventions=timeline.Conventions(domain="notice"))
    assert [(str(entry.when), entry.label) for entry in tl] == rows
    assert list(tl.reanchor("2024-05-30").reanchor("2024-05-31")) == list(tl)


def test_a_sentence_in_a_narrow_column_is_read_as_one() -> None:
    """Lines that go on in small letters are one sentence, whatever room was left on the lines before."""
    narrow = "The council\nmet on\nFriday and will\nmeet again next\nMonday."
    one, other = (timeline.extract(text, anchor="2024-03-12") for text in (narrow, narrow.replace("\n", " ")))
    assert [(str(e.when), e.label) for e in one] == [(str(e.when), e.label) for e in other]
    assert len(timeline.extract("Milk on Monday\nbread on Tuesday", anchor="2024-03-12")) == 2
