"""Days of a list that share a month or a week: "on 15, 16 and 22 March", "May 3, 5 and 9, 2026"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from timeline.calendar.almanac import Grain
from timeline.grammar.meanings import Date, Meaning, Range, Shift, Within, bare_weekday
from timeline.languages.pack import Pack
from timeline.texts.document import Token

LONGEST = 12  # days of a list
COUNTED = "$£€-–/%"  # marks beside a number that is no day


@frozen
class Listed:
    """A time that is mentioned: its first and last token number, what it means, and the number of the mention it is of."""

    first: int
    last: int
    meaning: Meaning
    of: int


@frozen
class Row:
    """The words of a sentence, what reads them, and the times found in them."""

    tokens: Sequence[Token]
    words: Sequence[str]
    pack: Pack
    mentioned: Sequence[Listed]

    def day(self, place: int) -> int | None:
        """The day of a month that a numeral can be, where it is part of no longer time."""
        if not 0 <= place < len(self.words) or not self.words[place][0].isdigit():
            return None
        classes = self.pack.grammar.lexicon.classes(self.tokens, place)
        day = classes.get("DAYNUM", classes.get("ORDDAY"))
        around = self.at(place)
        alone = around is None or (isinstance(around.meaning, Date) and around.meaning == Date(day=day))
        return day if alone and isinstance(day, int) and 1 <= day <= 31 else None

    def at(self, place: int) -> Listed | None:
        """The time that a word is part of."""
        return next((time for time in self.mentioned if time.first <= place <= time.last), None)

    def item(self, place: int, date: Date) -> Listed:
        """The day at a place with the month of a date, and with the weekday that may stand before it."""
        around = self.at(place)
        first = place if around is None else around.first
        before = self.at(first - 1)
        weekday = None if before is None else bare_weekday(before.meaning)
        if before is not None and weekday is not None:
            return Listed(before.first, place, evolve(date, day=self.day(place), weekday=weekday), before.of)
        return Listed(first, place, evolve(date, day=self.day(place), weekday=None), -1)

    def gap(self, place: int, step: int) -> int:
        """How many words join two days of a list beside a place: "," or "and", or both."""
        near, far = (self.words[at] if 0 <= at < len(self.words) else "" for at in (place + step, place + 2 * step))
        both = (near, far) if step > 0 else (far, near)
        if both[0] == "," and both[1] in self.pack.signals.conjoining:
            return 2
        if near == "/" and self._is_weekday(place + 2 * step if step > 0 else place):
            return 1  # "Sat 15 / Sun 16 July"
        return 1 if near == "," or near in self.pack.signals.conjoining else 0

    def _is_weekday(self, place: int) -> bool:
        told = self.at(place)
        return told is not None and isinstance(told.meaning, Date) and told.meaning.weekday is not None

    def closes(self, place: int) -> bool:
        """Whether a list can begin or end beside a word, which is no noun that would be counted."""
        word = self.words[place] if 0 <= place < len(self.words) else "."
        return word in self.pack.function_words or not (word[0].isalnum() or word in COUNTED)


def listed_days(told: Sequence[Listed], tokens: Sequence[Token], words: Sequence[str], pack: Pack) -> list[Listed]:
    """The times of a sentence, with those of the days that are listed beside a day with its month."""
    row = Row(tokens, words, pack, told)
    found: list[Listed] = []
    for here in told:
        if found and here.first <= found[-1].last:
            continue  # the year behind a list
        new = _weekdays_before(here, row) or _days_before(here, row) or _days_after(here, row) or [here]
        found = [*(other for other in found if other.last < new[0].first), *new]
    return found


def _weekdays_before(here: Listed, row: Row) -> list[Listed]:
    """The weekdays of a list, the last of which has the week: "Monday, Wednesday and Friday next week"."""
    day, week = (here.meaning.inner, here.meaning.outer) if isinstance(here.meaning, Within) else (None, None)
    if not isinstance(day, Date) or day.weekday is None or not isinstance(week, Shift) or week.grain != Grain.WEEK:
        return []
    items, start, least, joined = [here], here.first, day.weekday, False
    while gap := row.gap(start, -1):
        before = row.at(start - gap - 1)
        weekday = None if before is None else bare_weekday(before.meaning)
        if before is None or weekday is None or weekday >= least:
            break
        joined = joined or row.words[start - 1] in row.pack.signals.conjoining
        items.insert(0, evolve(before, meaning=Within(before.meaning, week)))
        start, least = before.first, weekday
    return items if joined else []


def _days_before(here: Listed, row: Row) -> list[Listed]:
    """The days of a list, the last of which has the month: "15, 16 and 22 March"."""
    pair = _pair(here.meaning)
    dates = pair or ((here.meaning,) if isinstance(here.meaning, Date) else ())
    if not dates or dates[0].day is None or dates[0].month is None or dates[0].style is not None:
        return []
    items: list[Listed] = []
    slash = False
    start, joined, least = here.first, pair is not None, dates[0].day
    while len(items) < LONGEST and (gap := row.gap(start, -1)):
        day = row.day(start - gap - 1)
        if day is None or day >= least:
            break
        slash = row.words[start - 1] == "/"
        joined = joined or slash or row.words[start - 1] in row.pack.signals.conjoining
        items.insert(0, row.item(start - gap - 1, dates[0]))
        start, least = items[0].first, day
    if not items or not joined or not (slash or row.closes(start - 1)):
        return []
    items = [evolve(item, of=here.of) for item in items]
    if pair is None and slash and len(items) == 1 and least + 1 == dates[0].day:
        return [Listed(start, here.last, Range(items[0].meaning, dates[0]), here.of)]
    if pair is None:
        return [*items, here]
    if [_day(item) for item in items] == list(range(dates[0].day - len(items), dates[0].day)):
        either = isinstance(here.meaning, Range) and here.meaning.either
        return [Listed(start, here.last, Range(items[0].meaning, pair[1], either), here.of)]
    second = next(place for place in range(here.first, here.last) if row.words[place] in row.pack.signals.conjoining)
    return [*items, Listed(here.first, second - 1, pair[0], here.of), Listed(second + 1, here.last, pair[1], here.of)]


def _days_after(here: Listed, row: Row) -> list[Listed]:
    """The days of a list, the first of which has the month, with the year that may stand behind: "May 3, 5 and 9, 2026"."""
    date = here.meaning
    if not isinstance(date, Date) or date.day is None or date.month is None or date.year is not None:
        return []
    items, last, joined = [here], here.last, False
    while len(items) < LONGEST and not joined and (gap := row.gap(last, 1)):
        day = row.day(last + gap + 1)
        if day is None or day <= _day(items[-1]):
            break
        joined = row.words[last + gap] in row.pack.signals.conjoining
        last += gap + 1
        items.append(evolve(row.item(last, date), of=here.of))
    year = row.at(last + 1 + (row.words[last + 1 : last + 2] == (",",)))
    stated = year.meaning.year if year is not None and isinstance(year.meaning, Date) else None
    if not joined or (stated is None and not row.closes(last + 1)):
        return []
    if year is None or year.meaning != Date(year=stated):
        return items
    dated = [evolve(item, meaning=evolve(date, day=_day(item), year=stated)) for item in items]
    return [*dated[:-1], evolve(dated[-1], last=year.last)]


def _day(told: Listed) -> int:
    return told.meaning.day or 0 if isinstance(told.meaning, Date) else 0


def _pair(meaning: Meaning) -> tuple[Date, Date] | None:
    """Two days side by side: "15 and 16 March"."""
    if not isinstance(meaning, Range):
        return None
    first, last = meaning.first, meaning.last
    if not isinstance(first, Date) or not isinstance(last, Date) or first.day is None or first.month != last.month:
        return None
    return (first, last) if last.day == first.day + 1 else None
