"""Rules for days and parts of days by name: holidays, bank holidays, overnight, the small hours."""

from __future__ import annotations

from timeline.grammar.matching import Rule
from timeline.grammar.meanings import BankHoliday, Date, DayPart, Holiday
from timeline.languages.en.words import HOLIDAYS

BANK_HOLIDAYS = (
    Rule(
        name="bank holiday",
        pattern="the? early|late? month:MONTHNAME? ( season:SEASONWORD )? bank|public holiday "
        "( weekday:WEEKDAYNAME )? <!on>",
        means=lambda month, season, weekday: BankHoliday(month=month, season=season, weekday=weekday),
        examples={"the August bank holiday": None, "on [bank holiday Monday]": None, "the Spring Bank Holiday": None},
        never=("the bank holidayed", "the bank holiday on Monday was wet"),  # the Monday tells which
    ),
)

DAY_NAMES = tuple(
    Rule(
        name=f"holiday: {phrase}",
        pattern=f"{phrase} ( of|in|,? year:YEARNUM )?",
        means=lambda year, name=name: Holiday(name, year),
    )
    for phrase, name in HOLIDAYS.items()
) + (
    Rule(
        name="the new year, as a limit",
        pattern="<until|till|by|before|after|since> the new year <!'s|WORD|NAME>",
        means=lambda: Holiday("new year"),
        examples={"until [the new year]": "2024-01-01"},
        never=("by the new year group",),
    ),
    Rule(
        name="New Year, without its day",
        pattern="<over|for|until|till|by|before|after|since> new year <!'s|WORD|NAME|eve|day>",
        means=lambda: Holiday("new year"),
        examples={"over [New Year]": "2024-01-01", "since [New Year]": "2023-01-01"},
        never=("by New Year Group", "a new year began"),
    ),
    Rule(
        name="the new year",
        pattern="<in|into> the new year <!'s|WORD|NAME>",
        means=lambda: Date(month=1),
        examples={"in [the new year]": "2024-01"},
        never=("in the new year group",),
    ),
    Rule(
        name="overnight",
        pattern="overnight <!WORD|NAME|->",
        means=lambda: DayPart("NI", over=True),
        examples={"was found [overnight]": "2023-09-17TNI", "happened [overnight]": "2023-09-17TNI"},
        never=("an overnight stay",),
    ),
    Rule(
        name="small hours",
        pattern="the small|wee|early hours",
        means=lambda: DayPart("SM"),
        examples={"in [the small hours]": "2023-09-18TMO", "in [the early hours of Sunday]": "2023-09-24TMO"},
        never=("the small hours worked",),
        part=True,
    ),
    Rule(
        name="part of a day",
        pattern="the? part:PARTNAME",
        means=lambda part: DayPart(part),
        examples={},
        part=True,
    ),
)
