"""A driver's source beside one release: what is known of its classes, where they stand, and what cannot be found."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers.looked import Looked
from virtapi_analyzer.drivers.outline import ClassOutline, MemberOutline, Outline
from virtapi_analyzer.drivers.reach import Reach
from virtapi_analyzer.drivers.release import Release, ReleasedClass
from virtapi_analyzer.model.checked import CheckedClass, CheckedMember
from virtapi_analyzer.model.location import Location
from virtapi_analyzer.model.said import SaidKind

if TYPE_CHECKING:
    from virtapi_analyzer.model.call import HostCalls

_DOTTED = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*")


@dataclass(frozen=True, kw_only=True)
class Beside:
    """A driver's source beside one release, as far as anything is known of it.

    `outlines` are by module, `files` map the names of files as the type checker has them to modules, `shown` maps
    modules to the file as people read it. `others` are further releases of the interface, `host` is what a host calls.
    """

    release: Release
    others: Sequence[Release]
    looked: Looked
    drivers: Sequence[str]
    outlines: Mapping[str, Outline]
    files: Mapping[str, str]
    shown: Mapping[str, str]
    strict: bool
    host: "HostCalls | None" = None

    @cached_property
    def reach(self) -> Reach:
        """Says what concerns the interface."""
        return Reach(release=self.release, outlines=self.outlines)

    @cached_property
    def absent(self) -> frozenset[str]:
        """The modules that are imported somewhere and not there, those of the release left out."""
        found = {said.name for said in self.looked.said if said.kind is SaidKind.MODULE and said.name is not None}
        return frozenset(name for name in found if not self.reach.inside(name))

    @cached_property
    def undefined(self) -> frozenset[tuple[str, str]]:
        """The names that stand for nothing, each with the file as the type checker names it; what the release has under
        such a name is meant, and its import is missing."""
        names = ((said.file, said.name) for said in self.looked.said if said.code == "name-defined")
        return frozenset((file, name) for file, name in names if name is not None and not self.reach.exported(name))

    @cached_property
    def absent_of_release(self) -> frozenset[str]:
        """Modules and names of the interface that are imported and that the release does not have."""
        found = set()
        for said in self.looked.said:
            if said.kind is SaidKind.MODULE and said.name and self.reach.inside(said.name):
                found.add(said.name)
            elif said.kind is SaidKind.NAME and said.owner and self.reach.inside(said.owner):
                found.add(f"{said.owner}.{said.name}")
        return frozenset(found)

    @cached_property
    def known_elsewhere(self) -> frozenset[str]:
        """The members that driver interfaces of other releases have."""
        classes = (found for other in self.others for found in other.classes.values() if found.implemented_by_drivers)
        return frozenset(name for found in classes for name in found.members)

    @cached_property
    def own(self) -> Mapping[str, Sequence[str]]:
        """The classes of the driver's own source by their short names, which is what a type checker calls them."""
        found = defaultdict[str, list[str]](list)
        for path, each in self.looked.classes.items():
            if each.module in self.outlines:
                found[path.rpartition(".")[2].partition("@")[0]].append(path)
        return found

    def of_release(self, path: str) -> bool:
        """Whether a class is the release's."""
        return path in self.release.classes

    def mro(self, path: str) -> tuple[str, ...]:
        """The classes that a class takes its members from, itself first."""
        found = self.looked.classes.get(path)
        return found.mro if found is not None else ()

    def around(self, path: str) -> Iterator[str]:
        """The classes of its own order of resolution, and of that of the drivers that it is mixed into."""
        yield from self.mro(path)
        for each in self.drivers:
            if path in self.mro(each):
                yield from self.mro(each)

    def interfaces(self, driver: CheckedClass) -> tuple[ReleasedClass, ...]:
        """The classes of the release that a driver inherits from, in the order of resolution."""
        return tuple(self.release.classes[base] for base in driver.mro if self.of_release(base))

    def defined(self, path: str) -> Mapping[str, CheckedMember]:
        """What a class itself defines."""
        found = self.looked.classes.get(path)
        return found.members if found is not None else {}

    def overrides(self, path: str, name: str) -> bool:
        """Whether a member of a class stands in the place of one of the release."""
        return any(name in self.release.classes[base].members for base in self.around(path) if self.of_release(base))

    def offered(self, path: str) -> frozenset[str]:
        """The members of the release that a class, or what it is mixed into, inherits."""
        return frozenset(
            name for base in self.around(path) if self.of_release(base) for name in self.release.classes[base].members
        )

    def outline(self, path: str) -> ClassOutline | None:
        """Where a class stands in the driver's source; None where it does not."""
        found = self.looked.classes.get(path)
        module = self.outlines.get(found.module) if found is not None else None
        return module.classes.get(path) if module is not None else None

    def member_outline(self, path: str, name: str) -> MemberOutline | None:
        """Where a member of a class stands in the driver's source; None where it does not."""
        outline = self.outline(path)
        return outline.members.get(name) if outline is not None else None

    def location(self, path: str, name: str | None = None) -> Location:
        """Where a person finds a class, or a member that it defines."""
        module = self.looked.classes[path].module
        return Location(file=self.shown.get(module, module), line=self._line(path, name))

    def _line(self, path: str, name: str | None) -> int:
        around = self.outline(path)
        if name is not None and around is not None:
            inner = self.outline(f"{path}.{name}")
            if (found := around.members.get(name) or inner) is not None:
                return found.line
            if name in around.assigned:
                return around.assigned[name][0]
        return around.line if around is not None else 1

    def _files_of(self, module: str) -> Iterator[str]:
        return (file for file, name in self.files.items() if name == module)

    def missing(self, path: str, written: str) -> str | None:
        """The module that is not there and that a text in a class's file needs (a base, a decorator, a type), "" where
        a name in it stands for nothing; None where none is missing."""
        found = self.looked.classes.get(path)
        outline = self.outlines.get(found.module) if found is not None else None
        imports = outline.imports if outline is not None else {}
        for first, _, rest in (dotted.partition(".") for dotted in _DOTTED.findall(written)):
            if (target := imports.get(first)) is None:
                if found is not None and any((file, first) in self.undefined for file in self._files_of(found.module)):
                    return ""
                continue
            whole = f"{target}.{rest}" if rest else target
            for name in (*self.absent, *self.absent_of_release):
                if whole == name or whole.startswith(f"{name}.") or name.startswith(f"{target}."):
                    return name
        return None
