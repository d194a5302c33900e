"""Rules for references, which are never a date: now, recently, long ago, in the near future."""

from __future__ import annotations

from timeline.grammar.matching import Rule
from timeline.grammar.meanings import Refers

RULES = (
    Rule(
        name="the other day",
        pattern="the other day|night|week",
        means=lambda: Refers("PAST_REF"),
        examples={"the other day": "PAST_REF"},
    ),
    Rule(
        name="now",
        pattern="<!from> PRESENTWORD <!that>",
        means=lambda: Refers("PRESENT_REF"),
        examples={"now": "PRESENT_REF", "is [currently] working": "PRESENT_REF"},
    ),
    Rule(
        name="at present",
        pattern="<at> present",
        means=lambda: Refers("PRESENT_REF"),
        examples={"at [present]": "PRESENT_REF"},
    ),
    Rule(
        name="at the moment",
        pattern="<at> the moment <!of|when|that>",
        means=lambda: Refers("PRESENT_REF"),
        examples={"at [the moment]": "PRESENT_REF"},
    ),
    Rule(
        name="recently",
        pattern="PASTWORD",
        means=lambda: Refers("PAST_REF"),
        examples={"recently": "PAST_REF"},
    ),
    Rule(
        name="previously",
        pattern="PRIORWORD <!-|than>",
        means=lambda: Refers("PAST_REF"),
        examples={"he had [previously] worked there": "PAST_REF"},
        never=("a previously-owned car",),
        latent=True,  # it tells of something earlier, and nearly nobody would call it a time
    ),
    Rule(
        name="once",
        pattern="<ONCEOF> once <!ONCEMORE|->",
        means=lambda: Refers("PAST_REF"),
        examples={
            "the mill was [once] busy": "PAST_REF",
            "she [once] lived there": "PAST_REF",
            "he was [once] a teacher": "PAST_REF",
        },
        never=("once you arrive", "it was once again shut", "he met her only once", "it is once a week", "it was once daily"),
        latent=True,
    ),
    Rule(
        name="soon",
        pattern="FUTUREWORD <!WORD|after|before|as|afterwards|afterward|thereafter>",
        means=lambda: Refers("FUTURE_REF"),
        examples={"soon": "FUTURE_REF"},
        never=("shortly after noon", "shortly afterwards they left", "she may leave as soon as they call"),
    ),
    Rule(
        name="current",
        pattern="current <WORD|NAME>",
        means=lambda: Refers("PRESENT_REF"),
        examples={"the [current] situation": "PRESENT_REF"},
    ),
    Rule(
        name="recent",
        pattern="recent <WORD|NAME>",
        means=lambda: Refers("PAST_REF"),
        examples={"a [recent] sale": "PAST_REF"},
        latent=True,  # of three in four nobody would say that they tell a time
    ),
    Rule(
        name="the past",
        pattern="<in|of|from> the past <!WORD|NUM|UNITNAME|SOME|SEASONNAME>",
        means=lambda: Refers("PAST_REF"),
        examples={"in [the past]": "PAST_REF"},
    ),
    Rule(
        name="the future",
        pattern="<in|into|for> the near|foreseeable? future",
        means=lambda: Refers("FUTURE_REF"),
        examples={"in [the future]": "FUTURE_REF", "in [the near future]": "FUTURE_REF"},
    ),
    Rule(
        name="the future, by itself",
        pattern="the future <!of|WORD|NAME|->",
        means=lambda: Refers("FUTURE_REF"),
        examples={"they talked about [the future].": "FUTURE_REF"},
        never=("the future of the firm", "the future bride"),
    ),
    Rule(
        name="the term",
        pattern="<in|over|for|of> the near|short|long -? term <!WORD|NAME>",
        means=lambda: Refers("FUTURE_REF"),
        examples={"in [the near term]": "FUTURE_REF"},
        never=("in the long-term lot",),
    ),
    Rule(
        name="coming units, bare",
        pattern="<in|over|for|during> COMING|future UNITS",
        means=lambda: Refers("FUTURE_REF"),
        examples={"in [coming months]": "FUTURE_REF"},
    ),
    Rule(
        name="right now",
        pattern="right now",
        means=lambda: Refers("PRESENT_REF"),
        examples={"right now": "PRESENT_REF"},
    ),
    Rule(
        name="long ago",
        pattern="not? so|too? long ago",
        means=lambda: Refers("PAST_REF"),
        examples={"long ago": "PAST_REF", "not so long ago": "PAST_REF"},
    ),
    Rule(
        name="some time ago",
        pattern="some|a long|short|little? time|while|moment ago|back",
        means=lambda: Refers("PAST_REF"),
        examples={"some time ago": "PAST_REF", "a long time ago": "PAST_REF", "a while ago": "PAST_REF"},
    ),
    Rule(
        name="moments ago",
        pattern="moments|ages ago",
        means=lambda: Refers("PAST_REF"),
        examples={"moments ago": "PAST_REF"},
    ),
    Rule(
        name="these days",
        pattern="these days",
        means=lambda: Refers("PRESENT_REF"),
        examples={"these days": "PRESENT_REF"},
    ),
    Rule(
        name="as soon as possible",
        pattern="as soon as possible",
        means=lambda: Refers("FUTURE_REF"),
        examples={"as soon as possible": "FUTURE_REF"},
    ),
    Rule(
        name="asap",
        pattern="asap <!WORD|NAME|->",
        means=lambda: Refers("FUTURE_REF"),
        examples={"call me [ASAP]!": "FUTURE_REF"},
        never=("ASAP Rocky sang",),
    ),
    Rule(
        name="the present day",
        pattern="the present day|time|moment <!of|WORD|NAME|-|'s>",
        means=lambda: Refers("PRESENT_REF"),
        examples={"up to [the present day]": "PRESENT_REF"},
        never=("the present time of year",),
    ),
    Rule(
        name="present-day, attributive",
        pattern="present|MODERNWORD - day <WORD|NAME>",
        means=lambda: Refers("PRESENT_REF"),
        examples={"in [present-day] Turkey": "PRESENT_REF", "a harbour of [modern-day] Kent": "PRESENT_REF"},
        never=("the present day shift",),
    ),
    Rule(
        name="at this point in time",
        pattern="<at> this POINTWORD|moment in time <!of|WORD|NAME>",
        means=lambda: Refers("PRESENT_REF"),
        examples={"at [this point in time]": "PRESENT_REF"},
        never=("at this point of the river", "at this point he left"),
    ),
    Rule(
        name="the time being",
        pattern="<for> the time BEINGWORD",
        means=lambda: Refers("PRESENT_REF"),
        examples={"for [the time being]": "PRESENT_REF"},
    ),
    Rule(
        name="those days",
        pattern="<in|of|from|back> those days <!of|WORD|NAME|when>",
        means=lambda: Refers("PAST_REF"),
        examples={"in [those days]": "PAST_REF"},
        never=("on those days when it rains",),
        latent=True,
    ),
    Rule(
        name="someday",
        pattern="someday <!WORD|NAME|->",
        means=lambda: Refers("FUTURE_REF"),
        examples={"[someday], he will": "FUTURE_REF"},
        never=("a someday project",),
        latent=True,  # it tells of hope rather than of time
    ),
    Rule(
        name="some day",
        pattern="some day <!WORD|NAME|of|-|soon>",
        means=lambda: Refers("FUTURE_REF"),
        examples={"[some day], he will": "FUTURE_REF"},
        never=("some day trips", "some days"),
        latent=True,
    ),
    Rule(
        name="sometime soon",
        pattern="sometime|someday soon",
        means=lambda: Refers("FUTURE_REF"),
        examples={"[sometime soon]": "FUTURE_REF"},
    ),
    Rule(
        name="any day now",
        pattern="ANYWORD day|minute|moment|time now",
        means=lambda: Refers("FUTURE_REF"),
        examples={"[any day now]": "FUTURE_REF"},
    ),
    Rule(
        name="the distant past",
        pattern="the DISTANTWORD|REMOTEWORD|recent past <!WORD|NAME>",
        means=lambda: Refers("PAST_REF"),
        examples={"in [the distant past]": "PAST_REF"},
        never=("the recent past issue",),
    ),
    Rule(
        name="the not too distant future",
        pattern="the ( not -? too|so -? )? DISTANTWORD future <!of|WORD|NAME>",
        means=lambda: Refers("FUTURE_REF"),
        examples={"in [the not too distant future]": "FUTURE_REF", "in [the distant future]": "FUTURE_REF"},
    ),
    Rule(
        name="before long",
        pattern="before long <!WORD|NAME|the|a|-|NUM>",
        means=lambda: Refers("FUTURE_REF"),
        examples={"[before long]": "FUTURE_REF"},
        never=("before long the river froze", "before long talks"),
        latent=True,  # in a story it is only "soon after"
    ),
    Rule(
        name="a later date",
        pattern="a later|future date|time",
        means=lambda: Refers("FUTURE_REF"),
        examples={"at [a later date]": "FUTURE_REF"},
    ),
    Rule(
        name="units to come",
        pattern="the UNITS ahead <!of>",
        means=lambda: Refers("FUTURE_REF"),
        examples={"in [the months ahead]": "FUTURE_REF"},
    ),
    Rule(
        name="units that are to come",
        pattern="the UNITS to come",
        means=lambda: Refers("FUTURE_REF"),
        examples={"in [the years to come]": "FUTURE_REF"},
    ),
    Rule(
        name="recent years",
        pattern="recent UNITS",
        means=lambda: Refers("PAST_REF"),
        examples={"in [recent years]": "PAST_REF"},
    ),
)
