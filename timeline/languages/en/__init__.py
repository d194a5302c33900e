"""The English language pack."""

from __future__ import annotations

from timeline.calendar.zones import NAMES
from timeline.entries.records import Relation
from timeline.grammar.matching import Grammar, Lexicon
from timeline.grammar.triggers import Triggers
from timeline.languages.en import (
    aspect,
    beside,
    clocks,
    counted,
    dates,
    durations,
    fiscal,
    historical,
    hours,
    informal,
    labels,
    latent,
    messages,
    named,
    numbers,
    offsets,
    ordinals,
    parts,
    ranges,
    references,
    relative,
    repeats,
    schedules,
    shorthand,
    smallcase,
    spoken,
    terms,
    verbs,
    words,
    zoned,
)
from timeline.languages.en.events import find_events
from timeline.languages.en.glances import ENDED, REPORTING, glance
from timeline.languages.en.lexicon import english_lexicon
from timeline.languages.en.links import features as link_features
from timeline.languages.en.misses import miss
from timeline.languages.en.names import is_name
from timeline.languages.en.nouns import (
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SCHEDULED_NOUNS,
    SUBORDINATORS,
)
from timeline.languages.en.parsed import parsed_by
from timeline.languages.en.synonyms import SYNONYMS
from timeline.languages.en.syntax import analyse
from timeline.languages.en.wording import PARTICLES
from timeline.languages.pack import Pack, Sequels, Signals
from timeline.learned import ranking
from timeline.learned.ranking import Ranker
from timeline.texts.letters import MailWords
from timeline.texts.stops import Orthography

KINDS = (
    *(
        "NUM",
        "DAY",
        "WEEKDAY",
        "MONTH",
        "YEAR",
        "HOLIDAY",
        "CLOCK",
        "PART",
        "WEEKEND",
        "WEEK",
        "QUARTER",
        "SEASON",
        "HALF",
    ),
    *("DECADE", "CENTURY", "MILLENNIUM", "SHIFT", "SHIFT_DAY", "SELECT", "SELECT_DAY", "OFFSET", "STRETCH", "PERIOD"),
    *("DATED_CLOCK", "DATED_PART", "MODIFIED", "RANGE", "LENGTH", "REPEAT", "REFERS"),
)

# The order of reading: numbers, what stands by itself, then what is built on it.
LAYERS = (
    numbers.RULES,
    (
        *hours.ATOMS,
        *durations.JOINED,
        *ranges.COMPACT,
        *shorthand.COMPACT,
        *spoken.RULES,
        *messages.ATOMS,
        *informal.ATOMS,
        *historical.RULES,
        *dates.WRITTEN,
        *dates.NUMERIC,
        *smallcase.RULES,
        *informal.SHORT_DAYS,
        *dates.YEARS,
        *spoken.YEARS,
        *fiscal.QUARTERS,
        *named.BANK_HOLIDAYS,
        *named.DAY_NAMES,
        *named.CAMPAIGN_SEASONS,
        *clocks.RULES,
        *relative.FIXED,
        *references.RULES,
        *durations.COUNTED,
        *repeats.FREQUENT,
        *schedules.ATOMS,
        *counted.AGO,
    ),
    (*durations.COMPOUND, *zoned.ZONES, *hours.CLOCKS),
    durations.MODIFIED,
    (
        *relative.UNITS,
        *ordinals.UNITS,
        *smallcase.UP_TO,
        *smallcase.COUNTED_IN,
        *terms.UNITS,
        *offsets.RULES,
        *counted.SKIPPED,
        *repeats.SETS,
        *schedules.SETS,
        *informal.UNITS,
    ),
    (
        *ordinals.COUNTED_IN,
        *beside.RULES,
        *parts.PARTS,
        *smallcase.PARTS,
        *parts.DAY_PARTS,
        *informal.PARTS,
        *named.BESIDE,
        *counted.RULES,
        *historical.STYLES,
        *repeats.OFTEN,
        *shorthand.NIGHTS,
        *terms.RULES,
        *messages.ON_A_DAY,
    ),
    (*parts.COMBINED, *hours.ON_DAYS, *spoken.COMBINED, *shorthand.FISCAL, *repeats.OPENING, *zoned.DAYS),
    (*ranges.RANGES, *fiscal.SPANS, *shorthand.SPANS, *messages.FROM_NOW),
    (*ranges.TIMED, *hours.TIMED, *repeats.TIMED, *schedules.RULES, *messages.REPEATED),
    (*latent.RULES, *shorthand.LATENT, *spoken.LATENT),
)


SIGNALS = Signals(
    relations={
        ("on",): Relation.WITHIN,
        ("in",): Relation.WITHIN,
        ("at",): Relation.WITHIN,
        ("during",): Relation.WITHIN,
        ("over",): Relation.WITHIN,
        ("within",): Relation.WITHIN,
        ("between",): Relation.WITHIN,
        ("for",): Relation.WITHIN,
        ("from",): Relation.SINCE,
        ("throughout",): Relation.EXTENT,
        ("since",): Relation.SINCE,
        ("ever", "since"): Relation.SINCE,
        ("until",): Relation.UNTIL,
        ("till",): Relation.UNTIL,
        ("up", "to"): Relation.UNTIL,
        ("up", "until"): Relation.UNTIL,
        ("before",): Relation.BEFORE,
        ("ahead", "of"): Relation.BEFORE,
        ("prior", "to"): Relation.BEFORE,
        ("after",): Relation.AFTER,
        ("following",): Relation.AFTER,
        ("by",): Relation.BY,
        **{(no, "later", "than"): Relation.BY for no in ("no", "not")},
        **{(no, early, "than"): Relation.FROM for no in ("no", "not") for early in ("earlier", "sooner")},
        ("on", "or", "before"): Relation.BY,
        ("on", "or", "after"): Relation.FROM,
    },
    leads=frozenset(
        (
            *((word,) for word in "back sometime only just toward towards starting beginning maybe perhaps".split()),
            *(("way", "back"), ("so", "far"), ("thus", "far"), ("some", "time"), ("sometime", "around")),
        )
    ),
    tails=frozenset((("sharp",), ("exactly",), ("precisely",), ("on", "the", "dot"), ("or", "so"), ("so", "far"))),
    boundaries=SUBORDINATORS - {"that"} | {"after", "before", "and", "but", "or", "said", "says"},
    sooner=frozenset(("forward", "up", "ahead", "earlier")),
    shifting=frozenset("adjourn postpone move reschedule extend delay bring push shift put defer".split()),
    cancelling=verbs.CALLED_OFF,
    postponing=frozenset("adjourn postpone reschedule delay defer".split()),
    away=frozenset(("off", "back", "forward", "over")),
    targets=frozenset(("to", "until", "till")),
    covering=frozenset(("for",)),
    possessives=frozenset(("'s",)),
    ages=frozenset(("at",)),
    ahead=frozenset(("in",)),
    throughout=frozenset(("during", "throughout")),
    inside=frozenset(("within",)),
    spread=frozenset(("between",)),
    awaited=frozenset(
        (
            ("ahead", "of"),
            *(("as", "soon", "as"), ("no", "later", "than"), ("not", "later", "than"), ("not", "before")),
            *((no, early, "than") for no in ("no", "not") for early in ("earlier", "sooner")),
            *(("on", "or", "before"), ("on", "or", "after")),
            *((noun, "for") for noun in ("warning", "warnings", "forecast", "tickets", "appointment", "plans")),
            *(("payable",), ("due",), ("due", "on"), ("due", "in"), ("due", "within"), ("maturing",), ("expiring",)),
        )
    ),
    having=frozenset(("have",)),
    effect=frozenset(("effective",)),
    booking=verbs.BOOKING,
    granting=frozenset("give allow grant have release free bail remand suspend ban exclude extend".split()),
    beginnings=frozenset("begin start open commence launch".split()),
    endings=verbs.ENDING,
    ended=ENDED,
    scheduled=SCHEDULED_NOUNS,
    origins=frozenset(("from",)),
    conditions=frozenset((("if",), ("unless",), ("provided",))),
    telling=frozenset((("when",),)),
    adding=frozenset(("with", "and", "plus", "including")),
    shares=frozenset(("of", them) for them in ("them", "which", "whom", "these", "those")),
    binders=frozenset(("of",)),
    owning=frozenset("admit confess plead".split()),
    judging=frozenset("accuse acquit arrest charge clear convict exonerate fine indict jail sentence suspect".split()),
    unlike=frozenset(("not",)),
    blockers=PREPOSITIONS | CONJUNCTIONS | SUBORDINATORS | DETERMINERS,
    apart=frozenset(("after", "before", "than", "by", "to", "from", "until", "of")),
    differing=frozenset(
        "behind earlier early late later less longer more older overdue short shorter shy sooner younger".split()
    ),
    comparisons=frozenset(
        (
            ("from",),
            ("than",),
            ("up", "on"),
            ("down", "on"),
            ("compared", "with"),
            ("compared", "to"),
            ("versus",),
            ("against",),
        )
    ),
    onward=frozenset((("on",), ("onward",), ("onwards",), ("forward",))),
    joiners=frozenset(("and", "or", ",", "&", "again", "then", "at")),
    conjoining=frozenset(("and", "or", "&")),
    ranks=frozenset(("first", "second", "third", "only", "last", "best", "worst", "most", "least")),
    turns=frozenset(("time", "occasion")),
    contrasts=frozenset((("up", "from"), ("down", "from"), ("compared", "with"), ("compared", "to"))),
    papers=frozenset(
        "letter letters minutes memo memorandum email report circular order resolution decree statement note notice".split()
    ),
    reporting=REPORTING,
    document=frozenset(("updated", "published", "posted", "copyright", "modified", "©")),
    outlooks=frozenset("forecast forecasts guidance outlook estimate estimates projection projections target targets".split()),
    indefinite=frozenset(("a", "an")),
    particles=PARTICLES,
    calls=frozenset(
        "all and blimey breaking dear everyone exclusive gain goal gosh hold hooray it oh ok okay penalty phew 's save so "
        "thanks that update well wicket wow yes".split()
    ),
    greetings=frozenset("afternoon day evening good hello hi morning welcome".split()),
    zoned=frozenset(("times",)),
    releases=frozenset(
        (("for", "release"), ("immediate", "release"), ("for", "publication"), ("embargoed", "until"), ("embargoed", "to"))
    ),
)


MAIL = MailWords(
    hints=(">", "From:", "wrote:", "wrote on"),
    attribution=r"On\b[^\n]{4,160}(?:\n[^\n]{1,120})?\bwrote:|[^\n]{1,80}\bwrote on\b[^\n]{4,80}:",
    senders=frozenset(("from",)),
    dated=frozenset(("date", "sent")),
    others=frozenset(("to", "cc", "bcc", "subject", "reply-to", "importance", "attachments")),
    minutes="(?:draft |approved |unconfirmed )?minutes?(?= of\\b)|(?:draft |approved |unconfirmed )?minutes"
    "|[^\n]{0,80}\\b(?:meeting|minutes|agm)(?=\\b[^\n]*\n(?:[^\n]*\n){0,8}?"
    "[^\n]{0,60}(?:(?:present|attendees|attending|in attendance|apologies|absent|roll call)[^\n]{0,8}:|"
    "called (?:the meeting )?to order))",
)


def ranker() -> Ranker:
    """What ranks the events that a time may date, its weights read on first use."""
    return ranking.load("en", link_features)


SEQUELS = Sequels(
    connectives=aspect.CONNECTIVES,
    clausal=aspect.CLAUSAL,
    ordering=aspect.ORDERING,
    taking_place=aspect.TAKING_PLACE,
    happening=aspect.HAPPENING,
    durative=aspect.DURATIVE,
    durative_nouns=aspect.DURATIVE_NOUNS,
    occasions=aspect.OCCASIONS,
    definite=aspect.DEFINITE,
)


def pack() -> Pack:
    """The English language pack."""
    lexicon = english_lexicon()
    return Pack(
        code="en",
        spelling=Orthography(
            words.ABBREVIATIONS,
            words.OPENERS,
            MAIL,
            decade="s",
            suffixes=words.SUFFIXES,
            halves=frozenset(("a.m", "p.m")),
            behind_halves=frozenset((*words.WEEKDAYS, *words.WEEKDAY_ABBREVIATIONS, *words.MONTHS, *NAMES, *words.ZONE_WORDS)),
            leads=words.TIME_LEADS,
        ),
        grammar=Grammar(LAYERS, lexicon, KINDS),
        triggers=Triggers(_trigger_words(lexicon), FIGURES),
        signals=SIGNALS,
        sequels=SEQUELS,
        is_name=is_name,
        analyse=analyse,
        parsed_by=parsed_by,
        glance=glance,
        find_events=find_events,
        ranker=ranker,
        miss=miss,
        corrected_words=frozenset((*words.WEEKDAYS, *words.WEEKDAY_ABBREVIATIONS, *words.MONTHS, "am", "pm")),
        function_words=DETERMINERS
        | PREPOSITIONS
        | PRONOUNS
        | CONJUNCTIONS
        | frozenset(("is", "are", "was", "were", "has", "have")),
        teller=labels.teller,
        synonyms=SYNONYMS,
    )


def _trigger_words(lexicon: Lexicon) -> frozenset[str]:
    """The words of times, without numbers and others that say no time by themselves."""
    holidays = {max(phrase.split(), key=len) for phrase in words.HOLIDAYS}
    known = (item for table in (lexicon.words, lexicon.proper) for item in table.items())
    telling = {word for word, classes in known if not classes.keys() <= _NO_TRIGGERS}
    return frozenset(word for word in words.TRIGGERS | holidays | telling if word.isalpha())


# Classes that say no time by themselves: a sentence with nothing else needs no reading.  An ordinal does not either, but for
# "on the twelfth he left", where the other words are everywhere.
_NO_TRIGGERS = frozenset(
    (
        "NUM CARDINAL TENS SCALE SCALES SOME FRACTION ORD HOURWORD LAST PRECEDING FOLLOWING ABOUT AM COMING NEXT "
        "EDGEWORD FIRSTHALF FIGUREWORD MODALWORD MINUTEWORD PRIORWORD FISCALWORD DATEDWORD YEARVERB MIDDLEWORD "
        "UNITLETTER FRACTIONSIGN CITY CITYFIRST CITYLAST ONWARD GOESON BEHINDTIME ZONEREGION HALFOF ONCEOF ONCEMORE OPEN "
        "CLOSE CAMPAIGN"
    ).split()
) | {f"{word.upper()}WORD" for word in words.EVERYDAY | words.EVERYDAY_NAMES}
# Figures that can be a time without any word of time beside them: years, clock times, dates, decades, ordinals, quarters.
FIGURES = (
    r"\d(?:\d{3}|[:/]\d|[.-]\d+[.-]\d|0s\b|(?:st|nd|rd|th)\b|\s?[ap]\.?m|\s?[bc]\.\s?[ce]|(?<=['’]\d)\d"
    r"|(?<=[qhw]\d)|(?<=\b0)\d\.[0-5]\d\b|[qh]\s?['’]?\d)|c\.?\d{4}|[ap]\.m\.|a\.d\."
)
