"""Tables of the documentation that are made from the figures in ``benchmarks/results``.

Each figure stands there once, with the command that made it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from markdown_tables import table

RESULTS = Path(__file__).resolve().parent.parent / "benchmarks" / "results"
NEWS = (("TimeBank", "timebank"), ("AQUAINT", "aquaint"))
NARRATIVE = ('WikiWars, training part, `domain="narrative"`', "wikiwars_train")


@cache
def results(name: str) -> Mapping[str, Any]:
    """A file of results: its command, its date and its figures."""
    read: dict[str, Any] = json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8"))
    return MappingProxyType(read)


def made_by(*names: str) -> str:
    """A line that says which commands made the figures of a table, and when."""
    told = [f"`{results(name)['command']}` ({results(name)['date']})" for name in names]
    return "Made by " + ", ".join(told) + "."


def figure(task: str, corpus: str, measure: str, part: str = "whole") -> str:
    """One figure of the accuracy file, rounded as it is shown."""
    found = [
        row[part]
        for row in results("accuracy")["figures"]
        if (row["task"], row["corpus"], row["measure"]) == (task, corpus, measure)
    ]
    return "–" if found[0] is None else f"{found[0]:.1f}"


def both(task: str, corpus: str, measure: str) -> str:
    """A figure for the whole corpus and for its unseen quarter."""
    return " / ".join(figure(task, corpus, measure, part) for part in ("whole", "unseen"))


def other(corpus: str, system: str, measure: str) -> str:
    """One figure of another system."""
    found = [row[measure] for row in results("others")["figures"] if (row["corpus"], row["system"]) == (corpus, system)]
    return "–" if not found or found[0] is None else f"{found[0]:.1f}"


# -- the README --------------------------------------------------------------------------------------------------------


def beside_others() -> str:
    """How the values of times compare, how fast they are read, and what comes out beside them."""
    faster = results("speed")["figures"][0]["times_as_fast"]
    theirs = [other(corpus, "HeidelTime 1.8", "value") for corpus, _ in NEWS]
    rows = [
        (
            "**timeline**",
            "rows: event, dates, reasons",
            *(figure("timex", c, "value F1") for _, c in NEWS),
            "held out",
            str(faster),
        ),
        ("HeidelTime", "times", *theirs, other("TempEval-3 platinum", "HeidelTime", "value"), "–"),
    ]
    for system in ("UWTime", "Recognizers-Text", "Duckling", "dateparser.search"):
        speed = "1" if system == "dateparser.search" else "–"
        rows.append((system, "times", "–", "–", other("TempEval-3 platinum", system, "value"), speed))
    return table(("", "gives", "TimeBank", "AQUAINT", "TempEval-3 platinum", "speed"), rows, numbers=4)


def rows_right() -> str:
    """How many rows are right on articles that nobody read, in a sentence."""
    row = next(row for row in results("entries")["figures"] if (row["documents"], row["genre"]) == ("held back", "all"))
    precision, recall, _ = shares(row)
    return (
        "On short articles of ten genres that nobody read while the rules were written, "
        f"{float(precision):.0f} of 100 rows have the right event and the right date,\n"
        f"and {float(recall):.0f} of 100 rows that a careful reader expects are there (`python benchmarks/entries.py`)."
    )


# -- accuracy ----------------------------------------------------------------------------------------------------------


def times_figures() -> str:
    """Time expressions, beside HeidelTime's own evaluation."""
    measures = ("strict", "relaxed", "value")
    rows = []
    for name, corpus in (*NEWS, NARRATIVE):
        rows.append((name, "**timeline**", *(both("timex", corpus, f"{measure} F1") for measure in measures)))
        whole, system = (
            ("WikiWars (whole)", "HeidelTime 1.8, narrative mode") if corpus == "wikiwars_train" else (name, "HeidelTime 1.8")
        )
        about = "about " if corpus == "wikiwars_train" else ""
        theirs = [other(whole, system, measure) for measure in measures]
        rows.append((whole, system, *theirs[:2], about + theirs[2]))
    tweets = (both("timex", "tweets_train", f"{measure} F1") for measure in measures[:2])
    rows.append(("tweets, training part", "**timeline**", *tweets, "no standard values"))
    for row in results("others")["figures"]:
        if row["corpus"] == "TempEval-3 platinum":
            rows.append(
                (row["corpus"], row["system"], *(other(row["corpus"], row["system"], measure) for measure in measures))
            )
    return table(("corpus", "system", *measures), rows, numbers=3) + "\n\n" + made_by("accuracy", "others")


def events_figures() -> str:
    """Events, cross-validated."""
    measures = ("relaxed", "class", "tense", "aspect", "polarity")
    rows = []
    for name, corpus in NEWS:
        shown = [
            (
                "not scored"
                if (corpus, measure) == ("aquaint", "polarity")
                else both("events", f"{corpus}, cross-validated", f"{measure} F1")
            )
            for measure in measures
        ]
        rows.append((name, *shown))
    return (
        table(("corpus", "events F1", "and class", "tense", "aspect", "polarity"), rows, numbers=5)
        + "\n\n"
        + made_by("accuracy")
    )


def links_figures() -> str:
    """Which event a time dates, cross-validated."""
    ways = ("gold mentions", "end to end")
    rows = [(name, *(both("links", f"{corpus}, {way}, cross-validated", "accuracy") for way in ways)) for name, corpus in NEWS]
    return table(("corpus", "mentions given", "as found"), rows, numbers=2) + "\n\n" + made_by("accuracy")


def inference_figures() -> str:
    """What `infer=True` reaches."""
    places = ("all", "same sentence", "earlier sentence", "article date")
    tdg = [both("links", "tdg_dev, gold mentions", place) for place in places]
    rows = [
        ("reference time of an event, TDG development part, mentions given", tdg[0]),
        *((f"… {place}", shown) for place, shown in zip(places[1:], tdg[1:], strict=True)),
        (
            "when each event was, exact label, 27 documents of TimeBank, events given",
            both("event_time", "event_time", "accuracy"),
        ),
        (
            "entity timelines, SemEval-2015 Task 4, trial part, from text",
            figure("timelines", "semeval2015_trial, Track A", "F1 of tl.timeline_of"),
        ),
        ("… with events given", figure("timelines", "semeval2015_trial, Track B", "F1 of tl.timeline_of")),
    ]
    return table(("what", "figure"), rows, numbers=1) + "\n\n" + made_by("accuracy")


def entry_figures() -> str:
    """The entry score by genre, open and held back."""
    found = {(row["documents"], row["genre"]): row for row in results("entries")["figures"]}
    rows = []
    for genre in dict.fromkeys(genre for _, genre in found):
        shown = [share for part in ("open", "held back") for share in shares(found[part, genre])]
        rows.append((f"**{genre}**" if genre == "all" else genre, *shown))
    header = ("genre", "open: precision", "recall", "factuality", "held back: precision", "recall", "factuality")
    return table(header, rows, numbers=6) + "\n\n" + made_by("entries")


def shares(row: Mapping[str, int]) -> list[str]:
    """Precision and recall of the dates of rows, and how often factuality is right where the row is."""
    parts = (
        (row["right"], row["right"] + row["wrong"] + row["false"]),
        (row["right"], row["entries"]),
        (row["agreed"], row["told"]),
    )
    return [f"{100 * part / whole:.1f}" if whole else "–" for part, whole in parts]


def label_figures() -> str:
    """The verdicts of a reader on the labels."""
    found = {(row["documents"], row["genre"]): row for row in results("labels")["figures"]}
    rows = []
    for genre in dict.fromkeys(genre for _, genre in found):
        cells = [found[part, genre][what] for part in ("open", "held back") for what in ("date", "not_misleading", "good")]
        rows.append(
            (f"**{genre}**" if genre == "all" else genre, *(f"{cell['precision']} / {cell['recall']}" for cell in cells))
        )
    verdicts = ("date right", "and label not misleading", "and label good")
    header = ("genre", *(f"open: {verdict}" for verdict in verdicts), *(f"held back: {verdict}" for verdict in verdicts))
    return table(header, rows, numbers=6) + "\n\n" + made_by("labels")


def baselines(task: str) -> str:
    """What simpler ways and other systems reach on a task."""
    rows = [(row["what"], f"{row['figure']:g}") for row in results("baselines")["figures"] if row["task"] == task]
    return table(("for comparison", "figure"), rows, numbers=1)


def event_kinds() -> str:
    """Events of both corpora together, with two sources of tags."""
    rows = [
        (row["tags"], *(f"{row[what]:.1f}" for what in ("events", "precision", "recall", "class")))
        for row in results("event_folds")["figures"]
    ]
    return (
        table(("tags from", "events F1", "precision", "recall", "and class"), rows, numbers=4)
        + "\n\n"
        + made_by("event_folds")
    )


def event_words() -> str:
    """Events by kind of word."""
    rows = [(row["kind"], str(row["precision"]), str(row["recall"])) for row in results("event_words")["figures"]]
    return table(("events that are", "precision", "recall"), rows, numbers=2) + "\n\n" + made_by("event_words")


def tagging_figures() -> str:
    """How many words get the right part of speech."""
    rows = [(row["what"], f"{row['figure']:.1f}") for row in results("tagging")["figures"]]
    return table(("parts of speech", "accuracy"), rows, numbers=1) + "\n\n" + made_by("tagging")


# -- performance -------------------------------------------------------------------------------------------------------


def speed_figures() -> str:
    """How fast texts are read, beside others in one run."""
    beside = results("speed")["beside"]
    rows = []
    for row in results("speed")["figures"]:
        spread = f" ({row['lowest']} to {row['highest']})" if row["lowest"] else ""
        rows.append((row["what"], f"{beside[row['beside']]}", row["rate"], f"{row['times_as_fast']}{spread}"))
    return table(("what", "beside", "on that machine", "times as fast"), rows, numbers=2) + "\n\n" + made_by("speed")


def query_figures() -> str:
    """What queries take on a million entries."""
    rows = [(row["what"], row["time"], f"{row['answers']:,}", row["each"]) for row in results("queries")["figures"]]
    return table(("query", "time", "answers", "each"), rows, numbers=3) + "\n\n" + made_by("queries")


def query_rivals() -> str:
    """One query beside other ways to ask it."""
    rows = [(row["what"], row["building"], row["asking"]) for row in results("queries_beside")["figures"]]
    return table(("what may overlap one day", "building", "asking"), rows, numbers=2)


FIGURES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "beside_others": beside_others,
        "rows_right": rows_right,
        "times_figures": times_figures,
        "events_figures": events_figures,
        "links_figures": links_figures,
        "inference_figures": inference_figures,
        "entry_figures": entry_figures,
        "label_figures": label_figures,
        "speed_figures": speed_figures,
        "query_figures": query_figures,
        "query_rivals": query_rivals,
        "link_baselines": partial(baselines, "links"),
        "inference_baselines": partial(baselines, "inference"),
        "event_kinds": event_kinds,
        "event_words": event_words,
        "tagging_figures": tagging_figures,
    }
)
