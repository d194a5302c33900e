"""English heads that name one kind of event: verbs with their nouns, and what reports say instead of each other."""

from __future__ import annotations

_GROUPS = """
accuse accusation; acquire acquisition buy purchase takeover; agree agreement deal accord; announce announcement unveil;
appear appearance; appoint appointment name; arrest detain detention; arrive arrival;
assassinate assassination; attack assault; begin start commence open opening; bomb bombing blast explosion explode;
bury burial funeral; clash fight fighting battle; close closure shut shutdown; collide collision crash;
convict conviction; crown coronation; decide decision; defeat beat; deliver delivery; depart departure leave;
derail derailment; die death; disappear disappearance vanish; discover discovery find; dismiss dismissal sack;
discuss discussion talk consultation consult negotiate
negotiation meet meeting; earthquake quake tremor; elect election vote poll;
end finish conclude; erupt eruption; evacuate evacuation; execute execution; expel expulsion; fall drop decline;
fire blaze; flood flooding; found establish establishment foundation; hijack hijacking; hurricane typhoon cyclone storm;
inaugurate inauguration; indict indictment charge;
inspect inspection; invade invasion; investigate investigation probe inquiry;
jail imprison imprisonment; kill killing murder; land landing; lose loss; marry marriage wedding; merge merger;
move relocate relocation; shoot shooting; postpone postponement delay; protest demonstrate demonstration rally march;
publish publication;
reject rejection; renovate renovation; resign resignation quit; retire retirement;
retreat withdraw withdrawal; revolt rebel rebellion uprising; rise increase surge; rob robbery heist; rule ruling verdict;
seize seizure; sell sale; sentence sentencing; settle settlement; sign signing; speak speech address; strike walkout;
sue lawsuit; testify testimony; travel trip visit; warn warning; win victory
"""

SYNONYMS = {lemma: group.split()[0] for group in _GROUPS.split(";") for lemma in group.split()}
