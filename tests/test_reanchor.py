"""Dating again what was read: another anchor, other conventions, and what changed by it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve, fields

import timeline
from tests.test_seeds import NAMES, article, expected, extracted
from timeline import Conventions, Timeline, from_json, to_json
from timeline.draft import Quote, reread
from timeline.extractor import Markup
from timeline.languages import load
from timeline.linking.mentions import ReadSentence, read_sentence
from timeline.texts.document import read
from timeline.texts.syntax import Syntax

TEXT = (
    "LUND (Reuters), May 2 - All times UTC.\n\nUpdated 5 May\n\nThe ministers met on Friday at 3 p.m. Nothing more is known. "
    "They will meet again in May. The bridge has been closed since March, and repairs began two days later. "
    "Its mayor resigned in recent years. The fiscal third quarter was good."
)
LOG = (
    "21:50 Smoke seen above the mill.\n22:15 Two engines on their way.\n23:40\nBlue sky.\n00:20 The fire is out.\n"
    "\n3 May 2023\n\n14:05 UTC page acknowledged\n14:30 UTC nothing more\n"
)
HTML = "<p>The ministers met on&nbsp;<b>Friday</b>.</p><p>They&#8217;ll meet again next&nbsp;week.</p><p>Why?</p>"
OTHER = "2019-02-27"


def options(name: str) -> dict[str, object]:
    said = expected(name)
    found = {key: said[key] for key in ("source", "tz", "language") if key in said}
    return found | ({"conventions": Conventions(domain=said["domain"])} if "domain" in said else {})


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("anchor", [OTHER, None])
@pytest.mark.parametrize("stored", [False, True])
def test_dating_again_is_extracting_anew(name: str, anchor: str | None, stored: bool) -> None:
    """Under the other anchor nothing differs, also when the timeline was stored in between."""
    tl = from_json(to_json(extracted(name))) if stored else extracted(name)
    anew = timeline.extract(article(name), anchor=anchor, **options(name))  # type: ignore[arg-type]
    again = tl.reanchor(anchor)
    assert list(again) == list(anew)
    assert again == anew


@pytest.mark.parametrize("name", NAMES)
def test_the_way_to_an_anchor_does_not_matter(name: str) -> None:
    """Going over another anchor is going there at once, and one's own anchor changes nothing."""
    tl, own = extracted(name), expected(name)["anchor"]
    assert tl.reanchor(OTHER).reanchor("2024-07-01") == tl.reanchor("2024-07-01")
    assert tl.reanchor(own) == tl
    assert tl.reanchor(OTHER).reanchor(own) == tl


@pytest.mark.parametrize(("text", "markup"), [(TEXT, None), (LOG, None), (HTML, "html"), ("", None), ("Nothing.", None)])
@pytest.mark.parametrize("infer", [False, True])
def test_all_kinds_of_text_are_dated_again(text: str, markup: Markup, infer: bool) -> None:
    """HTML, datelines, notes about the document, zones told for the whole text, and inferred dates."""
    made = [timeline.extract(text, anchor=day, markup=markup, infer=infer) for day in ("2023-09-18", OTHER)]
    assert from_json(to_json(made[0])).reanchor(OTHER) == made[1]
    assert made[1].reanchor("2023-09-18") == made[0]


@pytest.mark.parametrize("name", NAMES)
def test_what_is_kept_reads_as_the_text_did(name: str) -> None:
    """Each sentence that is kept has the tokens, mentions and syntax that it had."""
    tl, pack = extracted(name), load(expected(name).get("language", "en"))
    assert tl.draft is not None
    document = read(article(name), None, pack.spelling)
    triggers = pack.triggers.places(document.view)
    kept = [passage.analysed for passage in reread(tl.draft, pack)[1] if passage.read.tokens]
    for sentence in kept:
        plain = read_sentence(document, sentence.sentence, pack, triggers)
        assert sentence == evolve(plain, syntax=pack.analyse(plain.tokens, plain.time_places))


def test_every_field_of_what_was_read_is_kept() -> None:
    """Whoever adds a field to a sentence or its syntax adds it to the quote, or the next dating would miss it."""
    derived = {"sentence", "tokens", "words", "syntax", "held_back"}  # the last is kept as the timeline's latent times
    kept = {field.name for field in fields(Quote)}
    assert {field.name for field in (*fields(ReadSentence), *fields(Syntax))} - derived <= kept


def test_sentences_without_time_or_event_are_not_kept() -> None:
    """A timeline keeps what it quotes, not the text."""
    tl = timeline.extract("They met on Friday. Blue sky above green hills.", anchor="2023-09-18")
    assert "green" not in to_json(tl)


def test_a_selection_keeps_its_rows() -> None:
    """Also the rows that are not listed by themselves."""
    tl = timeline.extract(TEXT, anchor="2023-09-18")
    closed = tl.mentioning("closed").reanchor(OTHER)
    assert [entry.event.text for entry in closed if entry.event] == ["closed"]
    assert tl.references.reanchor(OTHER).entries == tl.references.entries
    assert len(tl.undated.reanchor(OTHER)) == len(tl.undated)


def test_conventions_are_swapped_the_same_way() -> None:
    """What was assumed can be assumed otherwise."""
    text = "The fiscal third quarter of 2022 was good. They met on 3/4/2023 in the summer."
    tl = timeline.extract(text, anchor="2023-09-18")
    other = Conventions(fiscal_year_start=10, date_order="DMY", southern=True)
    assert tl.with_conventions(other) == timeline.extract(text, anchor="2023-09-18", conventions=other)
    with pytest.raises(timeline.OptionError, match="expected a Conventions"):
        tl.with_conventions(None)  # type: ignore[arg-type]


def test_a_timeline_without_sentences_says_so() -> None:
    """One made by hand cannot be dated again; nor can an anchor be no date."""
    with pytest.raises(timeline.OptionError, match="keeps no sentences"):
        Timeline(entries=()).reanchor(OTHER)
    with pytest.raises(timeline.AnchorError):
        timeline.extract(TEXT, anchor=OTHER).reanchor("Friday")


# -- what changed ------------------------------------------------------------------------------------------------------


def test_the_difference_lists_what_moved() -> None:
    """Entries of one text are known again by their places."""
    tl = timeline.extract("They met on Friday. He was born on 3 May 1990.", anchor="2023-09-18")
    diff = tl.diff(tl.reanchor("2023-09-25"))
    assert [(str(a.when), str(b.when)) for a, b in diff.moved] == [("2023-09-15", "2023-09-22")]
    assert not diff.gained and not diff.lost
    assert str(diff).startswith("moved   2023-09-15 -> 2023-09-22")


def test_the_difference_of_a_corrected_text() -> None:
    """A sentence more and one less, and a date put right; places shift and do not count."""
    old = timeline.extract(
        "They met on Friday. The mayor resigned on 3 May 2023. A fire broke out in 2021.", anchor="2023-09-18"
    )
    new = timeline.extract(
        "Correction below. They met on Thursday. A fire broke out in 2021. Rain fell on 4 May 2023.", anchor="2023-09-18"
    )
    diff = old.diff(new)
    assert [(str(a.when), str(b.when)) for a, b in diff.moved] == [("2023-09-15", "2023-09-14")]
    assert [str(entry.when) for entry in diff.gained if entry.dated] == ["2023-05-04"]
    assert [str(entry.when) for entry in diff.lost if entry.dated] == ["2023-05-03"]


def test_nothing_differs_from_itself() -> None:
    """An empty difference is false and says so."""
    tl = timeline.extract(TEXT, anchor="2023-09-18")
    assert not tl.diff(tl) and str(tl.diff(tl)) == "no difference"


# -- stored drafts -----------------------------------------------------------------------------------------------------


def test_a_file_of_the_first_version_is_read() -> None:
    """One that the first version wrote: its entries are there, and it has no sentences to date again."""
    stored = (Path(__file__).parent / "stored" / "timeline-1.json").read_text(encoding="utf-8")
    old = from_json(stored)
    assert [str(entry.when) for entry in old] == ["2023-07-03/2023-07-07", "2023-09-15T15:00:00", "2024-05", ""]
    assert old.overlapping("2023-07-05", certain=True)[0].event == old["rose"].event
    assert '"Friday' in str(old.why("met")) and from_json(to_json(old)) == old
    with pytest.raises(timeline.OptionError, match="keeps no sentences"):
        old.reanchor(OTHER)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("end", 10**12), ("start", -1), ("tokens", [0, 4, 3, 9]), ("tokens", [0]), ("tags", "NN"), ("chunks", [99, 100]),
        ("text", ""), ("offsets", [1]), ("times", [77]),
    ],
)  # fmt: skip
def test_a_sentence_that_does_not_fit_is_refused(field: str, value: object) -> None:
    """Whoever wrote the file, dating it again cannot fail."""
    document = json.loads(to_json(timeline.extract("They met on Friday.", anchor="2023-09-18")))
    document["draft"]["quotes"][0][field] = value
    with pytest.raises(timeline.FormatError):
        from_json(json.dumps(document))
