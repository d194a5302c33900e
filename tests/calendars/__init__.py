"""Tests of calendars: their bytes, their dates, what is left out of them, and what other programs make of them."""
