"""Linear models: what is written is read, and what is no model is refused."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.errors import WeightsError
from timeline.languages.en.spotting import Models
from timeline.learned.linear import KIND, MOST, Classifier, all_sums, first_sum, joint, packed, rows, scorer
from timeline.learned.weights import pack, write

SEEDS = Path(__file__).parent.parent / "seeds"
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


@pytest.mark.parametrize("row", [(-128, -128, -128), (127, 127, 127), (-128, 127, -128), (127, -128, 127)])
def test_joint_sums_hold_the_largest_weights(row: tuple[int, ...]) -> None:
    """As many rows as may be added give their sums, also where all weights are as large as a byte can tell."""
    number = MOST * joint(row)
    assert all_sums(number, len(row)) == [MOST * weight for weight in row]
    assert first_sum(number) == MOST * row[0]


def test_a_word_has_fewer_features_than_joint_sums_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word is weighed by its sense and three lists of features, together never more than may be added."""
    lengths = []
    summed = Models.summed

    def counted(self: Models, features: Sequence[str]) -> int:
        lengths.append(len(features))
        return summed(self, features)

    monkeypatch.setattr(Models, "summed", counted)
    for path in SEEDS.glob("*.txt"):
        timeline.extract(path.read_text(encoding="utf-8"), anchor="2023-09-18")
    assert lengths and 1 + 3 * max(lengths) <= MOST


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
