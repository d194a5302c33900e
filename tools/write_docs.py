"""Writes the parts of the documentation that are made from the code.

    python tools/write_docs.py            # rewrites the pages that are out of date
    python tools/write_docs.py --check    # names them, and exits with 1 when there are any

A page marks each such part by two comments and is otherwise written by hand:

    <!-- made by tools/write_docs.py: rules -->
    <!-- end: rules -->
"""

from __future__ import annotations

import ast
import datetime
import inspect
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
from command_tables import COMMANDS
from figure_tables import FIGURES
from markdown_tables import code, table
from notation_tables import notations

import timeline
from timeline import Conventions, Extractor, Timeline
from timeline.asking.queries import Queries
from timeline.calendar.almanac import PARTS
from timeline.export.columns import COLUMNS, DAY, FLAG, NUMBER, TEXT
from timeline.grammar.matching import Rule
from timeline.languages.en import LAYERS

ROOT = Path(__file__).resolve().parent.parent
PAGES = (
    "README.md",
    "docs/accuracy.md",
    "docs/command-line.md",
    "docs/conventions.md",
    "docs/design.md",
    "docs/notations.md",
    "docs/performance.md",
    "docs/reference.md",
    "docs/rules.md",
    "docs/tables.md",
)

FUNCTIONS: tuple[Callable[..., Any], ...] = (
    timeline.extract,
    Extractor,
    Extractor.extract,
    timeline.times,
    timeline.resolve,
    timeline.to_ical,
    timeline.ical_report,
    timeline.to_json,
    timeline.from_json,
    timeline.json_schema,
    timeline.to_records,
    timeline.to_csv,
    timeline.to_markdown,
    timeline.to_arrow,
    timeline.arrow_schema,
    timeline.to_parquet,
    timeline.to_pandas,
    timeline.to_polars,
    timeline.to_timeml,
    timeline.from_timeml,
    timeline.read_timeml,
    timeline.write_timeml,
    timeline.to_html,
    timeline.to_svg,
    timeline.to_timelinejs,
)


# -- Markdown ----------------------------------------------------------------------------------------------------------


def first_sentence(thing: object) -> str:
    """The first sentence of a docstring, on one line."""
    paragraph = " ".join((inspect.getdoc(thing) or "").partition("\n\n")[0].split())
    return paragraph.replace("|", "\\|")


# -- the public face ---------------------------------------------------------------------------------------------------


def signatures() -> str:
    """Every function of the package."""
    rows = [(code(call(function)), code(answer(function)), first_sentence(function)) for function in FUNCTIONS]
    return table(("call", "gives", "what it is"), rows)


def call(function: Callable[..., Any]) -> str:
    """How a function is called: its name and its arguments with their defaults.

    >>> call(timeline.to_markdown)
    'timeline.to_markdown(tl)'
    """
    parameters = [p for p in inspect.signature(function).parameters.values() if p.name != "self"]
    shown: list[str] = []
    for parameter in parameters:
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in shown:
            shown.append("*")
        default = "" if parameter.default is parameter.empty else f"={written(parameter.default)}"
        shown.append(parameter.name + default)
    names = {Timeline: "tl", Queries: "tl", Extractor: "extractor"}
    owner, _, name = function.__qualname__.rpartition(".")
    place = next((short for thing, short in names.items() if thing.__name__ == owner), "timeline")
    if isinstance(vars(Timeline).get(name), staticmethod):
        place = Timeline.__name__
    return f"{place}.{name}({', '.join(shown)})"


def answer(function: Callable[..., Any]) -> str:
    """The type that a function gives, as it is annotated."""
    if inspect.isclass(function):
        return function.__name__
    told = str(function.__annotations__["return"])
    return "Timeline" if told == "Self" else told


def written(value: object) -> str:
    """A value as a reader would write it in Python.

    >>> written("en"), written(datetime.timedelta(days=366)), written(Conventions())
    ('"en"', 'timedelta(days=366)', 'Conventions()')
    """
    if isinstance(value, str):
        return json.dumps(value)
    if isinstance(value, datetime.timedelta):
        return f"timedelta(days={value.days})"
    return "Conventions()" if value == Conventions() else repr(value)


# -- the reference of a timeline ---------------------------------------------------------------------------------------

# What the reference page shows in which table; every public member of a timeline stands in one.
MEMBERS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "time_questions": ("before", "after", "overlapping", "within", "between", "on", "starting", "ending"),
        "word_questions": ("about", "mentioning", "of_class", "where", "query"),
        "kinds": ("planned", "negated", "ongoing", "durations", "recurring", "unresolved", "undated", "references"),
        "orders": ("relation", "holds", "order"),
        "reasons": ("why", "reanchor", "with_conventions", "diff", "conflicts"),
        "sources": ("merge", "by_source", "timeline_of", "candidates"),
        "views": ("table",),
        "held_back": ("latent",),
        "holdings": tuple(field.name for field in attrs.fields(Timeline)),
    }
)


def members(part: str) -> str:
    """One table of the reference page: the members of a timeline, with what they give."""
    return table(("call", "gives", "what it is"), [member(name) for name in MEMBERS[part]])


def member(name: str) -> tuple[str, str, str]:
    """The row of one member: a method, a property, or a field."""
    thing = inspect.getattr_static(Timeline, name, None)
    if isinstance(thing, staticmethod) or inspect.isfunction(thing):
        function = getattr(Timeline, name)
        return code(call(function)), code(answer(function)), first_sentence(function)
    if isinstance(thing, property) and thing.fget is not None:
        return code(f"tl.{name}"), code(answer(thing.fget)), first_sentence(thing)
    field = attrs.fields_dict(Timeline)[name]
    return code(f"tl.{name}"), code(str(Timeline.__annotations__[name])), field.metadata["doc"]


# -- conventions -------------------------------------------------------------------------------------------------------


def conventions() -> str:
    """Every field of `Conventions` with its default."""
    default = Conventions()
    rows = [(code(f.name), assumed(getattr(default, f.name)), f.metadata["doc"]) for f in attrs.fields(Conventions)]
    return table(("field", "default", "meaning"), rows)


def assumed(value: Any) -> str:
    """A default as people write it.

    >>> assumed(None), assumed((5, 6)), assumed({"MO": (5, 12)})
    ('`None`', '`(5, 6)`', '`MO` 5 to 12')
    """
    if isinstance(value, Mapping):
        ordered = sorted(value.items(), key=lambda item: PARTS.index(item[0]))
        return ", ".join(f"{code(name)} {first} to {last}" for name, (first, last) in ordered)
    return code(written(value) if isinstance(value, str) else str(value))


# -- rules -------------------------------------------------------------------------------------------------------------


LONG_CHOICE = re.compile(r"((?:[^\s|]+\|){4})(?:[^\s|]+\|){4,}[^\s|?>]+")


def rules() -> str:
    """Every rule of the English grammar, layer by layer."""
    return "\n\n".join(layer(number, list(found)) for number, found in enumerate(LAYERS, start=1))


def layer(number: int, found: Sequence[Rule]) -> str:
    """The rules of a layer under a heading that names the modules they stand in."""
    modules = dict.fromkeys(rule.means.__module__.rpartition(".")[2] for rule in found)
    count = f"{len(found)} rule{'s' if len(found) > 1 else ''}"
    rows = ((name(rule), code(pattern(rule)), examples(rule), "<br>".join(map(code, rule.never))) for rule in found)
    body = table(("rule", "pattern", "reads", "does not read"), rows)
    return f"## Layer {number}: {', '.join(modules)} ({count})\n\n{body}"


def pattern(rule: Rule) -> str:
    """A rule's pattern, in which a choice of many classes is cut short.

    >>> pattern(Rule(name="x", pattern="from last:DAY|WEEKDAY|MONTH|YEAR|HOLIDAY|SHIFT|SELECT|SEASON|CLOCK", means=str))
    'from last:DAY|WEEKDAY|MONTH|YEAR|…'
    """
    return LONG_CHOICE.sub(r"\1…", rule.pattern)


def name(rule: Rule) -> str:
    """A rule's name, with a mark for one that only others use or that is only tried on request."""
    marks = [mark for mark, wanted in (("part", rule.part), ("latent", rule.latent)) if wanted]
    return rule.name + (f" *({', '.join(marks)})*" if marks else "")


def examples(rule: Rule) -> str:
    """The phrases that a rule reads, with their values."""
    return "<br>".join(
        f"{code(said)} → {'unresolved' if value is None else code(value)}" for said, value in rule.examples.items()
    )


# -- tables ------------------------------------------------------------------------------------------------------------


def columns() -> str:
    """Every column of the tables that are written, with its type in Arrow."""
    types = {TEXT: "string", DAY: "date32", NUMBER: "int64", FLAG: "bool"}
    rows = ((code(column.name), types[column.type], "yes" if column.empty else "", column.description) for column in COLUMNS)
    return table(("column", "type in Arrow", "can be empty", "what it says"), rows)


# -- modules -----------------------------------------------------------------------------------------------------------


def modules() -> str:
    """Every module of the package, in the order in which they may import each other."""
    package = Path(timeline.__file__).parent
    found = {module_name(path.relative_to(package)): path for path in sorted(package.rglob("*.py"))}
    rows = ((code(f"timeline.{module}" if module == "__init__" else module), told(found[module])) for module in ordered(found))
    return table(("module", "what it is"), rows)


def module_name(path: Path) -> str:
    """The dotted name below the package; a package inside it goes by its own name.

    >>> module_name(Path("languages/en/__init__.py")), module_name(Path("__init__.py"))
    ('languages.en', '__init__')
    """
    parts = path.with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def ordered(found: Iterable[str]) -> list[str]:
    """Modules in the order that the test of the house holds them to; those that share a shelf by name."""
    source = (ROOT / "tests" / "test_house.py").read_text(encoding="utf-8")
    assigned = next(n for n in ast.parse(source).body if isinstance(n, ast.Assign) and ast.unparse(n.targets[0]) == "LAYERS")
    order = ["__init__" if name == "timeline" else name for name in ast.literal_eval(assigned.value)]
    shelf = {name: name if name in order else f"{name.partition('.')[0]}.*" for name in found}
    return sorted(shelf, key=lambda name: (order.index(shelf[name]), name))


def told(path: Path) -> str:
    """The first paragraph of a module's docstring, on one line."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return " ".join(docstring.partition("\n\n")[0].split()).replace("|", "\\|")


# -- pages -------------------------------------------------------------------------------------------------------------

PARTS_OF_PAGES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "signatures": signatures,
        "conventions": conventions,
        "rules": rules,
        "columns": columns,
        "modules": modules,
        **{part: partial(members, part) for part in MEMBERS},
        "notations": notations,
        **FIGURES,
        **COMMANDS,
    }
)
MARKED = re.compile(r"(<!-- made by tools/write_docs\.py: (?P<part>\w+) -->\n).*?(<!-- end: (?P=part) -->)", re.DOTALL)


def filled(page: str) -> str:
    """A page with its made parts as the code now has them.

    >>> "domain" in filled("<!-- made by tools/write_docs.py: conventions -->\\n<!-- end: conventions -->")
    True
    """
    return MARKED.sub(lambda match: f"{match[1]}\n{PARTS_OF_PAGES[match['part']]()}\n\n{match[3]}", page)


SCHEMA = f"docs/timeline-{timeline.json_schema()['properties']['version']['const']}.schema.json"


def drawing() -> str:
    """The seed article as it is drawn on the first page."""
    article = (ROOT / "seeds" / "wang-yi-visits-moscow.txt").read_text(encoding="utf-8")
    tl = timeline.extract(article, anchor="2023-09-18")
    return timeline.to_svg(tl, title="What happened when, in a news article of 18 September 2023") + "\n"


FILES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        SCHEMA: lambda: json.dumps(timeline.json_schema(), indent=1) + "\n",
        "docs/images/wang-yi-visits-moscow.svg": drawing,
    }
)


def outdated(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """The pages that differ from the code, with what they should hold, and the files that are made as a whole."""
    for place, make in FILES.items():
        path, made = root / place, make()
        if not path.exists() or path.read_text(encoding="utf-8") != made:
            yield path, made
    for place in PAGES:
        path = root / place
        page = path.read_text(encoding="utf-8")
        if filled(page) != page:
            yield path, filled(page)


def main(arguments: Sequence[str]) -> int:
    """Rewrites the pages, or checks them; the exit code."""
    found = list(outdated())
    for path, page in found:
        print(path.relative_to(ROOT))
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(page, encoding="utf-8")
    return 1 if found and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
