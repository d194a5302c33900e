"""Sentences and tokens with their offsets; the text itself is never changed.

A `Document` holds the caller's string and a *view* of it: the same string, or for HTML what a reader sees
of it.  Everything below works on the view; `Document.span` gives the caller's own offsets back.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from pathlib import PurePath
from typing import NamedTuple

from attrs import field, frozen

from timeline.errors import OptionError, TextError
from timeline.texts.chronicles import Head, heads
from timeline.texts.letters import Voice, unquoted, voices
from timeline.texts.logs import Stamp, stamps
from timeline.texts.markup import read_html
from timeline.texts.stops import Orthography, ends_sentence


class Token(NamedTuple):
    """A word, number or mark: its span in the view, and its plain form (plain quotes and dashes, case kept)."""

    start: int
    end: int
    form: str
    glued: bool  # no blank between this token and the one before


@frozen
class Sentence:
    """A stretch of the view that is read by itself: a sentence, a list item, a heading, a table cell's row.

    ``block`` numbers the paragraph; ``heading`` is set where the line stands alone; ``row`` numbers table rows.
    """

    start: int
    end: int
    block: int
    kind: str = "prose"  # prose, heading, item, row


@frozen
class Document:
    """A text to read: the caller's string, the view of it, the sentences of the view, where a log has its stamps, where
    others speak, and where the lines of a chronicle have their years."""

    source: str = field(repr=False)
    view: str = field(repr=False)
    sentences: tuple[Sentence, ...] = field(repr=False)
    offsets: tuple[int, ...] | None = field(default=None, repr=False)
    stamps: Mapping[int, Stamp] = field(factory=dict, repr=False)
    voices: tuple[Voice, ...] = field(default=(), repr=False)
    years: Mapping[int, Head] = field(factory=dict, repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the caller's string of a span of the view."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], max(self.offsets[end - 1] + 1, self._end(end))

    def _end(self, end: int) -> int:
        # a character reference such as &nbsp; is several characters of the source and one of the view
        assert self.offsets is not None
        source_start, following = self.offsets[end - 1], self.offsets[end]
        if self.source[source_start] == "&" and self.source[following - 1 : following] == ";":
            return following
        if self.source[source_start] == "&" and self.view[end - 1] != "&":
            return self.source.index(";", source_start) + 1
        return source_start + 1


# Marks that only look different: each is one character, so spans stay true.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑−\u00ad", "-"),  # hyphens and the minus sign
        **dict.fromkeys("‒–—―", "–"),  # dashes
        "⁄": "/",
    }
)


def plain(form: str) -> str:
    """A word with its quotes and dashes in their plain forms.

    >>> plain("won’t")
    "won't"
    """
    return form.translate(_PLAIN)


_URL = r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w-]+\.\w[\w.-]*|[@#]\w+"
_NUMBER = (
    r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?(?![\w:])"  # ISO date and time
    r"|\d{4}-\d\d-\d\d(?=/\d{4}-\d\d-\d\d(?![\w/-]))"  # the first of an ISO interval
    r"|\d{1,4}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,4}(?![\d/]|[-.]\d)"  # numeric date
    r"|\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?!\d)"  # clock time
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d+(?:[.:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W_]|[.:/]\d)"
    r"|\d+(?:[.:/]\d+)*"
)
_WORD = (
    r"(?:[^\W\d_]\.){2,}|[oO]['’]clock\b|['’](?:s|re|ve|ll|d|m|S)\b|[nN]['’][tT]\b"
    r"|(?:(?![nN]['’][tT]\b)[^\W\d_]\u0301?)+"
)
_DASH = "--+"  # of a typewriter
# A token with the blanks behind it, so that what it finds one after the other is the whole stretch, and adding up lengths
# gives the places.  A plain word before a blank or comma, as most tokens are, can be nothing else and is tried first, but for
# "cannot", which is two.
_TOKEN = re.compile(rf"(?:[Cc][Aa][Nn](?=[Nn][Oo][Tt]\b)|[A-Za-z]+(?=[\s,])|{_URL}|{_NUMBER}|{_WORD}|{_DASH}|\S)\s*")


def _takes_stop(form: str, behind: str, spelling: Orthography) -> bool:
    """Whether a full stop belongs to the word before it, an abbreviation or an initial before a name: "T. W. Harbin"."""
    return (len(form) == 1 and form.isupper() and behind.isupper()) or form.lower() in spelling.abbreviations


def tokenize(view: str, start: int, end: int, spelling: Orthography) -> tuple[Token, ...]:
    """The tokens of a stretch of the view; a known abbreviation keeps its full stop.

    >>> [token.form for token in tokenize("It won’t end at 3 p.m. on Sept. 18.", 0, 35, Orthography(frozenset({"sept"})))]
    ['It', 'wo', "n't", 'end', 'at', '3', 'p.m.', 'on', 'Sept.', '18', '.']
    >>> [token.form for token in tokenize("They cannot meet.", 0, 17, Orthography())]
    ['They', 'can', 'not', 'meet', '.']
    """
    tokens: list[Token] = []
    make = tuple.__new__  # half the price of Token(..), which counts for something: this is done for every word
    place = _skip_blanks(view, start, end)
    stop = -1  # where the last token ended
    dotted = False  # whether it took the full stop behind it
    for piece in _TOKEN.findall(view, place, end):
        form = piece.rstrip()
        first, place = place, place + len(piece)
        glued = first == stop
        if not form.isalpha():
            before = tokens[-1] if glued and not dotted else None
            if form == "." and before is not None and _takes_stop(before.form, view[place : min(place + 1, end)], spelling):
                stop, dotted = first + 1, True
                tokens[-1] = Token(before.start, stop, before.form + ".", before.glued)
                continue
            if form[0] in "`-" or not form.isascii():
                form = "–" if re.fullmatch(_DASH, form) else plain(form)
        stop, dotted = first + len(form), False
        tokens.append(make(Token, (first, stop, form, glued)))
    return tuple(tokens)


def _skip_blanks(view: str, start: int, end: int) -> int:
    while start < end and view[start].isspace():
        start += 1
    return start


def hash_of(text: str) -> str:
    """The SHA-256 of a text, by which a timeline knows it again: 64 hexadecimal digits.

    >>> hash_of("They met on Friday.")[:8]
    'fc754522'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _how_to_read(text: object) -> str:
    """How what is no string becomes one, where that is known."""
    if isinstance(text, bytes):
        return "; decode it first, for instance text.decode('utf-8')"
    if isinstance(text, PurePath):
        return "; read the file first, for instance path.read_text(encoding='utf-8')"
    return ""


def read(text: str, markup: str | None, spelling: Orthography) -> Document:
    """The document of a text, plain or HTML.

    Raises `TextError` for anything but a string, `OptionError` for an unknown markup.

    >>> [sentence.kind for sentence in read("Minutes\\n\\n- Tea at 4.\\n- Cake.", None, Orthography()).sentences]
    ['heading', 'item', 'item']
    """
    if not isinstance(text, str):
        raise TextError(f"text is {type(text).__name__}, expected str{_how_to_read(text)}")
    if markup is not None and (not isinstance(markup, str) or markup.lower() != "html"):
        raise OptionError(f"markup is {markup!r}, expected None or 'html'")
    view, offsets = (text, None) if markup is None else read_html(text)
    others = () if spelling.mail is None else voices(view, spelling.mail)
    view = unquoted(view)
    stamped = stamps(view)
    years = heads(view, stamped.keys())
    opened = stamped.keys() | years.keys()
    return Document(text, view, tuple(_sentences(view, spelling, opened, others)), offsets, stamped, others, years)


# These begin with a set of characters, which is what a search can skip to.
_BREAK = r"[\r\n\f\x0b\u2028\u2029](?:(?<=\r)\n|(?!(?<=\r)\n))"  # \r\n is one break
_BLANK_LINE = re.compile(rf"{_BREAK}(?:[^\S\n\r\f\x0b\u2028\u2029]*{_BREAK})+")
_LINE = re.compile(r"[^\r\n\f\x0b\u2028\u2029]+")
_ITEM = re.compile(  # "c. 1968" is a year, about
    r"[^\S\n]*(?:[-*•‣◦–—+]|\(?(?:\d{1,2}|(?![cC]\. ?\d{3,4}\b)[a-zA-Z])[.)])[^\S\n]+(?=\S)"
)
_STOP = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*[\"'”’)\]]*(?=\s|$)")
_OPENINGS = (
    re.compile(r"\s*\d{4}(?![\w,.])"),
    re.compile(r"\s*\d{1,2}[.:]\d\d(?!\w)"),
    re.compile(r"\s*[^\W\d_]\S{0,19}(?: [^\s:.!?]{1,20}){0,3}:\s"),
)
# What begins a line of a list whatever the other lines begin with: a date and a colon, as in "Sept 2007 – Dec 2012: clerk".
_DATED_ITEM = re.compile(r"\s*(?:[^\W\d_]{3,12}\.? )?\d(?:[\w./]| ?[-–—,] ?| (?=[^\W\d_]{2,12}\b|\d)){1,32}:\s")
# ... or a date in figures, a month, a day and a clock time, or years; and what ends a line of a list of posts: years.
_DATE_HEAD = re.compile(
    r"\s*[\[(]?(?:\d{4}-\d\d-\d\d(?![\d-])|\d{1,2}([./])\d{1,2}\1\d{2,4}(?!\d)|\d{1,2}/[^\W\d_]{3}/\d{4}"
    r"|[^\W\d_]{3}\.? {1,2}\d{1,2} \d\d:\d\d"
    r"|(?:[^\W\d_]{3,9}\.? )?\d{4} ?[-–—] ?(?:\d{2}\b|\d{4}\b|[^\W\d_]{3,9}\.? \d{4}\b|[a-z]{3,7}\b))"
)
_YEARS_TAIL = re.compile(r"\S.*[,(\s](?:\d{4} ?[-–—] ?(?:\d{2}|\d{4}|[a-z]{3,7})|(?<=[,(] )\d{4})\)?\s*$")
_RULE_LINE = re.compile(r"[\s|:+=_-]*$")


def _sentences(
    view: str, spelling: Orthography, opened: Set[int], others: Sequence[Voice]
) -> list[Sentence]:
    sentences: list[Sentence] = []
    block = 0
    for opening, stop in _blocks(view, others):
        units = _units(view, opening, stop, opened)
        for start, end, kind in units:
            for first, last in _split(view, start, end, spelling) if kind != "row" else _bounded(view, start, end):
                alone = kind == "prose" and len(units) == 1 and not _STOP.search(view, last - 1, last)
                sentences.append(Sentence(first, last, block, "heading" if alone and last - first < 100 else kind))
        block += bool(units)
    return sentences


def _blocks(view: str, others: Sequence[Voice]) -> Iterator[tuple[int, int]]:
    """The paragraphs of a text: what stands between blank lines, and never what two say."""
    ends = {place for voice in others for place in (voice.start, voice.end, voice.header_start, voice.header_end)}
    cuts = [(place, place) for place in ends if 0 < place < len(view)]
    position = 0
    for stop, following in sorted([*cuts, *(gap.span() for gap in _BLANK_LINE.finditer(view)), (len(view), len(view))]):
        if position < stop:
            yield position, stop
        position = max(position, following)


def _units(view: str, start: int, end: int, opened: Set[int]) -> list[tuple[int, int, str]]:
    """The list items, table rows and runs of wrapped lines of a block."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(view, start, end) if not m[0].isspace()]
    width = max((_length(view, a, b) for a, b in lines), default=0)
    listed, narrow = _is_listing(view, lines), _is_narrow(view, lines)
    dated = {a for a, b in lines if _DATED_ITEM.match(view, a, b) or _DATE_HEAD.match(view, a, b)}
    units: list[tuple[int, int, str]] = []
    previous = None
    for a, b in lines:
        kind = _line_kind(view, a, b)
        if kind == "prose" and (listed or _first_mark(view, a, b) in opened or (a in dated and len(dated) > 1)):
            kind = "item"
        if kind == "rule":
            previous = None
            continue
        joined = (
            previous is not None
            and kind == "prose"
            and units[-1][2] != "row"
            and (narrow or _wraps(view, previous, (a, b), width))
        )
        if joined:
            units[-1] = (units[-1][0], b, units[-1][2])
        else:
            units.append((a, b, kind))
        previous = (a, b)
    return [(a, b, kind) for a, b, kind in (_strip(view, *unit) for unit in units) if a < b]


def _is_listing(view: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether all lines begin alike, with a year, an hour or a short key before a colon, or end in years, as those of a list
    do."""
    return len(lines) > 1 and any(all(shape.match(view, *line) for line in lines) for shape in (*_OPENINGS, _YEARS_TAIL))


def _is_narrow(view: str, lines: Sequence[tuple[int, int]]) -> bool:
    """Whether the lines are one sentence in a column too narrow to fill: half of them go on in small letters, and only
    the last one ends in a full stop."""
    small = sum(view[_skip_blanks(view, a, b)].islower() for a, b in lines[1:])
    ends = [_STOP.search(view, max(a, b - 3), b) is not None for a, b in lines]
    return bool(small) and 2 * small >= len(lines) - 1 and ends[-1] and not any(ends[:-1])


def _line_kind(view: str, start: int, end: int) -> str:
    line = view[start:end]
    if _RULE_LINE.match(line):
        return "rule"
    if "|" in line or "\t" in line.strip():
        return "row"
    return "item" if _ITEM.match(line) else "prose"


def _first_mark(view: str, start: int, end: int) -> int:
    """The offset of the first character of a line that is neither blank nor a bracket."""
    while start < end and (view[start].isspace() or view[start] in "[("):
        start += 1
    return start


def _length(view: str, start: int, end: int) -> int:
    return len(view[start:end].rstrip())


def _wraps(view: str, previous: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether a line break is one that wrapping made: the next word would not have fitted on the line before."""
    word = view[line[0] : line[1]].split(None, 1)[0]
    hyphen = word.find("-", 1, -1)
    room = len(word) if hyphen < 0 else hyphen + 1
    return _length(view, *previous) + 1 + room > width


def _strip(view: str, start: int, end: int, kind: str) -> tuple[int, int, str]:
    if kind == "item":
        marker = _ITEM.match(view, start, end)
        start = marker.end() if marker else start
    start = _skip_blanks(view, start, end)
    while start < end and view[end - 1].isspace():
        end -= 1
    return start, end, kind


def _split(view: str, start: int, end: int, spelling: Orthography) -> list[tuple[int, int]]:
    """The sentences of a run of prose."""
    spans: list[tuple[int, int]] = []
    for match in _STOP.finditer(view, start, end):
        if match.end() < end and not ends_sentence(view, start, match, end, spelling):
            continue
        spans.append((start, match.end()))
        start = _skip_blanks(view, match.end(), end)
    if start < end:
        spans.append((start, end))
    return [piece for span in spans for piece in _bounded(view, *span)]


MAX_SENTENCE = 1_500  # characters; what is longer is no sentence, and reading it as one would take ever longer
PIECE = 400  # characters that are read of it at a time, as many as a long sentence has


def _bounded(view: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch too long for a sentence cut at blanks into pieces of a length that sentences have."""
    pieces: list[tuple[int, int]] = []
    while end - start > (PIECE if pieces else MAX_SENTENCE):
        blank = max(view.rfind(" ", start, start + PIECE), view.rfind("\n", start, start + PIECE))
        cut = blank if blank > start else start + PIECE
        pieces.append((start, cut))
        start = _skip_blanks(view, cut, end)
    return [*pieces, (start, end)] if start < end else pieces
