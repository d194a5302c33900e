"""The command line: articles in; tables, calendars, data and answers out."""

from timeline.cli.program import main

__all__ = ["main"]
