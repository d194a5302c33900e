"""Rules for days and parts of days by name: holidays, bank holidays, overnight, the small hours."""

from __future__ import annotations

from attrs import evolve

from timeline.calendar.almanac import SEASONS, Grain
from timeline.grammar.cycles import WEEKDAY_HOLIDAYS
from timeline.grammar.matching import Rule
from timeline.grammar.meanings import BankHoliday, Date, DayPart, Holiday, Meaning, Range, Select, Shift, Unit
from timeline.languages.en.words import HOLIDAYS

MONDAY, SATURDAY, SUNDAY = 0, 5, 6
MONDAY_HOLIDAYS = ("labor day", "labour day", "victoria day")


def _of_year(day: Meaning, year: int | Meaning | None) -> Meaning:
    number = year.year if isinstance(year, Date) else year
    return evolve(day, year=number) if isinstance(day, Holiday) and isinstance(number, int) else day


def _eve(day: Meaning, year: int | Meaning | None = None) -> Shift:
    """Thanksgiving eve, the eve of Easter: the day before."""
    return Shift(Grain.DAY, -1, of=_of_year(day, year))


def _long_weekend(day: Meaning, year: int | Meaning | None = None) -> Range | None:
    """Labor Day weekend, from the Saturday to the Monday; Thanksgiving weekend, Easter weekend, as they are kept."""
    day = _of_year(day, year)
    if not isinstance(day, Holiday):
        return None
    name = day.name
    if name in MONDAY_HOLIDAYS or (name in WEEKDAY_HOLIDAYS and WEEKDAY_HOLIDAYS[name][1] == MONDAY):
        return Range(Select(Date(weekday=SATURDAY), -1, of=day), day)
    if name == "thanksgiving":
        return Range(day, Select(Date(weekday=SUNDAY), 1, of=day))
    if name == "easter":
        return Range(evolve(day, name="good friday"), evolve(day, name="easter monday"))
    return None


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
        name="President's Day",
        pattern="PRESIDENTWORD 's day ( of|in|,? year:YEARNUM )?",
        means=lambda year: Holiday("presidents day", year),
        examples={"President's Day 2014": "2014-02-17"},
        never=("the president's day began",),
    ),
    Rule(
        name="Washington's Birthday",
        pattern="WASHINGTONWORD 's BIRTHDAYWORD ( of|in|,? year:YEARNUM )?",
        means=lambda year: Holiday("presidents day", year),
        examples={"Washington's Birthday 2014": "2014-02-17"},
        never=("Jefferson's birthday",),
    ),
    Rule(
        name="Lincoln's Birthday",
        pattern="LINCOLNWORD 's BIRTHDAYWORD ( of|in|,? year:YEARNUM )?",
        means=lambda year: Holiday("lincoln's birthday", year),
        examples={"Lincoln's Birthday 2014": "2014-02-12"},
        never=("Lincolnshire's birthday",),
    ),
    Rule(
        name="Fat Tuesday",
        pattern="FATWORD tuesday ( of|in|,? year:YEARNUM )?",
        means=lambda year: Holiday("shrove tuesday", year),
        examples={"Fat Tuesday 2014": "2014-03-04"},
        never=("a fat Tuesday paper",),
    ),
    Rule(
        name="Victoria Day",
        pattern="VICTORIAWORD day ( of|in|,? year:YEARNUM )? <!WORD|NAME>",
        means=lambda year: Holiday("victoria day", year),
        examples={"Victoria Day 2014": "2014-05-19"},
        never=("Victoria Day smiled",),
    ),
    Rule(
        name="New Year's Eve, by its letters",
        pattern="nye year:YEARNUM",
        means=lambda year: Holiday("new year's eve", year),
        examples={"NYE 2014": "2014-12-31"},
        never=("Bill Nye",),
    ),
    Rule(
        name="New Year of a year",
        pattern="new year year:YEARNUM <!'s|UNITNAME|WORD>",
        means=lambda year: Holiday("new year", year),
        examples={"at [New Year 2014]": "2014-01-01"},
        never=("a new year 2014 plan",),
    ),
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

# Of holidays that are read.
BESIDE = (
    Rule(
        name="eve of a holiday",
        pattern="day:HOLIDAY eve ( of|in|,? year:YEARNUM|YEAR )? <!'s>",
        means=_eve,
        examples={"Thanksgiving eve 2014": "2014-11-26", "on [Halloween Eve]": "2023-10-30"},
        never=("Christmas evening",),
    ),
    Rule(
        name="the eve of a day",
        pattern="the eve of day:HOLIDAY|DAY <!'s>",
        means=_eve,
        examples={"on [the eve of Easter 2020]": "2020-04-11", "on [the eve of 5 May 2012]": "2012-05-04"},
        never=("on the eve of the vote", "on the eve of Christmas's return"),
    ),
    Rule(
        name="long weekend",
        pattern="the? day:HOLIDAY WEEKEND ( of|in|,? year:YEARNUM|YEAR )?",
        means=_long_weekend,
        examples={
            "Memorial Day weekend": "2023-05-27/2023-05-29",
            "over [the Easter weekend 2014]": "2014-04-18/2014-04-21",
            "on [Thanksgiving weekend 2022]": "2022-11-24/2022-11-27",
        },
        never=("Halloween weekend",),
    ),
)

CAMPAIGN_SEASONS = (
    Rule(
        name="year and season of a campaign",
        pattern="year:YEARNUM season:SEASONNAME <CAMPAIGN>",
        means=lambda season, year: Unit(grain=Grain.SEASON, number=SEASONS.index(season), year=year),
        examples={"the [1916 summer] offensive": "1916-SU", "the [2019 fall] semester": "2019-FA"},
        never=("the 1982 summer games", "its main summer offensive"),
    ),
)
