"""The members of a driver that its own source defines, each beside what the release has under that name."""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from virtapi_analyzer.drivers.beside import Beside
from virtapi_analyzer.drivers.part import MemberPart
from virtapi_analyzer.drivers.release import ReleasedClass, ReleasedMember
from virtapi_analyzer.model.checked import CheckedClass, CheckedMember, MemberKind

_NEAR = 0.8
_OVERRIDE = ("typing.override", "typing_extensions.override")


def member_parts(beside: Beside, driver: CheckedClass, told: set[str]) -> Iterator[MemberPart]:
    """The members that are public, or say that they override something, where the driver uses them.

    From mixins of installed packages those alone that stand in the place of something of the release.
    What is in `told` is left out, and what is yielded is put into it: several drivers may inherit it.
    """
    inherited = _Inherited(beside=beside, driver=driver)
    for base, mine in _defined(beside, driver):
        if f"{base}.{mine.name}" not in told:
            told.add(f"{base}.{mine.name}")
            yield _member(inherited, base, mine)


def attempted(beside: Beside, driver: CheckedClass) -> frozenset[str]:
    """The members of the release that a driver does not define, and spells nearly right."""
    inherited = _Inherited(beside=beside, driver=driver)
    return frozenset(name for base, mine in _defined(beside, driver) for name in _near(inherited, base, mine))


def _defined(beside: Beside, driver: CheckedClass) -> Iterator[tuple[str, CheckedMember]]:
    """The members to look at, each with the class that it comes from."""
    for place, base in enumerate(driver.mro):
        found = beside.looked.classes.get(base)
        if found is None or beside.of_release(base):
            continue
        foreign = found.module not in beside.outlines
        for name, member in found.members.items():
            if foreign and not beside.overrides(driver.path, name):
                continue  # what an installed package has beside the interface is its own affair
            mine = replace(member, override=_marked(beside, base, name))
            if name.startswith("_") and name != "__init__" and not mine.override:
                continue
            if not any(name in beside.defined(each) for each in driver.mro[:place]):
                yield base, mine


@dataclass(frozen=True, kw_only=True)
class _Inherited:
    """What a driver class inherits."""

    beside: Beside
    driver: CheckedClass

    @cached_property
    def interfaces(self) -> tuple[ReleasedClass, ...]:
        """The classes of the release."""
        return self.beside.interfaces(self.driver)

    @cached_property
    def lacking(self) -> Mapping[str, ReleasedMember]:
        """What the release offers and the driver does not define."""
        bases = [base for base in self.driver.mro if not self.beside.of_release(base)]
        own = {name for base in bases for name in self.beside.defined(base)}
        return {name: member for found in self.interfaces for name, member in found.members.items() if name not in own}


def _member(inherited: _Inherited, base: str, mine: CheckedMember) -> MemberPart:
    beside, driver, interfaces = inherited.beside, inherited.driver, inherited.interfaces
    name = mine.name
    outline = beside.member_outline(base, name)
    definer = next((each.path for each in interfaces if name in beside.defined(each.path)), None)
    released = next((each.members[name] for each in interfaces if name in each.members), None)
    elsewhere = tuple(_elsewhere(beside, name, interfaces)) if released is None else ()
    return MemberPart(
        release=beside.release,
        strict=beside.strict,
        driver=driver,
        owner=base,
        mine=mine,
        outline=outline,
        location=beside.location(base if beside.outline(base) is not None else driver.path, name),
        theirs=beside.defined(definer)[name] if definer is not None else None,
        released=released,
        elsewhere=elsewhere,
        near=_near(inherited, base, mine),
        open=driver.open,
        missing_decorator=_missing(beside, base, outline.decorators if outline is not None else ()),
        missing_type=_missing(beside, base, outline.annotations if outline is not None else ()),
        host=beside.host,
        heirs=tuple(path for path in beside.drivers if base in beside.mro(path)),
    )


def _near(inherited: _Inherited, base: str, mine: CheckedMember) -> tuple[str, ...]:
    """The member of the same kind that the driver lacks and that is spelled nearly so; what another release has is
    spelled as it was meant."""
    beside, outline = inherited.beside, inherited.beside.member_outline(base, mine.name)
    known = any(mine.name in each.members for each in inherited.interfaces)
    if known or mine.kind is MemberKind.CLASS or any(_elsewhere(beside, mine.name, inherited.interfaces)):
        return ()
    held = mine.kind is MemberKind.ATTRIBUTE and mine.signature is None
    if held and outline is None:
        return ()  # what a method sets on its object
    alike = [name for name, member in inherited.lacking.items() if (member.kind == "attribute") is held]
    return tuple(difflib.get_close_matches(mine.name, alike, n=1, cutoff=_NEAR))


def _marked(beside: Beside, path: str, name: str) -> bool:
    """Whether a member bears `@override`, by its source: the type checker forgets it in its cache."""
    outline = beside.member_outline(path, name)
    if outline is None:
        return False
    imports = beside.outlines[beside.looked.classes[path].module].imports
    for decorator in outline.decorators:
        first, _, rest = decorator.partition(".")
        if ".".join([imports.get(first, first), *([rest] if rest else [])]) in _OVERRIDE:
            return True
    return False


def _elsewhere(beside: Beside, name: str, interfaces: Sequence[ReleasedClass]) -> Iterator[str]:
    """The other releases that have the member in one of these classes."""
    paths = {found.path for found in interfaces}
    for other in beside.others:
        known = (other.classes[path] for path in paths if path in other.classes)
        if other.label != beside.release.label and any(name in each.members for each in known):
            yield other.label


def _missing(beside: Beside, path: str, written: Sequence[str]) -> tuple[str, str] | None:
    """The first of these texts that needs a module that is not there, and the module."""
    for text in written:
        module = beside.missing(path, text)
        if module is not None and not beside.reach.inside(module):
            return text, module
    return None
