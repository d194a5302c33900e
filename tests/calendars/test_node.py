"""The readers of Node, ical.js (Thunderbird's) and node-ical, find the same events and unroll the same repetitions.

They are no Python packages, so they are there only after ``npm install`` in the folder ``tests/calendars/node``.
"""

from __future__ import annotations

import datetime
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.calendars.test_expected import CALENDARS
from tests.calendars.test_readers import DATA, by_icalendar, occurrences

FOLDER = Path(__file__).parent / "node"
NODE = shutil.which("node")
FIRST, LAST = datetime.date(2023, 10, 22), datetime.date(2024, 4, 8)
CASES = [("every kind of event", DATA), *((path.stem, path.read_bytes()) for path in CALENDARS)]

pytestmark = pytest.mark.skipif(
    NODE is None or not (FOLDER / "node_modules").is_dir(),
    reason="Node's readers are not installed: npm install in tests/calendars/node",
)


def asked(data: bytes, zone: str, folder: Path) -> dict[str, Any]:
    """What the readers of Node say of a calendar, on a machine in a zone."""
    (folder / "calendar.ics").write_bytes(data)
    command = [str(NODE), "read.mjs", str(folder / "calendar.ics"), str(FIRST), str(LAST)]
    run = subprocess.run(command, cwd=FOLDER, env={"TZ": zone}, capture_output=True, timeout=60, check=True)
    answer: dict[str, Any] = json.loads(run.stdout)
    return answer


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize(("name", "data"), CASES, ids=[name for name, _ in CASES])
def test_readers_of_node_find_the_same_events(name: str, data: bytes, zone: str, tmp_path: Path) -> None:
    """UIDs, starts, ends, titles, descriptions, states, and every day of a repetition, wherever the machine stands."""
    events = {
        uid: {
            "start": read.start.isoformat(),
            "end": read.end.isoformat(),
            "summary": read.summary,
            "description": read.description,
            "status": read.status,
        }
        for uid, read in by_icalendar(data).items()
    }
    unrolled = sorted([day.isoformat(), title] for day, title in occurrences(data, FIRST, LAST))
    for found in asked(data, zone, tmp_path).values():
        assert found["events"] == events
        assert sorted(found["occurrences"]) == unrolled
