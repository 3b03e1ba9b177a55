"""Compares two versions of a plug-in interface and says who would break, why, and what to do instead.

`diff(old, new, interface)` is the whole of it in one call; the command `virtapi` is the same for people.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from virtapi_analyzer.model.report import Report
    from virtapi_analyzer.policy.configuration import InterfaceConfiguration

__all__ = ["diff"]


def diff(
    old: "str | Path",
    new: "str | Path",
    interface: "str | InterfaceConfiguration",
    *,
    host: "str | Path | None" = None,
    forward: bool = False,
    prove: bool = False,
    old_host: "str | Path | None" = None,
) -> "Report":
    """What the way from `old` to `new` means for the host and for drivers.

    `old` and `new` are sources: a path, a release, `git:REF` or `pypi:NAME==VERSION`. `interface` is the name of one
    that the nearest `pyproject.toml` with a `[tool.virtapi]` configures (`"virtapi"` needs none), or a configuration
    of one that no file speaks of. `host` is the source of a host of the newer version: what it really calls has a say
    in what breaks drivers. `old_host` is the same host as it called the old version; without it, `old` itself where
    `host` is `new` itself. With `forward`, drivers of the newer version are judged on hosts of the older one as well,
    and each finding says whether one source can serve both. With `prove`, each breaking finding comes with its proofs.

    Raises an error of `virtapi_analyzer.model.errors` that says what to do, where one of the two cannot be looked at.
    """
    # What this needs costs a fifth of a second, which nobody should pay for the import of the package.
    from virtapi_analyzer.policy.choice import configured
    from virtapi_analyzer.use_cases import comparing

    configuration, meant = configured(interface)
    newer, older = (None if each is None else str(each) for each in (host, old_host))
    return comparing.diff(
        configuration, meant, str(old), str(new), host=newer, old_host=older, forward=forward, prove=prove
    )
