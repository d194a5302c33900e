"""The one family of errors: what a caller can get wrong, each also a builtin error."""


class TimelineError(Exception):
    """Any mistake of a caller; texts themselves never raise.

    >>> issubclass(AnchorError, TimelineError) and issubclass(AnchorError, ValueError)
    True
    """


class AnchorError(TimelineError, ValueError):
    """The anchor does not state a day, month and year by itself.

    >>> import timeline
    >>> timeline.extract("They met.", anchor="Monday")
    Traceback (most recent call last):
    ...
    timeline.errors.AnchorError: anchor 'Monday' is no full date: expected a date, a datetime, ...
    """


class TextError(TimelineError, TypeError):
    """The text is not a string.

    >>> import timeline
    >>> timeline.times(5, anchor="2023-09-18")
    Traceback (most recent call last):
    ...
    timeline.errors.TextError: text is int, expected str
    """


class LanguageError(TimelineError, LookupError):
    """There is no language pack of that name.

    >>> import timeline
    >>> timeline.Extractor(language="tlh")
    Traceback (most recent call last):
    ...
    timeline.errors.LanguageError: there is no language 'tlh', expected one of en, en-GB, en-US: English is ...
    """


class ZoneError(TimelineError, LookupError):
    """There is no time zone of that name.

    >>> import timeline
    >>> timeline.Extractor(tz="Stockholm")
    Traceback (most recent call last):
    ...
    timeline.errors.ZoneError: there is no time zone 'Stockholm', did you mean 'Europe/Stockholm'?
    """


class OptionError(TimelineError, ValueError):
    """An option has a value that it cannot have.

    >>> import timeline
    >>> timeline.Conventions(domain="novel")
    Traceback (most recent call last):
    ...
    timeline.errors.OptionError: domain is 'novel', expected one of news, narrative, notice
    """


class ExtraError(TimelineError, ImportError):
    """An option needs an optional package that is not installed.

    >>> issubclass(ExtraError, ImportError)
    True
    """


class PeriodError(TimelineError, ValueError):
    """A date, period or interval given to a query cannot be read.

    >>> import timeline
    >>> timeline.extract("They met.", anchor=None).on("next week")
    Traceback (most recent call last):
    ...
    timeline.errors.PeriodError: cannot read 'next week': expected EDTF such as "2023-09-18", ...
    """


class QueryError(TimelineError, ValueError):
    """A text is no query; the message points at the column.

    >>> import timeline
    >>> timeline.extract("They met.", anchor=None).query("during May")
    Traceback (most recent call last):
    ...
    timeline.errors.QueryError: column 8: cannot read 'May': expected EDTF such as "2023-09-18", ...
      during May
             ^
    """


class MissingError(TimelineError, KeyError):
    """No entry answers to that name or number.

    >>> import timeline
    >>> timeline.extract("They met on 5 May 2023.", anchor=None)["quarrel"]
    Traceback (most recent call last):
    ...
    timeline.errors.MissingError: no entry answers to 'quarrel'
    """

    def __str__(self) -> str:
        # KeyError would print its message as a quoted literal.
        return str(self.args[0]) if self.args else ""


class AmbiguousError(TimelineError, LookupError):
    """Several entries answer to that name.

    >>> import timeline
    >>> timeline.extract("They met on 5 May 2023. We met on 6 May 2023.", anchor=None)["met"]
    Traceback (most recent call last):
    ...
    timeline.errors.AmbiguousError: 2 entries answer to 'met': 2023-05-05 They met; 2023-05-06 We met; ...
    """


class ExportError(TimelineError, ValueError):
    """There is nothing to export, or the format cannot hold it.

    >>> import timeline
    >>> timeline.to_ical(timeline.extract("Hello.", anchor=None))
    Traceback (most recent call last):
    ...
    timeline.errors.ExportError: nothing to export: there are no entries; empty=True ...
    """


class FormatError(TimelineError, ValueError):
    """A stored timeline cannot be read back.

    >>> import timeline
    >>> timeline.from_json("{}")
    Traceback (most recent call last):
    ...
    timeline.errors.FormatError: cannot read the timeline: expected an object with "format": "timeline"
    """


class WeightsError(TimelineError, ValueError):
    """A file of trained weights is missing, damaged or of another version."""
