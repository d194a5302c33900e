"""Radicale, a CalDAV server, takes the events of an article, gives them back, and takes those of the corrected article.

It runs in a process of its own on the loopback interface, with its files in a folder of the test.
"""

from __future__ import annotations

import base64
import http.client
import socket
import subprocess
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.calendars.corrected import published, republished
from tests.calendars.reading import events_of, uids
from timeline import Timeline, extract, to_ical

CONFIG = """\
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[storage]
filesystem_folder = {home}/store
"""
COLLECTION = "/reader/news/"
DEADLINE = 60.0  # seconds in which the server must have come up
QUERY = """\
<?xml version="1.0"?>
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:prop><C:calendar-data/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">
<C:time-range start="{first}T000000Z" end="{last}T000000Z"/></C:comp-filter></C:comp-filter></C:filter></C:calendar-query>
"""


class Server:
    """A running server, as a client sees it."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        """The status and body of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        login = {"Authorization": "Basic " + base64.b64encode(b"reader:x").decode()}
        try:
            connection.request(method, path, body, login | {name.replace("_", "-"): told for name, told in headers.items()})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def put(self, tl: Timeline) -> list[int]:
        """Stores each event of a timeline under its UID, with the zones of the calendar, and gives the answers.

        This is how docs/calendars.md says to do it.
        """
        calendar = icalendar.Calendar.from_ical(to_ical(tl))
        answers = []
        for event in calendar.walk("VEVENT"):
            one = icalendar.Calendar(calendar)
            one.subcomponents = [*calendar.walk("VTIMEZONE"), event]
            path = f"{COLLECTION}{event['UID']}.ics"
            answers.append(self.ask("PUT", path, one.to_ical(), Content_Type="text/calendar; charset=utf-8")[0])
        return answers

    def events(self) -> dict[str, Any]:
        """All events of the collection by UID; none may stand there twice."""
        status, body = self.ask("GET", COLLECTION)
        assert status == 200
        found = events_of(body)
        assert len({str(event["UID"]) for event in found}) == len(found)
        return {str(event["UID"]): event for event in found}

    def between(self, first: str, last: str) -> int:
        """How many events take place between two days, as the server itself works it out."""
        status, body = self.ask("REPORT", COLLECTION, QUERY.format(first=first, last=last).encode(), Depth="1")
        assert status == 207
        return body.count(b"BEGIN:VEVENT")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this module, ended with it."""
    home, port = tmp_path_factory.mktemp("radicale"), free_port()
    (home / "config").write_text(CONFIG.format(port=port, home=home), encoding="utf-8")
    environment = {"HOME": str(home), "PATH": "", "PYTHONUTF8": "1"}
    with (home / "log").open("wb") as log:
        command = [sys.executable, "-m", "radicale", "--config", str(home / "config")]
        process = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=home)
    try:
        _await(process, port, home / "log")
        yield Server(port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    end = time.monotonic() + DEADLINE
    while time.monotonic() < end and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the server did not come up: {log.read_text(encoding='utf-8')}")


@pytest.fixture
def server(running: Server) -> Server:
    """The server with an empty collection."""
    running.ask("DELETE", COLLECTION)
    assert running.ask("MKCALENDAR", COLLECTION)[0] == 201
    return running


def test_a_server_gives_back_the_events_of_an_article(server: Server) -> None:
    """Every event is stored, with the dates and the words that were sent."""
    assert server.put(published()) == [201] * 4
    sent = {str(event["UID"]): event for event in events_of(to_ical(published()))}
    stored = server.events()
    assert set(stored) == set(sent)
    for uid, event in sent.items():
        for name in ("DTSTART", "DTEND", "RRULE", "SUMMARY", "DESCRIPTION", "STATUS", "COLOR", "X-TIMELINE-EDTF"):
            assert stored[uid].get(name) == event.get(name), name


def test_a_server_finds_the_events_of_a_week(server: Server) -> None:
    """It reads dates and rules for itself: the week of the meeting, and one that has nothing but a repetition."""
    server.put(published())
    assert server.between("20230928", "20230930") == 1
    assert server.between("20231130", "20231206") == 1
    assert server.between("20231206", "20231211") == 0


def test_a_corrected_article_updates_its_events(server: Server) -> None:
    """A sentence inserted above, 3 pm to 4 pm, and a day later: the same UIDs, updated, and none doubled."""
    server.put(published())
    before = server.events()
    assert server.put(republished()) == [204] * 4  # not created: there already, and changed
    after = server.events()
    assert set(after) == set(before) == set(uids(published()))
    hours = [
        next(event["DTSTART"].dt for event in events.values() if "council" in event["SUMMARY"]).hour
        for events in (before, after)
    ]
    assert hours == [14, 15]  # of UTC, an hour behind summer time
    assert {event["DTSTAMP"].dt.day for event in after.values()} == {26}


def test_a_server_takes_a_whole_calendar(server: Server) -> None:
    """Radicale also takes all events at once, and a corrected calendar in place of the first."""
    for tl in (published(), republished()):
        server.ask("DELETE", COLLECTION)
        assert server.ask("PUT", COLLECTION, to_ical(tl), Content_Type="text/calendar")[0] == 201
        assert set(server.events()) == set(uids(tl))


@pytest.mark.parametrize("words", ["a\ufffe\uffff\x00\x1b", "\u202e\u2028\x85", "]]>&<b>", "🙂" * 500])
def test_hostile_words_reach_a_client_whole(server: Server, words: str) -> None:
    """An event travels in XML too, which forbids more characters than iCalendar does."""
    tl = extract(f"The {words} club met on 2 May 2024.", anchor="2024-05-03", source=words)
    assert server.put(tl) == [201]
    status, body = server.ask("REPORT", COLLECTION, QUERY.format(first="20240501", last="20240504").encode(), Depth="1")
    assert status == 207
    assert len(ElementTree.fromstring(body).findall(".//{urn:ietf:params:xml:ns:caldav}calendar-data")) == 1
