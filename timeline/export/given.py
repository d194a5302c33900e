"""What an exporter is given: a timeline, and nothing that only looks like one for a while."""

from __future__ import annotations

from timeline.errors import OptionError
from timeline.model import Timeline


def given(tl: Timeline) -> Timeline:
    """The timeline itself; raises `OptionError` for anything else, such as the text that it would be made from.

    >>> given("The ministers met on Friday.")
    Traceback (most recent call last):
    ...
    timeline.errors.OptionError: expected a Timeline, got str: timeline.extract makes one of a text
    """
    if not isinstance(tl, Timeline):
        raise OptionError(f"expected a Timeline, got {type(tl).__name__}: timeline.extract makes one of a text")
    return tl
