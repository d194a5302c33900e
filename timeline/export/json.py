"""A timeline as JSON and back, with nothing lost.

One object holds the tables ``times``, ``events`` and ``links`` and the lists ``entries`` and ``hidden``, which name
their time, event and links by number.  A field that has its default value is left out.  Moments and grains are
the strings that they print as, fractions are numbers or "5/2", lengths of time are seconds; a meaning tells by ``is`` what
it is.  The types are those of the fields' annotations and the closed list of meanings, and no others.
"""

from __future__ import annotations

import datetime
import enum
import json
import re
import reprlib
import types
import typing
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, NoReturn, TypeVar

import attrs

from timeline import release
from timeline.calendar.almanac import PARTS, Grain
from timeline.calendar.conventions import Conventions
from timeline.calendar.edtf import read
from timeline.calendar.values import Moment
from timeline.entries.entry import FACTUALITIES, Entry
from timeline.entries.records import Event, Link, Signal, Time
from timeline.errors import FormatError, TextError, TimelineError
from timeline.export.given import given
from timeline.export.offsets import CODE_POINTS, UTF16, Offsets, Utf16, moved, units_of
from timeline.grammar import meanings
from timeline.grammar.meanings import Meaning
from timeline.model import Timeline

FORMAT, VERSION = "timeline", 2
HEAD = ("format", "version", "offsets", "written_by")  # what tells of the file, not of the timeline
SINCE: Mapping[str, int] = types.MappingProxyType({"draft": 2, "refused": 2, "articles": 2})  # first written in
MEANINGS: tuple[type[Meaning], ...] = (
    meanings.Number,
    meanings.Date,
    meanings.NumericDate,
    meanings.Unit,
    meanings.Holiday,
    meanings.BankHoliday,
    meanings.Clock,
    meanings.DayPart,
    meanings.Weekend,
    meanings.Shift,
    meanings.Select,
    meanings.Offset,
    meanings.Stretch,
    meanings.Within,
    meanings.Nth,
    meanings.Modified,
    meanings.Turn,
    meanings.Antecedent,
    meanings.Range,
    meanings.Span,
    meanings.Onward,
    meanings.Length,
    meanings.Repeat,
    meanings.Refers,
)
TABLES: Mapping[str, type] = types.MappingProxyType({"times": Time, "events": Event, "links": Link})
PLAIN = ("source", "language", "tz", "text_hash", "notes")
FRACTION = re.compile(r"-?[0-9]{1,300}/0*[1-9][0-9]{0,299}", re.ASCII)
NO_VALUES: Mapping[str, Any] = types.MappingProxyType({})
SURROGATE = re.compile("[\ud800-\udfff]")
_FILE = re.compile(r"\S[^{}\n]{0,200}\.json\s*", re.IGNORECASE)
T = TypeVar("T")


def to_json(
    tl: Timeline, *, indent: int | None = None, offsets: Offsets = CODE_POINTS, text: str | None = None
) -> str:
    """The JSON text that `from_json` reads back into an equal timeline.

    Offsets count the code points of the text; with ``offsets="utf16"`` those of times, events and signals count units of
    UTF-16, as browsers do, which takes the ``text`` that the timeline was made from.  Raises `OptionError` without it,
    for another text, and for a merged timeline.

    >>> to_json(Timeline(entries=(Entry(label="talks"),)))[:51]
    '{"format": "timeline", "version": 2, "anchor": null'
    """
    units = units_of(offsets, text, given(tl))
    writer = _Writer(tl, units)
    lists = {
        name: [writer.fields(entry, writer.tables) for entry in getattr(tl, name)] for name in ("entries", "hidden")
    }
    later = {name: writer.value(getattr(tl, name), writer.tables) for name in SINCE}
    links = [writer.fields(link, writer.tables) for link in writer.tables[Link]]
    plain = {table: [writer.fields(item, NO_TABLES) for item in writer.tables[table]] for table in (Time, Event)}
    document = {
        "format": FORMAT,
        "version": VERSION,
        **({} if units is None else {"offsets": {"unit": UTF16, "wide": list(units.wide)}}),
        "anchor": writer.value(tl.anchor, NO_TABLES),
        **{name: writer.value(getattr(tl, name), NO_TABLES) for name in PLAIN},
        **later,
        # an assumption must not change with the defaults of a later release: all of them are written
        "conventions": writer.fields(tl.conventions, NO_TABLES, defaults=True),
        **lists,
        **_split("times", plain[Time], len(tl.times)),
        **_split("events", plain[Event], len(tl.events)),
        **_split("links", links, len(tl.links)),
        "written_by": {"timeline": release.version(), "weights": release.weights()},
    }
    written = json.dumps(document, indent=indent, ensure_ascii=False)
    # half a surrogate pair cannot be written to any file as it stands
    return SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _split(name: str, items: list[Any], count: int) -> dict[str, list[Any]]:
    """A table of the timeline's own items, and one of those that only its entries know; numbers run through both."""
    return {name: items[:count]} | ({f"other_{name}": items[count:]} if len(items) > count else {})


def from_json(text: str) -> Timeline:
    """The timeline of a JSON text that `to_json` wrote.

    Raises `FormatError` for any other text, and `TextError` for what is no text.

    >>> tl = Timeline(entries=(Entry(label="talks"),), anchor=Moment.of(2023, 9, 18))
    >>> from_json(to_json(tl)) == tl
    True
    >>> from_json('{"format": "timeline", "version": 3}')
    Traceback (most recent call last):
    ...
    timeline.errors.FormatError: version is 3, expected 1 to 2: a later release of timeline may read it
    """
    if not isinstance(text, str):
        raise TextError(f"expected a JSON string, got {type(text).__name__}")
    try:
        return _Reader().timeline(json.loads(text, parse_constant=_no_constant))
    except FormatError:
        raise
    except RecursionError:
        raise FormatError("cannot read the timeline: it is nested too deeply") from None
    except (TimelineError, ArithmeticError, ValueError) as error:
        raise FormatError(f"cannot read the timeline: {error}{_how_to_read(text)}") from None


def _how_to_read(text: str) -> str:
    """What to give in place of the name of a file."""
    named = _FILE.fullmatch(text)
    return f"; this is the name of a file: from_json(Path({text!r}).read_text()) reads it" if named else ""


def _no_constant(name: str) -> None:
    raise FormatError(f"{name} is not JSON")


class _Table(Sequence[Any]):
    """Things by number, each stored once."""

    def __init__(self, items: Sequence[Any]) -> None:
        self._items = list(items)
        self._numbers: dict[Any, int] = {}
        for number, item in enumerate(items):
            self._numbers.setdefault(item, number)

    def __len__(self) -> int:
        return len(self._items)

    def __getitem__(self, number: Any) -> Any:
        return self._items[number]

    def number(self, item: Any) -> int:
        if item not in self._numbers:
            self._numbers[item] = len(self._items)
            self._items.append(item)
        return self._numbers[item]


Tables = Mapping[type, _Table]
NO_TABLES: Tables = types.MappingProxyType({})


class _Writer:
    """Turns values into what JSON holds; what stands in a table becomes its number there."""

    def __init__(self, tl: Timeline, units: Utf16 | None) -> None:
        self._units = units
        self.tables: Tables = {Time: _Table(tl.times), Event: _Table(tl.events), Link: _Table(tl.links)}

    def fields(self, item: Any, tables: Tables, *, defaults: bool = False) -> dict[str, Any]:
        """The fields of an attrs object that differ from their defaults."""
        return {
            field.name.rstrip("_"): self.value(
                moved(type(item), field.name, getattr(item, field.name), self._units), tables
            )
            for field in attrs.fields(type(item))
            if defaults or getattr(item, field.name) != _default(field)
        }

    def value(self, value: Any, tables: Tables) -> Any:
        if type(value) in tables:
            return tables[type(value)].number(value)
        match value:
            case enum.Enum():
                return value.label if isinstance(value, Grain) else value.value
            case None | bool() | int() | str():
                return value
            case Fraction():
                return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
            case datetime.timedelta():
                return self.value(Fraction(value // datetime.timedelta(microseconds=1), 1_000_000), tables)
            case Moment():
                return str(value) if _moment(str(value)) == value else self.fields(value, tables)
            case [*items]:
                return [self.value(item, tables) for item in items]
            case Mapping():
                return {name: self.value(item, tables) for name, item in value.items()}
            case Meaning():
                return {"is": type(value).__name__, **self.fields(value, tables)}
        return self.fields(value, tables)


def _default(field: attrs.Attribute[Any]) -> Any:
    default: Any = field.default  # a Factory or the default itself, which the type does not tell
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]


def _moment(text: str) -> Moment | None:
    """The moment that prints as this string, None where there is none."""
    try:
        said = read(text)
    except TimelineError:
        return None
    moment = None if said.start is None else Moment(said.start, said.offset)
    return moment if str(moment) == text else None


class _Reader:
    """Turns what JSON holds into values, by the annotated types; a number stands for a thing in a table."""

    def __init__(self) -> None:
        self._hints: dict[type, dict[str, Any]] = {}
        self._tables: dict[Any, tuple[Any, ...]] = {}
        self._units: Utf16 | None = None

    def timeline(self, document: Any) -> Timeline:
        if not isinstance(document, dict) or document.get("format") != FORMAT:
            raise FormatError('cannot read the timeline: expected an object with "format": "timeline"')
        version: Any = document.get("version")
        if not _whole(version) or not 1 <= version <= VERSION:
            later = ": a later release of timeline may read it" if _whole(version) and version > VERSION else ""
            raise FormatError(f"version is {reprlib.repr(version)}, expected 1 to {VERSION}{later}")
        data = {name: item for name, item in document.items() if name not in HEAD}
        self._units = None if "offsets" not in document else self._counted(document["offsets"])
        own = {}
        for name, cls in TABLES.items():
            items = self._list(data.get(name, []), cls, name)
            others = self._list(data.pop(f"other_{name}", []), cls, f"other_{name}")
            own[name] = items
            self._tables[cls] = items + others
        for name in ("entries", "hidden"):
            own[name] = self._list(data.get(name, []), Entry, name)
        needed = (name for name in (f.name for f in attrs.fields(Timeline)) if SINCE.get(name, 1) <= version)
        missing = [name for name in needed if name not in data]
        if missing:
            _fail("the timeline", f"it has no {missing[0]!r}")
        tl: Timeline = self._object({name: item for name, item in data.items() if name not in own}, Timeline, "", own)
        return tl

    def _counted(self, data: Any) -> Utf16:
        """The units that the offsets of a file are counted in."""
        if not isinstance(data, dict) or data.keys() != {"unit", "wide"} or data["unit"] != UTF16:
            _fail("offsets", f"expected an object with the unit {UTF16!r} and wide, got {reprlib.repr(data)}")
        wide = self._value(data["wide"], tuple[int, ...], "offsets.wide")
        if list(wide) != sorted({place for place in wide if place >= 0}):
            _fail("offsets.wide", "the places are not in order")
        return Utf16(wide)

    def _list(self, data: Any, cls: type, path: str) -> tuple[Any, ...]:
        if not isinstance(data, list):
            _fail(path, f"expected a list, got {reprlib.repr(data)}")
        return tuple(self._object(item, cls, f"{path}[{number}]") for number, item in enumerate(data))

    def _object(self, data: Any, cls: type, path: str, given: Mapping[str, Any] = NO_VALUES) -> Any:
        """An attrs object of its fields, some of which may be given as values already."""
        if not isinstance(data, dict):
            _fail(path, f"expected an object, got {reprlib.repr(data)}")
        if cls not in self._hints:
            self._hints[cls] = typing.get_type_hints(cls)
        fields = {field.name.rstrip("_"): field for field in attrs.fields(cls)}
        values = dict(given)
        for name, item in data.items():
            if name not in fields:
                _fail(path, f"there is no field {name!r:.40}")
            field = fields[name].name
            value = self._value(item, self._hints[cls][field], f"{path}.{name}" if path else name)
            values[field] = moved(cls, field, value, self._units, back=True)
        for field in fields.values():
            if field.default is attrs.NOTHING and field.name not in values:
                _fail(path, f"it has no {field.name.rstrip('_')!r}")
        made = cls(**values)
        _check(made, path)
        return made

    def _value(self, data: Any, hint: Any, path: str) -> Any:
        origin, args = typing.get_origin(hint), typing.get_args(hint)
        if hint in self._tables:
            return self._numbered(data, hint, path)
        if origin in (typing.Union, types.UnionType):
            return None if data is None else self._value(data, args[0], path)
        if origin in (tuple, Sequence):
            return self._tuple(data, args if origin is tuple else (*args, ...), path)
        if origin is Mapping:
            return self._mapping(data, args[1], path)
        if isinstance(hint, type) and issubclass(hint, Meaning):
            return self._meaning(data, hint, path)
        if hint is Moment:
            return self._moment(data, path)
        if attrs.has(hint):
            return self._object(data, hint, path)
        return _plain(data, hint, path)

    def _numbered(self, data: Any, cls: type, path: str) -> Any:
        table = self._tables[cls]
        if not isinstance(data, int) or isinstance(data, bool) or not 0 <= data < len(table):
            _fail(path, f"expected the number of one of {len(table)} {cls.__name__.lower()}s, got {reprlib.repr(data)}")
        return table[data]

    def _tuple(self, data: Any, hints: tuple[Any, ...], path: str) -> tuple[Any, ...]:
        if not isinstance(data, list):
            _fail(path, f"expected a list, got {reprlib.repr(data)}")
        if hints[-1] is Ellipsis:
            hints = (hints[0],) * len(data)
        if len(data) != len(hints):
            _fail(path, f"expected {len(hints)} items, got {len(data)}")
        return tuple(
            self._value(item, hint, f"{path}[{n}]") for n, (item, hint) in enumerate(zip(data, hints, strict=True))
        )

    def _mapping(self, data: Any, hint: Any, path: str) -> dict[str, Any]:
        # the one mapping is the table of the parts of the day; an older release may have known fewer of them
        if not isinstance(data, dict) or not data or not data.keys() <= set(PARTS):
            _fail(path, f"expected an object with the parts {', '.join(PARTS)}, got {reprlib.repr(data)}")
        said = {name: self._value(item, hint, f"{path}.{name}") for name, item in data.items()}
        return {name: said.get(name, Conventions().part_hours[name]) for name in PARTS}

    def _meaning(self, data: Any, hint: type[Meaning], path: str) -> Any:
        name = data.get("is") if isinstance(data, dict) else data
        for cls in MEANINGS:
            if cls.__name__ == name and issubclass(cls, hint):
                return self._object({field: item for field, item in data.items() if field != "is"}, cls, path)
        _fail(path, f"there is no {hint.__name__} called {reprlib.repr(name)}")

    def _moment(self, data: Any, path: str) -> Moment:
        if isinstance(data, dict):  # one that no string can tell
            moment: Moment = self._object(data, Moment, path)
            return moment
        said = _moment(data) if isinstance(data, str) else None
        return said if said is not None else _fail(path, f"expected a date or date and time, got {reprlib.repr(data)}")


def _plain(data: Any, hint: Any, path: str) -> Any:
    """A value without parts."""
    if hint is Grain:
        return _member({grain.label: grain for grain in Grain}, data, path)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return _member({member.value: member for member in hint}, data, path)
    if hint in (Fraction, datetime.timedelta):
        if not _whole(data) and not (isinstance(data, str) and FRACTION.fullmatch(data)):
            _fail(path, f'expected a whole number or a fraction such as "5/2", got {reprlib.repr(data)}')
        amount = Fraction(data)
        return amount if hint is Fraction else _length(amount)
    if not isinstance(data, hint) or (hint is int and not _whole(data)):
        _fail(path, f"expected {hint.__name__}, got {reprlib.repr(data)}")
    return data


def _whole(data: Any) -> bool:
    return isinstance(data, int) and not isinstance(data, bool)


def _length(seconds: Fraction) -> datetime.timedelta:
    return datetime.timedelta(seconds=seconds // 1, microseconds=round(seconds % 1 * 1_000_000))


def _member(members: Mapping[Any, T], name: Any, path: str) -> T:
    if not isinstance(name, str) or name not in members:
        _fail(path, f"expected one of {', '.join(members)}, got {reprlib.repr(name)}")
    return members[name]


def _check(made: object, path: str) -> None:
    """What the types do not tell of a value."""
    if isinstance(made, (Time, Event, Signal)) and not 0 <= made.start <= made.end:
        _fail(path, f"there is no span from {made.start} to {made.end}")
    if isinstance(made, Entry) and made.factuality not in FACTUALITIES:
        _fail(path, f"factuality is {made.factuality!r:.40}, expected one of {', '.join(FACTUALITIES)}")


def _fail(path: str, problem: str) -> NoReturn:
    raise FormatError(f"cannot read {path or 'the timeline'}: {problem}")
