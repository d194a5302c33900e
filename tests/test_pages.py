"""The page as text: what is in it, what is escaped, what is refused."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
import time
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline
from timeline import Entry, ExportError, OptionError, Timeline
from timeline.export.page.article import Mark, paragraphs, seen

from . import samples

ARTICLE = "Ada Brook opened the mill in May 1871.\nIt closed about 1902 & was never rebuilt."
HOSTILE = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'><svg onload=alert(3)>&lt;b&gt;]]>'


@pytest.fixture(scope="module")
def mill() -> Timeline:
    """A timeline of two entries."""
    return timeline.extract(ARTICLE, anchor="1950-03-02", source="https://example.org/mill")


def test_a_page_holds_the_whole_article(mill: Timeline) -> None:
    """Without its tags the text stands there as it came, paragraph by paragraph."""
    page = timeline.to_html(mill, ARTICLE)
    text = re.search(r"<article.*?</article>", page, re.DOTALL)
    assert text is not None
    said = [html.unescape(re.sub(r"<[^>]+>", "", part)) for part in re.findall(r"<p>(.*?)</p>", text[0], re.DOTALL)]
    assert said == ARTICLE.split("\n")


def test_every_entry_has_its_row_bar_and_words(mill: Timeline) -> None:
    """All three carry its number, and the row has its reason."""
    page = timeline.to_html(mill, ARTICLE)
    for number, entry in enumerate(mill):
        assert len(re.findall(rf'data-e="{number}"', page)) >= 3
        assert html.escape(str(mill.why(entry)), quote=False).replace('"', "&#34;").replace("'", "&#39;") in page.replace(
            "&quot;", "&#34;"
        )


def test_ids_are_unique_and_links_lead_somewhere(mill: Timeline) -> None:
    """No two elements share an id; every link inside the page has its target."""
    for page in (timeline.to_html(mill, ARTICLE), timeline.to_html(mill, ARTICLE, fragment=True), timeline.to_html(mill)):
        ids = re.findall(r' id="([^"]+)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r' href="#([^"]+)"', page)) <= set(ids)


def test_the_policy_names_the_style_and_the_script(mill: Timeline) -> None:
    """Their hashes are those of what stands in the page, and nothing else is allowed."""
    page = timeline.to_html(mill, ARTICLE)
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', page)[1])  # type: ignore[index]
    for tag in ("style", "script"):
        body = re.search(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)[1]  # type: ignore[index]
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy and "http" not in policy


def test_nothing_is_loaded_from_elsewhere(mill: Timeline) -> None:
    """No element names a resource outside of the file."""
    page = timeline.to_html(mill, ARTICLE)
    assert not re.search(r"<(?:script|img|iframe|object|embed)[^>]*\ssrc=|@import|url\((?!#)", page)
    assert re.findall(r'<link[^>]*href="([^"]*)"', page) == ["data:,"]


def hostile_timeline() -> Timeline:
    """An entry whose every text attacks."""
    row = Entry(
        label=HOSTILE,
        when=samples.TALKS,
        sentence=HOSTILE,
        source=HOSTILE,
        attribution=HOSTILE,
        reason=HOSTILE,
        event=samples.event(HOSTILE),
        time=samples.mention(HOSTILE, reason=HOSTILE, value=HOSTILE),
    )
    return Timeline(entries=(row,), hidden=(Entry(label=HOSTILE),), source=HOSTILE, notes=(HOSTILE,), language="en")


class Tags(HTMLParser):
    """Collects what a browser would take for tags."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


@pytest.mark.parametrize("fragment", [True, False])
def test_hostile_text_stays_text(fragment: bool) -> None:
    """Whatever a text says, no tag and no attribute of it is one of the page."""
    kind, plain = Tags(), Tags()
    kind.feed(timeline.to_html(hostile_timeline(), HOSTILE, title=HOSTILE, fragment=fragment))
    plain.feed(timeline.to_html(timeline.from_json(timeline.to_json(hostile_timeline()).replace("<", "")), fragment=fragment))
    assert kind.names - plain.names <= {"article"}
    assert not [name for name, _ in kind.attributes if name.startswith("on") or name == "style"]
    assert all(value.startswith(("#", "data:,")) for name, value in kind.attributes if name in ("href", "src"))


def test_hostile_text_stays_text_in_a_drawing() -> None:
    """So it does in SVG, which is XML and has scripts too."""
    drawing = ElementTree.fromstring(timeline.to_svg(hostile_timeline(), title=HOSTILE))
    assert not {"script", "image", "foreignObject"} & {element.tag.rpartition("}")[2] for element in drawing.iter()}
    assert drawing[0].text == HOSTILE


@pytest.mark.parametrize(
    ("source", "linked"),
    [
        ("https://example.org/a?b=1&c", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,<b>", False),
        (" https://example.org", False),
        ('https://example.org/" onclick="alert(1)', False),
        ("//example.org", False),
    ],
)
def test_only_web_addresses_become_links(source: str, linked: bool) -> None:
    """Any other source is shown and cannot be followed."""
    page = timeline.to_html(Timeline(entries=(), source=source))
    assert ('rel="noopener' in page) is linked
    assert html.unescape(page).count(source.strip())


def test_a_fragment_has_no_script_and_keeps_to_itself(mill: Timeline) -> None:
    """Its classes and ids begin with "tl-", its style names nothing else, and two on one page do not share ids."""
    one, other = (timeline.to_html(mill, ARTICLE, fragment=True, title=title) for title in ("One", "Two"))
    assert "<script" not in one and "<html" not in one and "<body" not in one
    classes = {name for value in re.findall(r' class="([^"]+)"', one) for name in value.split()}
    assert all(name.startswith("tl-") for name in classes)
    ids = [set(re.findall(r' id="([^"]+)"', part)) for part in (one, other)]
    assert not ids[0] & ids[1] and all(name.startswith("tl-") for name in ids[0])
    style = re.search(r"<style>(.*?)</style>", one, re.DOTALL)[1]  # type: ignore[index]
    rules = re.findall(r"(?:^|[{}])([^{}@]+)\{", re.sub(r"@media[^{]+\{", "}", style))
    assert all(".tl-" in selector for rule in rules for selector in rule.split(","))


def test_the_text_must_be_the_one_that_was_read(mill: Timeline) -> None:
    """Marks at the offsets of another text would lie."""
    with pytest.raises(OptionError, match="not the text"):
        timeline.to_html(mill, ARTICLE + " ")


@pytest.mark.parametrize("lang", ["", "en us", 'en"', 7])
def test_a_language_tag_is_one(lang: str) -> None:
    """It goes into an attribute, and browsers read it."""
    with pytest.raises(OptionError, match="language tag"):
        timeline.to_html(Timeline(entries=()), lang=lang)


def test_merged_articles_are_shown_with_their_sources(mill: Timeline) -> None:
    """Each given text is shown under its source, and each row names its own."""
    fire = "The mill burnt down on 3 June 1902."
    both = mill | timeline.extract(fire, anchor="1902-06-04", source="paper")
    page = timeline.to_html(both, {"paper": fire})
    assert page.count("<article") == 1
    assert page.count('<span class="tl-from">paper</span>') == 1
    with pytest.raises(OptionError, match="several articles"):
        timeline.to_html(both, fire)
    with pytest.raises(OptionError, match="no article 'x'"):
        timeline.to_html(both, {"x": fire})
    assert "<article" not in timeline.to_html(both)


def test_html_articles_are_shown_as_a_reader_sees_them() -> None:
    """Offsets count the source, the page shows the view."""
    source = "<p>Ada &amp; Bob met on 3&nbsp;May 1871.</p><script>x()</script>"
    page = timeline.to_html(timeline.extract(source, anchor="1950-03-02", markup="html"), source)
    text = re.search(r"<article.*?</article>", page, re.DOTALL)[0]  # type: ignore[index]
    assert html.unescape(re.sub(r"<[^>]+>", "", text)).split() == "The text Ada & Bob met on 3 May 1871.".split()
    assert ">3\xa0May 1871</a>" in text


def test_the_same_timeline_makes_the_same_page(mill: Timeline) -> None:
    """Byte for byte, from the object and from what was stored of it."""
    again = timeline.from_json(timeline.to_json(mill))
    assert timeline.to_html(mill, ARTICLE) == timeline.to_html(again, ARTICLE)
    assert timeline.to_svg(mill) == timeline.to_svg(again)


def test_what_was_called_off_is_crossed_out() -> None:
    """In the drawing as in words."""
    text = "The workshop on 20 April has been cancelled."
    tl = timeline.extract(text, anchor="2024-02-26")
    drawing = timeline.to_svg(tl)
    page = timeline.to_html(tl)
    assert "tl-cancelled" in drawing and ">called off<" in page
    assert "crossed out: called off</li>" in page
    # the paper-coloured rim of a label would be drawn around the line too, and over the letters
    assert ".tl-page .tl-cancelled .tl-label{text-decoration:line-through;stroke-width:0}" in drawing


def test_inferred_dates_are_marked_as_such() -> None:
    """The word in the text looks like that of any dated event; the row says that its date was inferred."""
    text = "The vote was on 3 May 2023. After the vote, the mayor resigned."
    page = timeline.to_html(timeline.extract(text, anchor="2023-06-01", infer=True), text)
    assert ">inferred<" in page and 'class="tl-in tl-undated"' not in page


def test_an_empty_timeline_makes_a_page() -> None:
    """No entries are no error, and there is no empty drawing."""
    assert "<svg" not in timeline.to_html(Timeline(entries=()))
    assert "No dated entries" in timeline.to_html(Timeline(entries=()), "")
    assert "no dated entries" in timeline.to_svg(Timeline(entries=()))


@settings(max_examples=40)
@given(samples.timelines(), st.none() | samples.texts)
def test_any_timeline_makes_a_page_and_a_drawing(tl: Timeline, title: str | None) -> None:
    """Whatever it holds; the drawing is well-formed XML, and both can be written as UTF-8."""
    page, drawing = timeline.to_html(tl, title=title), timeline.to_svg(tl, title=title)
    assert page.encode() and page.count("<script") == 1
    assert ElementTree.fromstring(drawing).tag.endswith("svg")


words = st.text(alphabet="ab \n\r\t<&é\U0001f600", max_size=30)
spans = st.tuples(st.integers(0, 30), st.integers(0, 30), st.sampled_from(("event", "time", "undated")), st.integers(0, 3))


@given(words, st.lists(spans, max_size=6))
def test_marks_nest_and_overlap(text: str, found: list[tuple[int, int, str, int]]) -> None:
    """Segments are the text cut at the edges of marks; each is under exactly the marks that span it."""
    marks = [Mark(min(a, b), max(a, b), kind, number) for a, b, kind, number in found]
    place = 0
    for segment in (segment for paragraph in paragraphs(text, marks) for segment in paragraph):
        start = text.index(segment.text, place)
        assert not text[place:start].strip()
        place = start + len(segment.text)
        wanted = {m for m in marks if m.start <= start and place <= m.end <= len(text)}
        assert set(segment.marks) == wanted
    assert not text[place:].strip()


def test_a_long_line_with_many_marks_is_no_trouble() -> None:
    """The time goes with the length of the text, not with its square."""
    marks = [Mark(place, place + 1, "event", place, True) for place in range(0, 60_000, 3)]
    began = time.process_time()
    assert sum(len(paragraph) for paragraph in paragraphs("ab " * 20_000, marks)) == 40_000
    assert time.process_time() - began < 5


def test_marks_of_html_move_into_the_view() -> None:
    """A mark over an entity is one character long."""
    assert seen("a&amp;b", [Mark(1, 6, "time", 0)]) == ("a&b", [Mark(1, 2, "time", 0)])


def test_timelinejs_escapes_and_counts_years() -> None:
    """TimelineJS shows HTML and knows no year 0."""
    ides = Entry(label="<b>Ides</b>", when=timeline.When.read("-0043-03-15"), sentence="a & b")
    slide = json.loads(timeline.to_timelinejs(Timeline(entries=(ides,)), title="<Rome>"))
    assert slide["title"]["text"]["headline"] == "&lt;Rome&gt;"
    event = slide["events"][0]
    assert event["start_date"] == {"year": -44, "month": 3, "day": 15}
    assert event["text"] == {"headline": "&lt;b&gt;Ides&lt;/b&gt;", "text": "<p>a &amp; b</p>"}
    assert event["display_date"] == "15 March 44 BC"


def test_timelinejs_without_a_date_has_nothing_to_show() -> None:
    """Its viewer fails on an empty list, so there is none."""
    with pytest.raises(ExportError, match="no entry has a date"):
        timeline.to_timelinejs(Timeline(entries=(Entry(label="talks"),)))


@settings(max_examples=40)
@given(samples.timelines())
def test_any_dated_entry_makes_a_slide(tl: Timeline) -> None:
    """One slide for each entry with a date, each with a year."""
    dated = sum(entry.dated for entry in tl)
    if dated:
        assert len(json.loads(timeline.to_timelinejs(tl))["events"]) == dated
