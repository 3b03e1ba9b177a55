"""How a host finds a driver and makes it: by its name, in the right release, with its options.

    driver = load_driver("libvirt", host, {"uri": "qemu:///system"})
    driver.start(call)

A driver is found by its entry point in the group `virtapi.drivers`, or as `module:Class`. What is in the way raises
`LoadError`, whose message is one line for an operator; what will be in the way with the next release is a
`DriverWarning`.
"""

from __future__ import annotations

import warnings
from dataclasses import MISSING, fields
from inspect import isabstract
from typing import TYPE_CHECKING, Any, get_type_hints

from virtapi._history import RELEASE, RELEASES
from virtapi._releases import line_of, order_of
from virtapi._transitions import departing, lacking
from virtapi.driver import ComputeDriver, DriverOptions
from virtapi.values import InvalidValue
from virtapi.wire import WireError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from virtapi.host import HostServices

__all__ = ["GROUP", "DriverWarning", "LoadError", "fill_options", "find_driver", "load_driver"]

GROUP = "virtapi.drivers"
"""The group of the entry points that name drivers."""


class LoadError(Exception):
    """A driver cannot be used here. The message says why, in one line, and what to do."""


class DriverWarning(UserWarning):
    """A driver works here, and will not with the next release of the interface, unless it moves along."""


def load_driver(
    name: str, host: HostServices, options: Mapping[str, object], /, *, release: str = RELEASE
) -> ComputeDriver:
    """Find a driver and construct it. Nothing is started.

    Args:
        name: that of its entry point, or `module:Class`.
        host: what the driver is given to call.
        options: what the operator has set, by the names of the driver's options.
        release: the release that the host was written for; the package may be one later.
    Returns:
        The driver. It is typed as what every driver is, so that asking for abilities narrows it.
    Raises:
        LoadError: as `find_driver` and `fill_options` say.
    """
    driver = find_driver(name, release=release)
    return driver(host, fill_options(driver, options))


def find_driver(name: str, /, *, release: str = RELEASE) -> type[ComputeDriver]:
    """The class of a driver, imported and looked at.

    Args:
        name: that of its entry point, or `module:Class`.
        release: the release that the host was written for.
    Raises:
        LoadError: no or several drivers have the name, or it cannot be imported, is no driver, lacks a method that
            every driver must have, or was written for other releases than the host's and the one before it.
    Warns:
        DriverWarning: it lives off something that the next release has no more.
    """
    found = _imported(name)
    if not (isinstance(found, type) and issubclass(found, ComputeDriver)):
        raise LoadError(f"{name} is no driver: it does not derive from {ComputeDriver.__name__}")
    _refuse_release(name, found, release)
    _refuse_incomplete(name, found)
    for what in departing(found):
        warnings.warn(f"{name} has to change before the next release of virtapi: {what}", DriverWarning, stacklevel=2)
    return found


def fill_options(driver: type[ComputeDriver], given: Mapping[str, object], /) -> DriverOptions:
    """The options of a driver, from what an operator has set.

    A value may be what the option's type says, or what a file of settings has for it: the value of an enum, text for an
    identifier or a secret, a list for a sequence or a set.

    Raises:
        LoadError: an option is unknown, missing or does not fit. The message names it.
    """
    kind: Any = driver.OPTIONS
    known = {each.name: each for each in fields(kind) if each.init}
    for name in given:
        if name not in known:
            has = f"it has {', '.join(sorted(known))}" if known else "it has none"
            raise LoadError(f"{driver.__name__} has no option {name!r}: {has}")
    for name, each in known.items():
        if name not in given and each.default is MISSING and each.default_factory is MISSING:
            raise LoadError(f"{driver.__name__} needs the option {name!r}: set it")
    hints = get_type_hints(kind, include_extras=True)
    try:
        options: DriverOptions = kind(**{name: _as_typed(hints[name], value) for name, value in given.items()})
    except InvalidValue as error:
        raise LoadError(
            f"the option {error.field!r} of {driver.__name__} is {error.value}: expected {error.expected}"
        ) from None
    return options


def _imported(name: str) -> object:
    from importlib import import_module
    from importlib.metadata import entry_points

    module, colon, path = name.partition(":")
    try:
        if colon:
            found: Any = import_module(module)
            for part in path.split("."):
                found = getattr(found, part)
            return found
        named = {each.value: each for each in entry_points(group=GROUP, name=name)}
        if len(named) == 1:
            return named.popitem()[1].load()
    except Exception as error:  # importing runs the driver's own code, which may raise anything
        raise LoadError(f"{name} cannot be imported: {type(error).__name__}: {error}") from error
    if named:
        raise LoadError(f"several drivers are installed as {name}: name one of {', '.join(sorted(named))}")
    others = sorted({each.name for each in entry_points(group=GROUP)})
    has = f"installed are {', '.join(others)}" if others else "no driver is installed"
    raise LoadError(f"no driver is installed as {name}: {has}; a class is named as module:Class")


def _refuse_release(name: str, driver: type[ComputeDriver], release: str) -> None:
    said: Any = getattr(driver, "RELEASES", None)
    try:
        oldest, newest = said
        first, last = order_of(line_of(oldest)), order_of(line_of(newest))
    except (TypeError, ValueError):
        raise LoadError(
            f"{name} does not say for which releases of hosts it was written: RELEASES is {said!r}, "
            'and should be two releases, as ("2026.1", "2026.2")'
        ) from None
    if last < first:
        raise LoadError(f"{name} was written for hosts of {oldest} to {newest}, which is no range: turn RELEASES round")
    accepted = _accepted(release)
    if not any(first <= order_of(each) <= last for each in accepted):
        raise LoadError(
            f"{name} was written for hosts of {_range(oldest, newest)}, and this host takes drivers for "
            f"{_range(accepted[0], accepted[-1])}: install another version of the driver"
        )


def _accepted(release: str) -> tuple[str, ...]:
    """The release before the host's, where there is one that this package knows, and the host's own."""
    own = line_of(release)
    earlier = sorted({line_of(each) for each in RELEASES if order_of(line_of(each)) < order_of(own)}, key=order_of)
    return (*earlier[-1:], own)


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _refuse_incomplete(name: str, driver: type[ComputeDriver]) -> None:
    missing: list[str] = sorted(driver.__abstractmethods__) if isabstract(driver) else []
    missing += [f"{each.new} (or {each.old})" for each in lacking(driver)]
    if missing:
        raise LoadError(f"{name} is incomplete: it lacks {', '.join(missing)}")


def _as_typed(hint: Any, value: object) -> object:
    """A value of settings as the option's type has it; as it is, where it is of no use."""
    from virtapi._checking import Unfit, fit_of
    from virtapi._wire.codecs import codec_of
    from virtapi._wire.journey import Journey

    try:
        fit_of(hint)(value)
    except Unfit:
        try:
            return codec_of(hint).read(value, Journey(RELEASE, RELEASE))
        except (Unfit, ValueError, WireError):
            return value
    return value
