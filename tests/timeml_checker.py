"""What is wrong with a TimeML file: a checker of its own, after the specification of TimeML 1.2.1 (elements, attributes, ids).

It reads with the parser of the standard library and shares nothing with the package.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

MODS = "BEFORE AFTER ON_OR_BEFORE ON_OR_AFTER LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE START MID END APPROX"
RELATIONS = (
    "BEFORE AFTER INCLUDES IS_INCLUDED DURING DURING_INV SIMULTANEOUS IAFTER IBEFORE IDENTITY BEGINS ENDS BEGUN_BY ENDED_BY"
)
UNIT = r"(?:\d+(?:\.\d+)?|X+)"
CALENDAR = (
    r"(?:BC)?[\dX]{1,4}(?:X{1,2})?(?:-(?:[\dX]{2}(?:-[\dX]{2})?|W[\dX]{2}(?:-(?:[1-7]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?"
    r"(?:T(?:DW|MO|MI|AF|EV|NI|DT|[\dX]{2}(?::[\dX]{2}(?::[\dX]{2})?)?(?:Z|[+-]\d\d:\d\d)?))?"
)
LENGTH = rf"P(?:{UNIT}(?:ML|CE?|DE|Y|Q|H|S|M|WE|W|D|PD))*(?:T(?:{UNIT}[HMS])+|T\d\d:\d\d)?|PXX"
VALUE = rf"{CALENDAR}|{LENGTH}|(?:PAST|PRESENT|FUTURE)_REF"

# For each element: its attributes with the form of their values, those that must be there marked by "!".
ATTRIBUTES = MappingProxyType(
    {
        "TIMEX3": {
            "tid!": r"t\d+",
            "type!": "DATE|TIME|DURATION|SET",
            "value!": VALUE,
            "mod": MODS.replace(" ", "|"),
            "quant": r"[A-Z0-9 ]+",
            "freq": r"\d+[XDWMY]",
            "beginPoint": r"t\d+",
            "endPoint": r"t\d+",
            "anchorTimeID": r"t\d+",
            "temporalFunction": "true|false",
            "functionInDocument": "CREATION_TIME|NONE",
        },
        "EVENT": {"eid!": r"e\d+", "class!": "OCCURRENCE|PERCEPTION|REPORTING|ASPECTUAL|STATE|I_STATE|I_ACTION"},
        "MAKEINSTANCE": {
            "eventID!": r"e\d+",
            "eiid!": r"ei\d+",
            "tense!": "FUTURE|INFINITIVE|PAST|PASTPART|PRESENT|PRESPART|NONE",
            "aspect!": "PROGRESSIVE|PERFECTIVE|PERFECTIVE_PROGRESSIVE|NONE",
            "polarity!": "POS|NEG",
            "pos!": "ADJECTIVE|NOUN|VERB|PREPOSITION|OTHER",
            "modality": r"\S(?:.*\S)?",
        },
        "SIGNAL": {"sid!": r"s\d+"},
        "TLINK": {
            "lid!": r"l\d+",
            "relType!": RELATIONS.replace(" ", "|"),
            "eventInstanceID": r"ei\d+",
            "timeID": r"t\d+",
            "relatedToTime": r"t\d+",
            "relatedToEventInstance": r"ei\d+",
            "signalID": r"s\d+",
        },
        "DOCID": {}, "DCT": {}, "TITLE": {}, "TEXT": {},
    }
)  # fmt: skip
IDENTS = MappingProxyType({"TIMEX3": "tid", "EVENT": "eid", "MAKEINSTANCE": "eiid", "SIGNAL": "sid", "TLINK": "lid"})
REFERENCES = (
    *("beginPoint", "endPoint", "anchorTimeID", "eventID", "eventInstanceID", "timeID"),
    *("relatedToTime", "relatedToEventInstance", "signalID"),
)
IN_TEXT = ("TIMEX3", "EVENT", "SIGNAL")
BEHIND = ("TIMEX3", "MAKEINSTANCE", "TLINK")


def faults(xml: str) -> list[str]:
    """Everything that breaks the specification, of structure, attributes and ids."""
    root = ElementTree.fromstring(xml.encode())
    elements = list(root.iter())[1:]
    return [*_structure(root), *(fault for e in elements for fault in _attributes(e)), *_idents(elements)]


def _structure(root: Element) -> Iterator[str]:
    if root.tag != "TimeML" or root.attrib:
        yield f"the root is {root.tag} {root.attrib}"
    names = [child.tag for child in root]
    if names.count("TEXT") != 1 or names.count("DCT") > 1:
        yield f"parts are {names}"
    for child in root:
        if (child.tail or "").strip():
            yield f"{child.tail!r} stands behind {child.tag}"
        behind = names.index(child.tag) > names.index("TEXT") if "TEXT" in names else False
        if behind and (child.tag not in BEHIND or len(child) or child.text):
            yield f"{child.tag} stands behind the text"
    for part in root.iter("TEXT"):
        for tag in part.iter():
            if tag is not part and tag.tag not in IN_TEXT:
                yield f"{tag.tag} stands in the text"
            if tag is not part and not "".join(tag.itertext()):
                yield f"{tag.tag} has no words"
    created = [e for e in root.iter("TIMEX3") if e.get("functionInDocument") == "CREATION_TIME"]
    if len(created) != names.count("DCT") or any(e not in list(d) for d in root.iter("DCT") for e in created):
        yield "the creation time is not in DCT"


def _attributes(element: Element) -> Iterator[str]:
    known = ATTRIBUTES.get(element.tag)
    if known is None:
        yield f"{element.tag} is no element of TimeML"
        return
    forms = {name.rstrip("!"): form for name, form in known.items()}
    for name in known:
        if name.endswith("!") and name[:-1] not in element.attrib:
            yield f"{element.tag} has no {name[:-1]}"
    for name, value in element.attrib.items():
        if name not in forms or re.fullmatch(forms[name], value, re.ASCII | re.DOTALL if name != "modality" else 0) is None:
            yield f"{element.tag} has {name}={value!r}"
    if element.tag == "TLINK":
        sources = [name for name in ("eventInstanceID", "timeID") if name in element.attrib]
        targets = [name for name in ("relatedToTime", "relatedToEventInstance") if name in element.attrib]
        if len(sources) != 1 or len(targets) != 1:
            yield f"TLINK from {sources} to {targets}"


def _idents(elements: list[Element]) -> Iterator[str]:
    idents = [element.attrib[IDENTS[element.tag]] for element in elements if element.tag in IDENTS]
    for ident in {ident for ident in idents if idents.count(ident) > 1}:
        yield f"{ident} is there more than once"
    for element in elements:
        for name in REFERENCES:
            if name in element.attrib and element.attrib[name] not in idents:
                yield f"{element.tag} leads to {element.attrib[name]}, which is nowhere"
