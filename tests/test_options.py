"""Options and conventions: what is taken, what is refused and how, and that their holders can be copied and sent."""

from __future__ import annotations

import copy
import datetime
import pickle
from fractions import Fraction
from typing import Any

import pytest

import timeline
from timeline import Conventions

ANCHOR = "2025-03-12"


@pytest.mark.parametrize(
    "given, told",
    [
        ({"part_hours": {"evening": (18, 22)}}, "part_hours has 'evening', expected some of DW, MO, MI, AF, EV"),
        ({"part_hours": {"EV": (22, 18)}}, r"part_hours has 'EV': \(22, 18\), expected its first hour and its end hour"),
        ({"part_hours": {"EV": 18}}, "expected its first hour and its end hour"),
        ({"part_hours": [18, 22]}, r"part_hours is \[18, 22\], expected a mapping"),
        ({"about_share": "20%"}, "about_share is '20%', expected a share from 0 to 1"),
        ({"about_share": -1}, "about_share is -1, expected a share from 0 to 1"),
        ({"about_share": float("nan")}, "about_share is nan, expected a share"),
        ({"third_slack_share": True}, "third_slack_share is True, expected a share"),
        ({"southern": "no"}, "southern is 'no', expected True or False"),
        ({"weekend_days": (6, 5)}, "expected a pair of weekdays from 0"),
        ({"country": "england"}, "country is 'england', expected an ISO 3166 code"),
        ({"domain": "fiction"}, "domain is 'fiction', expected one of news, narrative, notice"),
    ],
)
def test_a_convention_that_cannot_be_is_refused(given: dict[str, Any], told: str) -> None:
    """At once, by the name of the option, and with what would be right; never later, inside a text."""
    with pytest.raises(timeline.OptionError, match=told):
        Conventions(**given)


@pytest.mark.parametrize(
    "given, held",
    [
        ({"about_share": 0.2}, {"about_share": Fraction(1, 5)}),
        ({"weekend_days": [4, 5]}, {"weekend_days": (4, 5)}),
        ({"domain": "Notice", "date_order": "dmy", "country": "gb-eng"},
         {"domain": "notice", "date_order": "DMY", "country": "GB-ENG"}),
    ],
)  # fmt: skip
def test_a_convention_may_be_written_in_other_ways(given: dict[str, Any], held: dict[str, Any]) -> None:
    """A share as a decimal, a pair as a list, a name in any case."""
    conventions = Conventions(**given)
    assert {name: getattr(conventions, name) for name in held} == held


def test_hours_that_are_left_out_stay_as_they_are() -> None:
    """Who moves the evening moves no morning."""
    conventions = Conventions(part_hours={"EV": (18, 22)})

    def read(phrase: str) -> str:
        return str(timeline.resolve(phrase, anchor=ANCHOR, conventions=conventions).when)

    assert read("this evening") == "2025-03-12T18:00:00/2025-03-12T22:00:00"
    assert read("this morning") == str(timeline.resolve("this morning", anchor=ANCHOR).when)


@pytest.mark.parametrize("name", ["infer", "latent", "undated"])
def test_a_switch_is_on_or_off(name: str) -> None:
    """A word that means no would switch it on."""
    with pytest.raises(timeline.OptionError, match=f"{name} is 'no', expected True or False"):
        timeline.Extractor(**{name: "no"})  # type: ignore[arg-type]


def test_conventions_are_keys() -> None:
    """Equal ones are one key."""
    assert {Conventions(): 1, Conventions(domain="notice"): 2}[Conventions(part_hours={})] == 1


@pytest.mark.parametrize("text", ["The ministers met on Friday evening. They talked.", "<p>They met on <b>Friday</b>.</p>"])
def test_timelines_and_extractors_travel(text: str) -> None:
    """To another process and back, as a copy or a pickle, and give the same again."""
    reader = timeline.Extractor(tz="Europe/London", markup="html", conventions=Conventions(domain="notice"))
    tl = reader.extract(text, anchor=ANCHOR, source="paper")
    for again in (pickle.loads(pickle.dumps(tl)), copy.deepcopy(tl)):
        assert again == tl and timeline.to_json(again) == timeline.to_json(tl)
        assert again.reanchor("2025-04-12") == tl.reanchor("2025-04-12")
    for other in (pickle.loads(pickle.dumps(reader)), copy.deepcopy(reader), copy.copy(reader)):
        assert other.extract(text, anchor=ANCHOR, source="paper") == tl


@pytest.mark.parametrize(
    "tz, told",
    [
        ("+01:00", "did you mean 'Etc/GMT-1'"),
        ("GMT+1", "did you mean 'Etc/GMT-1'"),
        ("UTC-5", "did you mean 'Etc/GMT[+]5'"),
        ("BST", "did you mean 'Europe/London'"),
        ("PST", "did you mean 'America/Los_Angeles'"),
        ("utc", "did you mean 'UTC'"),
        ("+05:30", "expected an IANA name"),
        (datetime.timezone.utc, "expected an IANA name such as 'Europe/Berlin' or 'UTC'"),
    ],
)
def test_a_zone_that_is_told_otherwise_is_named(tz: Any, told: str) -> None:
    """IANA turns the sign of its fixed offsets round: an hour ahead of Greenwich is GMT-1."""
    with pytest.raises(timeline.ZoneError, match=told):
        timeline.Extractor(tz=tz)


@pytest.mark.parametrize(
    "phrase", ["next Friday.", '"next Friday"', "(next Friday)", "“next Friday”", "- next Friday", "next Friday?"]
)
def test_marks_around_a_phrase_are_no_part_of_it(phrase: str) -> None:
    """A language model sends quotes and full stops; the span is that of the words."""
    time = timeline.resolve(phrase, anchor=ANCHOR)
    assert (time.value, time.text, phrase[time.start : time.end]) == ("2025-03-21", "next Friday", "next Friday")


@pytest.mark.parametrize(
    "text, told",
    [
        ("https://example.org/news/1", "the text is a web address"),
        ("press.txt", "the text is the name of a file"),
        ("Der Rat der Stadt tagte gestern und beschloss, die alte Brücke zu sperren.", "does not look like the language 'en'"),
    ],
)
def test_where_there_is_no_row_the_notes_are_printed(text: str, told: str) -> None:
    """Who sees no row wants to know why."""
    printed = str(timeline.extract(text, anchor=ANCHOR))
    assert printed.startswith("no dated entries\n") and told in printed


def test_a_row_of_another_source_is_not_explained() -> None:
    """Its words would be looked up in the wrong article."""
    one, other = (timeline.extract("They met on Friday.", anchor=ANCHOR, source=name) for name in ("one", "other"))
    with pytest.raises(timeline.OptionError, match="is of the source 'one', this timeline of 'other'"):
        other.why(one[0])


def test_an_underscore_in_a_language_tag_is_a_hyphen() -> None:
    """Systems write en_GB."""
    assert timeline.times("3/4/2025", anchor=ANCHOR, language="en_GB")[0].value == "2025-04-03"
