"""Why an entry has the time it has, in words that name the words of the text."""

from __future__ import annotations

from attrs import frozen

from timeline.entry import Entry
from timeline.records import Link, Time
from timeline.values import Moment


@frozen
class Explanation:
    """The steps from the words of the text to an entry's time; printing it gives one step a line."""

    steps: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join(self.steps)


def explain(entry: Entry, anchor: Moment | None) -> Explanation:
    """The explanation of an entry.

    >>> print(explain(Entry(label="talks"), None))
    talks: no time
    no time dates this event
    """
    steps = [f"{entry.label}: {str(entry.when) or entry.duration or 'no time'}"]
    if anchor is not None:
        steps.append(f"the anchor is {anchor}")
    for time in entry.times:
        steps += _time_steps(time)
    for link in entry.links:
        steps.append(_link_step(link))
    if entry.reason:
        steps.append(entry.reason)
    if not entry.times:
        steps.append("no time dates this event")
    return Explanation(tuple(steps))


def _time_steps(time: Time) -> list[str]:
    said = " ".join(time.text.split())
    steps = [f'"{said}" is {time.value}' + (f" ({time.mod})" if time.mod else "") + f": {time.reason}"]
    if time.rules:
        steps.append(f"  read by: {', '.join(time.rules)}")
    if time.assumed:
        steps.append(f"  assumed, not said: {', '.join(time.assumed)}")
    if time.alternatives:
        steps.append(f"  the other reading: {', '.join(time.alternatives)}")
    for part in time.parts:
        steps += ["  " + step for step in _time_steps(part)]
    return steps


def _link_step(link: Link) -> str:
    said = " ".join(link.time.text.split())
    shown = f'"{link.signal.text}" shows' if link.signal is not None else "no signal; taken as"
    decided = f", decided by {'; '.join(link.evidence)}" if link.evidence else ""
    return f'"{said}" dates "{link.event.text}": {shown} {link.relation.value} (proposed by: {link.by}{decided})'
