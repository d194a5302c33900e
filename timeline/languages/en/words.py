"""English words for time and what they mean: tables only, no rules.

Each table maps a lower-case form to its value; `timeline.languages.en.lexicon` tells which class it makes.
"""

from __future__ import annotations

from fractions import Fraction

from timeline.calendar.almanac import Grain

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb", "febr"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
# Months whose name is no other word: they are months in lower case and without any context.
SURE_MONTHS = frozenset(
    ("january", "february", "april", "june", "july", "september", "october", "november", "december")
)
# Short months that are no other word, so that they are months in lower case beside a day or behind a preposition.
SURE_SHORT_MONTHS = frozenset("feb febr apr jun jul aug sept sep oct nov dec".split())

WEEKDAYS = {
    name: number
    for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
WEEKDAY_ABBREVIATIONS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
    "sat": 5,
    "sun": 6,
}
# Short weekdays in small letters, as messages write them; "wed", "sat" and "sun" are words of their own.
SURE_SHORT_DAYS = {day: number for day, number in WEEKDAY_ABBREVIATIONS.items() if day not in ("wed", "sat", "sun")}
RULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")  # RFC 5545

SEASONS = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
}
SURE_SEASONS = frozenset(("summer", "autumn", "winter", "summertime", "springtime"))

# Unit words: the calendar unit and how many of it the word is.
UNITS = {
    "second": (Grain.SECOND, 1),
    "sec": (Grain.SECOND, 1),
    "minute": (Grain.MINUTE, 1),
    "min": (Grain.MINUTE, 1),
    "hour": (Grain.HOUR, 1),
    "hr": (Grain.HOUR, 1),
    "day": (Grain.DAY, 1),
    "night": (Grain.DAY, 1),
    "weekend": (Grain.WEEKEND, 1),
    "week": (Grain.WEEK, 1),
    "wk": (Grain.WEEK, 1),
    "fortnight": (Grain.WEEK, 2),
    "month": (Grain.MONTH, 1),
    "mth": (Grain.MONTH, 1),
    "quarter": (Grain.QUARTER, 1),
    "qtr": (Grain.QUARTER, 1),
    "semester": (Grain.MONTH, 6),
    "year": (Grain.YEAR, 1),
    "yr": (Grain.YEAR, 1),
    "decade": (Grain.DECADE, 1),
    "century": (Grain.CENTURY, 1),
    "millennium": (Grain.MILLENNIUM, 1),
}
_ODD_PLURALS = {"century": "centuries", "millennium": "millennia"}
UNIT_PLURALS = {"mos": (Grain.MONTH, 1)} | {_ODD_PLURALS.get(name, f"{name}s"): unit for name, unit in UNITS.items()}
# Letters for units right behind a number, where "ago" follows.
UNIT_LETTERS = {"s": Grain.SECOND, "m": Grain.MINUTE, "h": Grain.HOUR, "d": Grain.DAY, "w": Grain.WEEK, "y": Grain.YEAR}
FRACTION_SIGNS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}

# Lengths written as one word: "weeklong", "a yearlong study".
UNITS_LONG = {f"{name}long": UNITS[name] for name in ("hour", "day", "week", "month", "year", "decade")}

# Parts of the day: TIMEX3 codes.
DAY_PARTS = {
    "dawn": "DW",
    "daybreak": "DW",
    "sunrise": "DW",
    "morning": "MO",
    "midday": "MI",
    "lunchtime": "MI",
    "afternoon": "AF",
    "arvo": "AF",
    "evening": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "night": "NI",
    "nite": "NI",
    "overnight": "NI",
    "daytime": "DT",
}
CLOCK_WORDS = {"noon": 12, "midnight": 24}  # midnight ends the day it is named with

CARDINALS = {
    word: number
    for number, word in enumerate(
        (
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        ).split()
    )
}
TENS = {
    word: number
    for number, word in zip(
        range(20, 100, 10), ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), strict=True
    )
}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "dozen": 12}
SCALE_PLURALS = frozenset(("hundreds", "thousands", "millions", "dozens", "scores"))
SOME = frozenset(("several", "few", "many", "some", "numerous", "countless"))
FRACTIONS = {"half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3)}
ORDINALS = {"thirtieth": 30} | {
    word: number
    for number, word in enumerate(
        (
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
            "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
        ).split(),
        start=1,
    )
}
DECADE_NAMES = {
    "noughties": 0,
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

# Words that place a time against the anchor (ANCHOR) or the temporal focus (FOCUS).
LAST = frozenset(("last", "past"))
NEXT = frozenset(("next", "nxt"))
COMING = frozenset(("coming", "upcoming", "forthcoming"))
PRECEDING = frozenset(("previous", "preceding", "prior"))
FOLLOWING = frozenset(("following", "subsequent", "ensuing"))

# ... and as messages write them
DAY_WORDS = {
    **{"today": 0, "tdy": 0},
    **dict.fromkeys(("tomorrow", "tomoro", "tomorow", "tommorow", "tommorrow", "tomoz", "tomo", "tmr", "tmrw", "tmw"), 1),
    **dict.fromkeys(("yesterday", "yday", "yest"), -1),
}
# Names of events that are told apart by their year.
YEARLY = frozenset(
    (
        "award awards biennale championship championships conference congress convention cup election elections exhibition "
        "expo fair festival final finals games league olympics open paralympics prix season series show summit tour "
        "tournament"
    ).split()
)

# Words that go on with a clause behind a time: what they follow is no ordinal before its noun ("on the 20th had", not "lap").
CLAUSE_WORDS = frozenset(
    "had has have was were is are be been will would could should must may might can did does he she we they who whom which "
    "when where because since after before until so but went came got".split()
)

# Prepositions that go on behind a time: the month before them is no adjective ("in March against 44", "in august company").
BEHIND_TIMES = frozenset(
    "against despite amid amidst versus under above below without compared because though although as than only alone".split()
)

# Words that a bare year follows in lists of works and firms: "published 2011", "second edition 2018", "established 1846".
DATED_WORDS = frozenset(
    "published edition reprinted reissued founded established released inaugurated incorporated completed demolished".split()
)

# TIMEX3 modifiers of a number or of a time.
ABOUT = frozenset(("about", "around", "approximately", "approx", "approx.", "roughly", "circa", "some", "almost", "nearly"))

# Words for the edges of a time: TIMEX3 modifiers, and halves.
FIRST_HALVES = {
    "first": "FIRST_HALF",
    "former": "FIRST_HALF",
    "second": "SECOND_HALF",
    "last": "SECOND_HALF",
    "latter": "SECOND_HALF",
}
EDGE_WORDS = {
    **dict.fromkeys(("early", "earlier", "first", "opening", "initial", "former"), "START"),
    **dict.fromkeys(("mid", "middle"), "MID"),
    **dict.fromkeys(("late", "later", "latter", "last", "closing", "final", "waning", "dying"), "END"),
}

# Words before "half" that leave it a share, not half past an hour.
BEFORE_HALF = frozenset("in by than the a one other first second and or of about over only just least nearly almost".split())
# Words before "once" that make it a time long past, and words after it that do not.
BEFORE_ONCE = frozenset("was were is are had has been be he she they it we i who which that".split())
AFTER_ONCE = frozenset("more again and in for the only daily weekly monthly hourly yearly every each per he she".split())
# What a season names as the time in which it went on: "the summer offensive" (the coat and the garden of a season do not).
CAMPAIGNS = frozenset("offensive offensives counteroffensive fighting floods drought quarters semester".split())

# Everyday words that some rules name: each has a class of its own (ODDWORD), so that it stays a word to all others.
EVERYDAY = frozenset("any being birthday distant lord modern odd point remote score trailing x".split())
EVERYDAY_NAMES = frozenset("fat lincoln president victoria washington".split())  # the same where they are capitalised

PRESENT_WORDS = frozenset(("now", "currently", "nowadays"))
PAST_WORDS = frozenset(("recently", "lately", "formerly"))
FUTURE_WORDS = frozenset(("soon", "shortly"))

HOLIDAYS = {
    "christmas": "christmas",
    "christmas day": "christmas",
    "christmas eve": "christmas eve",
    "xmas": "christmas",
    "boxing day": "boxing day",
    "new year 's day": "new year",
    "new year 's eve": "new year's eve",
    "new year 's": "new year",
    "epiphany": "epiphany",
    "valentine 's day": "valentine's day",
    "st. patrick 's day": "st patrick's day",
    "april fools ' day": "april fools' day",
    "ash wednesday": "ash wednesday",
    "palm sunday": "palm sunday",
    "maundy thursday": "maundy thursday",
    "good friday": "good friday",
    "easter": "easter",
    "easter sunday": "easter",
    "easter monday": "easter monday",
    "whit monday": "whit monday",
    "ascension day": "ascension",
    "pentecost": "pentecost",
    "halloween": "halloween",
    "hallowe 'en": "halloween",
    "all saints ' day": "all saints",
    "may day": "may day",
    "independence day": "independence day",
    "memorial day": "memorial day",
    "labor day": "labor day",
    "columbus day": "columbus day",
    "veterans day": "veterans day",
    "presidents ' day": "presidents day",
    "martin luther king day": "martin luther king day",
    "thanksgiving": "thanksgiving",
    "thanksgiving day": "thanksgiving",
    "bastille day": "bastille day",
    "the fourth of july": "independence day",
    "july fourth": "independence day",
    "st patrick 's day": "st patrick's day",
    "st david 's day": "st david's day",
    "st. david 's day": "st david's day",
    "st george 's day": "st george's day",
    "st. george 's day": "st george's day",
    "st andrew 's day": "st andrew's day",
    "st. andrew 's day": "st andrew's day",
    "st nicholas ' day": "st nicholas",
    "mother 's day": "mother's day",
    "mothers ' day": "mother's day",
    "father 's day": "father's day",
    "fathers ' day": "father's day",
    "valentines day": "valentine's day",
    "valentine 's": "valentine's day",
    "presidents day": "presidents day",
    "martin luther king jr. day": "martin luther king day",
    "mlk day": "martin luther king day",
    "april fools day": "april fools' day",
    "april fool 's day": "april fools' day",
    "labour day": "labour day",
    "australia day": "australia day",
    "groundhog day": "groundhog day",
    "candlemas": "candlemas",
    "anzac day": "anzac day",
    "ve day": "ve day",
    "juneteenth": "juneteenth",
    "midsummer day": "midsummer day",
    "midsummer 's day": "midsummer day",
    "canada day": "canada day",
    "michaelmas": "michaelmas",
    "twelfth night": "twelfth night",
    "lady day": "lady day",
    **{
        f"{saint} {name} 's day": f"st {name}'s day"
        for saint in ("st", "st.", "saint")
        for name in ("swithin", "james", "bartholomew", "crispin", "lucy")
    },
    "lammas": "lammas",
    "lammas day": "lammas",
    "martinmas": "martinmas",
    "all saints day": "all saints",
    "all souls ' day": "all souls",
    "all souls day": "all souls",
    "guy fawkes night": "guy fawkes night",
    "guy fawkes day": "guy fawkes night",
    "bonfire night": "guy fawkes night",
    "armistice day": "armistice day",
    "remembrance day": "armistice day",
    "remembrance sunday": "remembrance sunday",
    "shrove tuesday": "shrove tuesday",
    "mardi gras": "shrove tuesday",
    "holy saturday": "holy saturday",
    "easter saturday": "holy saturday",
    "whit sunday": "pentecost",
    "whitsun": "pentecost",
    "trinity sunday": "trinity sunday",
    "corpus christi day": "corpus christi",
    "the feast of corpus christi": "corpus christi",
    "the feast of the assumption": "assumption",
    "assumption day": "assumption",
    "advent sunday": "advent sunday",
    "the first sunday of advent": "advent sunday",
    "black friday": "black friday",
    "cyber monday": "cyber monday",
    "mothering sunday": "mothering sunday",
    "pancake day": "shrove tuesday",
    "st stephen 's day": "boxing day",
    "st. stephen 's day": "boxing day",
    "hogmanay": "new year's eve",
    "burns night": "burns night",
    "st valentine 's day": "valentine's day",
    "international women 's day": "women's day",
    "earth day": "earth day",
    "holocaust memorial day": "holocaust memorial day",
    "cinco de mayo": "cinco de mayo",
    **{name: "christmas eve" for name in ("xmas eve", "christmas 's eve")},
    "xmas day": "christmas",
    **{name: "new year's eve" for name in ("new years eve", "new years ' eve", "new year eve", "st sylvester 's day")},
    "new years day": "new year",
    **{f"martin luther king{junior} day": "martin luther king day" for junior in (" jr", " , jr. ,", " 's")},
    **{name: "halloween" for name in ("hallowe ' en", "all hallows ' eve")},
    "holy thursday": "maundy thursday",
    "whit sunday": "pentecost",
    "first sunday of advent": "advent sunday",
    "mothers day": "mother's day",
    "fathers day": "father's day",
    "pi day": "pi day",
    "waitangi day": "waitangi day",
    "st john 's eve": "st john's eve",
    "walpurgis night": "walpurgis night",
    "dia de los muertos": "all souls",
    "indigenous peoples ' day": "columbus day",
    "orthodox easter": "orthodox easter",
    "greek easter": "orthodox easter",
    "chinese new year": "chinese new year",
    "lunar new year": "chinese new year",
    "diwali": "diwali",
    "deepavali": "diwali",
    "vesak": "vesak",
    "ramadan": "ramadan",
    "hanukkah": "hanukkah",
    "chanukah": "hanukkah",
    "holi": "holi",
    "vesak day": "vesak",
    "wesak": "vesak",
    "dragon boat festival": "dragon boat festival",
    "eid al - fitr": "eid al-fitr",
    "eid ul - fitr": "eid al-fitr",
    "eid al - adha": "eid al-adha",
    "eid ul - adha": "eid al-adha",
    "passover": "passover",
    "pesach": "passover",
    "shavuot": "shavuot",
    "rosh hashanah": "rosh hashanah",
    "yom kippur": "yom kippur",
    "sukkot": "sukkot",
}

# Words of the rules that say a time without any word of the tables above.
TRIGGERS = frozenset(
    (
        "tonight nightly bimonthly semiannually biannually biennially annum o'clock ago then these ten "
        "twenty past quarter turn style instant inst ultimo ult proximo prox daily hourly weekly biweekly "
        "fortnightly monthly quarterly yearly annual annually year years weekend weekends recent present moment "
        "asap someday sometime ytd mtd midweek tonite moro morrow mrw nite wkend wknd "
        "time clock half current future term period nineteen eighteen seventeen latest full weekday weekdays "
        "other mid bc bce ce ad fy bank public overnight moments ages date soon possible "
        "ish noonish middayish eod cob eob eow eom eoy"
    ).split()
)

# What is said of a year that stands before it.
YEAR_VERBS = frozenset("saw brought began ended marked proved became witnessed".split())

# What is reported by the quarter.
FIGURE_WORDS = frozenset("results sales profit profits earnings revenue revenues growth loss gdp report".split())

# What may stand right behind a numeral without making it a code.
GLUED = frozenset(
    (
        "am",
        "pm",
        "a.m",
        "p.m",
        "a.m.",
        "p.m.",
        "z",
        "h",
        "hr",
        "hrs",
        "min",
        "mins",
        "sec",
        "secs",
        "yr",
        "yrs",
        "wk",
        "wks",
        "day",
        "days",
        "hour",
        "hours",
        "minute",
        "minutes",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "bc",
        "ad",
        "bce",
        "ce",
        "q",
        "ish",
    )
)

# Abbreviations that keep their full stop; a sentence goes on after them.
ABBREVIATIONS = frozenset(
    (
        "jan feb febr mar apr jun jul aug sept sep oct nov dec mon tue tues wed weds thu thur thurs fri sat "
        "mr mrs ms dr prof rev hon st jr sr gen col lt sgt capt maj adm cmdr gov sen rep pres supt det insp "
        "inc corp co ltd bros plc dept univ assn no nos vs etc approx est ca al fig vol ed eds pp ft mt ave blvd rd "
        "hr hrs min mins sec secs yr yrs wk wks mo mos inst ult prox"
    ).split()
)
SUFFIXES = frozenset("inc corp co ltd bros plc".split())  # those of firms, which end a sentence now and then
OPENERS = frozenset(
    (
        "The A An In On At It He She They We I You This That These Those But And Or So If When While After Before As For From "
        "His Her Its Their Our My There Here However Meanwhile Although Since Until By With To Of No Not One Some "
        "Recently Earlier Later Currently Previously Yesterday Today Last Now Also"
    ).split()
)
# What may follow "p.m." inside a time, and what leads to a time at the head of a sentence.
ZONE_WORDS = frozenset("eastern central mountain pacific atlantic greenwich british european local".split())
TIME_LEADS = frozenset(
    "on at about around by from until till to of the in before after since shortly just between and nearly almost early "
    "late exactly approximately circa".split()
)
