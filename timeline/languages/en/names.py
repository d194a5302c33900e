"""Names that only look like times: newspapers, people, titles, streets, counts."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.calendar.almanac import Grain
from timeline.calendar.zones import CITIES
from timeline.grammar.meanings import Clock, Date, Holiday, Meaning, Modified, Range, Unit
from timeline.languages.en import verbs
from timeline.languages.en.dates import COUNTED
from timeline.languages.en.nouns import DETERMINERS, PREPOSITIONS
from timeline.languages.en.words import DECADE_NAMES, HOLIDAYS, MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS, YEARLY
from timeline.texts.document import Token

# Words that are written with a capital anyway: a capital tells nothing of them.
_CAPITALISED = frozenset((*MONTHS, *WEEKDAYS, *WEEKDAY_ABBREVIATIONS, *(f"{day}s" for day in WEEKDAYS)))
_BEFORE_TIMES = frozenset(
    (
        "on in by since until till before after from to through during last next this that early late mid every "
        "each and or "
        "between for the following previous coming past ago yesterday said says"
    ).split()
)
_TIME_PREPOSITIONS = frozenset("in by since until till before after during".split())
SERVICES = frozenset("service mass prayer prayers hymn".split())  # "a thanksgiving service"
STREETS = frozenset(
    "street st lane road rd avenue ave court drive square place way close terrace crescent gardens row".split()
)
FIRST_NAMES = frozenset(
    (
        "alan albert alex alexander alice amanda amy andrew anna anne anthony barbara ben benjamin betty bill bob brian carol "
        "caroline catherine charles charlie chris christine christopher claire colin craig daniel david deborah "
        "dennis diana donald "
        "donna dorothy douglas edward elizabeth emily emma eric frances frank fred gary george gerald graham greg "
        "harold harry "
        "heather helen henry howard hugh ian jack jacob james jane janet jason jean jeff jennifer jeremy jessica "
        "jim joan joe john "
        "jonathan joseph joyce judith judy julia julie karen kate kathleen keith kelly ken kenneth kevin kim larry "
        "laura lauren lee "
        "leonard leslie lewis linda lisa louis louise lucy margaret maria marie mark martha martin mary matthew "
        "megan melissa michael "
        "michelle mike miranda monica nancy natalie nathan nicholas nick nicole nigel nora olivia oscar pamela "
        "patricia patrick paul "
        "peter philip phil rachel ralph raymond rebecca richard robert robin roger ronald rose roy ruby russell "
        "ruth ryan sally sam "
        "samantha samuel sandra sara sarah scott sean sharon simon sophie stephanie stephen steve steven stuart "
        "susan suzanne terry "
        "thomas tim timothy tina toby tom tony vanessa victor victoria vincent virginia walter wendy william"
    ).split()
)
PAPERS = frozenset(
    "times mail express mirror telegraph herald post tribune independent people star world journal chronicle gazette".split()
)
HOUSES = frozenset("tavern inn pub bar cafe café restaurant bistro brasserie grill lounge brewery overture".split())
CLUBS = frozenset(("sheffield", "tgi", "operation"))  # what stands before a weekday or feast in a name
_COMMON = frozenset(("epiphany", "ascension", "holi"))  # holidays whose name is a word of its own
_MEASURES = frozenset("kg g mg km m cm mm ml l mb gb kb mhz ghz kw mw lb lbs oz ft mph sq square cubic".split())
_FEAST_NAMES = frozenset(("ramadan", "holi"))  # feasts that are also surnames
# What has a number after "of" that no year is, and what a number may be said to be.
_QUANTITIES = frozenset(
    "score scores constant total population speed weight price salary distance depth height altitude length width balance "
    "average mean maximum minimum capacity value resolution display frequency sum rating iq".split()
)
_NUMBER_WORDS = frozenset("prime odd even divisible larger smaller greater".split())
_METRES = _MEASURES | frozenset(
    "metres meters miles feet kilometres kilometers kilograms grams tons tonnes degrees volts".split()
)
_NUMBERED = frozenset(
    "page pages room rooms flight rule bill exit resolution model number no section article chapter route highway channel "
    "version gate bus line lot act item form paragraph clause figure table unit suite apartment code block step part".split()
)
_OF_AN_AGE = frozenset(
    "world society youth youths generation generations children parents people men women teenagers consumers readers students "
    "leaders technology technologies computers standards economy culture car cars city cities dollars prices language".split()
)
_MATCH = frozenset(
    "scored scorer goalless goalkeeper striker midfielder equaliser equalizer equalised equalized touchdown touchdowns "
    "halftime referee penalty quarterback rebounds offside kickoff goals goal innings yard yards header scoreless".split()
)
_BUSINESS = frozenset("profit profits sales revenue revenues earnings growth percent % $ £ € million billion".split())
_QUOTES = frozenset(('"', "'", "''", "``"))
_NOT_PLURAL = frozenset(
    "was is as has its this his us does goes ends begins starts onwards afterwards forwards towards".split()
)


def is_name(tokens: Sequence[Token], words: Sequence[str], first: int, last: int, meaning: Meaning) -> bool:
    """Whether the words of a time, by token numbers, are part of a name, a title or a count."""
    return (
        _in_title(tokens, words, first, last)
        or _is_capitalised(tokens, words, first, last)
        or _before_a_name(tokens, words, first, last)
        or _after_a_name(tokens, words, first, last)
        or _is_count(tokens, words, last, meaning)
        or _is_numbered(tokens, words, first, meaning)
        or _is_school_year(tokens, words, first, last)
        or _is_quantity(words, first, last, meaning)
        or _is_modern(words, first, last)
        or _of_a_match(words, meaning)
        or (isinstance(meaning, Clock) and meaning.half is None and "ratio" in words)
        or (isinstance(meaning, Holiday) and words[first] in _COMMON and tokens[first].form.islower())
    )


def is_headline(tokens: Sequence[Token]) -> bool:
    """Whether most words of a line are capitalised, so that a capital tells nothing."""
    long = [token.form for token in tokens if len(token.form) > 3 and token.form[0].isalpha()]
    return len(long) > 1 and sum(form[0].isupper() for form in long) > 0.9 * len(long)


def _in_title(tokens: Sequence[Token], words: Sequence[str], first: int, last: int) -> bool:
    """Whether a time stands in quotes all of whose longer words are capitalised: "Gone in 60 Seconds"."""
    if _QUOTES.isdisjoint(words):
        return False
    opening = next((place for place in range(first - 1, max(-1, first - 9), -1) if _is_quote(tokens[place])), None)
    closing = next((place for place in range(last + 1, min(len(tokens), last + 9)) if _is_quote(tokens[place])), None)
    if opening is None or closing is None:
        return False
    inside = [token.form for token in tokens[opening + 1 : closing]]
    capitalised = all(
        form[0].isupper() for form in inside if form[0].isalpha() and (len(form) > 3 or form in inside[:1])
    )
    ended = not inside or inside[-1] in (",", ".", "!", "?")
    outside = [token.form for token in (*tokens[:opening], *tokens[closing + 1 :]) if len(token.form) > 3]
    return capitalised and not ended and not all(form[0].isupper() for form in outside)


def _is_quote(token: Token) -> bool:
    return token.form in _QUOTES and not (token.form == "'" and token.glued)


def _is_capitalised(tokens: Sequence[Token], words: Sequence[str], first: int, last: int) -> bool:
    """Whether a word that has no capital of its own has one inside a sentence: "USA Today", "60 Minutes", "The 1975"."""
    return _has_capital(tokens, words, first, last) and not is_headline(tokens)


def _has_capital(tokens: Sequence[Token], words: Sequence[str], first: int, last: int) -> bool:
    for place in range(max(first, 1), last + 1):
        form = tokens[place].form
        opens = not tokens[place - 1].form[0].isalnum() and tokens[place - 1].form not in (",", "-")
        if form[0].isupper() and len(form) > 2 and not form.isupper() and not opens:
            if words[place].rstrip(".") not in _CAPITALISED and not _is_proper(words[place]):
                return True
    return (
        first > 1
        and tokens[first - 1].form == "The"
        and words[first][0].isdigit()
        and tokens[first - 2].form[0].isalnum()
    )


def _is_proper(word: str) -> bool:
    """Whether a word of times is written with a capital by many: seasons, holidays, quarters, zones."""
    return word in _PROPER


_PROPER = frozenset(word for phrase in (*HOLIDAYS, *CITIES) for word in phrase.replace("_", " ").split()) | frozenset(
    DECADE_NAMES
) | frozenset(
    (
        "spring summer autumn fall winter christmas easter eve thanksgiving halloween pentecost epiphany ascension "
        "good new boxing "
        "whit palm ash maundy valentine patrick april fools independence memorial labor columbus veterans "
        "presidents martin luther "
        "king bastille eastern central mountain pacific "
        "monday sunday thursday friday wednesday day year years all saints may st the bc ad bce ce fiscal q h fy "
        "lord time standard daylight"
    ).split()
)
_SURNAMES = _CAPITALISED | _PROPER
_NO_NAMES = _BEFORE_TIMES | PREPOSITIONS | DETERMINERS
_NO_NUMBERED = _CAPITALISED | _BEFORE_TIMES | YEARLY


def _before_a_name(tokens: Sequence[Token], words: Sequence[str], first: int, last: int) -> bool:
    """Whether a time runs on into a name ("Sunday Times", "Easter Road", "April Jones") or a street ("12 May Street")."""
    if last + 1 >= len(tokens):
        return False
    following = tokens[last + 1]
    if words[last + 1] in STREETS and following.form[0].isupper():
        return True
    if words[last] == "thanksgiving" and tokens[last].form.islower() and words[last + 1] in SERVICES:
        return True
    if words[first].isdigit() and first == last and not _tells_a_year(words, first) and _is_street(tokens, words, first + 1):
        return True  # "1180 Alder Court", but not "In 1984 Park Lane was renamed"
    if words[last + 1] in PAPERS and following.form[0].isupper() and words[last] in WEEKDAYS:
        return True  # "the Sunday Times"
    if words[last + 1] in HOUSES and following.form[0].isupper() and words[last].isdigit():
        return True  # "the 1812 Tavern"
    if following.form in (".", "-") and following.glued and last + 2 < len(tokens) and tokens[last + 2].glued:
        return words[last] in _CAPITALISED | {"soon"} and tokens[last + 2].form[0].isalpha()  # Monday.com, Soon-Yi
    if first != last or not following.form[0].isupper() or following.glued or following.form.isupper():
        return False
    hare = words[first] in ("march", "may", "august") and first and words[first - 1] in DETERMINERS  # "the March Hare"
    listed = first > 1 and words[first - 1] in ("and", "or") and words[last + 1] not in _CAPITALISED
    if listed and tokens[first - 2].form[0].isupper() and words[first - 2] not in _CAPITALISED:
        return tokens[first].form[0].isupper() and not is_headline(tokens)  # "April Jones and June Carter"
    if first and words[first - 1] in _BEFORE_TIMES and tokens[first - 1].form != "The" and not hare:
        return False
    return words[last + 1] not in _CAPITALISED and tokens[first].form[0].isupper() and not is_headline(tokens)


def _tells_a_year(words: Sequence[str], place: int) -> bool:
    """Whether a preposition makes a year of a number; "from" may be where somebody left, unless it opens the sentence."""
    before = words[place - 1] if place else ""
    return before in _TIME_PREPOSITIONS or (before == "from" and place == 1)


def _is_street(tokens: Sequence[Token], words: Sequence[str], place: int) -> bool:
    """Whether the name of a street stands at a place: one or two capitalised words and what it is."""
    named = (end for end in (place + 1, place + 2) if words[end : end + 1] and words[end] in STREETS)
    return any(all(token.form[0].isupper() for token in tokens[place : end + 1]) for end in named)


def _after_a_name(tokens: Sequence[Token], words: Sequence[str], first: int, last: int) -> bool:
    """Whether a weekday or month is somebody's surname: "Nancy Friday", "Miranda July", "Sheffield Wednesday"."""
    if first == 0 or first != last or words[first] not in _SURNAMES or not tokens[first - 1].form[0].isupper():
        return False
    before = words[first - 1]
    if words[first] in _FEAST_NAMES and before not in _NO_NAMES and before[-3:] != "ing":
        return True  # "Tariq Ramadan"
    alone = (
        first == 1
        or not tokens[first - 2].form[0].isupper()
        or words[first - 2] in ("detective", "sergeant", "mr", "mrs", "ms", "dr")
    )
    return (before in FIRST_NAMES and alone) or before in CLUBS


def _is_numbered(tokens: Sequence[Token], words: Sequence[str], first: int, meaning: Meaning) -> bool:
    """Whether a bare year is the number of what stands before it: "page 1945", "flight BA 2012", "Resolution 1973"."""
    if not isinstance(meaning, Date) or meaning.kind != "YEAR" or not words[first].isdigit() or first == 0:
        return False
    before = tokens[first - 1].form
    named = before[0].isupper() and words[first - 1] not in _NO_NUMBERED
    return words[first - 1] in _NUMBERED or (named and first > 1 and not is_headline(tokens))


def _is_school_year(tokens: Sequence[Token], words: Sequence[str], first: int, last: int) -> bool:
    """Whether a numbered year is a class of a school: "the Year 6 trip"."""
    year = next((place for place in range(first, last + 1) if place and tokens[place].form == "Year"), None)
    number = "" if year is None else "".join(words[year + 1 : year + 2])
    return number.isdigit() and int(number) <= 13


def _is_modern(words: Sequence[str], first: int, last: int) -> bool:
    """Whether a day stands for an age: "today's world", "the leaders of tomorrow"."""
    if first != last or words[first] not in ("today", "tomorrow", "yesterday"):
        return False
    if tuple(words[last + 1 : last + 2]) == ("'s",):
        return last + 2 < len(words) and words[last + 2] in _OF_AN_AGE
    return first > 1 and words[first - 1] == "of" and words[first - 2] in _OF_AN_AGE


def _is_quantity(words: Sequence[str], first: int, last: int, meaning: Meaning) -> bool:
    """Whether a bare year is only a number: "a score of 1480", "since 2017 is prime", "between 1800 and 2000 metres"."""
    if not isinstance(meaning, Date) or meaning.kind != "YEAR" or first != last or not words[first].isdigit():
        return False
    before, after = list(words[max(0, first - 2) : first]), list(words[last + 1 : last + 4])
    of_quantity = len(before) == 2 and before[1] == "of" and before[0] in _QUANTITIES
    said_of = after[:1] == ["is"] and (after[1:2] == ["the"] or not _NUMBER_WORDS.isdisjoint(after[1:]))
    measured = after[:1] in (["and"], ["to"], ["or"]) and after[1:2] != [] and after[1].isdigit() and after[2:3] != []
    if of_quantity or (said_of and before[-1:] == ["since"]) or (measured and after[2] in _METRES):
        return True
    if _CHANGED.isdisjoint(words[max(0, first - 5) : first]):
        return False
    fell_from = before[-1:] == ["from"] and measured and after[2] in _COUNTED  # "fell from 1950 to 1875 dollars"
    fell_to = before[-1:] == ["to"] and after[:1] == ["from"] and after[1:2] != [] and after[1].isdigit()
    from_figure = len(before) == 2 and before[1] == "from" and words[first - 3] == "to" and before[0].isdigit()
    return fell_from or fell_to or from_figure


_CHANGED = frozenset(
    "fell falls falling fallen rose rises rising risen grew grows growing dropped drops dropping climbed climbs climbing "
    "slipped slips increased increases decreased decreases declined declines jumped jumps slid sank surged shrank went".split()
)  # how a figure moves
_COUNTED = frozenset((*COUNTED.split("|"), "units", "members", "pupils", "students", "cases", "homes"))


def _of_a_match(words: Sequence[str], meaning: Meaning) -> bool:
    """Whether a half or quarter is that of a match: "scored twice in the first half"."""
    part = isinstance(meaning, Unit) and meaning.grain in (Grain.HALF, Grain.QUARTER) and meaning.year is None
    return part and not _MATCH.isdisjoint(words) and _BUSINESS.isdisjoint(words)


def _is_count(tokens: Sequence[Token], words: Sequence[str], last: int, meaning: Meaning) -> bool:
    """Whether a bare year only counts what follows: "1200 schools"."""
    year = meaning.last if isinstance(meaning, Range) else meaning.inner if isinstance(meaning, Modified) else meaning
    if not isinstance(year, Date) or year.kind != "YEAR" or last + 1 >= len(tokens) or not words[last].isdigit():
        return False
    word = words[last + 1]
    if word in _METRES:
        return True
    if last and 1900 < (year.year or 0) < 2050 and words[last - 1] not in PREPOSITIONS:
        return False  # "its 1990 results"
    plural = len(word) > 3 and word.endswith("s") and not word.endswith("ss") and word not in _NOT_PLURAL
    return plural and tokens[last + 1].form.islower() and "VBZ" not in verbs.verb_tags(word)
