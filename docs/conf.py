"""How the documentation site is built: ``make docs``, which is ``sphinx-build -W -n docs docs/_build``.

Nothing is fetched while building, and the pages need nothing from elsewhere to be read.
"""

from __future__ import annotations

from importlib.metadata import version as installed
from typing import Any

project = "timeline"
author = "the timeline authors"
copyright = "the timeline authors"
release = installed("article-timeline")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]

# Markdown
myst_enable_extensions = ["colon_fence", "attrs_block"]
myst_heading_anchors = 3

# Docstrings: a name in single backticks is a link where the page has it
default_role = "py:obj"
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
add_module_names = False
nitpick_ignore_regex = [
    # names of the standard library, which no page here describes
    (r"py:.*", r"(datetime|collections|typing|enum|fractions|types)\..*"),
    # packages that are loaded when they are asked for
    (r"py:class", r"(pandas|polars|pyarrow)\..*"),
    # what a timeline keeps for dating it again, and names of unions of types
    (r"py:class", r"(Self|timeline\.(draft\.Draft|explain\.Derivation)|.*\bPeriod|Meaning)"),
    (r"py:obj", r"timeline\.calendar\.almanac"),
]

# The page
html_theme = "furo"
html_title = "timeline"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False


def coloured(_: Any, document: Any) -> None:
    """Interpreter sessions that stand indented, as doctest reads them, get the colours of Python."""
    for block in document.findall(lambda node: node.tagname == "literal_block"):
        if block.astext().startswith(">>> "):
            block["language"] = "pycon"


def setup(app: Any) -> None:
    """Called by Sphinx."""
    app.connect("doctree-read", coloured)
