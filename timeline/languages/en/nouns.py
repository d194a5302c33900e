"""English nouns that name events, and words that cannot end or begin a noun phrase."""

from __future__ import annotations

_NOUNS = """
accident acquisition agreement announcement appearance appointment arrest arrival assassination assault attack auction
ballot battle birth blast bombing briefing burial call campaign celebration ceasefire celebration ceremony
championship clash closure collapse collision commemoration concert conclave conference conflict consultation contest
convention conviction coronation coup crackdown crash cut deadline deal death debate debut decision declaration
default defeat delivery demonstration departure derailment detention dinner disappearance discovery discussion
disaster dismissal dispute drill drop earthquake election engagement enlistment eruption escape evacuation event exam
execution exercise exhibition expansion expiry explosion fair famine festival fight fighting fire flight flood forum
funeral game genocide hearing heist holiday hurricane inauguration incident increase independence independence inquiry
inspection interview invasion inspection investigation kickoff killing landing landslide launch lecture legislation
liberation lockdown loss lunch marathon march marriage massacre match meeting merger mission murder negotiation
offensive opening operation outage outbreak parade partition party performance plunge poll premiere presentation probe
procession protest purchase race raid rally rebellion reception recession reconstruction referendum reform release
renovation report resignation retirement retreat return revolt revolution rise riot robbery rollout round ruling sale
seizure seminar sentencing session settlement shooting show shutdown siege signing sitting slump speech spill
statement storm strike summit surge surrender surgery surrender survey takeover talk test testimony tour tournament
trial treaty trip uprising verdict visit vote walkout war warning wedding withdrawal workshop
"""


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


# form -> lemma
EVENT_NOUNS = {form: noun for noun in _NOUNS.split() for form in (noun, _plural(noun))}

# what is planned: "will attend Friday's meeting" is to come, "will fight Friday's ruling" is not
SCHEDULED_NOUNS = frozenset(
    (
        "ballot briefing ceremony concert conference congress contest convention debate dinner drill election exam exhibition "
        "festival final funeral game hearing inauguration lecture lunch marathon match meeting opening party poll "
        "premiere race rally referendum reception screening seminar session show speech sitting summit talk test "
        "tournament trial visit vote wedding workshop"
    ).split()
)

DETERMINERS = frozenset(
    (
        "a an the this that these those his her its their our my your no any some each every another such what which "
        "whose all both "
        "several few many more most other"
    ).split()
)
PRONOUNS = frozenset("i you he she it we they who which that this these those there".split())
PREPOSITIONS = frozenset(
    (
        "of in on at by for with from to into onto over under between among about against during before after since "
        "until till through "
        "throughout within without across along around behind beyond near off per than toward towards upon via amid "
        "despite following "
        "ahead as like because up out down inside outside regarding"
    ).split()
)
CONJUNCTIONS = frozenset("and or but nor".split())
SUBORDINATORS = frozenset(
    "that which who whom whose when while where because although though if unless whereas whether as once".split()
)
