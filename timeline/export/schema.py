"""The JSON Schema of a stored timeline, made from the types that the reader goes by."""

from __future__ import annotations

import datetime
import enum
import types
import typing
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs

from timeline.calendar.almanac import PARTS, Grain
from timeline.calendar.values import Moment
from timeline.entries.entry import FACTUALITIES, Entry
from timeline.entries.records import Event, Link, Time
from timeline.export.json import FORMAT, MEANINGS, TABLES, VERSION
from timeline.export.offsets import UTF16
from timeline.grammar.meanings import Meaning
from timeline.model import Timeline

Schema = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
ROWS: Mapping[str, type] = types.MappingProxyType({"entries": Entry, "hidden": Entry, **TABLES})
NUMBER: Schema = {"type": "integer", "minimum": 0}
AMOUNT: Schema = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^-?[0-9]{1,300}/0*[1-9][0-9]{0,299}$"}]}
PLAIN: Mapping[Any, Schema] = types.MappingProxyType(
    {
        str: {"type": "string"},
        int: {"type": "integer"},
        bool: {"type": "boolean"},
        Fraction: AMOUNT,
        datetime.timedelta: AMOUNT,
    }
)
# in what offsets are counted, and the places of the characters that take two units; without it in code points
OFFSETS: Schema = {
    "type": "object",
    "properties": {"unit": {"const": UTF16}, "wide": {"type": "array", "items": NUMBER}},
    "required": ["unit", "wide"],
    "additionalProperties": False,
}
# which release wrote the file, and with which weights; a reader may pass it over
WRITTEN_BY: Schema = {
    "type": "object",
    "properties": {"timeline": {"type": ["string", "null"]}, "weights": {"type": "string", "pattern": "^[0-9a-f]{8}$"}},
    "required": ["timeline", "weights"],
    "additionalProperties": False,
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of what `to_json` writes, for programs in other languages.

    ``version`` in it is that of the format.  A file that fits it can still be refused by `from_json`, which also holds bounds
    and places to each other.

    >>> json_schema()["properties"]["version"]
    {'const': 2}
    """
    maker = _Maker()
    numbered = frozenset(TABLES.values())
    top = {field.name: maker.typed(hint, numbered) for field, hint in _fields(Timeline) if field.name not in ROWS}
    top |= {name: {"type": "array", "items": maker.object(cls)} for name, cls in ROWS.items()}
    # a table of the timeline's own mentions may be followed by one of those that only its entries know
    others = {f"other_{name}": top[name] for name in TABLES}
    return {
        "$schema": DIALECT,
        "title": f"{FORMAT}, version {VERSION}",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "offsets": OFFSETS,
            **top,
            **others,
            "written_by": WRITTEN_BY,
        },
        "required": ["format", "version", *top],
        "additionalProperties": False,
        "$defs": dict(sorted(maker.defined.items())),
    }


def _fields(cls: type) -> list[tuple[attrs.Attribute[Any], Any]]:
    hints = typing.get_type_hints(cls)
    return [(field, hints[field.name]) for field in attrs.fields(cls)]


class _Maker:
    """Makes schemas of types; those of classes are defined once and referred to by name."""

    def __init__(self) -> None:
        self.defined: dict[str, Schema] = {}

    def object(self, cls: type) -> Schema:
        """A reference to the schema of a class: an object of its fields, those with a default left out at will."""
        name = cls.__name__
        if name not in self.defined:
            self.defined[name] = {}
            # a mention stands whole in its table, and by its number everywhere else
            inside = {Time: (), Event: (), Link: (Time, Event)}.get(cls, (Time, Event, Link))
            fields = {f.name.rstrip("_"): (f, self.typed(hint, frozenset(inside))) for f, hint in _fields(cls)}
            self.defined[name] = _object(
                {name: schema for name, (_, schema) in fields.items()},
                [name for name, (field, _) in fields.items() if field.default is attrs.NOTHING],
            )
            if cls is Entry:
                self.defined[name]["properties"]["factuality"] = {"enum": list(FACTUALITIES)}
        return {"$ref": f"#/$defs/{name}"}

    def typed(self, hint: Any, numbered: frozenset[Any]) -> Schema:
        """The schema of a type, in which mentions of some classes are numbers."""
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if hint in numbered:
            return NUMBER
        if origin in (typing.Union, types.UnionType):
            return {"anyOf": [self.typed(args[0], numbered), {"type": "null"}]}
        if origin is Sequence or (origin is tuple and args[-1] is Ellipsis):
            return {"type": "array", "items": self.typed(args[0], numbered)}
        if origin is tuple:
            items = [self.typed(arg, numbered) for arg in args]
            return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
        if origin is Mapping:  # the table of the parts of the day
            return _object({name: self.typed(args[1], numbered) for name in PARTS}, list(PARTS))
        return self.plain(hint)

    def plain(self, hint: Any) -> Schema:
        """The schema of a type without arguments."""
        if isinstance(hint, type) and issubclass(hint, Meaning):
            return {"anyOf": [self.meaning(cls) for cls in MEANINGS if issubclass(cls, hint)]}
        if hint is Moment:
            return {"anyOf": [{"type": "string"}, self.object(Moment)]}
        if hint is Grain:
            return {"enum": [grain.label for grain in Grain]}
        if isinstance(hint, type) and issubclass(hint, enum.Enum):
            return {"enum": [member.value for member in hint]}
        return PLAIN[hint] if hint in PLAIN else self.object(hint)

    def meaning(self, cls: type) -> Schema:
        """A reference to the schema of one kind of meaning, which its ``is`` names."""
        reference = self.object(cls)
        schema = self.defined[cls.__name__]
        if schema and "is" not in schema["properties"]:
            schema["properties"]["is"] = {"const": cls.__name__}
            schema["required"].append("is")
        return reference


def _object(properties: dict[str, Schema], required: list[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
