"""Writes what is expected of each article in ``seeds``, in each format of which an expected file stands beside it.

    python tools/write_seeds.py            # rewrites the files that are out of date, and names them
    python tools/write_seeds.py --check    # names them, and exits with 1 when there are any

The tests compare the files byte for byte.  After a change that is meant to show, rewrite them and read the difference.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import timeline
from timeline import Timeline

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
# ending of the file -> what makes its bytes of a timeline and the text of its article
FORMATS: Mapping[str, Callable[[Timeline, str], bytes]] = MappingProxyType(
    {
        ".ics": lambda tl, _: timeline.to_ical(tl),
        ".timeline.json": lambda tl, _: f"{timeline.to_json(tl, indent=1)}\n".encode(),
        ".tml": lambda tl, text: timeline.to_timeml(tl, text).encode(),
    }
)


def extracted(article: Path) -> tuple[Timeline, str]:
    """The timeline of an article, with the anchor and options that the file beside it names, and its text."""
    said: dict[str, Any] = json.loads(article.with_suffix(".json").read_text(encoding="utf-8"))
    options: dict[str, Any] = {key: said[key] for key in ("source", "tz", "language") if key in said}
    conventions = timeline.Conventions(domain=said.get("domain", "news"))
    text = article.read_bytes().decode("utf-8")
    return timeline.extract(text, anchor=said["anchor"], conventions=conventions, **options), text


def expected() -> Iterator[tuple[Path, bytes]]:
    """Every expected file and what it is to hold."""
    for article in sorted(SEEDS.glob("*.txt")):
        tl, text = extracted(article)
        for ending, write in FORMATS.items():
            yield article.with_suffix(ending), write(tl, text)


def main(arguments: list[str]) -> int:
    """Rewrites, or only checks; the number of files that are out of date in that case."""
    stale = [(path, data) for path, data in expected() if not path.exists() or path.read_bytes() != data]
    for path, data in stale:
        print(path.relative_to(SEEDS.parent))
        if "--check" not in arguments:
            path.write_bytes(data)
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
