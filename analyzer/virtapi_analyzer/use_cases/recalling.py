"""What the answer to `check` and `diff` depends on. It must be known before griffe, mypy or the rules are imported."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.answers import contents, key
from virtapi_analyzer.interface.tree import silent
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.use_cases.opening import Progress, opened, project


def key_of_check(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    *,
    against: str | None = None,
    words: Iterable[str] = (),
    progress: Progress = silent,
) -> str | None:
    """The key of a check: equal where nothing that its answer depends on changed. `words` are what was asked for, and
    how it is to be told. None where there is nothing to compare with."""
    newest = baselines.newest(interface.baselines) if interface.baselines is not None else None
    old = against or newest
    if old is None:
        return None
    new = str(project(configuration, interface))
    return key(_all(configuration, interface, (old, new), words, progress))


def key_of_diff(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    old: str,
    new: str,
    *,
    words: Iterable[str] = (),
    progress: Progress = silent,
) -> str:
    """The key of a comparison of two sources, as that of a check."""
    return key(_all(configuration, interface, (old, new), words, progress))


def _all(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    sources: Iterable[str],
    words: Iterable[str],
    progress: Progress,
) -> Iterator[str | bytes]:
    yield str(Path.cwd())  # places are told relative to it
    yield from words
    yield repr(configuration)
    yield repr(interface)
    for file in (configuration.file, configuration.acceptances(interface)):
        yield file.read_bytes() if file is not None and file.is_file() else "no file"
    if interface.baselines is not None:
        yield from baselines.fingerprint(interface.baselines)
    for source in sources:
        yield from contents(opened(configuration, interface, source, progress))
