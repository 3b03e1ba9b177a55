"""An interface: one version of a typed package, read."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Flag, auto

from virtapi_analyzer.model.contract import Role
from virtapi_analyzer.model.element import Class, Module


class Flow(Flag):
    """Which way the values of a type travel."""

    NOWHERE = 0
    TO_DRIVER = auto()
    TO_HOST = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Interface:
    """One version of a package, as far as it was asked for and what that reaches.

    `label` is what reports call it. `classes` holds every class that was reached, by path, exported or not. `roles`
    holds for each class who implements it (its own role and those of its subclasses here, since their drivers
    override what it defines). `skipped` names the files that could not be read and that nothing reaches.
    """

    package: str
    label: str
    modules: Mapping[str, Module]
    classes: Mapping[str, Class]
    roles: Mapping[str, frozenset[Role]]
    skipped: tuple[str, ...] = ()
