"""The page in a browser: linked by pointer and keyboard, safe, readable on any screen, and clean for WCAG 2.2 AA.

Needs Chromium with its driver; without them the tests are skipped, except where the environment says that this is a server
that tests (CI).
"""

from __future__ import annotations

import importlib.resources
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

import timeline
from timeline import Entry, Timeline

from . import samples
from .test_layout import crowd
from .test_pages import HOSTILE, hostile_timeline

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1280,900"
).split()
AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ARTICLE = (
    "Ada Brook has not been seen for about three weeks. She met the council over the weekend.\n"
    "She will speak from Monday to Thursday. Her mill opened in May 1871, and rumours spread.\n"
    "She may leave in 2024. The council is to vote on Friday."
)


def installed() -> tuple[str, str] | None:
    """The browser and its driver, if both are there."""
    browser = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    return (browser, driver) if browser and driver else None


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    """One browser for all tests of this module."""
    found = installed()
    if found is None:
        if "CI" in os.environ:
            pytest.fail("no browser: .ci/prepare installs chromium and chromium-driver")
        pytest.skip("chromium with its driver is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = found[0]
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(found[1]))
    yield driver
    driver.quit()


Show = Callable[..., webdriver.Chrome]


@pytest.fixture
def show(browser: webdriver.Chrome, tmp_path: Path) -> Iterator[Show]:
    """Opens an HTML text in the browser, on a screen of some width, in light or dark, for reading or for print."""

    def opened(page: str, *, width: int = 1280, height: int = 900, dark: bool = False, media: str = "") -> webdriver.Chrome:
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", screen)
        scheme = [
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": scheme})
        browser.get("about:blank")
        browser.get_log("browser")  # type: ignore[no-untyped-call]
        browser.get(path.as_uri())
        return browser

    yield opened
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


@pytest.fixture(scope="module")
def page() -> str:
    """The page of an article with entries of every kind."""
    tl = timeline.extract(ARTICLE, anchor="2023-09-18", source="https://example.org/brook")
    return timeline.to_html(tl, ARTICLE, title="Ada Brook")


@pytest.fixture(scope="module")
def large() -> str:
    """The page of three thousand entries."""
    return timeline.to_html(Timeline(entries=tuple(crowd(3_000))), title="A crowd")


def console(browser: webdriver.Chrome) -> list[str]:
    """What the browser complained about."""
    return [line["message"] for line in browser.get_log("browser")]  # type: ignore[no-untyped-call]


def one(browser: webdriver.Chrome, selector: str) -> WebElement:
    """The first element that a selector finds."""
    return browser.find_element(By.CSS_SELECTOR, selector)


def chosen(browser: webdriver.Chrome) -> set[str]:
    """The classes of the elements that are chosen."""
    script = "return [...document.querySelectorAll('.tl-selected')].map(e => e.getAttribute('class'))"
    return {name for value in browser.execute_script(script) for name in value.split()} & {"tl-mark", "tl-in", "tl-row"}


def focused(browser: webdriver.Chrome) -> tuple[str, str]:
    """Which part of which entry has the focus."""
    script = (
        "const e = document.activeElement; const p = e.closest('[data-e]');"
        "return [p ? p.getAttribute('class').split(' ')[0] : e.tagName, p ? p.dataset.e : '']"
    )
    name, number = browser.execute_script(script)
    return str(name), str(number)


def test_a_click_on_a_word_opens_its_row(show: Show, page: str) -> None:
    """The word, the bar and the row are chosen, the reason is open, and the focus has followed the link."""
    driver = show(page)
    word = one(driver, ".tl-text .tl-event")
    number = word.get_attribute("data-e")
    word.click()
    assert chosen(driver) == {"tl-mark", "tl-in", "tl-row"}
    assert one(driver, f".tl-row[data-e='{number}'] .tl-why").is_displayed()
    assert focused(driver) == ("tl-row", number)
    assert console(driver) == []


def test_a_click_on_a_bar_opens_its_row(show: Show, page: str) -> None:
    """So does the bar; Escape lets go of it."""
    driver = show(page)
    one(driver, ".tl-level a[data-e='1'] .tl-label").click()
    assert chosen(driver) == {"tl-mark", "tl-in", "tl-row"}
    assert one(driver, ".tl-row[data-e='1'] blockquote").is_displayed()
    driver.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert chosen(driver) == set()


def test_a_row_leads_back_to_the_text(show: Show, page: str) -> None:
    """Its link puts the focus on the words."""
    driver = show(page)
    one(driver, ".tl-row[data-e='2'] summary").click()
    one(driver, ".tl-row[data-e='2'] .tl-back").click()
    assert focused(driver)[0] == "tl-in"
    assert chosen(driver) == {"tl-mark", "tl-in", "tl-row"}


def test_pointing_shows_all_parts(show: Show, page: str) -> None:
    """Over a bar, its words and its row light up."""
    driver = show(page)
    webdriver.ActionChains(driver).move_to_element(one(driver, ".tl-level a[data-e='1'] .tl-label")).perform()
    hot = driver.find_elements(By.CSS_SELECTOR, ".tl-hot")
    assert {element.get_attribute("data-e") for element in hot} == {"1"} and len(hot) >= 3


def test_each_part_is_one_stop_for_the_tab_key(show: Show, page: str) -> None:
    """Tab goes from the drawing to the text to the list; the arrows go from entry to entry."""
    driver = show(page)
    stops = []
    for _ in range(7):
        driver.switch_to.active_element.send_keys(Keys.TAB)
        stops.append(focused(driver)[0])
    assert [stops.count(part) for part in ("tl-mark", "tl-in", "tl-row")] == [1, 1, 1]
    assert stops.index("tl-mark") < stops.index("tl-in") < stops.index("tl-row")


@pytest.mark.parametrize("part", [".tl-level a", ".tl-text a.tl-in", ".tl-rows summary"])
def test_arrow_keys_go_from_entry_to_entry(show: Show, page: str, part: str) -> None:
    """Forth and back, to the last and to the first, with a visible ring, and Enter chooses."""
    driver = show(page)
    items = driver.find_elements(By.CSS_SELECTOR, part)
    driver.execute_script("arguments[0].focus()", items[0])
    for key, place in ((Keys.ARROW_RIGHT, 1), (Keys.ARROW_DOWN, 2), (Keys.ARROW_LEFT, 1), (Keys.END, -1), (Keys.HOME, 0)):
        driver.switch_to.active_element.send_keys(key)
        assert driver.switch_to.active_element == items[place]
    assert driver.execute_script("return getComputedStyle(document.activeElement).outlineStyle") == "solid"
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    assert "tl-row" in chosen(driver)


def test_hostile_text_runs_nothing(show: Show) -> None:
    """No dialog, no element of its own, no complaint: it is text, and the policy had nothing to stop."""
    driver = show(timeline.to_html(hostile_timeline(), HOSTILE, title=HOSTILE))
    assert driver.title == HOSTILE
    assert driver.execute_script("return [document.images.length, document.scripts.length]") == [0, 1]
    assert one(driver, ".tl-text p").text == HOSTILE
    assert console(driver) == []


def test_a_source_that_is_a_script_is_no_link(show: Show) -> None:
    """Nothing on the page leads to it."""
    talks = Entry(label="talks", when=samples.TALKS)
    driver = show(timeline.to_html(Timeline(entries=(talks,), source="javascript:alert(1)")))
    links = driver.execute_script("return [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert all(link.startswith("#") for link in links)


def test_the_policy_stops_what_got_in(show: Show, page: str) -> None:
    """A script, a handler, a style and an image put into the file by hand do nothing."""
    attack = "<script>window.bad = 1</script><img src='https://example.org/x.png' onerror='window.bad = 2'>"
    driver = show(page.replace("</main>", attack + "<p style='color: red' onclick='window.bad = 3'>x</p></main>"))
    driver.execute_script("document.querySelector('main > p').click()")
    assert driver.execute_script("return window.bad") is None
    assert len([line for line in console(driver) if "Content Security Policy" in line or "violates" in line]) >= 3


def violations(driver: webdriver.Chrome) -> list[str]:
    """What axe finds on the page, with the elements that it finds it on."""
    driver.execute_script(AXE)
    options = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}
    run = "axe.run(document, arguments[0]).then(arguments[1], e => arguments[1]({violations: [{id: String(e), nodes: []}]}))"
    found: Any = driver.execute_async_script(run, options)
    return [f"{rule['id']}: {[node['html'][:160] for node in rule['nodes'][:3]]}" for rule in found["violations"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_is_accessible(show: Show, page: str, dark: bool, width: int) -> None:
    """axe finds nothing against WCAG 2.2 AA, with a row open."""
    driver = show(page, dark=dark, width=width)
    for part in (".tl-row", ".tl-hidden"):
        driver.execute_script("document.querySelector(arguments[0] + ' summary').click()", part)
    assert violations(driver) == []


def test_a_large_page_is_accessible(show: Show) -> None:
    """So is one with zoom, columns and groups."""
    driver = show(timeline.to_html(Timeline(entries=tuple(crowd(250))), title="A crowd"))
    assert violations(driver) == []


def test_a_fragment_works_without_a_script(show: Show, page: str) -> None:
    """Its links lead to its rows, and it does not touch the page around it."""
    tl = timeline.extract(ARTICLE, anchor="2023-09-18")
    part = timeline.to_html(tl, ARTICLE, fragment=True, title="Ada Brook")
    driver = show(f"<!DOCTYPE html><html lang='en'><title>x</title><body><main><h1>Mine</h1><p id='own'>x</p>{part}</main>")
    before = driver.execute_script("return getComputedStyle(document.getElementById('own')).color")
    one(driver, ".tl-text .tl-event").click()
    assert one(driver, ":target").get_attribute("class") == "tl-row"
    assert before == "rgb(0, 0, 0)"
    assert violations(driver) == []


@pytest.mark.parametrize(("room", "columns"), [(600, 1), (1200, 2)])
def test_a_fragment_goes_by_the_room_that_it_has(show: Show, room: int, columns: int) -> None:
    """Text and list stand side by side only where the part itself is wide, however wide the window."""
    tl = timeline.extract(ARTICLE, anchor="2023-09-18")
    part = timeline.to_html(tl, ARTICLE, fragment=True)
    driver = show(f"<!DOCTYPE html><html lang='en'><title>x</title><div style='width: {room}px'>{part}</div>")
    lefts = "return ['.tl-texts', '.tl-list'].map(e => document.querySelector(e).getBoundingClientRect().left)"
    assert len(set(driver.execute_script(lefts))) == columns


def test_a_phone_needs_no_sideways_scrolling(show: Show, page: str, large: str) -> None:
    """Only the drawing scrolls in its frame."""
    for text in (page, large):
        driver = show(text, width=360, height=740)
        assert driver.execute_script("return document.documentElement.scrollWidth") <= 360


def test_print_shows_all(show: Show, page: str) -> None:
    """On paper every reason is open, and nothing that needs a pointer is left."""
    driver = show(page, media="print", width=800)
    heights = "return [...document.querySelectorAll('.tl-why')].map(e => e.getBoundingClientRect().height)"
    assert min(driver.execute_script(heights)) > 0
    assert driver.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    gone = driver.find_elements(By.CSS_SELECTOR, ".tl-skip, .tl-back, .tl-zoom")
    assert not any(element.is_displayed() for element in gone)


def test_three_thousand_entries_are_a_page(show: Show, large: str) -> None:
    """The document stays small, the whole is counted, and a column opens the closer look on its entries."""
    driver = show(large)
    assert driver.execute_script("return document.querySelectorAll('*').length") < 20 * 3_000
    drawn = "return [...document.querySelectorAll('.tl-level')].filter(e => e.getClientRects().length).length"
    assert driver.execute_script(drawn) == 1
    one(driver, ".tl-cluster:nth-of-type(20)").click()
    assert one(driver, ".tl-zoom-6").is_selected()
    assert driver.execute_script(drawn) == 1
    assert driver.execute_script("return document.querySelector('.tl-scroll').scrollLeft") > 0
    assert console(driver) == []
