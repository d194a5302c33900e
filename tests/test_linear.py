"""Linear models: what is written is read, and what is no model is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import WeightsError
from timeline.learned.linear import KIND, Classifier, packed, rows, scorer
from timeline.learned.weights import pack, write

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\n", exclude_categories=["Cs"]), min_size=1)
WEIGHT = st.integers(-127, 127)


@given(st.dictionaries(NAMES, st.tuples(WEIGHT, WEIGHT), min_size=1), st.dictionaries(NAMES, st.tuples(WEIGHT), min_size=1))
def test_models_are_read_as_they_were_written(first: dict[str, tuple[int, int]], second: dict[str, tuple[int]]) -> None:
    """A file holds several models; each keeps its classes and weights."""
    content = write(KIND, pack([*packed(("a", "b"), first), *packed(("c",), second)]))
    assert rows(content) == [(("a", "b"), first), (("c",), second)]
    assert scorer(rows(content)[1]).score(second) == sum(weight for weight, in second.values())


def test_equal_scores_give_the_first_class() -> None:
    """The order of the classes decides, nothing else."""
    assert Classifier(("b", "a"), {}).best(["x"]) == "b"


CONTENT = write(KIND, pack(packed(("a",), {"feature": (1,)})))
CHANGED = {
    "cut short": CONTENT[:-1],
    "another checksum": CONTENT[:18] + bytes(4) + CONTENT[22:],
    "another kind": CONTENT.replace(b"linear", b"tagger"),
}


@pytest.mark.parametrize("content", CHANGED.values(), ids=CHANGED)
def test_a_changed_file_is_refused(content: bytes) -> None:
    """Damage and other kinds are told, not read."""
    with pytest.raises(WeightsError):
        rows(content)
