"""Every rule's examples and counter-examples, each a case of its own."""

from __future__ import annotations

import pytest

import timeline
from timeline.grammar.matching import Rule
from timeline.languages import load
from timeline.languages.en import LAYERS

ANCHOR = "2023-09-18"
RULES = [rule for layer in LAYERS for rule in layer]
EXAMPLES = [
    pytest.param(rule, phrase, value, id=f"{rule.name}: {phrase}")
    for rule in RULES
    for phrase, value in rule.examples.items()
]
NEVER = [pytest.param(rule, phrase, id=f"{rule.name}: {phrase}") for rule in RULES for phrase in rule.never]


def _times(phrase: str, latent: bool = False) -> tuple[timeline.Time, ...]:
    return timeline.times(phrase, anchor=ANCHOR, latent=latent)


def _rules_of(time: timeline.Time) -> set[str]:
    return set(time.rules).union(*(_rules_of(part) for part in time.parts))


@pytest.mark.parametrize("rule, phrase, value", EXAMPLES)
def test_example_is_read_by_its_rule(rule: Rule, phrase: str, value: str | None) -> None:
    """An example is one mention with the span, the value and the rule that it stands for."""
    before, bracket, inside = phrase.partition("[")
    text = before + inside.replace("]", "") if bracket else phrase
    said = inside.partition("]")[0] if bracket else phrase
    found = _times(text, rule.latent)
    assert [time.text for time in found] == [said]
    assert rule.name in _rules_of(found[0])
    if value is None:
        assert not found[0].resolved and found[0].reason
    else:
        assert found[0].value == value and found[0].resolved


@pytest.mark.parametrize("rule, phrase", NEVER)
def test_counter_example_is_not_read_by_the_rule(rule: Rule, phrase: str) -> None:
    """The rule makes no mention of a phrase that it must not match."""
    assert all(rule.name not in _rules_of(time) for time in _times(phrase))


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.name) for rule in RULES])
def test_rule_has_an_example(rule: Rule) -> None:
    """Every rule proves itself by an example, or is only a part of others that do."""
    assert rule.examples or rule.part or rule.name.startswith("holiday: ")


def test_rule_names_are_unique() -> None:
    """A rule is told apart by its name."""
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_ordinary_words_set_no_reading_off() -> None:
    """A word that only stands beside times in some rule is no reason to read a sentence: most sentences tell none."""
    text = "She was the one who had published it, and they were in financial straits when he left."
    assert load("en").triggers.places(text) == []
