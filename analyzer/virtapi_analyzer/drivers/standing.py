"""From what was seen of a driver beside releases to its classes, and how they stand beside each."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from virtapi_analyzer.drivers import choosing
from virtapi_analyzer.drivers.beside import Beside
from virtapi_analyzer.drivers.copying import Copy
from virtapi_analyzer.drivers.judging import Ignores, judged
from virtapi_analyzer.drivers.looked import Looked, looked
from virtapi_analyzer.drivers.looking import Asked, Sight, places
from virtapi_analyzer.drivers.part import MemberPart, Part, SaidPart
from virtapi_analyzer.drivers.release import Release
from virtapi_analyzer.interface.folders import shown
from virtapi_analyzer.model.diagnostic import Checked
from virtapi_analyzer.model.errors import SourceError

if TYPE_CHECKING:
    from virtapi_analyzer.model.call import HostCalls


def judge(
    asked: Asked, seen: Sequence[tuple[Release, Sight]], others: Sequence[Release], hosts: "Sequence[HostCalls]" = ()
) -> tuple[tuple[str, ...], tuple[Checked, ...]]:
    """The drivers, and how they stand beside each release.

    `others` are further releases of the interface, `hosts` is what a host calls, for each of the releases, or nothing.
    """
    source = asked.source
    understood = [(release, looked(sight)) for release, sight in seen]
    outlines = {name: module.outline for name, module in source.modules.items()}
    drivers = _drivers(asked, understood)
    shown_as = {name: shown(module.file) for name, module in source.modules.items()}
    checked = []
    for (release, found), host in zip_longest(understood, hosts):
        beside = Beside(
            release=release,
            others=[*(each for each, _ in seen), *others],
            looked=found,
            drivers=drivers,
            outlines=outlines,
            files=places(asked, release),
            shown=shown_as,
            strict=asked.strict,
            host=host,
        )
        checked.append(judged(beside, _ignores(asked.copies, shown_as)))
    return drivers, tuple(checked)


def _drivers(asked: Asked, seen: Sequence[tuple[Release, Looked]]) -> tuple[str, ...]:
    words, is_asked = (asked.named, True) if asked.named else (asked.source.named, False)
    if words:
        names = {name: path for _, found in seen for name, path in found.names.items()}
        return choosing.named(words, names, [(release, found.classes) for release, found in seen], asked=is_asked)
    candidates = tuple(
        dict.fromkeys(
            path for release, found in seen for path in choosing.reaching(asked.source, found.classes, release)
        )
    )
    drivers = choosing.judged(candidates, [(release, found.classes) for release, found in seen])
    if not drivers:
        package = seen[0][0].package
        raise SourceError(
            f"{shown(asked.source.root)} has no driver: no class in it inherits from a driver interface of {package}; "
            "name another path, or the class with --class MODULE:NAME"
        )
    return drivers


def _ignores(copies: Mapping[str, Copy], shown_as: Mapping[str, str]) -> Ignores:
    modules = {file: module for module, file in shown_as.items()}

    def ignores(part: Part) -> bool:
        if not isinstance(part, SaidPart | MemberPart) or part.location.file not in modules:
            return False
        module = modules[part.location.file]
        if isinstance(part, SaidPart):
            return copies[module].ignores(part.said.line, part.said.end_line, part.said.code)
        return copies[module].ignores(part.location.line, part.location.line, "override")

    return ignores
