"""Which classes are drivers."""

from collections.abc import Iterable, Mapping, Sequence

from virtapi_analyzer.drivers.release import Release
from virtapi_analyzer.drivers.source import Source
from virtapi_analyzer.model.checked import CheckedClass
from virtapi_analyzer.model.errors import SourceError

Classes = Mapping[str, CheckedClass]


def named(
    words: Iterable[str], names: Mapping[str, str], seen: Sequence[tuple[Release, Classes]], *, asked: bool
) -> tuple[str, ...]:
    """The classes that entry points or the command line name, as `module:Class`, by their own paths.

    Raises `SourceError` for one that is not there, or that is no driver beside any release.
    """
    where = "--class" if asked else "the entry point group virtapi.drivers"
    found = []
    for word in words:
        path = word.replace(":", ".")
        path = names.get(path, path)
        beside = [(release, classes[path]) for release, classes in seen if path in classes]
        if not beside:
            raise SourceError(
                f"{where} names {word}, and there is no such class: write MODULE:CLASS as the source has it"
            )
        if not any(each.open or _heads(release).intersection(each.mro) for release, each in beside):
            package = beside[0][0].package
            raise SourceError(
                f"{where} names {word}, which is no driver: it inherits from no driver interface of {package}"
            )
        found.append(path)
    return tuple(dict.fromkeys(found))


def reaching(source: Source, classes: Classes, release: Release) -> tuple[str, ...]:
    """The classes of the driver's own source that inherit from a driver interface of the release."""
    heads = _heads(release)
    return tuple(
        path
        for path, found in classes.items()
        if found.module in source.modules and any(base in heads for base in found.mro[1:])
    )


def _heads(release: Release) -> frozenset[str]:
    """The classes whose subclasses are drivers: implemented by drivers, with something that is left to them. Options
    and the root of the capabilities leave nothing; a class with a capability alone is a mixin."""
    roots = [found for found in release.classes.values() if found.implemented_by_drivers and not found.capability]
    asking = [found for found in roots if any(each.abstract or each.unimplemented for each in found.members.values())]
    return frozenset(found.path for found in asking or roots)


def judged(candidates: Sequence[str], seen: Sequence[tuple[Release, Classes]]) -> tuple[str, ...]:
    """Those of the candidates that are drivers, not bases of drivers.

    A base declares abstract members of its own, or is incomplete beside every release and subclassed.
    """
    return tuple(path for path in candidates if not _is_base(path, candidates, seen))


def _is_base(path: str, candidates: Sequence[str], seen: Sequence[tuple[Release, Classes]]) -> bool:
    known = [(release, classes) for release, classes in seen if path in classes]
    if any(member.abstract for _, classes in known for member in classes[path].members.values()):
        return True
    subclassed = any(path in classes[each].mro[1:] for _, classes in known for each in candidates if each in classes)
    return subclassed and bool(known) and all(classes[path].undefined for _, classes in known)
