"""English words that decide how far a sentence asserts an event: denials, doubts, failures, plans."""

from __future__ import annotations

from timeline.languages.en import verbs

MARKS_BETWEEN = frozenset((";", ":", "–", "—", "-"))  # a question after one asks nothing about what stands before

DENYING = frozenset(
    "deny refute rebut retract recant disown dispute contest contradict disprove repudiate disavow".split()
)
DISMISSING = DENYING | frozenset("reject dismiss withdraw debunk discredit rubbish scotch quash".split())
ASKING = frozenset(
    "ask wonder inquire enquire question investigate doubt debate consider establish determine examine check unclear unknown "
    "uncertain mystery guess".split()
)
DOUBTS = frozenset("evidence sign proof indication record suggestion trace hint".split())
UNSETTLED = frozenset(
    "believe think expect confirm agree prove establish show accept find conclude decide".split()
)  # not ..
TRUE = frozenset("true correct case right so".split())
UNTRUE = frozenset(
    (
        "false untrue wrong baseless unfounded groundless fake bogus hoax invention fabrication forgery myth fiction lie "
        "nonsense mistaken"
    ).split()
)
WRONGLY = frozenset("wrongly falsely mistakenly wrongfully erroneously".split())
NOBODY = frozenset("nobody none neither nothing nowhere nor".split())
SCARCELY = frozenset("nearly almost barely narrowly hardly scarcely".split())
FAILING = frozenset("fail refuse decline forget neglect omit".split())
HINDERING = frozenset("prevent stop bar ban prohibit keep deter dissuade save spare".split())  # ".. from"
UNDOING = frozenset(  # what is done to an event so that it does not take place
    (
        "reject refuse decline cancel postpone abandon scrap shelve ditch block veto ban prevent avoid avert escape thwart "
        "foil suspend drop forgo spare rule halt miss lack skip axe"
    ).split()
)
CLEARING = frozenset("clear acquit exonerate absolve".split())  # ".. of"
TURNING_DOWN = frozenset(  # verbs that with a particle keep an event from taking place
    (
        ("turn", "down"),
        ("back", "out"),
        ("rule", "out"),
        ("vote", "down"),
        ("pull", "out"),
        ("throw", "out"),
        ("call", "off"),
    )
    + (("put", "off"), ("fall", "through"), ("opt", "out"), ("break", "off"), ("give", "up"))
)
TRYING = frozenset("try attempt seek struggle bid effort".split())
UNSUCCESSFUL = frozenset("unsuccessful vain failed futile abortive fruitless".split())
COLLAPSING = frozenset("fail collapse lapse founder flop stall fizzle".split())
HEARSAY = frozenset("allegedly reportedly purportedly supposedly apparently ostensibly".split())
ALLEGED = frozenset("alleged purported supposed reported rumoured rumored suspected claimed unconfirmed called".split())
MERELY_POSSIBLE = frozenset("may might could can".split())
PERHAPS = frozenset("perhaps possibly maybe probably likely conceivably presumably".split())
THREATENING = frozenset(
    "threaten consider contemplate risk warn fear threat possibility option seem appear mull".split()
)
POSSIBLE_FRAMES = frozenset("possible likely conceivable possibility chance risk probable plausible danger".split())
CONDITIONAL_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "in the event of|in case|as long as|so long as|subject to|assuming|supposing|on condition that|on the condition that|"
        "but for|only if|depending on|provided|providing|dependent on|conditional on|contingent on"
    ).split("|")
)
CONDITIONAL_WORDS = frozenset(max(phrase, key=len) for phrase in CONDITIONAL_PHRASES)  # the one that tells in each
POSSIBLE_NOUNS = frozenset("possible potential threatened likely feared".split())
PLANNING = verbs.PLANNING | frozenset("order urge ask tell instruct require oblige schedule call mean want due".split())
LOOKING_FOR = frozenset(  # ".. for", ".. on": what is hoped for has not come
    "bet gamble bank count hope wait prepare brace call press push lobby campaign appeal long plead ready".split()
)
PLANS = frozenset("plan proposal decision promise pledge order intention hope offer agreement deadline".split())
DUE = frozenset("due expected planned scheduled".split())  # right after a noun: "report due"
PLANNED_NOUNS = frozenset("planned proposed scheduled expected upcoming forthcoming future next due".split())
UNDONE_NOUNS = frozenset("cancelled canceled postponed attempted aborted abandoned would-be failed averted".split())
