"""`timeline rules`: the rules of a language, which of them read a phrase, and what almost does."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator

import click

import timeline
from timeline.asking.table import shortened
from timeline.cli.command import subcommand
from timeline.cli.messages import Messages, answer, is_terminal
from timeline.cli.options import LANGUAGE
from timeline.grammar.matching import Rule
from timeline.languages import load
from timeline.languages.pack import Pack
from timeline.linking.mentions import read_sentences
from timeline.texts.document import read, tokenize

MONDAY = "2023-09-18"  # the day on which the examples of the rules have their values
MOST = 12


@subcommand("List the rules, or those that read a phrase.", "timeline rules", "timeline rules next Friday")
@click.argument("words", nargs=-1, metavar="[WORD]...")
@LANGUAGE
def rules(words: tuple[str, ...], language: str) -> None:
    """List the rules by which times are read; with a WORD or phrase, those that read it, and what almost does.

    Values are those on Monday 2023-09-18.
    """
    pack = load(language)
    found = [rule for layer in pack.grammar.layers for rule in layer]
    phrase = " ".join(" ".join(words).split())
    told = [*(listed(found) if not phrase else about(phrase, found, pack, language))]
    answer(*told)
    messages = Messages()
    if not told:
        messages.note(f"no rule knows {phrase!r}")
    messages.finish(found=bool(told))


def listed(found: Iterable[Rule]) -> Iterator[str]:
    """A line for each rule, with phrases that it reads."""
    room = shutil.get_terminal_size().columns if is_terminal(sys.stdout) else None
    for rule in found:
        line = f"{title(rule):<40}  {'; '.join(examples(rule))}".rstrip()
        yield line if room is None else shortened(line, room)


def title(rule: Rule) -> str:
    """The name of a rule, with a mark for one that only others use or that is only tried on request."""
    marks = [mark for mark, wanted in (("part", rule.part), ("latent", rule.latent)) if wanted]
    return rule.name + (f" ({', '.join(marks)})" if marks else "")


def examples(rule: Rule) -> list[str]:
    """The phrases that a rule reads with their values."""
    return [f"{said} = {'unresolved' if value is None else value}" for said, value in rule.examples.items()]


def about(phrase: str, found: list[Rule], pack: Pack, language: str) -> Iterator[str]:
    """All that the rules have to do with a phrase: what reads it, what almost does, and where else it comes up."""
    named = [rule for rule in found if rule.name == phrase]
    for rule in named:
        yield from whole(rule)
    read_so = mentions(phrase, pack)
    for text, names in read_so:
        tried = (timeline.resolve(said, anchor=MONDAY, language=language) for said in (text, phrase))
        time = next((time for time in tried if time.rules), None)  # a range is whole only with the word before it
        yield f'"{text}"' + ("" if time is None else f" = {time.value if time.resolved else time.reason}")
        yield f"  read by: {', '.join(names)}"
    for text, names in mentions(phrase, pack, latent=True):
        if (text, names) not in read_so:
            yield f'"{text}" is read on request only (latent)'
            yield f"  by: {', '.join(names)}"
    if not read_so and (miss := pack.miss(tokenize(phrase, 0, len(phrase), pack.spelling))) is not None:
        yield f'"{phrase}" is not read: {miss}'
    yield from elsewhere(phrase, [rule for rule in found if rule not in named])


def whole(rule: Rule) -> Iterator[str]:
    """A rule with all that it holds."""
    yield f"rule {title(rule)}"
    yield f"  pattern: {rule.pattern}"
    yield from (f"  reads: {example}" for example in examples(rule))
    yield from (f"  does not read: {phrase}" for phrase in rule.never)


def mentions(phrase: str, pack: Pack, latent: bool = False) -> list[tuple[str, tuple[str, ...]]]:
    """The times in a phrase, each with the rules that read it, the innermost first."""
    document = read(phrase, None, pack.spelling)
    return [
        (phrase[sentence.tokens[mention.first].start : sentence.tokens[mention.last].end], mention.rules)
        for sentence in read_sentences(document, pack, latent)
        for mention in (*sentence.mentions, *sentence.held_back)
    ]


def elsewhere(phrase: str, found: Iterable[Rule]) -> Iterator[str]:
    """Examples of rules in which a phrase stands, and phrases with it that are not read on purpose."""
    standing = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)", re.IGNORECASE)
    reads, refuses = [], []
    for rule in found:
        reads += [f"  {example}  [{title(rule)}]" for example in examples(rule) if standing.search(example)]
        refuses += [f"  {said}  [{title(rule)}]" for said in rule.never if standing.search(said)]
    for heading, lines in (("in phrases that rules read:", reads), ("in phrases that they do not read:", refuses)):
        if lines:
            yield heading
            yield from lines[:MOST]
        if len(lines) > MOST:
            yield f"  and {len(lines) - MOST} more"
