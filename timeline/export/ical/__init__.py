"""Timelines as iCalendar files (RFC 5545): what stands where, what is left out, and bytes that are the same every time."""

from timeline.export.ical.calendar import IcalReport, ical_report, to_ical
from timeline.export.ical.options import KINDS, REPEATS
from timeline.export.ical.slots import Skipped

__all__ = ["KINDS", "REPEATS", "IcalReport", "Skipped", "ical_report", "to_ical"]
