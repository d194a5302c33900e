"""What resolving gives, and what it is done against: the context of a mention and its reading."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve, frozen

from timeline.calendar.almanac import DAY_SECONDS, Grain, Period
from timeline.calendar.conventions import Conventions
from timeline.calendar.durations import Duration
from timeline.calendar.timex3 import period_value
from timeline.calendar.values import Moment, Recurrence
from timeline.grammar.meanings import Base, Clock, DayPart, Meaning, Within
from timeline.grammar.timex import open_value

PAST, FUTURE = "past", "future"
LATER, SOONER = "later", "sooner"


@frozen(kw_only=True)
class Telling:
    """What a sentence tells of one of its times: "past", "future" or None, and the words that show it.

    ``looks_ahead`` is set where a past speaks of dates to come, ``report`` in a sentence with a finite verb that tells no
    direction, ``covers`` where something is told for the time ("profit for the third quarter"), ``anew`` where something is
    moved from one time to a later or sooner one ("brought forward from Friday to Thursday").
    """

    direction: str | None = None
    shown_by: str = ""
    looks_ahead: bool = False
    report: bool = False
    covers: bool = False
    anew: str | None = None


@frozen(kw_only=True)
class Focus:
    """The temporal focus: the last narrated time, the last clock time under one date, the last quarter and day told, and
    whether the text tells a story of another year than the anchor's, which it has stated."""

    period: Period | None = None
    text: str = ""
    clock: int | None = None
    quarter: Period | None = None
    day: Period | None = None
    year: Period | None = None  # one that was only mentioned since
    story: bool = False
    block: int = 0  # the paragraph: a story of another year ends with it
    past: Period | None = None  # the last time told that was not to come
    stamped: bool = False  # the clock time is the stamp of a line of a log: what the line tells lies around it
    halves: bool = False  # by the twelve-hour clock
    opened: bool = False  # the paragraph has begun, and told no time yet


@frozen(kw_only=True)
class Context:
    """What a meaning is resolved against.

    ``date_order`` is that of ambiguous numeric dates where it is known; ``tz`` lifts clock times without a zone, ``zone``
    is one that the text says for all its times.  ``tell`` gives what the sentence tells, ``recall`` the focus; both
    are called only by what needs them, since finding the tense of a sentence costs more than all the rest, and most times
    ("yesterday", "in 1999") need neither.  ``show`` gives what ``tell`` says of past and future, and the words that show it,
    for less where a glance is enough.  Without ``stories`` or ``quarters`` there is none to recall; ``months`` is set where
    several quarters were told last ("in the first nine months"), with which no single one is compared.
    """

    anchor: Moment | None
    conventions: Conventions
    date_order: str | None = None
    tz: str | None = None
    zone: str | None = None
    tell: Callable[[], Telling] = Telling
    show: Callable[[], tuple[str | None, str]] | None = None
    recall: Callable[[], Focus] = Focus
    stories: bool = True
    quarters: bool = True
    months: bool = False

    @property
    def direction(self) -> str | None:
        """Past, future or None, as the tense of the event tells."""
        return self.tell().direction if self.show is None else self.show()[0]

    @property
    def shown_by(self) -> str:
        """The words that told the direction."""
        return self.tell().shown_by if self.show is None else self.show()[1]

    @property
    def looks_ahead(self) -> bool:
        """Whether a past speaks of dates to come."""
        return self.tell().looks_ahead

    @property
    def report(self) -> bool:
        """Whether the sentence has a finite verb that tells no direction."""
        return self.tell().report

    @property
    def covers(self) -> bool:
        """Whether something is told for the time, not in it."""
        return self.tell().covers

    @property
    def focus(self) -> Period | None:
        """The last narrated time."""
        return self.recall().period

    @property
    def focus_text(self) -> str:
        """What the focus is called."""
        return self.recall().text

    @property
    def focus_clock(self) -> int | None:
        """The second of the last clock time under the focus."""
        return self.recall().clock

    @property
    def focus_day(self) -> Period | None:
        """The last day narrated, also where something longer was since."""
        return self.recall().day

    @property
    def year_mentioned(self) -> Period | None:
        """The year that was mentioned since the focus, and left it where it was."""
        return self.recall().year

    @property
    def quarter(self) -> Period | None:
        """The last quarter told."""
        return self.recall().quarter if self.quarters else None

    @property
    def past(self) -> Period | None:
        """The last time told that was not to come."""
        return self.recall().past

    @property
    def story(self) -> bool:
        """Whether the focus has its year stated and long past."""
        return self.stories and self.recall().story

    def settled(self) -> Context:
        """The same context with what the sentence tells and the focus looked up now, whatever is told after."""
        telling, focus = self.tell(), self.recall()
        return evolve(self, tell=lambda: telling, show=None, recall=lambda: focus)

    def focused(self, period: Period, text: str) -> Context:
        """The same context with another focus."""
        focus = evolve(self.recall(), period=period, text=text)
        return evolve(self, recall=lambda: focus)


@frozen(kw_only=True)
class Reading:
    """A resolved meaning, or an unresolved one (``resolved`` is False and ``reason`` tells what is missing).

    ``start`` and ``end`` are seconds of wall time, end exclusive, with the slack that each has to both sides; ``open`` is
    "start" or "end" where that side has no limit ("more than a decade ago"), ``window`` tells that the time is somewhere
    inside ("less than a week ago").
    """

    type: str = "DATE"
    value: str
    reason: str
    resolved: bool = True
    mod: str | None = None
    period: Period | None = None
    start: int | None = None
    end: int | None = None
    start_slack: int = 0
    end_slack: int = 0
    open: str | None = None
    window: bool = False
    offset: int | None = None
    duration: Duration | None = None
    recurrence: Recurrence | None = None
    assumed: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()


def unresolved(meaning: Meaning, reason: str, alternatives: tuple[str, ...] = ()) -> Reading:
    """The reading of what cannot be dated, with the reason."""
    time = isinstance(meaning, Clock | DayPart) or (
        isinstance(meaning, Within) and isinstance(meaning.inner, Clock | DayPart)
    )
    return Reading(
        type="TIME" if time else "DATE",
        value=open_value(meaning),
        reason=reason,
        resolved=False,
        alternatives=alternatives,
    )


def dated(
    period: Period, context: Context, reason: str, assumed: tuple[str, ...] = (), alternatives: tuple[str, ...] = ()
) -> Reading:
    """The reading of a calendar unit."""
    start, end = context.conventions.span(period)
    return Reading(
        type="TIME" if period.grain < Grain.DAY else "DATE",
        value=period_value(period, context.conventions),
        reason=reason,
        period=period,
        start=start,
        end=end,
        assumed=assumed,
        alternatives=alternatives,
    )


def base_day(base: Base, context: Context) -> tuple[int, str] | None:
    """The day that an expression counts from, and what it is called."""
    if base is Base.FOCUS and context.focus is not None:
        return first_day(context.focus, context), f"the focus {context.focus_text or name_of(context.focus, context)}"
    if context.anchor is None:
        if context.focus is None:
            return None
        return first_day(context.focus, context), f"the focus {context.focus_text or name_of(context.focus, context)}"
    return context.anchor.day, f"the anchor {Moment(context.anchor.day * DAY_SECONDS)}"


NEAR_DAYS = 730  # a story that has come so near to the anchor speaks of "last week" as of the anchor's


def told_base(base: Base, context: Context) -> Base:
    """What "next spring" and "the end of the month" count from: in a story the time told last, until that nears the anchor."""
    if base is Base.TENSE:
        before = context.anchor is None or (context.focus is not None and context.focus.first_day < context.anchor.day)
        base = Base.FOCUS if before and context.direction == PAST else Base.ANCHOR
    if context.conventions.domain != "narrative" or context.focus is None:
        return base
    if context.anchor is not None and context.anchor.day - context.focus.first_day <= NEAR_DAYS:
        return base
    return Base.FOCUS


def focus_is_day(context: Context) -> bool:
    """Whether the focus is a day that a clock time can be on: what is past is not on a day to come that was told before."""
    if context.focus is None or context.focus.grain > Grain.DAY:
        return False
    ahead = context.anchor is not None and context.focus.first_day > context.anchor.day
    return not (ahead and context.direction == PAST)


def first_day(period: Period, context: Context) -> int:
    """The number of the first day of a period."""
    return context.conventions.span(period)[0] // DAY_SECONDS


def name_of(period: Period, context: Context) -> str:
    """The value of a period, as reasons name it."""
    return period_value(period, context.conventions)


NO_ANCHOR = "needs: anchor"
