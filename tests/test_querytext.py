"""The query language: read strictly, answered as the methods answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from tests.test_queries import TEXT, labels, rows, uncertain
from timeline import Entry, Timeline, When
from timeline.asking.kinds import KINDS
from timeline.asking.order import holds
from timeline.asking.querytext import TIME_WORDS, Answers, Both, Not, TimeQuestion, parse


@pytest.fixture(scope="module")
def tl() -> Timeline:
    return timeline.extract(TEXT, anchor="2023-09-18", infer=False)


SAME: tuple[tuple[str, Callable[[Timeline], Timeline]], ...] = (
    ("during 2023-09", lambda tl: tl.overlapping("2023-09")),
    ("overlapping 2023-09/2023-10", lambda tl: tl.overlapping("2023-09/2023-10")),
    ("on 2023-W37", lambda tl: tl.on("2023-W37")),
    ("before '2023-07-05'", lambda tl: tl.before("2023-07-05")),
    ("after 2023-07", lambda tl: tl.after("2023-07")),
    ("within 2023", lambda tl: tl.within("2023")),
    ("starting 2023-09", lambda tl: tl.starting("2023-09")),
    ("ending 2023-07", lambda tl: tl.ending("2023-07")),
    ("between 2022 and 2023-07", lambda tl: tl.between("2022", "2023-07")),
    ("during ../2023-07", lambda tl: tl[:"2023-07"]),
    ("about Lund", lambda tl: tl.about("Lund")),
    ("mentioning 'closed since'", lambda tl: tl.mentioning("closed since")),
    ('mentioning "closed"', lambda tl: tl.mentioning("closed")),
    ("class occurrence", lambda tl: tl.of_class("OCCURRENCE")),
    ("During 2023 AND NOT (Planned OR Ongoing)", lambda tl: tl.query("during 2023 and not (planned or ongoing)")),
    ("about “Ana Silva”", lambda tl: tl.about("Ana Silva")),
    ("factuality asserted", lambda tl: tl.where(lambda entry: entry.factuality == "asserted")),
    ("source lund", lambda tl: tl.where(lambda entry: entry.source == "lund")),
    ("during 2023 and about Lund", lambda tl: tl.overlapping("2023").about("Lund")),
    ("before 2023 or after 2023", lambda tl: tl.before("2023") | tl.after("2023")),
    ("ongoing and (during 2023-08 or during 2023-09)", lambda tl: tl.ongoing.overlapping("2023-08/2023-09")),
    ("undated and about Lund", lambda tl: tl.undated.about("Lund")),
    *((name, lambda tl, name=name: getattr(tl, name)) for name in KINDS),
)


@pytest.mark.parametrize(("text", "method"), SAME, ids=[text for text, _ in SAME])
def test_a_query_is_what_the_methods_say(tl: Timeline, text: str, method: Callable[[Timeline], Timeline]) -> None:
    """Entries and whether they are certain."""
    assert tl.query(text).entries == method(tl).entries


@pytest.mark.parametrize("name", sorted(TIME_WORDS))
def test_what_must_hold(tl: Timeline, name: str) -> None:
    """For the whole query, or by "certainly" for a part of it."""
    text = f"{name} 2022 and 2023-07" if name == "between" else f"{name} 2023"
    assert tl.query(f"certainly {text}").entries == tl.query(text, certain=True).entries
    assert set(tl.query(text, certain=True).entries) <= set(tl.query(text).entries)


@given(st.lists(uncertain(), max_size=6), uncertain(open_=False, lengths=False))
def test_negation_turns_what_must_into_what_cannot(whens: list[When], asked: When) -> None:
    """Kleene's logic: no is certain where it may not, and may where it need not hold."""
    told = rows(*whens)

    class Asked:
        rows: Sequence[Entry] = tuple(told)

        def find(self, name: str, asked: When, *, certain: bool) -> frozenset[int]:
            wanted = ("yes",) if certain else ("yes", "maybe")
            return frozenset(n for n, e in enumerate(told) if e.dated and holds(name, e.when, asked) in wanted)

    before = TimeQuestion("before", asked)
    may, must = before.answers(Asked())
    every = frozenset(range(len(told)))
    assert Not(before).answers(Asked()) == Answers(every - must, every - may)
    assert Not(Not(before)).answers(Asked()) == before.answers(Asked())
    during = TimeQuestion("overlapping", asked)
    either = Not(Both((Not(before), Not(during))))
    assert either.answers(Asked()) == Both((before, during), any=True).answers(Asked())


def test_what_may_not_hold_is_marked(tl: Timeline) -> None:
    """A year's window may lie before a day of it, and may not."""
    assert [entry.certain for entry in tl.query("before 2022-06 and mentioning mayor")] == [False]
    assert [entry.certain for entry in tl.query("not before 2022-06 and mentioning mayor")] == [False]
    assert not tl.query("not before 2023 and mentioning mayor")
    assert [entry.certain for entry in tl.query("not after 2023 and mentioning mayor")] == [True]


WRONG = [
    ("", 1, "expected a question"),
    ("before", 7, "expected a date"),
    ("before 2023-13", 8, "there is no month 13"),
    ("before Friday", 8, "cannot read 'Friday'"),
    ("before 2023 after 2024", 13, "expected 'and', 'or' or the end"),
    ("planned and", 12, "expected a question"),
    ("planned nd about x", 9, "expected 'and', 'or' or the end"),
    ("(planned", 9, "expected ')'"),
    ("planned)", 8, "expected 'and', 'or' or the end"),
    ("about 'Wang Yi", 7, "this quote is not closed"),
    ("about and planned", 7, "expected a name"),
    ("about '...'", 7, "expected a name"),
    ("class verb", 7, "there is no event class 'verb'"),
    ("between 2023", 13, "expected 'and' and a second date"),
    ("between 2023 and 2022", 18, "ends before it starts"),
    ("on 2023/2024", 4, "is an interval"),
    ("certainly planned", 11, "expected a question about a time"),
    ("Befor 2023", 1, "there is no question 'Befor'; did you mean 'before'?"),
    ("possible", 1, "did you mean 'factuality possible'?"),
    ("factuality likely", 12, "expected one of asserted, reported,"),
    ("about Ana Silva", 11, "several words that belong together stand in quotes"),
    ("during 2023/09", 8, "did you mean '2023-09'?"),
    ("resigned", 1, "there is no question 'resigned'; to look for the word: mentioning resigned"),
    ("'planned'", 1, "there is no question 'planned'"),
    ("__import__('os')", 1, "there is no question '__import__'"),
    ("not " * 60 + "planned", 205, "nested too deeply"),
    ("(" * 5000, 52, "nested too deeply"),
]


@pytest.mark.parametrize(("text", "column", "problem"), WRONG, ids=[text[:30] for text, _, _ in WRONG])
def test_what_is_no_query_is_refused_at_its_column(tl: Timeline, text: str, column: int, problem: str) -> None:
    """The message says what would be right, and points."""
    with pytest.raises(timeline.QueryError) as refused:
        tl.query(text)
    message, shown, pointer = str(refused.value).split("\n")
    assert message.startswith(f"column {column}: ") and problem in message
    assert shown == f"  {text}" and pointer.index("^") == column + 1


def test_what_was_written_is_not_proposed(tl: Timeline) -> None:
    """A month that there is not is written in the right form already."""
    with pytest.raises(timeline.QueryError) as refused:
        tl.query("during 2023-13")
    assert "there is no month 13" in str(refused.value) and "did you mean" not in str(refused.value)


@given(st.text(alphabet="abno rd()'\"2-/.tné\n", max_size=30) | st.lists(st.sampled_from(
    ("not", "and", "or", "(", ")", "before", "2023", "about", "'a b'", "planned", "between", "certainly")
)).map(" ".join))  # fmt: skip
def test_no_text_does_anything_else(text: str) -> None:
    """A text is a query, or is refused by name."""
    try:
        parse(text)
    except timeline.QueryError as error:
        assert str(error).startswith("column ")


def test_what_is_no_text_is_refused(tl: Timeline) -> None:
    """By the same error."""
    with pytest.raises(timeline.QueryError, match="expected a query, got None"):
        tl.query(None)  # type: ignore[arg-type]
    assert labels(tl.query("planned")) == labels(tl.planned)
