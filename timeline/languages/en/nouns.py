"""English nouns that name events, and words that cannot end or begin a noun phrase."""

from __future__ import annotations

_NOUNS = """
abdication abduction abolition accession accident acquisition acquittal adoption agreement ambush amendment annexation
anniversary announcement appeal appearance appointment approval armistice arrest arrival assassination assault attack
auction audit award ballot ban bankruptcy banquet barbecue battle beheading birth blast bombing boom boycott breach
breakdown breakfast breakthrough briefing broadcast burglary burial bust buyout call campaign cancellation carnival
ceasefire celebration census ceremony championship chase christening clash cleanup closing closure collapse collision
colloquium comeback commemoration commencement commissioning competition completion concert conclave condemnation
conference confirmation conflict confrontation conquest consecration consultation contest contraction convention
conviction coronation counterattack coup crackdown crash cruise curfew cut cyclone deadline deal death debate
debut decision declaration default defeat defection deforestation deliberation delivery demolition demonstration
demotion departure deployment deposition derailment destruction detention devaluation dinner disappearance disaster
discharge discovery discussion dismissal dispute disruption dissolution divorce donation drill drop drought duel
earthquake eclipse ejection election enactment encounter engagement enlistment enquiry eruption escape evacuation
event eviction exam examination excavation exchange excursion execution exercise exhibition exodus expansion
expedition experiment expiry explosion expropriation expulsion extension extinction extradition fair famine feast
festival fete fight fighting filing fire fireworks flight flood flooding forum founding freeze fundraiser funeral gala
game gathering genocide graduation groundbreaking handover hearing heist hijacking hike holiday hunt hurricane
impeachment imprisonment inauguration incident incorporation increase incursion independence induction infection
initiation inquiry inspection installation insurrection interruption intervention interview invasion investigation
irruption journey kickoff kidnapping killing landing landslide launch lawsuit layoff lecture legislation lesson
liberation lifting lockdown loss lunch lynching maintenance marathon march marriage massacre match meal meeting merger
migration mission mobilisation mobilization monsoon move murder mutiny nationalisation nationalization negotiation
nomination offensive operation ordination outage outbreak outing overthrow pageant pandemic parade parole
partition party payment payout performance picnic pilgrimage plague plebiscite plunge pogrom poll premiere
presentation preview privatisation privatization probe procession promotion prosecution protest publication pull-out
purchase purge quake quarantine quarrel quiz race raid rally rebellion rebuilding recall reception recession recital
reconstruction redesign referendum reform regatta registration rehearsal reign reinstatement relaunch release
relocation renewal renovation reopening repair repeal replacement report reshuffle resignation restoration
restructuring resumption retirement retreat retrial return reunion revamp revival revolt revolution riot rise robbery
rollout round ruling sabotage sale screening search secession seizure seminar sentencing separation session settlement
shake-up shipment shooting show shutdown siege signing sitting skirmish slowdown slump speech spill spin-off split
stabbing stampede statement storm strike stroll submission succession suicide summit summons surge surgery surrender
survey suspension swap swearing-in symposium takeoff takeover talk tasting test testimony theft thunderstorm tour
tournament tragedy training transfer transition treaty trek tremor trial trip tsunami tutorial typhoon unification
unveiling upgrade upheaval uprising vaccination verdict victory vigil visit vote voting voyage walk walkout war
warning webinar wedding wildfire win withdrawal workshop wrangle
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
        "agm ballot banquet briefing ceremony concert conference congress contest convention debate delivery dinner drill "
        "election exam exhibition festival final flight funeral game hearing inauguration lecture lunch marathon match "
        "meeting opening party poll premiere race rally reception referendum sailing screening seminar session show "
        "sitting speech summit talk test timetable tournament trial visit vote wedding workshop"
    ).split()
)

# Nouns in -ing that name things, not what happens.
THINGS = frozenset(
    (
        "awning bearing bedding being building carving casing ceiling clothing coating crossing cutting drawing "
        "dressing dwelling earring engraving evening fencing filling flooring footing fitting gearing heading housing icing "
        "king lining lodging morning moulding offspring painting paving piping plating railing ring roofing saying "
        "scaffolding setting siding spring stocking string stuffing surrounding swing thing topping tubing wing wiring"
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
