"""The files in ``benchmarks/results``: figures with the command and the day that made them, one figure a line.

The tables of the documentation are made from them by ``tools/write_docs.py``.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"


def write(path: Path, command: str, figures: Iterable[Mapping[str, Any]]) -> None:
    """Write the figures that a command made today."""
    head = {"command": command, "date": datetime.date.today().isoformat()}
    lines = [f" {json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    rows = ",\n".join(f"  {json.dumps(figure, ensure_ascii=False)}" for figure in figures)
    path.write_text("\n".join(["{", *lines, ' "figures": [', rows, " ]", "}", ""]), encoding="utf-8")
