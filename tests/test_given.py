"""Exporters take timelines: a text, a list of entries or nothing is refused in one way, which says what would be right."""

from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

import timeline
from timeline import OptionError

EXPORTERS = [getattr(timeline, name) for name in timeline.__all__ if name.startswith("to_") or name == "ical_report"]


@pytest.mark.parametrize("given", ["They met on Friday.", None, [], b"They met"], ids=["text", "none", "list", "bytes"])
@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.__name__)
def test_what_is_no_timeline_is_refused(exporter: Callable[..., object], given: object) -> None:
    """The likeliest mistake is to export the text itself."""
    more = {name: "" for name, p in inspect.signature(exporter).parameters.items() if name == "text" and p.default is p.empty}
    with pytest.raises(OptionError, match=f"expected a Timeline, got {type(given).__name__}: timeline.extract makes one"):
        exporter(given, **more)
