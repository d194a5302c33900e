"""Guards over the source: which module may import which, no hidden input, nothing that changes, nothing too long.

They read the source that is imported, so they also hold for an installed copy.
"""

from __future__ import annotations

import ast
import graphlib
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import timeline

PACKAGE = Path(timeline.__file__).parent

# From the bottom up: a module imports only what stands before it.  A new module takes its place here; a "*" is a shelf whose
# modules may use each other, so that a new language or exporter changes no list.
LAYERS = (
    "errors",
    "deferred",
    "fixed",
    "calendar.*",
    "texts.*",
    "grammar.*",
    "learned.*",
    "release",
    "entries.*",
    "asking.*",
    "languages.pack",
    "languages.*",
    "linking.*",
    "dating.*",
    "inference.*",
    "assemble",
    "anchoring",
    "draft",
    "redating",
    "explain",
    "articles",
    "model",
    "extractor",
    "export.*",
    "timeline",  # the package itself: what `import timeline` gives
    "cli.*",
    "__main__",
)

MAX_FUNCTION = 60
MAX_FILE = 400
MAX_LANGUAGE_FILE = 650
VAGUE_NAMES = frozenset(("utils", "util", "helpers", "helper", "common", "base", "misc", "tools"))


def module_name(path: Path) -> str:
    """The dotted name below the package; the package's own __init__ is called by its name."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts) or "timeline"


SOURCES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in SOURCES.items()}
EVERY_MODULE = pytest.mark.parametrize("module", sorted(SOURCES))


def layer(module: str) -> int:
    """The place of a module among the layers."""
    if module in LAYERS:
        return LAYERS.index(module)
    shelf = f"{module.partition('.')[0]}.*"
    assert shelf in LAYERS, f"timeline.{module} has no place in LAYERS: put it above all that it imports"
    return LAYERS.index(shelf)


def imported(module: str) -> Iterator[str]:
    """The modules of the package that a module imports, anywhere in it, also inside functions."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            dotted = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"line {node.lineno}: imports are absolute"
            # "from timeline import bounds" imports a module, "from timeline.model import Timeline" a name of one
            dotted = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in dotted:
            if name.split(".")[0] == "timeline":
                yield owner(name)


def owner(name: str) -> str:
    """The module that a dotted name is or stands in."""
    inner = name.partition(".")[2]
    while inner and inner not in SOURCES:
        inner = inner.rpartition(".")[0]
    return inner or "timeline"


def outside_imports(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and dotted name of everything imported, with the names taken from a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


# -- layers ------------------------------------------------------------------------------------------------------------


@EVERY_MODULE
def test_imports_go_downward_only(module: str) -> None:
    """A module uses what stands below it, or its neighbours on a shelf, never what stands above."""
    own = layer(module)
    highest = own if LAYERS[own].endswith("*") else own - 1
    assert [name for name in imported(module) if layer(name) > highest] == []


@EVERY_MODULE
def test_a_language_knows_no_other_language(module: str) -> None:
    """A language pack can be added or taken out without a change elsewhere."""
    if not module.startswith("languages."):
        return
    packs = [name.split(".")[1] for name in imported(module) if name.startswith("languages.")]
    assert set(packs) <= {module.split(".")[1], "pack"}


def test_imports_have_no_cycle() -> None:
    """The modules of a shelf do not lean on each other in a circle either."""
    graph = {module: {name for name in imported(module) if name != module} for module in SOURCES}
    assert list(graphlib.TopologicalSorter(graph).static_order())


def test_every_layer_is_there() -> None:
    """The list of layers names no module that is gone."""
    shelves = {f"{name.partition('.')[0]}.*" for name in SOURCES}
    assert [name for name in LAYERS if name not in SOURCES and name not in shelves] == []


def test_one_module_opens_the_door_to_dateparser() -> None:
    """dateparser reads clock and zone unless it is told not to, so it is told in one place."""
    imports = [(module, name) for module, tree in TREES.items() for _, name in outside_imports(tree)]
    assert len({module for module, name in imports if name.startswith("dateparser")}) <= 1


# -- no hidden input ---------------------------------------------------------------------------------------------------

# Modules (or names of them) that bring in the clock, chance, the machine, the network, or code kept in data.
HIDDEN_INPUT = frozenset(
    "asyncio ctypes dbm dill ftplib getpass gettext http httpx joblib locale marshal multiprocessing os pickle platform "
    "random requests secrets shelve smtplib socket socketserver ssl subprocess tempfile threading time urllib.request "
    "uuid.uuid1 uuid.uuid4 dateutil.parser dateutil.tz dateutil.utils tzlocal zoneinfo.available_timezones".split()
)
# Attributes that read them, whatever they hang on.
HIDDEN_READERS = frozenset(
    "now today utcnow fromtimestamp utcfromtimestamp timestamp localtime gmtime ctime time_ns perf_counter monotonic "
    "process_time environ getenv urandom uuid1 uuid4 getnode gettz tzlocal setlocale getlocale expanduser expandvars "
    "getdefaultlocale getpreferredencoding".split()
)
LOCAL_CODES = re.compile(r"%[-_]?[AaBbcxXpZ+]")  # names of days, months and halves of the day in the machine's language
UNSAFE_BUILTINS = frozenset(("eval", "exec", "compile", "__import__", "hash", "id", "input", "breakpoint"))


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return (
        node.func.attr
        if isinstance(node.func, ast.Attribute)
        else node.func.id if isinstance(node.func, ast.Name) else ""
    )


@EVERY_MODULE
def test_no_module_brings_in_hidden_input(module: str) -> None:
    """Nothing that could read clock, chance, environment, locale or network is imported."""
    found = [
        f"line {line}: {name}"
        for line, name in outside_imports(TREES[module])
        if any(name == hidden or name.startswith(f"{hidden}.") for hidden in HIDDEN_INPUT)
    ]
    assert found == []


@EVERY_MODULE
def test_no_clock_environment_or_locale_is_read(module: str) -> None:
    """The anchor is an argument; no layer asks the machine what day or where it is."""
    found = [
        f"line {node.lineno}: .{node.attr}"
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.Attribute) and node.attr in HIDDEN_READERS
    ]
    assert found == []


def hidden_defaults(call: ast.Call) -> str:
    """What a call would read from the machine because an argument was left out, or nothing."""
    name, options = called(call), {keyword.arg for keyword in call.keywords}
    if name in ("rrule", "rrulestr", "rruleset") and not options & {"dtstart", None}:
        return "a rule without dtstart begins now"
    if name == "astimezone" and not call.args and not options:
        return "astimezone() goes to the machine's zone"
    if name == "ZoneInfo":
        return "ZoneInfo(name) reads the machine's zones, timeline.calendar.zones those of the tzdata package"
    if name in ("strftime", "strptime"):
        layouts = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        return (
            "" if layouts and not LOCAL_CODES.search(layouts[-1]) else "names of days and months come from the locale"
        )
    if name in ("open", "read_text", "write_text") and "encoding" not in options:
        modes = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        return "" if any("b" in mode for mode in modes) else "a text file without encoding= is read in the machine's"
    return ""


@EVERY_MODULE
def test_no_call_leaves_an_argument_to_the_machine(module: str) -> None:
    """Functions that fall back to clock, zone or encoding of the machine are given theirs."""
    calls = [node for node in ast.walk(TREES[module]) if isinstance(node, ast.Call)]
    assert [f"line {call.lineno}: {hidden_defaults(call)}" for call in calls if hidden_defaults(call)] == []


@EVERY_MODULE
def test_no_date_is_formatted_by_locale(module: str) -> None:
    """The format codes of names, such as %A and %B, would print the machine's language."""
    codes = [
        f"line {node.lineno}"
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None
        if LOCAL_CODES.search(ast.unparse(node.format_spec))
    ]
    assert codes == []


@EVERY_MODULE
def test_no_code_is_run_from_data(module: str) -> None:
    """No eval, exec or compile; no hash() or id() either, which differ from run to run."""
    found = [
        f"line {node.lineno}: {node.func.id}"
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in UNSAFE_BUILTINS
    ]
    assert found == []


# -- nothing that changes ----------------------------------------------------------------------------------------------

CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*|__all__|__slots__|__match_args__")
DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
BUILDERS = frozenset(("list", "dict", "set", "bytearray", "defaultdict", "Counter", "deque", "OrderedDict", "ChainMap"))
MUTATORS = frozenset(
    "append appendleft add update setdefault pop popitem popleft clear extend insert remove discard sort reverse".split()
)


def makes_mutable(value: ast.expr | None) -> bool:
    """Whether an expression makes a list, dict, set or the like."""
    return isinstance(value, DISPLAYS) or (isinstance(value, ast.Call) and called(value) in BUILDERS)


def bodies(tree: ast.Module) -> Iterator[ast.stmt]:
    """The statements run at import: those of the module and its classes, not of its functions."""
    waiting: list[ast.stmt] = list(tree.body)
    while waiting:
        statement = waiting.pop(0)
        yield statement
        for name in ("body", "orelse", "finalbody"):
            if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef)):
                waiting += getattr(statement, name, [])


@EVERY_MODULE
def test_tables_are_constants_by_name(module: str) -> None:
    """A list, dict or set at module or class level is a table that nothing changes, and is called so in capitals."""
    found = []
    for node in bodies(TREES[module]):
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and makes_mutable(node.value):
            found += [
                f"line {node.lineno}: {ast.unparse(t)}" for t in targets if not CONSTANT.fullmatch(ast.unparse(t))
            ]
    assert found == []


def constant(node: ast.expr) -> bool:
    """Whether an expression names a table: TABLE, words.TABLE, or a part of one."""
    while isinstance(node, ast.Subscript):
        node = node.value
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    return bool(CONSTANT.fullmatch(name))


def changed(node: ast.AST) -> list[ast.expr]:
    """What a statement or call changes in place."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
        return [node.func.value]
    if isinstance(node, (ast.Assign, ast.Delete)):
        return [target for target in node.targets if isinstance(target, ast.Subscript)]
    if isinstance(node, ast.AugAssign):
        return [node.target]
    return []


@EVERY_MODULE
def test_no_table_is_changed(module: str) -> None:
    """A name in capitals is never assigned through, extended or emptied, in its own module or another."""
    found = [
        f"line {target.lineno}: {ast.unparse(target)}"
        for node in ast.walk(TREES[module])
        for target in changed(node)
        if constant(target)
    ]
    assert found == []


@EVERY_MODULE
def test_no_function_rebinds_a_module_name(module: str) -> None:
    """There is no `global`: two calls cannot see each other through a module."""
    assert [f"line {node.lineno}" for node in ast.walk(TREES[module]) if isinstance(node, ast.Global)] == []


@EVERY_MODULE
def test_no_default_argument_can_change(module: str) -> None:
    """A list or dict as a default would be shared by all calls."""
    found = []
    for node in ast.walk(TREES[module]):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            defaults = [*node.args.defaults, *node.args.kw_defaults]
            found += [f"line {node.lineno}" for default in defaults if makes_mutable(default)]
    assert found == []


@EVERY_MODULE
def test_caches_are_bounded(module: str) -> None:
    """A cache over what callers give forgets, so that a long run does not grow; one over nothing holds a single value."""
    found = []
    for node in ast.walk(TREES[module]):
        if not isinstance(node, ast.FunctionDef):
            continue
        for decorator in node.decorator_list:
            text = ast.unparse(decorator).removeprefix("functools.")
            unbounded = text == "cache" or (text.startswith("lru_cache") and "None" in text)
            if unbounded and (node.args.args or node.args.kwonlyargs or node.args.vararg or node.args.kwarg):
                found.append(f"line {node.lineno}: {node.name}")
    assert found == []


# -- nothing too long --------------------------------------------------------------------------------------------------


@EVERY_MODULE
def test_functions_are_short(module: str) -> None:
    """A function is read at a glance."""
    found = [
        f"line {node.lineno}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for node in ast.walk(TREES[module])
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno is not None
        and node.end_lineno - node.lineno >= MAX_FUNCTION
    ]
    assert found == []


@EVERY_MODULE
def test_files_are_short(module: str) -> None:
    """A module has one subject; the tables and rules of a language may be longer."""
    limit = MAX_LANGUAGE_FILE if module.startswith("languages") else MAX_FILE
    length = SOURCES[module].read_text(encoding="utf-8").count("\n")
    assert length <= limit


@EVERY_MODULE
def test_modules_are_named_after_what_they_hold(module: str) -> None:
    """A module for whatever has no other place has no place."""
    assert not VAGUE_NAMES & set(module.split("."))


@EVERY_MODULE
def test_what_others_may_use_says_what_it_is(module: str) -> None:
    """Every function and class without an underscore has a docstring."""
    shared = (ast.FunctionDef, ast.ClassDef)
    found = [node for node in TREES[module].body if isinstance(node, shared) and not node.name.startswith("_")]
    assert [node.name for node in found if not ast.get_docstring(node)] == []


# -- the public face ---------------------------------------------------------------------------------------------------


def test_importing_is_cheap() -> None:
    """What the command line, the calendar and the reader of written dates need is loaded when they are first used."""
    heavy = (
        "click",
        "icalendar",
        "dateparser",
        "jinja2",
        "spacy",
        "numpy",
        "holidays",
        "pandas",
        "polars",
        "pyarrow",
        "defusedxml",
    )
    code = f"import sys, timeline; print(*sorted(set({heavy!r}) & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert run.stdout.split() == []


def test_the_package_says_that_it_is_typed() -> None:
    """Type checkers read the package's own annotations."""
    assert (PACKAGE / "py.typed").is_file()


def test_public_names_are_sorted() -> None:
    """The list of public names is curated by hand, in order, each once."""
    assert list(timeline.__all__) == sorted(set(timeline.__all__))


@pytest.mark.parametrize("name", sorted(timeline.__all__))
def test_a_public_name_has_a_docstring(name: str) -> None:
    """What a user can import says what it is."""
    thing = getattr(timeline, name)
    if callable(thing):
        assert (inspect.getdoc(thing) or "").strip()


@pytest.mark.parametrize(
    "name", [name for name in sorted(timeline.__all__) if inspect.isclass(getattr(timeline, name))]
)
def test_a_public_class_explains_its_methods(name: str) -> None:
    """So do the methods and properties of a public class."""
    members = vars(getattr(timeline, name)).items()
    silent = [
        key
        for key, value in members
        if not key.startswith("_")
        and isinstance(value, (property, classmethod, staticmethod)) | inspect.isfunction(value)
        if not inspect.getdoc(value)
    ]
    assert silent == []
