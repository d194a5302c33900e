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
