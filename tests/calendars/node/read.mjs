// What ical.js and node-ical find in a calendar: `node read.mjs CALENDAR.ics FIRST LAST`, answered as JSON.
// The occurrences of all events from the day FIRST up to, not including, LAST are unrolled by each reader itself.

import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";

const [file, first, last] = process.argv.slice(2);
const text = fs.readFileSync(file, "utf8");

const DAY = 24 * 60 * 60 * 1000;
const pad = (number) => String(number).padStart(2, "0");
const day = (date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
const instant = (date) => date.toISOString().replace(".000Z", "+00:00");

function byIcalJs() {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  const written = (time) => (time.isDate ? time.toString() : instant(time.toJSDate()));
  const events = {};
  const occurrences = [];
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    events[event.uid] = {
      start: written(event.startDate),
      end: written(event.endDate),
      summary: event.summary,
      description: event.description,
      status: component.getFirstPropertyValue("status"),
    };
    const times = event.iterator();
    for (let time = times.next(); time && written(time) < last; time = times.next()) {
      if (written(time) >= first) occurrences.push([written(time), event.summary]);
    }
  }
  return { events, occurrences };
}

function byNodeIcal() {
  const events = {};
  const occurrences = [];
  for (const event of Object.values(nodeIcal.sync.parseICS(text))) {
    if (event.type !== "VEVENT") continue;
    const allDay = event.datetype === "date";
    const written = (date) => (allDay ? day(date) : instant(date));
    events[event.uid] = {
      start: written(event.start),
      end: written(event.end ?? event.start),
      summary: event.summary,
      description: event.description,
      status: event.status ?? null,
    };
    // a day more at both ends, since it takes days for midnights of the machine's zone
    const [from, to] = [new Date(new Date(first) - DAY), new Date(+new Date(last) + DAY)];
    for (const { start } of nodeIcal.expandRecurringEvent(event, { from, to })) {
      if (written(start) >= first && written(start) < last) occurrences.push([written(start), event.summary]);
    }
  }
  return { events, occurrences };
}

console.log(JSON.stringify({ "ical.js": byIcalJs(), "node-ical": byNodeIcal() }));
