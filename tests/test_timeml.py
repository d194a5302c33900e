"""TimeML: what is written keeps to the specification and to the text, and what is read is what was written."""

from __future__ import annotations

import datetime
import html
import re
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from tests import samples
from tests.test_laws import PHRASES, anchors
from tests.test_seeds import NAMES, article, extracted
from tests.timeml_checker import faults
from timeline import (
    Event,
    ExportError,
    FormatError,
    Link,
    OptionError,
    Relation,
    TextError,
    Time,
    Timeline,
    TimemlDocument,
    from_timeml,
    read_timeml,
    to_timeml,
    write_timeml,
)
from timeline.calendar.timex3 import read_duration, read_period, read_recurrence
from timeline.export.timeml import reading
from timeline.export.timeml.document import Section, Tag

ANCHOR = "2023-09-18"
SENTENCES = (
    "The ministers met on Friday.",
    "They will hold talks from Monday to Thursday.",
    "She has not been seen for about three weeks.",
    "He has worked there since 2019.",
    "The shop opens every Tuesday, and on the first Sunday of each month.",
    "Nobody resigned before May 2021; two left after the vote.",
    "The report is due by 5 October.",
    "It rained for three days, until Wednesday.",
    "In the past three weeks prices rose <5% & fell again.",
    "The war of 1914-18 ended at 11 a.m. on 11 November 1918.",
    "Two days before the vote, in early September, they might have talked.",
    "The fiscal third quarter ended on 3/4/2023.",
    "Caesar died in 44 BC; the 1990s and the 18th century were long ago.",
    "At 3 p.m. ET the doors open. At 9:05 they close.",
    "Recently the firm said that it would pay 5 cents.",
)
PIECES = (*SENTENCES, *PHRASES, "\r\n", "\n\n", " ", "a\tb", "“quoted”", "𝒳 ", "]]>", "&amp; ", "<b>", "\u0085", "\u2028")
texts = st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join)


def made(text: str, anchor: Any = ANCHOR, **options: Any) -> Timeline:
    return timeline.extract(text, anchor=anchor, **options)


def written(text: str, **options: Any) -> str:
    return to_timeml(made(text), text, **options)


def stripped(xml: str) -> str:
    """The text of a file without its tags, by no parser: what a reader of the file sees between <TEXT> and </TEXT>."""
    inside = xml.partition("<TEXT>")[2].rpartition("</TEXT>")[0]
    return html.unescape(re.sub(r"<[^<>]*>", "", inside))


def tags(xml: str, name: str) -> list[dict[str, str]]:
    """The attributes of all tags of a name."""
    document = read_timeml(xml)
    everywhere = [tag for section in document.sections for tag in section.tags]
    return [dict(tag.attributes) for tag in (*everywhere, *document.links) if tag.name == name]


# -- what is written ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("inline", [True, False])
def test_a_whole_article_keeps_to_the_specification(name: str, inline: bool) -> None:
    """Elements, attributes, their values, and ids that lead somewhere."""
    xml = to_timeml(extracted(name), article(name), inline=inline)
    assert faults(xml if inline else re.sub(r' start="\d+" end="\d+"', "", _words_back(xml))) == []


def _words_back(xml: str) -> str:
    """A file whose tags stand behind the text, written inline."""
    return write_timeml(read_timeml(xml))


@settings(max_examples=80)
@given(texts, anchors)
def test_whatever_is_written_keeps_to_the_specification(text: str, anchor: datetime.date | None) -> None:
    """Any phrase that can be read, in any mixture."""
    assert faults(to_timeml(made(text, anchor), text)) == []


@settings(max_examples=80)
@given(texts)
def test_without_its_tags_a_file_is_the_text(text: str) -> None:
    """To the character, line ends, tabs and marks of XML included, whichever way the tags stand."""
    assert stripped(written(text)) == text
    assert stripped(written(text, inline=False)) == text
    assert read_timeml(written(text)).text == text


@settings(max_examples=50)
@given(texts)
def test_both_ways_of_writing_say_the_same(text: str) -> None:
    """Tags around the words and tags behind the text are one document."""
    assert read_timeml(written(text)) == read_timeml(written(text, inline=False))


def test_the_creation_time_is_the_anchor() -> None:
    """With its clock time and offset, where the anchor has them; without an anchor there is none."""
    day = tags(written("They met."), "TIMEX3")[0]
    assert (day["tid"], day["type"], day["value"], day["functionInDocument"]) == ("t0", "DATE", ANCHOR, "CREATION_TIME")
    moment = datetime.datetime(2023, 9, 18, 15, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=-4)))
    clock = tags(to_timeml(made("They met.", moment), "They met."), "TIMEX3")[0]
    assert (clock["type"], clock["value"]) == ("TIME", "2023-09-18T15:30:00-04:00")
    assert "DCT" not in to_timeml(made("They met.", None), "They met.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met on Friday.", {"type": "DATE", "value": "2023-09-15", "temporalFunction": "true"}),
        ("They met in May 2021.", {"type": "DATE", "value": "2021-05", "temporalFunction": "false"}),
        ("They met last week.", {"value": "2023-W37", "temporalFunction": "true", "anchorTimeID": "t0"}),
        ("They met in early September.", {"value": "2023-09", "mod": "START"}),
        ("It lasted more than two years.", {"type": "DURATION", "value": "P2Y", "mod": "MORE_THAN"}),
        ("They meet every Monday.", {"type": "SET", "value": "XXXX-WXX-1", "quant": "EVERY"}),
        ("They meet twice a week.", {"type": "SET", "value": "P1W", "freq": "2X"}),
        ("She has been missing for three weeks.", {"type": "DURATION", "value": "P3W", "endPoint": "t0"}),
        ("Prices fell in the past three weeks.", {"type": "DURATION", "value": "P3W", "endPoint": "t0"}),
        ("It ended in the fiscal third quarter.", {"type": "DATE", "value": "XXXX-Q3"}),
        ("They met on 3/4/2023.", {"type": "DATE", "value": "2023-XX-XX"}),
        ("It was long ago, in 44 BC.", {"type": "DATE", "value": "BC0044"}),
    ],
)
def test_a_time_has_the_attributes_of_timex3(text: str, wanted: dict[str, str]) -> None:
    """What was not resolved is left open, though conventions could have guessed it."""
    found = tags(written(text), "TIMEX3")[-1]
    assert {name: found.get(name) for name in wanted} == wanted


def test_a_range_is_its_two_ends_and_a_length_between_them() -> None:
    """As TimeML tells durations that are anchored: the third TIMEX3 has no words of its own."""
    xml = written("The fair ran from Friday to Sunday.")
    *ends, between = tags(xml, "TIMEX3")[1:]
    assert [end["value"] for end in ends] == ["2023-09-15", "2023-09-17"]
    assert between == {
        "tid": "t3", "type": "DURATION", "value": "P3D", "beginPoint": "t1", "endPoint": "t2", "temporalFunction": "true",
    }  # fmt: skip
    assert tags(xml, "TLINK")[0]["relatedToTime"] == "t3"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was open from 1891 to 1902.", "P12Y"),
        ("It is open from 9 a.m. to 11:30 a.m. on Friday.", "PT2H30M"),
        ("It is open from 9 a.m. to 11 a.m. on Friday.", "PT2H"),
        ("It ran from May 2020 to July 2021.", "P15M"),
        ("It ran from 30 June to 2 July 2021.", "P3D"),
    ],
)
def test_the_length_of_a_range_counts_both_ends(text: str, value: str) -> None:
    """In the unit that the ends are told in."""
    assert tags(written(text), "TIMEX3")[-1]["value"] == value


def test_an_event_has_its_class_and_its_instance() -> None:
    """Tense, aspect, polarity, modality and part of speech stand on MAKEINSTANCE."""
    xml = written("They might not have met.")
    assert {"eid": "e1", "class": "OCCURRENCE"} in tags(xml, "EVENT")
    instance = tags(xml, "MAKEINSTANCE")[0]
    assert (instance["eventID"], instance["polarity"], instance["pos"]) == ("e1", "NEG", "VERB")
    assert "might" in instance["modality"]


@pytest.mark.parametrize(
    ("text", "relation", "signal"),
    [
        ("They met on Friday.", "IS_INCLUDED", "on"),
        ("The fair ran from Friday to Sunday.", "SIMULTANEOUS", "from"),
        ("He has worked there since 2019.", "BEGUN_BY", "since"),
        ("It rained until Friday.", "ENDED_BY", "until"),
        ("He left before Friday.", "BEFORE", "before"),
        ("He left after Friday.", "AFTER", "after"),
        ("He will pay by Friday.", "BEFORE", "by"),
        ("It rained for three days.", "DURING", "for"),
        ("They meet every Monday.", "IS_INCLUDED", None),
    ],
)
def test_a_link_has_a_relation_of_timeml_and_its_signal(text: str, relation: str, signal: str | None) -> None:
    """From the event to the time, with the word that shows it."""
    xml = written(text)
    (link,) = tags(xml, "TLINK")
    document = read_timeml(xml)
    words = {tag.get("sid"): document.text[tag.start : tag.end] for tag in document.tags if tag.name == "SIGNAL"}
    assert (link["relType"], words.get(link.get("signalID", ""))) == (relation, signal)


def test_the_source_is_the_document_id() -> None:
    """Where the caller gave one."""
    text = "They met on Friday."
    document = read_timeml(to_timeml(made(text, source="https://example.org/?a=1&b=2"), text))
    assert document.ident == "https://example.org/?a=1&b=2"


# -- what cannot be written --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\x1b", "\ud800", "\udfff", "\ufffe", "\uffff"], ids=ascii)
def test_a_character_that_xml_cannot_hold_is_named(character: str) -> None:
    """No file would be well-formed with it, and none is changed behind the caller's back."""
    text = f"They met on Friday{character}."
    with pytest.raises(ExportError, match=f"XML cannot hold the character U\\+{ord(character):04X}, here after '.*Friday'"):
        written(text)


@pytest.mark.parametrize("text", ["They met on Monday.", "They met on Friday. ", ""])
def test_another_text_is_refused(text: str) -> None:
    """Tags at wrong places would look right."""
    with pytest.raises(OptionError, match="not the text that the timeline was made from"):
        to_timeml(made("They met on Friday."), text)


@pytest.mark.parametrize("text", [None, 5, b"They met on Friday."])
def test_what_is_no_text_is_refused(text: Any) -> None:
    """With its type, before any place is looked up in it."""
    with pytest.raises(TextError, match=f"text is {type(text).__name__}, expected the str"):
        to_timeml(made("They met on Friday."), text)


def test_a_timeline_made_by_hand_is_held_to_the_places_of_its_mentions() -> None:
    """It has no hash of its text."""
    tl = samples.timeline_of(samples.entry(), events=(samples.event("talks"),))
    assert read_timeml(to_timeml(tl, "talks were held")).tags[0].name == "EVENT"
    with pytest.raises(OptionError, match="not the text of the timeline"):
        to_timeml(tl, "they held talks")


def test_a_merged_timeline_is_refused() -> None:
    """It is of several texts; each of them can be written."""
    merged = Timeline.merge(map(extracted, NAMES[:2]))
    with pytest.raises(OptionError, match="write each of tl.by_source"):
        to_timeml(merged, article(NAMES[0]))
    assert to_timeml(merged.by_source[NAMES[0]], article(NAMES[0])) == to_timeml(extracted(NAMES[0]), article(NAMES[0]))


def test_tags_that_cross_are_told_behind_the_text() -> None:
    """XML nests; places do not have to."""
    crossing = TimemlDocument([Section("TEXT", "one two three", [Tag("EVENT", {}, 0, 7), Tag("SIGNAL", {}, 4, 13)])])
    with pytest.raises(ExportError, match="<EVENT> and <SIGNAL> cross at 4"):
        write_timeml(crossing)
    assert read_timeml(write_timeml(crossing, inline=False)) == crossing


@pytest.mark.parametrize(
    ("section", "told"),
    [
        (Section("TEXT", "abc", [Tag("EVENT", {}, 2, 9)]), "stands from 2 to 9, the text has 3 characters"),
        (Section("TEXT", "abc", [Tag("EVENT")]), "stands from None to None"),
        (Section("TEXT", "abc", [Tag("a b", {}, 0, 1)]), "'a b' is no name of a tag"),
        (Section("TEXT", "abc", [Tag("a", {'x="1"><!--': "1"}, 0, 1)]), "is no name of a tag or an attribute"),
    ],
)
def test_a_document_made_by_hand_is_checked(section: Section, told: str) -> None:
    """What would make no XML, or other XML than meant, is refused."""
    with pytest.raises(ExportError, match=re.escape(told)):
        write_timeml(TimemlDocument([section]))


def test_a_document_has_one_text() -> None:
    """Places are offsets into it."""
    with pytest.raises(FormatError, match="a document has one <TEXT>, this has 0"):
        TimemlDocument([Section("TITLE", "x")])


# -- read and written --------------------------------------------------------------------------------------------------

# What of a time, an event and a link TimeML can say; the rest of the records is how they came about.
TIME = ("start", "end", "text", "type", "value", "mod", "quant", "freq", "signal")
EVENT = ("start", "end", "text", "class_", "tense", "aspect", "polarity", "modality", "pos")


def core(tl: Timeline, of: Timeline) -> dict[str, Any]:
    """What must survive: anchor, source, hash, every time, event and link, in the terms of TimeML.

    ``of`` is the timeline that was written, in which "2011 to the present" has a value that TIMEX3 tells by a modifier,
    and a time that was not resolved may have one that is written open.
    """
    unresolved = {(time.start, time.end) for whole in of.times for time in (whole, *whole.parts) if not time.resolved}
    return {
        "plain": (tl.anchor, tl.source, tl.text_hash),
        "times": [_time(time, unresolved) for time in tl.times],
        "events": sorted({_event(event) for event in (*tl.events, *(link.event for link in tl.links))}, key=str),
        "links": [_link(link) for link in tl.links if link.relation is not Relation.APART],
    }


def _time(time: Time, unresolved: set[tuple[int, int]]) -> tuple[Any, ...]:
    said = {name: getattr(time, name) for name in TIME}
    if time.value.endswith("/.."):
        said |= {"value": time.value[:-3], "mod": "ON_OR_AFTER"}
    if (time.start, time.end) in unresolved:
        said["value"] = None
    return (*said.values(), *(_time(part, unresolved) for part in time.parts))


def _event(event: Event) -> tuple[Any, ...]:
    return tuple(getattr(event, name) for name in EVENT)


def _link(link: Link) -> tuple[Any, ...]:
    return link.event.start, link.time.start, link.time.end, bool(link.time.parts), link.relation, link.signal


@pytest.mark.parametrize("name", NAMES)
def test_an_article_is_read_as_it_was_written(name: str) -> None:
    """Every time, event and link; and the rows have the same labels."""
    tl, back = extracted(name), from_timeml(to_timeml(extracted(name), article(name)))
    assert core(back, tl) == core(tl, tl)
    assert [entry.label for entry in back] == [entry.label for entry in tl]


@settings(max_examples=80)
@given(texts, anchors)
def test_a_timeline_is_read_as_it_was_written(text: str, anchor: datetime.date | None) -> None:
    """Whatever was extracted."""
    tl = made(text, anchor)
    assert core(from_timeml(to_timeml(tl, text)), tl) == core(tl, tl)


@settings(max_examples=80)
@given(texts, anchors, st.booleans())
def test_what_was_read_is_read_again_the_same(text: str, anchor: datetime.date | None, inline: bool) -> None:
    """A timeline out of TimeML equals itself, rows and all, after any number of rounds."""
    once = from_timeml(to_timeml(made(text, anchor), text))
    assert from_timeml(to_timeml(once, text, inline=inline)) == once


characters = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
plain = st.text(characters | st.sampled_from("\n\r\t<>&\"'"), max_size=30)
words = st.from_regex(r"[A-Za-z_][A-Za-z0-9_.-]{0,5}", fullmatch=True)
names = words.filter(lambda name: name not in ("TEXT", "start", "end"))
attributes = st.dictionaries(names, plain, max_size=3)


@st.composite
def sections(draw: Callable[[st.SearchStrategy[Any]], Any], name: str) -> Section:
    """A part with tags at any places."""
    text = draw(plain)
    spans = st.lists(st.integers(0, len(text)), min_size=2, max_size=2).map(sorted)
    placed = st.builds(lambda name, given, span: Tag(name, given, *span), names, attributes, spans.filter(_wide))
    return Section(name, text, draw(st.lists(placed, max_size=4)), draw(attributes))


def _wide(span: list[int]) -> bool:
    return span[0] < span[1]


@st.composite
def documents(draw: Callable[[st.SearchStrategy[Any]], Any]) -> TimemlDocument:
    """Documents with parts, tags and links of any kind."""
    links = st.builds(Tag, st.sampled_from(("TLINK", "SLINK", "MAKEINSTANCE", "TIMEX3")), attributes)
    parts = [draw(sections("TEXT"))] + ([draw(sections("TITLE"))] if draw(st.booleans()) else [])
    return TimemlDocument(parts, draw(st.lists(links, max_size=3)), draw(attributes))


@settings(max_examples=100)
@given(documents())
def test_a_document_is_read_as_it_was_written(document: TimemlDocument) -> None:
    """All texts, tags, places and attributes, also those that say nothing to us; inline where the tags can nest."""
    for inline in (True, False):
        try:
            xml = write_timeml(document, inline=inline)
        except ExportError as error:
            assert "cross at" in str(error)
        else:
            assert read_timeml(xml) == document
            assert write_timeml(read_timeml(xml), inline=inline) == xml


# -- what others write -------------------------------------------------------------------------------------------------


def foreign(body: str, *links: str, dct: str = ANCHOR) -> str:
    """A file as the tools of others lay it out."""
    created = f'<DCT><TIMEX3 tid="t0" type="DATE" value="{dct}" functionInDocument="CREATION_TIME">{dct}</TIMEX3></DCT>'
    spaces = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    root = f'<TimeML {spaces} xsi:noNamespaceSchemaLocation="http://example.org/x.xsd">'
    return f"<?xml version='1.0'?>\n{root}\n<DOCID>x1</DOCID>\n{created}\n<TEXT>{body}</TEXT>\n{''.join(links)}</TimeML>"


MET = 'They <EVENT eid="e1" class="OCCURRENCE">met</EVENT>'


def timex(value: str, words: str = "then", **more: str) -> str:
    given = {"tid": "t1", "type": "DATE", "value": value, **more}
    return f"<TIMEX3 {' '.join(f'{name}={chr(34)}{text}{chr(34)}' for name, text in given.items())}>{words}</TIMEX3>"


def linked(relation: str, **more: str) -> str:
    given = {"relType": relation, "eventInstanceID": "e1", "relatedToTime": "t1", **more}
    return f"<TLINK {' '.join(f'{name}={chr(34)}{text}{chr(34)}' for name, text in given.items())}/>"


@pytest.mark.parametrize(
    ("relation", "dates"),
    [
        ("IS_INCLUDED", "2023-09-11/2023-09-17"), ("SIMULTANEOUS", "2023-09-11/2023-09-17"),
        ("IDENTITY", "2023-09-11/2023-09-17"), ("DURING", "2023-09-11/2023-09-17"), ("BEFORE", "../2023-09-10"),
        ("IBEFORE", "../2023-09-10"), ("AFTER", "2023-09-18/.."), ("IAFTER", "2023-09-18/.."),
        ("BEGUN_BY", "2023-09-11/.."), ("ENDED_BY", "../2023-09-17"),
    ],
)  # fmt: skip
def test_each_relation_of_timeml_dates_an_event(relation: str, dates: str) -> None:
    """As far as it says when the event was."""
    tl = from_timeml(foreign(f"{MET} {timex('2023-W37', 'last week')}.", linked(relation)))
    assert str(tl["met"].when) == dates


@pytest.mark.parametrize("relation", ["INCLUDES", "DURING_INV", "VAGUE", ""])
def test_a_relation_that_bounds_no_event_dates_none(relation: str) -> None:
    """The time is a row of its own then, and the event has no date."""
    tl = from_timeml(foreign(f"{MET} {timex('2023-W37', 'last week')}.", linked(relation)))
    assert tl.links == () and [entry.event for entry in tl] == [None]


def test_a_link_from_the_time_is_turned_round() -> None:
    """That last week includes the event says that the event was in it."""
    link = '<TLINK relType="INCLUDES" timeID="t1" relatedToEventInstance="ei1"/>'
    xml = foreign(f"{MET} {timex('2023-W37', 'last week')}.", '<MAKEINSTANCE eventID="e1" eiid="ei1"/>', link)
    assert from_timeml(xml).links[0].relation is Relation.WITHIN


def test_the_layout_of_timebank_is_read() -> None:
    """All in one text, the creation time and the links too; and attributes on the EVENT as in TimeML 1.1."""
    xml = (
        '<TimeML>\n<TIMEX3 tid="t0" type="DATE" value="2023-09-18" functionInDocument="CREATION_TIME">09/18/23</TIMEX3>\n'
        f'<s>They <EVENT eid="e1" class="OCCURRENCE" tense="PAST">met</EVENT> {timex("2023-09-15", "on Friday")}.</s>\n'
        f"{linked('IS_INCLUDED')}\n</TimeML>"
    )
    document, tl = read_timeml(xml), from_timeml(xml)
    assert document.text.split() == ["09/18/23", "They", "met", "on", "Friday."]
    assert [tag.name for tag in document.tags] == ["TIMEX3", "s", "EVENT", "TIMEX3"]
    assert (str(tl.anchor), tl["met"].event and tl["met"].event.tense, str(tl["met"].when)) == (ANCHOR, "PAST", "2023-09-15")


def test_an_event_of_several_instances_has_the_attributes_of_the_first() -> None:
    """And the links of all of them."""
    instances = [
        f'<MAKEINSTANCE eventID="e1" eiid="{ident}" tense="{tense}"/>' for ident, tense in (("ei1", "PAST"), ("ei2", "FUTURE"))
    ]
    tl = from_timeml(foreign(f"{MET} {timex('2023-09-15')}.", *instances, linked("IS_INCLUDED", eventInstanceID="ei2")))
    assert [(event.text, event.tense) for event in tl.events] == [("met", "PAST")]
    assert str(tl["met"].when) == "2023-09-15"


@pytest.mark.parametrize(
    ("value", "more", "reason"),
    [
        ("XXXX-09", {}, "the value 'XXXX-09' leaves open when it is"),
        ("1998-W", {}, "the value '1998-W' says no time"),
        ("", {}, "the value '' says no time"),
        ("2023-02-30", {}, "the value '2023-02-30' says no time"),
    ],
)
def test_a_value_that_names_no_time_stays_with_its_reason(value: str, more: dict[str, str], reason: str) -> None:
    """The row is there, unresolved; nothing is guessed."""
    tl = from_timeml(foreign(f"{MET} {timex(value, **more)}.", linked("IS_INCLUDED")))
    (found,) = tl.times
    assert (found.value, found.resolved, found.reason, found.when) == (value, False, reason, None)
    assert [timeline.to_records(tl)[0][name] for name in ("state", "reason")] == ["unresolved", reason]


@pytest.mark.parametrize(
    ("mod", "printed"),
    [
        ("BEFORE", "../2021-12-31"), ("ON_OR_BEFORE", "../2022-12-31"), ("AFTER", "2023-01-01/.."),
        ("ON_OR_AFTER", "2022-01-01/.."), ("MORE_THAN", "../2022-12-31"), ("LESS_THAN", "2022-01-01/2023-09-18"),
        ("START", "2022-01-01/2022-05-02~"), ("MID", "2022-05-03~/2022-08-31~"), ("END", "2022-09-01~/2022-12-31"),
    ],
)  # fmt: skip
def test_a_modifier_is_read(mod: str, printed: str) -> None:
    """Parts of a time, and times that are only a limit; more than so long ago is before then."""
    assert str(from_timeml(foreign(f"{MET} {timex('2022', mod=mod)}.")).times[0].when) == printed


def test_a_creation_time_that_is_no_day_is_no_anchor() -> None:
    """A note says so."""
    tl = from_timeml(foreign(f"{MET}.", dct="1998"))
    assert tl.anchor is None and tl.notes == ("the document creation time '1998' states no day",)


def test_links_between_events_stay_in_the_document() -> None:
    """A timeline has no place for them, the document loses none."""
    before = '<TLINK relType="BEFORE" eventInstanceID="e1" relatedToEventInstance="e2"/>'
    xml = foreign(f'{MET} and <EVENT eid="e2">left</EVENT>.', before, '<SLINK lid="l9" comment="&lt;x&gt;"/>')
    assert from_timeml(xml).links == ()
    assert read_timeml(write_timeml(read_timeml(xml))).links == read_timeml(xml).links
    assert read_timeml(xml).links[1].get("comment") == "<x>"


def test_a_length_between_far_times_is_no_range() -> None:
    """Only what stands together is one expression."""
    between = '<TIMEX3 tid="t9" type="DURATION" value="P3D" beginPoint="t1" endPoint="t2"/>'
    body = f"{timex('2023-09-15')} it {MET} until {timex('2023-09-17', tid='t2')}."
    assert [found.value for found in from_timeml(foreign(body, between)).times] == ["2023-09-15", "2023-09-17"]


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("2023-09-18", "2023-09-18"), ("2023-W37", "2023-09-11/2023-09-17"), ("2023-W37-WE", "2023-09-16/2023-09-17"),
        ("2023-W37-3", "2023-09-13"), ("2023-Q3", "2023-35"), ("2023-H1", "2023-40"), ("2023-SU", "2023-22"),
        ("199", "199X"), ("199X", "199X"), ("19", "19XX"), ("BC0044", "-0043"), ("2023-09-18T15:00", "2023-09-18T15:00:00"),
        ("2023-09-18T24:00", "2023-09-19T00:00:00"), ("2023-09-18T15:00:30+01:00", "2023-09-18T15:00:30+01:00"),
        ("2023-09-18T15", "2023-09-18T15:00:00"), ("2023-09-18TMO", "2023-09-18T05:00:00/2023-09-18T12:00:00"),
    ],
)  # fmt: skip
def test_a_timex_value_is_read(value: str, printed: str) -> None:
    """Every form of TimeML 1.2 for a calendar time."""
    found = from_timeml(foreign(f"{MET} {timex(value)}.")).times[0]
    assert (str(found.when), found.resolved) == (printed, True)


@pytest.mark.parametrize(
    "value",
    ["2023-13", "2023-02-30", "2023-W54", "2023-09-18T25:00", "2023-W37T15:00", "BC0000", "99999999", "２０２３", "P", ""],
)
def test_what_is_no_calendar_time_is_not_read_as_one(value: str) -> None:
    """Days and hours that do not exist, digits of other scripts."""
    assert read_period(value) is None


@pytest.mark.parametrize(
    ("value", "printed"),
    [("P3W", "P3W"), ("PT1H30M", "PT1H30M"), ("P2.5Y", "P2.5Y"), ("PXD", "PXD"), ("P1DT12H", "P1DT12H"), ("P1E", "P1DE"),
     ("P1C", "P1C"), ("P1CE", "P1C"), ("P3Q", "P3Q"), ("P1WE", "P1WE")],
)  # fmt: skip
def test_a_length_is_read(value: str, printed: str) -> None:
    """In all units of TimeML, and those of TIMEX2."""
    assert str(read_duration(value)) == printed


@pytest.mark.parametrize("value", ["P", "PT", "P3", "P3G", "PT3D", "3W", "P3W" * 20, "P٣W", "P3W "])
def test_what_is_no_length_is_not_read_as_one(value: str) -> None:
    """Nothing of it is guessed."""
    assert read_duration(value) is None


@pytest.mark.parametrize(
    ("value", "quant", "freq", "rule"),
    [
        ("XXXX-WXX-1", "EVERY", None, "FREQ=WEEKLY;BYDAY=MO"), ("XXXX-WXX-WE", "EACH", None, "FREQ=WEEKLY;BYDAY=SA,SU"),
        ("P1D", None, None, "FREQ=DAILY"), ("XXXX-12-25", "every", None, "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"),
        ("XXXX-07", "EVERY", None, "FREQ=YEARLY;BYMONTH=7"), ("P1M", "EVERY", None, None), ("P1W", None, "2X", None),
        ("XXXX-WXX-5", "EVERY OTHER", None, None), ("XXXX-02-30", "EVERY", None, None),
    ],
)  # fmt: skip
def test_a_set_has_a_rule_where_its_value_says_which_days(value: str, quant: str, freq: str, rule: str | None) -> None:
    """ "Every month" says no day, so there is none in a calendar."""
    assert read_recurrence(value, quant, freq).rule == rule


# -- what somebody means no good by ------------------------------------------------------------------------------------

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "an entity bomb": (f'<!DOCTYPE TimeML [<!ENTITY l0 "ha">{LAUGHS}]><TimeML><TEXT>&l9;</TEXT></TimeML>', "DOCTYPE"),
    "a quadratic bomb": (f'<!DOCTYPE x [<!ENTITY a "{"a" * 9999}">]><TimeML><TEXT>{"&a;" * 9999}</TEXT></TimeML>', "DOCTYPE"),
    "an external entity": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/host">]><TimeML><TEXT>&e;</TEXT></TimeML>', "DOCTYPE"),
    "an external DTD": ('<!DOCTYPE TimeML SYSTEM "http://127.0.0.1:9/x.dtd"><TimeML><TEXT/></TimeML>', "DOCTYPE"),
    "an undeclared entity": ("<TimeML><TEXT>&nbsp;</TEXT></TimeML>", "undefined entity"),
    "tags that never end": ("<TimeML><TEXT>", "no element found"),
    "tags too deep": (f"<TimeML><TEXT>{'<a>' * 100_000}", "more than 64 deep"),
    "another format": ("<html><body>They met.</body></html>", "expected <TimeML>, got <html>"),
    "no XML": ("They met on Friday.", "syntax error"),
    "nothing": ("", "it is empty"),
    "a null": ("<TimeML>\x00</TimeML>", "not well-formed"),
    "half a pair": ("<TimeML>\ud800</TimeML>", "surrogates not allowed"),
    "two texts": ("<TimeML><TEXT/><TEXT/></TimeML>", "one <TEXT>, this has 2"),
    "text beside the text": ("<TimeML>loose <TEXT/></TimeML>", "'loose' stands beside <TEXT>"),
    "a place outside": ('<TimeML><TEXT>abc</TEXT><EVENT start="1" end="9"/></TimeML>', "from 1 to 9, the text has 3"),
    "a place backwards": ('<TimeML><TEXT>abc</TEXT><EVENT start="2" end="1"/></TimeML>', "from 2 to 1, the text has 3"),
}


@pytest.mark.parametrize(("xml", "told"), HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("read", [read_timeml, from_timeml])
def test_a_hostile_file_is_refused_with_a_reason(xml: str, told: str, read: Callable[[str], object]) -> None:
    """Quickly, without opening anything that it names."""
    with pytest.raises(FormatError, match=re.escape(told)):
        read(xml)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<TimeML><TEXT>\xff\xfe\xfa</TEXT></TimeML>", "not well-formed"),
        (b"<?xml version='1.0' encoding='ascii'?><TimeML><TEXT>\xe9</TEXT></TimeML>", "not well-formed"),
        (b"<?xml version='1.0' encoding='no-such'?><TimeML/>", "unknown encoding"),
        (b"\xff\xfe<\x00T", "unclosed token|no element found"),
        (b"\x1f\x8b\x08\x00compressed", "not well-formed"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, told: str) -> None:
    """No encoding is guessed."""
    with pytest.raises(FormatError, match=told):
        read_timeml(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_a_file_may_say_its_encoding(encoding: str) -> None:
    """XML files do."""
    xml = f"<?xml version='1.0' encoding='{encoding}'?><TimeML><TEXT>Café</TEXT></TimeML>"
    assert read_timeml(xml.encode(encoding)).text == read_timeml(xml).text == "Café"


def test_processing_instructions_and_comments_do_nothing() -> None:
    """They are not run, not followed, and no part of the text."""
    xml = '<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?><TimeML><TEXT>They <?php exit ?>met<!-- on -->.</TEXT></TimeML>'
    assert read_timeml(xml).text == "They met."


@pytest.mark.parametrize("value", ["", b"", " \n"])
def test_an_empty_file_is_told_as_empty(value: str | bytes) -> None:
    """Not by the line and column of an XML parser."""
    with pytest.raises(FormatError, match="cannot read the TimeML: it is empty"):
        from_timeml(value)


@pytest.mark.parametrize("value", [None, 5, ["<TimeML/>"], bytearray(b"<TimeML/>")])
def test_what_is_no_text_is_a_type_error(value: Any) -> None:
    """A path or an open file is not read by accident."""
    with pytest.raises(TextError, match="expected TimeML as str or bytes"):
        from_timeml(value)


def test_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """In characters and in tags."""
    xml = write_timeml(TimemlDocument([Section("TEXT", "abc", [Tag("EVENT", {}, 0, 1)] * 3)]))
    monkeypatch.setattr(reading, "MOST_TAGS", 4)
    with pytest.raises(FormatError, match="more than 4 tags"):
        read_timeml(xml)
    monkeypatch.setattr(reading, "LONGEST", 20)
    with pytest.raises(FormatError, match="longer than 20 characters"):
        read_timeml(xml)


def test_a_line_of_ten_million_characters_is_read() -> None:
    """In a time that grows with its length: one line, or one attribute, of that size takes seconds at most."""
    started = time.process_time()
    line = "x" * 10_000_000
    assert read_timeml(f"<TimeML><TEXT>{line}</TEXT></TimeML>").text == line
    assert read_timeml(f'<TimeML><TEXT>a</TEXT><SLINK comment="{line}"/></TimeML>').links[0].get("comment") == line
    assert len(write_timeml(TimemlDocument([Section("TEXT", line)]))) > len(line)
    assert time.process_time() - started < 10


@pytest.mark.parametrize("sentence", ["They met on Friday. ", "They met on Friday, ", "from Monday to Friday "])
def test_time_grows_with_the_number_of_tags(sentence: str) -> None:
    """Eight times the text takes about eight times as long to write and to read, far from the square of it."""

    def seconds(count: int) -> float:
        text = sentence * count
        tl = made(text)
        started = time.process_time()
        from_timeml(to_timeml(tl, text))
        return time.process_time() - started

    assert any(seconds(160) < 24 * seconds(20) + 0.05 for _ in range(3))
