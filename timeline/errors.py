"""The one family of errors: what a caller can get wrong, each also a builtin error."""


class TimelineError(Exception):
    """Any mistake of a caller; texts themselves never raise.

    >>> issubclass(AnchorError, TimelineError) and issubclass(AnchorError, ValueError)
    True
    """


class AnchorError(TimelineError, ValueError):
    """The anchor does not state a day, month and year by itself."""


class TextError(TimelineError, TypeError):
    """The text is not a string."""


class LanguageError(TimelineError, LookupError):
    """There is no language pack of that name."""


class ZoneError(TimelineError, LookupError):
    """There is no time zone of that name."""


class OptionError(TimelineError, ValueError):
    """An option has a value that it cannot have."""


class ExtraError(TimelineError, ImportError):
    """An option needs an optional package that is not installed."""


class PeriodError(TimelineError, ValueError):
    """A date, period or interval given to a query cannot be read."""


class QueryError(TimelineError, ValueError):
    """A text is no query; the message points at the column."""


class MissingError(TimelineError, KeyError):
    """No entry answers to that name or number."""

    def __str__(self) -> str:
        # KeyError would print its message as a quoted literal.
        return str(self.args[0]) if self.args else ""


class AmbiguousError(TimelineError, LookupError):
    """Several entries answer to that name."""


class ExportError(TimelineError, ValueError):
    """There is nothing to export, or the format cannot hold it."""


class FormatError(TimelineError, ValueError):
    """A stored timeline cannot be read back."""


class WeightsError(TimelineError, ValueError):
    """A file of trained weights is missing, damaged or of another version."""
