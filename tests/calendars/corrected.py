"""An article, and the same article corrected the day after: a sentence put in above, a clock time changed, dated anew."""

from __future__ import annotations

import timeline
from timeline import Timeline

FIRST = """\
The town council will meet on Friday at 3 pm to vote on the bridge. The vote was put off on 4 September. The road will be
closed from 2 to 4 October. The choir meets every Tuesday at 7 pm.
"""
CORRECTED = "This article has been corrected: an earlier version had another hour.\n\n" + FIRST.replace("3 pm", "4 pm")
SOURCE = "https://example.org/bridge"


def published() -> Timeline:
    """The article as it first came out, on a Monday."""
    return timeline.extract(FIRST, anchor="2023-09-25", source=SOURCE, tz="Europe/Dublin")


def republished() -> Timeline:
    """The corrected article of the day after."""
    return timeline.extract(CORRECTED, anchor="2023-09-26", source=SOURCE, tz="Europe/Dublin")
