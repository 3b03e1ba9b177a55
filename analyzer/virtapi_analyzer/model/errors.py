"""Why a comparison could not be made: one small tree, and every message says what to do.

An error of this tree means *could not look* (exit status 2). What was found out about an interface is never an
exception: it is a `virtapi_analyzer.model.finding.Finding`.
"""


class AnalyzerError(Exception):
    """The analyzer could not look. `str(error)` is one line for a person, and says what to do."""


class ConfigurationError(AnalyzerError):
    """`[tool.virtapi]`, an acceptance, or the command line says something that cannot be followed."""


class SourceError(AnalyzerError):
    """A source (a path, a release, `git:REF`, `pypi:NAME==VERSION`) cannot be had."""


class BaselineError(AnalyzerError):
    """A baseline was edited, is incomplete, stands already, or may not be released yet."""


class ReadingError(AnalyzerError):
    """A file that the interface reaches cannot be read: its syntax, its encoding, its imports."""
