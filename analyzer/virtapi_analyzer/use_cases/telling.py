"""What became of each element: `timeline`."""

from virtapi_analyzer.compare.lives import timeline
from virtapi_analyzer.interface import baselines
from virtapi_analyzer.interface.patterns import matches
from virtapi_analyzer.interface.tree import silent
from virtapi_analyzer.model.errors import BaselineError, ConfigurationError
from virtapi_analyzer.model.timeline import Timeline
from virtapi_analyzer.policy.configuration import Configuration, InterfaceConfiguration
from virtapi_analyzer.use_cases.opening import Progress, opened, read

TREE = "working tree"


def told(
    configuration: Configuration,
    interface: InterfaceConfiguration,
    *,
    pattern: str | None = None,
    everything: bool = False,
    progress: Progress = silent,
) -> Timeline:
    """The lives over all releases, and the working tree where the project has one.

    `pattern` is a glob over paths, or over the end of a path. Without `everything` only lives with something to tell.
    Raises `ConfigurationError` for a pattern that fits no element, `BaselineError` where there is no release.
    """
    names = baselines.releases(interface.baselines) if interface.baselines is not None else ()
    if not names:
        raise BaselineError(f"{interface.name} has no release yet, so there is nothing to tell: `virtapi release R`")
    found = [(name, read(opened(configuration, interface, name, progress), interface, progress)) for name in names]
    tree = None
    if interface.path is not None:
        tree = interface.release if interface.release is not None and interface.release not in names else TREE
        found.append((tree, read(opened(configuration, interface, str(interface.path), progress), interface, progress)))
    lives = tuple(timeline(found))
    if pattern is not None:
        lives = tuple(each for each in lives if matches(pattern, each.path) or matches(f"*.{pattern}", each.path))
        if not lives:
            raise ConfigurationError(f"no element fits {pattern!r} in any release: `virtapi timeline --all` lists them")
    shown = tuple(each for each in lives if everything or each.eventful)
    return Timeline(interface=interface.name, releases=tuple(name for name, _ in found), tree=tree, lives=shown)
