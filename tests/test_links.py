"""Which event a time dates: one case a way of saying it, and what is told of why."""

from __future__ import annotations

import pytest

import timeline
from timeline import Relation
from timeline.languages import load

ANCHOR = "2023-09-18"  # a Monday

# sentence, and for each time the events that it dates
CASES: list[tuple[str, dict[str, set[str]]]] = [
    # a report and what is reported keep their own times
    ("The minister said on Monday that the bridge had collapsed on Friday.", {"Monday": {"said"}, "Friday": {"collapsed"}}),
    ("The bridge collapsed on Friday, police said.", {"Friday": {"collapsed"}}),
    ("Officials said the ship sank in 2001 while carrying oil.", {"2001": {"sank"}}),
    ("He denied on Monday that he had met the agent in June.", {"Monday": {"denied"}, "June": {"met"}}),
    # times inside noun phrases
    ("Monday's talks ended without a deal.", {"Monday": {"talks"}}),
    ("The weekend discussions were described as candid.", {"The weekend": {"discussions"}}),
    ("The three-week strike ended.", {"three-week": {"strike"}}),
    ("After the 2019 fire, the church was rebuilt.", {"2019": {"fire"}}),
    ("The attack on Tuesday killed five people.", {"Tuesday": {"attack"}}),
    ("His return earlier this year came after a long illness.", {"earlier this year": {"return"}}),
    ("Since the crash in May, trains have run slowly.", {"May": {"crash"}}),
    (
        "They held two days of meetings with the envoy in Malta over the weekend.",
        {"two days": {"meetings"}, "the weekend": {"meetings"}},
    ),
    # the noun that a light verb carries
    ("The two sides will hold talks on Wednesday.", {"Wednesday": {"talks"}}),
    # clauses of their own
    ("The mayor resigned on Friday and was in Rome on Sunday.", {"Friday": {"resigned"}, "Sunday": {"was"}}),
    ("She agreed to sell the hall, which has been empty since 2019.", {"2019": {"been"}}),
    ("Unions ended a strike of three weeks on Friday.", {"Friday": {"ended"}, "three weeks": {"strike"}}),
    ("The firm, which was founded in 1990, went bankrupt last week.", {"1990": {"founded"}, "last week": {"went"}}),
    ("The woman who fled in 2019 returned on Sunday.", {"2019": {"fled"}, "Sunday": {"returned"}}),
    ("A man accused of killing his wife in 2019 was convicted on Monday.", {"2019": {"killing"}, "Monday": {"convicted"}}),
    ("When the war ended in 1945, he was twelve.", {"1945": {"ended"}}),
    ("The agreement, signed in 1998, expires in June.", {"1998": {"signed"}, "June": {"expires"}}),
    ("He was found dead on Friday in the house he bought in 1999.", {"Friday": {"found"}, "1999": {"bought"}}),
    # a time at the head of its sentence or line, headlines
    ("On 6 May a fire at the museum destroyed the hall.", {"6 May": {"destroyed"}}),
    ("14 March: the board approves the plan.", {"14 March": {"approves"}}),
    ("Minister resigns Monday", {"Monday": {"resigns"}}),
    ("Storm kills four in Leeds on Sunday, closes port", {"Sunday": {"kills"}}),
    # one time for several events, and several for one
    ("They met and signed the treaty on Friday.", {"Friday": {"signed", "met"}}),
    ("On Friday they met, argued and signed the treaty.", {"Friday": {"met", "argued", "signed"}}),
    ("He was arrested in May and charged on 5 June.", {"May": {"arrested"}, "5 June": {"charged"}}),
    ("The judge heard the case in March and ruled in April.", {"March": {"heard"}, "April": {"ruled"}}),
    # a verb with a time or an age of its own takes none from its neighbour
    ("In 1951 she enrolled, and graduated four years later.", {"1951": {"enrolled"}, "four years later": {"graduated"}}),
    ("He left school at 14 and died in 2001.", {"2001": {"died"}}),
    ("In 2019 she retired and moved to Crete.", {"2019": {"retired", "moved"}}),
    ("They will meet from 9 to 11 on Tuesday.", {"9 to 11 on Tuesday": {"meet"}}),
]


@pytest.mark.parametrize("sentence, expected", CASES)
def test_a_time_dates_its_event(sentence: str, expected: dict[str, set[str]]) -> None:
    """No event that is not named has a link."""
    found: dict[str, set[str]] = {}
    for link in timeline.extract(sentence, anchor=ANCHOR).links:
        found.setdefault(link.time.text, set()).add(link.event.text)
    assert found == expected


def test_a_signal_before_a_possessive_is_not_that_of_the_time() -> None:
    """ "After Monday's talks" says that something came after the talks, which were on Monday."""
    (link,) = timeline.extract("He left after Monday's talks.", anchor=ANCHOR).links
    assert (link.event.text, link.relation, link.signal) == ("talks", Relation.WITHIN, None)


@pytest.mark.parametrize("sentence", ["Sales were up from a year ago.", "The girl is three years old."])
def test_ages_and_what_is_compared_with_date_nothing(sentence: str) -> None:
    """A time that something is compared with is not when it happened."""
    assert timeline.extract(sentence, anchor=ANCHOR).links == ()


# -- why ---------------------------------------------------------------------------------------------------------------

# sentence, the words that `why` names, and the same sentence without them
DECIDED = [
    ("Police said two men were arrested last week.", "said", "Police two men were arrested last week."),
    ("The firm, which was founded in 1990, went bankrupt.", "founded", "The firm, which in 1990, went bankrupt."),
    ("They held two days of meetings over the weekend.", "two days", "They held meetings over the weekend."),
    ("The shop has been closed since Friday.", "since", "The shop has been closed Friday."),
    ("They met and signed the treaty on Friday.", "signed", "They met on Friday."),
    ("The envoy, who met the king in May, left the town.", "met", "The envoy, who in May, left the town."),
]


def told(sentence: str) -> str:
    """The explanation of all rows."""
    tl = timeline.extract(sentence, anchor=ANCHOR)
    return "\n".join(str(tl.why(entry)) for entry in tl)


def answer(sentence: str) -> list[tuple[str, str, str]]:
    """Which event each time dates, by which relation, and what decided."""
    links = timeline.extract(sentence, anchor=ANCHOR).links
    return [(link.event.text, link.relation.value, "; ".join((link.by, *link.evidence))) for link in links]


@pytest.mark.parametrize("sentence, words, without", DECIDED)
def test_why_names_the_words_that_decided(sentence: str, words: str, without: str) -> None:
    """The words are told, and without them the answer is another, or another thing decides."""
    assert f'"{words}"' in told(sentence)
    assert answer(sentence) != answer(without)


def test_the_evidence_names_the_lead_over_the_next_event() -> None:
    """An answer that the weights gave tells what spoke for it and which event came next."""
    (link,) = timeline.extract("Police said two men were arrested last week.", anchor=ANCHOR).links
    assert link.event.text == "arrested" and link.by == "ranked among the events of the sentence"
    assert link.evidence[-1].startswith('"said" comes next, ')


def test_without_the_clause_of_its_own_the_lead_shrinks() -> None:
    """Words that spoke for an answer, once removed, leave it closer to the other."""

    def lead(sentence: str) -> int:
        link = next(
            link for link in timeline.extract(sentence, anchor=ANCHOR).links if link.by.startswith("ranked among")
        )
        return int(link.evidence[-1].split()[-2])

    assert lead("The court ruled that he lied on Friday.") > lead("The court ruled he lied Friday.")


def test_the_weights_are_read_on_first_use_and_once() -> None:
    """The ranker of a language is one object."""
    ranker = load("en").ranker
    assert ranker() is ranker()
