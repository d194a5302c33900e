"""What stands beside the seed articles in other formats is what the library writes today, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_docs import loaded

WRITER = loaded(Path(__file__).parent.parent / "tools" / "write_seeds.py")
EXPECTED = [pytest.param(path, data, id=path.name) for path, data in WRITER.expected()]


@pytest.mark.parametrize(("path", "data"), EXPECTED)
def test_an_expected_file_is_what_is_written(path: Path, data: bytes) -> None:
    """A change that shows in a file is looked at: ``python tools/write_seeds.py`` rewrites it, ``git diff`` shows it."""
    assert path.read_bytes() == data, "run python tools/write_seeds.py and read the difference"
