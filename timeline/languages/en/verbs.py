"""English verbs: their forms, and the classes that matter for time.

A form is known by the tags it can have (Penn treebank: VB, VBZ, VBD, VBN, VBG) and its lemma.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

# lemma, past, participle (the past where it is not given)
_IRREGULAR = """
arise arose arisen, bear bore born, beat beat beaten, become became become, begin began begun, bid bid, bind bound,
bite bit bitten, bleed bled, blow blew blown, break broke broken, bring brought, broadcast broadcast, build built,
burn burnt, buy bought, catch caught, choose chose chosen, come came come, cost cost, cut cut, deal dealt, dig dug,
draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight
fought, find found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave
forgiven, freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown, hang hung, hear heard,
hide hid hidden, hit hit, hold held, hurt hurt, keep kept, know knew known, lay laid, lead led, leap leapt, leave
left, lend lent, let let, lie lay lain, lose lost, make made, mean meant, meet met, overtake overtook overtaken,
overthrow overthrew overthrown, pay paid, put put, quit quit, read read, ride rode ridden, ring rang rung, rise rose
risen, run ran run, say said, see saw seen, seek sought, sell sold, send sent, set set, shake shook shaken, shed shed,
shine shone, shoot shot, show showed shown, shrink shrank shrunk, shut shut, sing sang sung, sink sank sunk, sit sat,
sleep slept, slide slid, speak spoke spoken, spend spent, spin spun, split split, spread spread, stand stood, steal
stole stolen, stick stuck, strike struck, swear swore sworn, sweep swept, swim swam swum, swing swung, take took
taken, teach taught, tear tore torn, tell told, think thought, throw threw thrown, understand understood, undergo
underwent undergone, undertake undertook undertaken, uphold upheld, wake woke woken, wear wore worn, win won, withdraw
withdrew withdrawn, write wrote written, rebuild rebuilt, resell resold, retell retold, remake remade, rewrite rewrote
rewritten, retake retook retaken, rerun reran rerun, redraw redrew redrawn, repay repaid, overcome overcame overcome,
oversee oversaw overseen, override overrode overridden, overrun overran overrun, foresee foresaw foreseen, mislead misled,
mistake mistook mistaken, misunderstand misunderstood, outsell outsold, undo undid undone, withhold withheld, withstand
withstood
"""
_REGULAR = """
abandon abduct abolish accept accuse acquire acquit act add address adjourn admit adopt advance advise agree aim air
allege allow alter amend amount analyse announce answer apologise apologize appeal appear appoint approach approve
argue arm arrange arrest arrive ask assassinate assault assess assist assume attack attempt attend attract attribute
auction award back ban bar battle believe belong benefit betray blame block board bomb boost born borrow brief burst
bury call campaign cancel capture care carry cast cause cease celebrate challenge change charge chase check claim
clash clear climb close collapse collect combine command commence comment commit compare compete complain complete
conclude condemn conduct confess confirm confront connect conquer consider consist construct consult contact contain
contend continue contract contribute control convene convict cooperate cover crash create criticise criticize cross
crown dance damage debate decide declare decline decrease defeat defect defend delay deliver delve demand demonstrate
deny depart depend deploy depose descend describe deserve design destroy detain deteriorate determine detonate develop
devote die differ direct disappear disclose discover discuss dismiss dispatch display dissolve divide divorce donate
double downgrade draft drag drift drop drown earn ease edit educate elect eliminate emerge employ enable encounter
encourage end endorse engage enjoy enlist enter escalate escape establish estimate evacuate evolve examine exceed
exchange execute exist expand expect expel experience expire explain explode explore export express extend face fail
favor favour fear file fill finance finish fire fix flood flow focus follow force form found free fuel fund gain
gather generate govern grab graduate grant greet guarantee guard handle happen head help hire hope host identify
ignore impeach implement imply import impose improve inaugurate include increase indicate indict inform injure inspect
install intend intensify intervene introduce invade invent invest investigate invite involve issue join judge jump
justify kick kidnap kill knock label lack land last launch leak learn like limit link list listen live load lock look
loot love lower maintain manage march mark marry match matter merge migrate miss move murder name negotiate nominate
note notice notify obey observe obtain occupy occur offer open operate oppose order organise organize oust outline
overturn own pardon park participate pass patrol peak perform permit persuade pick place plan plant play plead pledge
plot plunge point post postpone pour praise pray predict prefer prepare present preserve press prevent proceed produce
profit prolong promise promote prompt propose prosecute protect protest prove provide publish pull punish purchase
pursue push qualify question race raid rain raise rally range reach react realise realize rebel rebuild recall receive
recognise recognize recommend record recover recruit reduce refer reflect reform refuse regain register regret reject
relate release rely relieve remain remember remind remove renew reopen repair repeat repeal replace reply report
represent request require rescue resign resist resolve respond rest restore restrict result resume retain retire
retreat return reveal review revise revoke reward rule sack sail sanction save schedule score scrap shelve seal search
secure seem seize select separate serve settle share shell shift sign signal slip slow smash snow soar solve sound
spark speculate stab stage start state stay stop storm strengthen stress struggle study submit succeed suffer suggest
summon supply support suppose surge surprise surrender survive suspect suspend sustain switch tackle talk target tend
term terminate test testify thank threaten tour trace track trade train transfer transform translate transmit travel
treat trigger try turn uncover unite unveil update urge use vacate value vanish veto view violate visit vote vow wait
walk want warn wash watch weaken weigh welcome widen wish witness work worry wound wreck yield
"""

REPORTING = frozenset(
    (
        "say tell report announce allege claim deny confirm add state argue accuse warn note explain declare reveal "
        "disclose admit "
        "suggest predict testify insist comment complain reply respond acknowledge describe speculate contend write "
        "estimate stress"
    ).split()
)
PERCEPTION = frozenset("see hear watch notice observe feel witness view listen look".split())
ASPECTUAL = frozenset(
    "begin start end finish continue stop resume cease commence complete conclude launch proceed last keep".split()
)
I_STATE = frozenset(
    (
        "believe think expect want hope plan fear intend wish like love need suspect consider suppose know "
        "worry prefer seem understand mean"
    ).split()
)
I_ACTION = frozenset(
    (
        "try attempt agree promise decide offer refuse urge order vow seek ask request demand propose pledge threaten "
        "persuade help "
        "allow force prevent delay postpone cancel avoid investigate schedule fail manage swear forbid order call "
        "prepare"
    ).split()
)
STATE = frozenset(
    "be remain live own belong exist contain consist depend stay have lack include involve cost weigh seem know".split()
)
LIGHT = frozenset(
    (
        "hold have take make give conduct host attend engage stage carry undergo undertake launch begin start "
        "open resume end"
    ).split()
)
# Verbs of things that are set beforehand: in a headline their present tells of what is to come.
SCHEDULED = frozenset(
    (
        "meet begin start open close vote visit host play face arrive leave return launch air resume speak address go end "
        "reopen premiere debut kick take hold run expire convene testify depart hear decide travel entertain welcome head "
        "fly sail"
    ).split()
)
# What takes at most a day.
PUNCTUAL = frozenset(
    (
        "resign die arrive sign announce win lose elect appoint marry arrest explode crash name nominate bear kill shoot "
        "retire depart assassinate behead hang divorce graduate declare inaugurate crown abdicate surrender sink collapse "
        "strike hit say tell"
    ).split()
)
# Verbs that need an object in the active, so that a past of them without one is passive: "was arrested and charged".
TRANSITIVE = frozenset(
    (
        "abolish accuse acquire acquit adopt amend appoint approve arrest assassinate auction award ban bail baptise "
        "baptize behead build bury cancel capture charge clear commission confiscate confirm construct convict crown "
        "damage decommission dedicate deport destroy detain digitise digitize demolish discharge discover dismiss elect "
        "enact enlarge evacuate exile exhume execute expel extradite fine found hang hospitalise hospitalize identify "
        "impeach impound imprison injure inaugurate install interrogate introduce jail kidnap knight launch murder name "
        "nominate ordain overthrow overturn pardon poison postpone promote publish question ratify rebuild recapture "
        "recover re-elect reelect refurbish reinstate reject release remand remove rename renovate repair repeal replace "
        "rescue restore review sack sell sentence shelve shoot stab suspend translate try unveil wound"
    ).split()
)
# be/expected + to: words that turn a verb to the future.
PROSPECTIVE = frozenset(
    "set due expected scheduled going about planned slated poised likely bound supposed ready certain sure".split()
)
# Verbs that say of an event whether it will take place; their own tense tells nothing of its date.
SCHEDULING = frozenset("cancel postpone schedule plan set delay abandon scrap shelve announce fix".split())
LOOKING_AHEAD = frozenset(
    "declare set extend postpone schedule announce authorize authorise plan fix reschedule delay move defer".split()
)
CALLED_OFF = frozenset("cancel postpone abandon scrap shelve suspend avert withdraw".split())
SET_FOR = frozenset("plan schedule list slate set fix book arrange".split())  # "the talk planned for 9 October"
# Verbs of what is told beforehand for a time: "a warning issued for Thursday".
BOOKING = SET_FOR | frozenset(
    "issue reserve forecast predict organise organize invite summon call tip earmark".split()
)
ENDING = frozenset("end finish close conclude stop expire".split())
# Verbs that say what is to be done: "proposed that the fair be held".
MANDATING = frozenset(
    "propose demand insist recommend suggest resolve order request ask require move agree urge decide decree direct advise "
    "instruct stipulate rule vote beg desire command".split()
)
MANDATES = frozenset(  # and nouns
    "proposal demand insistence recommendation suggestion resolution order request requirement motion decree ruling "
    "condition advice".split()
)
AWAITED = frozenset("expect anticipate forecast project target await".split())
PLANNING = frozenset(
    (
        "plan intend hope want expect aim prepare promise agree vow pledge decide propose threaten schedule "
        "seek wish offer need vote resolve order require instruct"
    ).split()
)

BE = MappingProxyType(
    {
        "am": "VBP",
        "is": "VBZ",
        "are": "VBP",
        "was": "VBD",
        "were": "VBD",
        "be": "VB",
        "been": "VBN",
        "being": "VBG",
        "'m": "VBP",
        "'re": "VBP",
    }
)
HAVE = MappingProxyType({"have": "VBP", "has": "VBZ", "had": "VBD", "having": "VBG", "'ve": "VBP"})
DO = MappingProxyType({"do": "VBP", "does": "VBZ", "did": "VBD"})
FINITE = frozenset(("VBZ", "VBD", "VBP"))  # tags of forms that can be the verb of a sentence
MODALS = frozenset("will would shall should can could may might must 'll 'd wo ca sha".split())
FUTURE_MODALS = frozenset("will shall 'll wo sha".split())
NEGATIONS = frozenset(("not", "n't", "never", "neither", "nor"))


def _past(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if lemma in _DOUBLING else "") + "ed"


def _gerund(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if lemma in _DOUBLING else "") + "ing"


def _third(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


_DOUBLING = frozenset(
    (
        "acquit admit ban bar begin bid bet commit control cut drag drop equip expel fit forget get grab hit kidnap let "
        "occur permit plan plot "
        "prefer put quit refer regret rob run set shed shut sit slip spin split stab step stop submit scrap swim "
        "transfer transmit trap win"
    ).split()
)


def _forms() -> Iterator[tuple[str, str, str]]:
    for entry in _IRREGULAR.replace("\n", " ").split(","):
        lemma, past, *rest = entry.split()
        yield from ((lemma, "VB", lemma), (_third(lemma), "VBZ", lemma), (_gerund(lemma), "VBG", lemma))
        yield past, "VBD", lemma
        yield (rest[0] if rest else past), "VBN", lemma
    for lemma in _REGULAR.split():
        yield from ((lemma, "VB", lemma), (_third(lemma), "VBZ", lemma), (_gerund(lemma), "VBG", lemma))
        yield from ((_past(lemma), "VBD", lemma), (_past(lemma), "VBN", lemma))
        if lemma.endswith(("cel", "vel", "bel", "nal", "tal", "del", "sel", "rol")):  # travelled and traveled
            yield from ((lemma + "led", "VBD", lemma), (lemma + "led", "VBN", lemma), (lemma + "ling", "VBG", lemma))


def _table() -> Mapping[str, Mapping[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for form, tag, lemma in _forms():
        table.setdefault(form, {})[tag] = lemma
    return MappingProxyType({form: MappingProxyType(tags) for form, tags in table.items()})


FORMS = _table()

# Third persons of verbs that are no nouns: never a plural.
ONLY_VERBS = frozenset(
    _third(lemma)
    for lemma in """
abduct abolish accept accuse acquire acquit adjourn admit adopt advise agree allege allow alter amend analyse announce
apologise apologize appear appoint approve argue arise arrange arrive ask assassinate assess assume attend attract
become begin believe belong betray bring bury celebrate choose close commence commit compete complain complete conclude
condemn confess confirm confront connect conquer consider consist contain contend continue contribute convene
cooperate create criticise criticize decide declare defend deliver delve demonstrate deny depart depend deploy depose
descend describe deserve destroy detain deteriorate determine detonate develop devote differ disappear disclose
discover discuss dismiss donate earn educate eliminate emerge enable encourage endorse engage enjoy enlist enter
escalate establish evacuate evolve exceed expand expect expel expire explain explode explore extend fail finish flee follow
forbid forget forgive generate govern happen hear identify ignore impeach imply impose improve inaugurate include
indicate indict inform injure inspect install intend intensify intervene introduce invade invent invest investigate
involve justify kidnap learn lend listen lose maintain manage marry merge migrate negotiate nominate notify obey
observe obtain occupy occur operate oppose organise organize overtake participate perform persuade plead postpone
predict prefer prepare prevent proceed prolong propose prosecute protect prove provide publish punish pursue qualify
realise realize rebuild receive recognise recognize recommend recover reduce refer regain relate relieve rely remain
remember remind renew reopen replace represent require resign resist respond restore resume restrict retain retire reveal
seem seize select send solve speak speculate strengthen submit succeed suffer suggest summon suppose survive suspend
sustain swear tend terminate testify threaten transform translate transmit uncover undergo understand undertake unite
unveil uphold vacate vanish violate weaken widen withdraw write
""".split()
)


def verb_tags(form: str) -> Mapping[str, str]:
    """The tags that a lower-case form can have as a verb, with its lemma under each.

    >>> dict(verb_tags("met")), dict(verb_tags("exacerbated"))
    ({'VBD': 'meet', 'VBN': 'meet'}, {'VBD': 'exacerbate', 'VBN': 'exacerbate'})
    """
    known = FORMS.get(form)
    if known is not None:
        return known
    if len(form) > 4 and form.endswith("ed") and form not in _NOT_PAST:
        stem = form[:-2]
        lemma = form[:-3] + "y" if form.endswith("ied") else stem if stem.endswith(_PLAIN_ENDS) else stem + "e"
        return {"VBD": lemma, "VBN": lemma}
    return {}


_PLAIN_ENDS = (
    "ss",
    "er",
    "en",
    "nd",
    "nt",
    "ct",
    "st",
    "sh",
    "ch",
    "ck",
    "ow",
    "ll",
    "ft",
    "pt",
    "rt",
    "lt",
    "ain",
    "ail",
    "ook",
    "op",
    "it",
    "al",
    "or",
)
_NOT_PAST = frozenset(
    "hundred indeed embed biped sacred naked wicked rugged unmanned unprecedented seabed infrared bloodshed".split()
)


def verb_class(lemma: str) -> str:
    """The TimeML class that a verb mostly has, by the lists.

    >>> verb_class("say"), verb_class("meet")
    ('REPORTING', 'OCCURRENCE')
    """
    return _CLASSES.get(lemma, "OCCURRENCE")


_CLASSES = MappingProxyType(
    {
        lemma: name
        for name, lemmas in (
            ("STATE", STATE),
            ("I_ACTION", I_ACTION),
            ("I_STATE", I_STATE),
            ("ASPECTUAL", ASPECTUAL),
            ("PERCEPTION", PERCEPTION),
            ("REPORTING", REPORTING),
        )
        for lemma in lemmas
    }
)
