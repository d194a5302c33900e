"""TimeML 1.2, written and read: a timeline and its text as one document, and any document as a timeline."""

from __future__ import annotations

from timeline.export.given import given
from timeline.export.timeml.annotating import annotated
from timeline.export.timeml.document import TimemlDocument
from timeline.export.timeml.interpreting import interpreted
from timeline.export.timeml.reading import read_timeml
from timeline.export.timeml.writing import write_timeml
from timeline.model import Timeline


def to_timeml(tl: Timeline, text: str, *, inline: bool = True) -> str:
    """The timeline and the text that it was made from as TimeML 1.2: TIMEX3, EVENT, MAKEINSTANCE, SIGNAL and TLINK.

    With ``inline`` the tags stand around the words; without their tags the text is the one given, to the character.  Else
    they follow the text as empty elements, whose ``start`` and ``end`` count code points of it.

    Raises `OptionError` for a text that is not the timeline's and for a merged timeline, `ExportError` for a character that
    XML cannot hold, which it names.

    >>> from timeline.extractor import extract
    >>> text = "They met on Friday."
    >>> print(to_timeml(extract(text, anchor="2023-09-18"), text))  # doctest: +NORMALIZE_WHITESPACE
    <?xml version="1.0" encoding="UTF-8"?>
    <TimeML>
    <DCT><TIMEX3 tid="t0" type="DATE" value="2023-09-18" temporalFunction="false"
         functionInDocument="CREATION_TIME">2023-09-18</TIMEX3></DCT>
    <TEXT>They <EVENT eid="e1" class="OCCURRENCE">met</EVENT> <SIGNAL sid="s1">on</SIGNAL> <TIMEX3 tid="t1" type="DATE"
         value="2023-09-15" temporalFunction="true">Friday</TIMEX3>.</TEXT>
    <MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="POS" pos="VERB"/>
    <TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1" signalID="s1"/>
    </TimeML>
    """
    return write_timeml(annotated(given(tl), text), inline=inline)


def from_timeml(xml: str | bytes | TimemlDocument) -> Timeline:
    """The timeline of a TimeML document, or of one that `read_timeml` has read.

    Times, events and what links them are as annotated; the day of the document is the anchor; rows and labels are made as
    `extract` makes them.  A value that names no time stays, unresolved, with the reason.  Links between two events, or
    with the document creation time alone, are no part of a timeline; the document keeps them.

    Raises `FormatError` and `TextError` as `read_timeml` does.

    >>> friday = '<TIMEX3 tid="t1" type="DATE" value="2023-09-15">Friday</TIMEX3>'
    >>> link = '<TLINK relType="IS_INCLUDED" eventInstanceID="e1" relatedToTime="t1"/>'
    >>> print(from_timeml(f'<TimeML><TEXT>They <EVENT eid="e1">met</EVENT> on {friday}.</TEXT>{link}</TimeML>'))
    2023-09-15    They met  "Friday"
    """
    return interpreted(xml if isinstance(xml, TimemlDocument) else read_timeml(xml))
