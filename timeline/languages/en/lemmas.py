"""English lemmas: from a form and its tag, by a table of the irregular ones and the rules of spelling.

Whether "hoping" comes from "hope" or "hop" the spelling does not tell; the commoner verb among the forms that the tagger knows
does, else the ending.
"""

from __future__ import annotations

from functools import lru_cache

from timeline.languages.en import verbs
from timeline.learned.tagging import load

_NOUNS = """
man men, woman women, child children, person persons, foot feet, tooth teeth, goose geese, mouse mice, louse lice, ox
oxen, wife wives, life lives, knife knives, leaf leaves, half halves, self selves, shelf shelves, thief thieves, wolf
wolves, loaf loaves, calf calves, elf elves, hoof hooves, scarf scarves, crisis crises, analysis analyses, basis
bases, thesis theses, hypothesis hypotheses, diagnosis diagnoses, emphasis emphases, oasis oases, axis axes,
parenthesis parentheses, synthesis syntheses, phenomenon phenomena, criterion criteria, bacterium bacteria, stimulus
stimuli, alumnus alumni, nucleus nuclei, fungus fungi, cactus cacti, radius radii, appendix appendices, index indices,
matrix matrices, vertex vertices, series series, species species, means means, headquarters headquarters, news news,
gallows gallows, crossroads crossroads, aircraft aircraft, sheep sheep, fish fish, deer deer, movie movies, cookie
cookies, tie ties, pie pies, lie lies, zombie zombies, die dice, quiz quizzes, bus buses, gas gases, virus viruses,
bonus bonuses, campus campuses, census censuses, status statuses, chorus choruses, focus focuses, lens lenses, iris
irises, atlas atlases, alias aliases, canvas canvases, minus minuses, surplus surpluses, circus circuses, corpus
corpora, genus genera, passerby passersby, potato potatoes, tomato tomatoes, hero heroes, veto vetoes, echo echoes,
torpedo torpedoes, embargo embargoes, cargo cargoes, mosquito mosquitoes, volcano volcanoes, tornado tornadoes, negro
negroes, shoe shoes, toe toes, foe foes, ache aches, headache headaches, cache caches, niche niches, avalanche
avalanches, psyche psyches, axe axes, brother-in-law brothers-in-law
"""
_DEGREES = """
good better best, bad worse worst, far further furthest, far farther farthest, late later latest, old elder eldest
"""


def _irregular() -> dict[tuple[str, str], str]:
    table = {}
    for entry in _NOUNS.replace("\n", " ").split(","):
        lemma, plural = entry.split()
        table[plural, "N"] = lemma
    for entry in reversed(_DEGREES.replace("\n", " ").split(",")):
        lemma, *forms = entry.split()
        for form in forms:
            table[form, "J"] = table[form, "R"] = lemma
    table |= {("better", "R"): "well", ("best", "R"): "well"}
    for form in (*verbs.BE, "'s", "ai", "m", "re"):
        table[form, "V"] = "be"
    table |= {(form, "V"): "have" for form in verbs.HAVE} | {(form, "V"): "do" for form in verbs.DO}
    table |= {("done", "V"): "do", ("doing", "V"): "do", ("wo", "M"): "will", ("'ll", "M"): "will", ("ca", "M"): "can"}
    return table | {("'d", "M"): "would", ("sha", "M"): "shall", ("n't", "R"): "not"}


_IRREGULAR = _irregular()


@lru_cache(maxsize=1 << 14)
def lemma(form: str, tag: str) -> str:
    """The lemma of a form in small letters, by its tag.

    >>> [lemma("held", "VBD"), lemma("making", "VBG"), lemma("talks", "NNS"), lemma("armies", "NNS"), lemma("larger", "JJR")]
    ['hold', 'make', 'talk', 'army', 'large']
    """
    known = _IRREGULAR.get((form, tag[:1]))
    if known is not None:
        return known
    if tag.startswith("VB"):
        return _verb(form, tag)
    if tag in ("NNS", "NNPS"):
        return _without_s(form)
    if tag in ("JJR", "RBR") and form.endswith("er"):
        return _stem(form[:-2], "JJ")
    if tag in ("JJS", "RBS") and form.endswith("est"):
        return _stem(form[:-3], "JJ")
    return form


def _verb(form: str, tag: str) -> str:
    known = verbs.FORMS.get(form)
    if known is not None:
        return known.get(tag) or next(iter(known.values()))
    if tag == "VBZ":
        return _without_s(form)
    if form.endswith("ied"):
        return form[:-3] + ("y" if len(form) > 4 else "ie")
    if form.endswith("ing") and tag == "VBG" and len(form) > 4:
        return _stem(form[:-3], "VB")
    if form.endswith("ed") and tag in ("VBD", "VBN") and len(form) > 4:
        return _stem(form[:-2], "VB")
    return form


def _without_s(form: str) -> str:
    if form.endswith("men") and len(form) > 5:
        return form[:-2] + "an"
    if not form.endswith("s") or len(form) < 3 or form.endswith(("ss", "'s")):
        return form
    if form.endswith("ies"):
        return form[:-3] + ("y" if len(form) > 4 else "ie")
    if form.endswith(("shes", "ches", "sses", "xes", "zzes")):
        return form[:-2]
    if form.endswith("oes"):
        return form[:-2] if len(form) > 4 else form[:-1]
    return form[:-1]


def _stem(stem: str, tag: str) -> str:
    """A stem with the spelling that it has alone: "mak" is make, "stopp" is stop, "happi" is happy."""
    if stem.endswith("i") and tag == "JJ":
        return stem[:-1] + "y"
    candidates = [stem + "e", stem]
    if len(stem) > 3 and stem[-1] == stem[-2]:
        candidates.append(stem[:-1])
    common = {candidate: _commonness(candidate, tag) for candidate in candidates}
    if any(common.values()):
        return max(candidates, key=lambda candidate: common[candidate])
    if len(candidates) == 3 and stem[-1] not in "slfz":
        return stem[:-1]
    return stem + "e" if _lost_e(stem) else stem


def _commonness(form: str, tag: str) -> int:
    """How common a form is that can have a tag, 0 for one that the tagger does not know with it."""
    lexicon = load().lexicon
    known = lexicon.forms.get(form)
    return known.commonness if known is not None and any(lexicon.tags[number] == tag for number in known.tags) else 0


def _lost_e(stem: str) -> bool:
    """Whether a stem cannot stand without an e: "ignit", "produc", "involv", "resembl", "charg"."""
    if stem.endswith(_BEFORE_E):
        return not stem.endswith(("ss", "eas", "ring", "ying", "eat", "oat", "air", "out", "zz"))
    vowels = "aeiou"
    short = len(stem) > 2 and stem[-1] not in vowels + "wxyh" and stem[-2] in vowels and stem[-3] not in vowels
    return short and not stem.endswith(("er", "en", "on", "or", "om", "el", "al", "op", "it", "et", "ed", "il", "id", "ow"))


_BEFORE_E = tuple("c v u dg rg ng s z bl pl tl gl dl kl at ir ut iz as".split())
