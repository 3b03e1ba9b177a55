"""What a driver has to know of one release: who implements which class, and what has a deadline.

Read with the interface's own reader the first time, and kept by the digest of the release's files, so that a later run
need not read them again. Signatures and types are not here: the type checker has them.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from virtapi_analyzer.interface.cache import keep
from virtapi_analyzer.model.contract import Role, Superseded

if TYPE_CHECKING:
    from virtapi_analyzer.model.element import Attribute, Class, Function, Property
    from virtapi_analyzer.model.interface import Interface


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedMember:
    """A member of a class of the release. `owner` is the class that defines it; `parameters` are names, in order."""

    owner: str
    kind: str
    abstract: bool = False
    unimplemented: bool = False
    superseded_by: str | None = None
    superseded_since: str | None = None
    parameters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedClass:
    """A class of the release, with everything that it has, inherited or not."""

    path: str
    roles: tuple[str, ...]
    members: Mapping[str, ReleasedMember]
    capability: str | None = None
    superseded_by: str | None = None
    superseded_since: str | None = None

    @property
    def implemented_by_drivers(self) -> bool:
        """Whether drivers implement it, or inherit from it."""
        return Role.DRIVER.value in self.roles


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One release of an interface. `digest` is that of its files, `names` are what its modules export."""

    label: str
    package: str
    digest: str
    classes: Mapping[str, ReleasedClass]
    names: frozenset[str] = frozenset()


def superseded_fields(release: Release) -> Mapping[str, str]:
    """The fields and constants that are superseded, by dotted path, each with what to do instead."""
    return {
        f"{found.path}.{name}": f"use {member.superseded_by}" if member.superseded_by else "it has no successor"
        for found in release.classes.values()
        for name, member in found.members.items()
        if member.kind == "attribute" and member.owner == found.path and member.superseded_since is not None
    }


def kept(file: Path, read: Callable[[], Release], *, label: str) -> Release:
    """The release as the file has it, called by this label; read and kept there where it does not."""
    if (known := _loaded(file)) is not None:
        os.utime(file)  # it is in use
        return replace(known, label=label)
    release = replace(read(), label=label)
    keep(file, json.dumps(_written(release)).encode())
    return release


def released(interface: "Interface", digest: str) -> Release:
    """What drivers have to know of an interface that was read."""
    return Release(
        label=interface.label,
        package=interface.package,
        digest=digest,
        classes={path: _class(found, interface) for path, found in interface.classes.items()},
        names=frozenset(name for module in interface.modules.values() for name in module.names),
    )


def _class(found: "Class", interface: "Interface") -> ReleasedClass:
    mark = found.contract.superseded
    return ReleasedClass(
        path=found.path,
        roles=tuple(sorted(role.value for role in interface.roles.get(found.path, ()))),
        members={name: _member(member.element, member.owner) for name, member in found.members.items()},
        capability=found.contract.capability,
        **_deadline(mark),
    )


def _deadline(mark: Superseded | None) -> dict[str, str | None]:
    return {
        "superseded_by": mark.by if mark else None,
        "superseded_since": mark.since if mark else None,
    }


def _member(element: "Function | Property | Attribute | Class", owner: str) -> ReleasedMember:
    from virtapi_analyzer.model.element import Function, Property

    convention = isinstance(element, Function) and element.optional_by_convention
    abstract = isinstance(element, Function | Property) and element.abstract
    names = [parameter.name for parameter in element.signature.parameters] if isinstance(element, Function) else []
    return ReleasedMember(
        owner=owner,
        kind=type(element).__name__.lower(),
        abstract=abstract,
        unimplemented=convention and not abstract,
        parameters=tuple(names),
        **_deadline(element.contract.superseded),
    )


def _written(release: Release) -> dict[str, object]:
    content = asdict(release)
    content["names"] = sorted(release.names)
    return content


def _loaded(file: Path) -> Release | None:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        classes = {
            path: ReleasedClass(
                **{
                    **each,
                    "roles": tuple(each["roles"]),
                    "members": {
                        name: ReleasedMember(**{**member, "parameters": tuple(member["parameters"])})
                        for name, member in each["members"].items()
                    },
                }
            )
            for path, each in content.pop("classes").items()
        }
        names = frozenset(content.pop("names"))
        return Release(**content, classes=classes, names=names)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
