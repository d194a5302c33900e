"""What a sentence shows of an event, as named features for the models that date it.

The features tell the form of the verb and what governs it, or the noun with what stands before it and the verbs about
it.  They name words and tags as they stand, so that a model can be trained for any language that has a `Syntax`.
"""

from __future__ import annotations

from collections.abc import Iterator

from timeline.linking.mentions import ReadSentence
from timeline.linking.scenes import Placed
from timeline.texts.syntax import Syntax, VerbGroup

NEAR = 4  # words between a noun and the verb that it is the object of
QUOTES = frozenset(('"',))


def shown_of(read: ReadSentence, placed: tuple[Placed, ...], number: int) -> tuple[str, ...]:
    """The features of the event with a number in its sentence."""
    place, event = placed[number].place, placed[number].event
    form = "noun" if event.pos == "NOUN" else "verb"
    before = placed[number - 1].event if number else None
    after = placed[number + 1].event if number + 1 < len(placed) else None
    quoted = sum(word in QUOTES for word in read.words[:place]) % 2 == 1
    return (
        f"{form} {event.direction}",
        f"{form} {event.class_}",
        f"modal {event.modality}",
        f"quoted {quoted} {form}",
        f"punctual {event.punctual}",
        f"line {read.sentence.kind}",
        f"after {before.class_ if before else None} {event.tense} {form}",
        f"after {before.lemma if before else None}",
        f"before {after.class_ if after else None} {event.tense} {form}",
        *_of_word(read.syntax, place, event.lemma),
    )


def _of_word(syntax: Syntax, place: int, lemma: str) -> Iterator[str]:
    if place >= len(syntax.words):
        return
    number = next((i for i, group in enumerate(syntax.groups) if group.head == place), None)
    if number is not None:
        yield from _of_verb(syntax, number)
    else:
        yield from _of_noun(syntax, place)


def _form(group: VerbGroup) -> str:
    return f"{group.tag} [{' '.join(group.auxiliaries)}]"


def _of_verb(syntax: Syntax, number: int) -> Iterator[str]:
    """The form of a verb, the word before it, and the verb that governs it."""
    group = syntax.groups[number]
    yield f"lemma {group.lemma}"
    yield f"lemma {group.lemma} {group.tag}"
    yield _form(group)
    yield group.tag
    if group.prospective:
        yield "prospective"
    if group.negated:
        yield "negated"
    word = syntax.words[group.first - 1] if group.first else "^"
    yield f"behind {word}"
    yield f"behind {word} {group.tag}"
    governor = syntax.groups[number - 1] if number else None
    if governor is not None and not group.auxiliaries and group.tag in ("TO", "VB", "VBG", "VBN"):
        yield f"governor {governor.lemma}"
        yield f"governor {governor.tag} {group.tag}"
        yield f"governor {_form(governor)} {group.tag}"
        if group.first - governor.head <= 2:
            yield f"next to {governor.tag} {group.tag}"
            yield f"next to {governor.lemma}"


def _of_noun(syntax: Syntax, place: int) -> Iterator[str]:
    """A noun, the words of its chunk, the preposition before it, and the verbs before and behind it."""
    word, tag = syntax.words[place], syntax.tags[place]
    yield f"lemma {syntax.lemmas[place]}"
    yield f"tag {tag}"
    yield f"ending {word[-4:]}"
    before = [group for group in syntax.groups if group.head < place]
    if before:
        yield f"verb {_form(before[-1])}"
        yield f"verb {before[-1].tag}"
        yield f"verb {before[-1].lemma}"
        if place - before[-1].head <= NEAR:
            yield f"object of {before[-1].lemma}"
    else:
        after = next((group for group in syntax.groups if group.first > place), None)
        yield f"subject of {_form(after) if after else None}"
    chunk = next((chunk for chunk in syntax.chunks if chunk.first <= place <= chunk.head), None)
    if chunk is not None:
        yield f"in {syntax.words[chunk.first - 1] if chunk.first else '^'}"
        for modifier in range(chunk.first, place):
            yield f"modifier {syntax.words[modifier]}"
