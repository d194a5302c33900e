"""English words that show how events follow on each other, and which of them go on for longer than a day."""

from __future__ import annotations

from types import MappingProxyType

from timeline.entries.records import Sequel

# What stands between two events and tells their order: the first against the second.
CONNECTIVES = MappingProxyType(
    {
        ("after",): Sequel.AFTER,
        ("following",): Sequel.AFTER,
        ("since",): Sequel.AFTER,
        ("once",): Sequel.AFTER,
        ("as", "soon", "as"): Sequel.AFTER,
        ("in", "the", "wake", "of"): Sequel.AFTER,
        ("in", "response", "to"): Sequel.AFTER,
        ("before",): Sequel.BEFORE,
        ("ahead", "of"): Sequel.BEFORE,
        ("prior", "to"): Sequel.BEFORE,
        ("until",): Sequel.BEFORE,
        ("till",): Sequel.BEFORE,
        ("during",): Sequel.DURING,
        ("in", "the", "course", "of"): Sequel.DURING,
        ("while",): Sequel.WHILE,
        ("when",): Sequel.WHILE,
        ("as",): Sequel.WHILE,
    }
)
# Connectives that open a clause of their own, whose verb is meant: "when the talks broke down".
CLAUSAL = frozenset((("while",), ("when",), ("as",)))
# Verbs that tell the order of their subject and their object: "a vote follows the debate".
ORDERING = MappingProxyType({"follow": Sequel.AFTER, "precede": Sequel.BEFORE})
# Verbs that only say that their subject takes place ("the visit comes after"), begins or ends ("the strike began before").
HAPPENING = frozenset("come happen occur".split())
TAKING_PLACE = HAPPENING | frozenset("take begin start end follow".split())

# Verbs of states and of activities that go on for days.
DURATIVE = frozenset(
    (
        # states
        "be have own belong contain consist depend exist lack remain stay live reside stand last endure hold keep "
        "believe know understand love like hate fear hope doubt suspect trust want need owe deserve expect support oppose "
        "dominate control reflect involve matter face deserve differ resemble govern rule own harbor harbour prohibit "
        "prevent threaten average relate link "
        # activities and processes
        "work study teach train travel operate patrol guard protect defend fight struggle cooperate compete negotiate "
        "mediate investigate search hunt monitor help aid assist serve lead run manage develop grow expand increase rise "
        "fall decline shrink slow deteriorate worsen improve recover build produce manufacture create provide supply "
        "suffer endure isolate trap strand block besiege occupy camp deploy mobilize mobilise mass withdraw flow use "
        "spend save invest promote campaign organize organise engage pursue seek fluctuate slump soar plunge surge "
        "write pray wait conduct implement enforce tighten evade flee hide"
    ).split()
)

# Prepositions of the occasion on which something is said: "said in an interview".
OCCASIONS = frozenset(("in", "at", "during"))

# Words before a noun that is told as known already.
DEFINITE = frozenset("the this that these those its their his her our".split())

# Nouns of states, activities and processes.
DURATIVE_NOUNS = frozenset(
    (
        "war conflict crisis dispute standoff showdown confrontation battle struggle siege occupation blockade embargo "
        "sanction campaign operation investigation inquiry probe search manhunt hunt trial negotiation talk consultation "
        "process buildup build-up withdrawal deployment evacuation construction production development growth expansion "
        "increase rise surge boom decline downturn slump recession inflation trend demand glut shortage lack drought "
        "flow trade trading shipping export import policy plan program programme effort threat unrest violence tension "
        "assistance aid help cooperation exploitation support opposition rivalry relationship reign rule rain fire "
        "epidemic outbreak tour career lifetime imprisonment detention captivity exile work study training season mission "
        "strike shutdown famine migration exodus rehearsal apprenticeship"
    ).split()
)
